"""A greeting as a row of its table, and back."""

from dataclasses import asdict
from typing import Any

from bot.domain.greetings import Channel, Greeting, State
from bot.domain.messages import Media
from storage.crypto import Cipher
from storage.tables import GreetingRow


def secret(greeting: Greeting) -> dict[str, Any] | None:
    """What is sealed; None when there is nothing to tell."""
    told = {
        "text": greeting.text,
        "hint": greeting.hint,
        "rests_on": greeting.rests_on,
        "media": greeting.media and asdict(greeting.media),
    }
    return told if any(told.values()) else None


def greeting(row: GreetingRow, cipher: Cipher | None, occasions: tuple[str, ...]) -> Greeting:
    """The greeting of a row. Without the cipher, its contact being gone, only what is in the clear."""
    opened: dict[str, Any] = {}
    if row.sealed and cipher:
        opened = cipher.open(row.sealed, f"greeting:{row.id}")
    return Greeting(
        id=row.id,
        owner_id=row.owner_id,
        contact_id=row.contact_id,
        day=row.day,
        state=State(row.state),
        revision=row.revision,
        expires_at=row.expires_at,
        occasions=occasions,
        due_at=row.due_at,
        channel=Channel(row.channel) if row.channel else None,
        attempt=row.attempt,
        text=opened.get("text"),
        hint=opened.get("hint"),
        rests_on=tuple(opened.get("rests_on") or ()),
        media=Media(**opened["media"]) if opened.get("media") else None,
        moved_at=row.updated_at,
    )
