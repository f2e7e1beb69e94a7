"""Share: the owner picks a chat, and the approved text is posted there as theirs, through inline mode."""

from contextlib import suppress

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.error import TelegramError

from bot.domain.greetings import Channel, Greeting, State
from bot.handlers.context import Context, Turn
from bot.handlers.ronda import next_by_hand
from bot.services import deliver
from storage.unit import Unit

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def offer(update: Update, context: Context) -> None:
    """Offers exactly the text that was handed over under this number, to its owner alone."""
    query = update.inline_query
    if query is None:
        return
    results = []
    async with context.unit(update) as unit:
        greeting = await _handed(unit, context.owner_id, query.query)
        contact = None
        if greeting is not None:
            contact = await unit.contacts.get(context.owner_id, greeting.contact_id)
        if greeting is not None and contact is not None and greeting.text:
            content = InputTextMessageContent(greeting.text, link_preview_options=_NO_PREVIEW)
            number = str(greeting.id)
            results = [InlineQueryResultArticle(number, contact.name, content)]
    with suppress(TelegramError):  # an answer that comes too late is refused, and no matter
        await query.answer(results, cache_time=0, is_personal=True)


async def posted(update: Update, context: Context) -> None:
    """It stands in the chat they chose: that counts as their ☑️, and the ronda goes on."""
    chosen = update.chosen_inline_result
    async with context.turn(update) as turn:
        if chosen is not None:
            await _tick(turn, chosen.result_id)


async def _tick(turn: Turn, number: str) -> None:
    unit, owner = turn.unit, turn.owner
    greeting = await _handed(unit, owner.id, number)
    contact = None
    if greeting is not None:
        contact = await unit.contacts.get(owner.id, greeting.contact_id)
    if greeting is None or contact is None:
        return
    if not await deliver.owner_sent(unit, owner, greeting, channel=Channel.SHARE):
        return
    review = await unit.reviews.get(owner.id)
    if review.ronda_greeting_id == greeting.id:
        turn.message_id = review.ronda_message_id
    sent = await unit.greetings.get(greeting.id)
    if sent is not None:
        await next_by_hand(turn, sent, contact)


async def _handed(unit: Unit, owner_id: int, number: str) -> Greeting | None:
    if not number.isdecimal():
        return None
    greeting = await unit.greetings.get(int(number), owner_id)
    return greeting if greeting and greeting.state is State.HANDED_OFF else None
