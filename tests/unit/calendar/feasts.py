"""The tables of `bot/calendar/tables/feasts.toml`, computed again from the libraries they come from.

`python -m tests.unit.calendar.feasts` prints the file: run it when a library corrects a date.
"""

import sys
from datetime import date, timedelta

import holidays
from hijridate import Hijri

FIRST_YEAR, LAST_YEAR = 2000, 2075

ISLAMIC = {"ramadan": (9, 1), "eid-al-fitr": (10, 1), "eid-al-adha": (12, 10)}
"""Month and day of the Umm al-Qura calendar."""

NAMED = {
    "rosh-hashanah": ("IL", "Rosh Hashanah"),
    "yom-kippur": ("IL", "Yom Kippur"),
    "hanukkah": ("IL", "Hanukkah"),
    "passover": ("IL", "Pesach"),
    "chinese-new-year": ("CN", "Chinese New Year (Spring Festival)"),
    "tet": ("VN", "Lunar New Year"),
    "seollal": ("KR", "Korean New Year"),
    "nowruz": ("IR", "Nowruz"),
    "diwali": ("IN", "Diwali"),
    "holi": ("IN", "Holi"),
}
"""Country and English name in `holidays`."""

INDIA_KNOWN = (2001, 2036)
"""The years for which `holidays` has India's table; it warns outside them."""

HEADER = """\
# The days of feasts that follow the moon or the sun, computed with hijridate (Umm al-Qura) and
# holidays (Israel, China, Vietnam, Korea, Iran; India's Diwali and Holi, known to 2035).
# A feast that begins at sunset has its first full day, one of several days its first.
"""


def islamic(month: int, day: int) -> list[date]:
    """Every such day from FIRST_YEAR to LAST_YEAR."""
    found = (Hijri(year, month, day).to_gregorian() for year in range(1420, 1500))
    return [date(d.year, d.month, d.day) for d in found if FIRST_YEAR <= d.year <= LAST_YEAR]


def named(country: str, name: str) -> list[date]:
    """The first day of every feast of that name."""
    table = holidays.country_holidays(country)
    years = range(*INDIA_KNOWN) if country == "IN" else range(FIRST_YEAR - 1, LAST_YEAR + 1)
    days = set(
        holidays.country_holidays(
            country, years=years, language="en_US", categories=table.supported_categories
        ).get_named(name, lookup="exact")
    )
    return sorted(day for day in days if day.year >= FIRST_YEAR and day - timedelta(1) not in days)


def computed() -> dict[str, list[date]]:
    """Every feast with its days."""
    return {key: islamic(*when) for key, when in ISLAMIC.items()} | {
        key: named(*where) for key, where in NAMED.items()
    }


def as_toml() -> str:
    """The text of the data file."""
    parts = [HEADER]
    for key, days in sorted(computed().items()):
        rows = [days[i : i + 8] for i in range(0, len(days), 8)]
        lines = (" ".join(day.isoformat() for day in row) for row in rows)
        parts.append(f'\n{key} = """\n' + "\n".join(lines) + '"""\n')
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(as_toml())
