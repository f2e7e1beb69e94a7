"""wrong-language: the whole text or half of it is in another language than its reader's.

A profile of function and greeting words decides among the four languages, with the letters only
one of them has. It was preferred to a trained detector: those weigh tens of megabytes, guess badly
under ten words, and cannot say which half is wrong. Loanwords never outvote a sentence.
"""

import re
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

_UNKNOWN_WORDS = 10
"""From this many words on, a text without one function word of the reader's language isn't in it."""


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


@lru_cache(maxsize=2048)
def _profile(text: str) -> dict[str, int]:
    """Votes for each language."""
    counts = dict.fromkeys(LANGUAGES, 0)
    skip = frozenset(w.folded for w in addressed(text))
    for word in words(text):
        if word.folded in skip:
            continue
        code = _votes().get(word.folded)
        if code:
            counts[code] += 1
    lowered = text.lower()
    for code, letters in _LETTERS.items():
        counts[code] += min(2, len(letters.findall(lowered)))
    return counts


def spoken(text: str) -> str | None:
    """The language of a short text among the four, or None when nothing tells."""
    profile = _profile(text)
    best = max(LANGUAGES, key=lambda code: profile[code])
    return best if profile[best] else None


def languages_of(case: Case) -> tuple[str, ...]:
    """The languages a text is judged in: its reader's and the one it is in; all, if neither says."""
    wanted = case.person.language.split("-")[0].lower()
    found = [code for code in (wanted, spoken(case.text)) if code in LANGUAGES]
    return tuple(dict.fromkeys(code for code in found if code)) or LANGUAGES


def check_language(case: Case) -> Problem | None:
    """The words in another language, if a sentence or more is."""
    wanted = case.person.language.split("-")[0].lower()
    if wanted not in LANGUAGES:
        return None
    text = _without_names(case)
    foreign = _foreign(text, wanted)
    if not foreign:
        said = _LOANS.sub(lambda m: " " * len(m[0]), fold(text))
        bare = "".join(" " if blank == " " else c for c, blank in zip(text, said, strict=True))
        parts = [p for s in sentences(bare) for p in (s, *_windows(s))]
        foreign = [part for part in parts if _half(part, wanted)]
    return Problem(Label.WRONG_LANGUAGE, tuple(foreign[:1])) if foreign else None


def _without_names(case: Case) -> str:
    names = own_names(case.person)
    text = case.text
    for word in words(text):
        if word.folded in names and word.capital:
            end = word.start + len(word.written)
            text = text[: word.start] + " " * len(word.written) + text[end:]
    return text


def _foreign(text: str, wanted: str) -> list[str]:
    profile = _profile(text)
    best = max(LANGUAGES, key=lambda code: profile[code])
    if best != wanted and profile[best] >= 2 and profile[best] > profile[wanted]:
        return [" ".join(text.split())]
    count = len(words(text))
    plain = language(wanted).function | language(wanted).stock
    if count >= _UNKNOWN_WORDS and not any(w.folded in plain for w in words(text)):
        return [" ".join(text.split())]
    return []


def _half(part: str, wanted: str) -> bool:
    profile = _profile(part)
    best = max(LANGUAGES, key=lambda code: profile[code])
    return best != wanted and profile[best] >= _HALF and profile[best] > 2 * profile[wanted]


def _windows(sentence: str) -> list[str]:
    """Stretches of eight words, for a language that changes within a sentence."""
    found = words(sentence)
    if len(found) <= 8:
        return []
    ends = [w.start + len(w.written) for w in found]
    return [sentence[found[i].start : ends[i + 7]] for i in range(len(found) - 7)]
