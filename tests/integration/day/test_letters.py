"""What the owner reads of a letter, whatever the mail server makes of it."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import Program
from bot.channels.email import EmailSender
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import answers, running
from tests.integration.channels.conftest import Office
from tests.integration.day.acting import at, card_of, know, sees, tap


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with Office().open() as opened:
        yield opened


@pytest.fixture
async def bot(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel, office: Office
) -> AsyncIterator[Program]:
    url = SecretStr(f"smtp://127.0.0.1:{office.port}/?from=marcelo@example.org")
    async with running(tmp_path, tg, clock, model, smtp_url=url) as program:
        yield program


async def hour_of_the_letter(bot: Program, owner: Person, clock: StillClock) -> Seen:
    clock.at(19, 12)
    await know(bot, owner, "Olga, amiga, restaura muebles, olga@example.net")
    await at(bot, clock, 19, 20, 1)
    card = await card_of(owner, "Olga", "✅ 1")
    line = await tap(owner, card, "✅ 1", "✅ Olga · mañana 9:00, por correo")
    await at(bot, clock, 20, 9, 1)
    return line


async def test_a_letter_that_is_refused_is_told_and_goes_again_by_the_owners_tap(
    bot: Program, marcelo: Person, clock: StillClock, office: Office
) -> None:
    office.answers["RCPT"] = "550 nobody of that name"
    await hour_of_the_letter(bot, marcelo, clock)
    told = await sees(marcelo, "su servidor de correo no lo aceptó", "🔁")
    del office.answers["RCPT"]
    (status,) = await answers(bot, marcelo, "/status")
    again = [await tap(marcelo, status, "❔ Lo pendiente", "no lo aceptó", "🔁")]
    again += await answers(bot, marcelo, "/draft Olga")
    assert all((one.text, one.labels) == (told.text, told.labels) for one in again)
    await marcelo.tap("🔁", message_id=again[0].id)
    await sees(marcelo, "Ya salió el saludo para Olga")
    assert office.recipients == ["olga@example.net"]


async def test_a_letter_cut_after_it_was_taken_is_unknown_and_never_goes_again_by_itself(
    bot: Program, marcelo: Person, clock: StillClock, office: Office
) -> None:
    office.cuts = "taken"
    await hour_of_the_letter(bot, marcelo, clock)
    told = await sees(marcelo, "Puede que a Olga le haya llegado", "☑️", "🔁")
    office.cuts = None
    clock.later(hours=2)
    await bot.schedule.tick()
    (said,) = await answers(bot, marcelo, "/status")
    assert "No sé si llegaron: Olga" in said.text
    listed = await tap(marcelo, said, "❔ Lo pendiente", "Puede que a Olga", "🔁")
    (again,) = await answers(bot, marcelo, "/draft Olga")
    assert [(one.text, one.labels) for one in (listed, again)] == [(told.text, told.labels)] * 2
    assert len(office.taken) == 1
    await tap(marcelo, listed, "☑️ Le llegó", "☑️ Olga")


async def test_a_letter_to_a_friend_is_signed_before_it_is_approved_and_leaves_as_it_was_read(
    bot: Program, marcelo: Person, clock: StillClock, office: Office
) -> None:
    page = (await answers(bot, marcelo, "/settings"))[0]
    page = await tap(marcelo, page, "🖋", "Ahora: —", "✏️")
    await tap(marcelo, page, "✏️", "¿Con qué firmás?")
    await answers(bot, marcelo, "Un abrazo grande, Marcelo")
    await hour_of_the_letter(bot, marcelo, clock)
    await sees(marcelo, "Ya salió el saludo para Olga")
    (letter,) = office.taken
    plain = letter.get_body(("plain",))
    assert plain is not None
    sent = plain.get_content().rstrip("\r\n").replace("\r\n", "\n")
    assert sent.endswith("\nUn abrazo grande, Marcelo")
    assert sent.count("Un abrazo grande, Marcelo") == 1


async def test_a_server_that_is_away_gets_the_letter_when_it_is_back(
    bot: Program, marcelo: Person, clock: StillClock, office: Office
) -> None:
    office.cuts = "MAIL"
    await hour_of_the_letter(bot, marcelo, clock)
    await sees(marcelo, "✅ Olga")
    office.cuts = None
    clock.later(minutes=6)
    bot.schedule.wake()
    await sees(marcelo, "Ya salió el saludo para Olga")
    assert office.recipients == ["olga@example.net"]


async def test_a_server_that_falls_silent_with_the_letter_leaves_the_owner_to_decide(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    model: FakeModel,
    office: Office,
    marcelo: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.parts.EmailSender", partial(EmailSender, answer_seconds=2.0))
    url = SecretStr(f"smtp://127.0.0.1:{office.port}/?from=marcelo@example.org")
    office.hangs = "taken"
    async with running(tmp_path, tg, clock, model, smtp_url=url) as bot:
        await hour_of_the_letter(bot, marcelo, clock)
        told = await sees(marcelo, "Puede que a Olga le haya llegado", "🔁", "☑️")
        assert "No sé si llegaron: Olga" in (await answers(bot, marcelo, "/status"))[0].text
        assert len(office.taken) == 1
        office.hangs = None
        await marcelo.tap("🔁", message_id=told.id)
        await sees(marcelo, "Ya salió el saludo para Olga")
    assert len(office.taken) == 2


async def test_a_letter_that_was_approved_before_mail_was_turned_off_asks_for_another_way(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    model: FakeModel,
    office: Office,
    marcelo: Person,
) -> None:
    url = SecretStr(f"smtp://127.0.0.1:{office.port}/?from=marcelo@example.org")
    clock.at(19, 20, 1)
    async with running(tmp_path, tg, clock, model, smtp_url=url) as bot:
        await know(bot, marcelo, "Olga, amiga, restaura muebles, olga@example.net")
        card = await card_of(marcelo, "Olga", "✅ 1")
        line = await tap(marcelo, card, "✅ 1", "✅ Olga · mañana 9:00, por correo")
    for _ in range(2):
        async with running(tmp_path, tg, clock, model) as bot:
            told = await sees(marcelo, "Ya no puedo mandar correos. El saludo para Olga no sale")
            card = await card_of(marcelo, "Olga", "✅ 1", since=line.changed)
            assert card.id > told.id
    async with running(tmp_path, tg, clock, model) as bot:
        line = await tap(marcelo, card, "✅ 1", "✅ Olga · mañana 9:00")
        assert "correo" not in line.text
        assert "salió" not in (await answers(bot, marcelo, "/status"))[0].text
    assert len([one for one in marcelo.messages if "correos" in one.text]) == 1
    assert office.taken == []
