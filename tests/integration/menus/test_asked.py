"""While a card asks for a memory or ✏️ waits for a text: what is the answer, and what is not."""

from functools import partial

import pytest

from bot.app import Program
from bot.domain.messages import LONGEST_TEXT
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers
from tests.integration.menus.tapping import say

NOTHING_OF = "De Juana no tengo nada"


async def card_of(owner: Person, saying: str) -> Seen:
    """The newest card that says so."""
    return await owner.wait_for(lambda one: saying in one.text, within=PATIENCE)


async def asked_about_juana(bot: Program, owner: Person) -> Seen:
    """Juana's card asks for a memory; Pedro is known."""
    await say(bot, owner, "/add Pedro, amigo, toca el bajo", "/add Juana, amiga", "/draft Juana")
    return await card_of(owner, NOTHING_OF)


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("Pedro se recibió", "📝 Pedro: se recibió"),
        ("Agregá a Tomi, amigo del club, cumple el 3 de mayo", "Anoté:\n👤 Tomi"),
        ("borrá a Pedro", "Para borrar a Pedro hace falta"),
    ],
)
async def test_what_is_about_somebody_else_is_not_the_memory_that_was_asked_for(
    bot: Program, marcelo: Person, said: str, answered: str
) -> None:
    await asked_about_juana(bot, marcelo)
    assert (await say(bot, marcelo, said)).text.startswith(answered)
    assert "📝" not in (await say(bot, marcelo, "/contacts Juana")).text


async def test_after_somebody_else_what_follows_is_about_them(
    bot: Program, marcelo: Person
) -> None:
    await asked_about_juana(bot, marcelo)
    told = await say(bot, marcelo, "Agregá a Tomi, amigo del club", "cumple el 3 de mayo")
    assert told.text.startswith("🎂 Tomi, ")


async def test_a_memory_with_somebody_else_in_it_is_asked_about(
    bot: Program, marcelo: Person
) -> None:
    await asked_about_juana(bot, marcelo)
    asking = await say(bot, marcelo, "Con Pedro fuimos a verla bailar")
    assert asking.labels[:2] == ["Pedro", "Juana"]
    told, *_ = await answers(bot, marcelo, partial(marcelo.tap, "Juana", asking.id))
    assert told.text == "📝 Juana: Con Pedro fuimos a verla bailar"


async def test_days_after_the_card_nothing_is_filed_under_its_person(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(18, 12)
    await say(bot, marcelo, "/start", "/add Juana, amiga", "/add Pedro, amigo, toca el bajo")
    clock.at(19, 20, 1)
    bot.schedule.wake()
    card = await card_of(marcelo, "💌")
    while NOTHING_OF not in card.text:
        await marcelo.tap("⏭", card.id)
        card = await card_of(marcelo, NOTHING_OF)
    clock.at(25, 12)
    await bot.schedule.tick()
    await marcelo.wait_for(lambda one: "Se pasó el día de Juana" in one.text, within=PATIENCE)
    told = await say(bot, marcelo, "anduvo en bici por la costa")
    assert "Con eso le escribo" not in told.text
    assert "➕ Guardar como nota" in told.labels


@pytest.mark.parametrize("said", ["🔒 está en terapia", "privado: está en terapia"])
async def test_a_lock_before_the_memory_keeps_it_from_the_model(
    thinking_bot: Program, marcelo: Person, model: FakeModel, said: str
) -> None:
    await asked_about_juana(thinking_bot, marcelo)
    again = await say(thinking_bot, marcelo, "🔒")
    assert again.text.startswith("¿Qué fue lo último que hiciste con Juana?")
    told = await say(thinking_bot, marcelo, said)
    assert told.text.startswith("🔒 Juana: está en terapia. Esto no sale de acá;")
    await marcelo.wait_for(lambda one: one.id > told.id and "💌" in one.text, within=PATIENCE)
    assert "terapia" not in str(model.requests)


async def test_a_text_that_no_message_holds_is_refused_and_the_next_one_taken(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/add Pedro, amigo, toca el bajo", "/draft Pedro")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await answers(bot, marcelo, partial(marcelo.tap, "✏️", card.id))
    refused = await say(bot, marcelo, "Feliz día. " + "ja" * 2_020)
    assert refused.text.startswith("Es muy largo para un solo mensaje a Pedro")
    own = await say(bot, marcelo, "Feliz día, Pedro: hoy tocamos.")
    assert "1️⃣ Feliz día, Pedro: hoy tocamos." in own.text


async def test_own_words_as_long_as_may_be_are_shown_whole(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/add Pedro, amigo, toca el bajo", "/draft Pedro")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await answers(bot, marcelo, partial(marcelo.tap, "✏️", card.id))
    text = "Feliz día, Pedro. " + "ja " * 1_150 + "fin"
    own = await say(bot, marcelo, text)
    assert text in own.text
    assert len(own.text) <= LONGEST_TEXT


@pytest.mark.parametrize("command", ["/stop", "/forgetme", "/reviu", "/nada", "/help"])
async def test_a_command_leaves_the_edit(bot: Program, marcelo: Person, command: str) -> None:
    await say(bot, marcelo, "/add Pedro, amigo, toca el bajo", "/draft Pedro")
    card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    await answers(bot, marcelo, partial(marcelo.tap, "✏️", card.id))
    await say(bot, marcelo, command)
    assert "1️⃣" not in (await say(bot, marcelo, "dejalo")).text


async def test_a_refused_draft_is_not_where_the_edit_starts(
    thinking_bot: Program, marcelo: Person, model: FakeModel, tg: Playground
) -> None:
    model.always = {
        "alternatives": [
            {"text": "Pedro, fuerza con el cáncer, ya vas a ver. Feliz día.", "notes": [1]},
            {"text": "Que el cáncer no te gane, Pedro. Feliz día, hermano.", "notes": [1]},
        ]
    }
    await say(thinking_bot, marcelo, "/add Pedro, amigo, tiene cáncer", "/draft Pedro")
    card = await card_of(marcelo, "No te muestro ningún borrador")
    asking, *_ = await answers(thinking_bot, marcelo, partial(marcelo.tap, "✏️", card.id))
    assert "cáncer" not in asking.text
    assert asking.text.startswith("Escribime el saludo para Pedro")


async def test_endless_drafts_of_a_model_hold_up_no_review(
    thinking_bot: Program, marcelo: Person, model: FakeModel
) -> None:
    endless = "El bajo y la noche, el río y la calle, un abrazo. "
    texts = [f"Feliz día, Pedro. {n} " + endless * 45 for n in ("Uno.", "Dos, otra cosa.")]
    model.always = {"alternatives": [{"text": text, "notes": [1]} for text in texts]}
    await say(thinking_bot, marcelo, "/add Pedro, amigo, toca el bajo", "/draft Pedro")
    card = await card_of(marcelo, "💌")
    assert endless * 2 not in card.text
    assert "✏️" in {label.split()[0] for label in card.labels}
