"""Whoever leaves in the middle of a review takes their card along, and the next one comes."""

import asyncio

import pytest

from bot.app import Program
from bot.domain.greetings import State
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers
from tests.integration.day.acting import card_of, know, link, open_card, sees, tap

BEA, CIRO = "Bea, amiga, canta en un coro", "Ciro, amigo, arregla bicicletas"


async def test_the_review_goes_on_without_somebody_who_is_forgotten(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, BEA)
    card = await card_of(marcelo, "Bea", "✅ 1")
    await know(bot, marcelo, CIRO)
    (asked,) = await answers(bot, marcelo, "/forget Bea")
    await tap(marcelo, asked, "🗑", "De Bea no queda nada")
    await card_of(marcelo, "Ciro", "✅ 1")
    left = await marcelo.wait_for(lambda one: one.id == card.id and not one.labels, PATIENCE)
    assert "Bea" not in left.text
    assert left.text.startswith("🗑")


@pytest.mark.parametrize("way", ["card", "words"])
async def test_the_review_goes_on_without_somebody_who_wants_no_greetings(
    bot: Program, marcelo: Person, clock: StillClock, way: str
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, BEA)
    card = await card_of(marcelo, "Bea", "✅ 1")
    await know(bot, marcelo, CIRO)
    if way == "card":
        shown = await open_card(bot, marcelo, "Bea")
        menu = await tap(marcelo, shown, "✏️", "", "Con o sin saludos")
        choice = await tap(marcelo, menu, "Con o sin saludos", "", "no quiere")
        await marcelo.tap("no quiere", choice.id)
    else:
        await answers(bot, marcelo, "Bea no quiere saludos")
    await card_of(marcelo, "Ciro", "✅ 1")
    await marcelo.wait_for(lambda one: one.id == card.id and "⏭ Bea" in one.text, PATIENCE)


async def a_card_of_a_guest(
    bot: Program, marcelo: Person, clock: StillClock, tg: Playground
) -> tuple[Person, Seen]:
    """Bea, who is linked, and her open card; Ciro's is to come."""
    clock.at(18, 12)
    await know(bot, marcelo, BEA)
    guest = tg.user("Bea")
    await link(bot, marcelo, guest, "Bea")
    clock.at(19, 20, 1)
    bot.schedule.wake()
    card = await card_of(marcelo, "Bea", "✅ 1")
    await know(bot, marcelo, CIRO)
    return guest, card


async def test_the_review_goes_on_without_a_guest_who_had_all_deleted(
    bot: Program, marcelo: Person, clock: StillClock, tg: Playground
) -> None:
    guest, card = await a_card_of_a_guest(bot, marcelo, clock, tg)
    await guest.send("/forgetme")
    await guest.tap("🗑", within=PATIENCE)
    await sees(marcelo, "Bea pidió que borre todo lo suyo")
    await card_of(marcelo, "Ciro", "✅ 1")
    left = await marcelo.wait_for(lambda one: one.id == card.id and not one.labels, PATIENCE)
    assert "Bea" not in left.text


async def both_are_written(bot: Program) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with bot.house.work.read() as unit:
                written = await unit.greetings.find(states={State.READY, State.APPROVED})
            if len(written) == 2:
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("leaves", ["/forgetme", "/stop"])
async def test_a_guest_who_leaves_at_night_wakes_nobody(
    bot: Program, marcelo: Person, clock: StillClock, tg: Playground, leaves: str
) -> None:
    guest, card = await a_card_of_a_guest(bot, marcelo, clock, tg)
    if leaves == "/stop":
        await tap(marcelo, card, "✅ 1", "✅ Bea", "🚀")
        await card_of(marcelo, "Ciro", "✅ 1")
    await both_are_written(bot)
    clock.at(20, 3)
    before = len(tg.calls)
    await guest.send(leaves)
    if leaves == "/forgetme":
        await guest.tap("🗑", within=PATIENCE)
        await card_of(marcelo, "Ciro", "✅ 1")
    else:
        await card_of(marcelo, "Bea", "✅ 1", since=card.changed + 1)
    said = [
        (one.params["text"], one.params.get("disable_notification"))
        for one in tg.calls[before:]
        if one.method == "sendMessage" and one.chat_id == marcelo.id
    ]
    assert len(said) == 2
    assert [text for text, quiet in said if quiet not in {True, "true"}] == []


async def test_a_greeting_on_words_that_are_taken_back_asks_again(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, "Juana, amiga")
    told = (await answers(bot, marcelo, "/note Juana: se casó en Córdoba"))[0]
    card = await card_of(marcelo, "Juana", "✅ 1")
    await tap(marcelo, card, "✅ 1", "✅ Juana", "🚀")
    await tap(marcelo, told, "↩️", "borré esa nota")
    await marcelo.wait_for(
        lambda one: one.id != card.id and "· Juana ·" in one.text and bool(one.labels), PATIENCE
    )
