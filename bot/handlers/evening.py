"""The list of the evening: ☑️ each, ☑️ all, 🔁 once more. It shrinks in place as it is ticked."""

from collections.abc import Sequence

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
        ticked = greeting is not None and await _tick(turn, greeting)
        if not ticked:
            turn.toast = turn.speech("toast-moved-on")
        await _shrink(turn, update.callback_query, [greeting] if greeting and ticked else [])


async def all_out(update: Update, context: Context) -> None:
    """☑️ on all that the list still holds."""
    async with context.turn(update) as turn:
        listed = await _listed(turn, update.callback_query)
        ticked = [greeting for greeting in listed if await _tick(turn, greeting)]
        await _shrink(turn, update.callback_query, ticked)


async def take_back(update: Update, context: Context) -> None:
    """↩️ on one that was just ticked: the list asks about it again."""
    async with context.turn(update) as turn:
        greeting_id, *revision = data_parts(update)
        greeting = await turn.unit.greetings.get(greeting_id, turn.owner.id)
        back = None
        current = greeting is not None and [greeting.revision] == revision
        if greeting is not None and current and greeting.state is State.SENT:
            back = await deliver.untick(turn.unit, greeting)
        if back is None:
            turn.toast = turn.speech("toast-moved-on")
            return
        listed = await _listed(turn, update.callback_query)
        pending = [one for one in listed if one.state in evening.ASKED]
        await evening.show(
            turn.unit, turn.owner, [*pending, back], turn.speech, edit=turn.message_id
        )


async def once_again(update: Update, context: Context) -> None:
    """🔁 on one: it is handed over once more, below."""
    async with context.turn(update) as turn:
        unit, owner = turn.unit, turn.owner
        greeting = await unit.greetings.get(data_parts(update)[0], owner.id)
        contact = None
        if greeting is not None:
            contact = await unit.contacts.get(owner.id, greeting.contact_id)
        if greeting is not None and greeting.state is State.UNKNOWN:
            greeting = await deliver.hand_over(unit, owner, greeting)
        if greeting is None or contact is None or greeting.state is not State.HANDED_OFF:
            turn.toast = turn.speech("toast-moved-on")
            return
        await ronda.show(unit, owner, greeting, contact, turn.speech, left=0)


async def go_on(update: Update, context: Context) -> None:
    """▶️: the rest of the ronda, below the list."""
    async with context.turn(update) as turn:
        if not await ronda.next_in_ronda(turn.unit, turn.owner, turn.speech, asked=True):
            turn.toast = turn.speech("toast-moved-on")
        await _shrink(turn, update.callback_query)


async def _tick(turn: Turn, greeting: Greeting) -> bool:
    """The message that still offers it says that it is out, and the ronda may go on; answers whether
    that was news."""
    if greeting.state not in evening.ASKED:
        return False
    if not await deliver.owner_sent(turn.unit, turn.owner, greeting):
        return False
    review = await turn.unit.reviews.get(turn.owner.id)
    contact = await turn.unit.contacts.get(turn.owner.id, greeting.contact_id)
    if review.ronda_greeting_id != greeting.id or contact is None:
        return True
    review.ronda_greeting_id = None
    if review.ronda_message_id is not None:
        list_id, turn.message_id = turn.message_id, review.ronda_message_id
        await turn.edit("line-sent", name=contact.name)
        turn.message_id = list_id
    await turn.unit.session.flush()
    return True


async def _listed(turn: Turn, query: CallbackQuery | None) -> list[Greeting]:
    """The greetings of the list that was tapped, read from its own buttons; of a list too old for
    Telegram to show, all that is not answered."""
    message = query.message if query else None
    if not isinstance(message, Message) or message.reply_markup is None:
        return await turn.unit.greetings.find(owner_id=turn.owner.id, states=evening.ASKED)
    data = [str(key.callback_data) for row in message.reply_markup.inline_keyboard for key in row]
    ids = [int(one.removeprefix("out:")) for one in data if one.startswith("out:")]
    return await turn.unit.greetings.find(ids=ids, owner_id=turn.owner.id)


async def _shrink(turn: Turn, query: CallbackQuery | None, ticked: Sequence[Greeting] = ()) -> None:
    """The list without those that are answered; ↩️ for those just ticked that left by hand."""
    listed = await _listed(turn, query)
    pending = [one for one in listed if one.state in evening.ASKED]
    now = await turn.unit.greetings.find(ids=[one.id for one in ticked], states={State.SENT})
    just = [one for one in now if not (one.channel and one.channel.by_itself)]
    await evening.show(
        turn.unit,
        turn.owner,
        pending,
        turn.speech,
        edit=turn.message_id,
        ticked=len(listed),
        just=just,
    )
