"""`abrazo backup`, `restore` and `rotate-key` when something is wrong: one line says what."""

import shutil
from collections.abc import Awaitable, Callable
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot import keep
from storage.crypto import key_beside
from storage.engine import Database
from storage.migrate import migrate
from tests.conftest import StillClock


@pytest.fixture
async def home(tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with a database and a copy of it, and the settings that name it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:token")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}")
    key_beside(tmp_path / "abrazo.db")
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}")
    await migrate(database, clock.now())
    await database.close()
    assert await keep.backup(tmp_path / "copy.db", StringIO()) == 0
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def refused(act: Callable[..., Awaitable[int]], *what: Path) -> str:
    out = StringIO()
    assert await act(*what, out) == 1
    (line,) = out.getvalue().splitlines()
    return line


async def test_a_copy_that_cannot_be_written_is_told_in_a_line(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await refused(keep.backup, home / "copy.db") == (
        f"{home / 'copy.db'} is there already: choose another name."
    )
    assert "nowhere" in await refused(keep.backup, home / "nowhere" / "copy.db")

    async def full(*_: object) -> None:
        raise OperationalError("VACUUM", None, Exception("database or disk is full"))

    monkeypatch.setattr(Database, "vacuum_into", full)
    assert "disk is full" in await refused(keep.backup, home / "second.db")
    assert "second.db" not in names(home)


async def test_what_cannot_be_put_back_is_told_in_a_line(home: Path) -> None:
    (home / "words.db").write_text("hola " * 500)
    assert "no such file" in await refused(keep.restore, home / "missing.db")
    assert "no backup" in await refused(keep.restore, home / "words.db")
    assert "the database itself" in await refused(keep.restore, home / "abrazo.db")


async def test_a_new_machine_needs_the_key_and_makes_none_of_its_own(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = home / "new"
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{new / 'abrazo.db'}")
    assert "key is missing" in await refused(keep.restore, home / "copy.db")
    assert "run the bot first" in await refused(keep.backup, home / "another.db")
    assert names(new) == set()
    shutil.copy(home / "abrazo.key", new)
    assert await keep.restore(home / "copy.db", StringIO()) == 0
    assert "abrazo.db" in names(new)


async def test_without_its_key_nothing_is_copied_rotated_or_replaced(home: Path) -> None:
    (home / "abrazo.key").rename(home / "elsewhere.key")
    for line in (
        await refused(keep.backup, home / "another.db"),
        await refused(keep.restore, home / "copy.db"),
        await refused(keep.rotate_key),
    ):
        assert "put back the key file" in line
    assert "abrazo.key" not in names(home)


async def test_a_file_in_the_database_s_place_is_named_and_left_alone(home: Path) -> None:
    (home / "abrazo.db").write_text("a diary")
    assert "abrazo.db: this is no SQLite database" in await refused(keep.backup, home / "new.db")
    assert (home / "abrazo.db").read_text() == "a diary"
