"""What a tick, the list of people and a review step cost as contacts and owners become many, against 100
contacts of one owner; and whether any of their questions reads a table from end to end."""

import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, insert
from sqlmodel import SQLModel

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import WAITING, Channel, State
from bot.domain.owners import Owner
from bot.schedule import tidy
from bot.services import deliver
from bot.views.review import Review
from storage.crypto import Cipher, Vault, key_beside, new_key
from storage.engine import Database
from storage.ids import new_id
from storage.keys import Keys, key_identity
from storage.migrate import migrate
from storage.tables import ContactRow, GreetingRow
from storage.unit import Unit, Work
from tests.benchmarks.figures import Figure
from tests.conftest import StillClock
from tests.fakes.people import marcelo

EACH = 100
STEPS = (10, 100, 1_000)
"""Owners of EACH contacts, as they become more."""

SMALL_OWNERS = 10_000
"""Owners at the end, the further ones with one contact each."""

ROUNDS = 30
NOW = datetime(2027, 7, 19, 23, tzinfo=UTC)

STAYING_SMALL = {"tick", "erased", "alembic_version", "outbox"}
"""A row for each part of the house, for whom the copies still have, and for what waits to be said."""

GROWING = "|".join(SQLModel.metadata.tables.keys() - STAYING_SMALL)
READS_ALL = re.compile(rf"SCAN ({GROWING})\b(?! USING INDEX ix_\w+_turn)")
"""But for the queues' own indexes, which hold nothing but what waits."""

Act = Callable[[Work], Awaitable[None]]


async def measure() -> list[Figure]:
    """One database that grows, beside one that stays small: of ROUNDS in turn the quickest quarter, since
    a busy machine only ever adds."""
    small, large = await _database(), await _database()
    await _grow(small, 0, 1)
    acts: dict[str, Act] = {"a tick's questions": _tick, "/contacts": _list, "a review step": _step}
    ratios: dict[str, list[float]] = {name: [] for name in acts}
    figures, owners = [], 0
    for step in STEPS:
        await _grow(large, owners, step)
        owners = step
        for name, act in acts.items():
            one, many = await _both(small, large, act)
            ratios[name].append(many / one)
            if step == STEPS[-1]:
                figures.append(_contacts(name, ratios[name], one, many))
    await _grow(large, owners, SMALL_OWNERS, each=1)
    for name, act in acts.items():
        one, many = await _both(small, large, act)
        figures.append(_figure(f"{name}, {SMALL_OWNERS:,} / 1 owners", one, many))
    figures.append(await _full_scans(large, acts))
    for work in (small, large):
        await work.database.close()
    return figures


def _contacts(name: str, ratios: list[float], one: float, many: float) -> Figure:
    title = f"{name}, {EACH * STEPS[-1]:,} / {EACH} contacts"
    steps = zip(STEPS[:-1], ratios, strict=False)
    on_the_way = ", ".join(f"{ratio:.2f} at {EACH * step:,}" for step, ratio in steps)
    return _figure(title, one, many, f"; {on_the_way}")


def _figure(title: str, one: float, many: float, more: str = "") -> Figure:
    detail = f"{many * 1000:.2f} ms against {one * 1000:.2f} ms{more}"
    return Figure(title, many / one, 1.5, detail=detail)


async def _full_scans(work: Work, acts: dict[str, Act]) -> Figure:
    """How many of the questions read a table whole, as SQLite plans them."""
    asked: dict[str, Any] = {}

    def note(*about: Any) -> None:
        _, _, statement, parameters, _, _ = about
        if statement.startswith(("SELECT", "UPDATE", "DELETE")):
            asked[statement] = parameters

    engine = work.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    for act in acts.values():
        await act(work)
    event.remove(engine, "before_cursor_execute", note)
    whole = []
    async with work.database.engine.connect() as connection:
        for statement, parameters in asked.items():
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            lines = [row[-1] for row in plan]
            whole += [line for line in lines if READS_ALL.match(line)]
    detail = f"of {len(asked)} questions" + "".join(f"; {line}" for line in whole)
    return Figure("questions that read a table whole", len(whole), 0, detail=detail)


async def _both(small: Work, large: Work, act: Act) -> tuple[float, float]:
    """Seconds on each, in turn: what slows the machine down slows both down."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, times in zip((small, large), taken, strict=True):
            began = time.perf_counter()
            await act(work)
            times.append(time.perf_counter() - began)
    one, many = (sorted(times)[ROUNDS // 4] for times in taken)
    return one, many


async def _tick(work: Work) -> None:
    """All that a tick asks when nothing is due, once an hour's tidying included."""
    async with work.begin() as unit:
        await unit.owners.due(unit.now)
        for state in (State.SNOOZED, State.HANDED_OFF, State.CALL):
            await unit.greetings.find(states={state}, due_before=unit.now)
        await unit.greetings.find(states=WAITING, due_before=unit.now)
        for state in (State.DRAFTING, State.SENDING):
            await unit.greetings.owners({state}, lease=timedelta(minutes=2))
        await unit.greetings.queue(16)
        await unit.ahead.queue(4)
        await unit.leaving.due(Channel.BOT)
        await unit.leaving.due(Channel.EMAIL)
        await unit.leaving.by_hand()
        await unit.outbox.ready_chats()
        await deliver.close_day(unit)
        await unit.outages.any("model")
        await unit.consents.leaving()
        await tidy(unit)


async def _list(work: Work) -> None:
    async with work.read() as unit:
        await unit.contacts.of_owner(1)


async def _step(work: Work) -> None:
    """The card that /review shows."""
    async with work.read() as unit:
        owner = await unit.owners.get(1)
        assert owner is not None
        review = Review(Calendar.load(), 20)
        waiting = await unit.greetings.find(owner_id=1, states={State.READY})
        await review.card(unit, owner, waiting[0])


async def _database() -> Work:
    path = Path(tempfile.mkdtemp(prefix="abrazo-bench-")) / "abrazo.db"
    database, vault = Database(f"sqlite+aiosqlite:///{path}"), Vault(key_beside(path))
    await migrate(database, NOW)
    return Work(database, vault, StillClock(NOW))


async def _grow(work: Work, owners: int, to: int, each: int = EACH) -> None:
    """Add owners with so many contacts each, until there are that many."""
    vault = Vault(key_beside(work.database.path or Path()))
    for first in range(owners, to, 100):
        async with work.begin() as unit:
            for number in range(first, min(first + 100, to)):
                await _fill(unit, vault, an_owner(number + 1), each)


def an_owner(number: int) -> Owner:
    """Marcelo, the so many-th of his name, whose days were just looked at."""
    return marcelo(number, next_plan_at=NOW + timedelta(days=1))


async def _fill(unit: Unit, vault: Vault, owner: Owner, each: int) -> None:
    """An owner with so many contacts, a tenth of whom have a card waiting."""
    await unit.owners.add(owner, unit.now)
    cipher = await Keys(unit.session, vault).owner(owner.id)
    contacts, greetings = [], []
    for number in range(each):
        contact = Contact(id=new_id(), owner_id=owner.id, name=f"Persona {number}")
        contacts.append(_row(contact, cipher))
        state = State.READY if number % 10 == 0 else State.SENT
        greetings.append(_greeting(contact, state))
    await unit.session.execute(insert(ContactRow), contacts)
    await unit.session.execute(insert(GreetingRow), greetings)


def _row(contact: Contact, owner: Cipher) -> dict[str, object]:
    key = new_key()
    secret: dict[str, object] = {
        "name": contact.name,
        "nickname": None,
        "form_of_address": None,
        "tags": [],
    }
    secret |= {"phone": None, "username": None, "email": None}
    return {
        "id": contact.id,
        "owner_id": contact.owner_id,
        "wrapped_key": owner.wrap(key, key_identity(contact.id)),
        "sealed": Cipher(key).seal(secret, f"contact:{contact.id}"),
        "kind": "person",
        "relationship": "friend",
        "roles": "",
        "register_": "vos",
        "language": "es",
        "country": "AR",
        "timezone": "America/Argentina/Buenos_Aires",
        "paused": False,
        "deceased": False,
        "created_at": NOW,
        "updated_at": NOW,
    }


def _greeting(contact: Contact, state: State) -> dict[str, object]:
    return {
        "id": new_id(),
        "owner_id": contact.owner_id,
        "contact_id": contact.id,
        "day": date(2027, 7, 20),
        "state": state.value,
        "revision": 1,
        "expires_at": NOW + timedelta(days=2),
        "attempt": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
