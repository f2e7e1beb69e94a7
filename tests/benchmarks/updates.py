"""What an update costs, against a bare handler of the same library that sends the same reply."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.playground import Person, Playground
from tests.benchmarks.figures import Figure
from tests.e2e.running import Abrazo

UPDATES = 400

BARE = """
import sys
from telegram.ext import Application, MessageHandler, filters
async def reply(update, context):
    await update.message.reply_text(sys.argv[3])
app = Application.builder().token(sys.argv[1]).base_url(sys.argv[2]).build()
app.add_handler(MessageHandler(filters.ALL, reply))
app.run_polling()
"""


async def measure() -> list[Figure]:
    """`/help` answered UPDATES times, in order, in one chat."""
    ours, text = await _ours()
    bare = await _bare(text)
    detail = f"{ours * 1000:.2f} ms against {bare * 1000:.2f} ms"
    return [Figure("an update / a bare handler", ours / bare, 6, detail=detail)]


async def _ours() -> tuple[float, str]:
    async with Playground() as tg:
        owner = tg.user("Marcelo")
        home = Path(tempfile.mkdtemp(prefix="abrazo-bench-"))
        abrazo = Abrazo(home, tg, None, ALLOWED_USER_IDS=str(owner.id), TICK_SECONDS="30")
        abrazo.at(2027, 7, 1, 12)
        await abrazo.start()
        await owner.send("/help")
        seen = await owner.wait_for(lambda message: message.from_bot, within=30)
        each = await _burst(tg, owner)
        await abrazo.stop()
    return each, seen.text


async def _bare(text: str) -> float:
    async with Playground() as tg:
        owner = tg.user("Marcelo")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", BARE, tg.token, tg.base_url, text
        )
        await owner.send("/help")
        await owner.wait_for(lambda message: message.from_bot, within=30)
        each = await _burst(tg, owner)
        process.kill()
        await process.wait()
    return each


async def _burst(tg: Playground, owner: Person) -> float:
    before = len(tg.calls.accepted("sendMessage", owner.id))
    began = time.perf_counter()
    for _ in range(UPDATES):
        await owner.send("/help")
    await tg.wait_until(
        lambda: len(tg.calls.accepted("sendMessage", owner.id)) >= before + UPDATES, within=120
    )
    return (time.perf_counter() - began) / UPDATES
