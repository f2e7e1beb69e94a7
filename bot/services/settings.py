"""How the owner likes things: what can be chosen, and what a choice changes."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from bot.calendar import Calendar
from bot.domain.owners import SAMPLES, Owner
from bot.services import occasions
from bot.services.occasions import Withdrawn
from storage.unit import Unit

HOURS = range(24)
STEP_MINUTES = 15
"""By how much an hour can be moved finely."""

WAKES = (6 * 60, 7 * 60, 8 * 60, 9 * 60, 10 * 60)
SLEEPS = (21 * 60, 22 * 60, 22 * 60 + 30, 23 * 60, 0)
"""When the owner may be written to, in minutes of the day."""

GAPS = (0, 7, 14, 21, 30, 60)
PAUSES = (0, 5, 10, 20, 30, 50)

LONGEST_SAMPLE = 600
LONGEST_STYLE = 200
LONGEST_SIGNATURE = 60


@cache
def _zone_table() -> tuple[tuple[str, str], ...]:
    """Country and zone of every line of the zone table, the most peopled of a country first."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    lines = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return tuple((parts[0], parts[2]) for parts in lines)


def zones_of(country: str) -> list[str]:
    """The time zones of a country, the most peopled first."""
    return [zone for code, zone in _zone_table() if code == country]


def regions() -> list[str]:
    """The parts of the world that zones are named after."""
    return sorted({zone.partition("/")[0] for _, zone in _zone_table()})


def zones_in(region: str) -> list[str]:
    """The zones of a part of the world, by name."""
    return sorted({zone for _, zone in _zone_table() if zone.partition("/")[0] == region})


@cache
def countries() -> tuple[str, ...]:
    """The countries that have a calendar of their own."""
    calendar = Calendar.load()
    known = {code for code, _ in _zone_table()}
    return tuple(
        code for code in sorted(known) if any(one.countries for one in calendar.occasions(code))
    )


def by_name(codes: Iterable[str], names: dict[str, str]) -> list[str]:
    """Codes in the order of their names."""
    return sorted(codes, key=lambda code: names.get(code, code))


async def change(unit: Unit, owner: Owner, **changes: object) -> Owner:
    """Keep a choice, and look at the owner's days again in its light."""
    owner = owner.evolve(**changes, next_plan_at=unit.now)
    await unit.owners.save(owner)
    return owner


async def move_to(
    unit: Unit, owner: Owner, calendar: Calendar, country: str
) -> tuple[Owner, list[Withdrawn]]:
    """Another country: its days count from now on, and its most peopled zone unless the owner's is
    one of its own."""
    zones = zones_of(country)
    zone = owner.timezone if owner.timezone in zones or not zones else zones[0]
    owner = await change(unit, owner, country=country, timezone=zone)
    return owner, await occasions.withdraw_what_is_off(unit, owner, calendar)


async def add_sample(unit: Unit, owner: Owner, text: str) -> Owner:
    """Keep a text of the owner's as an example; the oldest makes room."""
    kept = (*owner.samples, text[:LONGEST_SAMPLE])[-SAMPLES:]
    return await change(unit, owner, samples=kept)
