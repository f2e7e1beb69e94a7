"""How the bot introduces itself to Telegram: the menu of commands, per language."""

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.locales import LANGUAGES, Speech
from bot.settings import Settings

log = logging.getLogger(__name__)


async def introduce(bot: Bot, settings: Settings) -> None:
    """The command menu per language; a failure here never stops the start."""
    commands = (
        "add", "note", "contacts", "draft", "review", "occasions", "invite", "import", "export",
        "forget", "status", "settings", "help",
    )  # fmt: skip
    spanish = {
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
        "help": "ayuda",
    }
    try:
        for language in LANGUAGES:
            speech = Speech(language, settings.default_country)
            names = spanish if language == "es" else {}
            menu = [(names.get(one, one), speech(f"command-{one}")) for one in commands]
            await bot.set_my_commands(menu, language_code=language)
            if language == settings.default_language:
                await bot.set_my_commands(menu)
    except TelegramError as error:
        log.warning("the command menu could not be set: %s", type(error).__name__)
