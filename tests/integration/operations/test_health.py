"""What a watcher sees on HEALTH_PORT: whether it lives, whether it works, and numbers without names."""

import asyncio
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.playground import Kind, Playground
from bot.settings import SettingsProblem
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running
from tests.ports import own_port


@pytest.fixture
def port() -> Iterator[int]:
    with own_port() as own:
        yield own


async def test_it_is_live_and_ready_and_counts_without_a_name(
    tmp_path: Path, tg: Playground, clock: StillClock, model: FakeModel, port: int
) -> None:
    clock.at(19, 12)
    async with (
        running(tmp_path, tg, clock, model, health_port=port) as bot,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as watcher,
    ):
        marcelo = tg.user("Marcelo", last_name="Gil")
        await answers(bot, marcelo, "/add Juana Pérez, amiga, le gusta el té de jazmín")
        clock.at(19, 20, 1)
        bot.schedule.wake()
        await marcelo.wait_for(lambda one: "✅ 1" in one.labels, within=PATIENCE)
        assert (await watcher.get("/health/live")).status_code == 200
        ready = await watcher.get("/health/ready")
        assert (ready.status_code, ready.json()["ready"]) == (200, True)
        seen = (await watcher.get("/metrics")).text
        for line in (
            'abrazo_greetings{state="ready"} 1.0',
            'abrazo_greetings{state="unknown"} 0.0',
            "abrazo_tick_lag_seconds",
            "abrazo_oldest_due_seconds 0.0",
            'abrazo_model_tokens_total{kind="asked"} 1200.0',
            "abrazo_model_seconds_count 1.0",
            'abrazo_too_many_requests_total{service="telegram"} 0.0',
            "abrazo_telegram_up 1.0",
        ):
            assert line in seen
        assert not re.search(r"Juana|Pérez|jazmín|Marcelo|Gil", seen + ready.text)
        assert str(marcelo.id) not in seen


async def test_it_is_not_ready_while_telegram_is_away_and_lives_all_the_same(
    tmp_path: Path, tg: Playground, clock: StillClock, port: int
) -> None:
    away = tg.fault(Kind.SERVER_ERROR, "getUpdates", times=None)
    async with (
        running(tmp_path, tg, clock, health_port=port),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as watcher,
    ):

        async def until(code: int, word: str) -> None:
            async with asyncio.timeout(PATIENCE):
                while True:
                    ready = await watcher.get("/health/ready")
                    if (ready.status_code, ready.json()["telegram"]) == (code, word):
                        return

        await tg.wait_until(lambda: away.hits > 0, within=PATIENCE)
        await until(503, "away")
        assert (await watcher.get("/health/live")).status_code == 200
        tg.faults.clear()
        await until(200, "ok")


async def test_nothing_listens_unless_asked_to_and_a_taken_port_is_told(
    tmp_path: Path, tg: Playground, clock: StillClock, port: int
) -> None:
    async with running(tmp_path, tg, clock):
        with pytest.raises(httpx.ConnectError):
            await httpx.AsyncClient().get(f"http://127.0.0.1:{port}/health/live")
    with (
        socket.create_server(("127.0.0.1", port)),
        pytest.raises(SettingsProblem, match=f"HEALTH_PORT {port}"),
    ):
        async with running(tmp_path, tg, clock, health_port=port):
            pass
