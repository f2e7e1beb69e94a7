"""The schema: what it is after a start, and what a change of it may cost (nothing)."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

import storage.migrate
from bot.domain.messages import Message
from storage.crypto import Vault
from storage.engine import Database
from storage.migrate import NewerSchema, alembic_config, migrate
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend

NEWEST = "0002"

HEAD = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"

def upgrade():
"""


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Adds one more revision than there is, with that body."""
    migrations = tmp_path / "migrations"
    shutil.copytree(Path(storage.migrate.__file__).parent / "migrations", migrations)

    def config() -> object:
        found = alembic_config()
        found.set_main_option("script_location", str(migrations))
        return found

    monkeypatch.setattr(storage.migrate, "alembic_config", config)

    def add(body: str) -> None:
        (migrations / "versions" / "9999_next.py").write_text(HEAD.format(before=NEWEST) + body)

    return add


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))


async def test_the_migrations_make_the_tables_the_code_expects(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_second_start_changes_nothing(database: Database, clock: StillClock) -> None:
    assert await migrate(database, clock.now()) is None


@pytest.mark.parametrize("column", ["due_at", "expires_at"])
async def test_what_is_due_is_found_without_reading_every_greeting(
    database: Database, column: str
) -> None:
    asked = f"SELECT id FROM greeting WHERE state IN (:one, :two) AND {column} <= :now"
    values = {"one": "approved", "two": "sending", "now": "2027-07-20 00:00:00"}
    explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
    async with database.engine.connect() as connection:
        if not database.is_sqlite:  # it would read a table of no rows whole
            await connection.execute(text("SET enable_seqscan = off"))
        plan = str((await connection.execute(text(f"{explain} {asked}"), values)).all())
    assert "SEARCH greeting USING" in plan or "Index" in plan


async def test_what_the_first_release_wrote_comes_up_whole(
    database_url: str, vault: Vault, clock: StillClock
) -> None:
    def first(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")

    database = Database(database_url)
    async with database.remaking() as connection:
        await connection.run_sync(first)
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        await unit.updates.store([(1, owner.id, {"text": "hola"}), (2, owner.id, {"text": "chau"})])
        assert await unit.updates.done(1)
        for words in ("uno", "dos"):
            await unit.outbox.add(Message(owner.id, words))
        undo = await unit.conversations.remember(owner.id, step="added", contact=juana.id)
        await unit.spending.add(owner.id, clock.now().date(), tokens=60)
        await unit.outages.note(owner.id, "model")
        relay = await unit.consents.add_relay(owner.id, juana.id, "gracias", state="sending")

    copied = await migrate(database, clock.later(minutes=1))

    assert (copied is not None) is database.is_sqlite
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with work.begin() as unit:
        assert await unit.updates.open(owner.id) == [(2, owner.id, {"text": "chau"})]
        await unit.outbox.add(Message(owner.id, "tres"))
    async with work.begin() as unit:
        letters = await unit.outbox.of_chat(owner.id) or []
        assert [one.message.text for one in letters] == ["uno", "dos", "tres"]
        assert await unit.conversations.peek(owner.id, undo) == {
            "step": "added",
            "contact": juana.id,
        }
        assert await unit.spending.of(owner.id, clock.now().date()) == 60
        assert await unit.outages.any("model")
        assert await unit.consents.leaving() == [owner.id]
        assert [one.id for one in await unit.consents.cut_off()] == [relay.id]
        assert [one.text for one in (await unit.contacts.notes([juana.id]))[juana.id]] == [
            "le gusta el té"
        ]
    assert await migrate(database, clock.now()) is None
    await database.close()


async def test_altering_a_table_keeps_what_hangs_on_its_rows(
    database: Database, vault: Vault, clock: StillClock, next_revision: Callable[[str], None]
) -> None:
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    juana = await befriend(work, owner, "Juana", "le gusta el té de jazmín")
    next_revision(
        "    with op.batch_alter_table('contact', recreate='auto') as contact:\n"
        "        contact.alter_column('country', existing_type=sa.String(), nullable=True)\n"
    )
    await migrate(database, clock.now())
    async with work.read() as unit:
        notes = await unit.contacts.notes([juana.id])
    assert [note.text for note in notes[juana.id]] == ["le gusta el té de jazmín"]


async def test_foreign_keys_are_kept_again_after_a_change(
    database: Database, vault: Vault, clock: StillClock, next_revision: Callable[[str], None]
) -> None:
    next_revision("    op.create_table('extra', sa.Column('id', sa.Integer()))\n")
    await migrate(database, clock.now())
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        await unit.contacts.forget(juana)
    async with database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM note"))).scalar_one() == 0


async def test_a_failed_change_leaves_the_old_database(
    database: Database, vault: Vault, clock: StillClock, next_revision: Callable[[str], None]
) -> None:
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    await befriend(work, owner, "Juana")
    next_revision(
        "    op.create_table('extra', sa.Column('id', sa.Integer()))\n"
        "    op.execute('DELETE FROM contact')\n"
        "    raise RuntimeError('half-way')\n"
    )
    with pytest.raises(RuntimeError):
        await migrate(database, clock.now())
    async with database.engine.connect() as connection:
        assert "extra" not in await connection.run_sync(tables)
        version = await connection.execute(text("SELECT version_num FROM alembic_version"))
        assert version.scalar_one() == NEWEST
    async with work.read() as unit:
        assert [contact.name for contact in await unit.contacts.of_owner(owner.id)] == ["Juana"]


async def test_after_a_failed_change_the_mended_one_goes_through(
    database: Database, vault: Vault, clock: StillClock, next_revision: Callable[[str], None]
) -> None:
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    next_revision("    op.execute('DELETE FROM note')\n    raise RuntimeError('half-way')\n")
    for _ in range(2):
        with pytest.raises(RuntimeError):
            await migrate(database, clock.later(minutes=1))
    if database.path is not None:
        assert list(database.path.parent.glob("*-before-*")) == []
    next_revision("    op.create_table('extra', sa.Column('id', sa.Integer()))\n")
    await migrate(database, clock.later(minutes=1))
    async with work.begin() as unit:
        assert [one.text for one in (await unit.contacts.notes([juana.id]))[juana.id]] == [
            "le gusta el té"
        ]
        await unit.contacts.forget(juana)
    async with database.engine.connect() as connection:
        assert "extra" in await connection.run_sync(tables)
        assert (await connection.execute(text("SELECT count(*) FROM note"))).scalar_one() == 0


async def test_a_sqlite_file_is_copied_before_its_schema_changes(
    sqlite_url: str, vault: Vault, clock: StillClock, next_revision: Callable[[str], None]
) -> None:
    database = Database(sqlite_url)
    await migrate(database, clock.now())
    owner = await add_owner(Work(database, vault, clock), clock)
    next_revision("    op.execute('DELETE FROM owner')\n")

    copied = await migrate(database, clock.now())

    assert copied is not None
    assert copied.stat().st_mode & 0o777 == 0o600
    assert database.path is not None
    assert copied.parent == database.path.parent
    await database.close()
    old = Database(f"sqlite+aiosqlite:///{copied}")
    async with Work(old, vault, clock).read() as unit:
        assert await unit.owners.get(owner.id) == owner
    await old.close()


async def test_a_database_of_a_newer_version_is_refused_untouched(
    database: Database, clock: StillClock
) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '4711'"))
    with pytest.raises(NewerSchema):
        await migrate(database, clock.now())
    async with database.engine.connect() as connection:
        version = await connection.execute(text("SELECT version_num FROM alembic_version"))
        assert version.scalar_one() == "4711"
