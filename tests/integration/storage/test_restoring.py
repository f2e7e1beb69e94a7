"""A copy put back while the bot runs: nothing leaves twice, nobody who stopped is written to, and a copy
that cannot serve changes nothing."""

import os
import shutil
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from bot.domain.greetings import Channel, Greeting, State
from bot.services import approve, consent, deliver
from storage import keeping
from storage.crypto import Vault, WrongKey, key_beside, key_path, write_keys
from storage.engine import Database
from storage.migrate import migrate
from storage.restoring import Damaged, NotABackup, Restored, look_for_a_restore, restore
from storage.unit import Work
from tests.conftest import StillClock
from tests.e2e.seed import NINE, an_owner_with_approved, text_for

GUESTS = {1001: "Juana", 1002: "Teo", 1003: "Rita"}


@pytest.fixture
async def database(sqlite_url: str, clock: StillClock) -> AsyncIterator[Database]:
    database = Database(sqlite_url)
    await migrate(database, clock.now())
    yield database
    await database.close()


@pytest.fixture
async def copy(tmp_path: Path, database: Database, work: Work) -> Path:
    """Made when three greetings were approved for nine."""
    async with work.begin() as unit:
        await an_owner_with_approved(unit, 7, GUESTS)
    await keeping.backup(database, tmp_path / "copy.db")
    return tmp_path / "copy.db"


def below(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


async def greetings(work: Work) -> dict[str, Greeting]:
    async with work.read() as unit:
        found = await unit.greetings.find(owner_id=7)
        people = await unit.contacts.some([one.contact_id for one in found])
    return {people[one.contact_id].name: one for one in found}


async def test_what_left_since_stays_sent_and_what_was_taken_back_asks_again(
    database: Database, work: Work, vault: Vault, clock: StillClock, copy: Path
) -> None:
    now = await greetings(work)
    async with work.begin() as unit:  # 🚀, and its proof
        juana = now["Juana"]
        for state in (State.APPROVED, State.SENDING, State.SENT):
            moved = await unit.greetings.move(juana, state, channel=Channel.BOT)
            assert moved is not None
            juana = moved
        await unit.history.record(juana, Channel.BOT, proof="815")
        await approve.take_back(unit, now["Teo"])

    assert await restore(database, vault, copy, clock.now()) == Restored(unknown=0, asking=1)

    back = await greetings(work)
    assert {name: one.state for name, one in back.items()} == {
        "Juana": State.SENT,
        "Teo": State.SNOOZED,
        "Rita": State.APPROVED,
    }
    assert (back["Rita"].text, back["Rita"].due_at) == (text_for("Rita"), NINE)
    async with work.read() as unit:
        texts = await unit.greetings.sent_texts([juana.contact_id])
        assert texts == {juana.contact_id: [text_for("Juana")]}
        assert [one.id for one in await unit.greetings.find(due_before=clock.now())] == [
            back["Teo"].id
        ]


async def test_whoever_stopped_meanwhile_is_not_written_to(
    database: Database, work: Work, vault: Vault, clock: StillClock, copy: Path
) -> None:
    async with work.begin() as unit:
        await consent.stop(unit, 1001)
    await restore(database, vault, copy, clock.now())
    back = await greetings(work)
    assert back["Juana"].state is State.SNOOZED
    async with work.read() as unit:
        people = {one.name: one.linked_chat_id for one in await unit.contacts.of_owner(7)}
    assert people == {"Juana": None, "Teo": 1002, "Rita": 1003}


@pytest.mark.parametrize(
    ("hour", "state"), [(NINE - timedelta(hours=2), State.SNOOZED), (NINE, State.UNKNOWN)]
)
async def test_on_a_new_machine_nobody_knows_what_has_left(
    tmp_path: Path, vault: Vault, clock: StillClock, copy: Path, hour: datetime, state: State
) -> None:
    clock.move_to(hour)
    elsewhere = Database(f"sqlite+aiosqlite:///{tmp_path / 'new' / 'abrazo.db'}")
    await restore(elsewhere, vault, copy, clock.now())
    work = Work(elsewhere, vault, clock)
    async with work.begin() as unit:
        assert await unit.leaving.due(Channel.BOT) == []
        await deliver.recover(unit)
    assert {one.state for one in (await greetings(work)).values()} == {state}
    await elsewhere.close()


async def test_a_copy_is_only_read_and_leaves_nothing_beside_it(
    tmp_path: Path, database: Database, vault: Vault, clock: StillClock, copy: Path
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    shutil.copy(copy, shelf)
    before = below(shelf)
    await restore(database, vault, shelf / "copy.db", clock.now())
    assert below(shelf) == before
    assert not any(".restoring" in name for name in below(tmp_path))


async def test_a_copy_that_cannot_serve_changes_nothing(
    tmp_path: Path, database: Database, work: Work, vault: Vault, clock: StillClock, copy: Path
) -> None:
    whole = below(tmp_path)[copy.name]
    middle = len(whole) // 2
    spoilt = {
        "rotten.db": (whole[:middle] + os.urandom(8192) + whole[middle + 8192 :], Damaged),
        "cut.db": (whole[:40000], Damaged),
        "words.db": (b"hola" * 2000, NotABackup),
        "nothing.db": (b"", NotABackup),
    }
    async with work.begin() as unit:
        marcelo = await unit.owners.get(7)
        assert marcelo is not None
        await unit.owners.add(marcelo.evolve(id=8), clock.now())
    for name, (data, refusal) in spoilt.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(refusal):
            await restore(database, vault, tmp_path / name, clock.now())
    with pytest.raises(FileNotFoundError):
        await restore(database, vault, tmp_path / "missing.db", clock.now())
    with pytest.raises(WrongKey):
        await restore(database, Vault(Fernet.generate_key().decode()), copy, clock.now())
    assert not (tmp_path / "missing.db").exists()
    async with work.read() as unit:
        assert await unit.owners.get(8) is not None


async def test_a_copy_under_an_older_key_comes_back_under_todays(
    database: Database, work: Work, clock: StillClock, copy: Path, encryption_key: str
) -> None:
    today = Fernet.generate_key().decode()
    await restore(database, Vault(f"{today},{encryption_key}"), copy, clock.now())
    async with Work(database, Vault(today), clock).read() as unit:
        assert {one.name for one in await unit.contacts.of_owner(7)} == set(GUESTS.values())


async def test_a_rotation_that_is_killed_half_way_costs_no_key(
    database: Database, work: Work, clock: StillClock, copy: Path, monkeypatch: pytest.MonkeyPatch,
    encryption_key: str,
) -> None:  # fmt: skip
    assert database.path is not None
    file = key_path(database.path)
    write_keys(file, encryption_key)

    async def killed(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as kill:
        kill.setattr(keeping, "_rewrap", killed)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                await keeping.rotate(database)
    assert await keeping.rotate(database) == 1
    assert len(file.read_text().split(",")) == 2
    newest = file.read_text().split(",")[0]
    async with Work(database, Vault(newest), clock).read() as unit:
        assert len(await unit.contacts.of_owner(7)) == 3


async def test_what_a_bot_sealed_before_two_rotations_still_opens_for_it(
    database: Database, copy: Path, encryption_key: str
) -> None:
    assert database.path is not None
    path = database.path
    write_keys(key_path(path), encryption_key)
    running = Vault(key_beside(path), lambda: key_beside(path))
    sealed = running.seal("an update that has just come in")
    for _ in range(2):
        await keeping.rotate(database)
    newest = Vault(key_beside(path)).seal("a later one")
    assert running.open(newest) == "a later one"
    assert running.open(sealed) == "an update that has just come in"


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_start_notices_that_postgresql_was_restored_from_a_dump(
    database_url: str, vault: Vault, clock: StillClock
) -> None:
    database = Database(database_url)
    await migrate(database, clock.now())
    work = Work(database, vault, clock)
    async with work.begin() as unit:
        await an_owner_with_approved(unit, 7, GUESTS)
        await unit.greetings.move(
            (await unit.greetings.find(owner_id=7))[0], State.APPROVED, due_at=clock.now()
        )
    assert await look_for_a_restore(database, clock.now()) is None
    assert await look_for_a_restore(database, clock.now()) is None
    async with database.remaking() as connection:  # as pg_restore does: the table made anew
        for line in (
            "ALTER TABLE greeting RENAME TO former",
            "CREATE TABLE greeting (LIKE former INCLUDING ALL INCLUDING COMMENTS)",
            "INSERT INTO greeting SELECT * FROM former",
        ):
            await connection.execute(text(line))
        asked = "SELECT obj_description('former'::regclass)"
        comment = (await connection.execute(text(asked))).scalar_one()
        await connection.execute(text(f"COMMENT ON TABLE greeting IS '{comment}'"))
    assert await look_for_a_restore(database, clock.now()) == Restored(unknown=1, asking=2)
    assert await look_for_a_restore(database, clock.now()) is None
    async with work.begin() as unit:
        assert await unit.leaving.due(Channel.BOT) == []
        assert len(await deliver.recover(unit)) == 1
    await database.close()
