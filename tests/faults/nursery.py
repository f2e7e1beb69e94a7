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
from typing import Any, TypeVar

from tests.e2e.running import Abrazo

T = TypeVar("T")

Birth = Future[tuple[int, Future[int]]]
"""A bot's process id, and its exit code once it has ended."""


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
        self._born: dict[str, Birth] = {}
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
        try:
            for line in self._process.stdout:
                self._hear(json.loads(line))
        finally:
            pending: list[Future[Any]] = [*self._born.values(), *self._dead.values()]
            for awaited in pending:
                if not awaited.done():
                    awaited.set_exception(RuntimeError("nobody listens to the cradle any more"))

    def _hear(self, fact: dict[str, Any]) -> None:
        if "dead" in fact:
            self._dead[fact["dead"]].set_result(fact["code"])
            return
        self._dead[fact["born"]] = Future()
        self._born.pop(fact["name"]).set_result((fact["born"], self._dead[fact["born"]]))

    def bear(self, order: dict[str, Any]) -> Birth:
        """A new bot; its process id, and its exit code once it has ended."""
        assert self._process.stdin is not None
        name = secrets.token_hex(4)
        born = self._born[name] = Birth()
        self._process.stdin.write(json.dumps({"name": name} | order) + "\n")
        self._process.stdin.flush()
        return born


async def _told(future: Future[T]) -> T:
    """What the cradle will say. It goes on to say it though who waits here is cancelled."""
    return await asyncio.shield(asyncio.wrap_future(future))


class Forked(Abrazo):
    """The bot in a process that was forked instead of started; everything else is the same."""

    nursery: Nursery
    _birth: Birth | None = None

    @property
    def pid(self) -> int:
        """The process id of the running bot."""
        assert self._birth is not None
        return self._birth.result()[0]

    @property
    def alive(self) -> bool:
        """Whether the process is being started or still runs."""
        birth = self._birth
        return birth is not None and not (birth.done() and birth.result()[1].done())

    async def start(self) -> None:
        """Start the process. If cancelled meanwhile, it is there all the same, and can be killed."""
        self._birth = self.nursery.bear(
            {
                "role": self.role,
                "environment": self.environment,
                "home": str(self.home),
                "log": str(self.log),
                "out": str(self.output),
            }
        )
        await _told(self._birth)

    async def ended(self) -> int:
        """Wait until the process ends by itself; its exit code."""
        assert self._birth is not None
        _, code = await _told(self._birth)
        return await _told(code)

    def terminate(self) -> None:
        """SIGTERM, without waiting."""
        os.kill(self.pid, signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        if self._birth is None:
            return 0
        process, ended = await _told(self._birth)
        if not ended.done():
            with suppress(ProcessLookupError):
                os.kill(process, number)
        code = await _told(ended)
        self._birth = None
        return code
