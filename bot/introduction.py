"""How the bot introduces itself to Telegram, per language: its profile and the menus of commands."""

import logging
from collections.abc import Sequence
from contextlib import suppress

from telegram import Bot, BotCommandScopeChat
from telegram.error import TelegramError

from bot.locales import LANGUAGES, Speech
from bot.settings import Settings

log = logging.getLogger(__name__)

Menu = Sequence[tuple[str, str]]
"""Commands with what they do."""

_COMMANDS = (
    "add", "note", "contacts", "draft", "review", "occasions", "invite", "import", "export",
    "forget", "status", "settings", "privacy", "help",
)  # fmt: skip

_SPANISH = {
    "add": "agregar",
    "note": "nota",
    "contacts": "contactos",
    "draft": "saludar",
    "review": "revisar",
    "occasions": "fechas",
    "invite": "invitar",
    "import": "importar",
    "export": "exportar",
    "forget": "olvidar",
    "status": "estado",
    "settings": "ajustes",
    "privacy": "privacidad",
    "help": "ayuda",
}


def owners_menu(speech: Speech) -> Menu:
    """What an owner can ask for."""
    names = _SPANISH if speech.language == "es" else {}
    return [(names.get(one, one), speech(f"command-{one}")) for one in _COMMANDS]


def guests_menu(speech: Speech) -> Menu:
    """What somebody who receives through the bot can ask for."""
    return [(one, speech(f"guest-command-{one}")) for one in ("stop", "forgetme", "help")]


async def introduce(bot: Bot, settings: Settings) -> None:
    """Profile and menu in every language; Telegram shows each person those of their client, and the
    default language's to whom it has none for. A failure here never stops the start."""
    try:
        for language in (None, *LANGUAGES):
            speech = Speech(language or settings.default_language, settings.default_country)
            await bot.set_my_commands(owners_menu(speech), language_code=language)
            await bot.set_my_description(speech("profile-description"), language_code=language)
            await bot.set_my_short_description(speech("profile-about"), language_code=language)
    except TelegramError as error:
        log.warning("the bot could not introduce itself: %s", type(error).__name__)


async def show_menu(bot: Bot, chat_id: int, menu: Menu) -> None:
    """The menu of one chat, whatever language its client speaks; as a courtesy, not a promise."""
    with suppress(TelegramError):
        await bot.set_my_commands(menu, scope=BotCommandScopeChat(chat_id))
