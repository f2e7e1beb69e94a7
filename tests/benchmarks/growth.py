"""What a tick, the list of people and a review step cost with 100,000 contacts over 1,000 owners,
against 100 contacts of one owner."""

import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path

from sqlalchemy import insert

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import State
from bot.domain.owners import Owner
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

EACH = 100
MANY = 1_000
ROUNDS = 30
NOW = datetime(2027, 7, 19, 23, tzinfo=UTC)

Act = Callable[[Work], Awaitable[None]]


async def measure() -> list[Figure]:
    """The median of ROUNDS, each on its own database."""
    small, large = await _database(1), await _database(MANY)
    acts: dict[str, Act] = {"a tick's questions": _tick, "/contacts": _list, "a review step": _step}
    figures = []
    for name, act in acts.items():
        one, many = await _median(small, act), await _median(large, act)
        detail = f"{many * 1000:.2f} ms against {one * 1000:.2f} ms"
        title = f"{name}, {EACH * MANY:,} / {EACH} contacts"
        figures.append(Figure(title, many / one, 1.5, detail=detail))
    for work in (small, large):
        await work.database.close()
    return figures


async def _median(work: Work, act: Act) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await act(work)
        taken.append(time.perf_counter() - began)
    return sorted(taken)[ROUNDS // 2]


async def _tick(work: Work) -> None:
    """All that a tick asks when nothing is due."""
    async with work.read() as unit:
        await unit.owners.due(unit.now)
        await unit.greetings.find(states={State.SNOOZED}, due_before=unit.now)
        await unit.greetings.find(states={State.PLANNED}, limit=1000)
        await deliver.due_greetings(unit)
        await unit.greetings.find(states={State.HANDED_OFF}, due_before=unit.now)
        await deliver.close_day(unit)


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


async def _database(owners: int) -> Work:
    path = Path(tempfile.mkdtemp(prefix="abrazo-bench-")) / "abrazo.db"
    database = Database(f"sqlite+aiosqlite:///{path}")
    vault = Vault(key_beside(path))
    await migrate(database, NOW)
    work = Work(database, vault, StillClock(NOW))
    for number in range(1, owners + 1):
        async with work.begin() as unit:
            await _fill(unit, vault, _owner(number))
    return work


def _owner(number: int) -> Owner:
    return Owner(
        id=number,
        name="Marcelo",
        language="es",
        country="AR",
        timezone="America/Argentina/Buenos_Aires",
        prepare_at=time_of_day(20),
        send_at=time_of_day(9),
        next_plan_at=NOW + timedelta(days=1),
    )


async def _fill(unit: Unit, vault: Vault, owner: Owner) -> None:
    """An owner with EACH contacts, a tenth of whom have a card waiting."""
    await unit.owners.add(owner, unit.now)
    cipher = await Keys(unit.session, vault).owner(owner.id)
    contacts, greetings = [], []
    for number in range(EACH):
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
