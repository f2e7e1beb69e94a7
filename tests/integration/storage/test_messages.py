"""What came in and what goes out: nothing lost, nothing twice, in order."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.messages import About, Button, Message
from bot.domain.owners import Owner
from storage.engine import Database
from storage.unit import Work
from tests.conftest import StillClock, befriend


async def say(work: Work, chat_id: int, *texts: str) -> None:
    async with work.begin() as unit:
        for text in texts:
            await unit.outbox.add(Message(chat_id, text))


async def waiting(work: Work, chat_id: int) -> list[str]:
    async with work.read() as unit:
        letters = await unit.outbox.of_chat(chat_id)
    assert letters is not None
    return [letter.message.text for letter in letters]


async def test_an_update_that_comes_again_is_stored_once(work: Work) -> None:
    async with work.begin() as unit:
        batch = [(1, 7, {"text": "a"}), (2, 7, {"text": "b"}), (2, 7, {"text": "b"})]
        assert await unit.updates.store(batch) == [1, 2]
    async with work.begin() as unit:
        assert await unit.updates.store([(2, 7, {}), (3, 8, {"text": "ñ"})]) == [3]
    async with work.read() as unit:
        assert await unit.updates.open() == [
            (1, 7, {"text": "a"}), (2, 7, {"text": "b"}), (3, 8, {"text": "ñ"}),
        ]  # fmt: skip


async def test_an_update_is_done_once_even_if_two_try(work: Work) -> None:
    async with work.begin() as unit:
        await unit.updates.store([(1, 7, {"text": "a"})])

    async def finish() -> bool:
        async with work.begin() as unit:
            return await unit.updates.done(1)

    assert sorted(await asyncio.gather(finish(), finish(), finish())) == [False, False, True]
    async with work.begin() as unit:
        assert await unit.updates.open() == []
        assert await unit.updates.store([(1, 7, {"text": "a"})]) == []


async def test_an_update_whose_handling_fails_stays_to_be_done(work: Work) -> None:
    async with work.begin() as unit:
        await unit.updates.store([(1, 7, {"text": "a"})])

    async def fail_half_way() -> None:
        async with work.begin() as unit:
            await unit.updates.done(1)
            await unit.outbox.add(Message(7, "hecho"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()
    async with work.read() as unit:
        assert [update_id for update_id, _, _ in await unit.updates.open()] == [1]
    assert await waiting(work, 7) == []


async def test_only_done_updates_are_tidied_away(work: Work, clock: StillClock) -> None:
    async with work.begin() as unit:
        await unit.updates.store([(1, 7, {}), (2, 7, {})])
        await unit.updates.done(1)
    clock.later(days=4)
    async with work.begin() as unit:
        await unit.updates.tidy(clock.now() - timedelta(days=3))
        assert await unit.updates.store([(1, 7, {}), (2, 7, {})]) == [1]


async def test_letters_of_a_chat_keep_their_order(work: Work) -> None:
    await say(work, 7, "uno", "dos")
    await say(work, 8, "otro")
    await say(work, 7, "tres")
    assert await waiting(work, 7) == ["uno", "dos", "tres"]
    async with work.begin() as unit:
        letters = await unit.outbox.of_chat(7)
        assert letters
        await unit.outbox.done([letters[0].id])
    await say(work, 7, "cuatro")
    assert await waiting(work, 7) == ["dos", "tres", "cuatro"]


async def test_nothing_overtakes_a_letter_that_has_to_wait(work: Work, clock: StillClock) -> None:
    await say(work, 7, "uno")
    await say(work, 8, "otro")
    async with work.begin() as unit:
        await unit.outbox.postpone(7, clock.now() + timedelta(seconds=15))
    await say(work, 7, "dos")
    async with work.read() as unit:
        assert await unit.outbox.of_chat(7) is None
        assert await unit.outbox.ready_chats() == [8]
    assert await waiting(work, 8) == ["otro"]
    clock.later(seconds=15)
    async with work.read() as unit:
        assert await unit.outbox.ready_chats() == [7, 8], "whoever waits for longest comes first"
    assert await waiting(work, 7) == ["uno", "dos"]


async def test_who_could_have_had_theirs_for_the_longest_comes_first(
    work: Work, clock: StillClock
) -> None:
    await say(work, 9, "uno")
    await say(work, 9, "dos")
    async with work.begin() as unit:
        letters = await unit.outbox.of_chat(9)
        assert letters
        await unit.outbox.done([letters[0].id])
    clock.later(seconds=1)
    await say(work, 7, "otro")
    async with work.read() as unit:
        assert await unit.outbox.ready_chats() == [9, 7]


async def test_it_is_known_for_whom_something_waits(work: Work) -> None:
    await say(work, 7, "uno", "dos")
    async with work.begin() as unit:
        assert await unit.outbox.waiting_chats() == [7]
        await unit.outbox.done([letter.id for letter in await unit.outbox.of_chat(7) or []])
        assert await unit.outbox.waiting_chats() == []


async def test_a_letter_arrives_as_it_was_written(work: Work) -> None:
    letter = Message(
        7,
        "💌 <b>té</b>",
        ((Button("✅ 1", data="ok:1"), Button("📲", url="https://wa.me/?text=a%20b")),),
        edit=4,
        silent=True,
        block="té",
        photo="aGk=",
        about=About(7, 1, 2, slot="ronda"),
    )
    async with work.begin() as unit:
        await unit.outbox.add(letter)
        written = unit.outbox.letters
        assert [one.message for one in unit.outbox.letters] == [letter]
    async with work.read() as unit:
        assert await unit.outbox.of_chat(7) == written


async def test_a_half_finished_step_outlives_a_restart(
    work: Work, database: Database, clock: StillClock
) -> None:
    async with work.begin() as unit:
        await unit.conversations.begin(7, "edit", greeting_id=1)
    async with work.begin() as unit:
        await unit.conversations.begin(7, "note", contact_id=2, text="té")
    await database.engine.dispose()
    async with work.begin() as unit:
        assert await unit.conversations.current(7) == ("note", {"contact_id": 2, "text": "té"})
        assert await unit.conversations.current(8) is None
        assert await unit.conversations.leave(7)
        assert not await unit.conversations.leave(7)
        assert await unit.conversations.current(7) is None


async def test_a_step_back_works_once_and_for_its_owner(work: Work, clock: StillClock) -> None:
    async with work.begin() as unit:
        number = await unit.conversations.remember(7, undo="note", note_id=3)
    async with work.begin() as unit:
        assert await unit.conversations.take(8, number) is None
        assert await unit.conversations.take(7, number) == {"undo": "note", "note_id": 3}
    async with work.begin() as unit:
        assert await unit.conversations.take(7, number) is None


async def test_a_reply_finds_what_the_message_was_about(work: Work, owner: Owner) -> None:
    juana = await befriend(work, owner, "Juana")
    about = About(owner.id, juana.id, 5, "card")
    async with work.begin() as unit:
        await unit.consents.note_message(owner.id, 12, about)
        await unit.consents.note_message(owner.id, 12, about)
        await unit.consents.note_message(owner.id, 13, About(owner.id, juana.id, 5, "old"))
    async with work.read() as unit:
        assert await unit.consents.about(owner.id, 12) == about
        assert await unit.consents.about(owner.id, 99) is None
        assert await unit.consents.cards_of(owner.id, 5) == [(12, "card")]
