"""The buttons under what was decided in a review."""

from telegram import Update

from bot.domain.messages import Message
from bot.handlers.context import Context
from bot.handlers.people import data_parts
from bot.views import summary


async def ways_back(update: Update, context: Context) -> None:
    """↩️ for each person whose greeting was decided."""
    async with context.turn(update) as turn:
        decided = await summary.gather(turn.unit, turn.owner)
        if not decided.greetings:
            turn.toast = turn.speech("toast-moved-on")
            return
        page = min(data_parts(update)[0], (len(decided.greetings) - 1) // summary.PAGE)
        rows = summary.ways_back(decided, page, turn.speech)
        await turn.edit("summary-whom", rows)


async def leave(update: Update, context: Context) -> None:
    """Back to the summary, as things stand now."""
    async with context.turn(update) as turn:
        decided = await summary.gather(turn.unit, turn.owner)
        words, rows = summary.text(decided, turn.speech), summary.rows(decided, turn.speech)
        await turn.send(Message(turn.owner.id, words, rows, edit=turn.message_id))
