"""A Telegram, and a PostgreSQL of the test's own, or a line that says there is none."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground import Limits, Playground
from tests.shared.cluster import Cluster, programs


@pytest.fixture
async def tg() -> AsyncIterator[Playground]:
    async with Playground(limits=Limits(webhook_retry=0.1)) as playground:
        yield playground


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL here: initdb is not installed")
    with tempfile.TemporaryDirectory(prefix="abrazo-pg-") as home:
        server = Cluster(found, Path(home))
        await server.start()
        yield server
        await server.stop()
