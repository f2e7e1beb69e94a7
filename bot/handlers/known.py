"""Somebody who is added has the name of somebody who is there: the same person, or another?"""

from telegram import Update

from bot.handlers import answers, people
from bot.handlers.context import Context


async def known_button(update: Update, context: Context) -> None:
    """👍 the same person, who is told all that was new; ➕ another, who is added."""
    async with context.turn(update) as turn:
        current = await turn.unit.conversations.current(turn.owner.id)
        if current is None or current[0] != "known":
            turn.toast = turn.speech("toast-old")
            return
        data = current[1]
        await turn.unit.conversations.leave(turn.owner.id)
        same = update.callback_query is not None and update.callback_query.data == "same"
        contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
        if not same or contact is None:
            await people.add_text(turn, data["text"], even_if_known=True)
            return
        rest = data["text"].partition(",")[2].strip() or data["text"]
        await answers.tell(turn, contact, answers.as_told(rest))
