"""What Abrazo says in a chat, as data: it is stored with the change it tells of, then sent."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: exactly one of `data` (1–64 bytes, comes back), `url`, `copy` (1–256), `share`
    (what the owner asks the bot for, inline, in a chat they choose)."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    share: str | None = None


Rows = tuple[tuple[Button, ...], ...]

CAPTIONED = frozenset({"voice", "photo", "video", "audio", "document", "animation"})
"""Kinds of media that carry a text of their own."""

LONGEST_TEXT = 4096
"""Characters of a message that Telegram takes."""

LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Media:
    """Something that is no text, where it was first sent; `kind` as Telegram calls it."""

    kind: str
    chat_id: int
    message_id: int

    @property
    def captioned(self) -> bool:
        """Whether a text can stand under it, in the same message."""
        return self.kind in CAPTIONED


@dataclass(frozen=True, slots=True)
class About:
    """What a message is about, so that a reply to it finds its contact. `slot` names the place in
    the owner's review that keeps the message's id (`progress`, `ronda`)."""

    owner_id: int
    contact_id: int | None = None
    greeting_id: int | None = None
    kind: str = "card"
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A text for a chat, plain: never parsed as markup. With `edit`, the id of the message it
    replaces, or `reply_to`, one it answers. `block`: a part of the text shown as tap-to-copy.
    `photo`: base64 of a PNG; `document`: base64 of a file called `filename`. `copy`: media that goes
    along, over the text if it can carry one. `picker`: the label of a key that opens Telegram's own
    list of people, in place of buttons; `locator`: of one that sends where its reader is, and of one
    that leaves it. `keyless` takes such keys away. `more_to_come`: until the next message comes, it
    shows that one is being written."""

    chat_id: int
    text: str
    buttons: Rows = ()
    edit: int | None = None
    silent: bool = False
    block: str | None = None
    photo: str | None = None
    about: About | None = field(default=None)
    copy: Media | None = None
    document: str | None = None
    filename: str | None = None
    reply_to: int | None = None
    picker: str | None = None
    locator: tuple[str, str] | None = None
    keyless: bool = False
    more_to_come: bool = False

    def as_json(self) -> dict[str, Any]:
        """For the outbox."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """What `as_json` made."""
        rows = tuple(tuple(Button(**button) for button in row) for row in data["buttons"])
        about = About(**data["about"]) if data["about"] else None
        media = Media(**data["copy"]) if data.get("copy") else None
        keys = tuple(data["locator"]) if data.get("locator") else None
        return cls(**{**data, "buttons": rows, "about": about, "copy": media, "locator": keys})
