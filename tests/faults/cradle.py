"""`python -m tests.faults.cradle`: bots that are born imported.

Most of a start is importing (1.5 s), which no fault is about. This process imports once and forks a bot
for each line of JSON on its input; each runs `abrazo run` in a process of its own, is told to stop
or killed by its id like any other, and gives its exit code back on a line of output.

With KILL_AT=n a bot kills itself by SIGKILL at the n-th named point of its life: before and after each
commit, and before and after each request to Telegram or to the model. With LOSE_AT=n the n-th commit takes
effect and PostgreSQL's answer to it is lost.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import psycopg
from openai import AsyncOpenAI
from sqlalchemy.dialects.postgresql.psycopg import PGDialectAsync_psycopg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

import bot.app  # noqa: F401  imported once, for all who are born here
from bot.__main__ import main
from bot.domain.contacts import Register, Relationship
from bot.domain.drafting import Person
from bot.domain.guards import check
from bot.domain.guards.base import Case
from bot.locales import LANGUAGES, Speech
from storage.migrate import known_revisions

OF_NO_MATTER = {"setMyCommands", "setMyDescription", "setMyShortDescription", "getMe"}
"""Requests that change nothing of anybody's: a kill there is a kill between two others."""

_ALIVE: set[int] = set()


def warm_up() -> None:
    """What a bot reads once: texts, word lists, the migrations, and what the model's client loads late."""
    for language in LANGUAGES:
        Speech(language, "AR")
    nobody = Person("", None, Relationship.FRIEND, Register.VOS, "es", ())
    check(Case("", nobody, ()))
    known_revisions()
    _ = AsyncOpenAI(api_key="none").chat.completions


def run() -> None:
    """Fork and bury until the input ends."""
    warm_up()
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    while True:
        ready, _, _ = select.select([0, woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            _bury()
        if 0 in ready:
            line = _line()
            if not line:  # the tests have ended, in whatever way, and nobody is to outlive them
                for child in _ALIVE:
                    os.kill(child, signal.SIGKILL)
                return
            _bear(json.loads(line))


def _line() -> bytes:
    """One line of the input, unbuffered, so that select sees the next one."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            return b""
        line += byte
    return line


def _say(**fact: Any) -> None:
    os.write(1, json.dumps(fact).encode() + b"\n")


def _bear(order: dict[str, Any]) -> None:
    child = os.fork()
    if child:
        _ALIVE.add(child)
        _say(born=child, name=order["name"])
        return
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(order["environment"])
    os.chdir(order["home"])
    for number, path in ((1, order["out"]), (2, order["log"])):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["abrazo", "run", "--role", order["role"]]
    at, lose = (int(os.environ.get(name, "0")) for name in ("KILL_AT", "LOSE_AT"))
    if at or lose:
        Points(at, lose, Path(order["home"]) / "points").watch()
    code = 70
    try:
        code = main()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _bury() -> None:
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not child:
            return
        _ALIVE.discard(child)
        _say(dead=child, code=os.waitstatus_to_exitcode(status))


class Points:
    """Counts the points of a bot's life and ends it at one of them, which it writes down."""

    def __init__(self, at: int, lose: int, record: Path) -> None:
        self._at = at
        self._lose = lose
        self._record = record
        self._passed = self._committed = 0

    def reach(self, name: str) -> None:
        """This is a point; perhaps the last one."""
        self._passed += 1
        if self._passed == self._at:
            with self._record.open("a") as file:
                file.write(f"{name}\n")
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Be told of every commit and every request."""
        for dialect in (SQLiteDialect_aiosqlite, PGDialectAsync_psycopg):
            self._around_commits(dialect)
        self._around(httpx.AsyncClient, "send")

    def _around_commits(self, dialect: Any) -> None:
        commit = dialect.do_commit

        def do_commit(this: Any, connection: Any) -> None:
            self.reach("before a commit")
            commit(this, connection)
            self.reach("after a commit")
            self._committed += 1
            if self._committed == self._lose:
                raise psycopg.OperationalError("the answer to a commit was lost")

        dialect.do_commit = do_commit

    def _around(self, client: Any, name: str) -> None:
        send: Callable[..., Awaitable[Any]] = getattr(client, name)

        async def watched(this: Any, request: Any, *rest: Any, **more: Any) -> Any:
            what = request.url.path.rsplit("/", 1)[-1]
            if what in OF_NO_MATTER:
                return await send(this, request, *rest, **more)
            self.reach(f"before {what}")
            answer = await send(this, request, *rest, **more)
            self.reach(f"after {what}")
            return answer

        setattr(client, name, watched)


if __name__ == "__main__":
    run()
