"""Yearly dates as address books write them: with a year, without one, or with a made-up one."""

import re
from datetime import date

from bot.domain.contacts import PersonalDate
from bot.parsing.date_reading import Order, Status, impossible_because
from bot.parsing.dates import parse_date

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$")
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)(?:[T ].*)?$")
_NUMERIC = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2,4}))?\s*$")

NO_YEAR = frozenset({1604, 1900, 0, 1})
"""What Apple, old Androids and spreadsheets write when the year is unknown."""


def read_day(key: str, text: str, order: Order, language: str, today: date) -> PersonalDate | None:
    """The date that a value says; None when it says none, or could say two."""
    text = text.strip()
    if found := _YEARLESS.match(text):
        return _day(key, int(found[1]), int(found[2]), None, today)
    if found := _ISO.match(text):
        return _day(key, int(found[2]), int(found[3]), int(found[1]), today)
    reading = parse_date(text, today=today, language=language, order=order)
    if reading.status is not Status.OK or not reading.month or not reading.day:
        return None
    return _day(key, reading.month, reading.day, reading.year, today)


def _day(key: str, month: int, day: int, year: int | None, today: date) -> PersonalDate | None:
    if year in NO_YEAR:
        year = None
    if impossible_because(day, month, year) or (year or 0) > today.year:
        return None
    return PersonalDate(key, month, day, year)


def order_of(values: list[str], default: Order) -> Order:
    """Whether a file writes the day or the month first, told by the values that can only be one."""
    pairs = [found for value in values if (found := _NUMERIC.match(value))]
    day_first = any(int(found[1]) > 12 for found in pairs)
    month_first = any(int(found[2]) > 12 for found in pairs)
    if day_first == month_first:
        return default if not day_first else Order.ASK
    return Order.DMY if day_first else Order.MDY
