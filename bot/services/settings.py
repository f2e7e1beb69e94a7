"""How the owner likes things: what can be chosen, and what a choice changes."""

from collections.abc import Iterable
from functools import cache

from bot.calendar import Calendar, zones
from bot.domain.contacts import Relationship
from bot.domain.owners import LONGEST_SAMPLE, LONGEST_SIGNATURE, SAMPLES, Owner
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
CLIENT_YEARS = (1, 2, 3, 4, 6, 12)
PAUSES = (0, 5, 10, 20, 30, 50)


@cache
def countries() -> tuple[str, ...]:
    """The countries that have a calendar of their own."""
    calendar = Calendar.load()
    return tuple(
        code
        for code in sorted(zones.countries())
        if any(one.countries for one in calendar.occasions(code))
    )


def by_name(codes: Iterable[str], names: dict[str, str]) -> list[str]:
    """Codes in the order of their names."""
    return sorted(codes, key=lambda code: names.get(code, code))


async def change(unit: Unit, owner: Owner, **changes: object) -> Owner:
    """Keep a choice, and look at the owner's days again in its light."""
    owner = owner.evolve(**changes, next_plan_at=unit.now)
    await unit.owners.save(owner)
    return owner


async def sign(unit: Unit, owner: Owner, who: Relationship | None, text: str) -> Owner:
    """Keep how the owner signs to a relationship, or else (None); no text erases it."""
    signature = " ".join(text.split())[:LONGEST_SIGNATURE]
    if who is None:
        return await change(unit, owner, signature=signature or None)
    others = {one: kept for one, kept in owner.signatures.items() if one is not who}
    return await change(unit, owner, signatures=others | ({who: signature} if signature else {}))


async def move_to(
    unit: Unit, owner: Owner, calendar: Calendar, country: str
) -> tuple[Owner, list[Withdrawn]]:
    """Another country: its days count from now on, and its most peopled zone unless the owner's is
    one of its own."""
    theirs = zones.zones_of(country)
    zone = owner.timezone if owner.timezone in theirs or not theirs else theirs[0]
    return await settle(unit, owner, calendar, country, zone)


async def settle(
    unit: Unit, owner: Owner, calendar: Calendar, country: str, zone: str
) -> tuple[Owner, list[Withdrawn]]:
    """The country whose days count from now on, with the zone the owner is in; an area code is of
    one country only."""
    area_code = owner.area_code if country == owner.country else None
    owner = await change(unit, owner, country=country, timezone=zone, area_code=area_code)
    return owner, await occasions.withdraw_what_is_off(unit, owner, calendar)


async def add_sample(unit: Unit, owner: Owner, text: str) -> Owner:
    """Keep a text of the owner's as an example; the oldest makes room."""
    kept = (*owner.samples, text[:LONGEST_SAMPLE])[-SAMPLES:]
    return await change(unit, owner, samples=kept)
