"""🖼: the year at a glance, as a picture."""

import asyncio
import base64
from datetime import date

from telegram import Update

from bot.domain.messages import Message
from bot.handlers.context import Context
from bot.handlers.people import data_parts
from bot.locales import Speech
from bot.services import plan, year
from bot.views.buttons import tap

NEAR = 1
"""How many years back and ahead can be seen."""


async def show(update: Update, context: Context) -> None:
    """`year:2027`: read and drawn outside the transaction that sends it."""
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        if owner is None:
            return
        today = plan.today_of(owner, unit.now)
        wanted = data_parts(update)[0] or today.year
        shown = min(max(wanted, today.year - NEAR), today.year + NEAR)
        found = await year.at_a_glance(unit, owner, context.house.calendar, shown)
    speech = Speech(owner.language, owner.country)
    picture = await asyncio.to_thread(_drawn, found, speech, today)
    async with context.turn(update) as turn:
        people = set[int]().union(*(one.due | one.greeted for one in found.days))
        caption = turn.speech(
            "year-caption",
            year=str(shown),
            people=len(people),
            days=len(found.days),
            greeted=found.greeted,
        )
        row = tuple(
            tap(turn.speech, "btn-year-of", "year", other, year=str(other))
            for other in (shown - 1, shown + 1)
            if abs(other - today.year) <= NEAR
        )
        await turn.send(
            Message(owner.id, caption, (row,), photo=base64.b64encode(picture).decode())
        )


def _drawn(found: year.Year, speech: Speech, today: date) -> bytes:
    from bot.views.year_picture import draw  # noqa: PLC0415  Pillow takes 0.1 s and 10 MB

    return draw(found, speech, today)
