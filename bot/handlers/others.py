"""🔄: other drafts at once; a wish, tapped or typed, says what they should be like."""

from typing import Any

from telegram import Update

from bot.domain.contacts import Contact
from bot.domain.greetings import BEING_WRITTEN, WAITING, Greeting
from bot.domain.messages import About, Message
from bot.handlers.context import Context, Turn
from bot.handlers.review import leave_question, moved_on, tapped
from bot.services import approve as decisions
from bot.services.open_step import open_step
from bot.understanding.wishes import is_wish
from bot.views import card
from bot.views.review import WISH


async def others(update: Update, context: Context) -> None:
    """🔄 on a card."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is not None:
            greeting, contact, _ = found
            await _write_others(turn, greeting, contact, None, turn.message_id)


async def wish(update: Update, context: Context) -> None:
    """🔄 with a wish, on a card or while others are being written."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn, BEING_WRITTEN)
        if found is None:
            return
        greeting, contact, numbers = found
        if not numbers or numbers[0] >= len(card.WISHES):
            turn.toast = turn.speech("toast-old")
            return
        wished = turn.speech(f"wish-{card.WISHES[numbers[0]]}")
        await _write_others(turn, greeting, contact, wished, turn.message_id)


async def typed_wish(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """What the owner typed after 🔄, if it speaks of the drafts; False for anything else."""
    greeting = await turn.unit.greetings.get(data["greeting_id"], turn.owner.id)
    if greeting is None or greeting.state not in WAITING | BEING_WRITTEN or not is_wish(words):
        return False
    contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if contact is None:
        return False
    await _write_others(turn, greeting, contact, words, edit=None)
    return True


async def _write_others(
    turn: Turn, greeting: Greeting, contact: Contact, wished: str | None, edit: int | None
) -> None:
    """Back to the drafter; the card says so, and becomes the new one."""
    again = await decisions.others(turn.unit, turn.owner, greeting, wished)
    if again is None:
        await moved_on(turn)
        return
    await leave_question(turn, greeting)
    if await open_step(turn.unit, turn.owner.id) is None:
        await turn.unit.conversations.begin(turn.owner.id, WISH, greeting_id=again.id)
    await turn.house.review.begin(turn.unit, turn.owner)
    key = "writing-so" if wished else "writing-others"
    words = turn.speech(key, name=contact.called, wish=wished or "")
    about = About(turn.owner.id, contact.id, again.id, kind="redraft")
    rows = card.wishes(again, turn.speech)
    await turn.send(Message(turn.owner.id, words, rows, edit=edit, about=about, more_to_come=True))
