"""↩️ leaves nothing approved that rests on what was taken back, and nobody greeted twice."""

from datetime import date

from bot.domain.contacts import Contact
from bot.domain.greetings import State
from bot.domain.owners import Owner
from bot.services import capture, edit, talk
from storage.unit import Work
from tests.conftest import befriend
from tests.integration.services.test_edit import greeting_of, state_of

TODAY = date(2027, 7, 19)


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
