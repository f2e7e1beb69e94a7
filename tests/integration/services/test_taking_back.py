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
    """A greeting of theirs in that state."""
    greeting = await greeting_of(work, contact, State.READY)
    if state is State.READY:
        return greeting
    if state in {State.PLANNED, State.DRAFTING, State.SNOOZED, State.CALL, State.SKIPPED,
                 State.EXPIRED}:  # fmt: skip
        async with work.begin() as unit:
            if state is State.DRAFTING:
                greeting = await moved(unit, greeting, State.PLANNED)
            return await moved(unit, greeting, state)
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
    as_it_was = State.STALE if other is State.APPROVED else other  # what was approved asks again
    assert await of(work, loser) == [as_it_was]


UNDECIDED = (State.PLANNED, State.DRAFTING, State.SNOOZED, State.READY, State.CALL)


@pytest.mark.parametrize("other", [*UNDECIDED, State.SKIPPED, State.EXPIRED, State.FAILED])
@pytest.mark.parametrize("of_the_one_that_goes", [True, False])
async def test_of_two_that_are_one_what_was_approved_is_not_lost(
    work: Work, owner: Owner, other: State, of_the_one_that_goes: bool
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    theirs, loser = (gone, keep) if of_the_one_that_goes else (keep, gone)
    approved = await at(work, theirs, State.APPROVED)
    await at(work, loser, other)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
        (left,) = await unit.greetings.find(contact_id=keep.id)
    assert (left.id, left.text) == (approved.id, "Feliz día, Ju.")
    assert left.state is (State.STALE if of_the_one_that_goes else State.APPROVED)  # another name
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
        (back,) = await unit.greetings.find(contact_id=theirs.id)
    assert (back.id, back.text) == (approved.id, "Feliz día, Ju.")
    begun = State.PLANNED if other is State.DRAFTING else other
    assert await of(work, loser) == [begun]


async def test_of_two_approved_greetings_the_one_that_made_room_asks_again_apart(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    await at(work, keep, State.APPROVED)
    twin = await at(work, gone, State.APPROVED)
    async with work.begin() as unit:
        await unit.consents.note_message(owner.id, 7, About(owner.id, gone.id, twin.id))
        done = await edit.merge(unit, owner, keep, gone)
    assert await of(work, keep) == [State.APPROVED]
    async with work.begin() as unit:
        apart = await edit.revert(unit, owner, done.undo_id)
        about = await unit.consents.about(owner.id, 7)
        (back,) = await unit.greetings.find(contact_id=gone.id)
        offered = await unit.alternatives.last(back)
    assert apart is not None
    assert [one.id for one in apart.asking] == [twin.id]
    assert (back.state, back.text, back.occasions) == (
        State.STALE, "Feliz día, Ju.", ("friends-day",),
    )  # fmt: skip
    assert [one.text for one in offered] == ["Feliz día, Ju."]
    assert about is not None
    assert about.contact_id == gone.id


async def test_what_made_room_stays_away_from_whom_nothing_is_to_reach_any_more(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    await at(work, keep, State.SENT)
    await at(work, gone, State.READY)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
        await edit.change(unit, owner, done.contact, paused=True)
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    assert await of(work, gone) == []


async def invited(work: Work, contact: Contact, *, asks: int | None = None) -> str:
    """The token of an invitation, opened by that chat."""
    async with work.begin() as unit:
        token = await consent.invite(unit, contact)
        if asks is not None:
            assert await consent.open_invitation(unit, token, asks)
    return token


async def test_an_open_invitation_is_again_that_of_who_got_it(work: Work, owner: Owner) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    hers, theirs = await invited(work, gone), await invited(work, keep)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    async with work.begin() as unit:
        await edit.revert(unit, owner, done.undo_id)
    async with work.begin() as unit:
        opened = [
            await consent.open_invitation(unit, token, chat)
            for token, chat in ((hers, 4711), (theirs, 4712))
        ]
    assert [one and one[2].id for one in opened] == [gone.id, keep.id]


@pytest.mark.parametrize("was_linked", [True, False])
async def test_who_accepted_while_two_were_one_is_linked_to_neither(
    work: Work, owner: Owner, was_linked: bool
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    keep = await linked(work, keep) if was_linked else keep
    approved = await at(work, keep, State.APPROVED, channel="bot")
    token = await invited(work, gone)
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    async with work.begin() as unit:
        assert await consent.open_invitation(unit, token, 99)
        answered = await consent.answer(unit, 99, keep.id, accepted=True)
        assert answered is not None
        await unit.consents.note_message(99, 5, About(owner.id, keep.id, kind="consent"))
    async with work.begin() as unit:
        apart = await edit.revert(unit, owner, done.undo_id)
    assert apart is not None
    assert {one.name for one in apart.nobody_linked} == {"Juana", "Juani"}
    async with work.read() as unit:
        assert [one.linked_chat_id for one in await unit.contacts.of_owner(owner.id)] == [None] * 2
        assert await consent.known_as(unit, 99) == []
    assert [one.id for one in apart.asking] == [approved.id]
    assert await state_of(work, approved) is State.STALE


async def test_who_was_linked_before_stays_so_when_two_part(work: Work, owner: Owner) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    keep = await linked(work, keep)
    approved = await at(work, keep, State.APPROVED, channel="bot")
    async with work.begin() as unit:
        done = await edit.merge(unit, owner, keep, gone)
    async with work.begin() as unit:
        apart = await edit.revert(unit, owner, done.undo_id)
    assert apart is not None
    assert apart.nobody_linked == ()
    assert apart.contact.linked_chat_id == 4711
    assert await state_of(work, approved) is State.APPROVED


async def test_what_is_being_written_for_one_is_begun_anew_for_both(
    work: Work, owner: Owner
) -> None:
    keep, gone = [await befriend(work, owner, name) for name in ("Juana", "Juani")]
    begun = await at(work, gone, State.DRAFTING)
    async with work.begin() as unit:
        await edit.merge(unit, owner, keep, gone)
    assert await state_of(work, begun) is State.PLANNED
    async with work.begin() as unit:
        assert await unit.greetings.move(begun, State.READY) is None  # those drafts come too late


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
