"""What was committed is said, once and in order, though something went wrong on its way."""

from pathlib import Path

import pytest

from bot.domain.messages import About, Message
from bot.playground import Kind, Limits, Person, Playground
from storage.outbox import Letter
from storage.unit import Work
from tests.conftest import StillClock, befriend, damage
from tests.harness import PATIENCE, answers, running


async def committed(work: Work, *messages: Message) -> list[Letter]:
    async with work.begin() as unit:
        for message in messages:
            await unit.outbox.add(message)
    return unit.outbox.letters


def told(person: Person) -> list[str]:
    return [one.text for one in person.messages if one.text.startswith("aviso")]


async def test_what_was_committed_and_never_flushed_is_said_once(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    """PostgreSQL may lose the answer to a commit that took effect: nobody then flushes what it said."""
    marcelo = tg.user("Marcelo")
    async with running(tmp_path, tg, clock, tick_seconds=3600) as bot:
        await answers(bot, marcelo, "/start")
        letters = await committed(bot.house.work, Message(marcelo.id, "aviso 1"))
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: one.text == "aviso 1", within=PATIENCE)
        await bot.house.post.flush(letters)  # it was only late
        await bot.house.post.flush(await committed(bot.house.work, Message(marcelo.id, "aviso 2")))
    assert told(marcelo) == ["aviso 1", "aviso 2"]


@pytest.mark.filterwarnings(
    "ignore::telegram.warnings.PTBDeprecationWarning"
)  # of retry_after's type
async def test_after_a_refusal_answers_come_at_once_again(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo = tg.user("Marcelo")
    async with running(tmp_path, tg, clock, tick_seconds=3600) as bot:
        await answers(bot, marcelo, "/start")
        tg.fault(Kind.RETRY_AFTER, "sendMessage", chat_id=marcelo.id, retry_after=5, times=1)
        work, post = bot.house.work, bot.house.post
        await post.flush(await committed(work, Message(marcelo.id, "aviso 1")))
        await post.flush(await committed(work, Message(marcelo.id, "aviso 2")))
        assert told(marcelo) == [], "nothing overtakes what has to wait"
        clock.later(seconds=6)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: one.text == "aviso 2", within=PATIENCE)
        await post.flush(await committed(work, Message(marcelo.id, "aviso 3")))
        assert told(marcelo) == ["aviso 1", "aviso 2", "aviso 3"]


async def test_what_everybody_is_told_at_once_keeps_the_pace(
    tmp_path: Path, clock: StillClock
) -> None:
    async with Playground(limits=Limits(rates=True)) as tg:
        people = [tg.user(f"Ana{number}") for number in range(50)]
        for one in people:
            one.account.started = True
        async with running(tmp_path, tg, clock) as bot:
            news = [Message(one.id, "aviso") for one in people]
            await bot.house.post.flush(await committed(bot.house.work, *news))
            for one in people:
                await one.wait_for(lambda seen: seen.text == "aviso", within=PATIENCE)
        assert all(told(one) == ["aviso"] for one in people)
        refused = [one for one in tg.calls if one.status == 429 and one.method == "sendMessage"]
        assert len(refused) < 10, "all at once, twenty would be too many"


async def erased(work: Work, owner_id: int) -> None:
    async with work.begin() as unit:
        await unit.owners.forget(owner_id)


async def test_a_letter_whose_owner_erased_everything_meanwhile_keeps_nobody_waiting(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo, vera = tg.user("Marcelo"), tg.user("Vera")
    async with running(tmp_path, tg, clock, tick_seconds=3600) as bot:
        for one in (marcelo, vera):
            await answers(bot, one, "/start")
        work, post = bot.house.work, bot.house.post
        about = About(marcelo.id, slot="progress")
        on_its_way = await committed(work, Message(marcelo.id, "aviso 1", about=about))
        await erased(work, marcelo.id)
        await post.flush(on_its_way)
        news = Message(vera.id, "aviso 2", about=About(vera.id, slot="progress"))
        await post.flush(await committed(work, news))
        async with work.read() as unit:
            review = await unit.reviews.get(vera.id)
    assert told(vera) == ["aviso 2"]
    assert review.progress_message_id == vera.messages[-1].id


async def test_a_letter_that_cannot_be_remembered_is_not_said_twice_and_the_others_are_known(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo = tg.user("Marcelo")
    async with running(tmp_path, tg, clock, tick_seconds=3600) as bot:
        await answers(bot, marcelo, "/start")
        work, post = bot.house.work, bot.house.post
        async with work.read() as unit:
            owner = await unit.owners.get(marcelo.id)
        assert owner is not None
        teo, juana = [await befriend(work, owner, name) for name in ("Teo", "Juana")]
        await damage(work, "contact", teo.id)
        await committed(
            work,
            *(
                Message(marcelo.id, f"aviso {one.name}", about=About(marcelo.id, one.id))
                for one in (teo, juana)
            ),
        )
        await post.flush_all()
        await marcelo.wait_for(lambda one: one.text == "aviso Juana", within=PATIENCE)
        await post.struck_off()
        await post.flush_all()
        async with work.read() as unit:
            assert await unit.outbox.waiting_chats() == []
            about = await unit.consents.about(marcelo.id, marcelo.messages[-1].id)
    assert told(marcelo) == ["aviso Teo", "aviso Juana"]
    assert about is not None
    assert about.contact_id == juana.id


async def test_what_cannot_be_read_of_one_chat_silences_no_other(
    tmp_path: Path, tg: Playground, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.post.CARRIERS", 1)
    marcelo, vera = tg.user("Marcelo"), tg.user("Vera")
    async with running(tmp_path, tg, clock, tick_seconds=3600) as bot:
        for one in (marcelo, vera):
            await answers(bot, one, "/start")
        work, post = bot.house.work, bot.house.post
        [junk] = await committed(work, Message(marcelo.id, "aviso 0"))
        await damage(work, "outbox", junk.id)
        clock.later(seconds=1)
        await committed(work, Message(vera.id, "aviso 1"))
        await post.flush_all()
        await vera.wait_for(lambda one: one.text == "aviso 1", within=PATIENCE)
        await post.flush(await committed(work, Message(marcelo.id, "aviso 2")))
    assert told(marcelo) == ["aviso 2"]
