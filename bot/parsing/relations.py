"""What somebody is to the owner, read at the beginning of some words ("es mi amiga de la facu")."""

import re
from dataclasses import dataclass
from functools import cache

from bot.domain.contacts import Relationship
from bot.parsing.text import fold
from bot.parsing.vocabulary import alternation, any_of, meanings, words

PROFESSIONS = frozenset({"secretary", "teacher", "doctor", "nurse", "student"})
"""Roles that say what somebody does, not what they are to the owner; all others but a boss are kin."""

_OWNED = frozenset({Relationship.FAMILY, Relationship.PARTNER})

PARENTS = frozenset({"mother", "father", "grandmother", "grandfather"})
"""Roles with a day of their own, whoever's mother or father somebody is."""

NAMING_ROLES = frozenset({"grandmother", "grandfather", "aunt", "uncle"})
"""Roles that are said as part of the name: "Tía Marta"."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation said, where its own words begin (behind "es mi") and where they end.

    `former`: an ex; `coming`: not yet ("posible cliente"); `denied`: "no es cliente"; `of_other`:
    somebody else's ("hermana de Juan").
    """

    relationship: Relationship | None
    role: str | None
    start: int
    end: int
    own: bool = False
    former: bool = False
    coming: bool = False
    denied: bool = False
    of_other: bool = False

    @property
    def owned(self) -> bool:
        """Whether it names a bond that could as well be somebody else's: "marido", "hija"."""
        return self.relationship in _OWNED and not self.own

    @property
    def plain(self) -> bool:
        """Whether it may be taken at its word."""
        return not (self.former or self.coming or self.denied or self.of_other)


def _implied(role: str) -> Relationship | None:
    if role in PROFESSIONS:
        return None
    return Relationship.COLLEAGUE if role == "boss" else Relationship.FAMILY


@cache
def _table(language: str) -> dict[str, tuple[Relationship | None, str | None]]:
    """Folded phrase → relationship and role; the owner's language decides what a word means."""
    table: dict[str, tuple[Relationship | None, str | None]] = {}
    for phrase, key in meanings("relationship", language).items():
        table[phrase] = (Relationship(key), None)
    for phrase, role in meanings("role", language).items():
        table.setdefault(phrase, (_implied(role), role))
    for phrase in words("prospects"):
        table.setdefault(phrase, (Relationship.CLIENT, "prospect"))
    return table


@cache
def _pattern(language: str) -> re.Pattern[str]:
    marks = any_of("marks")
    own = any_of("own")
    return re.compile(
        rf"(?P<marks>(?:(?:{marks})(?:\s+|(?<='))){{0,4}})"
        rf"(?:(?P<not>{any_of('not')})\s+)?"
        rf"(?:(?:{marks})(?:\s+|(?<='))){{0,4}}"
        rf"(?:(?P<former>{any_of('former')})[\s-]+"
        rf"|(?P<coming>{any_of('prospect')})\s+)?"
        rf"(?P<what>{alternation(_table(language))})(?![\w'’-])"
        rf"(?:\s+(?P<later>{any_of('prospect')})(?!\w))?"
        rf"(?:\s+(?P<mine>{own})(?!\w))?"
    )


def read(text: str, language: str) -> Relation | None:
    """The relation the text begins with."""
    folded = fold(text)
    found = _pattern(language).match(folded)
    if not found:
        return None
    relationship, role = _table(language)[" ".join(found["what"].split())]
    marks = set(found["marks"].split())
    own = bool(found["mine"]) or bool(marks & words("own")) or found["what"].startswith("mi ")
    rest = folded[found.end() :].split()
    others = bool(rest) and rest[0] in words("of") and not own
    belongs = relationship in _OWNED or role == "boss"
    prospect = role == "prospect"
    return Relation(
        relationship=relationship,
        role=None if prospect else role,
        start=found.start("former") if found["former"] else found.start("what"),
        end=found.end(),
        own=own,
        former=bool(found["former"]),
        coming=prospect or bool(found["coming"] or found["later"]),
        denied=bool(found["not"]),
        of_other=others and belongs,
    )
