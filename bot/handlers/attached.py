"""What hangs on a message of Telegram's, as Abrazo speaks of it."""

from telegram import Message

from bot.domain.messages import Media

_KINDS = (
    "voice", "video_note", "photo", "video", "animation", "audio", "document", "sticker",
    "location", "venue", "contact", "text",
)  # fmt: skip
"""What Telegram copies for a bot. An animation is a document, too; a venue a location."""


def media_of(message: Message) -> Media | None:
    """The message as something that can be copied; None for what can't be (a game, a poll, …)."""
    kind = next((kind for kind in _KINDS if getattr(message, kind)), None)
    return Media(kind, message.chat_id, message.message_id) if kind else None


def words_of(message: Message) -> str:
    """The text, or the words under the media."""
    return (message.text or message.caption or "").strip()
