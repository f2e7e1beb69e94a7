"""wrong-language: the whole text or half of it is in another language than its reader's.

A profile of function and greeting words decides among the four languages, with the letters only
one of them has. It was preferred to a trained detector: those weigh tens of megabytes, guess badly
under ten words, and cannot say which half is wrong. Loanwords never outvote a sentence.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import LANGUAGES, language
from bot.domain.guards.names import addressed, own_names
from bot.domain.guards.reading import fold, sentences, words

_LETTERS = {
    "es": re.compile(r"[ñ¿¡]|\w+ción\b|\w+[éáí]s\b"),
    "pt": re.compile(r"[ãõçêâô]|\w+lh\w+|\w+nh[oa]\b"),
    "it": re.compile(r"[èòù]\b|\bl['’]\w|\bun['’]\w|\w+zione\b|\w+ggi\w*"),
    "en": re.compile(r"\w['’](?:s|re|ll|ve|m|d|t)\b|\b\w*(?:th|wh|sh|ough)\w*\b"),
}
_LOANS = re.compile(
    r"happy birthday(?: to you)?|merry christmas|happy new year|happy friend.?s day|feliz navidad|"
    r"sorry not sorry|love you|i love you|te quiero|ti voglio bene|ciao bella|good vibes(?: only)?|"
    r"the best|best friends? forever|carpe diem|dolce far niente|dolce vita|hasta la vista|"
    r"mi casa es su casa|que sera sera|saudades?|joie de vivre|never give up|let.s go|rock and roll|"
    r"must go on|the show must go on|game over|vamos|arriba|o melhor|tanti auguri(?: a te)?|buon natale|"
    r"parabens(?: pra voce)?"
)
_HALF = 3
"""Votes of another language that make a sentence foreign when its reader's has none or few."""

_STRETCH = 8
"""Words running that are enough for a change of language within a sentence."""

_FEW_WORDS = 4
"""A text with fewer words besides its loans is judged with them."""

_UNKNOWN_WORDS = 10
_KNOWN_SHARE = 5
"""A text of so many words with less than a fifth known in its reader's language isn't in it, nor
need it be in one of the other three."""


@cache
def _votes() -> dict[str, str]:
    """Words that only one of the languages has, and which."""
    lists = {code: language(code).function | language(code).stock for code in LANGUAGES}
    return {
        word: code
        for code, mine in lists.items()
        for word in mine
        if not any(word in other for name, other in lists.items() if name != code)
    }


Counts = dict[str, int]


@lru_cache(maxsize=1024)
def _ballots(text: str, skip: frozenset[str]) -> tuple[str | None, ...]:
    """Which language each word votes for, if any; names don't vote."""
    names = skip | {w.folded for w in addressed(text)}
    return tuple(None if w.folded in names else _votes().get(w.folded) for w in words(text))


def _count(ballots: Iterable[str | None]) -> Counts:
    counts = dict.fromkeys(LANGUAGES, 0)
    for code in ballots:
        if code:
            counts[code] += 1
    return counts


@lru_cache(maxsize=1024)
def _profile(text: str, skip: frozenset[str] = frozenset()) -> Counts:
    """Votes for each language, of words and of letters (two at most)."""
    counts = _count(_ballots(text, skip))
    lowered = text.lower()
    for code, letters in _LETTERS.items():
        counts[code] += min(2, len(letters.findall(lowered)))
    return counts


def _first(counts: Counts) -> str:
    return max(LANGUAGES, key=lambda code: counts[code])


def spoken(text: str) -> str | None:
    """The language of a short text among the four, or None when nothing tells."""
    profile = _profile(text)
    best = _first(profile)
    return best if profile[best] else None


def languages_of(case: Case) -> tuple[str, ...]:
    """The languages a text is judged in: its reader's and the one it is in; all, if neither says."""
    wanted = case.person.language.split("-")[0].lower()
    found = [code for code in (wanted, spoken(case.text)) if code in LANGUAGES]
    return tuple(dict.fromkeys(code for code in found if code)) or LANGUAGES


def check_language(case: Case) -> Problem | None:
    """The words in another language, if a sentence or most of one is."""
    wanted = case.person.language.split("-")[0].lower()
    if wanted not in LANGUAGES:
        return None
    names = own_names(case.person)
    masked = _LOANS.sub(lambda m: " " * len(m[0]), fold(case.text))
    bare = "".join(
        " " if hidden == " " else letter for letter, hidden in zip(case.text, masked, strict=True)
    )
    whole = bare if len(words(bare)) > _FEW_WORDS else case.text
    if _foreign(whole, wanted, names):
        return Problem(Label.WRONG_LANGUAGE, (" ".join(case.text.split()),))
    for sentence in sentences(bare):
        if _half(sentence, wanted, names):
            return Problem(Label.WRONG_LANGUAGE, (sentence,))
    return None


def _foreign(text: str, wanted: str, names: frozenset[str]) -> bool:
    profile = _profile(text, names)
    best = _first(profile)
    if best != wanted and profile[best] >= 2 and profile[best] > profile[wanted]:
        return True
    said = words(text)
    known = language(wanted).function | language(wanted).stock
    told = sum(w.folded in known for w in said)
    return len(said) >= _UNKNOWN_WORDS and told * _KNOWN_SHARE < len(said)


def _half(sentence: str, wanted: str, names: frozenset[str]) -> bool:
    """Whether another language rules a sentence or eight words running of it."""
    ballots = _ballots(sentence, names)
    stretches = (ballots[i : i + _STRETCH] for i in range(max(1, len(ballots) - _STRETCH + 1)))
    counts = [_profile(sentence, names), *map(_count, stretches)]
    return any(
        (best := _first(count)) != wanted
        and count[best] >= _HALF
        and count[best] > 2 * count[wanted]
        for count in counts
    )
