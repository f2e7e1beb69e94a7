"""🔄 on a card: others at once, and what they should be like."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.app import Program
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import FakeModel, data_of
from tests.harness import PATIENCE, running
from tests.integration.menus.tapping import say

ADDED = "/add Teo, amigo, toca el bandoneón, se compró un velero, cocina risotto"


@pytest.fixture
async def modelled(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> AsyncIterator[Program]:
    async with running(tmp_path, tg, clock, model=model) as program:
        yield program


async def carded(bot: Program, person: Person) -> Seen:
    """Teo's card, open."""
    await say(bot, person, ADDED, "/draft Teo")
    return await person.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)


def card_of(name: str) -> Callable[[Seen], bool]:
    return lambda one: f"· {name} ·" in one.text and "✅ 1" in one.labels


def other_than(card: Seen) -> Callable[[Seen], bool]:
    return lambda one: "✅ 1" in one.labels and one.text != card.text


async def test_others_come_at_once_in_the_same_place_and_offer_wishes_and_the_way_back(
    bot: Program, marcelo: Person
) -> None:
    first = await carded(bot, marcelo)
    assert "🔄 Más corto" not in first.labels
    await marcelo.tap("🔄")
    second = await marcelo.wait_for(other_than(first), within=PATIENCE)
    assert second.id == first.id
    wishes = ["🔄 Más corto", "🔄 Más divertido", "🔄 Más formal", "🔄 Otro recuerdo"]
    assert [label for label in second.labels if label.startswith("🔄")] == ["🔄 Otras", *wishes]
    await marcelo.tap("↩️ Las de antes")
    back = await marcelo.wait_for(other_than(second), within=PATIENCE)
    assert (back.text, back.labels) == (first.text, first.labels)


async def test_a_tapped_wish_reaches_the_model(
    modelled: Program, marcelo: Person, model: FakeModel
) -> None:
    first = await carded(modelled, marcelo)
    await marcelo.tap("🔄")
    second = await marcelo.wait_for(other_than(first), within=PATIENCE)
    await marcelo.tap("🔄 Más divertido")
    await marcelo.wait_for(other_than(second), within=PATIENCE)
    assert data_of(model.requests[-1])["wish"] == "más divertido"


async def test_a_wish_typed_while_others_are_being_written_is_heard(
    modelled: Program, marcelo: Person, model: FakeModel
) -> None:
    first = await carded(modelled, marcelo)
    model.latency = 1
    await marcelo.tap("🔄")
    await marcelo.wait_for(lambda one: "Buscando" in one.text, within=PATIENCE)
    await marcelo.send("más corto, por favor")
    heard = await marcelo.wait_for(lambda one: "más corto" in one.text, within=PATIENCE)
    await marcelo.wait_for(other_than(first), within=PATIENCE)
    assert data_of(model.requests[-1])["wish"] == "más corto, por favor"
    assert "✅ 1" in next(one for one in marcelo.messages if one.id == heard.id).labels


async def test_what_speaks_of_somebody_is_no_wish(bot: Program, marcelo: Person) -> None:
    first = await carded(bot, marcelo)
    await marcelo.tap("🔄")
    await marcelo.wait_for(other_than(first), within=PATIENCE)
    told = await say(bot, marcelo, "Teo se mudó a Rosario")
    assert told.text.startswith("📝 Teo: se mudó a Rosario")


async def test_asked_for_again_a_greeting_is_shown_as_it_stands(
    bot: Program, marcelo: Person, tg: Playground
) -> None:
    await carded(bot, marcelo)
    await say(bot, marcelo, "/add Ana, amiga, pinta acuarelas")
    await marcelo.send("/draft Ana")
    await marcelo.wait_for(card_of("Ana"), within=PATIENCE)  # though Teo's card is open
    mark = tg.mark
    await marcelo.send("/draft Teo")
    teo = await marcelo.wait_for(card_of("Teo"), within=PATIENCE, since=mark)
    await marcelo.tap("✅ 1", teo.id)
    await marcelo.wait_for(
        lambda one: one.id == teo.id and "✅ 1" not in one.labels, within=PATIENCE
    )
    mark = tg.mark
    await marcelo.send("/draft Teo")
    decided = await marcelo.wait_for(
        lambda one: one.text.startswith("✅ Teo ·"), within=PATIENCE, since=mark
    )
    assert decided.id != teo.id
    assert "↩️ Deshacer" in decided.labels
