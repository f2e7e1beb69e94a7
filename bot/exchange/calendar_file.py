"""Calendars as files (iCalendar, RFC 5545): birthdays and days of every year in, one's own out."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice, takewhile
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component, Event

from bot.domain.contacts import PersonalDate
from bot.exchange.entries import (
    LONGEST_NAME,
    MOST,
    Birthday,
    CalendarEntry,
    Dates,
    Unreadable,
    Yearly,
    tidy,
)

AHEAD = 8
"""Years in which a rule is looked at to tell which day of every year it means."""

MOST_IMPOSSIBLE = 3
"""Rules that mean no day at all (31 February): each is looked for up to the year 9999, and calendars that
people keep have none."""

MOST_DAYS = 1000
"""Days that a rule is followed through: one of every year needs one a year since it began."""

_SINCE = "X-ABRAZO-SINCE"
"""Of our own files: the year in which it happened. Other calendars begin an event in any year."""

_OURS = "-contact@abrazo"
"""How the UID of a contact's date ends: /import of the JSON brings it back, not a calendar."""

_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

_BIRTHDAYS = (
    r"(?:el )?cumple(?:años)?(?: de(?:l)?)?[:\s]+(?P<name>.+)",
    r"¡?feliz cumple(?:años)?,? (?P<name>.+?)!?",
    r"(?P<name>.+) cumple años",
    r"(?P<name>.+?)['’]s? (?:\d+\w\w )?(?:birthday|bday)",
    r"(?:birthday|bday)(?: of)?[:\s-]+(?P<name>.+)",
    r"happy birthday,? (?P<name>.+?)!?",
    r"(?P<name>.+?)\s*[-–—:]\s*(?:birthday|cumple(?:años)?|compleanno|aniversário)",
    r"compleanno(?: di|:)? (?P<name>.+)",
    r"aniversário(?: d[aeo]|:)? (?P<name>.+)",
    r"🎂\s*(?P<name>.+)",
)
"""How calendars of the four languages call a birthday. "Aniversario de …" without the accent is
Spanish, and no birthday."""

_YEAR = re.compile(r"\s*\(\D{0,3}(?P<year>(?:19|20)\d\d)?\d*\)\s*$")


class _Never(Exception):
    """A rule that means no day."""


def read(data: bytes, today: date) -> Dates:
    """What stands in a calendar; an event that can't be read costs only itself. Raises Unreadable."""
    if data.upper().count(b"BEGIN:VEVENT") > MOST:
        raise Unreadable("too_many")
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError):
        raise Unreadable("unknown") from None
    events = [event for one in calendars for event in one.walk("VEVENT")]
    birthdays: dict[tuple[str, int, int], Birthday] = {}
    yearly: dict[tuple[str, str], Yearly] = {}
    left_out = impossible = 0
    for event in events:
        try:
            found = _understood(event, today)
        except _Never:
            found = None
            impossible += 1
            if impossible > MOST_IMPOSSIBLE:
                raise Unreadable("unknown") from None
        if isinstance(found, Birthday):
            birthdays[found.name.casefold(), found.day.month, found.day.day] = found
        elif found is not None:
            yearly[found.name.casefold(), found.rule] = found
        else:
            left_out += 1
    return Dates(tuple(birthdays.values()), tuple(yearly.values()), left_out)


def _understood(event: Component, today: date) -> Birthday | Yearly | None:
    try:
        summary = tidy(str(event.get("SUMMARY", "")))
        start = _day(event.decoded("DTSTART"))
        since = event.get(_SINCE)
        name = _whose(summary, event)
        if name:
            name, year = _without_year(name)
            year = int(str(since)) if since else year
            return Birthday(name, PersonalDate("birthday", start.month, start.day, year))
        if not summary or str(event.get("UID", "")).endswith(_OURS):
            return None
        rule = _rule(start, event.get("RRULE"), today)
        return Yearly(summary[:LONGEST_NAME], rule) if rule else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def _day(value: Any) -> date:
    return value.date() if isinstance(value, datetime) else date(value.year, value.month, value.day)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"(?i){one}") for one in _BIRTHDAYS)


def _whose(summary: str, event: Component) -> str | None:
    """Whose birthday it is, if it is one."""
    bare, year = _YEAR.sub("", summary), _YEAR.search(summary)
    for pattern in _patterns():
        if found := pattern.fullmatch(bare):
            return found["name"].strip()[:LONGEST_NAME] + (year[0] if year else "")
    marked = "BIRTHDAY" in str(event.get("X-GOOGLE-CALENDAR-CONTENT-DISPLAY", "")).upper()
    categories = event.get("CATEGORIES")
    kinds = categories.to_ical().decode().upper() if hasattr(categories, "to_ical") else ""
    return summary[:LONGEST_NAME] if summary and (marked or "BIRTHDAY" in kinds) else None


def _without_year(name: str) -> tuple[str, int | None]:
    """ "Ana (1987)", and "Ana (40)", whose number is an age."""
    found = _YEAR.search(name)
    if found is None:
        return name, None
    return name[: found.start()], int(found["year"]) if found["year"] else None


def _rule(start: date, recurrence: Any, today: date) -> str | None:
    """The rule of a day of every year, told by the days it falls on; None for anything else."""
    if recurrence is None or str(recurrence.get("FREQ", [""])[0]) != "YEARLY":
        return None
    until = recurrence.pop("UNTIL", None)
    if until and _day(until[0]) < today:
        return None
    for hours in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        recurrence.pop(hours, None)
    rule = rrulestr(recurrence.to_ical().decode(), dtstart=datetime.combine(start, time()))
    first = max(start.year, today.year)
    last = datetime(first + AHEAD, 12, 31)  # noqa: DTZ001 - days, no hours
    if next(iter(rule), None) is None:
        raise _Never
    upcoming = islice(takewhile(lambda day: day <= last, rule), MOST_DAYS)
    days = [day.date() for day in upcoming if day.year >= first]
    dates = {(day.month, day.day) for day in days}
    if (2, 29) in dates and dates <= {(2, 28), (2, 29), (3, 1)}:
        return "fixed:02-29"
    if len(days) < AHEAD or len(days) > len({day.year for day in days}):
        return None
    if len(dates) == 1:
        return f"fixed:{days[0]:%m-%d}"
    return _nth(days)


def _nth(days: Sequence[date]) -> str | None:
    if len({(day.month, day.weekday()) for day in days}) > 1:
        return None
    place = f"{_MONTHS[days[0].month - 1]}"
    weekday = _WEEKDAYS[days[0].weekday()]
    numbers = {(day.day - 1) // 7 + 1 for day in days}
    if len(numbers) == 1 and numbers <= {1, 2, 3, 4}:
        return f"nth:{weekday},{numbers.pop()},{place}"
    last = all((day + timedelta(7)).month != day.month for day in days)
    return f"nth:{weekday},-1,{place}" if last else None


def write(entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """The file, without alarms: reminding is Abrazo's work, or the owner's own choice."""
    calendar = Calendar()
    calendar.add("PRODID", "-//Abrazo//calendar//")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", "Abrazo")
    for one in entries:
        event = Event()
        event.add("UID", one.uid)
        event.add("DTSTAMP", now)
        event.add("DTSTART", one.start)
        event.add("DTEND", one.start + timedelta(1))
        event.add("SUMMARY", one.summary)
        event.add("TRANSP", "TRANSPARENT")
        if one.again:
            event.add("RRULE", dict(part.split("=") for part in one.again.split(";")))
        if one.since:
            event.add(_SINCE, str(one.since))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
