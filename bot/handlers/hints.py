"""What helps on the way, each at most once: the owner's preferences keep which were shown."""

from telegram import Update

from bot.domain.contacts import Contact
from bot.handlers.context import Context, Turn
from bot.views.buttons import tap

A_FEW = 3
"""People after whom it is worth a word that days can be looked at."""


async def after_capture(turn: Turn, contact: Contact) -> None:
    """One hint, if one fits: a first draft to look at, then where the days are, then the lock."""
    notes = (await turn.unit.contacts.notes([contact.id]))[contact.id]
    speakable = [note for note in notes if not note.private]
    if contact.paused or contact.deceased or not speakable:
        return
    if await _first_time(turn, "first-look"):
        rows = (
            (
                tap(turn.speech, "btn-show-me", "look", contact.id),
                tap(turn.speech, "btn-not-now", "notnow"),
            ),
        )
        await turn.say("hint-first-look", rows, name=contact.called)
    elif await turn.unit.contacts.count(turn.owner.id) >= A_FEW:
        if await _first_time(turn, "days"):
            await turn.say("hint-days", ((tap(turn.speech, "btn-days", "occ:list:0"),),))
        elif await _first_time(turn, "lock"):
            await turn.say("hint-lock")


async def _first_time(turn: Turn, hint: str) -> bool:
    """Whether the owner never had this hint; it counts as shown from now on."""
    owner = await turn.unit.owners.get(turn.owner.id)
    if owner is None or hint in owner.hints:
        return False
    turn.owner = owner.evolve(hints=owner.hints | {hint})
    await turn.unit.owners.save(turn.owner)
    return True


async def not_now(update: Update, context: Context) -> None:
    """➡️: no hint is pressed on anybody."""
    async with context.turn(update) as turn:
        await turn.edit("hint-skipped")
