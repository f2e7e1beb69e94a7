"""A file that somebody wrote in: whatever a value of it was made into, the days go on being planned."""

import copy
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.calendar import Calendar
from bot.domain.contacts import Contact, Note, PersonalDate, Relationship
from bot.domain.greetings import Channel, State
from bot.domain.history import Past
from bot.domain.owners import OwnOccasion
from bot.domain.touch import Touch
from bot.exchange.abrazo import Kept, read_archive, with_settings, write_archive
from bot.exchange.entries import Unreadable
from bot.locales import Speech
from bot.services import exchange, occasions, plan
from bot.services.arrivals import compare
from bot.views import calendar_file
from bot.views import exchange as views
from bot.views.contact import facts
from storage.unit import Work
from tests.conftest import StillClock, add_owner
from tests.fakes.people import marcelo

NOW = datetime(2027, 7, 19, 23, tzinfo=UTC)
JUANA = Contact(
    0,
    0,
    "Juana Pérez",
    nickname="Ju",
    roles=frozenset({"mother"}),
    phone="+5491155551234",
    email="juana@example.org",
    tags=frozenset({"club"}),
    touch=Touch(2, date(2027, 5, 20)),
)
LEFT = Past(date(2026, 7, 20), State.SENT, ("friends-day",), "Feliz día", Channel.BOT, NOW)
KEPT = Kept(
    JUANA,
    (Note(0, "le gusta el té", pinned=True, created_at=NOW),),
    (PersonalDate("birthday", 7, 20, 1990), PersonalDate("day-1", 2, 29, name="El título")),
    (LEFT,),
)

values = st.one_of(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    st.sampled_from([0, -1, 10**30, "", "\ud800", "\0", "9999-12-31", "0001-01-01T00:00:00+14:00"]),
    st.sampled_from(
        ["easter+999999999", "once:0001-01-01", "nth:SUN,-1,DEC", "Mars/X", "x" * 9999]
    ),
    st.sampled_from([[], {}, [[]], [{}], [None] * 99, {"months": 0, "first": "2026-01-01"}]),
)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each value of a document stands."""
    yield path
    keys: Iterable[Any] = ()
    if isinstance(node, dict | list):
        keys = node if isinstance(node, dict) else range(len(node))
    for key in keys:
        yield from places(node[key], (*path, key))


def changed(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The document with another value in one place."""
    if not path:
        return value
    made = copy.copy(document)
    made[path[0]] = changed(document[path[0]], path[1:], value)
    return made


LIKED = marcelo(
    7,
    next_plan_at=NOW,
    area_code="11",
    style="con humor",
    samples=("¡Feliz día!",),
    signatures={Relationship.CLIENT: "Cordialmente, Marcelo"},
    switches={("own-1", Relationship.FRIEND): True},
    own=(OwnOccasion("own-1", "Asado anual", "fixed:07-20"),),
)
EXPORT: dict[str, Any] = json.loads(write_archive(LIKED, [KEPT], NOW))
"""Something of everything."""


class Newcomer:
    """Brings a file in, each time as another owner, and does what is done every day."""

    def __init__(self, work: Work, clock: StillClock, calendar: Calendar) -> None:
        self._work, self._clock, self._calendar = work, clock, calendar
        self._number = 100

    async def takes(self, document: Any) -> int:
        """How many are greeted of those in it."""
        self._number += 1
        owner = await add_owner(self._work, self._clock, self._number)
        try:
            found = read_archive(json.dumps(document).encode(), NOW.date())
        except Unreadable:
            return 0
        preview = compare(found, owner, [])
        speech = Speech(owner.language, owner.country)
        assert views.text(preview, speech)
        async with self._work.begin() as unit:
            number = await exchange.stage(unit, owner, preview, found.owner)
            arrivals = await exchange.staged(unit, owner, number)
            assert arrivals is not None
            waiting = await unit.conversations.peek(owner.id, number)
            assert waiting is not None
            owner = with_settings(owner, waiting["settings"])
            await unit.owners.save(owner)
            await exchange.bring_in(unit, owner, arrivals)
        async with self._work.begin() as unit:
            planned = await plan.plan_due(unit, owner, self._calendar)
            await plan.plan_ahead(unit, owner, self._calendar)
            people = await plan.people(unit, owner, self._calendar)
            whole = await exchange.everything(unit, owner)
            coming = await occasions.coming(
                unit, owner, self._calendar, NOW.date(), NOW.date() + timedelta(60)
            )
        for one in whole:
            assert facts(owner, one.contact, one.notes, one.dates, speech, NOW.date())
        calendar_file.entries(owner, people, coming, speech, NOW.date())
        write_archive(owner, whole, NOW)
        return planned


@pytest.fixture
def newcomer(work: Work, clock: StillClock, calendar: Calendar) -> Newcomer:
    clock.move_to(NOW)
    return Newcomer(work, clock, calendar)


async def test_an_export_as_it_was_made_is_planned(newcomer: Newcomer) -> None:
    assert await newcomer.takes(EXPORT) == 1


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(path=st.sampled_from(list(places(EXPORT))), value=values)
async def test_whatever_one_value_was_made_into_the_days_are_planned(
    newcomer: Newcomer, path: tuple[Any, ...], value: Any
) -> None:
    await newcomer.takes(changed(EXPORT, path, value))
