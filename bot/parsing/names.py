"""Finds the contact a name means: typed exactly, by a diminutive, with a typo."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from bot.parsing.text import clean, fold, squeeze
from bot.parsing.vocabulary import LANGUAGES, load, words

Candidate = tuple[int, str, *tuple[str | None, ...]]
"""Id, name, and any other names: nickname, form of address."""


@dataclass(frozen=True, slots=True)
class Match:
    """Ids that bear the name as typed, and ids that resemble it, best first.

    One exact id is certain; several are several people of that name. Similar ones are a question,
    never an answer.
    """

    exact: tuple[int, ...] = ()
    similar: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeadingName:
    """A name found at the beginning of a text, the words as typed, and what follows."""

    name: str
    rest: str
    match: Match


_WORD = re.compile(r"[^\s.,;:!?()\"“”«»]+")
_TYPO = 80
"""Least likeness (rapidfuzz ratio, 0-100) of two names that may be one: one slip in five letters."""

_SHORT_TYPO = 75
"""The same for up to four letters: "Juna" and "Juana" are 88, "Ana" and "Ada" 67."""

_MOST_SIMILAR = 8
_MOST_NAME_WORDS = 6


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


@cache
def _formal_names() -> dict[str, frozenset[str]]:
    """Folded short form → the folded full names it may stand for."""
    table: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for full, shorts in load("diminutives")[language].items():
            for short in shorts:
                table.setdefault(fold(short), set()).add(fold(full))
    return {short: frozenset(full) for short, full in table.items()}


_SUFFIX = re.compile(r"(?:c?it[oa]|inh[oa]|in[oa]|ett[oa]|ucci[oa]|i|y|ie)s?$")


def _stem(word: str) -> str:
    """What a diminutive has in common with its name: "juani", "juanita" → "juan"."""
    stem = _SUFFIX.sub("", word)
    return stem if len(stem) >= 3 else word


def _diminutive(short: str, full: str) -> bool:
    """Whether one word may be the short form of the other (a full name may have two words)."""
    if full in _formal_names().get(short, ()):
        return True
    first = full.split(maxsplit=1)[0]
    if first in _formal_names().get(short, ()):
        return True
    stem = _stem(short)
    return stem != short and first.startswith(stem) and len(first) <= len(stem) + 2


def _same_person(one: str, other: str) -> bool:
    if _diminutive(one, other) or _diminutive(other, one):
        return True
    return not _formal_names().get(one, frozenset()).isdisjoint(_formal_names().get(other, ()))


class _Named(NamedTuple):
    """One candidate's names, folded and cut into words; `bare` is the name without titles."""

    id: int
    names: tuple[tuple[str, ...], ...]
    bare: tuple[str, ...]
    known: frozenset[str]


def _named(candidates: Sequence[Candidate]) -> list[_Named]:
    titles = words("titles") | words("first_name_titles")
    prepared = []
    for identity, *typed in candidates:
        names = tuple(tuple(_WORD.findall(fold(name))) for name in typed if name)
        full = names[0] if names else ()
        bare = tuple(word for word in full if word not in titles) or full
        prepared.append(_Named(identity, names, bare, frozenset().union(*names)))
    return prepared


def match_names(query: str, candidates: Sequence[Candidate]) -> Match:
    """Whom a typed name means. A full name beats a first name, a first name a surname, and
    anything exact what is merely similar; then come diminutives, then typos."""
    typed = _words(clean(query))
    named = _named(candidates)
    exact, weaker = _exact(typed, named)
    seen = {*exact, *weaker}
    others = [one for one in named if one.id not in seen]
    return Match(exact, (*weaker, *_similar(typed, others))[:_MOST_SIMILAR])


def _exact(typed: tuple[str, ...], named: list[_Named]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who bears the name in the strongest sense anybody does, and who does in a weaker one."""
    tiers: dict[int, list[int]] = {}
    for one in named:
        if typed and one.known.issuperset(typed):
            tiers.setdefault(_exactness(typed, one), []).append(one.id)
    best = tiers.pop(min(tiers), []) if tiers else []
    return tuple(best), tuple(found for tier in sorted(tiers) for found in tiers[tier])


def _exactness(typed: tuple[str, ...], one: _Named) -> int:
    """0 the full name, 1 a nickname, form of address or first name, 2 further words of the name."""
    if typed in {one.names[0], one.bare}:
        return 0
    return 1 if typed in one.names or typed == one.bare[: len(typed)] else 2


def _similar(typed: tuple[str, ...], others: list[_Named]) -> tuple[int, ...]:
    if not typed:
        return ()
    return tuple(dict.fromkeys([*_by_diminutive(typed, others), *_by_typo(typed, others)]))


def _by_diminutive(typed: tuple[str, ...], others: list[_Named]) -> list[int]:
    first, further = typed[0], set(typed[1:])
    memo: dict[str, bool] = {}
    found = []
    for one in others:
        given = {" ".join(one.bare[:2]), *(name[0] for name in one.names if name), *one.bare[:1]}
        for name in given:
            if name not in memo:
                memo[name] = bool(name) and _same_person(first, name)
        if any(memo[name] for name in given) and further <= one.known:
            found.append(one.id)
    return found


def _by_typo(typed: tuple[str, ...], others: list[_Named]) -> list[int]:
    text = " ".join(typed)
    if len(text) < 3:
        return []
    bearers: dict[str, list[int]] = {}
    for one in others:
        for form in _forms(one, len(typed)):
            bearers.setdefault(form, []).append(one.id)
    hits = process.extract(
        text,
        bearers.keys(),
        scorer=fuzz.ratio,
        score_cutoff=_TYPO if len(text) > 4 else _SHORT_TYPO,
        limit=_MOST_SIMILAR,
    )
    return [bearer for form, _, _ in hits for bearer in bearers[form]]


def _forms(one: _Named, length: int) -> set[str]:
    """What of a candidate's names has as many words as were typed."""
    if length == 1:
        return {word for word in one.known if len(word) > 2}
    return {" ".join(name) for name in (*one.names, one.bare, one.bare[:length])}


def search(query: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Ids for a search box: names whose words begin like this, then those that contain it, then
    diminutives and typos. An empty query finds all, in the order given."""
    typed = _words(clean(query))
    if not typed:
        return tuple(candidate[0] for candidate in candidates)
    prefixed, inside, others = [], [], []
    whole = " ".join(typed)
    for one in _named(candidates):
        if all(any(word.startswith(piece) for word in one.known) for piece in typed):
            prefixed.append(one.id)
        elif any(whole in " ".join(name) for name in one.names):
            inside.append(one.id)
        else:
            others.append(one)
    return (*prefixed, *inside, *_similar(typed, others))


def leading_name(text: str, candidates: Sequence[Candidate]) -> LeadingName | None:
    """The longest beginning of the text that is the name of a known contact, exact before similar.

    Similar is only its first word, so that "Juana se casó" is nobody else's likeness.
    """
    body = squeeze(clean(text))
    named = _named(candidates)
    pieces = list(_WORD.finditer(body))[:_MOST_NAME_WORDS]
    for count in range(len(pieces), 0, -1):
        end = pieces[count - 1].end()
        exact, weaker = _exact(_words(body[:end]), named)
        if exact:
            return _leading(body, end, Match(exact, weaker[:_MOST_SIMILAR]))
    first = pieces[0].end() if pieces else 0
    similar = _similar(_words(body[:first]), named)
    return _leading(body, first, Match(similar=similar[:_MOST_SIMILAR])) if similar else None


def _leading(body: str, end: int, match: Match) -> LeadingName:
    return LeadingName(body[:end], body[end:].lstrip(" :,.-–—"), match)
