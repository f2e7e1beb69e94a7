"""The other end of the cradle: starts bots there and learns how they ended."""

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from tests.e2e.running import Abrazo


class Nursery:
    """One cradle for a whole session, whatever event loop a test runs in."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.cradle"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._born: dict[str, Future[int]] = {}
        self._dead: dict[int, Future[int]] = {}
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def close(self) -> None:
        """End the cradle."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        self._listening.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            fact = json.loads(line)
            if "born" in fact:
                self._dead[fact["born"]] = Future()
                self._born.pop(fact["name"]).set_result(fact["born"])
            else:
                self._dead[fact["dead"]].set_result(fact["code"])

    async def bear(self, order: dict[str, Any]) -> tuple[int, Future[int]]:
        """A new bot; its process id, and its exit code once it has ended."""
        assert self._process.stdin is not None
        name = secrets.token_hex(4)
        born = self._born[name] = Future()
        self._process.stdin.write(json.dumps({"name": name} | order) + "\n")
        self._process.stdin.flush()
        number = await asyncio.wrap_future(born)
        return number, self._dead[number]


class Forked(Abrazo):
    """The bot in a process that was forked instead of started; everything else is the same."""

    nursery: Nursery
    _number: int | None = None
    _code: Future[int] | None = None

    @property
    def pid(self) -> int:
        """The process id of the running bot."""
        assert self._number is not None
        return self._number

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._code is not None and not self._code.done()

    async def start(self) -> None:
        """Start the process."""
        self._number, self._code = await self.nursery.bear(
            {
                "role": self.role,
                "environment": self.environment,
                "home": str(self.home),
                "log": str(self.log),
                "out": str(self.output),
            }
        )

    async def ended(self) -> int:
        """Wait until the process ends by itself; its exit code."""
        assert self._code is not None
        return await asyncio.shield(asyncio.wrap_future(self._code))

    def terminate(self) -> None:
        """SIGTERM, without waiting."""
        os.kill(self.pid, signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        if self._code is None:
            return 0
        if not self._code.done():
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)
        code = await asyncio.shield(asyncio.wrap_future(self._code))
        self._code = None
        return code
