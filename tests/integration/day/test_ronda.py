"""The ronda: what leaves from the owner's own account, and the list of the evening."""

from bot.app import Program
from bot.playground import Person
from tests.conftest import StillClock
from tests.harness import answers
from tests.integration.day.acting import at, card_of, know, sees, tap


async def approve(owner: Person, name: str) -> None:
    card = await card_of(owner, name, "✅ 1")
    await tap(owner, card, "✅ 1", f"✅ {name}")


async def approve_all(owner: Person, count: int) -> None:
    """Whichever is written first comes first."""
    since = 0
    for _ in range(count):
        card = await sees(owner, "💌", "✅ 1", "⏭", since=since)
        await tap(owner, card, "✅ 1", "✅")
        since = card.changed


async def two_by_hand(bot: Program, marcelo: Person, clock: StillClock) -> None:
    """The morning on which Bea and Ciro are to be written to from the owner's own account."""
    clock.at(19, 20, 1)
    await know(
        bot,
        marcelo,
        "Bea, amiga, canta en un coro, +54 9 11 5555-0001",
        "Ciro, amigo, arregla bicicletas, +54 9 11 5555-0002",
    )
    await approve_all(marcelo, 2)
    await at(bot, clock, 20, 9, 1)


async def test_what_was_left_open_far_to_the_east_does_not_hold_up_the_day(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(17, 12)
    await know(
        bot,
        marcelo,
        "Sam, amigo, de Australia, surfea al alba, +61 412 345 678",
        "Bea, amiga, canta en un coro, +54 9 11 5555-0001",
        "Ciro, amigo, arregla bicicletas, +54 9 11 5555-0002",
    )
    await at(bot, clock, 18, 20, 1)
    await approve(marcelo, "Sam")
    await at(bot, clock, 19, 20, 1)
    early = await sees(marcelo, "📲 Sam", "☑️ Ya está")
    assert not [one for one in marcelo.messages if "Feliz Día del Amigo, Marcelo" in one.text]
    await approve_all(marcelo, 2)
    await at(bot, clock, 19, 21, 5)
    await sees(marcelo, "Me quedó uno sin confirmar: Sam")

    await at(bot, clock, 20, 9, 1)
    await sees(marcelo, "¡Feliz Día del Amigo, Marcelo! Hoy salen 2")
    first = await sees(marcelo, "📲 Bea · quedan 2", "☑️ Ya está")
    done = await tap(marcelo, early, "☑️ Ya está", "☑️ Sam")
    assert not done.button("☑️")
    last = await tap(marcelo, first, "☑️ Ya está", "📲 Ciro · el último", "☑️")
    await tap(marcelo, last, "☑️ Ya está", "terminaste la ronda")


async def test_the_list_of_the_evening_goes_on_with_what_was_not_opened(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 12)
    await know(
        bot,
        marcelo,
        "Bea, amiga, canta en un coro, +54 9 11 5555-0001",
        "Ciro, amigo, arregla bicicletas, +54 9 11 5555-0002",
        "Dora, amiga, hace budín de limón, +54 9 11 5555-0003",
    )
    await at(bot, clock, 19, 20, 1)
    await approve_all(marcelo, 3)
    await at(bot, clock, 20, 9, 1)
    await sees(marcelo, "📲 Bea · quedan 3", "☑️ Ya está")
    await at(bot, clock, 20, 21, 5)
    listed = await sees(marcelo, "Me quedó uno sin confirmar: Bea", "☑️ Bea", "▶️")
    assert "quedan 2 en la ronda" in listed.text
    await tap(marcelo, listed, "▶️", "📲 Ciro · quedan 2", "☑️ Ya está")
    ticked = await tap(marcelo, listed, "☑️ Bea", "Anotado", "▶️")
    assert "queda uno en la ronda" in ticked.text
    dora = await tap(marcelo, ticked, "▶️", "📲 Dora", "☑️ Ya está")
    await tap(marcelo, dora, "☑️ Ya está", "terminaste la ronda")

    await at(bot, clock, 21, 0, 5)
    asked = await sees(marcelo, "Me quedó uno sin confirmar: Ciro", "☑️ Ciro", "🔁")
    assert not [one for one in marcelo.messages if "no salió nada para" in one.text]
    await tap(marcelo, asked, "☑️ Ciro", "Anotado")


async def test_a_message_of_the_ronda_that_was_deleted_is_found_again(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, "Bea, amiga, canta en un coro, +54 9 11 5555-0001")
    await approve(marcelo, "Bea")
    await at(bot, clock, 20, 9, 1)
    lost = await sees(marcelo, "📲 Bea", "☑️ Ya está")
    (status,) = await answers(bot, marcelo, "/status")
    listed = await tap(marcelo, status, "❔ Lo pendiente", "sin confirmar: Bea", "☑️ Bea")
    kept = next(one for one in marcelo.messages if one.id == status.id)
    assert kept.text == status.text
    assert not kept.button("❔")
    again = lost
    for once_more in (listed, (await answers(bot, marcelo, "/draft Bea"))[-1]):
        again = await tap(marcelo, once_more, "🔁", "📲 Bea", "☑️ Ya está", "📲")
        assert again.id != lost.id
    await tap(marcelo, again, "☑️ Ya está", "terminaste la ronda")


async def test_a_tick_that_is_taken_back_is_asked_about_in_the_evening(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await two_by_hand(bot, marcelo, clock)
    bea = await sees(marcelo, "📲 Bea · quedan 2", "☑️ Ya está")
    ciro = await tap(
        marcelo, bea, "☑️ Ya está", "📲 Ciro · el último", "☑️ Ya está", "↩️ Volver a Bea"
    )
    await tap(marcelo, ciro, "↩️ Volver a Bea", "📲 Bea", "☑️ Ya está", "⏭")
    await tap(marcelo, ciro, "☑️ Ya está", "terminaste la ronda")
    await at(bot, clock, 20, 21, 5)
    asked = await sees(marcelo, "Me quedó uno sin confirmar: Bea", "☑️ Bea")
    again = await tap(marcelo, asked, "☑️ Bea", "Anotado", "↩️ Volver a Bea")
    await tap(marcelo, again, "↩️ Volver a Bea", "Me quedó uno sin confirmar: Bea", "☑️ Bea")
    lists = len([one for one in marcelo.messages if "sin confirmar: Bea" in one.text])
    await at(bot, clock, 20, 22, 30)
    await answers(bot, marcelo, "/status")
    assert lists == len([one for one in marcelo.messages if "sin confirmar: Bea" in one.text])


async def test_a_slip_in_the_ronda_is_taken_back_under_the_next_message(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await two_by_hand(bot, marcelo, clock)
    bea = await sees(marcelo, "📲 Bea · quedan 2", "☑️ Ya está")
    assert not bea.button("↩️")
    ciro = await tap(
        marcelo, bea, "☑️ Ya está", "📲 Ciro · el último", "☑️ Ya está", "↩️ Volver a Bea"
    )
    assert ciro.labels[:-1] == bea.labels
    back = await tap(marcelo, ciro, "↩️ Volver a Bea", "📲 Bea · otra vez", "☑️ Ya está", "⏭")
    assert back.id != ciro.id
    await tap(marcelo, back, "☑️ Ya está", "☑️ Bea")
    done = await tap(marcelo, ciro, "☑️ Ya está", "terminaste la ronda", "↩️")
    last = await tap(marcelo, done, "↩️", "📲 Ciro · otra vez", "☑️ Ya está")
    skipped = await tap(marcelo, last, "⏭", "terminaste la ronda", "↩️")
    assert skipped.id == done.id
    await tap(marcelo, skipped, "↩️", "· Ciro ·", "✅ 1", "⏭")


async def test_a_slip_on_the_list_of_the_evening_is_taken_back(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await two_by_hand(bot, marcelo, clock)
    await sees(marcelo, "📲 Bea · quedan 2", "⏭")
    await at(bot, clock, 20, 21, 5)
    listed = await sees(marcelo, "Me quedó uno sin confirmar: Bea", "☑️ Bea", "▶️")
    await tap(marcelo, listed, "▶️", "📲 Ciro")
    ticked = await tap(marcelo, listed, "☑️ Bea", "Anotado", "↩️ Volver a Bea")
    again = await tap(marcelo, ticked, "↩️ Volver a Bea", "sin confirmar: Bea", "☑️ Bea")
    assert not again.button("↩️")
    await tap(marcelo, again, "☑️ Bea", "Anotado")


async def test_nothing_late_is_offered_of_a_day_before_its_list_is_answered(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await two_by_hand(bot, marcelo, clock)
    await sees(marcelo, "📲 Bea · quedan 2", "☑️ Ya está")
    await at(bot, clock, 21, 0, 5)
    asked = await sees(marcelo, "Me quedó uno sin confirmar: Bea", "☑️ Bea")
    over = await sees(marcelo, "Se pasó el día de Ciro")
    await at(bot, clock, 21, 0, 10)
    assert not over.button("🐌")
    assert not [one for one in marcelo.messages if one.button("🐌")]
    await tap(marcelo, asked, "☑️ Bea", "Anotado")
    offered = await sees(marcelo, "Ciro", "🐌 Se me pasó · 1", since=asked.id)
    await bot.schedule.tick()
    assert [one.id for one in marcelo.messages if one.button("🐌")] == [offered.id]
    await tap(marcelo, offered, "🐌", "Día del Amigo · Ciro", "💌")


async def test_what_is_handed_over_again_after_its_day_can_still_be_ticked(
    bot: Program, marcelo: Person, clock: StillClock
) -> None:
    await two_by_hand(bot, marcelo, clock)
    await sees(marcelo, "📲 Bea · quedan 2", "☑️ Ya está")
    await at(bot, clock, 21, 10)
    asked = await sees(marcelo, "Me quedó uno sin confirmar: Bea", "🔁")
    again = await tap(marcelo, asked, "🔁", "📲 Bea · otra vez", "☑️ Ya está")
    await bot.schedule.tick()
    await sees(marcelo, "Se pasó el día de Ciro")
    await tap(marcelo, again, "☑️ Ya está", "☑️ Bea")
