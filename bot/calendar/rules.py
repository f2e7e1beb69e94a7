"""Reads the rules of the data files."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from bot.domain.rules import Fixed, Moved, Nth, Rule, Unless, Until

WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


_NO_FEASTS: Mapping[str, Rule] = MappingProxyType({})


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
)


def _simple(text: str, feasts: Mapping[str, Rule]) -> Rule:
    name = text.strip().removeprefix("feast:")
    if name in feasts:
        return feasts[name]
    for form, build in _FORMS:
        if match := form.fullmatch(text.strip()):
            try:
                return build(match)
            except ValueError as error:
                raise BadRule(f"{text!r}: {error}") from error
    raise BadRule(f"{text!r} is no rule")


def parse_rule(text: str, feasts: Mapping[str, Rule] = _NO_FEASTS) -> Rule:
    """The rule a data file means; `feasts` are the tables that `feast:diwali` may name.

    A simple one (`fixed:07-20`, `nth:SAT,3,SEP`, `nth:SAT,-1,APR-3`, `easter+39`,
    `orthodox_easter+0`, `feast:diwali`), perhaps `A unless B then C`, perhaps
    followed by `; until 2024 RULE` and by years that were moved, `; 2022=06-26`. Raises BadRule.
    """
    main, *clauses = (part.strip() for part in text.split(";"))
    usual, _, exception = main.partition(" unless ")
    rule = _simple(usual, feasts)
    if exception:
        clash, _, otherwise = exception.partition(" then ")
        rule = Unless(rule, _simple(clash, feasts), _simple(otherwise, feasts))
    moved: dict[int, date] = {}
    for clause in clauses:
        if match := re.fullmatch(r"until (\d{4}) (.+)", clause):
            rule = Until(rule, int(match[1]), _simple(match[2], feasts))
        elif match := re.fullmatch(r"(\d{4})=(\d\d)-(\d\d)", clause):
            moved[int(match[1])] = date(int(match[1]), int(match[2]), int(match[3]))
        else:
            raise BadRule(f"{text!r}: {clause!r} is no clause")
    return Moved(rule, moved) if moved else rule
