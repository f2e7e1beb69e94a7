"""What a reader found in a file, before anybody compares it with the contacts there are."""

from dataclasses import dataclass
from datetime import date

from bot.domain.contacts import PersonalDate


class Unreadable(Exception):
    """The file as a whole can't be used: `key` says why (see `import-bad-*` in the locale files).

    Keys: `empty`, `zip`, `excel`, `unknown`, `no_name_column`, `too_many`, `too_big`,
    `not_abrazo`, `newer`.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Entry:
    """One card or row, as it stands in the file; phones as written, the first
    `mobiles` of them said to be mobile, `relation` a word for what they
    are to the owner, `odd` values that say something which could not be read."""

    name: str
    nickname: str | None = None
    phones: tuple[str, ...] = ()
    mobiles: int = 0
    emails: tuple[str, ...] = ()
    username: str | None = None
    birthday: PersonalDate | None = None
    anniversary: PersonalDate | None = None
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    relation: str | None = None
    country: str | None = None
    language: str | None = None
    group: bool = False
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A card or row that is left out: what it calls itself, and why.

    Reasons: `nameless`, `broken`, `formula`.
    """

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Every card or row of a file is in one of the two."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Birthday:
    """Somebody's, by the name the file has for them."""

    name: str
    day: PersonalDate


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day of every year; `rule` as the calendar's tables write it."""

    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Dates:
    """What a calendar holds for Abrazo. `left_out`: how many events are no days of every year."""

    birthdays: tuple[Birthday, ...]
    yearly: tuple[Yearly, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event to write: a whole day, and how it comes again, as RFC 5545 says it ("FREQ=YEARLY").
    `since`: the year in which it happened, if known."""

    uid: str
    summary: str
    start: date
    again: str | None = None
    since: int | None = None


MOST = 10_000
"""Cards or rows of one file; reading them takes some seconds."""

LONGEST_NAME = 80
LONGEST_NOTE = 4096
"""Characters that are kept."""


def tidy(text: str | None) -> str:
    """A value of one line: control characters and runs of white space gone."""
    visible = "".join(char if char.isprintable() else " " for char in text or "")
    return " ".join(visible.split())


def is_a_name(text: str, emails: tuple[str, ...]) -> bool:
    """Whether somebody can be called that: not by emoji, a number or their own e-mail address."""
    return any(char.isalpha() for char in text) and text.casefold() not in map(str.casefold, emails)


def tag_of(label: str) -> str:
    """A group's name as a tag; empty for those that an address book puts everybody into."""
    tag = tidy(label).lstrip("*# ")
    return "" if tag.lower().startswith(("mycontacts", "starred")) else tag


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the cell instead of showing it."""
    return text.startswith(("=", "@")) or (text[:1] in "+-" and any(c in text for c in "(|!"))
