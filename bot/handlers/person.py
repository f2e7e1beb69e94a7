"""The card of a contact and everything that can be changed from it, in one living message."""

from collections.abc import Sequence
from typing import Any

from telegram import Update

from bot.domain.contacts import Contact, FriendsDay, Kind, Register, Relationship, Route
from bot.domain.greetings import Greeting
from bot.domain.messages import About, Message
from bot.domain.touch import EVERY
from bot.handlers import typed
from bot.handlers.context import Context, Turn
from bot.parsing.text import MAX_TEXT, clean
from bot.services import edit
from bot.services.joining import BeingSent
from bot.views import contact as card_view
from bot.views import editing
from bot.views.buttons import tap
from bot.views.naming import zones
from bot.views.sheet import Sheet

DATES = frozenset(editing.DATES)


def parts(update: Update) -> list[str]:
    """What stands behind the verb in the data of the tapped button; never empty."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    return data.split(":")[1:] or [""]


async def sheet(turn: Turn, contact: Contact, message_id: int | None = None) -> Sheet:
    """A contact with notes and dates, shown in the place of a message or as a new one."""
    return Sheet(
        turn.owner,
        contact,
        (await turn.unit.contacts.notes([contact.id]))[contact.id],
        (await turn.unit.contacts.dates([contact.id]))[contact.id],
        turn.speech,
        message_id,
        turn.house.review.ways,
    )


async def tapped_sheet(update: Update, turn: Turn) -> tuple[Sheet | None, list[str]]:
    """The contact whose button was tapped, if it is still there, and what else the button says."""
    identity, *rest = parts(update)
    found = None
    if identity.isdecimal():
        found = await turn.unit.contacts.get(turn.owner.id, int(identity))
    if found is None:
        turn.toast = turn.speech("toast-gone")
        return None, rest
    await leave_field(turn)
    return await sheet(turn, found, turn.message_id), rest


async def leave_field(turn: Turn) -> None:
    """A tap elsewhere leaves the question that was open."""
    current = await turn.unit.conversations.current(turn.owner.id)
    if current is not None and current[0] in {"field", "notetext"}:
        await turn.unit.conversations.leave(turn.owner.id)


async def show_person(turn: Turn, contact: Contact, edit: int | None = None) -> None:
    """The card of a contact."""
    shown = await sheet(turn, contact)
    await turn.send(
        card_view.card(turn.owner, contact, shown.notes, shown.dates, turn.speech, edit=edit)
    )


async def person_button(update: Update, context: Context) -> None:
    """Somebody in the list, or ↩️ to their card."""
    async with context.turn(update) as turn:
        shown, _ = await tapped_sheet(update, turn)
        if shown is not None:
            await show_person(turn, shown.contact, turn.message_id)


async def shut(update: Update, context: Context) -> None:
    """❌: the card shrinks to its name."""
    async with context.turn(update) as turn:
        shown, _ = await tapped_sheet(update, turn)
        if shown is not None:
            rows = ((shown.button("btn-card", "person"),),)
            await turn.send(shown.screen(turn.speech("card-shut", name=shown.contact.name), rows))


async def change(update: Update, context: Context) -> None:
    """✏️: what can be changed."""
    async with context.turn(update) as turn:
        shown, _ = await tapped_sheet(update, turn)
        if shown is not None:
            await turn.send(editing.menu(shown))


async def field(update: Update, context: Context) -> None:
    """One field: its choices, and for what is typed, the question."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        name = rest[0] if rest else ""
        if shown is None or (name not in _FIELDS and name not in DATES):
            return
        if name in editing.TYPED or name in DATES:
            await turn.unit.conversations.begin(
                turn.owner.id,
                "field",
                contact_id=shown.contact.id,
                field=name,
                message_id=turn.message_id,
            )
        await turn.send(editing.field(shown, name, turn.unit.now))


async def set_(update: Update, context: Context) -> None:
    """A choice was tapped."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        if shown is None or len(rest) != 2:
            return
        name, value = rest
        contact = shown.contact
        if name in {day.key for day in shown.dates} | DATES:
            day = typed.from_iso(name, value)
            done = await edit.set_date(turn.unit, turn.owner, contact, name, day)
            await after(turn, done, turn.message_id)
            return
        if name == "touch" and value.isdecimal() and int(value) in (0, *EVERY):
            done = await edit.keep_in_touch(turn.unit, turn.owner, contact, int(value))
            await after(turn, done, turn.message_id)
            return
        changes = chosen(contact, name, value)
        if changes is None:
            turn.toast = turn.speech("toast-old")
            return
        done = await edit.change(turn.unit, turn.owner, contact, **changes)
        if name in {"roles", "tags"}:
            again = await sheet(turn, done.contact, turn.message_id)
            await turn.send(editing.field(again, name, turn.unit.now))
            await show_asking(turn, done)
        else:
            await after(turn, done, turn.message_id)


def chosen(contact: Contact, name: str, value: str) -> dict[str, Any] | None:
    """The change that a button means; None for one that does not fit any more."""
    if name in _VALUES:
        found = _VALUES[name].get(value)
        return None if found is None else {name: found}
    if name == "roles":
        return {name: contact.roles ^ {value}}
    if name == "friends_day" and value in {"", *FriendsDay}:
        return {name: FriendsDay(value) if value else None}
    if name in {"timezone", "tags"} and value.isdecimal():
        return _numbered(contact, name, int(value))
    if value and name in {"language", "country", "phone"}:
        return {name: value}
    return {name: None} if name in editing.OPTIONAL and not value else None


_VALUES: dict[str, dict[str, Any]] = {
    "relationship": {one.value: one for one in Relationship},
    "kind": {one.value: one for one in Kind},
    "register": {one.name: one for one in Register},
    "route": {one.value: one for one in Route},
    "paused": {"0": False, "1": True},
    "deceased": {"0": False, "1": True},
}


def _numbered(contact: Contact, name: str, number: int) -> dict[str, Any] | None:
    known = zones(contact.country) if name == "timezone" else tuple(sorted(contact.tags))
    if number >= len(known):
        return None
    return {name: known[number]} if name == "timezone" else {name: contact.tags - {known[number]}}


async def after(turn: Turn, done: edit.Changed, message_id: int | None) -> None:
    """What it looks like now, with ↩️; what had been approved asks again."""
    shown = await sheet(turn, done.contact, message_id)
    await turn.send(editing.changed(shown, done.undo_id, len(done.asking)))
    await show_asking(turn, done)


async def show_asking(turn: Turn, done: edit.Changed) -> None:
    """The cards of what was approved and rests on what changed; those of what was let go shrink."""
    for greeting_id in done.dropped:
        for message_id, _ in await turn.unit.consents.cards_of(turn.owner.id, greeting_id):
            text = turn.speech("line-skipped", name=done.contact.name)
            about = About(turn.owner.id, done.contact.id, greeting_id, kind="old")
            await turn.send(Message(turn.owner.id, text, edit=message_id, silent=True, about=about))
    joined = turn.speech("line-joined", name=done.contact.name)
    for message_id in done.cards:
        await turn.send(Message(turn.owner.id, joined, edit=message_id, silent=True))
    await show_again(turn, done.asking)
    if done.dropped or done.cards:
        await turn.house.review.next(turn.unit, turn.owner)


async def show_again(turn: Turn, asking: Sequence[Greeting]) -> None:
    """The cards of what had been approved and rests on what changed."""
    for greeting in asking:
        await turn.house.review.show(turn.unit, turn.owner, greeting)


async def revert(update: Update, context: Context) -> None:
    """↩️ under a change."""
    async with context.turn(update) as turn:
        number = parts(update)[0]
        done = None
        try:
            if number.isdecimal():
                done = await edit.revert(turn.unit, turn.owner, int(number))
        except BeingSent:
            wait_for_sending(turn)
            return
        if done is None:
            turn.toast = turn.speech("toast-undone-before")
            return
        await show_person(turn, done.contact, turn.message_id)
        if done.nobody_linked:
            names = turn.speech.names([one.name for one in done.nobody_linked])
            await turn.say("parted-nobody-linked", names=names)
        asking = {one.id for one in done.asking}
        for greeting in done.renewed:
            if greeting.id not in asking:
                await turn.house.review.renew(turn.unit, turn.owner, greeting)
        await show_asking(turn, done)
        await turn.house.review.next(turn.unit, turn.owner)


def wait_for_sending(turn: Turn) -> None:
    """Two contacts become one, or part, when nothing is on its way to them."""
    turn.toast, turn.alert = turn.speech("toast-being-sent"), True


async def typed_field(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """The words for a field that was asked for; a card with the change comes below them."""
    contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
    if contact is None:
        return False
    name = data["field"]
    said = typed.read(turn, contact, name, words)
    if said.problem is not None:
        await point_down(turn, contact, data["message_id"])
        again = data | {"message_id": None}
        await turn.unit.conversations.begin(turn.owner.id, "field", **again)
        await _ask_again(turn, contact, name, said, words)
        return True
    if said.day is not None:
        done = await edit.set_date(turn.unit, turn.owner, contact, name, said.day)
    else:
        done = await edit.change(turn.unit, turn.owner, contact, **said.changes)
    await point_down(turn, contact, data["message_id"])
    await after(turn, done, None)
    return True


async def _ask_again(
    turn: Turn, contact: Contact, name: str, said: typed.Typed, words: str
) -> None:
    shown = await sheet(turn, contact)
    labels = ("btn-mobile", "btn-fixed") if name == "phone" else ("btn-option",) * len(said.options)
    rows = [
        (tap(turn.speech, label, "set", contact.id, name, value, value=_said(turn, name, value)),)
        for label, value in zip(labels, said.options, strict=False)
    ]
    await turn.send(
        shown.screen(turn.speech(str(said.problem), words=words), [*rows, shown.out("change")])
    )


def _said(turn: Turn, name: str, value: str) -> str:
    day = typed.from_iso(name, value)
    return turn.speech.month_day(day.month, day.day) if day else value


async def point_down(turn: Turn, contact: Contact, message_id: int | None) -> None:
    """The card has moved below what was typed."""
    if message_id is not None:
        text = turn.speech("card-below", name=contact.name)
        about = About(turn.owner.id, contact.id, kind="contact")
        await turn.send(Message(turn.owner.id, text, edit=message_id, silent=True, about=about))


_FIELDS = frozenset(name for row in editing.MENU for name in row)


def note_text(words: str) -> str:
    """A note's words as they are kept."""
    return clean(words).strip()[:MAX_TEXT]
