"""Finds the contact a name means: typed exactly, by a diminutive, with a typo."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

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

_MOST_SIMILAR = 8


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
    return _diminutive(one, other) or _diminutive(other, one)


@dataclass(frozen=True, slots=True)
class _Named:
    """One candidate's names, folded and cut into words, titles set apart."""

    id: int
    names: tuple[tuple[str, ...], ...]
    bare: tuple[str, ...]


def _named(candidate: Candidate) -> _Named:
    names = tuple(_words(name) for name in candidate[1:] if name)
    titles = words("titles") | words("first_name_titles")
    full = names[0] if names else ()
    bare = tuple(word for word in full if word not in titles)
    return _Named(candidate[0], names, bare or full)


def match_names(query: str, candidates: Sequence[Candidate]) -> Match:
    """Whom a typed name means. A full name beats a first name, a first name a surname, and
    anything exact what is merely similar; then come diminutives, then typos."""
    typed = _words(clean(query))
    if not typed:
        return Match()
    named = [_named(candidate) for candidate in candidates]
    tiers = [_exactness(typed, one) for one in named]
    best = min((tier for tier in tiers if tier is not None), default=None)
    exact = tuple(
        one.id for one, tier in zip(named, tiers, strict=True) if tier == best and tier is not None
    )
    weaker = [
        one.id for one, tier in zip(named, tiers, strict=True) if tier is not None and tier != best
    ]
    others = [one for one, tier in zip(named, tiers, strict=True) if tier is None]
    similar = dict.fromkeys([*weaker, *_by_diminutive(typed, others), *_by_typo(typed, others)])
    return Match(exact, tuple(similar)[:_MOST_SIMILAR])


def _exactness(typed: tuple[str, ...], one: _Named) -> int | None:
    """0 the full name, 1 a nickname, form of address or first name, 2 further words of the name."""
    if one.names and typed in {one.names[0], one.bare}:
        return 0
    if typed in one.names or typed == one.bare[: len(typed)]:
        return 1
    known = {word for name in one.names for word in name}
    return 2 if known.issuperset(typed) and len("".join(typed)) > 1 else None


def _by_diminutive(typed: tuple[str, ...], others: list[_Named]) -> list[int]:
    first, further = typed[0], set(typed[1:])
    found = []
    for one in others:
        given = [" ".join(one.bare[:2]), *(name[0] for name in one.names if name)]
        if any(_same_person(first, name) for name in given if name) and further <= set(one.bare):
            found.append(one.id)
    return found


def _by_typo(typed: tuple[str, ...], others: list[_Named]) -> list[int]:
    text = " ".join(typed)
    if len(text) < 3:
        return []
    choices = [(one.id, form) for one in others for form in _forms(one, len(typed))]
    hits = process.extract(
        text,
        [form for _, form in choices],
        scorer=fuzz.ratio,
        score_cutoff=_TYPO if len(text) > 4 else 75,
        limit=_MOST_SIMILAR * 2,
    )
    return [choices[index][0] for _, _, index in hits]


def _forms(one: _Named, length: int) -> set[str]:
    """What of a candidate's names has as many words as were typed."""
    if length == 1:
        return {word for name in (*one.names, one.bare) for word in name if len(word) > 2}
    return {" ".join(name) for name in (*one.names, one.bare)} | {" ".join(one.bare[:length])}


def search(query: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
    """Ids for a search box: names whose words begin like this, then those that contain it, then
    diminutives and typos. An empty query finds all, in the order given."""
    typed = _words(clean(query))
    if not typed:
        return tuple(candidate[0] for candidate in candidates)
    named = [_named(candidate) for candidate in candidates]
    prefixed, inside = [], []
    for one in named:
        known = [word for name in one.names for word in name]
        if all(any(word.startswith(piece) for word in known) for piece in typed):
            prefixed.append(one.id)
        elif any(" ".join(typed) in " ".join(name) for name in one.names):
            inside.append(one.id)
    found = prefixed + inside
    seen = set(found)
    others = [one for one in named if one.id not in seen]
    return tuple(dict.fromkeys([*found, *_by_diminutive(typed, others), *_by_typo(typed, others)]))


def leading_name(text: str, candidates: Sequence[Candidate]) -> LeadingName | None:
    """The longest beginning of the text that is the name of a known contact, exact before similar."""
    body = squeeze(clean(text))
    pieces = list(_WORD.finditer(body))[:5]
    best: LeadingName | None = None
    for count in range(len(pieces), 0, -1):
        typed = body[: pieces[count - 1].end()]
        match = match_names(typed, candidates)
        found = LeadingName(typed, body[len(typed) :].lstrip(" :,.-–—"), match)
        if match.exact:
            return found
        if match.similar and best is None:
            best = found
    return best
