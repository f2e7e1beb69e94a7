"""Which time zones there are, by country and by part of the world."""

from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from tzfpy import get_tz

_MOST_PEOPLED = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CD": "Africa/Kinshasa",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "RU": "Europe/Moscow",
}
"""Where most people live, for the countries that the zone table lists in the order of the map."""


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """Country and zone of every line of the zone table of the IANA database."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    lines = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return tuple((parts[0], parts[2]) for parts in lines)


def zones_of(country: str) -> list[str]:
    """The time zones of a country, the one most people live in first."""
    zones = [zone for code, zone in _table() if code == country]
    first = _MOST_PEOPLED.get(country)
    return sorted(zones, key=lambda zone: zone != first) if first else zones


def clocks_of(country: str, mine: str, year: int) -> list[str]:
    """The zones of a country, one for each clock: of those that show the same hour all year round
    `mine` stands for the others, or else the first."""
    clocks: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones_of(country):
        clock = _clock(zone, year)
        if zone == mine or clock not in clocks:
            clocks[clock] = zone
    return list(clocks.values())


def _clock(zone: str, year: int) -> tuple[timedelta | None, ...]:
    """How far a zone is from UTC in each month."""
    noons = (datetime(year, month, 15, 12, tzinfo=UTC) for month in range(1, 13))
    return tuple(noon.astimezone(ZoneInfo(zone)).utcoffset() for noon in noons)


def place_at(latitude: float, longitude: float) -> tuple[str, str] | None:
    """The country and the zone of a point in degrees; None at sea, where no country's zone holds."""
    zone = get_tz(longitude, latitude)
    return next((line for line in _table() if line[1] == zone), None)


def regions() -> list[str]:
    """The parts of the world that zones are named after."""
    return sorted({zone.partition("/")[0] for _, zone in _table()})


def zones_in(region: str) -> list[str]:
    """The zones of a part of the world, by name."""
    return sorted({zone for _, zone in _table() if zone.partition("/")[0] == region})


def countries() -> frozenset[str]:
    """The countries that have a zone."""
    return frozenset(code for code, _ in _table())
