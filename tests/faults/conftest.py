"""A Telegram and a model that misbehave on command, on both databases; `--fault-seconds N` repeats
chance for so long."""

import logging
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.fakes.model import FakeModel
from tests.faults.morning import Morning
from tests.faults.nursery import Nursery
from tests.faults.tally import TALLY

log = logging.getLogger(__name__)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fault-seconds",
        type=float,
        default=0,
        help="how long chance goes on killing and cutting (0: the short form)",
    )
    parser.addoption(
        "--fault-seed", type=int, default=0, help="where chance begins; two runs want two"
    )
    parser.addoption("--soak-days", type=int, default=3, help="how many days of the month go by")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if TALLY:
        terminalreporter.section("what became of the greetings, by fault")
        terminalreporter.write_line(TALLY.table())
        terminalreporter.write_line(TALLY.totals())


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    one = Nursery()
    yield one
    one.close()


Mornings = Callable[..., Morning]


@pytest.fixture
def database_settings(database_url: str, encryption_key: str) -> dict[str, str]:
    """What names PostgreSQL to a bot; a SQLite file and its key lie in the bot's home by default."""
    if database_url.startswith("sqlite"):
        return {}
    return {"DATABASE_URL": database_url, "ENCRYPTION_KEY": encryption_key}


@pytest.fixture
async def a_morning(
    tmp_path: Path, tg: Playground, nursery: Nursery, database_settings: dict[str, str]
) -> AsyncIterator[Mornings]:
    """Makes a morning for these guests; the bot is killed at the end, if it still runs."""
    made: list[Morning] = []

    def make(
        guests: Sequence[str] = (),
        model: FakeModel | None = None,
        *,
        cold: bool = False,
        **settings: str,
    ) -> Morning:
        home = tmp_path / str(len(made))
        home.mkdir()
        named = database_settings | settings
        made.append(Morning(home, tg, guests, model, None if cold else nursery, **named))
        return made[-1]

    yield make
    for morning in made:
        await morning.bot.kill()
        if morning.bot.log.exists():
            log.warning("the bot's log:\n%s", morning.bot.log.read_text())
