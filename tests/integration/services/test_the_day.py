"""The day itself, as the owner reads it: the ronda in their waking hours, calls, the evening's list."""

from datetime import time
from typing import Any

import pytest

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.messages import Media, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services import approve as decisions
from bot.services import consent, deliver
from bot.views import evening, ronda
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import END_OF_DAY, Ready

SPEECH = Speech("es", "AR")


@pytest.fixture
async def juana(work: Work, owner: Owner) -> Contact:
    return await befriend(work, owner, "Juana", "té de jazmín", phone="+5491155551234")


async def approved(
    work: Work, greeting: Greeting, clock: StillClock, text: str, **changes: Any
) -> Greeting:
    nine = clock.at(20, 9)
    settings: dict[str, Any] = {"channel": Channel.LINK, "due_at": nine} | changes
    async with work.begin() as unit:
        moved = await unit.greetings.move(greeting, State.APPROVED, text=text, **settings)
    assert moved is not None
    return moved


async def opened(work: Work, owner: Owner) -> list[Message]:
    """What the owner gets when the ronda may go on."""
    async with work.begin() as unit:
        current = await unit.owners.get(owner.id)
        assert current is not None
        await ronda.next_in_ronda(unit, current, SPEECH)
        return [letter.message for letter in unit.outbox.letters]


async def test_a_long_text_is_a_block_to_tap_and_a_short_one_a_button(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    await approved(work, await ready(juana), clock, "Feliz día. " * 40)
    [message] = await opened(work, owner)
    assert message.block == "Feliz día. " * 40
    assert not [one for row in message.buttons for one in row if one.copy]


async def test_no_message_of_the_ronda_opens_by_itself_at_night(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    await approved(work, await ready(juana), clock, "Feliz día, Juana")
    clock.at(20, 23, 15)
    assert await opened(work, owner) == []
    clock.at(20, 21, 30)
    [message] = await opened(work, owner)
    assert "Feliz día, Juana" in message.text


async def test_the_day_opens_with_one_line_and_once(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    teo = await befriend(work, owner, "Teo", phone="+5491155551235")
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    first = await approved(work, await ready(juana), clock, "Feliz día, Juana")
    await approved(work, await ready(teo), clock, "Feliz día, Teo")
    await approved(work, await ready(lucia), clock, "Feliz día, Lu", channel=Channel.BOT)
    word, message = await opened(work, owner)
    assert "Hoy salen 3: uno lo mando yo y 2 van desde tu WhatsApp." in word.text
    assert word.text.startswith("¡Feliz Día del Amigo, ")
    assert message.text.startswith("📲 Juana · quedan 2")
    async with work.begin() as unit:
        handed = await unit.greetings.get(first.id)
        assert handed is not None
        assert await deliver.owner_sent(unit, owner, handed)
    [second] = await opened(work, owner)
    assert second.text.startswith("📲 Teo · el último")


async def test_a_recording_is_forwarded_from_where_it_stands(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    media = Media("video_note", owner.id, 77)
    await approved(work, await ready(juana), clock, "", media=media)
    [message] = await opened(work, owner)
    assert message.reply_to == 77
    assert [one.url for row in message.buttons for one in row if one.url] == [
        "https://t.me/+5491155551234"
    ]


async def test_who_sleeps_early_is_asked_before(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    early = owner.evolve(sleeps_at=time(20, 30))
    greeting = await approved(work, await ready(juana), clock, "Feliz día, Juana")
    async with work.begin() as unit:
        handed = await deliver.hand_over(unit, early, greeting)
    assert handed is not None
    assert handed.due_at == clock.at(20, 20, 29)


async def test_at_night_the_list_comes_without_a_sound(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    greeting = await approved(work, await ready(juana), clock, "Feliz día, Juana")
    async with work.begin() as unit:
        await deliver.hand_over(unit, owner, greeting)
    clock.move_to(END_OF_DAY)
    async with work.begin() as unit:
        unknown, _ = await deliver.close_day(unit)
        assert [one.state for one in unknown] == [State.UNKNOWN]
        assert unknown[0].due_at is not None
        await evening.ask(unit, owner, unknown, SPEECH)
        [letter] = unit.outbox.letters
    assert letter.message.silent
    assert "Juana" in letter.message.text


async def test_a_call_comes_back_in_the_afternoon_of_its_day(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    greeting = await ready(juana)
    clock.at(19, 21)
    async with work.begin() as unit:
        call = await decisions.decide(unit, owner, greeting, State.CALL)
    assert call is not None
    assert call.due_at == clock.at(20, 17)


async def test_who_leaves_the_bot_leaves_the_greetings_of_others_alone(
    work: Work,
    clock: StillClock,
    owner: Owner,
    ready: Ready,
    juana: Contact,
) -> None:
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    hers = await approved(work, await ready(lucia), clock, "Feliz día", channel=Channel.BOT)
    other = await approved(work, await ready(juana), clock, "Feliz día, Juana")
    async with work.begin() as unit:
        [(_, contact, asking)] = await consent.stop(unit, 99)
        assert [one.id for one in asking] == [hers.id]
        still = await unit.greetings.get(other.id)
    assert contact.name == "Lucía"
    assert still is not None
    assert still.state is State.APPROVED


async def test_a_text_too_long_for_a_link_is_copied_into_the_chat_that_opens(
    work: Work, clock: StillClock, owner: Owner, ready: Ready, juana: Contact
) -> None:
    await approved(work, await ready(juana), clock, "¡Ñandú! " * 300)
    [message] = await opened(work, owner)
    assert message.block
    assert [one.url for row in message.buttons for one in row if one.url] == [
        "https://wa.me/5491155551234"
    ]
