"""The installed `abrazo run` as a process of its own, between a Telegram and a model on loopback."""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.playground import Playground
from tests.fakes.model import FakeModel

BUENOS_AIRES = ZoneInfo("America/Argentina/Buenos_Aires")


class Abrazo:
    """Starts, stops and kills the bot; its clock is a file that the test writes."""

    def __init__(
        self,
        home: Path,
        tg: Playground,
        model: FakeModel | None,
        *,
        role: str = "all",
        **settings: str,
    ) -> None:
        self.role = role
        self.home = home
        self.log = home / "log.txt"
        self.output = home / "out.txt"
        self._clock = home / "clock"
        self._process: asyncio.subprocess.Process | None = None
        self.environment = {
            "PATH": os.environ["PATH"],
            "TELEGRAM_BOT_TOKEN": tg.token,
            "TELEGRAM_API_URL": tg.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{home / 'abrazo.db'}",
            "TICK_SECONDS": "0.5",
            "SPREAD_MINUTES": "0",
            "CLOCK_OFFSET_FILE": str(self._clock),
        } | settings
        if model is not None:
            self.environment |= {"OPENAI_BASE_URL": model.url, "OPENAI_MODEL": "fake"}

    def at(self, year: int, month: int, day: int, hour: int, minute: int = 0) -> None:
        """Make it that hour in Buenos Aires, also for a bot that is running."""
        wanted = datetime(year, month, day, hour, minute, tzinfo=BUENOS_AIRES)
        offset = (wanted - datetime.now(UTC)).total_seconds()
        half_written = self._clock.with_suffix(".new")
        half_written.write_text(str(offset))
        half_written.replace(self._clock)

    @property
    def line(self) -> tuple[str, ...]:
        """The command that starts it."""
        return sys.executable, "-m", "bot", "run", "--role", self.role

    @property
    def pid(self) -> int:
        """The process's number, while it runs."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start the process."""
        with self.log.open("ab") as log, self.output.open("ab") as out:
            self._process = await asyncio.create_subprocess_exec(
                *self.line, env=self.environment, cwd=self.home, stdout=out, stderr=log
            )

    async def stop(self) -> int:
        """SIGTERM, and the exit code."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> int:
        """SIGKILL: nothing is finished, nothing is said."""
        return await self._end(signal.SIGKILL)

    async def _end(self, number: signal.Signals) -> int:
        if self._process is None:
            return 0
        with suppress(ProcessLookupError):
            self._process.send_signal(number)
        code = await self._process.wait()
        self._process = None
        return code

    async def pairing_code(self) -> str:
        """The code that the server printed."""
        async with asyncio.timeout(60):
            while True:
                words = self.output.read_text().split()
                if "/start" in words[:-1]:
                    return words[words.index("/start") + 1]
                await asyncio.sleep(0.05)
