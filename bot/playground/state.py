"""What this Telegram knows: one bot, its users, their private chats, messages and files."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from bot.playground.calls import Calls
from bot.playground.faults import Faults
from bot.playground.journal import Journal
from bot.playground.updates import Updates

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits; tests may narrow them.

    Sizes in bytes, times in seconds. `rates` switches the flood limits on
    (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
    """

    upload: int = 50 * 1024 * 1024
    photo: int = 10 * 1024 * 1024
    download: int = 20 * 1024 * 1024
    callback_timeout: float = 15.0
    rates: bool = False
    per_second: int = 30
    chat_burst: int = 3
    webhook_retry: float = 1.0


@dataclass(slots=True)
class Account:
    """A person on Telegram, and their private chat with the bot (the same id).

    `met`: the bot has heard of them (a shared contact, a forward) without their writing to it.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    started: bool = False
    met: bool = False
    blocked: bool = False
    deactivated: bool = False
    keyboard: Json | None = None
    draft: str | None = None

    def as_chat(self) -> Json:
        """https://core.telegram.org/bots/api#chat."""
        return {"id": self.id, "type": "private"} | self._names()

    def as_user(self) -> Json:
        """https://core.telegram.org/bots/api#user."""
        language = {"language_code": self.language_code} if self.language_code else {}
        return {"id": self.id, "is_bot": False} | self._names() | language

    def _names(self) -> Json:
        names = {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {key: value for key, value in names.items() if value}


@dataclass(slots=True)
class Message:
    """A message of a private chat. `content` holds the Bot API's fields (text, photo, …).

    `hidden`: the person deleted it on their side only. `changed`: number of the last journal entry.
    """

    id: int
    chat_id: int
    from_bot: bool
    date: datetime
    content: Json
    markup: Json | None = None
    reply_to: int | None = None
    edited: datetime | None = None
    deleted: bool = False
    hidden: bool = False
    reactions: list[Json] = field(default_factory=list)
    changed: int = 0

    @property
    def inline_keyboard(self) -> list[list[Json]]:
        """Rows of inline buttons; empty when it has none."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard") or []
        return rows


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on Telegram's servers."""

    id: str
    path: str
    name: str
    mime: str
    data: bytes

    def as_json(self) -> Json:
        """https://core.telegram.org/bots/api#file, without the path."""
        return {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_size": len(self.data),
        }


@dataclass(slots=True)
class Query:
    """A tap or inline query that waits for the bot's answer.

    `at`: monotonic seconds. `text`: the callback data, or what was typed.
    """

    id: str
    user_id: int
    at: float
    text: str = ""
    answer: Json | None = None


@dataclass(slots=True)
class Profile:
    """What the bot says of itself, and its menus, by scope and language. `inline`: whether its owner
    has switched inline mode on."""

    id: int
    username: str
    name: str
    inline: bool = True
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        """https://core.telegram.org/bots/api#getme."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


def utc_now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


class Telegram:
    """The whole of it, in memory. `now` dates messages; waiting is always real time."""

    def __init__(
        self,
        token: str | None,
        *,
        username: str,
        name: str,
        now: Callable[[], datetime],
        limits: Limits,
    ) -> None:
        self.token = token
        self.now = now
        self.limits = limits
        bot_id = int(token.split(":")[0]) if token else 8484
        self.profile = Profile(bot_id, username, name)
        self.accounts: dict[int, Account] = {}
        self.messages: dict[int, Message] = {}
        self.chats: dict[int, list[Message]] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.journal = Journal()
        self.updates = Updates()
        self.calls = Calls()
        self.faults = Faults()
        self._message_ids = count(1)
        self._file_ids = count(1)
        self._query_ids = count(7_000_000_001)

    def post(
        self,
        chat: Account,
        content: Json,
        *,
        from_bot: bool,
        markup: Json | None = None,
        reply_to: int | None = None,
    ) -> Message:
        """Put a message into a chat."""
        message = Message(
            next(self._message_ids), chat.id, from_bot, self.now(), content, markup, reply_to
        )
        self.messages[message.id] = message
        self.chats.setdefault(chat.id, []).append(message)
        if from_bot:
            chat.draft = None
        self.note("message", message)
        if from_bot and markup and "inline_keyboard" not in markup:
            chat.keyboard = markup if "keyboard" in markup else None
            self.happened("keyboard", {"chat_id": chat.id, "keyboard": chat.keyboard})
        return message

    def note(self, kind: str, message: Message) -> None:
        """Write a change of a message into the journal."""
        message.changed = self.journal.last + 1
        self.journal.append(kind, self.now(), self.view(message))

    def happened(self, kind: str, data: Json) -> None:
        """Write any other change into the journal."""
        self.journal.append(kind, self.now(), data)

    def view(self, message: Message) -> Json:
        """A message as the control API shows it."""
        return {
            "chat_id": message.chat_id,
            "from_bot": message.from_bot,
            "deleted": message.deleted or message.hidden,
            "reactions": message.reactions,
            "message": self.as_message(message),
        }

    def as_message(self, message: Message, *, nested: bool = False) -> Json:
        """https://core.telegram.org/bots/api#message; a nested reply shows no further reply."""
        chat = self.accounts[message.chat_id]
        shown: Json = {
            "message_id": message.id,
            "from": self.profile.as_user() if message.from_bot else chat.as_user(),
            "chat": chat.as_chat(),
            "date": int(message.date.timestamp()),
            **message.content,
        }
        if message.edited:
            shown["edit_date"] = int(message.edited.timestamp())
        if message.reply_to and not nested and message.reply_to in self.messages:
            replied = self.messages[message.reply_to]
            if not replied.deleted:
                shown["reply_to_message"] = self.as_message(replied, nested=True)
        if message.inline_keyboard:
            shown["reply_markup"] = message.markup
        return shown

    def visible(self, chat_id: int) -> list[Message]:
        """Every message of a chat that its person still sees, oldest first."""
        return [m for m in self.chats.get(chat_id, []) if not (m.deleted or m.hidden)]

    def store(self, data: bytes, *, name: str, mime: str, folder: str) -> StoredFile:
        """Keep a file and give it an id and a path."""
        number = next(self._file_ids)
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        stored = StoredFile(
            f"BQACAgQAAx{number:06}", f"{folder}/file_{number}.{suffix}", name, mime, data
        )
        self.files[stored.id] = stored
        return stored

    def ask(self, user_id: int, text: str) -> Query:
        """A new callback or inline query that the bot may answer once."""
        query = Query(str(next(self._query_ids)), user_id, time.monotonic(), text)
        self.queries[query.id] = query
        return query
