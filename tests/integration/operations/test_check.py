"""`abrazo check`: what it says of ports and of voice notes, and that a bot which runs is no fault."""

import asyncio
import http.server
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.check import _webhook, check
from bot.playground import Playground
from bot.settings import Settings
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, running
from tests.ports import own_port

Checked = Callable[..., Awaitable[tuple[int, str]]]


@pytest.fixture
def port() -> Iterator[int]:
    with own_port() as own:
        yield own


@pytest.fixture
def url(port: int) -> str:
    return f"http://127.0.0.1:{port}/from/telegram"


@pytest.fixture
def checked(tmp_path: Path, tg: Playground, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Exit code and lines, with these settings."""
    monkeypatch.chdir(tmp_path)

    async def asked(**settings: object) -> tuple[int, str]:
        given = {"TELEGRAM_BOT_TOKEN": tg.token, "TELEGRAM_API_URL": tg.url} | settings
        for name, value in given.items():
            monkeypatch.setenv(name, str(value))
        out = StringIO()
        return await check(out), out.getvalue()

    return asked


class Other(http.server.BaseHTTPRequestHandler):
    """Another program."""

    def do_POST(self) -> None:
        self.send_error(403)

    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def others() -> Iterator[int]:
    """The port of another program."""
    with http.server.HTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


async def test_ports_that_are_free_are_said_and_left_free(
    checked: Checked, port: int, url: str
) -> None:
    code, said = await checked(WEBHOOK_URL=url, HEALTH_PORT=port)
    assert code == 0
    assert f"✓ webhook: will be at 127.0.0.1:{port} for {url}; the secret follows from" in said
    assert f"✓ health: will be at http://127.0.0.1:{port}/health/ready\n" in said
    _, said = await checked(WEBHOOK_SECRET="geheim")
    assert "the secret is WEBHOOK_SECRET\n" in said
    assert "geheim" not in said


async def test_a_bot_that_runs_holds_its_ports_rightly_whatever_proxy_is_set(
    tmp_path: Path, tg: Playground, clock: StillClock, checked: Checked, port: int, url: str
) -> None:
    with own_port() as healths:
        async with running(tmp_path, tg, clock, webhook_url=url, health_port=healths):
            await tg.wait_until(lambda: bool(tg.state.updates.webhook), within=PATIENCE)
            _, said = await checked(
                WEBHOOK_URL=url, HEALTH_PORT=healths, http_proxy="http://127.0.0.1:1"
            )
            assert f"✓ webhook: the bot runs, and Telegram brings updates to {url}\n" in said
            assert 'health: the bot runs and says {"ready":' in said


async def test_what_telegram_cannot_bring_is_told_with_its_reason(
    tmp_path: Path, tg: Playground, clock: StillClock, checked: Checked, url: str
) -> None:
    async with running(tmp_path, tg, clock, webhook_url=url):
        await tg.wait_until(lambda: bool(tg.state.updates.webhook), within=PATIENCE)
        tg.state.updates.webhook["secret_token"] = "of another"
        sending = asyncio.create_task(tg.user("Ana").send("hola"))
        await tg.wait_until(
            lambda: "last_error_message" in tg.state.updates.webhook, within=PATIENCE
        )
        code, said = await checked(WEBHOOK_URL=url)
        assert code == 1
        assert f"✗ webhook: 1 wait at Telegram, which cannot bring them to {url} (Wrong" in said
        assert "403" in said
        tg.state.updates.set_webhook({"url": "https://elsewhere.example.org"})
        code, said = await checked(WEBHOOK_URL=url)
        assert code == 1
        assert "Telegram brings updates to https://elsewhere.example.org instead of" in said
        sending.cancel()


async def test_ports_that_others_hold_are_faults(checked: Checked, others: int) -> None:
    code, said = await checked(WEBHOOK_URL=f"http://127.0.0.1:{others}/x", HEALTH_PORT=others)
    assert code == 1
    assert f"✗ webhook: 127.0.0.1:{others} belongs to another program; set WEBHOOK_LISTEN" in said
    assert f"✗ health: HEALTH_PORT {others} belongs to another program" in said
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        held = silent.getsockname()[1]
        code, said = await checked(WEBHOOK_LISTEN=f"127.0.0.1:{held}", HEALTH_PORT=held)
    assert code == 1
    assert f"✗ webhook: 127.0.0.1:{held} cannot be opened (Address already in use); set" in said
    assert f"✗ health: HEALTH_PORT {held} cannot be opened (Address already in use)\n" in said


async def test_an_address_of_version_six_is_said_as_one_writes_it(
    checked: Checked, port: int
) -> None:
    _, said = await checked(WEBHOOK_URL="http://[::1]/x", WEBHOOK_LISTEN=f"[::1]:{port}")
    assert f"webhook: will be at [::1]:{port} for" in said or f"[::1]:{port} cannot be" in said
    _, said = await checked(HEALTH_PORT=port, HEALTH_HOST="::1")
    assert f"http://[::1]:{port}/health" in said or f"HEALTH_PORT {port} cannot be opened" in said


@pytest.mark.parametrize("url", ["http://bot.example.org/x", "https://bot.example.org:8080/x"])
async def test_an_address_that_telegram_brings_nothing_to_is_a_fault(url: str) -> None:
    settings = Settings(_env_file=None, telegram_bot_token=SecretStr("1:x"), webhook_url=url)
    good, line = await _webhook(settings)
    assert not good
    assert "WEBHOOK_URL: it has to begin with https://" in line


async def test_voice_notes_are_tried_and_to_have_no_ears_is_a_fault_only_where_some_are_named(
    checked: Checked, model: FakeModel
) -> None:
    model.transcript = ""
    code, said = await checked(OPENAI_BASE_URL=model.url, OPENAI_MODEL="fake")
    assert (code, "✓ voice notes: gpt-transcribe\n" in said) == (0, True)
    assert model.recordings == [("silence.wav", "audio/wav")]
    model.transcript = 404
    code, said = await checked()
    assert (code, "✓ voice notes: nobody listens to them there (set" in said) == (0, True)
    code, said = await checked(OPENAI_TRANSCRIBE_MODEL="mistyped")
    assert code == 1
    assert "✗ voice notes: OPENAI_TRANSCRIBE_MODEL is not known there: choose one" in said
    model.transcript = 401
    code, said = await checked()
    assert code == 1
    assert "✗ voice notes: mistyped does not answer as it should" in said
