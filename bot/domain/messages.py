"""What Abrazo says in a chat, as data: it is stored with the change it tells of, then sent."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: exactly one of `data` (1–64 bytes, comes back), `url`, `copy` (1–256)."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None


Rows = tuple[tuple[Button, ...], ...]


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
    replaces. `block`: a part of the text shown as tap-to-copy. `photo`: base64 of a PNG."""

    chat_id: int
    text: str
    buttons: Rows = ()
    edit: int | None = None
    silent: bool = False
    block: str | None = None
    photo: str | None = None
    about: About | None = field(default=None)

    def as_json(self) -> dict[str, Any]:
        """For the outbox."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """What `as_json` made."""
        rows = tuple(tuple(Button(**button) for button in row) for row in data["buttons"])
        about = About(**data["about"]) if data["about"] else None
        return cls(**{**data, "buttons": rows, "about": about})
