"""Backups, restoring and a new key, with the bot running all the while."""

import asyncio
import sys

from bot.playground import Person, Playground, Seen
from tests.e2e.running import Abrazo


async def command(abrazo: Abrazo, *words: str) -> str:
    """Run `abrazo …` with the bot's own settings; what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words,
        env=abrazo.environment, cwd=abrazo.home,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    return said.decode()


async def listed(owner: Person, tg: Playground) -> Seen:
    mark = tg.mark
    await owner.send("/contacts")
    return await owner.wait_for(lambda message: message.from_bot, since=mark, within=30)


async def add(owner: Person, tg: Playground, text: str) -> None:
    mark = tg.mark
    await owner.send(f"/add {text}")
    await owner.wait_for(lambda message: "Anoté" in message.text, since=mark, within=30)


async def test_what_was_saved_comes_back_under_a_new_key(abrazo: Abrazo, tg: Playground) -> None:
    owner = tg.user("Marcelo")
    abrazo.at(2027, 7, 1, 12)
    await abrazo.start()
    await owner.start(await abrazo.pairing_code())
    await add(owner, tg, "Juana, amiga, pinta acuarelas")
    assert "Saved" in await command(abrazo, "backup", "copy.db")
    assert "already" in await command(abrazo, "backup", "copy.db")
    await add(owner, tg, "Teo, amigo, toca el bandoneón")

    assert "under the new key" in await command(abrazo, "rotate-key")
    assert "Teo" in (await listed(owner, tg)).labels  # the running bot has found the new key
    await add(owner, tg, "Rulo, amigo, hincha de Racing")
    assert "under the new key" in await command(abrazo, "rotate-key")
    assert "Rulo" in (await listed(owner, tg)).labels

    (abrazo.home / "junk.db").write_text("no database at all")
    assert "no backup" in await command(abrazo, "restore", "junk.db")
    assert "Teo" in (await listed(owner, tg)).labels
    assert "does not open" in await command(abrazo, "restore", "copy.db")  # two keys ago

    assert "Saved" in await command(abrazo, "backup", "second.db")
    mark = tg.mark
    await owner.send("/forget Teo")
    await owner.wait_for(lambda message: "🗑" in message.labels[0], since=mark, within=30)
    await owner.tap("🗑")
    await owner.wait_for(lambda message: "no queda nada" in message.text, within=30)
    assert "Restored" in await command(abrazo, "restore", "second.db")
    assert "Teo" in (await listed(owner, tg)).labels
    await abrazo.stop()
    assert "Traceback" not in abrazo.log.read_text()
