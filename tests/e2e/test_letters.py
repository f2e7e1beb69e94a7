"""A person with nothing but an e-mail address gets a letter, to the letter, once."""

from pathlib import Path

from bot.playground import Playground, Seen
from tests.e2e.running import Abrazo
from tests.fakes.model import FakeModel
from tests.integration.channels.conftest import Office


def is_card(message: Seen) -> bool:
    return "✅ 1" in message.labels


async def test_a_letter_leaves_at_its_hour_and_counts_as_sent(
    tmp_path: Path, tg: Playground, model: FakeModel
) -> None:
    async with Office().open() as office:
        owner = tg.user("Marcelo")
        abrazo = Abrazo(
            tmp_path,
            tg,
            model,
            ALLOWED_USER_IDS=str(owner.id),
            SMTP_URL=f"smtp://127.0.0.1:{office.port}/?from=marcelo@example.org",
        )
        abrazo.at(2027, 7, 18, 12)
        await abrazo.start()
        await owner.send("/add Olga Paz, amiga, pinta acuarelas de barcos, olga@example.net")
        await owner.wait_for(lambda message: "olga@example.net" in message.text, within=30)
        abrazo.at(2027, 7, 19, 20, 1)
        card = await owner.wait_for(is_card, within=30)
        text = card.text.split("1️⃣ ")[1].split("\n2️⃣")[0]
        await owner.tap("✅ 1", message_id=card.id)
        line = await owner.wait_for(lambda message: message.text.startswith("✅"), within=20)
        assert "por correo" in line.text
        abrazo.at(2027, 7, 20, 9, 1)
        await owner.wait_for(
            lambda message: "Ya salió el saludo para Olga" in message.text, within=30
        )
        await abrazo.stop()
        (letter,) = office.taken
        assert office.recipients == ["olga@example.net"]
        plain = letter.get_body(("plain",))
        assert plain is not None
        assert plain.get_content().rstrip("\r\n") == text
        assert "Marcelo" in letter["From"]
