"""Questions about everybody, and what one sentence may lead to besides a note."""

import re

from bot.app import Program
from bot.playground import Playground
from tests.harness import answers
from tests.integration.talk.speaking import card, say

ANSWERS = {
    "¿quién juega al ajedrez?": ["Teo"],
    "¿quién juega al tenis?": ["Ana", "Teo"],
    "¿quién tiene perros?": ["Ana"],
    "¿alguien vive en Italia?": ["Teo"],
    "¿quiénes son clientes?": ["Sra. Rossi"],
    "¿quién es médica?": ["Ana"],
    "¿de quién no sé nada?": ["Sra. Rossi"],
    "¿a quién no saludo hace mucho?": ["Ana", "Sra. Rossi", "Teo"],
    "¿cuántas personas tengo?": ["Ana", "Sra. Rossi", "Teo"],
}


async def test_who_it_is_that_something_is_true_of(bot: Program, tg: Playground) -> None:
    marcelo = tg.user("Marcelo")
    await say(
        bot, marcelo,
        "/add Teo, amigo, juega al ajedrez y al tenis, vive en Italia",
        "/add Ana, amiga, médica, tiene dos perros, juega al tenis",
        "/add Sra. Rossi, clienta",
    )  # fmt: skip
    for question, names in ANSWERS.items():
        answer = await say(bot, marcelo, question)
        listed = [label for label in answer.labels if label in {"Teo", "Ana", "Sra. Rossi"}]
        carded = [name for name in names if answer.text.startswith(f"👤 {name}")]
        assert (listed or carded) == names, question


async def test_what_is_true_of_nobody_is_said_so(bot: Program, tg: Playground) -> None:
    marcelo = tg.user("Marcelo")
    answer = await say(bot, marcelo, "/add Teo, amigo, toca el piano", "¿quién juega al ajedrez?")
    assert answer.text.startswith("De eso no tengo nada anotado")


async def test_what_two_people_do_is_a_note_of_both_and_asks_for_the_date(
    bot: Program, tg: Playground
) -> None:
    marcelo = tg.user("Marcelo")
    await say(bot, marcelo, "/add Juana, amiga", "/add Teo, amigo")
    both = await answers(bot, marcelo, "Juana y Teo se casaron")
    kept = [one for one in both if one.button("↩️")]
    assert [one.text for one in kept] == [
        "📝 Juana: Juana y Teo se casaron",
        "📝 Teo: Juana y Teo se casaron",
    ]
    await marcelo.tap("📅", message_id=kept[1].id)
    await marcelo.wait_for(lambda one: one.id == kept[1].id and "¿Cuándo es" in one.text)
    await say(bot, marcelo, "12 de junio")
    assert "12 de junio" in await card(bot, marcelo, "Teo")


async def test_where_somebody_lives_now_is_their_country_and_clock(
    bot: Program, tg: Playground
) -> None:
    marcelo = tg.user("Marcelo")
    told = await say(bot, marcelo, "/add Teo, amigo", "Teo se mudó a Italia")
    assert told.text == "Anoté de Teo:\n🌍 Italia (antes: Argentina)\n📝 se mudó a Italia"
    shown = await card(bot, marcelo, "Teo")
    assert "Italia · Roma" in shown
    assert "de vos" in shown


async def test_somebody_who_died_is_let_go_with_one_tap(bot: Program, tg: Playground) -> None:
    marcelo = tg.user("Marcelo")
    told = await say(bot, marcelo, "/add Teo, amigo", "Teo falleció")
    assert told.button("🕊")
    elsewhere = await say(bot, marcelo, "Teo: murió su perro")
    assert elsewhere.button("🕊") is None


async def test_a_tap_says_whether_a_number_is_a_mobile(bot: Program, tg: Playground) -> None:
    marcelo = tg.user("Marcelo")
    kept = await say(bot, marcelo, "/add Teo, amigo, 11 5555-1234")
    await marcelo.tap("📱", message_id=kept.id)
    await marcelo.wait_for(lambda one: one.id == kept.id and "+5491155551234" in one.text)


async def test_after_a_day_that_does_not_exist_the_next_words_are_the_right_one(
    bot: Program, tg: Playground
) -> None:
    marcelo = tg.user("Marcelo")
    await say(bot, marcelo, "/add Juana, amiga", "/add Teo, amigo, cumple 31/2")
    assert (await say(bot, marcelo, "28/2")).text.startswith("🎂 Teo, lunes 28 de febrero")
    await say(bot, marcelo, "Teo cumple el 31 de abril")
    assert (await say(bot, marcelo, "Juana se recibió")).text == "📝 Juana: se recibió"
    assert "28 de febrero" in await card(bot, marcelo, "Teo")


async def test_adding_somebody_with_two_notes_and_a_birthday_takes_one_message(
    bot: Program, tg: Playground
) -> None:
    marcelo = tg.user("Marcelo")
    kept = await say(
        bot, marcelo, "Juana, amiga de la facu, le gusta el té, toca el piano, cumple el 3 de mayo"
    )
    assert re.search(r"🎂 3 de mayo · el próximo, \w+ 3 de mayo", kept.text)
    async with bot.house.work.read() as unit:
        (juana,) = await unit.contacts.of_owner(marcelo.id)
        notes = (await unit.contacts.notes([juana.id]))[juana.id]
        (birthday,) = (await unit.contacts.dates([juana.id]))[juana.id]
    assert (juana.name, juana.relationship.value) == ("Juana", "friend")
    assert {note.text for note in notes} >= {"le gusta el té", "toca el piano"}
    assert (birthday.key, birthday.month, birthday.day) == ("birthday", 5, 3)


async def test_somebody_abroad_has_a_clock_of_their_country(bot: Program, tg: Playground) -> None:
    marcelo = tg.user("Marcelo")
    kept = await say(bot, marcelo, "/add John, amigo, +1 415 555 2671")
    assert "Los Ángeles" in kept.text
    await marcelo.tap("Hora local", message_id=kept.id)
    clocks = await marcelo.wait_for(lambda one: one.id == kept.id and "¿Qué hora es" in one.text)
    assert [label.partition(" · ")[0] for label in clocks.labels][:5] == [
        "Nueva York",
        "Chicago",
        "Denver",
        "Phoenix",
        "✓ Los Ángeles",
    ]
    in_italy = await say(bot, marcelo, "/add Luca, amigo, +39 333 123 4567")
    assert in_italy.button("Hora local") is None
