"""What people told it stands nowhere in the clear: not in the database or its log, not in copies, exports
apart, not in temporary files, not in the bot's log. And nothing they write is ever fetched."""

import asyncio
import logging
import tempfile
from pathlib import Path

import pytest

from bot.playground import Playground
from storage import keeping
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
