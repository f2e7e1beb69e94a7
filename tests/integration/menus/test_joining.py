"""Two contacts that turn out to be one person, and after all are two."""

from bot.app import Program
from bot.playground import Person, Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, answers
from tests.integration.day.acting import know, sees, tap


async def test_two_who_part_have_their_own_cards_and_nobody_is_linked_by_mistake(
    bot: Program, marcelo: Person, tg: Playground, clock: StillClock
) -> None:
    clock.at(19, 20, 1)
    await know(bot, marcelo, "Juana, amiga, le gusta el té", "Rita Paz, amiga, toca el piano")
    for _ in range(2):  # whoever is written first comes first
        card = await sees(marcelo, "💌", "✅ 1")
        label, line = ("✅ 1", "✅ Juana") if "· Juana ·" in card.text else ("⏭", "⏭ Rita Paz")
        await tap(marcelo, card, label, line)
    await answers(bot, marcelo, "/invite Juana")
    invitation = await sees(marcelo, "?start=")
    await answers(bot, marcelo, "/contacts Rita Paz")
    person = await sees(marcelo, "👤 Rita Paz", "🕰")
    menu = await tap(marcelo, person, "✏️", "Rita Paz", "Juntar")
    choice = await tap(marcelo, menu, "Juntar", "misma persona", "Juana")
    question = await tap(marcelo, choice, "Juana", "misma persona", "👍")
    joined = await tap(marcelo, question, "👍", "El saludo que ya habías aprobado", "↩️")
    card = await sees(marcelo, "· Rita Paz · Día del Amigo", "✅ 1")
    assert "Juana" in card.text  # what was approved, which asks again under the name that is left

    guest = tg.user("Juana")
    await guest.start(invitation.text.partition("?start=")[2].split()[0])
    await guest.tap("👍", within=PATIENCE)
    await sees(marcelo, "Rita Paz aceptó")
    await marcelo.tap("↩️", message_id=joined.id, within=PATIENCE)
    said = await sees(marcelo, "Alguien aceptó tu invitación")
    assert "Rita Paz y Juana" in said.text
    await sees(marcelo, "· Juana · Día del Amigo", "✅ 1", since=card.changed)
    assert not [one for one in marcelo.messages if "· Rita Paz ·" in one.text and one.button("✅")]
    async with bot.house.work.read() as unit:
        assert await unit.contacts.linked_to(guest.id) == []
