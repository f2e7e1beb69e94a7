"""An alternative as what is sealed of it, and back."""

from dataclasses import asdict
from typing import Any

from bot.domain.greetings import Alternative
from bot.domain.messages import Media


def secret(alternative: Alternative) -> dict[str, Any]:
    """All but its id, its number and who wrote it."""
    return {
        "text": alternative.text,
        "note_ids": alternative.note_ids,
        "problems": alternative.problems,
        "version": alternative.version,
        "fallback": alternative.fallback,
        "offered": alternative.offered,
        "media": alternative.media and asdict(alternative.media),
    }


def alternative(id_: int, number: int, drafter: str, opened: dict[str, Any]) -> Alternative:
    """The alternative of which `secret` was sealed."""
    return Alternative(
        id=id_,
        number=number,
        text=opened["text"],
        note_ids=tuple(opened["note_ids"]),
        problems=tuple((label, tuple(words)) for label, words in opened["problems"]),
        drafter=drafter,
        version=opened["version"],
        fallback=opened["fallback"],
        offered=opened["offered"],
        media=Media(**opened["media"]) if opened.get("media") else None,
    )
