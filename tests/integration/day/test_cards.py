"""Which card comes first, and what an edit leaves behind."""

from bot.app import Program
from bot.playground import Person
from tests.conftest import StillClock
from tests.harness import answers
from tests.integration.day.acting import at, card_of, know, sees, tap


async def test_the_closest_come_first_then_who_was_not_greeted_for_longest(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(1, 12, month=12)
    await know(
        bot,
        marcelo,
        "Ada, colega, trae facturas los viernes, cumple 4/12",
        "Bea, amiga, canta en un coro, cumple 3/12",
        "Ciro, amigo, arregla bicicletas",
        "Zoe, mi hermana, se compró un velero",
    )
    for day, name in ((3, "Bea"), (4, "Ada")):
        await at(bot, clock, day, 8, month=12)
        card = await card_of(marcelo, name, "☑️")
        await tap(marcelo, card, "☑️", f"{name}")
    await at(bot, clock, 24, 20, 1, month=12)
    seen = []
    for position in range(1, 5):
        card = await sees(marcelo, f"💌 {position} de 4", "✅ 1")
        seen.append(card.text.split(" · ")[1])
        await tap(marcelo, card, "⏭", "lo dejamos pasar")
    assert seen == ["Zoe", "Ciro", "Bea", "Ada"]


async def test_after_an_edit_only_the_old_card_points_down(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, "Bea, amiga, canta en un coro")
    card = await card_of(marcelo, "Bea", "✏️")
    asked = await tap(marcelo, card, "✏️", "Escribime el saludo")
    await answers(bot, marcelo, "Bea querida, feliz día.")
    await card_of(marcelo, "Bea", "✅ 1", "↩️", since=asked.changed)
    pointing = [one.id for one in marcelo.messages if "sigue más abajo" in one.text]
    assert pointing == [card.id]


async def test_an_ambiguous_name_keeps_the_occasion_it_was_typed_with(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(1, 12)
    await know(
        bot,
        marcelo,
        "Juana Pérez, amiga, le gusta el té de jazmín, cumple 25/9",
        "Juana Gómez, amiga, canta en un coro, cumple 3/10",
    )
    asked = (await answers(bot, marcelo, "/draft Juana birthday"))[0]
    await marcelo.tap("Juana Gómez", message_id=asked.id)
    card = await card_of(marcelo, "Juana Gómez", "✅ 1")
    assert "3 de octubre" in card.text


async def test_an_undecided_card_says_today_once_its_day_has_begun(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, "Bea, amiga, canta en un coro, +54 9 351 555-4321")
    card = await card_of(marcelo, "Bea", "✅ 1")
    assert "mañana" in card.text.splitlines()[0]
    asked = await answers(bot, marcelo, "/cancel")
    await at(bot, clock, 20, 0, 1)
    today = await sees(marcelo, "· Bea · Día del Amigo, hoy", "✅ 1", "📲", since=card.changed)
    assert today.id == card.id
    assert marcelo.messages[-1].id == asked[-1].id
    await tap(marcelo, today, "✅ 1", "✅ Bea", "🚀")
