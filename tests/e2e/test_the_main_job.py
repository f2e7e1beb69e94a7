"""The whole way, with the installed program in a process of its own: notes in, a different draft for
each, approved one by one, sent once."""

import re
from functools import partial
from urllib.parse import parse_qs, urlsplit

from bot.playground import Person, Playground, Seen
from tests.e2e.running import Abrazo
from tests.fakes.model import FakeModel

PEOPLE = {
    "Juana": ("/add Juana Pérez, amiga, le gusta el té de jazmín, +54 9 11 5555-1234", "jazmín"),
    "Teo": ("/add Teo, amigo, toca el bandoneón, @teobando", "bandoneón"),
    "Lucía": ("/add Lucía, amiga, ataja penales en Ferro", "penales"),
    "Rita": ("/add Rita, amiga, tiene un caniche malcriado", "caniche"),
    "Beto": ("/add Beto, amigo, hace un asado memorable", "asado"),
}


def alternatives(card: Seen) -> list[str]:
    """The texts on a review card."""
    body = card.text.split("\nSe apoya en")[0]
    return [part.strip() for part in re.split(r"\n?\d\ufe0f\u20e3 ", body)[1:]]


def on(card: Seen) -> str:
    """Whose card it is."""
    return next(name for name in PEOPLE if name in card.text.splitlines()[0])


def is_card(message: Seen) -> bool:
    return "✅ 1" in message.labels


def approved(name: str, message: Seen) -> bool:
    return message.text.startswith("✅") and name in message.text


async def the_card(owner: Person) -> Seen:
    return await owner.wait_for(is_card, within=30)


async def add_everybody(owner: Person, tg: Playground) -> None:
    for command, _ in PEOPLE.values():
        mark = tg.mark
        await owner.send(command)
        await owner.wait_for(lambda message: "Anoté" in message.text, within=20, since=mark)


async def invite(owner: Person, name: str, guest: Person) -> None:
    """The owner invites, the guest opens the link and accepts."""
    await owner.send(f"/invite {name}")
    link = await owner.wait_for(lambda message: "?start=" in message.text, within=20)
    found = re.search(r"\?start=(\S+)", link.text)
    assert found is not None
    await guest.start(found[1])
    await guest.wait_for(lambda message: "👍" in message.labels[0] if message.labels else False)
    await guest.tap("👍")
    await owner.wait_for(lambda message: "aceptó" in message.text, within=20)


async def test_from_the_first_note_to_the_last_greeting(
    abrazo: Abrazo, tg: Playground, model: FakeModel
) -> None:
    owner = tg.user("Marcelo", last_name="Gil")
    lucia = tg.user("Lucía")
    stranger = tg.user("Nadie")
    abrazo.at(2027, 7, 18, 12)
    await abrazo.start()
    await owner.start(await abrazo.pairing_code())
    await owner.wait_for(lambda message: "Abrazo" in message.text, within=20)
    await add_everybody(owner, tg)
    await invite(owner, "Lucía", lucia)

    abrazo.at(2027, 7, 19, 20, 1)  # the eve, while it runs
    texts: dict[str, str] = {}
    while len(texts) < len(PEOPLE):
        card = await the_card(owner)
        name = on(card)
        offered = alternatives(card)
        assert len(set(offered)) >= 2
        assert all(PEOPLE[name][1] in text for text in offered), (name, offered)
        mark = tg.mark
        if name == "Beto":
            await owner.tap("⏭", message_id=card.id)
            await owner.wait_for(lambda message: message.text.startswith("⏭"), since=mark)
            texts[name] = ""
            continue
        if name == "Rita":
            await owner.tap("✏️", message_id=card.id)
            await owner.wait_for(lambda message: "Escribime" in message.text, since=mark)
            await owner.send("Rita, feliz día. Abrazo al caniche & a vos + mil")
            card = await owner.wait_for(is_card, since=mark, within=20)
            offered = alternatives(card)
            assert offered == ["Rita, feliz día. Abrazo al caniche & a vos + mil"]
        await owner.tap("✅ 1", message_id=card.id)
        await owner.wait_for(partial(approved, name))
        texts[name] = offered[0]
    sent_texts = [text for text in texts.values() if text]
    assert len(set(sent_texts)) == 4
    assert not tg.calls.accepted("sendMessage", lucia.id)[2:]

    await abrazo.stop()
    await abrazo.start()
    abrazo.at(2027, 7, 20, 9, 1)  # the morning

    greeting = await lucia.wait_for(lambda message: texts["Lucía"] in message.text, within=30)
    assert greeting.text == f"Marcelo Gil\n\n{texts['Lucía']}"
    handed: dict[str, str] = {}
    while len(handed) < 3:
        mark = tg.mark
        message = await owner.wait_for(
            lambda one: "☑️ Ya está" in one.labels and on(one) not in handed, within=30
        )
        button = message.button("📲")
        assert button is not None
        assert button.url is not None
        handed[on(message)] = button.url
        await owner.tap("☑️", message_id=message.id)
    assert "+" not in "".join(handed.values())
    for name, url in handed.items():
        assert parse_qs(urlsplit(url).query)["text"] == [texts[name]]
    assert handed["Juana"].startswith("https://wa.me/5491155551234?text=")
    assert handed["Teo"].startswith("https://t.me/teobando?text=")

    await owner.wait_for(lambda message: "Listo por hoy" in message.text, within=20)
    await abrazo.stop()
    await abrazo.start()
    mark = tg.mark
    await owner.send("/status")
    status = await owner.wait_for(lambda message: "Enviados" in message.text, since=mark, within=20)
    line = next(line for line in status.text.splitlines() if "Enviados" in line)
    assert all(name in line for name in ("Juana", "Teo", "Lucía", "Rita"))
    assert "Beto" not in line
    with_text = [one for one in lucia.messages if texts["Lucía"] in one.text]
    assert len(with_text) == 1

    await stranger.send("/contacts")
    await stranger.send("hola")
    await stranger.send("/status")
    said = await stranger.wait_for(lambda message: message.from_bot, within=20)
    assert "Juana" not in said.text
    assert len([one for one in stranger.messages if one.from_bot]) == 1

    await abrazo.stop()
    log = abrazo.log.read_text()
    assert tg.token not in log
    assert tg.token.split(":")[1] not in log
    assert not any(detail in log for _, detail in PEOPLE.values())
    assert "Traceback" not in log
