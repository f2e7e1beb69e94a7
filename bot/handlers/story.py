"""The timeline of a contact."""

from telegram import Update

from bot.handlers.context import Context, Turn
from bot.handlers.person import tapped_sheet
from bot.services import story as service
from bot.services.occasion_names import occasion_ref
from bot.views import story as view
from bot.views.sheet import Sheet


async def story(update: Update, context: Context) -> None:
    """What was sent, when and how, what came back, and what was held back and why."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        if shown is None:
            return
        calendar = turn.house.calendar
        events = await service.story(turn.unit, turn.owner, calendar, shown.contact)
        page = int(rest[0]) if rest and rest[0].isdecimal() else 0
        await turn.send(view.story(shown, events, lambda one: _named(turn, shown, one), page))


def _named(turn: Turn, shown: Sheet, event: service.Event) -> str:
    names = [
        occasion_ref(
            turn.house.calendar,
            key,
            turn.owner.language,
            shown.contact,
            turn.owner,
            day=event.day,
            dates=shown.dates,
        ).name
        for key in event.keys
    ]
    return turn.speech.names(names) if names else ""
