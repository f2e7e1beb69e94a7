"""☑️ and 🔁: what the owner says of a greeting that left by hand, or may have arrived."""

from telegram import Update

from bot.domain.greetings import WAITING, State
from bot.handlers.context import Context
from bot.handlers.review import moved_on, shrink, tapped
from bot.handlers.ronda import next_by_hand
from bot.services import deliver


async def i_sent(update: Update, context: Context) -> None:
    """☑️: the owner says it is out, that it arrived, or that the call was made; good after the day,
    too, until it is answered."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn, meanwhile=frozenset({State.UNKNOWN}))
        if found is None:
            return
        greeting, contact, numbers = found
        text = None
        if greeting.state in WAITING:
            offered = await turn.unit.alternatives.last(greeting)
            text = next(
                (one.text for one in offered if one.offered and one.number == numbers[0]), None
            )
        in_ronda = greeting.state is State.HANDED_OFF
        from_card = greeting.state in WAITING
        if not await deliver.owner_sent(turn.unit, turn.owner, greeting, text):
            await moved_on(turn)
            return
        sent = await turn.unit.greetings.get(greeting.id)
        if sent is None:
            return
        if in_ronda:
            await next_by_hand(turn, sent, contact)
        elif from_card:
            await shrink(turn, sent, contact)
        else:
            await turn.edit("line-sent", name=contact.name)


async def again(update: Update, context: Context) -> None:
    """🔁: the owner wants it sent once more."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        if await deliver.again(turn.unit, greeting, contact, turn.house.review.ways) is None:
            await moved_on(turn)
            return
        await turn.edit("line-again", name=contact.name)
