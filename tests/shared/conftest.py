"""A Telegram, a model, and a PostgreSQL of the test's own, or a line that says there is none."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.playground import Limits, Playground
from tests.fakes.model import FakeModel
from tests.faults.nursery import Nursery
from tests.ports import own_port
from tests.shared.cluster import Cluster, programs


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--owners", type=int, default=6, help="how many of them share the house")
    parser.addoption("--contacts", type=int, default=5, help="how many people each of them greets")
    parser.addoption("--partitions", action="store_true", help="cut the sender off in every way")
    parser.addoption(
        "--kill-every", type=float, default=1.0, help="seconds between two blows, on average"
    )


@pytest.fixture
async def tg() -> AsyncIterator[Playground]:
    async with Playground(limits=Limits(webhook_retry=0.1)) as playground:
        yield playground


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    async with FakeModel() as fake:
        yield fake


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    one = Nursery()
    yield one
    one.close()


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL here: initdb is not installed")
    with own_port() as port, tempfile.TemporaryDirectory(prefix="abrazo-pg-") as home:
        server = Cluster(found, Path(home), port)
        await server.start()
        yield server
        await server.stop()
