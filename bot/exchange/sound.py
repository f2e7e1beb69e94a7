"""What of a file of Abrazo's own makes sense, value by value: anybody may have written in it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache, cached_property
from typing import Annotated, Any, Generic, TypeVar, get_type_hints
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from bot.calendar.loader import known_countries
from bot.calendar.own import own_rule
from bot.domain.contacts import Contact, Note, PersonalDate, Relationship
from bot.domain.history import Past
from bot.domain.owners import (
    LONGEST_SAMPLE,
    LONGEST_SIGNATURE,
    LONGEST_STYLE,
    Owner,
    OwnOccasion,
)
from bot.domain.touch import EVERY, LATEST_DAY, Touch
from bot.exchange.entries import LONGEST_NAME, LONGEST_NOTE, tidy
from bot.parsing.date_reading import impossible_because
from bot.parsing.text import clean
from bot.parsing.vocabulary import LANGUAGES, load

Made = TypeVar("Made")

_YEARS = range(1900, 2200)
"""In which notes were written, greetings left and people are written to."""

_NAMED = frozenset(
    {"birthday", "anniversary", "name-day", "met", "work-anniversary", "client-anniversary"}
)
"""Kinds of personal date that have a name; every other one brings its own."""


def _if(holds: Callable[[Any], object]) -> AfterValidator:
    def check(value: Any) -> Any:
        if not holds(value):
            raise ValueError
        return value

    return AfterValidator(check)


def _text(longest: int, tidied: Callable[[str], str] = tidy) -> Any:
    return Annotated[
        str, AfterValidator(tidied), _if(lambda text: text.strip() and len(text) <= longest)
    ]


def _like(pattern: str) -> Any:
    return Annotated[str, StringConstraints(pattern=f"^(?:{pattern})$")]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


_Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,40}$")]
_Role = Annotated[str, _if(lambda role: role in load("es")["role"])]
_Tag = Annotated[str, StringConstraints(pattern=r"^[^\s#]{1,60}$")]
_LINE = _text(LONGEST_NAME)
_HOUR = Annotated[time, _if(lambda hour: hour.tzinfo is None)]
_INSTANT = Annotated[AwareDatetime, _if(lambda instant: instant.year in _YEARS)]
_PLACE = {
    "language": Annotated[str, _if(LANGUAGES.__contains__)],
    "country": Annotated[
        str, AfterValidator(str.upper), _if(lambda code: code in known_countries())
    ],
    "timezone": Annotated[str, _if(lambda zone: zone in _zones())],
}


@dataclass(frozen=True)
class Form(Generic[Made]):
    """How a thing of a file is read: each field by its type, or by a `narrower` one, and `fits`, which
    looks at the whole."""

    kind: type[Made]
    narrower: dict[str, Any]
    fits: Callable[[Made], object] = lambda _: True

    @cached_property
    def fields(self) -> dict[str, TypeAdapter[Any]]:
        """A reader for each field, made when a file comes: making them takes 0.1 s."""
        hints = get_type_hints(self.kind) | self.narrower
        return {name: TypeAdapter(hint) for name, hint in hints.items()}

    def sound(self, raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
        """The values that make sense, and the words of those that do not."""
        values, odd = {}, {}
        for name, value in raw.items():
            if name in self.fields:
                try:
                    values[name] = self.fields[name].validate_python(value)
                except (ValidationError, ArithmeticError):
                    odd[name] = words(value)
        return values, odd

    def whole(self, raw: Any) -> Made | None:
        """The thing, None unless all of it makes sense."""
        values, odd = self.sound(raw) if isinstance(raw, dict) else ({}, {"": ""})
        try:
            made = None if odd else self.kind(**values)
        except TypeError:  # a field that is no choice is missing
            return None
        return made if made is not None and self.fits(made) else None


def words(value: Any) -> str:
    """A value that makes no sense, as the file has it."""
    try:
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except RecursionError:
        return "[[[…"


CONTACT = Form(
    Contact,
    _PLACE
    | {
        "name": Annotated[str, AfterValidator(lambda name: tidy(name)[:LONGEST_NAME]), _if(len)],
        "nickname": _LINE | None,
        "form_of_address": _LINE | None,
        "roles": frozenset[_Role],
        "phone": _like(r"\+\d{5,15}") | None,
        "username": _like(r"\w{3,40}") | None,
        "email": _like(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,189}") | None,
        "tags": Annotated[frozenset[_Tag], Field(max_length=100)],
        "touch": Annotated[
            Touch,
            _if(lambda touch: touch.months in EVERY),
            _if(lambda touch: touch.first.day <= LATEST_DAY and touch.first.year in _YEARS),
        ]
        | None,
    },
)

NOTE = Form(Note, {"text": _text(LONGEST_NOTE, clean), "created_at": _INSTANT | None})

DATE = Form(
    PersonalDate,
    {"key": _Key, "name": _LINE | None},
    lambda day: (
        (day.key in _NAMED or day.name)
        and (day.year is None or day.year > 0)
        and impossible_because(day.day, day.month, day.year) is None
    ),
)

PAST = Form(
    Past,
    {
        "day": Annotated[date, _if(lambda day: day.year in _YEARS)],
        "occasions": Annotated[tuple[_Key, ...], Field(max_length=20)],
        "text": _text(LONGEST_NOTE, clean) | None,
        "at": _INSTANT | None,
    },
)

OWN = Form(
    OwnOccasion,
    {
        "key": _like("own-[a-z0-9-]{1,30}"),
        "name": _LINE,
        "rule": Annotated[str, _if(own_rule)],
    },
)

_Signature = Annotated[
    str, AfterValidator(tidy), _if(lambda text: 0 < len(text) <= LONGEST_SIGNATURE)
]

OWNER = Form(
    Owner,
    _PLACE
    | dict.fromkeys(("prepare_at", "send_at", "wakes_at", "sleeps_at"), _HOUR)
    | {
        "gap_days": Annotated[int, Field(ge=0, le=366)],
        "client_year": Annotated[int, Field(ge=0, le=366)],
        "pause_every": Annotated[int, Field(ge=0, le=1000)] | None,
        "area_code": _like(r"\d{1,6}") | None,
        "style": _text(LONGEST_STYLE) | None,
        "signature": _Signature | None,
        "signatures": dict[Relationship, _Signature],
    },
)

_SWITCH: TypeAdapter[Any] = TypeAdapter(tuple[_Key, Relationship, bool])
_SAMPLE: TypeAdapter[str] = TypeAdapter(_text(LONGEST_SAMPLE, clean))


def switch(raw: Any) -> tuple[tuple[str, Relationship], bool] | None:
    """A day turned on or off for a relationship."""
    try:
        key, who, on = _SWITCH.validate_python(raw)
    except ValidationError:
        return None
    return (key, who), on


def sample(raw: Any) -> str | None:
    """A text of the owner's own."""
    try:
        return _SAMPLE.validate_python(raw)
    except ValidationError:
        return None
