"""Whatever a tick says to the database is answered out of an index, however many owners there are."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Table, event, insert, text
from sqlmodel import SQLModel

from bot.domain.contacts import PersonalDate
from bot.domain.greetings import Channel, State
from bot.playground import Playground
from bot.schedule import Schedule
from storage.engine import Database
from storage.unit import Work
from tests.benchmarks.growth import GROWING, STAYING_SMALL
from tests.conftest import NOON, StillClock, add_owner, befriend
from tests.harness import answers, running

OWNERS = 5_000
DAY = date(2027, 7, 20)

Asked = tuple[str, Any]
"""A statement and its parameters."""

LIVES: dict[str, tuple[tuple[State, ...], dict[str, Any]]] = {
    "put off": ((State.DRAFTING, State.READY, State.SNOOZED), {"due_at": NOON}),
    "waiting": ((State.DRAFTING, State.READY), {"due_at": NOON}),
    "leaving": (
        (State.DRAFTING, State.READY, State.APPROVED),
        {"due_at": NOON, "channel": Channel.BOT, "text": "Feliz día"},
    ),
    "theirs to send": (
        (State.DRAFTING, State.READY, State.APPROVED),
        {"due_at": NOON, "channel": Channel.LINK, "text": "Feliz día"},
    ),
    "handed over": (
        (State.DRAFTING, State.READY, State.APPROVED, State.HANDED_OFF),
        {"due_at": NOON, "channel": Channel.LINK, "text": "Feliz día"},
    ),
    "a call": ((State.DRAFTING, State.READY, State.CALL), {"due_at": NOON}),
    "cut off": (
        (State.DRAFTING, State.READY, State.APPROVED, State.SENDING),
        {"lease_until": NOON, "channel": Channel.BOT, "text": "Feliz día"},
    ),
    "left in drafting": ((State.DRAFTING,), {"lease_until": NOON}),
}
"""How far a greeting has come, and what is to be done with it."""


async def live(work: Work, clock: StillClock, owner_id: int, chat_id: int) -> None:
    """An owner of whom a tick has something of every kind to do."""
    owner = await add_owner(work, clock, owner_id)
    for name, (states, changes) in LIVES.items():
        linked = chat_id if changes.get("channel") is Channel.BOT else None
        contact = await befriend(work, owner, name, "pinta", linked_chat_id=linked)
        async with work.begin() as unit:
            closes = NOON + timedelta(days=3)
            await unit.greetings.plan(owner.id, contact.id, DAY, ["friends-day"], closes)
            [greeting] = await unit.greetings.find(contact_id=contact.id)
            for state in states:
                moved = await unit.greetings.move(greeting, state, **changes)
                assert moved is not None
                greeting = moved
            await unit.consents.add_relay(owner.id, contact.id, "gracias", state="sending")
    born = await befriend(work, owner, "Rita", "toca el piano")
    async with work.begin() as unit:
        await unit.contacts.set_date(born, PersonalDate("birthday", 7, 19, None, None))
        await unit.outages.note(owner.id, "model")


async def fill(database: Database) -> None:
    """So many rows in every table that grows; most of what there is about anybody is over and done."""
    before, later = NOON - timedelta(days=2), NOON + timedelta(days=20)
    given: dict[str, Any] = {
        "state": State.SENT.value,
        "service": "another",
        "told": True,
        "due_at": None,
        "lease_until": None,
        "next_plan_at": later,
        "expires_at": later,
        "wanted_at": later,
        "not_before": later,
    }

    def row(table: Table, number: int) -> dict[str, Any]:
        usual = {int: number, str: str(number), bool: False, bytes: b"-", date: DAY}
        kinds = {one.name: getattr(one.type, "impl", one.type).python_type for one in table.columns}
        return {name: given.get(name, usual.get(kind, before)) for name, kind in kinds.items()}

    async with database.engine.begin() as connection:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in STAYING_SMALL:
                rows = [row(table, 1_000_000 + number) for number in range(OWNERS)]
                await connection.execute(insert(table), rows)
        await connection.execute(text("ANALYZE"))  # as autovacuum does


@asynccontextmanager
async def listening() -> AsyncIterator[dict[str, Asked]]:
    """What is said to any database meanwhile, once each."""
    asked: dict[str, Asked] = {}

    def hear(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if re.match("SELECT|UPDATE|DELETE", statement) and " pg_" not in statement:
            asked.setdefault(statement, (statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


async def plan_of(database: Database, asked: Asked) -> str:
    explain = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    async with database.engine.connect() as connection:
        rows = await connection.exec_driver_sql(explain + asked[0], asked[1])
        return "\n".join(str(row[-1]) for row in rows.all())


def reads_all(plan: str) -> bool:
    """Whether a plan goes through a table or an index from end to end. The queues' own indexes hold
    nothing but what waits, in its order: reading one is the point of it."""
    if re.search(
        rf"^SCAN (?:{GROWING})\b(?! USING (?:COVERING )?INDEX ix_\w+_turn)", plan, re.MULTILINE
    ):
        return True
    steps = re.split(r"->", plan)
    return any(
        re.search(rf"Seq Scan on (?:{GROWING})\b", step)
        or (re.search(r"Index (Only )?Scan using (?!ix_\w+_turn)", step) and "Cond:" not in step)
        for step in steps
    )


def is_queue(statement: str) -> bool:
    """What is asked for every draft: it comes in order out of the index."""
    return bool(re.search(r"(state = 'planned'|sealed IS NULL)\W", statement)) and (
        "ORDER BY" in statement
    )


async def test_nothing_a_tick_says_reads_a_table_whole(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    database: Database,
    work: Work,
    on_it: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every SELECT, UPDATE and DELETE of three days' ticks, those of other roles included."""
    monkeypatch.setattr(
        Schedule, "wake", lambda _, **__: None
    )  # no ticks but these, or two at once
    marcelo, lucia = tg.user("Marcelo"), tg.user("Lucía")
    for person in (marcelo, lucia):
        person.account.started = True
    clock.at(18, 12)
    await live(work, clock, marcelo.id, lucia.id)
    clock.later(minutes=5)
    async with listening() as asked, running(tmp_path, tg, clock, **on_it) as bot:
        await answers(bot, marcelo, "/status")
        asked.clear()  # whatever a start asks, it asks once
        for hours in range(0, 72, 6):
            clock.at(18 + hours // 24, hours % 24, 30)
            await bot.schedule.tick()
        async with work.begin() as unit:
            for owner_id in await unit.consents.leaving():
                await unit.consents.cut_off(owner_id)
            await unit.updates.open(marcelo.id)
            await unit.updates.open_chats()
    if not database.is_sqlite:  # SQLite's plans rest on no numbers: nobody analyzes
        await fill(database)
    whole = []
    for one in asked.values():
        plan = await plan_of(database, one)
        sorts = "TEMP B-TREE" in plan or "Sort" in plan
        if reads_all(plan) or (is_queue(one[0]) and sorts):
            whole.append(f"{one[0]}\n{plan}")
    assert not whole, "\n\n".join(whole)
    said = "\n".join(asked)
    for table in ("update_inbox", "undo", "spending", "relay"):
        assert f"DELETE FROM {table}" in said
