"""What Telegram refuses, each with Telegram's own words and the place they come from.

Client.cpp is that of https://github.com/tdlib/telegram-bot-api; td is https://github.com/tdlib/td.
"""

import time
from datetime import timedelta
from typing import Any

from bot.playground import entities, keyboards
from bot.playground.errors import bad_request, forbidden, too_many_requests
from bot.playground.params import Params
from bot.playground.state import Account, Limits, Message, Telegram

Json = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_ANSWER = 200


def chat(tg: Telegram, params: Params) -> Account:
    """The chat of a call, wherever the bot may look at it (Client.cpp, check_chat)."""
    wanted = params.text("chat_id")
    if not wanted:
        raise bad_request("chat_id is empty")
    account = tg.accounts.get(params.integer("chat_id"))
    if account is None or not (account.started or account.met):
        raise bad_request("chat not found")
    return account


def reachable(tg: Telegram, params: Params) -> Account:
    """The chat of a call that writes to it (Client.cpp: check_chat_access, USER_IS_BLOCKED)."""
    account = chat(tg, params)
    if account.deactivated:
        raise forbidden("user is deactivated")
    if not account.started:
        # https://core.telegram.org/bots/faq: bots can't start conversations (PEER_ID_INVALID)
        raise forbidden("bot can't initiate conversation with a user")
    if account.blocked:
        raise forbidden("bot was blocked by the user")
    return account


def text(params: Params, *, edit: bool = False) -> Json:
    """The text of a message: 1-4096 characters after entities are parsed.

    https://core.telegram.org/bots/api#sendmessage; Client.cpp, get_input_message_text.
    """
    if not params.text("text"):
        raise bad_request("message text is empty")
    plain, marks = entities.formatted(
        params.text("text"), params.text("parse_mode"), params.objects("entities")
    )
    if not plain:
        raise bad_request("text must be non-empty")
    if len(plain) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG" if edit else "message is too long")
    return {"text": plain} | ({"entities": marks} if marks else {})


def caption(params: Params) -> Json:
    """0-1024 characters after entities are parsed (https://core.telegram.org/bots/api#sendphoto)."""
    plain, marks = entities.formatted(
        params.text("caption"), params.text("parse_mode"), params.objects("caption_entities")
    )
    if len(plain) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not plain:
        return {}
    return {"caption": plain} | ({"caption_entities": marks} if marks else {})


def markup(params: Params) -> Json | None:
    """The reply markup of a new message."""
    return keyboards.checked(params.mapping("reply_markup"))


def reply_to(tg: Telegram, account: Account, params: Params) -> int | None:
    """The message replied to (Client.cpp, check_reply_parameters)."""
    wanted = params.mapping("reply_parameters") or {}
    older = params.integer("reply_to_message_id")
    message_id = Params(wanted).integer("message_id", older)
    if not message_id:
        return None
    if _message(tg, account, message_id):
        return message_id
    if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def existing(tg: Telegram, account: Account, message_id: int, purpose: str) -> Message:
    """A message that is there (Client.cpp, check_message: "message to edit not found", …)."""
    message = _message(tg, account, message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def editable(tg: Telegram, params: Params) -> Message:
    """A message of the bot that may be edited (td's MessagesManager.cpp, can_edit_message)."""
    account = reachable(tg, params)
    message = existing(tg, account, params.integer("message_id"), "edit")
    if not message.from_bot or (message.markup and not message.inline_keyboard):
        raise bad_request("message can't be edited")
    return message


def deletable(tg: Telegram, message: Message) -> None:
    """Within 48 hours (https://core.telegram.org/bots/api#deletemessage)."""
    if tg.now() - message.date > timedelta(hours=48):
        raise bad_request("message can't be deleted for everyone")


def changed(message: Message, content: Json, new_markup: Json | None) -> None:
    """MESSAGE_NOT_MODIFIED (Client.cpp, fail_query_with_error)."""
    if message.content == content and (message.markup or None) == (new_markup or None):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )


def open_query(tg: Telegram, query_id: str) -> None:
    """QUERY_ID_INVALID: unknown, answered already, or too old (Client.cpp)."""
    query = tg.queries.get(query_id)
    fresh = query and time.monotonic() - query.at <= tg.limits.callback_timeout
    if query is None or query.answer is not None or not fresh:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")


def _message(tg: Telegram, account: Account, message_id: int) -> Message | None:
    message = tg.messages.get(message_id)
    there = message and message.chat_id == account.id and not message.deleted
    return message if there else None


class FloodGate:
    """30 messages a second for the bot, 1 a second for a chat after a small burst.

    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._sent: list[float] = []
        self._chats: dict[int, float] = {}

    def admit(self, chat_id: int, now: float) -> None:
        """Count one message at monotonic second `now`, or refuse it with 429."""
        self._sent = [at for at in self._sent if now - at < 1.0]
        if len(self._sent) >= self.limits.per_second:
            raise too_many_requests(1)
        ahead = max(self._chats.get(chat_id, now), now) + 1.0
        if ahead - now > self.limits.chat_burst:
            raise too_many_requests(max(1, round(ahead - now - self.limits.chat_burst)))
        self._chats[chat_id] = ahead
        self._sent.append(now)
