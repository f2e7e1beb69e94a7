"""A playground, and small unmodified bots of python-telegram-bot that talk to it."""

from collections.abc import AsyncIterator

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
async def tg() -> AsyncIterator[Playground]:
    async with Playground() as playground:
        yield playground


@pytest.fixture
async def marcelo(tg: Playground) -> Person:
    """Somebody whom the bot may write to."""
    person = tg.user("Marcelo", username="marcelo_ok")
    await person.start()
    return person


@pytest.fixture
async def bot(tg: Playground) -> AsyncIterator[Bot]:
    request = HTTPXRequest(read_timeout=0.5, httpx_kwargs={"trust_env": False})
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
    assert update.message and update.message.text
    await update.message.reply_text(update.message.text[::-1], do_quote=True)


async def _tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.answer("listo")
    await update.callback_query.edit_message_text(f"elegiste {update.callback_query.data}")


async def _measure(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message and update.message.document
    file = await context.bot.get_file(update.message.document.file_id)
    data = await file.download_as_bytearray()
    await update.message.reply_document(bytes(data[::-1]), filename="back.txt", caption="al revés")


@pytest.fixture
async def echo_bot(tg: Playground) -> AsyncIterator[Application]:  # type: ignore[type-arg]
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
