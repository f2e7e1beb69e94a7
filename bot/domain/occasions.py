"""Dated reasons to greet: which day they fall on, and whom they concern.

Easter, whose rule needs a library, has the same shape and lives in `bot.calendar`.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from bot.domain.contacts import Contact, Relationship
from bot.domain.drafting import OccasionRef


class Rule(Protocol):
    """When something happens: none, one or (a lunar feast) two days of a Gregorian year."""

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of that year, in order; none where the rule or its table says nothing."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same month and day every year; 29 February exists in leap years only."""

    month: int
    day: int

    def dates_in(self, year: int) -> tuple[date, ...]:
        """One day, or none for 29 February in a common year."""
        try:
            return (date(year, self.month, self.day),)
        except ValueError:
            return ()


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth weekday of a month (Monday is 0; n = -1 is the last), `offset` days later."""

    weekday: int
    n: int
    month: int
    offset: int = 0

    def dates_in(self, year: int) -> tuple[date, ...]:
        """One day."""
        if self.n > 0:
            first = date(year, self.month, 1)
            day = first + timedelta((self.weekday - first.weekday()) % 7 + 7 * (self.n - 1))
        else:
            last = date(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(1)
            day = last - timedelta((last.weekday() - self.weekday) % 7 - 7 * (self.n + 1))
        return (day + timedelta(self.offset),)


@dataclass(frozen=True, slots=True)
class Unless:
    """`rule`, but `otherwise` in years when it would meet `clash` (France's Mother's Day)."""

    rule: Rule
    clash: Rule
    otherwise: Rule

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of whichever rule holds that year."""
        days = self.rule.dates_in(year)
        return self.otherwise.dates_in(year) if set(days) & set(self.clash.dates_in(year)) else days


@dataclass(frozen=True, slots=True)
class Until:
    """`before` up to and including a year, `rule` afterwards: the custom was moved for good."""

    rule: Rule
    year: int
    before: Rule

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of whichever rule holds that year."""
        return (self.before if year <= self.year else self.rule).dates_in(year)


@dataclass(frozen=True, slots=True)
class Moved:
    """`rule`, except in the years somebody (a chamber of commerce, an election) moved the day."""

    rule: Rule
    days: Mapping[int, date] = field(hash=False)

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The moved day, or the rule's."""
        return (self.days[year],) if year in self.days else self.rule.dates_in(year)


@dataclass(frozen=True, slots=True)
class Table:
    """The days of a feast that no simple arithmetic gives (the moon's calendars), in order."""

    days: tuple[date, ...]

    def dates_in(self, year: int) -> tuple[date, ...]:
        """None outside the table: silence is better than a wrong day."""
        first = bisect_left(self.days, date(year, 1, 1))
        return self.days[first : bisect_right(self.days, date(year, 12, 31))]


class Audience(StrEnum):
    """Whom an occasion is for (`for` in the data files)."""

    FRIENDS = "friends"
    PARTNERS = "partners"
    MOTHERS = "mothers"
    FATHERS = "fathers"
    GRANDPARENTS = "grandparents"
    GRANDFATHERS = "grandfathers"
    GRANDMOTHERS = "grandmothers"
    CHILDREN = "children"
    WOMEN = "women"
    TEACHERS = "teachers"
    SCHOOLTEACHERS = "schoolteachers"
    PROFESSORS = "professors"
    STUDENTS = "students"
    SECRETARIES = "secretaries"
    DOCTORS = "doctors"
    NAMESAKES = "namesakes"
    NEAR = "near"
    EVERYONE = "everyone"
    CHRISTIANS = "christians"
    JEWS = "jews"
    MUSLIMS = "muslims"
    HINDUS = "hindus"
    CHINESE = "chinese"


@dataclass(frozen=True, slots=True)
class Who:
    """What makes somebody part of an audience: one of the relationships and, where given, one of
    the roles or one of the tags (which are the owner's own words)."""

    relationships: frozenset[Relationship]
    roles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


_INTIMATE = frozenset({Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER})
_NEAR = _INTIMATE | {Relationship.COLLEAGUE}
_ALL = frozenset(Relationship)


def _role(*roles: str) -> Who:
    return Who(_INTIMATE, roles=frozenset(roles))


def _profession(*roles: str) -> Who:
    return Who(_ALL, roles=frozenset(roles))


def _faith(*tags: str) -> Who:
    return Who(_ALL, tags=frozenset(tags))


WHO: Mapping[Audience, Who] = MappingProxyType(
    {
        Audience.FRIENDS: Who(frozenset({Relationship.FRIEND})),
        Audience.PARTNERS: Who(frozenset({Relationship.PARTNER})),
        Audience.MOTHERS: _role("mother"),
        Audience.FATHERS: _role("father"),
        Audience.GRANDPARENTS: _role("grandparent", "grandfather", "grandmother"),
        Audience.GRANDFATHERS: _role("grandfather"),
        Audience.GRANDMOTHERS: _role("grandmother"),
        Audience.CHILDREN: _role("child", "son", "daughter"),
        Audience.WOMEN: _role("woman", "mother", "grandmother", "daughter"),
        Audience.TEACHERS: _profession("teacher", "professor"),
        Audience.SCHOOLTEACHERS: _profession("teacher"),
        Audience.PROFESSORS: _profession("professor"),
        Audience.STUDENTS: _profession("student"),
        Audience.SECRETARIES: _profession("secretary"),
        Audience.DOCTORS: _profession("doctor"),
        Audience.NAMESAKES: Who(_NEAR),
        Audience.NEAR: Who(_NEAR),
        Audience.EVERYONE: Who(_NEAR | {Relationship.CLIENT}),
        Audience.CHRISTIANS: _faith(
            "christian", "cristiano", "cristiana", "cristao", "crista", "catolico", "catolica",
            "cattolico", "cattolica", "catholic", "ortodoxo", "ortodoxa", "ortodosso", "ortodossa",
            "orthodox", "evangelico", "evangelica", "protestant",
        ),
        Audience.JEWS: _faith(
            "jewish", "jew", "judio", "judia", "judeu", "judaico", "judaica", "ebreo", "ebrea",
            "hebreo", "hebrea",
        ),
        Audience.MUSLIMS: _faith(
            "muslim", "musulman", "musulmana", "musulmano", "muculmano", "muculmana", "islam",
        ),
        Audience.HINDUS: _faith("hindu", "indu", "hinduismo"),
        Audience.CHINESE: _faith("chinese", "chino", "china", "cinese", "chines", "chinesa"),
    }
)  # fmt: skip
"""Who is greeted on what unless the owner says otherwise, after rules 5 and 6 of the product:
Friend's Day is for friends alone (a client is never treated as an intimate friend, family has days
of its own, an acquaintance would get a chain); days of a role go to intimates who have it; days of
a profession go to anybody who practises it; the New Year reaches clients too; a feast of a faith
reaches only those the owner tagged with it."""


def folded(text: str) -> str:
    """Lower case without accents, so that «Católica» is `catolica` and «José» is `jose`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()


def text_in(texts: Mapping[str, str], language: str) -> str | None:
    """The text for a reader of a language tag (`pt-BR` reads `pt`), or else the English one."""
    return texts.get(language.partition("-")[0].lower()) or texts.get("en")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry of the calendar.

    `countries`: ISO 3166 codes; empty means worldwide. `beside`: the key under which a worldwide
    day stays listed, off, in a country that keeps its own on another date. `default`: greeted
    unless the owner says otherwise; contested and uncertain days are not, and `notes` says why, by
    language. `given_names` are folded; only name days have them, and all share one key.
    """

    key: str
    rule: Rule
    rule_text: str
    names: Mapping[str, str] = field(hash=False)
    audience: Audience
    countries: frozenset[str] = frozenset()
    beside: str | None = None
    source: str = ""
    confidence: str = "high"
    default: bool = True
    notes: Mapping[str, str] = field(default_factory=dict, hash=False)
    given_names: frozenset[str] = frozenset()

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of that year; a feast that begins at sunset has its first full day."""
        return self.rule.dates_in(year)

    def name_in(self, language: str) -> str:
        """The name for a reader of a language tag, English where unknown."""
        return text_in(self.names, language) or self.key

    def note_in(self, language: str) -> str | None:
        """What the owner should know about the day, in their language or else in English."""
        return text_in(self.notes, language)

    def ref_in(self, language: str) -> OccasionRef:
        """What a drafter is told of it."""
        return OccasionRef(self.key, self.name_in(language))


@dataclass(frozen=True, slots=True, order=True)
class OccasionDay:
    """An occasion on one of its days."""

    day: date
    occasion: Occasion = field(compare=False)


def concerns(occasion: Occasion, contact: Contact) -> bool:
    """Whether the occasion is this contact's by default, leaving dates, places and `default` aside.

    A tag that is the occasion's own key (`rosh-hashanah`) makes it theirs whatever they are to the
    owner. Who is deceased or wants no greetings is concerned by nothing.
    """
    return _greetable(contact) and (
        occasion.key in contact.tags
        or (
            contact.relationship in WHO[occasion.audience].relationships
            and _fits(occasion, contact)
        )
    )


Switches = Mapping[tuple[str, Relationship], bool]
"""What the owner turned on or off: (occasion key, relationship)."""


def greeted(occasion: Occasion, contact: Contact, switches: Switches) -> bool:
    """Whether the contact gets a greeting: the owner's switch for their relationship, else the
    default. A switch widens to a relationship, never to people without the day's role or faith."""
    wanted = switches.get((occasion.key, contact.relationship))
    if wanted is None:
        return occasion.default and concerns(occasion, contact)
    return wanted and _greetable(contact) and _fits(occasion, contact)


def _greetable(contact: Contact) -> bool:
    return not (contact.paused or contact.deceased)


def _fits(occasion: Occasion, contact: Contact) -> bool:
    """Whether somebody has the role, faith or name the day is about (if it is about one)."""
    who = WHO[occasion.audience]
    if occasion.key in contact.tags:
        return True
    if who.roles and not who.roles & contact.roles:
        return False
    if who.tags and not who.tags & {folded(tag) for tag in contact.tags}:
        return False
    if occasion.audience is Audience.NAMESAKES:
        return folded(contact.first_name) in occasion.given_names
    return True
