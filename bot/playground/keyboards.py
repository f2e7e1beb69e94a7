"""What Telegram takes as a reply markup, and what it refuses.

https://core.telegram.org/bots/api#inlinekeyboardmarkup; the words are those of Client.cpp
(get_reply_markup), td's ReplyMarkup.cpp and LinkManager.cpp, and the server's upper-case errors.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.errors import Refused, bad_request

Json = dict[str, Any]

MOST_BUTTONS = 100
KINDS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "pay",
    "callback_game",
)  # fmt: skip
STYLES = {"danger", "success", "primary"}


def checked(markup: Json | None) -> Json | None:
    """A reply markup that Telegram would accept; None when there is none or it is empty."""
    if markup is None:
        return None
    if "inline_keyboard" in markup:
        rows = _rows(markup, "inline_keyboard")
        for button in (button for row in rows for button in row):
            _check_inline(button)
        rows = [row for row in rows if row]
        _check_size(rows)
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        rows = _rows(markup, "keyboard")
        _check_size(rows)
        return {**markup, "keyboard": [[_reply_button(button) for button in row] for row in rows]}
    return markup or None


def inline_only(markup: Json | None) -> Json | None:
    """Edits take inline keyboards only."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(markup: Json, name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows


def _check_size(rows: list[list[Any]]) -> None:
    """More than 100 buttons: REPLY_MARKUP_TOO_LONG (Client.cpp, fail_query_with_error)."""
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")


def _reply_button(button: Any) -> Json:
    shown = {"text": button} if isinstance(button, str) else button
    if not isinstance(shown, dict) or not shown.get("text"):
        raise bad_request("keyboard button text must be non-empty")
    return shown


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise _cannot_parse("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _cannot_parse('Can\'t find field "text"')
    if not button["text"]:
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style") not in {None, *STYLES}:
        raise _cannot_parse("invalid button style specified")
    kind = next((kind for kind in KINDS if button.get(kind) not in (None, "")), None)
    if kind is None and not any(button.get(kind) == "" for kind in KINDS if "switch" in kind):
        raise _cannot_parse("Text buttons are unallowed in the inline keyboard")
    if kind == "url":
        check_url(str(button["url"]), "inline keyboard button URL")
    elif kind == "callback_data" and len(str(button["callback_data"]).encode()) > 64:
        # https://core.telegram.org/bots/api#inlinekeyboardbutton: 1-64 bytes
        raise bad_request("BUTTON_DATA_INVALID")
    elif kind == "copy_text":
        _check_copy(button["copy_text"])


def _check_copy(copied: Any) -> None:
    """1-256 characters (https://core.telegram.org/bots/api#copytextbutton)."""
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def check_url(url: str, what: str) -> None:
    """http, https and tg only, with a real host (LinkManager.cpp, check_link)."""
    scheme, colon, _ = url.partition("://")
    if not colon and re.match(r"[A-Za-z][\w+.-]*:(?!\d)", url):
        scheme, colon = url.split(":", 1)[0], ":"
    if colon and scheme.lower() not in {"http", "https", "tg", "ton"}:
        raise bad_request(f"{what} '{url}' is invalid: Unsupported URL protocol")
    if scheme.lower() in {"tg", "ton"}:
        return
    host = _host(url if colon else f"http://{url}")
    if not re.fullmatch(r"(?:[\w-]+\.)+[^\W\d_][\w-]+|(?:\d{1,3}\.){3}\d{1,3}", host):
        raise bad_request(f"{what} '{url}' is invalid: Wrong HTTP URL")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _cannot_parse(reason: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {reason}")
