"""Finds the contact a name means: typed exactly, by a diminutive, with a typo."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
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


class Known(tuple[Candidate, ...]):
    """Candidates that many names will be looked up among: what that takes is made ready once."""

    @cached_property
    def named(self) -> tuple[_Named, ...]:
        """Each with its names cut into words, in the same order."""
        titles = words("titles") | words("first_name_titles")
        prepared = []
        for identity, *typed in self:
            names = tuple(tuple(_WORD.findall(fold(name))) for name in typed if name)
            full = names[0] if names else ()
            bare = tuple(word for word in full if word not in titles) or full
            prepared.append(_Named(identity, names, bare, frozenset().union(*names)))
        return tuple(prepared)

    @cached_property
    def by_word(self) -> dict[str, list[_Named]]:
        """Who bears a word, folded, in any of their names."""
        bearers: dict[str, list[_Named]] = {}
        for one in self.named:
            for word in one.known:
                bearers.setdefault(word, []).append(one)
        return bearers

    @cached_property
    def by_given(self) -> dict[str, list[_Named]]:
        """Who may be called so, as diminutives are made: by a first name or the first two."""
        bearers: dict[str, list[_Named]] = {}
        for one in self.named:
            first = {
                " ".join(one.bare[:2]),
                *(name[0] for name in one.names if name),
                *one.bare[:1],
            }
            for name in filter(None, first):
                bearers.setdefault(name, []).append(one)
        return bearers

    def by_form(self, length: int) -> dict[str, list[_Named]]:
        """Who bears what of so many words, as it may be mistyped."""
        if length not in self._by_length:
            bearers: dict[str, list[_Named]] = {}
            for one in self.named:
                for form in _forms(one, length):
                    bearers.setdefault(form, []).append(one)
            self._by_length[length] = bearers
        return self._by_length[length]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every name, folded: what is none of them need not be looked up."""
        names = (str(name) for _, *names in self for name in names if name)
        words = (word for name in names for word in re.findall(r"[\w'’.-]+", fold(name)))
        return frozenset(part for word in words for part in (word, *re.findall(r"\w+", word)))

    @cached_property
    def _by_length(self) -> dict[int, dict[str, list[_Named]]]:
        return {}


def _known(candidates: Sequence[Candidate]) -> Known:
    return candidates if isinstance(candidates, Known) else Known(candidates)


def match_names(query: str, candidates: Sequence[Candidate]) -> Match:
    """Whom a typed name means. A full name beats a first name, a first name a surname, and
    anything exact what is merely similar; then come diminutives, then typos."""
    typed = _words(clean(query))
    known = _known(candidates)
    exact, weaker = _exact(typed, known)
    similar = _similar(typed, known, {*exact, *weaker})
    return Match(exact, (*weaker, *similar)[:_MOST_SIMILAR])


def _exact(typed: tuple[str, ...], known: Known) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who bears the name in the strongest sense anybody does, and who does in a weaker one."""
    tiers: dict[int, list[int]] = {}
    for one in known.by_word.get(typed[0], ()) if typed else ():
        if one.known.issuperset(typed):
            tiers.setdefault(_exactness(typed, one), []).append(one.id)
    best = tiers.pop(min(tiers), []) if tiers else []
    return tuple(best), tuple(found for tier in sorted(tiers) for found in tiers[tier])


def _exactness(typed: tuple[str, ...], one: _Named) -> int:
    """0 the full name, 1 a nickname, form of address or first name, 2 further words of the name."""
    if typed in {one.names[0], one.bare}:
        return 0
    return 1 if typed in one.names or typed == one.bare[: len(typed)] else 2


def _similar(typed: tuple[str, ...], known: Known, seen: Collection[int]) -> tuple[int, ...]:
    """Who may be meant, but for those seen already."""
    if not typed:
        return ()
    found = dict.fromkeys([*_by_diminutive(typed, known), *_by_typo(typed, known, seen)])
    return tuple(one for one in found if one not in seen)


def _by_diminutive(typed: tuple[str, ...], known: Known) -> list[int]:
    first, further = typed[0], set(typed[1:])
    bearers = {
        one.id
        for given, some in known.by_given.items()
        if _same_person(first, given)
        for one in some
        if further <= one.known
    }
    return [one.id for one in known.named if one.id in bearers] if bearers else []


def _by_typo(typed: tuple[str, ...], known: Known, seen: Collection[int]) -> list[int]:
    text = " ".join(typed)
    if len(text) < 3:
        return []
    bearers = known.by_form(len(typed))
    hits = process.extract(
        text,
        bearers.keys(),
        scorer=fuzz.ratio,
        score_cutoff=_TYPO if len(text) > 4 else _SHORT_TYPO,
        limit=None if seen else _MOST_SIMILAR,
    )
    fresh = ([one.id for one in bearers[form] if one.id not in seen] for form, _, _ in hits)
    return [one for some in islice(filter(None, fresh), _MOST_SIMILAR) for one in some]


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
    prefixed, inside = [], []
    whole = " ".join(typed)
    known = _known(candidates)
    for one in known.named:
        if all(any(word.startswith(piece) for word in one.known) for piece in typed):
            prefixed.append(one.id)
        elif any(whole in " ".join(name) for name in one.names):
            inside.append(one.id)
    return (*prefixed, *inside, *_similar(typed, known, {*prefixed, *inside}))


def leading_name(text: str, candidates: Sequence[Candidate]) -> LeadingName | None:
    """The longest beginning of the text that is the name of a known contact, exact before similar.

    Similar is only its first word, so that "Juana se casó" is nobody else's likeness.
    """
    body = squeeze(clean(text))
    known = _known(candidates)
    pieces = list(_WORD.finditer(body))[:_MOST_NAME_WORDS]
    for count in range(len(pieces), 0, -1):
        end = pieces[count - 1].end()
        exact, weaker = _exact(_words(body[:end]), known)
        if exact:
            return _leading(body, end, Match(exact, weaker[:_MOST_SIMILAR]))
    first = pieces[0].end() if pieces else 0
    similar = _similar(_words(body[:first]), known, ())
    return _leading(body, first, Match(similar=similar[:_MOST_SIMILAR])) if similar else None


def _leading(body: str, end: int, match: Match) -> LeadingName:
    return LeadingName(body[:end], body[end:].lstrip(" :,.-–—"), match)
