"""The notes of a contact, its timeline, and two contacts that are one person."""

from typing import Any

from telegram import Update

from bot.domain.contacts import Note
from bot.handlers.context import Context, Turn
from bot.handlers.person import (
    after,
    note_text,
    point_down,
    sheet,
    show_asking,
    tapped_sheet,
    wait_for_sending,
)
from bot.parsing.names import match_names
from bot.services import edit
from bot.services.joining import BeingSent
from bot.views import notes as views
from bot.views.sheet import Sheet


def _number(rest: list[str], at: int = 0) -> int:
    return int(rest[at]) if len(rest) > at and rest[at].isdecimal() else 0


async def notes(update: Update, context: Context) -> None:
    """Every note, paged."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        if shown is not None:
            await turn.send(views.notes(shown, _number(rest)))


async def _tapped_note(update: Update, turn: Turn) -> tuple[Sheet, Note, list[str]] | None:
    """The note whose button was tapped, on its contact's sheet, and what else the button says."""
    shown, rest = await tapped_sheet(update, turn)
    if shown is None:
        return None
    note = next((one for one in shown.notes if one.id == _number(rest)), None)
    if note is None:
        turn.toast = turn.speech("toast-gone")
        return None
    return shown, note, rest[1:]


async def one_note(update: Update, context: Context) -> None:
    """One note."""
    async with context.turn(update) as turn:
        found = await _tapped_note(update, turn)
        if found is not None:
            await turn.send(views.note(*found[:2]))


async def do(update: Update, context: Context) -> None:
    """✏️ 🔒 📌 🗑 on a note."""
    async with context.turn(update) as turn:
        found = await _tapped_note(update, turn)
        if found is None:
            return
        shown, note, rest = found
        unit, owner, contact = turn.unit, turn.owner, shown.contact
        what = rest[0] if rest else ""
        if what == "edit":
            await unit.conversations.begin(
                owner.id,
                "notetext",
                contact_id=contact.id,
                note_id=note.id,
                message_id=turn.message_id,
            )
            text = turn.speech("ask-note-text", note=note.text)
            await turn.send(shown.screen(text, [shown.out("onenote", note.id)]))
            return
        if what == "drop":
            await after(turn, await edit.drop_note(unit, owner, contact, note), turn.message_id)
            return
        flag = {"private": not note.private} if what == "lock" else {"pinned": not note.pinned}
        done = await edit.change_note(unit, owner, contact, note, **flag)
        await show_asking(turn, done)
        again = await sheet(turn, contact, turn.message_id)
        await turn.send(views.note(again, next(one for one in again.notes if one.id == note.id)))


async def typed_note(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """The new words of a note."""
    contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
    found = await turn.unit.contacts.note(turn.owner.id, data["note_id"])
    text = note_text(words)
    if contact is None or found is None or not text:
        return False
    done = await edit.change_note(turn.unit, turn.owner, contact, found[1], text=text)
    await point_down(turn, contact, data["message_id"])
    await after(turn, done, None)
    return True


async def merge(update: Update, context: Context) -> None:
    """Who is the same person: those of a similar name first."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        if shown is None:
            return
        everybody = await turn.unit.contacts.of_owner(turn.owner.id)
        others = {one.id: one for one in everybody if one.id != shown.contact.id}
        match = match_names(
            shown.contact.name, [(one.id, one.name, one.nickname) for one in others.values()]
        )
        near = [others[contact_id] for contact_id in (*match.exact, *match.similar)]
        ordered = list(dict.fromkeys([*near, *others.values()]))
        await turn.send(views.merge_with(shown, ordered, _number(rest)))


async def merge_with(update: Update, context: Context) -> None:
    """Says what becomes of the two, and asks."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        gone = await turn.unit.contacts.get(turn.owner.id, _number(rest)) if shown else None
        if shown is None or gone is None or gone.id == shown.contact.id:
            turn.toast = turn.speech("toast-gone")
            return
        other = await sheet(turn, gone)
        await turn.send(views.merge_confirm(shown, gone, len(shown.notes) + len(other.notes)))


async def merge_yes(update: Update, context: Context) -> None:
    """👍: one contact of two."""
    async with context.turn(update) as turn:
        shown, rest = await tapped_sheet(update, turn)
        gone = await turn.unit.contacts.get(turn.owner.id, _number(rest)) if shown else None
        if shown is None or gone is None or gone.id == shown.contact.id:
            turn.toast = turn.speech("toast-gone")
            return
        try:
            done = await edit.merge(turn.unit, turn.owner, shown.contact, gone)
        except BeingSent:
            wait_for_sending(turn)
            return
        await after(turn, done, turn.message_id)
