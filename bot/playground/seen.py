"""What a person sees of a message: a snapshot that later edits do not change."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.playground.state import Message, Telegram

Json = dict[str, Any]

MEDIA = (
    "photo", "document", "audio", "voice", "video_note", "sticker", "contact", "location",
    "users_shared",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `raw` is the Bot API's InlineKeyboardButton."""

    label: str
    raw: Json

    @property
    def data(self) -> str | None:
        """The callback data; None for links and copy buttons."""
        value: str | None = self.raw.get("callback_data")
        return value

    @property
    def url(self) -> str | None:
        """The link it opens, if it is one."""
        value: str | None = self.raw.get("url")
        return value


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stands on a person's screen.

    `text` is the text or the caption; `changed` the journal number of its last change, to compare
    with `Playground.mark`.
    """

    id: int
    chat_id: int
    from_bot: bool
    text: str
    rows: tuple[tuple[Button, ...], ...]
    date: datetime
    edited: datetime | None
    changed: int
    raw: Json

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Every inline button, row after row."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons, row after row."""
        return [button.label for button in self.buttons]

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        marks: list[Json] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return marks

    @property
    def kind(self) -> str:
        """`text`, or the kind of media."""
        return next((kind for kind in MEDIA if kind in self.raw), "text")

    @property
    def reply_to(self) -> int | None:
        """The id of the message it replies to."""
        replied: Json = self.raw.get("reply_to_message") or {}
        return replied.get("message_id")

    def button(self, label: str) -> Button | None:
        """The first button whose label starts with these words."""
        return next((b for b in self.buttons if b.label.startswith(label)), None)

    def __str__(self) -> str:
        sender = "bot" if self.from_bot else "user"
        shown = " ".join(f"[{label}]" for label in self.labels)
        return f"#{self.id} {sender}: {self.text or self.kind!r} {shown}".rstrip()


def seen(tg: Telegram, message: Message) -> Seen:
    """The message as it stands now."""
    return Seen(
        id=message.id,
        chat_id=message.chat_id,
        from_bot=message.from_bot,
        text=message.content.get("text") or message.content.get("caption") or "",
        rows=tuple(
            tuple(Button(button["text"], button) for button in row)
            for row in message.inline_keyboard
        ),
        date=message.date,
        edited=message.edited,
        changed=message.changed,
        raw=tg.as_message(message),
    )
