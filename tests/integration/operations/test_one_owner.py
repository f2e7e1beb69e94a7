"""What is broken for one owner is nobody else's trouble."""

import logging
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, State
from bot.playground import Person, Playground
from bot.schedule import Schedule
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend, damage
from tests.harness import PATIENCE, running

OVER, TODAY = date(2027, 7, 18), date(2027, 7, 20)


def failures(caplog: pytest.LogCaptureFixture, step: str, owner_id: int) -> int:
    words = f"{step} failed for owner {owner_id}: WrongKey"
    return sum(words in one.getMessage() for one in caplog.records)


async def test_a_damaged_owner_keeps_nobody_from_their_day(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    work: Work,
    on_it: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.ERROR)
    monkeypatch.setattr(Schedule, "wake", lambda _, **__: None)  # no ticks but these
    damaged, vera = tg.user("Marcelo"), tg.user("Vera")
    clock.at(19, 12)
    for person in (damaged, vera):
        person.account.started = True
        owner = await add_owner(work, clock, person.id)
        teo = await befriend(work, owner, "Teo", "toca el bandoneón")
        async with work.begin() as unit:
            await unit.greetings.plan(owner.id, teo.id, OVER, ["friends-day"], clock.now())
    clock.at(19, 20, 1)
    async with running(tmp_path, tg, clock, tick_seconds=600, **on_it) as bot:
        await damage(work, "owner", damaged.id)
        for _ in range(3):
            await bot.schedule.tick()
        await vera.wait_for(lambda one: "Teo" in one.text, within=PATIENCE)
        assert failures(caplog, "plan", damaged.id) == 1, "not at every tick"
        assert failures(caplog, "close_days", damaged.id) == 1
        async with work.read() as unit:
            [over] = await unit.greetings.find(owner_id=vera.id, day=OVER)
        assert over.state is State.EXPIRED
        clock.at(19, 20, 12)
        await bot.schedule.tick()
        assert failures(caplog, "plan", damaged.id) == 2, "and later again"


async def morning(work: Work, clock: StillClock, person: Person) -> Contact:
    """One is theirs to send, another was on its way when the program ended; answers whose."""
    owner = await add_owner(work, clock, person.id, next_plan_at=clock.now() + timedelta(days=1))
    teo = await befriend(work, owner, "Teo", phone="+5491155551234")
    rita = await befriend(work, owner, "Rita", linked_chat_id=99)
    for contact, channel in ((teo, Channel.LINK), (rita, Channel.BOT)):
        async with work.begin() as unit:
            await unit.greetings.plan(
                owner.id, contact.id, TODAY, ["friends-day"], clock.now() + timedelta(hours=15)
            )
            [greeting] = await unit.greetings.find(contact_id=contact.id)
            for state in (State.DRAFTING, State.READY):
                greeting = await unit.greetings.move(greeting, state) or greeting
            await unit.greetings.move(
                greeting, State.APPROVED, text="Feliz día", channel=channel, due_at=clock.now()
            )
    return rita


async def on_its_way(work: Work, contact: Contact, clock: StillClock) -> None:
    async with work.begin() as unit:
        [greeting] = await unit.greetings.find(contact_id=contact.id)
        await unit.greetings.move(greeting, State.SENDING, lease_until=clock.now())


@pytest.mark.parametrize("cut", ["before the start", "by another process"])
async def test_a_row_that_does_not_open_keeps_no_other_owner_from_their_ronda_or_their_unknowns(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    work: Work,
    on_it: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    cut: str,
) -> None:
    monkeypatch.setattr(Schedule, "wake", lambda _, **__: None)
    damaged, vera = tg.user("Marcelo"), tg.user("Vera")
    clock.at(20, 9)
    ritas = []
    for person in (damaged, vera):
        person.account.started = True
        ritas.append(await morning(work, clock, person))
    if cut == "before the start":
        for rita in ritas:
            await on_its_way(work, rita, clock)
        await damage(work, "contact", ritas[0].id)
    async with running(tmp_path, tg, clock, tick_seconds=600, **on_it) as bot:
        if cut != "before the start":
            for rita in ritas:
                await on_its_way(work, rita, clock)
            await damage(work, "owner", damaged.id)
        await bot.schedule.tick()
        await vera.wait_for(lambda one: "Puede que a Rita" in one.text, within=PATIENCE)
        await vera.wait_for(lambda one: "📲 Teo" in one.text, within=PATIENCE)
