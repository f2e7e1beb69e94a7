"""Thirty cards on the eve: a tap each, the next at once, one tap for the pause, and who, when and how
at the end. What it measures is what a thumb does; time depends on the machine."""

from pathlib import Path

import pytest

from bot.playground import Seen
from tests.conftest import StillClock
from tests.direct import straightway
from tests.fakes.model import FakeModel
from tests.integration.menus.walking import Step, Walk

NOTES = (
    "toca el bandoneón", "le gusta el té de jazmín", "pinta acuarelas", "tiene un caniche",
    "juega al ajedrez", "colecciona estampillas", "le gusta el tango", "toca la guitarra",
    "cocina risotto", "planta tomates", "le gusta el mate", "corre maratones",
    "toca el violín", "le gusta la astronomía", "teje bufandas", "juega al tenis",
    "le gusta el chocolate", "hace cerámica", "toca el piano", "le gusta el jazz",
    "juega al truco", "cría abejas", "le gusta el cine italiano", "toca la flauta",
    "hace pan", "le gusta la pesca", "saca fotos", "juega al rugby",
    "le gusta la ópera", "restaura muebles",
)  # fmt: skip

NAMES = (
    "Ana Beto Caro Dani Elsa Fede Gina Hugo Inés Juan Kiko Lola Mora Nico Olga Paco Quique Rita "
    "Sara Teo Uma Vera Willy Ximena Yago Zoe Abril Bruno Clara Dora"
)

PAUSE_EVERY = 20


def card(messages: tuple[Seen, ...] | list[Seen]) -> Seen:
    """The card that asks, among what was just shown."""
    return next(one for one in messages if "✅ 1" in one.labels)


async def test_thirty_cards_take_thirty_taps_and_one_for_the_pause(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.at(12, 12)
    async with (
        FakeModel() as model,
        straightway(tmp_path, clock, monkeypatch, openai_base_url=model.url) as bot,
    ):
        walk = Walk(bot, marcelo := bot.tg.user("Marcelo"))
        for name, note in zip(NAMES.split(), NOTES, strict=True):
            await walk.say(f"/add {name}, amistad, {note}")
        clock.at(19, 20, 1)
        bot.program.schedule.wake()
        rung = bot.request.loud
        await walk.settle()
        assert bot.request.loud == rung + 1  # the first card; not the bar above it
        shown = card(marcelo.messages)
        steps: list[Step] = []
        for position in range(1, 31):
            assert shown.text.startswith(f"💌 {position} de 30 · ")
            approve = next(one for one in shown.buttons if one.label == "✅ 1")
            before = bot.request.answers
            steps.append(await walk.tap(("✅ 1",), shown.id, approve.data or ""))
            # The tap is answered, the card shrinks to a line, and the next one stands below.
            assert bot.request.answers - before == 3
            line, below = steps[-1].shown
            assert (line.id, line.labels) == (shown.id, ["🚀 Ahora", "↩️ Deshacer"])
            if position == PAUSE_EVERY:
                assert below.labels == ["▶️ Seguir", "🕘 Más tarde"]
                go_on = below.buttons[0].data or ""
                steps.append(await walk.tap(("▶️",), below.id, go_on))
                below = card(steps[-1].shown)
            shown = below
        assert len(steps) == 31
        assert (
            bot.request.loud - rung <= 2
        )  # nor what comes while one is looking, but after the pause
        assert "Listo, no queda nada por decidir." in shown.text
        assert all(name in shown.text for name in NAMES.split())
        assert "mañana 9:00, desde tu cuenta" in shown.text
        assert shown.labels == ["↩️ Cambiar algo"]
