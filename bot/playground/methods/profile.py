"""Methods about the bot itself and about chats: who it is, its commands, its menu button."""

import json
import re
from typing import Any

from bot.playground import rules
from bot.playground.errors import bad_request
from bot.playground.params import Params
from bot.playground.state import Telegram

Json = dict[str, Any]


def get_me(tg: Telegram, _params: Params) -> Json:
    """https://core.telegram.org/bots/api#getme."""
    return tg.profile.as_user() | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": tg.profile.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def done(_tg: Telegram, _params: Params) -> bool:
    """https://core.telegram.org/bots/api#logout and #close: nothing to do on loopback."""
    return True


def get_chat(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#chatfullinfo."""
    nothing = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return rules.chat(tg, params).as_chat() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*nothing, "gifts_from_channels"), False),
    }


def set_my_commands(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmycommands: 1-100 of `[a-z0-9_]{1,32}`."""
    commands = params.objects("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    tg.profile.commands[_menu(params)] = commands
    tg.happened("commands", {"commands": commands, **_where(params)})
    return True


def get_my_commands(tg: Telegram, params: Params) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return tg.profile.commands.get(_menu(params), [])


def delete_my_commands(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    tg.profile.commands.pop(_menu(params), None)
    tg.happened("commands", {"commands": [], **_where(params)})
    return True


def _menu(params: Params) -> tuple[str, str]:
    return json.dumps(_where(params)["scope"], sort_keys=True), params.text("language_code")


def _where(params: Params) -> Json:
    scope = params.mapping("scope") or {"type": "default"}
    return {"scope": scope, "language_code": params.text("language_code")}


LONGEST = {"name": 64, "description": 512, "short_description": 120}
"""https://core.telegram.org/bots/api#setmyname, #setmydescription, #setmyshortdescription."""


def set_my(what: str, tg: Telegram, params: Params) -> bool:
    """Name, description or short description, by language; empty takes it away."""
    value = params.text(what)
    if len(value) > LONGEST[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    tg.profile.texts[what, params.text("language_code")] = value
    tg.happened("profile", {what: value, "language_code": params.text("language_code")})
    return True


def get_my(what: str, tg: Telegram, params: Params) -> Json:
    """What `set_my` kept; another language falls back to the one for everybody."""
    texts = tg.profile.texts
    default = texts.get((what, "")) or (tg.profile.name if what == "name" else "")
    return {what: texts.get((what, params.text("language_code"))) or default}


def set_chat_menu_button(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton."""
    button = params.mapping("menu_button") or {"type": "default"}
    tg.profile.menu_buttons[params.integer("chat_id")] = button
    return True


def get_chat_menu_button(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchatmenubutton."""
    buttons = tg.profile.menu_buttons
    default = buttons.get(0, {"type": "commands"})
    return buttons.get(params.integer("chat_id"), default)
