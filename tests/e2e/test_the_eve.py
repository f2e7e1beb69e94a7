"""On the eve the cards come to where the owner is looking."""

from bot.playground import Playground, Seen
from tests.e2e.running import Abrazo


def is_card(message: Seen) -> bool:
    return "✅ 1" in message.labels


async def test_a_card_left_open_days_ago_is_shown_anew_on_the_eve(
    abrazo: Abrazo, tg: Playground
) -> None:
    owner = tg.user("Marcelo")
    abrazo.at(2027, 7, 10, 12)
    await abrazo.start()
    await owner.start(await abrazo.pairing_code())
    await owner.send("/add Juana, amiga, pinta acuarelas de barcos")
    await owner.wait_for(lambda message: "Anoté" in message.text, within=30)
    await owner.send("/draft Juana")
    first = await owner.wait_for(is_card, within=30)
    await owner.send("/add Teo, amigo, toca el bandoneón en la plaza")
    await owner.wait_for(lambda message: "Teo" in message.text, within=30)
    mark = tg.mark
    abrazo.at(2027, 7, 19, 20, 1)
    again = await owner.wait_for(
        lambda message: is_card(message) and "Juana" in message.text, within=30, since=mark
    )
    assert again.id > first.id
    older = next(message for message in owner.messages if message.id == first.id)
    assert not older.buttons
    await abrazo.stop()
