"""/forget: somebody and all that hangs on them, or everything, after a confirmation that says what goes."""

from typing import Any

from telegram import Update

from bot.domain.contacts import Contact
from bot.handlers.access import new_pairing_code
from bot.handlers.context import Context, Turn
from bot.handlers.people import argument, ask_who, tapped_contact, whom
from bot.parsing.text import fold
from bot.services import forget
from bot.views.buttons import tap
from bot.views.forgotten import leave_no_card

_LABEL = 12
"""Characters of a name that fit a button beside ❌."""

_ALL = frozenset({"all", "todo", "todos", "everything", "tutto", "tutti", "tudo", "todas"})


async def forget_command(update: Update, context: Context) -> None:
    """`/forget Juana`: says what goes, and asks."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        query = argument(update)
        if not query:
            await ask_who(turn, "forget", turn.speech("forget-how"))
            return
        if fold(query) in _ALL:
            await _ask_everything(turn)
            return
        contact = await whom(turn, query, "forget", turn.speech("forget-whom"))
        if contact is not None:
            await _ask_forget(turn, contact)


async def forget_button(update: Update, context: Context) -> None:
    """🗑 on a contact's card."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        if contact is None:
            return
        await _ask_forget(turn, contact)


async def _ask_forget(turn: Turn, contact: Contact) -> None:
    goes = await forget.what_goes(turn.unit, contact)
    rows = (
        (
            tap(
                turn.speech, "btn-delete-one", "forgetyes", contact.id, name=_short(contact.called)
            ),
            tap(turn.speech, "btn-close", "close"),
        ),
    )
    await turn.say(
        "forget-confirm",
        rows,
        name=contact.name,
        notes=goes.notes,
        dates=goes.dates,
        greetings=goes.greetings,
    )


def _short(name: str) -> str:
    return name if len(name) <= _LABEL else name[: _LABEL - 1] + "…"


async def forget_yes(update: Update, context: Context) -> None:
    """🗑 confirmed."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        if contact is None:
            return
        cards = await forget.forget(turn.unit, turn.owner, contact)
        await turn.edit("forgotten", name=contact.name)
        await leave_no_card(turn.unit, turn.owner, turn.house.review, cards)


async def _ask_everything(turn: Turn) -> None:
    goes = await forget.all_that_goes(turn.unit, turn.owner)
    await turn.unit.conversations.begin(turn.owner.id, "forgetall")
    await turn.say(
        "forget-all-confirm",
        ((tap(turn.speech, "btn-close", "close"),),),
        contacts=goes.contacts,
        greetings=goes.greetings,
        word=turn.speech("forget-all-word"),
    )


async def typed_word(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """The word that confirms it; anything else leaves all as it was."""
    if fold(words.strip(' .!"«»')) != fold(turn.speech("forget-all-word")):
        await turn.say("forget-all-kept")
        return True
    await forget.forget_everything(turn.unit, turn.owner)
    house = turn.house
    house.owners.discard(turn.owner.id)
    if not house.settings.allowed_user_ids and not house.settings.open_registration:
        house.pairing_code = new_pairing_code()
    await turn.say("forgotten-all", code=house.pairing_code or "")
    return True
