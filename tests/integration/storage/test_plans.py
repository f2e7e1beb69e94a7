"""Whatever a tick asks the database is answered out of an index, however many owners there are."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, text

from bot.domain.greetings import State
from bot.services import deliver
from bot.services.draft import LEASE
from storage.engine import Database
from storage.tables import AheadRow, ContactRow, GreetingRow, OwnerRow
from storage.unit import Unit, Work
from tests.conftest import NOON

OWNERS = 10_000
DAY = date(2027, 7, 20)

Asked = tuple[str, Any]
"""A statement and its parameters."""


async def crowd(database: Database) -> None:
    """So many owners with a friend each; most of what there is about them is over and done."""
    base = {
        "wrapped_key": b"-",
        "sealed": b"-",
        "language": "es",
        "country": "AR",
        "timezone": "UTC",
    }
    later, before = NOON + timedelta(hours=20), NOON - timedelta(days=9)
    owners, contacts, greetings, ahead = [], [], [], []
    for id_ in range(1, OWNERS + 1):
        times = {"created_at": before, "updated_at": before}
        hours = {"prepare_minute": 1200, "send_minute": 540, "next_plan_at": later}
        owners.append(base | hours | {"id": id_, "created_at": before})
        person = {"kind": "person", "relationship": "friend", "roles": "", "register_": "vos"}
        contacts.append(base | times | person | {"id": id_, "owner_id": id_})
        state = State.PLANNED if id_ % 100 == 0 else State.SENT
        theirs = {"id": id_, "owner_id": id_, "contact_id": id_, "day": DAY, "state": state.value}
        greetings.append(theirs | times | {"expires_at": later, "turn": id_ % 30})
        wanted = {"contact_id": id_, "owner_id": id_, "day": DAY, "occasions": "friends-day"}
        sealed = None if id_ % 100 == 0 else b"-"
        ahead.append(
            wanted | {"turn": id_ % 30, "wanted_at": before, "sealed": sealed, "attempt": 0}
        )
    tables = (
        (OwnerRow, owners),
        (ContactRow, contacts),
        (GreetingRow, greetings),
        (AheadRow, ahead),
    )
    async with database.transaction() as session:
        for table, rows in tables:
            await session.exec(insert(table), params=rows)
    if not database.is_sqlite:  # which nobody analyzes
        async with database.engine.begin() as connection:
            await connection.execute(text("ANALYZE"))


@asynccontextmanager
async def listening(database: Database) -> AsyncIterator[list[Asked]]:
    """What is asked of the tables meanwhile."""
    asked: list[Asked] = []

    def hear(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if "FROM" in statement or statement.startswith("UPDATE"):
            asked.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", hear)


async def plan_of(database: Database, asked: Asked) -> str:
    explain = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    async with database.engine.connect() as connection:
        rows = await connection.exec_driver_sql(explain + asked[0], asked[1])
        return "\n".join(str(row) for row in rows.all())


async def _close(unit: Unit) -> None:
    await deliver.close_day(unit)


async def _claim_ahead(unit: Unit) -> None:
    await unit.ahead.claim((100, DAY), unit.now)


async def _written_ahead(unit: Unit) -> None:
    await unit.ahead.written(7, date(2000, 1, 1))


QUESTIONS: dict[str, Callable[[Unit], Awaitable[object]]] = {
    "whose days are looked at": lambda unit: unit.owners.due(unit.now),
    "who is drafted next": lambda unit: unit.greetings.queue(16),
    "who is drafted ahead next": lambda unit: unit.ahead.queue(4),
    "who takes up a draft ahead": _claim_ahead,
    "what an owner's drafts ahead are": _written_ahead,
    "whose drafts were left behind": lambda unit: unit.greetings.left_behind(
        State.DRAFTING, LEASE, []
    ),
    "what leaves": deliver.due_greetings,
    "who was put off until now": lambda unit: unit.greetings.find(
        states={State.SNOOZED}, due_before=unit.now
    ),
    "what is over": _close,
}


QUEUES = {"who is drafted next", "who is drafted ahead next"}
"""What is asked for every draft: it comes in order out of the index."""


@pytest.fixture
async def crowded(database: Database) -> Database:
    await crowd(database)
    return database


def reads_all(plan: str) -> bool:
    """Whether a plan goes through a table or an index from end to end. The queues' own indexes hold
    nothing but what waits, in its order: reading one is the point of it."""
    on_sqlite = re.findall(
        r"SCAN (?:ahead|contact|greeting|owner)\b(?! USING INDEX ix_\w+_turn).*", plan
    )
    without_bound = re.findall(r"Index Scan using (?!ix_\w+_turn)(?![^|]*Index Cond)", plan)
    return bool(on_sqlite or without_bound or "Seq Scan" in plan)


async def test_no_question_of_a_tick_reads_a_table_whole(crowded: Database, work: Work) -> None:
    whole: dict[str, str] = {}
    for name, ask in QUESTIONS.items():
        async with listening(crowded) as asked, work.begin() as unit:
            await ask(unit)
        assert asked, name
        for one in asked:
            plan = await plan_of(crowded, one)
            sorts = "TEMP B-TREE" in plan or "Sort" in plan
            if reads_all(plan) or (name in QUEUES and sorts):
                whole[name] = f"{one[0]}\n{plan}"
    assert not whole, "\n\n".join(whole.values())
