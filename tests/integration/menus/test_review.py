"""A review at speed: one tap per card, and at the end all that was decided, with the way back."""

from functools import partial
from pathlib import Path

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers, running
from tests.integration.menus.tapping import say, tap

FRIENDS = (
    "Ana, amiga, pinta acuarelas",
    "Teo, amigo, toca el bandoneón",
    "Rita, amiga, +5491155551234",
)


async def test_the_summary_tells_who_when_and_how_and_each_can_be_taken_back(
    bot: Program, tg: Playground, marcelo: Person
) -> None:
    for one in FRIENDS:
        await say(bot, marcelo, f"/add {one}")
    await say(bot, marcelo, "/note Rita: tiene un caniche", "/draft")
    for _ in FRIENDS:
        card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        mark = tg.mark
        await marcelo.tap("📞" if "· Teo ·" in card.text else "✅ 1", card.id)
        await marcelo.wait_for(lambda one: "↩️ Deshacer" in one.labels, PATIENCE, mark)
    done = await marcelo.wait_for(lambda one: "nada por decidir" in one.text, within=PATIENCE)
    assert "✅ martes 20 de julio 9:00, por WhatsApp: Rita" in done.text
    assert "✅ martes 20 de julio 9:00, desde tu cuenta: Ana" in done.text
    assert "📞 Para llamar: Teo" in done.text
    backs = await tap(marcelo, "↩️ Cambiar", "volver a ver")
    assert backs.id == done.id
    assert sorted(backs.labels) == ["↩️ Ana", "↩️ Rita", "↩️ Teo", "↩️ Volver"]
    again = await tap(marcelo, "↩️ Rita", "· Rita ·")
    assert "✅ 1" in again.labels


async def test_a_fact_told_under_an_open_card_is_about_its_person(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, f"/add {FRIENDS[0]}", f"/add {FRIENDS[1]}", "/draft Ana")
    await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
    told = await say(bot, marcelo, "cumple el 3 de mayo")
    assert told.text.startswith("🎂 Ana, ")


async def test_a_review_goes_on_where_a_restart_cut_it(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo = tg.user("Marcelo")
    async with running(tmp_path, tg, clock) as before:
        for one in FRIENDS:
            await say(before, marcelo, f"/add {one}")
        await say(before, marcelo, "/note Rita: tiene un caniche", "/draft")
        first = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        await marcelo.tap("✅ 1", first.id)
        await marcelo.wait_for(
            lambda one: "✅ 1" in one.labels and one.id != first.id, within=PATIENCE
        )
        await tap(marcelo, "✏️", "Este es el borrador")
    async with running(tmp_path, tg, clock) as after:
        own = await say(after, marcelo, "Te debo un abrazo enorme.")
        assert "Te debo un abrazo enorme." in own.text
        await marcelo.tap("✅", own.id)
        third = await marcelo.wait_for(
            lambda one: "✅ 1" in one.labels and one.id > own.id, within=PATIENCE
        )
        await marcelo.tap("⏭", third.id)
        done = await marcelo.wait_for(lambda one: "nada por decidir" in one.text, within=PATIENCE)
        approved = [name for name in ("Ana", "Teo", "Rita") if f"· {name} ·" not in third.text]
        assert all(name in done.text for name in approved)


async def test_a_day_that_is_not_theirs_is_named(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/add Sra. Rossi, clienta, de usted, cumple 3/5")
    told = await say(bot, marcelo, "/draft Sra. Rossi friends-day")
    assert told.text.startswith("Día del Amigo no es un día de Sra. Rossi")
    assert "📅 Fechas" in told.labels


async def test_own_words_are_remarked_on_and_never_blocked(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, f"/add {FRIENDS[0]}", f"/add {FRIENDS[1]}", "/draft friends-day")
    text = "¡Feliz día, Beto! Hoy brindamos con sidra en la terraza de siempre, no faltes."
    for remark in ("otra persona? Dice Beto", "Se parece mucho a otro saludo"):
        shown = await marcelo.wait_for(lambda one: "✅ 2" in one.labels, within=PATIENCE)
        await answers(bot, marcelo, partial(marcelo.tap, "✏️", shown.id))
        card = await say(bot, marcelo, text)
        assert f"1️⃣ {text}\n⚠️" in card.text
        assert remark in card.text
        await answers(bot, marcelo, partial(marcelo.tap, "✅ 1", card.id))


async def test_no_card_comes_by_itself_after_a_pause_that_was_tapped_late(
    tmp_path: Path, tg: Playground, clock: StillClock
) -> None:
    marcelo = tg.user("Marcelo")
    async with running(tmp_path, tg, clock, review_pause_every=1) as bot:
        for one in FRIENDS[:2]:
            await say(bot, marcelo, f"/add {one}")
        await say(bot, marcelo, "/add Leo, amigo, arregla relojes", "/draft")
        card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        await marcelo.tap("⏭", card.id)
        pause = await marcelo.wait_for(lambda one: bool(one.button("▶️")), within=PATIENCE)
        await marcelo.tap("▶️", pause.id)
        card = await marcelo.wait_for(lambda one: "✅ 1" in one.labels, PATIENCE, pause.changed)
        await marcelo.tap("🕘", pause.id)
        await marcelo.wait_for(lambda one: "Cortamos acá" in one.text, within=PATIENCE)
        name = card.text.split(" · ")[1]
        asked = await say(bot, marcelo, f"/forget {name}")
        assert f"🗑 Borrar a {name}" in asked.labels
        await tap(marcelo, "🗑", f"De {name} no queda nada")
        await say(bot, marcelo, "/help")  # comes after whatever else was on its way
        assert not [one for one in marcelo.messages if "✅ 1" in one.labels]
