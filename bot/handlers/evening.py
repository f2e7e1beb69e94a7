"""The list of the evening: ☑️ each, ☑️ all, 🔁 once more. It shrinks in place as it is ticked."""

from telegram import CallbackQuery, Message, Update

from bot.domain.greetings import Greeting, State
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts
from bot.services import deliver
from bot.views import evening, ronda


async def out(update: Update, context: Context) -> None:
    """☑️ on one: it is out."""
    async with context.turn(update) as turn:
        greeting = await turn.unit.greetings.get(data_parts(update)[0], turn.owner.id)
        if greeting is None or greeting.state not in evening.ASKED:
            turn.toast = turn.speech("toast-moved-on")
        else:
            await _tick(turn, greeting)
        await _shrink(turn, update.callback_query)


async def all_out(update: Update, context: Context) -> None:
    """☑️ on all that the list still holds."""
    async with context.turn(update) as turn:
        for greeting in await _listed(turn, update.callback_query):
            if greeting.state in evening.ASKED:
                await _tick(turn, greeting)
        await _shrink(turn, update.callback_query)


async def once_again(update: Update, context: Context) -> None:
    """🔁 on one: it is handed over once more, below."""
    async with context.turn(update) as turn:
        unit, owner = turn.unit, turn.owner
        greeting = await unit.greetings.get(data_parts(update)[0], owner.id)
        contact = None
        if greeting is not None:
            contact = await unit.contacts.get(owner.id, greeting.contact_id)
        if greeting is not None and greeting.state is State.UNKNOWN:
            greeting = await unit.greetings.move(greeting, State.HANDED_OFF)
        if greeting is None or contact is None or greeting.state is not State.HANDED_OFF:
            turn.toast = turn.speech("toast-moved-on")
            return
        await ronda.show(unit, owner, greeting, contact, turn.speech, left=1)


async def go_on(update: Update, context: Context) -> None:
    """▶️: the rest of the ronda, below the list."""
    async with context.turn(update) as turn:
        if not await ronda.next_in_ronda(turn.unit, turn.owner, turn.speech, asked=True):
            turn.toast = turn.speech("toast-moved-on")
        await _shrink(turn, update.callback_query)


async def _tick(turn: Turn, greeting: Greeting) -> None:
    """The message that still offers it says that it is out, and the ronda may go on."""
    if not await deliver.owner_sent(turn.unit, turn.owner, greeting):
        return
    review = await turn.unit.reviews.get(turn.owner.id)
    contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if review.ronda_greeting_id != greeting.id or contact is None:
        return
    review.ronda_greeting_id = None
    if review.ronda_message_id is not None:
        list_id, turn.message_id = turn.message_id, review.ronda_message_id
        await turn.edit("line-sent", name=contact.name)
        turn.message_id = list_id
    await turn.unit.session.flush()


async def _listed(turn: Turn, query: CallbackQuery | None) -> list[Greeting]:
    """The greetings of the list that was tapped, read from its own buttons; of a list too old for
    Telegram to show, all that is not answered."""
    message = query.message if query else None
    if not isinstance(message, Message) or message.reply_markup is None:
        return await turn.unit.greetings.find(owner_id=turn.owner.id, states=evening.ASKED)
    data = [str(key.callback_data) for row in message.reply_markup.inline_keyboard for key in row]
    ids = [int(one.removeprefix("out:")) for one in data if one.startswith("out:")]
    return await turn.unit.greetings.find(ids=ids, owner_id=turn.owner.id)


async def _shrink(turn: Turn, query: CallbackQuery | None) -> None:
    listed = await _listed(turn, query)
    pending = [one for one in listed if one.state in evening.ASKED]
    await evening.show(
        turn.unit, turn.owner, pending, turn.speech, edit=turn.message_id, ticked=len(listed)
    )
