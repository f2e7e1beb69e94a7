"""Start and memory, against importing the libraries and against their bare stack at work."""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.playground import Playground
from tests.benchmarks.figures import Figure
from tests.e2e.running import Abrazo

RUNS = 3

LIBRARIES = """
import telegram.ext, sqlmodel.ext.asyncio.session, apscheduler.schedulers.asyncio, openai
import aiosqlite, alembic.command, pydantic_settings, cryptography.fernet
"""

STACK = """
import asyncio, sys
import sqlalchemy.ext.asyncio, openai
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram.ext import Application, MessageHandler, filters
async def reply(update, context):
    await update.message.reply_text("hola")
async def ready(app):
    engine = sqlalchemy.ext.asyncio.create_async_engine("sqlite+aiosqlite:///" + sys.argv[3])
    async with engine.connect() as connection:
        await connection.exec_driver_sql("SELECT 1")
    scheduler = AsyncIOScheduler()
    scheduler.add_job(print, "interval", seconds=3600)
    scheduler.start()
    app.bot_data["kept"] = engine, scheduler, openai.AsyncOpenAI(api_key="none")
import sqlmodel, alembic.command, pydantic_settings, cryptography.fernet
builder = Application.builder().token(sys.argv[1]).base_url(sys.argv[2])
app = builder.post_init(ready).build()
app.add_handler(MessageHandler(filters.ALL, reply))
app.run_polling()
"""


async def measure() -> list[Figure]:
    """The best of a few runs each: the machine's noise only ever adds."""
    importing = min([await _importing() for _ in range(RUNS)])
    starts, memory = zip(*[await _ours() for _ in range(RUNS)], strict=True)
    bare = min([await _bare() for _ in range(RUNS)])
    return [
        Figure(
            "start / importing the libraries",
            min(starts) / importing,
            1.5,
            detail=f"{min(starts):.2f} s against {importing:.2f} s",
        ),
        Figure(
            "memory / the bare stack",
            min(memory) / bare,
            1.5,
            detail=f"{min(memory) / 1024:.0f} MB against {bare / 1024:.0f} MB",
        ),
    ]


async def _importing() -> float:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", LIBRARIES)
    await process.wait()
    return time.perf_counter() - began


async def _ours() -> tuple[float, int]:
    async with Playground() as tg:
        owner = tg.user("Marcelo")
        home = Path(tempfile.mkdtemp(prefix="abrazo-bench-"))
        abrazo = Abrazo(
            home,
            tg,
            None,
            ALLOWED_USER_IDS=str(owner.id),
            OPENAI_API_KEY="sk-none",
            OPENAI_BASE_URL="http://127.0.0.1:9/v1",
        )
        abrazo.at(2027, 7, 1, 12)
        began = time.perf_counter()
        await abrazo.start()
        await tg.wait_for_call(lambda call: call.method.lower() == "deletewebhook", within=60)
        started = time.perf_counter() - began
        await owner.send("hola")
        await owner.wait_for(lambda message: message.from_bot, within=30)
        await asyncio.sleep(3)  # what loads in the background counts as memory
        resident = _resident(abrazo.pid)
        await abrazo.stop()
    return started, resident


async def _bare() -> int:
    async with Playground() as tg:
        owner = tg.user("Marcelo")
        with tempfile.TemporaryDirectory() as home:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", STACK, tg.token, tg.base_url, f"{home}/bare.db"
            )
            await owner.send("hola")
            await owner.wait_for(lambda message: message.from_bot, within=30)
            resident = _resident(process.pid)
            process.kill()
            await process.wait()
    return resident


def _resident(pid: int) -> int:
    """Resident memory in KiB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4
