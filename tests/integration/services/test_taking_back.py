"""↩️ leaves nothing approved that rests on what was taken back, and nobody greeted twice."""

from datetime import date

import pytest

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.messages import About
from bot.domain.owners import Owner
from bot.services import capture, consent, edit, talk
from bot.services.joining import BeingSent
from storage.unit import Work
from tests.conftest import befriend
from tests.integration.services.test_edit import greeting_of, moved, state_of

TODAY = date(2027, 7, 19)


async def linked(work: Work, contact: Contact) -> Contact:
    contact = contact.evolve(linked_chat_id=4711)
    async with work.begin() as unit:
        await unit.contacts.save(contact)
    return contact


async def told(work: Work, owner: Owner, contact: Contact) -> tuple[int, tuple[int, ...]]:
    async with work.begin() as unit:
        kept = await talk.tell(unit, owner, contact, "se casó", today=TODAY)
    return kept.undo_id, tuple(note.id for note in kept.notes)


async def test_what_rests_on_words_that_are_taken_back_asks_again(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    undo_id, rests_on = await told(work, owner, juana)
    approved = await greeting_of(work, juana, State.APPROVED, rests_on=rests_on)
    async with work.begin() as unit:
        asking = await talk.untell(unit, owner, undo_id)
    assert [one.id for one in asking or ()] == [approved.id]
    assert await state_of(work, approved) is State.STALE


async def test_a_draft_on_words_that_are_taken_back_is_written_anew(
    work: Work, owner: Owner
) -> None:
    juana = await befriend(work, owner, "Juana")
    undo_id, rests_on = await told(work, owner, juana)
    ready = await greeting_of(work, juana, State.READY, rests_on=rests_on)
    async with work.begin() as unit:
        await talk.untell(unit, owner, undo_id)
    assert await state_of(work, ready) is State.PLANNED


async def test_what_rests_on_a_note_that_is_taken_back_asks_again(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    async with work.begin() as unit:
        kept = await capture.add_note(unit, owner, juana, "se casó")
    rests_on = tuple(note.id for note in kept.notes)
    approved = await greeting_of(work, juana, State.APPROVED, rests_on=rests_on)
    async with work.begin() as unit:
        undone = await edit.undo(unit, owner, kept.undo_id)
        assert await edit.undo(unit, owner, kept.undo_id) is None
    assert undone is not None
    assert [one.id for one in undone.asking] == [approved.id]
    assert await state_of(work, approved) is State.STALE


async def at(work: Work, contact: Contact, state: State, *, channel: str = "link") -> Greeting:
    """A greeting of theirs in a state after the approval."""
    greeting = await greeting_of(work, contact, State.READY)
    if state is State.READY:
        return greeting
    async with work.begin() as unit:
        greeting = await moved(unit, greeting, State.APPROVED, text="Feliz día, Ju.",
                               channel=Channel(channel))  # fmt: skip
        if state in {State.SENT, State.UNKNOWN, State.FAILED, State.SENDING}:
            greeting = await moved(unit, greeting, State.SENDING)
        if greeting.state is not state:
            greeting = await moved(unit, greeting, state)
    return greeting


async def of(work: Work, contact: Contact) -> list[State]:
    async with work.read() as unit:
        return [one.state for one in await unit.greetings.find(contact_id=contact.id)]


LEFT = (State.SENT, State.UNKNOWN, State.HANDED_OFF)


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("other", [State.READY, State.APPROVED, State.FAILED])
@pytest.mark.parametrize("of_the_one_that_goes", [True, False])
async def test_of_two_that_are_one_the_greeting_that_may_have_left_stays(
    work: Work, owner: Owner, left: State, other: State, of_the_one_that_goes: bool
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    out, loser = (gone, keep) if of_the_one_that_goes else (keep, gone)
    survivor = await at(work, out, left)
    await at(work, loser, other)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    assert await of(work, keep) == [left]
    assert await state_of(work, survivor) is left
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    assert await of(work, out) == [left]
    assert await of(work, loser) == []  # nothing left: it is planned anew


@pytest.mark.parametrize("theirs", LEFT)
async def test_of_two_that_had_both_left_each_has_its_own_again(
    work: Work, owner: Owner, theirs: State
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    await at(work, keep, State.SENT)
    await at(work, gone, theirs)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    assert await of(work, keep) == [State.SENT]
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    assert await of(work, keep) == [State.SENT]
    assert await of(work, gone) == [State.SENT if theirs is State.SENT else State.UNKNOWN]


@pytest.mark.parametrize("of_the_one_that_goes", [True, False])
async def test_what_leaves_while_two_are_one_counts_for_both(
    work: Work, owner: Owner, of_the_one_that_goes: bool
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    ready = await at(work, gone if of_the_one_that_goes else keep, State.READY)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
        (greeting,) = await unit.greetings.find(contact_id=keep.id)
        if greeting.state is State.PLANNED:  # it was written anew, for the name that is left
            for step in (State.DRAFTING, State.READY):
                greeting = await moved(unit, greeting, step)
        greeting = await moved(unit, greeting, State.SENT, text="Feliz día, Ju.")
    assert greeting.id == ready.id
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    states = await of(work, keep), await of(work, gone)
    expected = [State.SKIPPED], [State.SENT]
    assert states == (expected if of_the_one_that_goes else expected[::-1])


async def test_two_do_not_become_one_while_a_greeting_is_on_its_way(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    await at(work, gone, State.SENDING, channel="bot")
    async with work.begin() as unit:
        with pytest.raises(BeingSent):
            await edit.merge(unit, owner, keep, gone)
    assert await of(work, gone) == [State.SENDING]


async def test_whoever_said_stop_while_two_were_one_is_not_linked_again(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    gone = await linked(work, gone)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    assert done.contact.linked_chat_id == 4711
    async with work.begin() as unit:
        await consent.stop(unit, 4711)
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    async with work.read() as unit:
        assert await unit.contacts.linked_to(4711) == []


async def test_who_part_are_linked_as_before_unless_somebody_said_stop(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    gone = await linked(work, gone)
    async with work.begin() as unit:
        await unit.consents.note_message(4711, 5, About(owner.id, gone.id))
        done = await edit.merge(unit, owner, keep, gone)
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    async with work.read() as unit:
        assert [one.id for one in await unit.contacts.linked_to(4711)] == [gone.id]
        assert await unit.consents.contacts_of(4711) == [gone.id]


async def test_who_wants_no_greetings_gets_none_merged_or_apart(work: Work, owner: Owner) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    async with work.begin() as unit:
        await edit.change(unit, owner, done.contact, paused=True)
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    async with work.read() as unit:
        assert all(one.paused for one in await unit.contacts.of_owner(owner.id))


async def test_nothing_goes_on_to_somebody_who_turns_out_to_want_no_greetings(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    async with work.begin() as unit:
        gone = gone.evolve(paused=True)
        await unit.contacts.save(gone)
    approved = await at(work, keep, State.APPROVED)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    assert await state_of(work, approved) is State.SKIPPED
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    assert await state_of(work, approved) is State.PLANNED
