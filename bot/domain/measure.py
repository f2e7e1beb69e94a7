"""The right measure: when a greeting that is due is held back, why, and whose turn comes first (rule 6
of the product)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.contacts import Contact, Relationship
from bot.domain.greetings import State

YEAR = timedelta(days=365)

GREETED = frozenset(
    {State.APPROVED, State.SENDING, State.HANDED_OFF, State.SENT, State.UNKNOWN, State.CALL}
)
"""States in which a greeting has reached somebody, may have, or is on its way."""


class Why(StrEnum):
    """What holds a greeting back."""

    GAP = "gap"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Greeted:
    """A day on which somebody was greeted. `counts`: whether it starts a gap; personal dates and
    Friend's Day do not."""

    day: date
    counts: bool


@dataclass(frozen=True, slots=True)
class Held:
    """Why a greeting is held back; `last` is the greeting that it follows too soon."""

    why: Why
    last: date


def held_back(
    day: date,
    relationship: Relationship,
    history: Iterable[Greeted],
    gap_days: int,
    client_year: int,
) -> Held | None:
    """What holds back a greeting that obeys the measure, or None when it may be written. `client_year`:
    greetings a client gets within a year at most, their personal dates aside."""
    before = sorted(one.day for one in history if one.counts and one.day < day)
    if before and (day - before[-1]).days < gap_days:
        return Held(Why.GAP, before[-1])
    this_year = [one for one in before if one > day - YEAR]
    if relationship is Relationship.CLIENT and len(this_year) >= client_year:
        return Held(Why.CLIENT, before[-1])
    return None


_CLOSEST = (
    Relationship.PARTNER,
    Relationship.FAMILY,
    Relationship.FRIEND,
    Relationship.COLLEAGUE,
    Relationship.CLIENT,
    Relationship.ACQUAINTANCE,
)


def turn_of(contact: Contact, last_greeted: date | None) -> tuple[int, date, str]:
    """What puts the people of one day in order: the closest first, then who was not greeted for
    longest; the name settles the rest."""
    closeness = _CLOSEST.index(contact.relationship)
    return closeness, last_greeted or date.min, contact.name.casefold()
