"""/occasions: what comes, for whom, and the switches; the owner's own days."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from telegram import Update

from bot.domain.contacts import Relationship
from bot.domain.messages import Message
from bot.domain.occasions import Occasion
from bot.handlers import late
from bot.handlers.context import Context, Turn
from bot.handlers.draft import draft_ahead
from bot.handlers.people import argument
from bot.parsing.date_reading import Status, date_order
from bot.parsing.own_occasion import OwnDay, read_own_day
from bot.services import belated, edit, occasions, plan
from bot.views import occasions as views
from bot.views.buttons import tap

STEP = "ownday"
"""The next text is a day of the owner's own."""


async def occasions_command(update: Update, context: Context) -> None:
    """`/occasions`, or `/occasions 15/9 aniversario del club` to add a day."""
    async with context.turn(update) as turn:
        text = argument(update)
        if text:
            await keep_day(turn, text)
        else:
            await _list(turn, 0, edit=None)


async def button(update: Update, context: Context) -> None:
    """Every button of the message: `occ:verb:…`."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    verb, *parts = data.split(":")[1:] or [""]
    async with context.turn(update) as turn:
        handler = _VERBS.get(verb)
        if handler is None:
            turn.toast = turn.speech("toast-old")
        else:
            await handler(turn, parts)


async def _list(turn: Turn, page: int, *, edit: int | None) -> None:
    days = await occasions.coming(turn.unit, turn.owner, turn.house.calendar)
    late = await belated.missed(turn.unit, turn.owner, turn.house.calendar)
    people = {contact.id for one in late for contact in one.people}
    await turn.send(
        views.listing(turn.owner, days, page, turn.speech, missed=len(people), edit=edit)
    )


async def _list_button(turn: Turn, parts: list[str]) -> None:
    await turn.unit.conversations.leave(turn.owner.id)
    await _list(turn, _page(parts), edit=turn.message_id)


async def _off_button(turn: Turn, parts: list[str]) -> None:
    owner, calendar = turn.owner, turn.house.calendar
    known = {one.key for one in await occasions.coming(turn.unit, owner, calendar)}
    days: list[tuple[date, Occasion]] = []
    for day, key in occasions.others(owner, calendar, known, plan.today_of(owner, turn.unit.now)):
        occasion = occasions.find(key, owner, calendar)
        if occasion is not None:
            days.append((day, occasion))
    message = views.off_days(owner, days, _page(parts), turn.speech, edit=turn.message_id)
    await turn.send(message)


def _page(parts: list[str]) -> int:
    return int(parts[0]) if parts and parts[0].isdecimal() else 0


async def _found(turn: Turn, parts: list[str]) -> Occasion | None:
    """The occasion whose button was tapped, if it still exists."""
    contacts = await turn.unit.contacts.of_owner(turn.owner.id)
    found = occasions.find(parts[0] if parts else "", turn.owner, turn.house.calendar, contacts)
    if found is None:
        turn.toast = turn.speech("toast-gone")
    return found


async def _one_button(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is not None:
        await _one(turn, occasion, edit=turn.message_id)


async def _one(
    turn: Turn, occasion: Occasion, *, edit: int | None, heading: str | None = None
) -> None:
    owner, calendar = turn.owner, turn.house.calendar
    contacts = await turn.unit.contacts.of_owner(owner.id)
    days = await occasions.coming(turn.unit, owner, calendar)
    message = views.one(
        owner,
        occasion,
        occasions.next_day(occasion, plan.today_of(owner, turn.unit.now)),
        occasions.switches(occasion, owner, contacts),
        days,
        turn.speech,
        own=_is_own(turn, occasion),
        heading=heading,
        edit=edit,
    )
    await turn.send(message)


def _is_own(turn: Turn, occasion: Occasion) -> bool:
    return any(one.key == occasion.key for one in turn.owner.own)


async def _flip_button(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is None or len(parts) < 2 or parts[1] not in set(Relationship):
        return
    turn.owner, withdrawn = await occasions.flip(
        turn.unit, turn.owner, turn.house.calendar, occasion, Relationship(parts[1])
    )
    await _one(turn, occasion, edit=turn.message_id)
    await tell_withdrawn(turn, withdrawn)


async def tell_withdrawn(turn: Turn, withdrawn: list[occasions.Withdrawn]) -> None:
    """The cards that were open shrink to a line; the review goes on with the next one."""
    for one in withdrawn:
        text = turn.speech("line-withdrawn", name=one.contact.name)
        for message_id in one.message_ids:
            await turn.send(Message(turn.owner.id, text, edit=message_id, silent=True))
    if withdrawn:
        turn.toast = turn.speech("toast-withdrawn", count=len(withdrawn))
        await turn.house.review.next(turn.unit, turn.owner)


async def _who_button(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is not None:
        await _who(turn, occasion, _page(parts[1:]))


async def _who(turn: Turn, occasion: Occasion, page: int) -> None:
    contacts = await turn.unit.contacts.of_owner(turn.owner.id)
    people = [one for one in contacts if not (one.paused or one.deceased)]
    message = views.who(turn.owner, occasion, people, page, turn.speech, edit=turn.message_id)
    await turn.send(message)


async def _mark_button(turn: Turn, parts: list[str]) -> None:
    """One person is marked for the day, or is no more."""
    occasion = await _found(turn, parts)
    contact = None
    if occasion is not None and len(parts) > 1 and parts[1].isdecimal():
        contact = await turn.unit.contacts.get(turn.owner.id, int(parts[1]))
    if occasion is None or contact is None:
        return
    tags = contact.tags ^ {occasion.key}
    await edit.change(turn.unit, turn.owner, contact, tags=tags)
    await _who(turn, occasion, _page(parts[2:]))
    withdrawn = await occasions.withdraw_what_is_off(turn.unit, turn.owner, turn.house.calendar)
    await tell_withdrawn(turn, withdrawn)


async def _draft_button(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is not None:
        await draft_ahead(turn, None, occasion.key)


async def _add_button(turn: Turn, parts: list[str]) -> None:
    await turn.unit.conversations.begin(turn.owner.id, STEP)
    await turn.say("ask-own-day", ((tap(turn.speech, "btn-close", "close"),),))


async def _delete_button(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is not None and _is_own(turn, occasion):
        await turn.send(views.ask_delete(turn.owner, occasion, turn.speech, edit=turn.message_id))


async def _delete_yes(turn: Turn, parts: list[str]) -> None:
    occasion = await _found(turn, parts)
    if occasion is None or not _is_own(turn, occasion):
        return
    turn.owner, withdrawn = await occasions.drop_own(
        turn.unit, turn.owner, turn.house.calendar, occasion.key
    )
    await _list(turn, 0, edit=turn.message_id)
    turn.toast = turn.speech("toast-own-deleted", name=occasion.name_in(turn.owner.language))
    await tell_withdrawn(turn, withdrawn)


async def _shut(turn: Turn, parts: list[str]) -> None:
    await turn.unit.conversations.leave(turn.owner.id)
    await turn.edit("occasions-shut")


_VERBS: dict[str, Callable[[Turn, list[str]], Awaitable[None]]] = {
    "list": _list_button,
    "off": _off_button,
    "one": _one_button,
    "flip": _flip_button,
    "who": _who_button,
    "mark": _mark_button,
    "draft": _draft_button,
    "add": _add_button,
    "del": _delete_button,
    "delyes": _delete_yes,
    "shut": _shut,
    "late": late.page,
    "latego": late.write,
    "lateask": late.ask,
}


async def typed_day(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """The answer to ➕."""
    await keep_day(turn, words)
    return True


async def keep_day(turn: Turn, text: str) -> None:
    """A day of the owner's own; whatever was not understood is asked again."""
    owner = turn.owner
    read = read_own_day(
        text,
        today=plan.today_of(owner, turn.unit.now),
        language=owner.language,
        order=date_order(owner.language, owner.country),
    )
    if read.rule is None or not read.name:
        await turn.unit.conversations.begin(owner.id, STEP)
        words = read.reading.words if read.reading else text[:60]
        rows = ((tap(turn.speech, "btn-close", "close"),),)
        await turn.say(_problem(read), rows, words=words)
        return
    turn.owner, occasion = await occasions.add_own(turn.unit, owner, read.name, read.rule)
    await _one(turn, occasion, edit=None, heading=_kept(turn, occasion))


def _problem(read: OwnDay) -> str:
    if read.rule is not None:
        return "own-without-name"
    if read.reading is None:
        return "own-without-day"
    return {
        Status.AMBIGUOUS: "own-ambiguous",
        Status.IMPOSSIBLE: "own-impossible",
        Status.OK: "own-past",
    }.get(read.reading.status, "own-without-day")


def _kept(turn: Turn, occasion: Occasion) -> str:
    """How often it comes, in words; the day and its weekday stand in the line below."""
    kind = occasion.rule_text.partition(":")[0]
    return turn.speech(f"own-kept-{kind}", name=occasion.name_in(turn.owner.language))
