"""A copy every night, as many as the settings say, and what is forgotten is forgotten there as well."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.domain.contacts import Contact
from bot.playground import Person, Playground
from bot.services.forget import forget_everything
from storage import copies
from storage.crypto import Vault, key_beside
from storage.engine import Database
from storage.migrate import STAMP, migrate
from storage.restoring import restore
from storage.tables import ErasedRow
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend
from tests.harness import PATIENCE, answers, running


def nights(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "backups").iterdir())


def contacts_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as copied:
        number: int = copied.execute("SELECT count(*) FROM contact").fetchone()[0]
    return number


async def test_each_night_leaves_a_copy_and_the_oldest_go(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    clock.at(1, 12)
    async with running(tmp_path, tg, clock, backup_keep=3) as bot:
        marcelo = tg.user("Marcelo")
        await answers(bot, marcelo, "/add Juana, amiga, pinta acuarelas")
        for day in range(1, 7):
            clock.at(day, 2)
            await bot.schedule.tick()
            clock.at(day, 4)
            await bot.schedule.tick()
            await bot.schedule.tick()
    assert nights(tmp_path) == [f"abrazo-2027-07-0{day}.db" for day in (4, 5, 6)]
    for path in (tmp_path / "backups").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert contacts_in(path) == 1
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}")
    vault = Vault(key_beside(tmp_path / "abrazo.db"))
    await restore(database, vault, tmp_path / "backups" / "abrazo-2027-07-05.db", clock.now())
    async with Work(database, vault, clock).read() as unit:
        (juana,) = await unit.contacts.of_owner(marcelo.id)
    await database.close()
    assert juana.name == "Juana"


async def test_none_is_made_when_none_is_wanted(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    async with running(tmp_path, tg, clock, backup_keep=0) as bot:
        await bot.schedule.tick()
    assert not (tmp_path / "backups").exists()


async def test_a_full_disk_is_told_once_and_costs_no_earlier_copy(
    tmp_path: Path, tg: Playground, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(person: Person, words: str) -> int:
        return sum(words in one.text for one in person.messages if one.from_bot)

    async def full(_: Database, target: Path) -> None:
        assert target.suffix == ".part"
        raise OSError(28, "No space left on device")

    clock.at(1, 12)
    async with running(tmp_path, tg, clock, backup_keep=1) as bot:
        marcelo = tg.user("Marcelo")
        await answers(bot, marcelo, "/start")
        await bot.schedule.tick()
        before = nights(tmp_path)
        with monkeypatch.context() as disk:
            disk.setattr(Database, "vacuum_into", full)
            for _ in range(3):
                clock.later(hours=25)
                await bot.schedule.tick()
            assert nights(tmp_path) == before
            await marcelo.wait_for(lambda one: "no queda lugar" in one.text, within=PATIENCE)
            assert said(marcelo, "no queda lugar") == 1
        clock.later(hours=2)
        await bot.schedule.tick()
        await marcelo.wait_for(lambda one: "ya está al día" in one.text, within=PATIENCE)
    assert len(nights(tmp_path)) == 1
    assert nights(tmp_path) != before


async def test_what_is_forgotten_is_gone_from_the_copies(
    tmp_path: Path, vault: Vault, clock: StillClock
) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}")
    await migrate(database, clock.now())
    work = Work(database, vault, clock)
    marcelo, vera = await add_owner(work, clock, 1), await add_owner(work, clock, 2)
    juana = await befriend(work, marcelo, "Juana", "pinta acuarelas")
    await befriend(work, marcelo, "Teo", "toca el bandoneón")
    await befriend(work, vera, "Rita", "tiene un caniche")
    for days in range(2):
        await copies.copy(database, (clock.now() + timedelta(days=days)).date(), keep=5)
    keys = {
        one: sqlite3.connect(database.path or "")
        .execute("SELECT wrapped_key FROM contact WHERE id = ?", (one,))
        .fetchone()[0]
        for one in [juana.id]
    }
    async with work.begin() as unit:
        await unit.contacts.forget(juana)
    for path in copies.copies(database):
        assert contacts_in(path) == 2
        assert keys[juana.id] not in path.read_bytes()
    async with work.begin() as unit:
        await forget_everything(unit, marcelo)
    assert [contacts_in(path) for path in copies.copies(database)] == [1, 1]
    await database.close()


async def kept(
    home: Path, vault: Vault, clock: StillClock
) -> tuple[Database, Work, Contact, bytes]:
    """A database, Juana in it, and the key that opens what is known of her."""
    database = Database(f"sqlite+aiosqlite:///{home / 'abrazo.db'}")
    await migrate(database, clock.now())
    work = Work(database, vault, clock)
    juana = await befriend(work, await add_owner(work, clock), "Juana", "pinta acuarelas")
    with closing(sqlite3.connect(home / "abrazo.db")) as live:
        [key] = live.execute("SELECT wrapped_key FROM contact").fetchone()
    return database, work, juana, key


async def test_somebody_forgotten_while_a_copy_is_made_is_not_in_it(
    tmp_path: Path, vault: Vault, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, work, juana, key = await kept(tmp_path, vault, clock)
    copying = Database.vacuum_into

    async def meanwhile(self: Database, target: Path) -> None:
        await copying(self, target)
        async with work.begin() as unit:
            await unit.contacts.forget(juana)

    monkeypatch.setattr(Database, "vacuum_into", meanwhile)
    assert await copies.copy(database, clock.now().date(), keep=5)
    [path] = copies.copies(database)
    assert contacts_in(path) == 0
    assert key not in path.read_bytes()
    await database.close()


async def test_a_copy_that_could_not_be_cleaned_is_cleaned_at_the_next_look(
    tmp_path: Path, vault: Vault, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, work, juana, key = await kept(tmp_path, vault, clock)
    await copies.copy(database, clock.now().date(), keep=5)
    [path] = copies.copies(database)
    made = path.stat().st_mtime_ns

    def cut(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as held:
        held.setattr(copies, "_erase", cut)
        async with work.begin() as unit:
            await unit.contacts.forget(juana)
    assert contacts_in(path) == 1
    await copies.tidy(database, clock.later(hours=30))
    assert contacts_in(path) == 0
    assert key not in path.read_bytes()
    assert path.stat().st_mtime_ns == made, "the oldest copy stays the oldest"
    async with database.reading() as session:
        assert list(await session.exec(select(ErasedRow))) == [], "and nobody remembers whom"
    await database.close()


async def test_who_comes_back_is_not_taken_out_of_later_copies(
    tmp_path: Path, vault: Vault, clock: StillClock
) -> None:
    database, work, _, _ = await kept(tmp_path, vault, clock)
    async with work.begin() as unit:
        owner = await unit.owners.get(7)
        assert owner is not None
        await forget_everything(unit, owner)
    await befriend(work, await add_owner(work, clock), "Teo")
    await copies.copy(database, clock.later(hours=1).date(), keep=5)
    await copies.tidy(database, clock.now())
    assert [contacts_in(path) for path in copies.copies(database)] == [1]
    await database.close()


async def test_what_was_copied_before_an_upgrade_is_cleaned_and_goes_after_a_month(
    tmp_path: Path, vault: Vault, clock: StillClock
) -> None:
    database, work, juana, key = await kept(tmp_path, vault, clock)
    before = tmp_path / f"abrazo-before-0001-{clock.now().strftime(STAMP)}.db"
    await database.vacuum_into(before)
    with closing(sqlite3.connect(before)) as old, old:
        old.execute("DROP TABLE erased")
    async with work.begin() as unit:
        await unit.contacts.forget(juana)
    assert contacts_in(before) == 0
    assert key not in before.read_bytes()
    await copies.tidy(database, clock.later(days=29))
    assert before.exists()
    await copies.tidy(database, clock.later(days=2))
    assert not before.exists()
    await database.close()


@pytest.mark.parametrize("mine", ["abrazo-before-trip.db", "backups/abrazo-trip-to-ro.db"])
async def test_a_copy_that_somebody_named_themselves_is_left_as_it_is(
    tmp_path: Path, vault: Vault, clock: StillClock, mine: str
) -> None:
    database, work, juana, _ = await kept(tmp_path, vault, clock)
    (tmp_path / "backups").mkdir()
    await database.vacuum_into(tmp_path / mine)
    await copies.copy(database, clock.now().date(), keep=1)
    async with work.begin() as unit:
        await unit.contacts.forget(juana)
    await copies.tidy(database, clock.later(days=40))
    assert contacts_in(tmp_path / mine) == 1
    await database.close()
