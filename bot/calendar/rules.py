"""Reads the rules of the data files; those that need a library are loaded when first asked.

`dateutil` computes Easter. `hijridate` is the official Umm al-Qura table (1924 to 2077).
`holidays` has the other moving feasts (Hebrew, Chinese, Vietnamese, Korean and Persian calendars to
2100 or so, India's Diwali and Holi from 2001 to 2035). Outside a table there is no date: silence is
better than a wrong day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from bot.domain.occasions import Fixed, Moved, Nth, Rule, Unless, Until

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


class BadRule(ValueError):
    """The text of a rule cannot be read."""


@dataclass(frozen=True, slots=True)
class Easter:
    """So many days after Easter Sunday, of the Western or the Orthodox churches."""

    offset: int
    orthodox: bool = False

    def dates_in(self, year: int) -> tuple[date, ...]:
        """One day, in the Gregorian calendar."""
        sunday = easter(year, EASTER_ORTHODOX if self.orthodox else EASTER_WESTERN)
        return (sunday + timedelta(self.offset),)


@dataclass(frozen=True, slots=True)
class Islamic:
    """A day of the Umm al-Qura calendar; it may come twice in a Gregorian year. Where the moon is
    watched for, the day announced can be one earlier or later."""

    month: int
    day: int

    def dates_in(self, year: int) -> tuple[date, ...]:
        """None to two days; the first full day, the feast begins the evening before."""
        return _islamic(self.month, self.day, year)


@dataclass(frozen=True, slots=True)
class Feast:
    """The first day of a feast as the `holidays` library names it in English for a country."""

    country: str
    name: str

    def dates_in(self, year: int) -> tuple[date, ...]:
        """None outside the library's tables."""
        return _feast(self.country, self.name, year)


@lru_cache(maxsize=512)
def _islamic(month: int, day: int, year: int) -> tuple[date, ...]:
    from hijridate import Gregorian, Hijri  # noqa: PLC0415

    try:
        around = Gregorian(year, 1, 1).to_hijri().year
        days = [Hijri(hijri, month, day).to_gregorian() for hijri in range(around, around + 3)]
    except OverflowError:
        return ()
    return tuple(date(d.year, d.month, d.day) for d in days if d.year == year)


@lru_cache(maxsize=512)
def _feast(country: str, name: str, year: int) -> tuple[date, ...]:
    import holidays  # noqa: PLC0415

    table = holidays.country_holidays(country)
    years = [y for y in (year - 1, year) if table.start_year <= y <= table.end_year]
    if year not in years:
        return ()
    named = holidays.country_holidays(
        country, years=years, language="en_US", categories=table.supported_categories
    ).get_named(name, lookup="exact")
    days = set(named)
    return tuple(sorted(d for d in days if d.year == year and d - timedelta(1) not in days))


def _fixed(match: re.Match[str]) -> Rule:
    month, day = int(match["month"]), int(match["day"])
    date(2024, month, day)
    return Fixed(month, day)


def _nth(match: re.Match[str]) -> Rule:
    return Nth(
        WEEKDAYS.index(match["weekday"]),
        int(match["n"]),
        MONTHS.index(match["month"]) + 1,
        int(match["offset"] or 0),
    )


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Rule]], ...] = (
    (re.compile(r"fixed:(?P<month>\d\d)-(?P<day>\d\d)"), _fixed),
    (
        re.compile(
            rf"nth:(?P<weekday>{'|'.join(WEEKDAYS)}),(?P<n>-1|[1-4]),"
            rf"(?P<month>{'|'.join(MONTHS)})(?P<offset>[+-]\d+)?"
        ),
        _nth,
    ),
    (
        re.compile(r"(?P<rite>orthodox_)?easter(?P<offset>[+-]\d+)"),
        lambda m: Easter(int(m["offset"]), orthodox=bool(m["rite"])),
    ),
    (
        re.compile(r"islamic:(?P<month>\d\d)-(?P<day>\d\d)"),
        lambda m: Islamic(int(m["month"]), int(m["day"])),
    ),
    (
        re.compile(r"feast:(?P<country>[A-Z]{2})/(?P<name>.+)"),
        lambda m: Feast(m["country"], m["name"]),
    ),
)


def _simple(text: str) -> Rule:
    for form, build in _FORMS:
        if match := form.fullmatch(text.strip()):
            try:
                return build(match)
            except ValueError as error:
                raise BadRule(f"{text!r}: {error}") from error
    raise BadRule(f"{text!r} is no rule")


def parse_rule(text: str) -> Rule:
    """The rule a data file means.

    A simple one (`fixed:07-20`, `nth:SAT,3,SEP`, `nth:SAT,-1,APR-3`, `easter+39`,
    `orthodox_easter+0`, `islamic:10-01`, `feast:IN/Diwali`), perhaps `A unless B then C`, perhaps
    followed by `; until 2024 RULE` and by years that were moved, `; 2022=06-26`. Raises BadRule.
    """
    main, *clauses = (part.strip() for part in text.split(";"))
    usual, _, exception = main.partition(" unless ")
    rule = _simple(usual)
    if exception:
        clash, _, otherwise = exception.partition(" then ")
        rule = Unless(rule, _simple(clash), _simple(otherwise))
    moved: dict[int, date] = {}
    for clause in clauses:
        if match := re.fullmatch(r"until (\d{4}) (.+)", clause):
            rule = Until(rule, int(match[1]), _simple(match[2]))
        elif match := re.fullmatch(r"(\d{4})=(\d\d)-(\d\d)", clause):
            moved[int(match[1])] = date(int(match[1]), int(match[2]), int(match[3]))
        else:
            raise BadRule(f"{text!r}: {clause!r} is no clause")
    return Moved(rule, moved) if moved else rule
