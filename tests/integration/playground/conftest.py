"""A playground, and small unmodified bots of python-telegram-bot that talk to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.playground import Person, Playground


@pytest.fixture
async def marcelo(tg: Playground) -> Person:
    """Somebody whom the bot may write to."""
    person = tg.user("Marcelo", username="marcelo_ok")
    await person.start()
    return person


@pytest.fixture
async def bot(tg: Playground, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it, RetryAfter warns of its own future
    request = HTTPXRequest(read_timeout=2, httpx_kwargs={"trust_env": False})
    quick = HTTPXRequest(httpx_kwargs={"trust_env": False})
    made = Bot(
        tg.token,
        base_url=tg.base_url,
        base_file_url=tg.base_file_url,
        request=request,
        get_updates_request=quick,
    )
    async with made:
        yield made


async def _greet(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert isinstance(update.message, Message)
    await update.message.reply_html(
        "<b>Hola</b> 👋",
        reply_markup=InlineKeyboardMarkup(
            [[InlineKeyboardButton("✅ 1", callback_data="ok:1")]],
        ),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert update.message.text
    await update.message.reply_text(update.message.text[::-1], do_quote=True)


async def _tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("listo")
    await update.callback_query.edit_message_text(f"elegiste {update.callback_query.data}")


async def _measure(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert update.message.document
    file = await context.bot.get_file(update.message.document.file_id)
    data = await file.download_as_bytearray()
    await update.message.reply_document(bytes(data[::-1]), filename="back.txt", caption="al revés")


@pytest.fixture
async def echo_bot(tg: Playground) -> AsyncIterator["Application[Any, Any, Any, Any, Any, Any]"]:
    """A running bot: /start shows a button, texts come back reversed, files too."""
    app = (
        ApplicationBuilder()
        .token(tg.token)
        .base_url(tg.base_url)
        .base_file_url(tg.base_file_url)
        .build()
    )
    app.add_handler(CommandHandler("start", _greet))
    app.add_handler(CallbackQueryHandler(_tapped))
    app.add_handler(MessageHandler(filters.Document.ALL, _measure))
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    async with app:
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=5)
        yield app
        await app.updater.stop()
        await app.stop()


class Api:
    """Bare calls of the Bot API, to see Telegram's own words."""

    def __init__(self, tg: Playground, client: httpx.AsyncClient) -> None:
        self.tg = tg
        self.client = client

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        answer = await self.client.post(f"{self.tg.base_url}{self.tg.token}/{method}", json=params)
        body: dict[str, Any] = answer.json()
        return body

    async def refusal(self, method: str, **params: Any) -> str:
        """The code and description of a call that must be refused."""
        body = await self(method, **params)
        assert not body["ok"], f"accepted: {body}"
        return f"{body['error_code']} {body['description']}"

    async def upload(self, method: str, chat_id: int, caption: str = "", **file: bytes) -> Any:
        """A call that carries a file."""
        answer = await self.client.post(
            f"{self.tg.base_url}{self.tg.token}/{method}",
            data={"chat_id": chat_id, "caption": caption},
            files={name: ("a.bin", data) for name, data in file.items()},
        )
        return answer.json()


@asynccontextmanager
async def world(**settings: Any) -> AsyncIterator[tuple[Api, Person]]:
    """A playground of its own with settings of its own, and somebody the bot may write to."""
    async with Playground(**settings) as tg:
        async with httpx.AsyncClient(trust_env=False) as client:
            marcelo = tg.user("Marcelo")
            await marcelo.start()
            yield Api(tg, client), marcelo


@pytest.fixture
async def api(tg: Playground) -> AsyncIterator[Api]:
    async with httpx.AsyncClient(trust_env=False) as client:
        yield Api(tg, client)
