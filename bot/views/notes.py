"""The notes of a contact, and the question whether two contacts are one person."""

from collections.abc import Sequence

from bot.domain.contacts import Contact, Note
from bot.domain.messages import Button, Message
from bot.views.contact import PAGE, label, note_line, pages_row
from bot.views.sheet import Sheet


def notes(sheet: Sheet, page: int) -> Message:
    """Every note, each a button."""
    pages = max(1, -(-len(sheet.notes) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = sheet.notes[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [
        (Button(note_line(note, 36), data=f"onenote:{sheet.contact.id}:{note.id}"),)
        for note in shown
    ]
    if turning := pages_row(sheet.speech, page, pages, "notes", sheet.contact.id):
        rows.append(turning)
    rows.append((sheet.button("btn-add-note", "addnote"),))
    key = "notes-head" if sheet.notes else "notes-none"
    text = sheet.speech(key, name=sheet.contact.called, count=len(sheet.notes))
    return sheet.screen(text, [*rows, sheet.out("person")])


def note(sheet: Sheet, one: Note) -> Message:
    """One note: its words, ✏️, 🔒, 📌, 🗑."""
    rows = (
        (
            sheet.button("btn-edit", "notedo", one.id, "edit"),
            sheet.button("btn-drop", "notedo", one.id, "drop"),
        ),
        (
            sheet.button("btn-open-note" if one.private else "btn-lock", "notedo", one.id, "lock"),
            sheet.button("btn-unpin" if one.pinned else "btn-pin", "notedo", one.id, "pin"),
        ),
        sheet.out("notes", 0),
    )
    return sheet.screen(note_line(one, 3500), rows)


def merge_with(sheet: Sheet, others: Sequence[Contact], page: int) -> Message:
    """Who of these is the same person."""
    pages = max(1, -(-len(others) // PAGE))
    page = min(max(page, 0), pages - 1)
    rows: list[tuple[Button, ...]] = [
        (Button(label(one), data=f"mergewith:{sheet.contact.id}:{one.id}"),)
        for one in others[page * PAGE : (page + 1) * PAGE]
    ]
    if turning := pages_row(sheet.speech, page, pages, "merge", sheet.contact.id):
        rows.append(turning)
    text = sheet.speech("ask-field-merge", name=sheet.contact.name)
    return sheet.screen(text, [*rows, sheet.out("change")])


def merge_confirm(sheet: Sheet, gone: Contact, count: int) -> Message:
    """What will become of the two."""
    rows = (
        (sheet.button("btn-yes-merge", "mergeyes", gone.id),),
        sheet.out("merge", 0),
    )
    text = sheet.speech("merge-confirm", name=sheet.contact.name, other=gone.name, notes=count)
    return sheet.screen(text, rows)
