"""The screens behind a contact's card: what can be changed, and how."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.contacts import FriendsDay, Kind, Register, Relationship
from bot.domain.messages import Button, Message
from bot.domain.touch import EVERY
from bot.locales import LANGUAGES
from bot.services.approve import route_for, routes
from bot.views.buttons import marked, tap
from bot.views.contact import date_line, touch_name
from bot.views.naming import city, country_name, language_name, role_name, roles, zones
from bot.views.sheet import Sheet

MENU = (
    ("name", "nickname"),
    ("form_of_address", "register"),
    ("relationship", "roles"),
    ("dates", "tags"),
    ("phone", "username"),
    ("email", "language"),
    ("country", "timezone"),
    ("friends_day", "touch"),
    ("route", "paused"),
    ("kind", "deceased"),
    ("merge",),
)
"""What the edit screen offers."""

TYPED = frozenset(
    {"name", "nickname", "form_of_address", "phone", "username", "email", "tags", "country"}
)
"""Fields whose value is typed."""

OPTIONAL = TYPED - {"name", "country", "tags"}
"""Typed fields that can be empty."""

OTHER_DAY = "other-day"
"""A date with a name of its own."""

DATES = (
    "birthday",
    "anniversary",
    "name-day",
    "met",
    "work-anniversary",
    "client-anniversary",
    OTHER_DAY,
)

_NOT_FOR_CLIENTS = frozenset({"anniversary", "met", "work-anniversary"})

NEAR = ("AR", "UY", "CL", "BR", "MX", "CO", "ES", "IT", "US", "GB", "PT", "PE")
"""Countries offered as buttons; any other one is typed."""

_REGISTERS = {
    "es": (Register.VOS, Register.TU_ES, Register.USTED),
    "it": (Register.TU, Register.LEI),
    "pt": (Register.VOCE, Register.TU),
    "en": (Register.YOU,),
}


def menu(sheet: Sheet) -> Message:
    """✏️: every field a button."""
    rows = [
        tuple(sheet.button(f"field-{name.replace('_', '-')}", *_opens(name)) for name in row)
        for row in MENU
    ]
    text = f"{sheet.facts}\n\n{sheet.speech('edit-what')}"
    return sheet.screen(text, [*rows, sheet.out("person")])


def _opens(name: str) -> tuple[str, object]:
    return ("merge", 0) if name == "merge" else ("field", name)


def changed(sheet: Sheet, undo_id: int, asking: int) -> Message:
    """What it looks like now, with ↩️."""
    speech = sheet.speech
    lines = [speech("edited"), sheet.facts]
    if asking:
        lines.append(speech("edited-asks", count=asking, name=sheet.contact.called))
    rows = (
        (tap(speech, "btn-undo", "revert", undo_id), sheet.button("btn-edit", "change")),
        (sheet.button("btn-card", "person"), sheet.button("btn-shut", "shut")),
    )
    return sheet.screen("\n".join(lines), rows)


def field(sheet: Sheet, name: str, now: datetime) -> Message:
    """How one field is changed: by a choice, or by typing it."""
    speech, contact = sheet.speech, sheet.contact
    choices = _CHOICES[name](sheet, now) if name in _CHOICES else []
    key = name.replace("_", "-")
    whom = contact.name if name == "name" else contact.called
    text = speech(f"ask-field-{key}", name=whom)
    if name in OPTIONAL and getattr(contact, name):
        text += f"\n\n{getattr(contact, name)}"
        choices.append(sheet.button("btn-remove", "set", name, ""))
    wide = 3 if name == "roles" else 2
    rows = [tuple(choices[at : at + wide]) for at in range(0, len(choices), wide)]
    if name == "deceased" and not contact.deceased:
        rows.append((sheet.button("btn-forget", "forget"),))
    return sheet.screen(text, [*rows, sheet.out("change")])


def _choice(sheet: Sheet, name: str, value: object, text: str, *, current: bool) -> Button:
    return Button(marked(text, chosen=current), data=f"set:{sheet.contact.id}:{name}:{value}")


def _relationship(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(
            sheet,
            "relationship",
            one.value,
            sheet.speech(f"relationship-{one.value}"),
            current=sheet.contact.relationship is one,
        )
        for one in Relationship
    ]


def _register(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(
            sheet,
            "register",
            one.name,
            sheet.speech(f"addressed-{one.name.lower().replace('_', '-')}"),
            current=sheet.contact.register is one,
        )
        for one in _REGISTERS.get(sheet.contact.language.partition("-")[0], tuple(Register))
    ]


def _roles(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(
            sheet,
            "roles",
            role,
            role_name(role, sheet.speech),
            current=role in sheet.contact.roles,
        )
        for role in roles()
    ]


def _language(sheet: Sheet, now: datetime) -> list[Button]:
    current = sheet.contact.language.partition("-")[0]
    return [
        _choice(sheet, "language", code, language_name(code, sheet.speech), current=code == current)
        for code in LANGUAGES
    ]


def _country(sheet: Sheet, now: datetime) -> list[Button]:
    current = sheet.contact.country
    return [
        _choice(sheet, "country", code, country_name(code, sheet.speech), current=code == current)
        for code in dict.fromkeys((sheet.owner.country, *NEAR))
    ]


def _timezone(sheet: Sheet, now: datetime) -> list[Button]:
    """The clocks of the contact's country with the hour it is there: that is how one knows them.
    Of zones that always show the same hour one is enough."""
    mine = sheet.contact.timezone
    clocks: dict[object, tuple[int, str]] = {}
    for number, zone in enumerate(zones(sheet.contact.country)):
        known = clocks.setdefault(_clock(zone, now.year), (number, zone))
        if zone == mine != known[1]:
            clocks[_clock(zone, now.year)] = (number, zone)
    return [
        _choice(
            sheet,
            "timezone",
            number,
            f"{city(zone, sheet.speech)} · {sheet.speech.hour(now.astimezone(ZoneInfo(zone)))}",
            current=zone == mine,
        )
        for number, zone in clocks.values()
    ]


def _clock(zone: str, year: int) -> tuple[timedelta | None, ...]:
    """How far a zone is from UTC in each month: two with the same answers show the same hour."""
    info = ZoneInfo(zone)
    return tuple(info.utcoffset(datetime(year, month, 15, 12)) for month in range(1, 13))  # noqa: DTZ001 - a wall clock's own


def _tags(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(sheet, "tags", number, f"✖️ #{tag}"[:40], current=False)
        for number, tag in enumerate(sorted(sheet.contact.tags))
    ]


def _kind(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(
            sheet,
            "kind",
            one.value,
            sheet.speech(f"kind-{one.value}"),
            current=sheet.contact.kind is one,
        )
        for one in Kind
    ]


def _route(sheet: Sheet, now: datetime) -> list[Button]:
    taken = route_for(sheet.contact, sheet.ways)
    return [
        _choice(sheet, "route", one.value, sheet.speech(f"route-{one.value}"), current=one is taken)
        for one in routes(sheet.contact, sheet.ways)
    ]


def _paused(sheet: Sheet, now: datetime) -> list[Button]:
    return [
        _choice(
            sheet,
            "paused",
            int(wanted),
            sheet.speech("choice-no-greetings" if wanted else "choice-greetings"),
            current=sheet.contact.paused is wanted,
        )
        for wanted in (False, True)
    ]


def _deceased(sheet: Sheet, now: datetime) -> list[Button]:
    if sheet.contact.deceased:
        return [sheet.button("btn-alive", "set", "deceased", 0)]
    return [sheet.button("btn-keep-memory", "set", "deceased", 1)]


def _dates(sheet: Sheet, now: datetime) -> list[Button]:
    known = {day.key for day in sheet.dates}
    client = sheet.contact.relationship is Relationship.CLIENT
    hidden = _NOT_FOR_CLIENTS if client else {"client-anniversary"}
    add = [sheet.button(f"btn-date-{key}", "field", key) for key in DATES if key not in hidden]
    drop = [
        Button(f"✖️ {date_line(day, sheet.speech)}"[:40], data=f"set:{sheet.contact.id}:{day.key}:")
        for day in sheet.dates
        if day.key in known
    ]
    return add + drop


def _friends_day(sheet: Sheet, now: datetime) -> list[Button]:
    current, speech = sheet.contact.friends_day, sheet.speech
    usual = _choice(sheet, "friends_day", "", speech("as-with-everybody"), current=current is None)
    return [
        usual,
        *(
            _choice(
                sheet,
                "friends_day",
                one.value,
                speech("settings-friends-day", choice=one.value),
                current=current is one,
            )
            for one in FriendsDay
        ),
    ]


def _touch(sheet: Sheet, now: datetime) -> list[Button]:
    current = sheet.contact.touch.months if sheet.contact.touch else 0
    return [
        _choice(sheet, "touch", months, touch_name(months, sheet.speech), current=months == current)
        for months in (0, *EVERY)
    ]


_CHOICES: dict[str, Callable[[Sheet, datetime], list[Button]]] = {
    "relationship": _relationship,
    "register": _register,
    "roles": _roles,
    "language": _language,
    "country": _country,
    "timezone": _timezone,
    "tags": _tags,
    "kind": _kind,
    "friends_day": _friends_day,
    "touch": _touch,
    "route": _route,
    "paused": _paused,
    "deceased": _deceased,
    "dates": _dates,
}
