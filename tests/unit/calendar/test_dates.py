"""The days of every occasion from 2024 to 2035, found a second time by another way."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import holidays
import pytest

from bot.calendar import BadRule, Calendar, parse_rule
from bot.calendar.loader import read_data
from bot.domain.occasions import Occasion
from bot.domain.rules import Fixed, Nth

YEARS = range(2024, 2036)
OCCASIONS, _ = read_data()
WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
MONTHS = ["", *["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]]


def days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(1)


def gauss_easter(year: int) -> date:
    """The Gregorian computus in Meeus' form."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    wd = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * wd) // 451
    month, day = divmod(h + wd - 7 * m + 114, 31)
    return date(year, month, day + 1)


def julian_easter(year: int) -> date:
    """Meeus' Julian computus, put into the Gregorian calendar of 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def hebrew_new_year(year: int) -> date:
    """1 Tishri that falls in a Gregorian year, from the molad and the four postponements."""

    def elapsed(hebrew: int) -> int:
        months = (235 * hebrew - 234) // 19
        day = 29 * months + (12084 + 13753 * months) // 25920
        return day + 1 if 3 * (day + 1) % 7 < 3 else day

    before, here, after = (elapsed(year + 3761 + n) for n in (-1, 0, 1))
    if after - here == 356:
        here += 2
    elif here - before == 382:
        here += 1
    return date.fromordinal(here - 1373427)


def by_hand(rule: str, year: int) -> date:
    if match := re.fullmatch(r"fixed:(\d\d-\d\d)", rule):
        return next(day for day in days_of(year) if day.strftime("%m-%d") == match[1])
    if match := re.fullmatch(r"(orthodox_)?easter([+-]\d+)", rule):
        return (julian_easter if match[1] else gauss_easter)(year) + timedelta(int(match[2]))
    match = re.fullmatch(r"nth:(\w+),(-?\d),(\w+?)([+-]\d)?", rule)
    assert match, rule
    weekday, month, n = WEEKDAYS.index(match[1]), MONTHS.index(match[3]), int(match[2])
    days = [day for day in days_of(year) if day.month == month and day.weekday() == weekday]
    return days[n - 1 if n > 0 else n] + timedelta(int(match[4] or 0))


@pytest.mark.parametrize(
    "occasion",
    [o for o in OCCASIONS if not re.search("feast:|;| unless ", o.rule_text)],
    ids=lambda o: f"{o.key} {o.rule_text}",
)
def test_a_rule_gives_the_days_found_by_going_through_the_calendar(occasion: Occasion) -> None:
    assert [occasion.dates_in(year) for year in YEARS] == [
        (by_hand(occasion.rule_text, year),) for year in YEARS
    ]


def day_of(key: str, country: str, year: int) -> date:
    occasion = Calendar.load().get(key, country)
    assert occasion is not None
    (day,) = occasion.dates_in(year)
    return day


@pytest.mark.parametrize("year", YEARS)
def test_hebrew_feasts_follow_the_molad(year: int) -> None:
    new_year = hebrew_new_year(year)
    assert day_of("rosh-hashanah", "AR", year) == new_year
    assert day_of("yom-kippur", "AR", year) == new_year + timedelta(9)
    assert day_of("passover", "AR", year) == new_year - timedelta(163)
    assert day_of("hanukkah", "AR", year) - new_year in (timedelta(83), timedelta(84))


@pytest.mark.parametrize(("key", "name"), [("eid-al-fitr", "Eid"), ("eid-al-adha", "Feast")])
def test_islamic_feasts_are_within_a_day_of_another_table(key: str, name: str) -> None:
    named = {"Eid": "Eid al-Fitr", "Feast": "Eid al-Adha"}[name]
    table = holidays.country_holidays("TR", years=YEARS, language="en_US")
    announced = [day for day in table if table[day].startswith(named)]
    occasion = Calendar.load().get(key, "AR")
    assert occasion is not None
    days = [day for year in YEARS for day in occasion.dates_in(year)]
    assert len(days) >= len(YEARS)
    assert [d for d in days if min(abs(d - a).days for a in announced) > 1] == []


@pytest.mark.parametrize(
    ("key", "country", "day"),
    [
        ("lunar-new-year", "CN", "2027-02-06"),
        ("lunar-new-year", "KR", "2027-02-07"),
        ("lunar-new-year", "KR", "2028-01-27"),
        ("lunar-new-year", "CN", "2030-02-03"),
        ("lunar-new-year", "VN", "2030-02-02"),
        ("nowruz", "IR", "2028-03-20"),
        ("nowruz", "IR", "2027-03-21"),
        ("diwali", "IN", "2026-11-08"),
        ("holi", "IN", "2027-03-22"),
        ("rosh-hashanah", "AR", "2026-09-12"),
        ("hanukkah", "AR", "2024-12-26"),
        ("eid-al-fitr", "AR", "2026-03-20"),
        ("mothers-day", "FR", "2023-06-04"),
        ("mothers-day", "FR", "2024-05-26"),
        ("mothers-day", "FR", "2034-06-04"),
        ("mothers-day", "AR", "2026-10-18"),
        ("mothers-day", "GB", "2027-03-07"),
        ("mothers-day", "DO", "2026-05-31"),
        ("mothers-day", "PY", "2027-05-15"),
        ("mothers-day", "BO", "2027-05-27"),
        ("mothers-day", "MX", "2027-05-10"),
        ("mothers-day", "NI", "2027-05-30"),
        ("mothers-day", "CR", "2027-08-15"),
        ("mothers-day", "PA", "2027-12-08"),
        ("mothers-day", "ES", "2027-05-02"),
        ("mothers-day", "BR", "2027-05-09"),
        ("fathers-day", "AR", "2027-06-20"),
        ("fathers-day", "UY", "2027-07-11"),
        ("fathers-day", "BR", "2027-08-08"),
        ("fathers-day", "ES", "2027-03-19"),
        ("fathers-day", "IT", "2027-03-19"),
        ("teachers-day", "AR", "2027-09-11"),
        ("teachers-day", "BR", "2027-10-15"),
        ("teachers-day", "CL", "2027-10-16"),
        ("secretarys-day", "AR", "2027-09-04"),
        ("doctors-day", "AR", "2027-12-03"),
        ("valentines-day", "BR", "2027-06-12"),
        ("grandparents-day", "IT", "2027-10-02"),
        ("fathers-day", "CO", "2022-06-26"),
        ("fathers-day", "CO", "2027-06-20"),
        ("fathers-day", "DE", "2027-05-06"),
        ("childrens-day", "UY", "2024-08-11"),
        ("childrens-day", "UY", "2025-08-17"),
        ("childrens-day", "CL", "2023-08-06"),
        ("childrens-day", "CL", "2025-08-10"),
        ("secretarys-day", "US", "2027-04-21"),
        ("teachers-day", "US", "2027-05-04"),
        ("grandparents-day", "US", "2027-09-12"),
        ("thanksgiving", "US", "2027-11-25"),
        ("easter", "GR", "2027-05-02"),
        ("christmas", "RS", "2027-01-07"),
        ("christmas", "UA", "2027-12-25"),
    ],
)
def test_a_known_date(key: str, country: str, day: str) -> None:
    expected = date.fromisoformat(day)
    assert day_of(key, country, expected.year) == expected


def test_a_lunar_feast_can_come_twice_in_a_year() -> None:
    occasion = Calendar.load().get("eid-al-fitr", "AR")
    assert occasion is not None
    assert occasion.dates_in(2033) == (date(2033, 1, 2), date(2033, 12, 23))


def test_beyond_its_table_a_feast_has_no_date_rather_than_a_wrong_one() -> None:
    occasion = Calendar.load().get("diwali", "IN")
    assert occasion is not None
    assert occasion.dates_in(2036) == ()


def test_29_february_exists_only_in_leap_years() -> None:
    assert Fixed(2, 29).dates_in(2027) == ()
    assert Fixed(2, 29).dates_in(2028) == (date(2028, 2, 29),)


def test_the_last_weekday_of_december_is_found() -> None:
    assert Nth(weekday=4, n=-1, month=12).dates_in(2027) == (date(2027, 12, 31),)


@pytest.mark.parametrize(
    "text",
    ["fixed:7-20", "fixed:02-30", "nth:SUN,5,MAY", "nth:DOM,1,MAY", "easter", "feast:yule",
     "fixed:07-20; 2024", "nth:SUN,-1,MAY unless easter+49", ""],
)  # fmt: skip
def test_a_rule_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadRule):
        parse_rule(text)
