"""Which days people mean by "this week", "in May", "tomorrow"."""

from calendar import monthrange
from datetime import date, timedelta

from bot.parsing.dates import Status, parse_date
from bot.parsing.text import fold, squeeze
from bot.parsing.vocabulary import LANGUAGES, load
from bot.understanding.vocabulary import periods

SOON_DAYS = 14
"""How far a question without a day looks."""

_IN = ("en ", "in ", "em ", "a ", "nel ", "de ", "di ", "of ", "on ", "para ", "for ", "per ")


def days(words: str, *, today: date, language: str) -> tuple[date, date] | None:
    """The first and last day that words mean, both included; None when they mean none.

    A week ends on Sunday, and on a Sunday "this week" is the one that comes; what is past of the
    current week or month is left out.
    """
    said = squeeze(fold(words)).strip(" ?!.,")
    if not said:
        return today, today + timedelta(SOON_DAYS)
    name = periods().get(said)
    if name is not None:
        return _stretch(name, today)
    month = _month(said)
    if month is not None:
        return _whole_month(month, today)
    reading = parse_date(words.strip(" ?!.,¿¡"), today=today, language=language)
    choices = (reading, *reading.options) if reading.status is Status.OK else reading.options
    found = [day for one in choices if (day := one.next_on_or_after(today)) is not None]
    return (min(found), min(found)) if found else None


def _stretch(name: str, today: date) -> tuple[date, date]:
    sunday = today + timedelta(6 - today.weekday())
    month_end = today.replace(day=monthrange(today.year, today.month)[1])
    after = month_end + timedelta(1)
    stretches = {
        "this_week": (today, sunday if sunday > today else today + timedelta(7)),
        "next_week": (sunday + timedelta(1), sunday + timedelta(7)),
        "weekend": (max(today, sunday - timedelta(1)), sunday),
        "this_month": (today, month_end),
        "next_month": (after, after.replace(day=monthrange(after.year, after.month)[1])),
        "soon": (today, today + timedelta(SOON_DAYS)),
    }
    return stretches[name]


def _month(said: str) -> int | None:
    """The number of a month that stands alone, perhaps behind a preposition."""
    for preposition in _IN:
        said = said.removeprefix(preposition)
    for language in LANGUAGES:
        for number, names in enumerate(load(language)["dates"]["months"], start=1):
            if said in map(fold, names):
                return number
    return None


def _whole_month(month: int, today: date) -> tuple[date, date]:
    year = today.year + (month < today.month)
    first = date(year, month, 1)
    return max(first, today), first.replace(day=monthrange(year, month)[1])
