"""Who uses the bot, their hours, and how they like things."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, Self

from bot.domain.contacts import FriendsDay, LeapDay, Relationship

GAP_DAYS = 21
"""Least days between two greetings to one person, until the owner says otherwise."""

CLIENT_YEAR = 4
"""Greetings to a client within a year at most, until the owner says otherwise."""

SAMPLES = 10
"""Texts of the owner's own that are kept as examples of how they write."""

LONGEST_SAMPLE = 600
LONGEST_STYLE = 200
LONGEST_SIGNATURE = 60
"""Characters."""


@dataclass(frozen=True, slots=True)
class OwnOccasion:
    """A day the owner made: `rule` is `fixed:09-15`, `nth:SAT,2,OCT` or `once:2027-09-15`."""

    key: str
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Question:
    """That the owner was asked on `on` for a memory of a contact due on `day`; `again` when they
    said tomorrow."""

    contact_id: int
    day: date
    on: date
    again: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose contacts these are. `id` is the Telegram user id; hours are local.

    `area_code`: what stands before a local number where they live, once they have said it.
    `pause_every`: cards between two offers of a pause, 0 for none, None for the installation's.
    `signature`: for letters and clients; `signatures`: in its place, for all of a relationship.
    `switches`: what they turned on or off, by occasion key and relationship. `milestones`: whether
    drafts may say that a birthday is a round one. `hints`: which of the hints they have had.
    `ask_after`: no question for a memory before that instant. `followed_up`: the last day they were
    asked about afterwards; `opened_on`: the last day whose ronda was opened with a word.
    """

    id: int
    name: str
    language: str
    country: str
    timezone: str
    prepare_at: time
    send_at: time
    next_plan_at: datetime
    wakes_at: time = time(8)
    sleeps_at: time = time(22, 30)
    gap_days: int = GAP_DAYS
    client_year: int = CLIENT_YEAR
    area_code: str | None = None
    pause_every: int | None = None
    talk_with_model: bool = True
    style: str | None = None
    samples: tuple[str, ...] = ()
    signature: str | None = None
    signatures: Mapping[Relationship, str] = field(default_factory=dict, hash=False)
    follow_up: bool = True
    switches: Mapping[tuple[str, Relationship], bool] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    own: tuple[OwnOccasion, ...] = ()
    friends_day: FriendsDay = FriendsDay.MINE
    leap_day: LeapDay = LeapDay.FEBRUARY_28
    milestones: bool = False
    hints: frozenset[str] = frozenset()
    questions: tuple[Question, ...] = ()
    ask_after: datetime | None = None
    followed_up: date | None = None
    opened_on: date | None = None

    def evolve(self, **changes: Any) -> Self:
        """A copy with changes."""
        return replace(self, **changes)
