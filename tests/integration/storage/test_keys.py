"""The key opens what it sealed, another one nothing, and neither harms the database."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.domain.owners import Owner
from storage.crypto import Vault, WrongKey, key_beside
from storage.engine import Database
from storage.unit import Work
from tests.conftest import StillClock, befriend


async def test_a_wrong_key_is_refused_and_the_right_one_still_opens_everything(
    work: Work, owner: Owner, database: Database, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    locked_out = Work(database, Vault(Fernet.generate_key().decode()), clock)
    with pytest.raises(WrongKey):
        async with locked_out.begin() as unit:
            await unit.owners.get(owner.id)
    with pytest.raises(WrongKey):
        async with locked_out.begin() as unit:
            await unit.contacts.add_note(juana, "no debe quedar")
    async with work.read() as unit:
        assert await unit.contacts.of_owner(owner.id) == [juana]
        assert len((await unit.contacts.notes([juana.id]))[juana.id]) == 1


async def test_the_first_question_of_a_start_finds_a_wrong_key(
    work: Work, owner: Owner, database: Database, clock: StillClock
) -> None:
    async with work.read() as unit:
        assert await unit.owners.any()
    with pytest.raises(WrongKey):
        async with Work(database, Vault(Fernet.generate_key().decode()), clock).read() as unit:
            await unit.owners.any()


async def test_a_new_first_key_opens_what_an_older_one_sealed(
    work: Work, owner: Owner, database: Database, clock: StillClock, encryption_key: str
) -> None:
    juana = await befriend(work, owner, "Juana")
    both = Vault(f"{Fernet.generate_key().decode()}, {encryption_key}")
    async with Work(database, both, clock).read() as unit:
        assert await unit.contacts.get(owner.id, juana.id) == juana


def test_a_rewrapped_key_needs_the_old_one_no_more(vault: Vault, encryption_key: str) -> None:
    wrapped = vault.new_wrapped_key()
    sealed = vault.cipher(wrapped).seal("té", "note:1")
    newest = Fernet.generate_key().decode()
    rewrapped = Vault(f"{newest},{encryption_key}").rewrap(wrapped)
    assert Vault(newest).cipher(rewrapped).open(sealed, "note:1") == "té"
    with pytest.raises(WrongKey):
        vault.cipher(rewrapped)


def test_the_same_text_is_never_sealed_the_same_way(vault: Vault) -> None:
    cipher = vault.cipher(vault.new_wrapped_key())
    assert cipher.seal("té", "note:1") != cipher.seal("té", "note:1")


def test_a_cut_or_altered_field_is_refused(vault: Vault) -> None:
    cipher = vault.cipher(vault.new_wrapped_key())
    sealed = cipher.seal("té", "note:1")
    for broken in (sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1]), sealed[:8], b""):
        with pytest.raises(WrongKey):
            cipher.open(broken, "note:1")


def test_the_key_file_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    database = tmp_path / "data" / "abrazo.db"
    key = key_beside(database)
    file = database.with_suffix(".key")
    assert file.stat().st_mode & 0o777 == 0o600
    assert key_beside(database) == key
    Vault(key)


def test_a_database_without_its_key_file_gets_no_new_key(tmp_path: Path) -> None:
    database = tmp_path / "abrazo.db"
    database.write_bytes(b"SQLite format 3")
    with pytest.raises(WrongKey, match="is missing beside"):
        key_beside(database)
    assert not database.with_suffix(".key").exists()


@pytest.mark.parametrize("key", ["", "abc", "not base64 at all", "YWJj", "clave,otra"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(WrongKey):
        Vault(key)
