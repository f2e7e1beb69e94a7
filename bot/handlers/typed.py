"""What an owner types for one field of a contact, read into the change it means."""

import re
import secrets
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.contacts import Contact, PersonalDate
from bot.handlers.context import Turn
from bot.parsing.date_reading import DateReading, Status, date_order
from bot.parsing.dates import parse_date
from bot.parsing.heading import MAX_NAME
from bot.parsing.own_occasion import read_own_day
from bot.parsing.phones import parse_phone
from bot.parsing.text import clean, fold, has_letters, squeeze
from bot.parsing.vocabulary import countries
from bot.services import plan

_USERNAME = re.compile(r"(?:https?://)?(?:t\.me/|telegram\.me/|@)?([A-Za-z][A-Za-z0-9_]{3,31})/?")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")
_TAG = re.compile(r"#?([^\s,;#]{1,30})")
_MOST_TAGS = 20

_NAMED = "day-"
"""How the keys of dates with a name of their own begin."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood: `changes` of fields or a `day`, or the `problem` (a key of the locale
    files). `options`: readings to choose from, as values of the field."""

    changes: dict[str, Any] = field(default_factory=dict)
    day: PersonalDate | None = None
    problem: str | None = None
    options: tuple[str, ...] = ()


def read(turn: Turn, contact: Contact, name: str, words: str) -> Typed:
    """The change that these words mean for a field."""
    reader = _READERS.get(name, _name)
    return reader(turn, contact, name, squeeze(clean(words)))


def _name(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    if not has_letters(text):
        return Typed(problem="parse-name-without-letters")
    if len(text) > MAX_NAME:
        return Typed(problem="parse-name-too-long")
    return Typed({name: text})


def _country(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    code = countries().get(fold(text)) or (text.upper() if len(text) == 2 else "")
    known = code in countries().values()
    return Typed({"country": code}) if known else Typed(problem="typed-no-country")


def _username(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    found = _USERNAME.fullmatch(text)
    return Typed({"username": found[1]}) if found else Typed(problem="typed-no-username")


def _email(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    fits = _EMAIL.fullmatch(text)
    return Typed({"email": text}) if fits else Typed(problem="typed-no-email")


def _tags(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    tags = frozenset(found.lower() for found in _TAG.findall(text)[:_MOST_TAGS])
    return Typed({"tags": contact.tags | tags}) if tags else Typed(problem="typed-no-tag")


def _phone(turn: Turn, contact: Contact, name: str, text: str) -> Typed:
    owner = turn.owner
    country = contact.country if not text.startswith("+") else owner.country
    reading = parse_phone(text, country, owner.area_code if country == owner.country else None)
    if reading.e164 is None:
        area = reading.question == "area_code"
        return Typed(problem="typed-area-code" if area else "typed-no-phone")
    if reading.question == "is_mobile" and reading.mobile:
        return Typed(problem="typed-is-mobile", options=(reading.mobile, reading.e164))
    return Typed({"phone": reading.e164})


def _date(turn: Turn, contact: Contact, key: str, text: str) -> Typed:
    owner = turn.owner
    today = turn.unit.now.astimezone(ZoneInfo(owner.timezone)).date()
    order = date_order(owner.language, owner.country)
    reading = parse_date(text, today=today, language=owner.language, order=order, birthday=True)
    if reading.status is Status.OK and reading.month and reading.day:
        return Typed(day=PersonalDate(key, reading.month, reading.day, reading.year))
    if reading.status is Status.AMBIGUOUS and reading.options:
        options = tuple(_iso(option) for option in reading.options if option.month)
        return Typed(problem="typed-which-date", options=options)
    impossible = reading.status is Status.IMPOSSIBLE
    return Typed(problem="typed-impossible-date" if impossible else "typed-no-date")


def _other_day(turn: Turn, contact: Contact, key: str, text: str) -> Typed:
    """A date with a name, such as "3/5 el día que se recibió"; a year says since when."""
    owner = turn.owner
    read = read_own_day(
        text,
        today=plan.today_of(owner, turn.unit.now),
        language=owner.language,
        order=date_order(owner.language, owner.country),
    )
    day = read.reading
    if day is None or day.status is not Status.OK or not (day.month and day.day):
        return Typed(problem="typed-no-other-day")
    if not read.name:
        return Typed(problem="typed-other-day-without-name")
    key = f"{_NAMED}{secrets.token_hex(4)}"
    return Typed(day=PersonalDate(key, day.month, day.day, day.year, read.name))


def _iso(reading: DateReading) -> str:
    return f"{reading.year or 0:04}-{reading.month:02}-{reading.day:02}"


def from_iso(key: str, text: str) -> PersonalDate | None:
    """The yearly date of `1990-05-03`, or `0000-05-03` when the year is not known."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return PersonalDate(key, month, day, year or None)


_READERS = {
    "birthday": _date,
    "anniversary": _date,
    "name-day": _date,
    "met": _date,
    "work-anniversary": _date,
    "client-anniversary": _date,
    "other-day": _other_day,
    "phone": _phone,
    "country": _country,
    "username": _username,
    "email": _email,
    "tags": _tags,
}
