"""📱 under an import: which of the numbers that may be either are mobiles."""

from telegram import Update

from bot.domain.messages import Message
from bot.handlers.context import Context
from bot.handlers.people import data_parts
from bot.handlers.person import show_again
from bot.services import mobiles
from bot.views import exchange as views


async def every(update: Update, context: Context) -> None:
    """📱: all of them are."""
    async with context.turn(update) as turn:
        count = await mobiles.all_mobiles(turn.unit, turn.owner, data_parts(update)[0])
        turn.toast = turn.speech("toast-gone" if count is None else "toast-kept")


async def each(update: Update, context: Context) -> None:
    """👥: `impone:NUMBER` shows them below what the import says, `…:PAGE` turns the leaf, and a further
    `:CONTACT` turns that one over."""
    number, *place = data_parts(update)
    page, *tapped = place or [0]
    async with context.turn(update) as turn:
        some = await mobiles.doubtful(turn.unit, turn.owner, number)
        if some is None:
            turn.toast = turn.speech("toast-gone")
            return
        chosen = next((one for one in some if one.id in tapped), None)
        if chosen is not None:
            asking = await mobiles.turn_over(turn.unit, turn.owner, chosen)
            await show_again(turn, asking)
            some = await mobiles.doubtful(turn.unit, turn.owner, number) or []
        rows = views.by_number(number, some, page, turn.speech)
        text = turn.speech("import-each-mobile")
        edit = turn.message_id if place else None
        await turn.send(Message(turn.owner.id, text, rows, edit=edit))
