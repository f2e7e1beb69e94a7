"""The program is stopped in the middle of what it does, and goes without a word too many."""

import asyncio
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from bot.playground import Playground
from tests.conftest import StillClock
from tests.harness import PATIENCE, running


async def test_a_stop_while_a_tick_runs_and_every_thread_is_busy_leaves_no_traceback(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ticking, endless, done = asyncio.Event(), asyncio.Event(), threading.Event()

    async def never_done() -> None:
        ticking.set()
        await endless.wait()

    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(1) as threads:
        async with running(tmp_path, tg, clock, tick_seconds=0.05) as program:
            asyncio.get_running_loop().set_default_executor(threads)
            threads.submit(done.wait, PATIENCE)
            monkeypatch.setattr(program.schedule, "tick", never_done)
            with suppress(TimeoutError):
                await asyncio.wait_for(ticking.wait(), PATIENCE)
        done.set()
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []
    assert ticking.is_set()
