"""A small bot of python-telegram-bot that shows one of each thing the page has to draw."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram import (
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.constants import ChatAction
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.playground import Playground

App = Application[Any, Any, Any, Any, Any, Any]
Step = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]

FORMATTED = (
    "<b>negrita</b> <i>cursiva</i> <u>subrayado</u> <s>tachado</s> <code>copiame</code> "
    '<tg-spoiler>sorpresa</tg-spoiler> <a href="https://example.org/">enlace</a>'
    "<pre>dos\nlíneas</pre><blockquote>una cita</blockquote>"
)
CARD = (
    "💌 3 de 14 · Juana Pérez · Día del Amigo, mañana\n\n1️⃣ Juani, hoy me hice un té de jazmín en "
    "tu honor. Me salió horrible, como siempre. Feliz día, te debo una tarde entera de charla.\n\n"
    "2️⃣ Feliz día a la única que logró que tome té sin estar enfermo. ¿Cuándo volvés a Buenos "
    "Aires?\n\nSe apoya en: té de jazmín · Córdoba"
)


def _tap(label: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=data, api_kwargs={"style": style})


def _keyboard(username: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [
            [_tap("✅ 1", "approve", "success"), _tap("✅ 2", "approve", "success")],
            [_tap("🔄 Otras", "others"), _tap("✏️ Editar", "alert"), _tap("🗑", "delete", "danger")],
            [
                InlineKeyboardButton("📲 WhatsApp", url="https://wa.me/5491155551234?text=Hola"),
                InlineKeyboardButton("📋", copy_text=CopyTextButton("Feliz día, Juani")),
            ],
            [InlineKeyboardButton("💌 Invitar", url=f"https://t.me/{username}?start=abc123")],
        ]
    )


def _message(update: Update) -> Message:
    assert update.effective_message
    return update.effective_message


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    if context.args:
        await _message(update).reply_text(f"Te invitaron con {context.args[0]}")
    else:
        await _message(update).reply_html("Hola 👋\n" + FORMATTED)


async def _card(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await _message(update).reply_text(CARD, reply_markup=_keyboard(context.bot.username))


async def _keys(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    keys = [
        [KeyboardButton("Hola"), KeyboardButton("Mi número", request_contact=True)],
        [
            KeyboardButton(
                "Elegir gente", request_users=KeyboardButtonRequestUsers(7, max_quantity=3)
            )
        ],
    ]
    markup = ReplyKeyboardMarkup(keys, resize_keyboard=True)
    await _message(update).reply_text("Elegí:", reply_markup=markup)


async def _busy(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await _message(update).reply_chat_action(ChatAction.TYPING)


async def _tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    if query.data == "approve":
        await query.answer("listo")
        await query.edit_message_text("✅ Juana · mañana 9:00, por WhatsApp")
    elif query.data == "alert":
        await query.answer("Escribime el saludo", show_alert=True)
    elif query.data == "delete":
        await query.answer()
        await query.delete_message()
    else:
        await query.answer()


async def _weigh(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    document = _message(update).document
    assert document
    await _message(update).reply_text(f"{document.file_name}: {document.file_size}")


async def _listen(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    voice = _message(update).voice
    assert voice
    await _message(update).reply_voice(voice.file_id, caption="te escuché")


async def _acquaint(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    contact = _message(update).contact
    assert contact
    await _message(update).reply_contact(contact.phone_number, contact.first_name)


async def _count(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    shared = _message(update).users_shared
    assert shared
    await _message(update).reply_text(f"{len(shared.users)} personas")


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    message = _message(update)
    sender = update.effective_user
    assert sender
    reply = message.reply_to_message
    about = f" (sobre: {reply.text})" if reply else ""
    await message.reply_text(f"{sender.full_name}: {message.text}{about}")


HANDLERS: dict[str, Step] = {"start": _start, "card": _card, "keys": _keys, "busy": _busy}
MENU = [BotCommand("card", "Una tarjeta"), BotCommand("keys", "Un teclado")]


@asynccontextmanager
async def toy_bot(tg: Playground) -> AsyncIterator[App]:
    """The bot, running."""
    builder = ApplicationBuilder().token(tg.token)
    app = builder.base_url(tg.base_url).base_file_url(tg.base_file_url).build()
    for name, step in HANDLERS.items():
        app.add_handler(CommandHandler(name, step))
    app.add_handler(CallbackQueryHandler(_tapped))
    app.add_handler(MessageHandler(filters.Document.ALL, _weigh))
    app.add_handler(MessageHandler(filters.VOICE, _listen))
    app.add_handler(MessageHandler(filters.CONTACT, _acquaint))
    app.add_handler(MessageHandler(filters.StatusUpdate.USERS_SHARED, _count))
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    async with app:
        await app.bot.set_my_commands(MENU)
        await app.start()
        assert app.updater
        await app.updater.start_polling(timeout=5)
        yield app
        await app.updater.stop()
        await app.stop()
