"""Updates by webhook: only Telegram's are taken, and 200 means that they are kept."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.app import Program, assembled, serve
from bot.clock import Clock
from bot.playground import Limits, Person, Playground
from bot.settings import Settings, SettingsProblem
from bot.webhook import LARGEST, SECRET_HEADER
from storage.unit import Work
from tests.harness import PATIENCE, answers, running
from tests.ports import own_port

SECRET = "only_Telegram-knows"


@pytest.fixture
async def tg() -> AsyncIterator[Playground]:
    async with Playground(limits=Limits(webhook_retry=0.05)) as tg:
        yield tg


@pytest.fixture
def url() -> Iterator[str]:
    with own_port() as port:
        yield f"http://127.0.0.1:{port}/from/telegram"


@asynccontextmanager
async def hooked(tmp_path: Path, tg: Playground, url: str, **more: Any) -> AsyncIterator[Program]:
    settings: dict[str, Any] = {"webhook_url": url, "webhook_secret": SecretStr(SECRET)} | more
    async with running(tmp_path, tg, Clock(), **settings) as program:
        await tg.wait_until(lambda: bool(tg.state.updates.webhook), within=PATIENCE)
        yield program


def an_update(person: Person, text: str, update_id: int = 900_000_001) -> dict[str, Any]:
    who = {"id": person.id, "first_name": "Ana", "is_bot": False, "language_code": "es"}
    chat = {"id": person.id, "type": "private", "first_name": "Ana"}
    message = {"message_id": 9_000, "date": 1_800_000_000, "chat": chat, "from": who, "text": text}
    return {"update_id": update_id, "message": message}


async def test_a_bot_with_a_webhook_answers_as_it_does_by_polling(
    tmp_path: Path, tg: Playground, url: str
) -> None:
    async with hooked(tmp_path, tg, url) as bot:
        (answer, *_) = await answers(bot, tg.user("Marcelo"), "/start")

    assert "Abrazo" in answer.text
    (call,) = tg.calls.accepted("setWebhook")
    assert call.params["secret_token"] == SECRET
    assert "callback_query" in str(call.params["allowed_updates"])
    assert not [call for call in tg.calls if call.method.lower() == "getupdates"]


@pytest.mark.parametrize("shown", [None, "", SECRET[:-1], SECRET + "x", "ñ"])
async def test_without_the_secret_nobody_gets_in(
    tmp_path: Path, tg: Playground, url: str, shown: str | None
) -> None:
    ana = tg.user("Ana")
    headers = [] if shown is None else [(SECRET_HEADER.encode(), shown.encode())]
    async with hooked(tmp_path, tg, url) as bot, httpx.AsyncClient() as client:
        answer = await client.post(url, json=an_update(ana, "/start"), headers=headers)
        await bot.intake.drain(PATIENCE)
        async with bot.house.work.read() as unit:
            assert await unit.owners.get(ana.id) is None

    assert answer.status_code == 403


async def test_what_comes_twice_is_answered_once(tmp_path: Path, tg: Playground, url: str) -> None:
    ana = tg.user("Ana")
    ana.account.started = True
    update, headers = an_update(ana, "/start"), {SECRET_HEADER: SECRET}
    async with hooked(tmp_path, tg, url) as bot, httpx.AsyncClient() as client:
        statuses = [
            answer.status_code
            for answer in await asyncio.gather(
                *(client.post(url, json=update, headers=headers) for _ in range(3))
            )
        ]
        await ana.wait_for(lambda seen: seen.from_bot, within=PATIENCE)
        again = await client.post(url, json=update, headers=headers)
        await bot.intake.drain(PATIENCE)

    assert statuses == [200, 200, 200]
    assert again.status_code == 200
    assert len([seen for seen in ana.messages if seen.from_bot]) == 1


async def test_what_could_not_be_stored_is_brought_again(
    tmp_path: Path, tg: Playground, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, refused = Work.begin, iter([True])

    def locked(work: Work) -> Any:
        if next(refused, False):
            raise OSError("database is locked")
        return begin(work)

    async with hooked(tmp_path, tg, url) as bot:
        monkeypatch.setattr(Work, "begin", locked)
        (answer, *_) = await answers(bot, tg.user("Marcelo"), "/start")
        assert "503" in tg.state.updates.webhook["last_error_message"]

    assert "Abrazo" in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{}", 400),
        (b"[" * 100_000, 400),
        (b'{"update_id": "x"', 400),
        (b" " * (LARGEST + 1), 413),
    ],
)
async def test_what_is_no_update_does_no_harm(
    tmp_path: Path, tg: Playground, url: str, body: bytes, status: int
) -> None:
    async with hooked(tmp_path, tg, url) as bot, httpx.AsyncClient() as client:
        answer = await client.post(url, content=body, headers={SECRET_HEADER: SECRET})
        assert answer.status_code == status
        assert await answers(bot, tg.user("Marcelo"), "/start")


async def test_polling_takes_an_old_webhook_away(tmp_path: Path, tg: Playground, url: str) -> None:
    tg.state.updates.set_webhook({"url": url})
    async with running(tmp_path, tg, Clock()) as bot:
        assert await answers(bot, tg.user("Marcelo"), "/start")


async def test_a_port_that_is_taken_ends_the_start_with_one_line(
    tmp_path: Path, tg: Playground
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        chosen = settings(
            telegram_bot_token=SecretStr(tg.token),
            telegram_api_url=tg.url,
            webhook_url=f"http://127.0.0.1:{port}/",
            database_url=f"sqlite+aiosqlite:///{tmp_path / 'abrazo.db'}",
        )
        async with assembled(chosen, Clock()) as program:
            with pytest.raises(SettingsProblem, match=rf"Port {port} is taken.*WEBHOOK_LISTEN"):
                await serve(program, asyncio.Event())


def settings(**chosen: Any) -> Settings:
    token = {"telegram_bot_token": SecretStr("123456789:AAEhBP0av28frVZFQg3gP5v8mV9m2GGWnEE")}
    return Settings(_env_file=None, **token | chosen)


@pytest.mark.parametrize(
    ("chosen", "address"),
    [
        ({"webhook_url": "http://127.0.0.1:9001/x"}, ("127.0.0.1", 9001)),
        ({"webhook_url": "http://localhost/x"}, ("localhost", 80)),
        ({"webhook_url": "https://abrazo.example.org/x"}, ("127.0.0.1", 8080)),
        (
            {"webhook_url": "https://abrazo.example.org/x", "webhook_listen": "0.0.0.0:99"},
            ("0.0.0.0", 99),
        ),
        ({"webhook_url": "https://abrazo.example.org/x", "webhook_listen": "[::]:99"}, ("::", 99)),
    ],
)
def test_where_it_listens(chosen: dict[str, str], address: tuple[str, int]) -> None:
    assert settings(**chosen).webhook_address == address


def test_without_a_secret_of_ones_own_it_follows_from_the_token() -> None:
    made = settings(webhook_url="https://abrazo.example.org/x").webhook_token

    assert len(made) == 64
    assert made == settings(webhook_url="https://abrazo.example.org/y").webhook_token
    assert settings(webhook_secret=SecretStr(SECRET)).webhook_token == SECRET
