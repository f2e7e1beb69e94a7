"""One timeline per contact: what left and how, what came back, what was held back and why."""

import pytest

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import answers
from tests.integration.day.acting import at, card_of, know, link, open_card, sees, tap


async def test_a_timeline_tells_what_left_what_came_back_and_why_the_next_waits(
    bot: Program, tg: Playground, marcelo: Person, clock: StillClock
) -> None:
    clock.at(20, 12, month=12)
    lucia = tg.user("Lucía")
    await know(bot, marcelo, "Lucía, amiga, canta en un coro")
    await link(bot, marcelo, lucia, "Lucía")
    await at(bot, clock, 24, 20, 1, month=12)
    card = await card_of(marcelo, "Lucía", "✅ 1")
    text = card.text.split("1️⃣ ")[1].split("\n")[0]
    await tap(marcelo, card, "✅ 1", "✅ Lucía")
    await at(bot, clock, 25, 9, 1, month=12)
    greeting = await sees(lucia, text)
    await sees(marcelo, "Ya salió el saludo para Lucía")
    clock.later(minutes=4)
    await lucia.send("¡te quiero, loco!", reply_to=greeting.id)
    heard = await sees(marcelo, "¡te quiero, loco!")
    await lucia.send_voice(b"risas")
    await lucia.react(greeting.id, "❤️")
    await sees(marcelo, "❤️ Lucía")
    await marcelo.send("y yo a vos", reply_to=heard.id)
    asked = await sees(marcelo, "y yo a vos", "🚀")
    await tap(marcelo, asked, "🚀", "Le llegó a Lucía")

    person = await open_card(bot, marcelo, "Lucía")
    told = (await tap(marcelo, person, "🕰", "🕰 Lucía: un saludo")).text
    held, *happened = told.split("\n\n")[1:]
    assert "1 de enero de 2028 · Año Nuevo" in held
    assert "ya tuvo tu saludo del sábado 25 de diciembre" in held
    assert sorted(block.split("\n")[-1] for block in happened) == sorted(
        ["«y yo a vos»", "«❤️»", "🎙 Nota de voz", "«¡te quiero, loco!»", f"«{text}»"]
    )
    assert "salió a las 9:01, por el bot" in happened[-1]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Sole, amiga, no quiere saludos", "No quiere saludos: no le escribo en ninguna fecha"),
        ("Omar, conocido", "solo le escribo en sus propias fechas"),
    ],
)
async def test_who_is_not_greeted_has_the_reason_in_the_timeline(
    bot: Program, marcelo: Person, clock: StillClock, line: str, why: str
) -> None:
    clock.at(1, 12)
    await know(bot, marcelo, line)
    person = await open_card(bot, marcelo, line.split(",", maxsplit=1)[0])
    await tap(marcelo, person, "🕰", why)


async def test_a_call_that_was_made_stands_as_a_call(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(1, 12)
    await know(bot, marcelo, "Beto, amigo, hace un asado memorable, +54 9 11 5555-0002")
    await at(bot, clock, 19, 20, 1)
    card = await card_of(marcelo, "Beto", "📞")
    line = await tap(marcelo, card, "📞", "te toca llamar", "☑️")
    await tap(marcelo, line, "☑️", "☑️ Beto")
    await answers(bot, marcelo, "/status")
    person = await open_card(bot, marcelo, "Beto")
    await tap(marcelo, person, "🕰", "por teléfono")
