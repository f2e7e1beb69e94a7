"""A calendar as a file: birthdays and days of every year in, the owner's own one out."""

import asyncio
import base64
from datetime import datetime, timedelta

from telegram import Update

from bot.domain.messages import Message
from bot.exchange.entries import CalendarEntry, Dates
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts
from bot.locales import Speech
from bot.services import calendar_file, occasions, plan
from bot.views import calendar_file as views
from bot.views.buttons import tap
from bot.views.forgotten import leave_no_card

AHEAD = timedelta(days=365)
"""How far public days are written out: most of them move from year to year."""


async def preview(turn: Turn, found: Dates) -> None:
    """What a calendar would bring, and the choice."""
    contacts = await turn.unit.contacts.of_owner(turn.owner.id)
    dates = await turn.unit.contacts.dates([one.id for one in contacts])
    incoming = calendar_file.compare(found, turn.owner, contacts, dates)
    text = views.text(incoming, turn.speech)
    if not (incoming.known or incoming.newcomers or incoming.yearly):
        await turn.send(Message(turn.owner.id, f"{text}\n\n{turn.speech('ics-nothing')}"))
        return
    number = await calendar_file.stage(turn.unit, turn.owner, incoming)
    rows = views.choices(incoming, number, turn.speech)
    await turn.send(Message(turn.owner.id, f"{text}\n\n{turn.speech('ics-what')}", rows))


async def bring_in(update: Update, context: Context) -> None:
    """👍 or 🎂: in one transaction, with one ↩️."""
    async with context.turn(update) as turn:
        number, *rest = data_parts(update)
        done = await calendar_file.bring_in(
            turn.unit, turn.owner, number, only_birthdays=rest == [0]
        )
        if done is None:
            turn.toast = turn.speech("toast-gone")
            return
        turn.owner, brought = done
        rows = (
            (tap(turn.speech, "btn-undo", "icsundo", brought.undo_id),),
            (tap(turn.speech, "btn-days", "occ:list:0"),),
        )
        key = "ics-done-days" if brought.days else "ics-done"
        people = brought.birthdays + brought.newcomers
        await turn.edit(key, rows, birthdays=people, days=brought.days)


async def undo(update: Update, context: Context) -> None:
    """↩️: all that came with it is gone again."""
    async with context.turn(update) as turn:
        back = await calendar_file.take_back(
            turn.unit, turn.owner, turn.house.calendar, data_parts(update)[0]
        )
        if back is None:
            turn.toast = turn.speech("toast-undone-before")
            return
        turn.owner, cards = back
        await turn.edit("ics-undone")
        await leave_no_card(turn.unit, turn.owner, turn.house.review, cards)


async def export(update: Update, context: Context) -> None:
    """The owner's own calendar, for any other one."""
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        if owner is None:
            return
        calendar, today = context.house.calendar, plan.today_of(owner, unit.now)
        people = await plan.people(unit, owner, calendar)
        coming = await occasions.coming(unit, owner, calendar, today, today + AHEAD)
        now = unit.now
    speech = Speech(owner.language, owner.country)
    entries = views.entries(owner, people, coming, speech, today)
    data = await asyncio.to_thread(_written, entries, now) if entries else b""
    async with context.turn(update) as turn:
        if not entries:
            await turn.say("ics-empty", ((tap(turn.speech, "btn-add", "add"),),))
            return
        await turn.send(
            Message(
                owner.id,
                turn.speech("ics-export", count=len(entries)),
                document=base64.b64encode(data).decode(),
                filename=f"abrazo-{today.isoformat()}.ics",
            )
        )


def _written(entries: list[CalendarEntry], now: datetime) -> bytes:
    from bot.exchange.calendar_file import write  # noqa: PLC0415  0.3 s, and seldom needed

    return write(entries, now)
