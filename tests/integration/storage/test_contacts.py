"""People as they are kept: whole, sealed, their owner's alone, and gone when forgotten."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.contacts import Kind, PersonalDate, Register, Relationship
from bot.domain.greetings import Alternative, Channel, State
from bot.domain.messages import About
from bot.domain.owners import Owner
from storage.ahead import Wanted, Written
from storage.crypto import Vault, WrongKey
from storage.engine import Database
from storage.migrate import migrate
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend

FRIENDS_DAY = date(2027, 7, 20)

HANGING = (
    "note", "personal_date", "greeting", "greeting_occasion", "alternative", "delivery",
    "invitation", "message", "relay", "ahead",
)  # fmt: skip


async def test_a_contact_comes_back_as_it_was_kept(work: Work, owner: Owner) -> None:
    kept = await befriend(
        work,
        owner,
        "José Ñandú 🐦",
        nickname="Pepe",
        form_of_address="Sr. Ñandú",
        kind=Kind.GROUP,
        relationship=Relationship.CLIENT,
        roles=frozenset({"father", "teacher"}),
        register=Register.USTED,
        language="pt",
        country="BR",
        timezone="America/Sao_Paulo",
        phone="+5491155551234",
        username="pepe",
        email="pepe@example.org",
        linked_chat_id=5_000_000_000,
        paused=True,
        tags=frozenset({"fútbol", "facu"}),
    )
    async with work.read() as unit:
        assert await unit.contacts.get(owner.id, kept.id) == kept


async def test_a_change_of_a_contact_is_kept(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.save(juana.evolve(name="Juana Pérez", phone="+541155551234"))
    async with work.read() as unit:
        found = await unit.contacts.get(owner.id, juana.id)
    assert found == juana.evolve(name="Juana Pérez", phone="+541155551234")


async def test_no_owner_sees_anothers_contact(work: Work, owner: Owner, clock: StillClock) -> None:
    other = await add_owner(work, clock, 8, name="Ana")
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        assert await unit.contacts.get(other.id, juana.id) is None
        assert await unit.contacts.of_owner(other.id) == []
        note = (await unit.contacts.notes([juana.id]))[juana.id][0]
        await unit.contacts.drop_note(other.id, note.id)
    async with work.read() as unit:
        assert len((await unit.contacts.notes([juana.id]))[juana.id]) == 1


async def test_contacts_come_by_name_whatever_the_case(work: Work, owner: Owner) -> None:
    for name in ("teo", "Ana", "Zulma", "beto"):
        await befriend(work, owner, name)
    async with work.read() as unit:
        found = await unit.contacts.of_owner(owner.id)
    assert [contact.name for contact in found] == ["Ana", "beto", "teo", "Zulma"]


async def test_notes_come_newest_first_and_tell_the_private_ones(
    work: Work, owner: Owner, clock: StillClock
) -> None:
    juana = await befriend(work, owner, "Juana", "se recibió")
    clock.later(days=1)
    async with work.begin() as unit:
        await unit.contacts.add_note(juana, "se mudó a Córdoba", private=True)
    async with work.read() as unit:
        notes = (await unit.contacts.notes([juana.id]))[juana.id]
    assert [(note.text, note.private) for note in notes] == [
        ("se mudó a Córdoba", True),
        ("se recibió", False),
    ]
    assert notes[0].created_at == clock.now()


async def test_a_second_birthday_replaces_the_first(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 5, 3, 1975))
        await unit.contacts.set_date(juana, PersonalDate("anniversary", 9, 1))
        await unit.contacts.set_date(juana, PersonalDate("birthday", 5, 4))
    async with work.read() as unit:
        dates = (await unit.contacts.dates([juana.id]))[juana.id]
    assert set(dates) == {PersonalDate("birthday", 5, 4), PersonalDate("anniversary", 9, 1)}


async def everything_about(work: Work, owner: Owner) -> int:
    """A contact on whom every kind of row hangs; answers the id."""
    juana = await befriend(work, owner, "Juana Zapallo", "colecciona zapallos", linked_chat_id=99)
    async with work.begin() as unit:
        await unit.contacts.set_date(juana, PersonalDate("birthday", 5, 3, 1975))
        await unit.greetings.plan(owner.id, juana.id, FRIENDS_DAY, ["friends-day"], unit.now)
        greeting = (await unit.greetings.find(contact_id=juana.id))[0]
        for state in (State.DRAFTING, State.READY):
            moved = await unit.greetings.move(greeting, state)
            assert moved is not None
            greeting = moved
        await unit.alternatives.offer(greeting, [Alternative(0, 1, "Juana, feliz día zapallo")])
        await unit.history.record(greeting, Channel.BOT, proof="12")
        birthday = Wanted(juana.id, date(2028, 5, 3), owner.id, ("birthday",), 0, unit.now)
        await unit.ahead.want(owner.id, [birthday])
        await unit.ahead.keep(
            Written(birthday, "", (Alternative(0, 1, "Juana, qué zapallo cumplís"),))
        )
        await unit.consents.invite(owner.id, juana.id, unit.now)
        await unit.consents.note_message(99, 12, About(owner.id, juana.id, greeting.id))
        await unit.consents.add_relay(owner.id, juana.id, "gracias, zapallo")
    return juana.id


async def test_forgetting_somebody_takes_all_that_hangs_on_them(
    work: Work, owner: Owner, database: Database
) -> None:
    juana_id = await everything_about(work, owner)
    await befriend(work, owner, "Teo", "toca el bandoneón")

    async with work.begin() as unit:
        juana = await unit.contacts.get(owner.id, juana_id)
        assert juana is not None
        await unit.contacts.forget(juana)

    async with database.engine.connect() as connection:
        left = {
            table: (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()
            for table in ("contact", *HANGING)
        }
    assert left == {"contact": 1, "note": 1} | dict.fromkeys(HANGING[1:], 0)


async def test_not_a_byte_of_somebody_forgotten_stays_in_the_sqlite_files(
    sqlite_url: str, vault: Vault, clock: StillClock, tmp_path: Path
) -> None:
    database = Database(sqlite_url)
    await migrate(database, clock.now())
    work = Work(database, vault, clock)
    owner = await add_owner(work, clock)
    juana_id = await everything_about(work, owner)
    async with database.engine.connect() as connection:
        query = text(
            "SELECT wrapped_key, sealed FROM contact UNION SELECT sealed, sealed FROM note"
        )
        sealed = [bytes(part) for row in await connection.execute(query) for part in row]

    def written() -> bytes:
        return b"".join(file.read_bytes() for file in sorted(tmp_path.glob("abrazo.db*")))

    assert b"apallo" not in written()
    assert all(part in written() for part in sealed)
    async with work.begin() as unit:
        juana = await unit.contacts.get(owner.id, juana_id)
        assert juana is not None
        await unit.contacts.forget(juana)
    assert not any(part in written() for part in sealed)
    await database.close()


@pytest.mark.parametrize(
    ("table", "column"), [("contact", "sealed"), ("contact", "wrapped_key"), ("note", "sealed")]
)
async def test_what_is_sealed_for_one_row_does_not_open_in_another(
    work: Work, owner: Owner, database: Database, table: str, column: str
) -> None:
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    teo = await befriend(work, owner, "Teo", "toca el bandoneón")
    key = "id" if table == "contact" else "contact_id"
    async with database.transaction() as session:
        connection = await session.connection()
        await connection.execute(
            text(
                f"UPDATE {table} SET {column} ="
                f" (SELECT {column} FROM {table} WHERE {key} = :one) WHERE {key} = :other"
            ),
            {"one": juana.id, "other": teo.id},
        )

    async def read_everything() -> None:
        async with work.read() as unit:
            await unit.contacts.of_owner(owner.id)
            await unit.contacts.notes([teo.id])

    with pytest.raises(WrongKey):
        await read_everything()


async def test_no_text_about_anybody_stands_in_the_clear(
    work: Work, owner: Owner, database: Database
) -> None:
    await everything_about(work, owner)
    async with work.begin() as unit:
        await unit.conversations.begin(owner.id, "note", text="zapallo")
        await unit.conversations.remember(owner.id, undo="zapallo")
        await unit.updates.store([(1, owner.id, {"text": "zapallo"})])
    async with database.engine.connect() as connection:
        for table in ("owner", "contact", "conversation", "undo", "update_inbox", *HANGING):
            rows = (await connection.execute(text(f"SELECT * FROM {table}"))).all()
            assert rows
            assert b"zapallo" not in repr(rows).encode().lower()
            assert not any("Marcelo" in str(value) for row in rows for value in row)
