"""Two contacts that turn out to be one person."""

from datetime import date

from sqlalchemy import text

from bot.domain.contacts import PersonalDate
from bot.domain.greetings import Alternative, State
from bot.domain.owners import Owner
from storage.engine import Database
from storage.unit import Work
from tests.conftest import befriend

FRIENDS_DAY = date(2027, 7, 20)


async def test_what_hangs_on_one_hangs_on_the_other_and_opens_with_their_key(
    work: Work, owner: Owner
) -> None:
    juani = await befriend(work, owner, "Juani", "le gusta el té", private="debe plata")
    juana = await befriend(work, owner, "Juana Pérez", "se mudó a Córdoba")
    async with work.begin() as unit:
        await unit.contacts.set_date(juani, PersonalDate("birthday", 5, 3, 1975))
        await unit.greetings.plan(owner.id, juani.id, FRIENDS_DAY, ["friends-day"], unit.now)
        (greeting,) = await unit.greetings.find(contact_id=juani.id)
        moved = await unit.greetings.move(greeting, State.DRAFTING, text="Juani, feliz día")
        assert moved is not None
        await unit.alternatives.offer(moved, [Alternative(0, 1, "Juani, feliz día")])
    async with work.begin() as unit:
        await unit.merging.move(juani, juana)
        await unit.contacts.forget(juani)
    async with work.read() as unit:
        notes = (await unit.contacts.notes([juana.id]))[juana.id]
        dates = (await unit.contacts.dates([juana.id]))[juana.id]
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
        (alternative,) = await unit.alternatives.last(greeting)
    assert {(note.text, note.private) for note in notes} == {
        ("le gusta el té", False), ("debe plata", True), ("se mudó a Córdoba", False),
    }  # fmt: skip
    assert dates == (PersonalDate("birthday", 5, 3, 1975),)
    assert (greeting.text, alternative.text) == ("Juani, feliz día", "Juani, feliz día")


async def test_a_day_that_both_have_is_greeted_once(
    work: Work, owner: Owner, database: Database
) -> None:
    juani, juana = [await befriend(work, owner, name) for name in ("Juani", "Juana")]
    async with work.begin() as unit:
        for contact, day in ((juani, 3), (juana, 4)):
            await unit.contacts.set_date(contact, PersonalDate("birthday", 5, day))
            await unit.greetings.plan(owner.id, contact.id, FRIENDS_DAY, ["friends-day"], unit.now)
    async with work.begin() as unit:
        await unit.merging.move(juani, juana)
        await unit.contacts.forget(juani)
    async with work.read() as unit:
        assert (await unit.contacts.dates([juana.id]))[juana.id] == (
            PersonalDate("birthday", 5, 4),
        )
        assert len(await unit.greetings.find(owner_id=owner.id)) == 1
    async with database.engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM contact"))).scalar_one() == 1


async def test_only_what_is_named_goes_back(work: Work, owner: Owner) -> None:
    juani = await befriend(work, owner, "Juani", "le gusta el té")
    juana = await befriend(work, owner, "Juana", "se mudó a Córdoba")
    async with work.begin() as unit:
        moved = await unit.merging.move(juani, juana)
    async with work.begin() as unit:
        await unit.merging.move(juana, juani, only=moved)
    async with work.read() as unit:
        notes = await unit.contacts.notes([juani.id, juana.id])
    assert [note.text for note in notes[juani.id]] == ["le gusta el té"]
    assert [note.text for note in notes[juana.id]] == ["se mudó a Córdoba"]
