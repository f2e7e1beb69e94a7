"""What is changed about a contact is kept, can be taken back, and makes what was approved ask again."""

from datetime import date, timedelta

import pytest

from bot.domain.contacts import Contact, Note, PersonalDate, Register, Relationship
from bot.domain.greetings import Alternative, Channel, Greeting, State
from bot.domain.owners import Owner
from bot.parsing.contacts import parse_contact
from bot.services import capture, edit, exchange, forget
from bot.services.arrivals import Arrival, Verdict
from storage.unit import Unit, Work
from tests.conftest import StillClock, befriend

DAY = date(2027, 7, 20)


async def greeting_of(
    work: Work, contact: Contact, state: State, *, rests_on: tuple[int, ...] = (), day: date = DAY
) -> Greeting:
    """A greeting in that state, with a model's draft."""
    async with work.begin() as unit:
        expires = unit.now + timedelta(days=3)
        await unit.greetings.plan(contact.owner_id, contact.id, day, ["friends-day"], expires)
        (greeting,) = await unit.greetings.find(contact_id=contact.id, day=day)
        for step in (State.DRAFTING, State.READY):
            greeting = await moved(unit, greeting, step)
        drafted = Alternative(id=0, number=1, text="Feliz día, Ju.", note_ids=rests_on)
        await unit.alternatives.offer(greeting, [drafted])
        if state is State.APPROVED or state is State.SENT:
            greeting = await moved(unit, greeting, State.APPROVED, text="Feliz día, Ju.",
                                   rests_on=rests_on, channel=Channel.BOT)  # fmt: skip
        if state is State.SENT:
            greeting = await moved(unit, greeting, State.SENDING)
            greeting = await moved(unit, greeting, State.SENT)
            await unit.history.record(greeting, Channel.BOT, proof="5")
    return greeting


async def moved(unit: Unit, greeting: Greeting, to: State, **changes: object) -> Greeting:
    after = await unit.greetings.move(greeting, to, **changes)
    assert after is not None
    return after


async def state_of(work: Work, greeting: Greeting) -> State:
    async with work.read() as unit:
        found = await unit.greetings.get(greeting.id)
    assert found is not None
    return found.state


async def notes_of(work: Work, contact: Contact) -> list[str]:
    async with work.read() as unit:
        return [note.text for note in (await unit.contacts.notes([contact.id]))[contact.id]]


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Juana Gómez"},
        {"register": Register.USTED},
        {"phone": "+5491144445555"},
        {"email": "ju@example.org"},
        {"language": "it"},
    ],
)
async def test_what_was_approved_asks_again_when_name_register_or_address_change(
    work: Work, owner: Owner, changes: dict[str, object]
) -> None:
    juana = await befriend(work, owner, "Juana")
    greeting = await greeting_of(work, juana, State.APPROVED)
    async with work.begin() as unit:
        done = await edit.change(unit, owner, juana, **changes)
    assert [one.id for one in done.asking] == [greeting.id]
    assert await state_of(work, greeting) is State.STALE


async def test_a_tag_leaves_what_was_approved_alone(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    greeting = await greeting_of(work, juana, State.APPROVED)
    async with work.begin() as unit:
        done = await edit.change(unit, owner, juana, tags=frozenset({"club"}))
    assert done.asking == []
    assert await state_of(work, greeting) is State.APPROVED


async def test_only_a_used_note_makes_a_greeting_ask_again(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana", "le gusta el té", "vive en Rosario")
    async with work.read() as unit:
        notes = {one.text: one for one in (await unit.contacts.notes([juana.id]))[juana.id]}
    tea, city = notes["le gusta el té"], notes["vive en Rosario"]
    greeting = await greeting_of(work, juana, State.APPROVED, rests_on=(tea.id,))
    async with work.begin() as unit:
        await edit.change_note(unit, owner, juana, city, text="vive en Córdoba")
    assert await state_of(work, greeting) is State.APPROVED
    async with work.begin() as unit:
        dropped = await edit.drop_note(unit, owner, juana, tea)
    assert await state_of(work, greeting) is State.STALE
    assert await notes_of(work, juana) == ["vive en Córdoba"]
    async with work.begin() as unit:
        await edit.revert(unit, owner, dropped.undo_id)
    assert set(await notes_of(work, juana)) == {"le gusta el té", "vive en Córdoba"}


async def test_a_draft_is_written_anew_when_the_register_changes(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    greeting = await greeting_of(work, juana, State.READY)
    async with work.begin() as unit:
        await edit.change(unit, owner, juana, register=Register.USTED)
    assert await state_of(work, greeting) is State.PLANNED


async def test_a_client_is_addressed_with_distance_unless_the_owner_chose(
    work: Work, owner: Owner
) -> None:
    usual = await befriend(work, owner, "Elena")
    chosen = await befriend(work, owner, "Rita", register=Register.TU_ES)
    async with work.begin() as unit:
        first = await edit.change(unit, owner, usual, relationship=Relationship.CLIENT)
        second = await edit.change(unit, owner, chosen, relationship=Relationship.CLIENT)
    assert first.contact.register is Register.USTED
    assert second.contact.register is Register.TU_ES


async def test_nothing_goes_to_who_has_died_and_the_history_stays(work: Work, owner: Owner) -> None:
    tita = await befriend(work, owner, "Tita", "hacía ñoquis")
    sent = await greeting_of(work, tita, State.SENT, day=DAY - timedelta(days=30))
    coming = await greeting_of(work, tita, State.APPROVED)
    async with work.begin() as unit:
        done = await edit.change(unit, owner, tita, deceased=True)
    assert await state_of(work, coming) is State.SKIPPED
    assert await state_of(work, sent) is State.SENT
    assert await notes_of(work, tita) == ["hacía ñoquis"]
    async with work.begin() as unit:
        back = await edit.revert(unit, owner, done.undo_id)
    assert back is not None
    assert not back.contact.deceased
    assert await state_of(work, coming) is State.PLANNED


async def test_a_change_is_taken_back_once(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        done = await edit.change(unit, owner, juana, country="IT")
    assert done.contact.timezone == "Europe/Rome"
    async with work.begin() as unit:
        back = await edit.revert(unit, owner, done.undo_id)
        assert back is not None
        assert back.contact == juana
        assert await edit.revert(unit, owner, done.undo_id) is None


async def test_two_that_are_one_keep_notes_dates_and_greetings_and_part_again(
    work: Work, owner: Owner
) -> None:
    keep = await befriend(work, owner, "Juana Pérez", "le gusta el té", phone="+5491155551234")
    gone = await befriend(work, owner, "Juani", "toca el piano", phone="+5491144445555")
    async with work.begin() as unit:
        await unit.contacts.set_date(gone, PersonalDate("birthday", 5, 3))
    earlier = await greeting_of(work, gone, State.SENT, day=DAY - timedelta(days=60))
    same_day = await greeting_of(work, gone, State.READY)
    approved = await greeting_of(work, keep, State.APPROVED)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    async with work.read() as unit:
        assert await unit.contacts.count(owner.id) == 1
        greetings = await unit.greetings.find(contact_id=keep.id)
        dates = (await unit.contacts.dates([keep.id]))[keep.id]
        texts = await unit.greetings.sent_texts([keep.id])
    assert {one.id for one in greetings} == {earlier.id, approved.id}
    assert same_day.id not in {one.id for one in greetings}
    assert texts == {keep.id: ["Feliz día, Ju."]}
    assert dates == (PersonalDate("birthday", 5, 3),)
    assert set(await notes_of(work, keep)) == {
        "le gusta el té",
        "toca el piano",
        "Juani · +5491144445555",
    }
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    async with work.read() as unit:
        back = await unit.contacts.get(owner.id, gone.id)
        greetings = await unit.greetings.find(contact_id=gone.id)
    assert back == gone
    assert {one.id for one in greetings} == {earlier.id, same_day.id}
    assert await notes_of(work, gone) == ["toca el piano"]
    assert await notes_of(work, keep) == ["le gusta el té"]


async def test_what_could_be_taken_back_of_a_forgotten_contact_is_gone_too(
    work: Work, owner: Owner
) -> None:
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        done = await edit.change(unit, owner, juana, name="Juana Gómez")
    async with work.begin() as unit:
        await forget.forget(unit, owner, done.contact)
    async with work.read() as unit:
        assert await unit.conversations.peek(owner.id, done.undo_id) is None


async def test_a_step_is_left_with_whom_it_is_about_and_with_nobody_else(
    work: Work, owner: Owner
) -> None:
    pedro = await befriend(work, owner, "Pedro")
    card = await greeting_of(work, pedro, State.READY)
    slipped = parse_contact("Perdo", today=DAY, owner_language="es", owner_country="AR")
    async with work.begin() as unit:
        slip = await capture.add_contact(unit, owner, slipped)
        await unit.conversations.begin(owner.id, "edit", greeting_id=card.id)
    async with work.begin() as unit:
        await edit.undo(unit, owner, slip.undo_id)
    async with work.begin() as unit:
        assert await unit.conversations.current(owner.id) == ("edit", {"greeting_id": card.id})
        await forget.forget(unit, owner, pedro)
    async with work.begin() as unit:
        assert await unit.conversations.current(owner.id) is None
        again = await capture.add_contact(unit, owner, slipped)
        await unit.conversations.begin(owner.id, "note", contact_id=again.contact.id)
    async with work.begin() as unit:
        await edit.undo(unit, owner, again.undo_id)
    async with work.read() as unit:
        assert await unit.conversations.current(owner.id) is None


async def test_an_import_is_written_whole_and_taken_back_whole(
    work: Work, owner: Owner, clock: StillClock
) -> None:
    await befriend(work, owner, "Juana", phone="+5491155551234")
    people = [
        Arrival(
            Contact(id=0, owner_id=owner.id, name=f"Persona {number}"),
            Verdict.NEW,
            notes=(Note(0, "nota", private=True),),
            dates=(PersonalDate("birthday", 5, 3),),
        )
        for number in range(300)
    ]
    async with work.begin() as unit:
        told: list[int] = []
        brought = await exchange.bring_in(unit, owner, people, told.append)
        again = await exchange.bring_in(unit, owner, people)
    assert (brought.added, told) == (300, [200, 300])
    assert again.added == 0
    async with work.read() as unit:
        everybody = await exchange.everything(unit, owner)
    assert len(everybody) == 301
    assert sum(len(one.notes) for one in everybody) == 300
    async with work.begin() as unit:
        back = await exchange.take_back(unit, owner, brought.undo_id)
        assert back is not None
        assert back.count == 300
        assert await exchange.take_back(unit, owner, brought.undo_id) is None
    async with work.read() as unit:
        assert [one.name for one in await unit.contacts.of_owner(owner.id)] == ["Juana"]


async def test_new_words_with_a_lock_before_them_make_the_note_private(
    work: Work, owner: Owner
) -> None:
    juana = await befriend(work, owner, "Juana", "le gusta el té")
    async with work.begin() as unit:
        ((note,),) = (await unit.contacts.notes([juana.id])).values()
        await edit.change_note(unit, owner, juana, note, text="🔒 está en terapia")
    async with work.read() as unit:
        ((kept,),) = (await unit.contacts.notes([juana.id])).values()
    assert (kept.text, kept.private) == ("está en terapia", True)
