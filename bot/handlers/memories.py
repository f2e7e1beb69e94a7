"""The buttons under a question for a memory, and under the word on the day after."""

from collections.abc import Awaitable, Callable
from datetime import date

from telegram import Update

from bot.domain.contacts import Contact
from bot.handlers.context import Context, Turn
from bot.handlers.people import ask_note
from bot.services import memories
from bot.views.buttons import tap


async def button(update: Update, context: Context) -> None:
    """`mem:verb:contact:day`; `mem:anybody` and `mem:quiet` are about nobody in particular."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    verb, *parts = data.split(":")[1:] or [""]
    async with context.turn(update) as turn:
        if verb == "anybody":
            await ask_note(turn)
        elif verb == "quiet":
            await turn.unit.owners.save(turn.owner.evolve(follow_up=False))
            await turn.edit("day-after-off")
        else:
            await _about_somebody(turn, verb, parts)


async def _about_somebody(turn: Turn, verb: str, parts: list[str]) -> None:
    handler = _VERBS.get(verb)
    contact = None
    if handler is not None and len(parts) == 2 and parts[0].isdecimal():
        contact = await turn.unit.contacts.get(turn.owner.id, int(parts[0]))
    if handler is None or contact is None:
        turn.toast = turn.speech("toast-gone")
        return
    await handler(turn, contact, date.fromisoformat(parts[1]))


async def _tell(turn: Turn, contact: Contact, day: date) -> None:
    await turn.unit.conversations.begin(turn.owner.id, "note", contact_id=contact.id)
    await memories.answering(turn.unit, turn.owner)
    rows = ((tap(turn.speech, "btn-close", "close"),),)
    await turn.say("ask-memory", rows, name=contact.called)


async def _tomorrow(turn: Turn, contact: Contact, day: date) -> None:
    await memories.tomorrow(turn.unit, turn.owner, contact)
    await turn.edit("memory-tomorrow", name=contact.called)


async def _skip(turn: Turn, contact: Contact, day: date) -> None:
    skipped = await memories.not_this_time(turn.unit, turn.owner, turn.house.calendar, contact, day)
    if skipped is None:
        turn.toast = turn.speech("toast-moved-on")
        return
    undo = tap(turn.speech, "btn-undo", "mem", "back", contact.id, day.isoformat())
    await turn.edit("line-skipped", ((undo,),), name=contact.name)


async def _back(turn: Turn, contact: Contact, day: date) -> None:
    if await memories.after_all(turn.unit, turn.owner, contact, day):
        await turn.edit("memory-after-all", name=contact.called)
    else:
        turn.toast = turn.speech("toast-moved-on")


_VERBS: dict[str, Callable[[Turn, Contact, date], Awaitable[None]]] = {
    "tell": _tell,
    "tomorrow": _tomorrow,
    "skip": _skip,
    "back": _back,
}
