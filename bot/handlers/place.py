"""Where the owner is, from one tap: it sets the zone and the country, and is kept nowhere."""

from typing import Any
from zoneinfo import available_timezones

from telegram import Location, Update

from bot.calendar import zones
from bot.domain.messages import Message
from bot.handlers.context import Context, Turn
from bot.handlers.occasions import tell_withdrawn
from bot.handlers.settings import shown
from bot.services import settings as choices
from bot.services.occasions import Withdrawn
from bot.views import settings as views

STEP = "place"
"""The key that sends the place is there; a text leaves it."""


async def ask(update: Update, context: Context) -> None:
    """📍: the key of Telegram that sends it."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.begin(turn.owner.id, STEP)
        await turn.send(views.here(turn.owner, turn.speech))


async def elsewhere(update: Update, context: Context) -> None:
    """📍 under the welcome: the countries, and the key that sends the place, below it."""
    async with context.turn(update) as turn:
        await turn.send(views.message(turn.owner, views.country(shown(turn), 0), None))


async def typed(turn: Turn, _: dict[str, Any], words: str) -> bool:
    """❌ or any other text takes the keys away; what is not ❌ goes on as talk."""
    left = words == turn.speech("btn-close")
    text = turn.speech("closed" if left else "settings-here-left")
    await turn.send(Message(turn.owner.id, text, keyless=True))
    return left


async def sent(update: Update, context: Context, location: Location) -> None:
    """What it was taken for, with ↩️."""
    found = zones.place_at(location.latitude, location.longitude)
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        if found is None:
            text = turn.speech("settings-here-nowhere")
            await turn.send(Message(turn.owner.id, text, keyless=True))
            return
        text = turn.speech("settings-here-not-kept")
        await turn.send(Message(turn.owner.id, text, keyless=True))
        before, (country, zone) = turn.owner, found
        if country not in choices.countries():  # it has no days of its own: only the clock counts
            country = before.country
        withdrawn = await _settle(turn, country, zone)
        await turn.send(views.settled(shown(turn), before))
        await tell_withdrawn(turn, withdrawn)


async def take_back(update: Update, context: Context) -> None:
    """↩️ `unhere:country:zone`: as it was before."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    _, country, zone = (*data.split(":"), "", "")[:3]
    async with context.turn(update) as turn:
        if country not in zones.countries() or zone not in available_timezones():
            turn.toast = turn.speech("toast-old")
            return
        withdrawn = await _settle(turn, country, zone)
        await turn.edit("undone-told")
        await tell_withdrawn(turn, withdrawn)


async def _settle(turn: Turn, country: str, zone: str) -> list[Withdrawn]:
    turn.owner, withdrawn = await choices.settle(
        turn.unit, turn.owner, turn.house.calendar, country, zone
    )
    turn.speech = turn.house.review.speech(turn.owner)
    return withdrawn
