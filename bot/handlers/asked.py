"""What is said while something is to be told of somebody: their answer, or talk of its own."""

from typing import Any

from bot.domain.contacts import Contact
from bot.handlers import answers
from bot.handlers.context import Turn
from bot.handlers.topic import circumstances
from bot.understanding.actions import Tell
from bot.understanding.asked import Heard, heard
from bot.understanding.rules import understand


async def is_talk(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """Whether what was said while something is to be told is talk of its own, which is answered."""
    known = await circumstances(turn, None)
    actions = understand(words, known)
    about = await _about(turn, data)
    means = heard(words, actions, about.id if about else None, known.candidates)
    if means is Heard.ANSWER:
        return False
    if means is not Heard.MEANWHILE:
        await turn.unit.conversations.leave(turn.owner.id)
    if means is Heard.EITHER:
        (told, *_) = [action for action in actions if isinstance(action, Tell)]
        await answers.ask_whose(turn, told, told.name or "", about)
    else:
        await answers.give(turn, actions, None)
    return True


async def _about(turn: Turn, data: dict[str, Any]) -> Contact | None:
    """Whom the open step is about, if it is about one person."""
    contact_id = data.get("contact_id")
    if "greeting_id" in data:
        greeting = await turn.unit.greetings.get(data["greeting_id"], turn.owner.id)
        contact_id = greeting.contact_id if greeting is not None else None
    return await turn.unit.contacts.get(turn.owner.id, contact_id) if contact_id else None
