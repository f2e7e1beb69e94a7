"""What people told it stands nowhere in the clear: not in the database or its log, not in copies, exports
apart, not in temporary files, not in the bot's log. And nothing they write is ever fetched."""

import asyncio
import logging
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from bot.models import connected
from bot.playground import Playground
from bot.settings import ModelSettings
from bot.understanding.hearing import Ears, NotHeard
from storage import keeping
from storage.engine import Database
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running

SECRETS = {
    "name": "Zulma",
    "surname": "Querandí",
    "note": "semáforos de hojalata",
    "private note": "contraseña del wifi",
    "phone": "5491155512347",
    "mail": "zulma.querandi@example.org",
    "username": "zulmita_q",
    "imported name": "Peregrino",
    "imported note": "trapecista jubilado",
    "half-finished": "Evaristo",
}

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Peregrino Tacuarembó
N:Tacuarembó;Peregrino;;;
NOTE:trapecista jubilado
END:VCARD
"""


def files_below(*homes: Path) -> list[Path]:
    return [path for home in homes for path in home.rglob("*") if path.is_file()]


def found_in(data: bytes) -> list[str]:
    forms = ("utf-8", "utf-16-le", "latin-1")
    return [what for what, word in SECRETS.items() if any(word.encode(f) in data for f in forms)]


async def test_no_word_of_anybody_stands_in_the_clear_anywhere(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    model: FakeModel,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.DEBUG, "storage")
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    clock.at(19, 12)
    async with running(home, tg, clock, model) as bot:
        marcelo = tg.user("Marcelo")
        await answers(
            bot,
            marcelo,
            "/add Zulma Querandí, amiga, colecciona semáforos de hojalata, +54 9 11 5551-2347, "
            "zulma.querandi@example.org, @zulmita_q",
        )
        await answers(bot, marcelo, "/note Zulma: 🔒 la contraseña del wifi es su cumple")
        card = CARD.encode()
        await answers(bot, marcelo, "/import")
        await answers(bot, marcelo, lambda: marcelo.send_document("agenda.vcf", card))
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        await marcelo.tap("✅ 1")
        await marcelo.wait_for(lambda one: "✅ Zulma" in one.text, within=PATIENCE)
        await answers(bot, marcelo, "/add")
        await answers(bot, marcelo, "Evaristo")
        await keeping.backup(bot.house.work.database, home / "by-hand.db")
        while_running = {path: path.read_bytes() for path in files_below(home, temporary)}
    names = {path.name for path in while_running}
    assert {"abrazo.db", "abrazo.db-wal", "by-hand.db", "abrazo-2027-07-19.db"} <= names
    for path, data in while_running.items():
        assert found_in(data) == [], path.name
    for path in files_below(home, temporary):
        assert found_in(path.read_bytes()) == [], path.name
    ours = "\n".join(
        one.getMessage() for one in caplog.records if one.name.startswith(("bot", "st"))
    )
    assert found_in(ours.encode()) == []
    assert all(path.stat().st_mode & 0o077 == 0 for path in files_below(home / "backups"))


async def test_no_address_that_somebody_writes_is_ever_fetched(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel
) -> None:
    visits: list[str] = []

    async def visited(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visits.append("somebody came")
        writer.close()

    inside = await asyncio.start_server(visited, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{inside.sockets[0].getsockname()[1]}/latest/meta-data"
    photo = CARD.replace("NOTE", f"PHOTO;VALUE=uri:{url}\nURL:{url}\nNOTE")
    async with running(tmp_path, tg, clock, model) as bot:
        marcelo = tg.user("Marcelo")
        for words in (f"/add Juana, amiga, {url}", f"/note Juana: {url}", url, f"mirá {url}"):
            await answers(bot, marcelo, words)
        await answers(bot, marcelo, lambda: marcelo.send_document("agenda.vcf", photo.encode()))
    inside.close()
    await inside.wait_closed()
    assert visits == []


async def test_a_model_that_sends_on_elsewhere_gets_nothing_of_anybody_there() -> None:
    visits: list[bytes] = []

    async def inside(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visits.append(await reader.readline())
        writer.close()

    async def gateway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        lines = ("HTTP/1.1 307 Temporary Redirect", f"Location: {elsewhere}/v1/chat/completions")
        ends = ("Content-Length: 0", "Connection: close", "", "")
        writer.write("\r\n".join([*lines, *ends]).encode())
        await writer.drain()
        writer.close()

    house = await asyncio.start_server(inside, "127.0.0.1", 0)
    elsewhere = f"http://127.0.0.1:{house.sockets[0].getsockname()[1]}"
    gate = await asyncio.start_server(gateway, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{gate.sockets[0].getsockname()[1]}/v1"
    settings = ModelSettings(_env_file=None, openai_base_url=url)
    async with connected(settings) as models:
        assert models.drafter is not None
        assert await models.drafter.check() == "wrong_url"
    ears = Ears(None, url, "any", 60)
    with pytest.raises(NotHeard):
        await ears.hear(b"OggS", "voice.ogg", "audio/ogg")
    await ears.aclose()
    house.close()
    gate.close()
    assert visits == []


async def test_an_error_of_the_database_shows_nothing_of_what_was_written(
    database: Database,
) -> None:
    async with database.engine.connect() as connection:
        with pytest.raises(StatementError) as error:
            await connection.execute(text("SELECT :words FROM nowhere"), {"words": "Zulma"})
    assert "Zulma" not in f"{error.value} {error.value!r}"
