"""People as messages: what was understood, the card of a contact, the list."""

from collections.abc import Sequence

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.messages import About, Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.capture import Captured
from bot.views.buttons import tap

PAGE = 8
"""Contacts on a page of the list."""


def facts(
    contact: Contact, notes: Sequence[Note], dates: Sequence[PersonalDate], speech: Speech
) -> str:
    """All that is known, a line each."""
    title = contact.name
    if contact.nickname:
        title += f" ({contact.nickname})"
    about = [speech(f"relationship-{contact.relationship.value}")]
    if contact.form_of_address:
        about.append(contact.form_of_address)
    about.append(speech(f"addressed-{contact.register.name.lower().replace('_', '-')}"))
    if contact.paused:
        about.append(speech("fact-paused"))
    lines = [speech("fact-name", name=title, about=" · ".join(about))]
    lines += [_date(day, speech) for day in dates]
    lines += [
        speech(f"fact-{kind}", value=value)
        for kind, value in (
            ("phone", contact.phone),
            ("username", contact.username and f"@{contact.username}"),
            ("email", contact.email),
        )
        if value
    ]
    if contact.linked_chat_id:
        lines.append(speech("fact-linked"))
    lines += [f"{'🔒' if note.private else '📝'} {note.text}" for note in notes]
    return "\n".join(lines)


def _date(day: PersonalDate, speech: Speech) -> str:
    when = speech.month_day(day.month, day.day)
    if day.year:
        when = f"{when} ({day.year})"
    if day.key == "birthday":
        return speech("fact-birthday", when=when)
    return speech("fact-date", name=day.name or speech(f"date-{day.key}"), when=when)


def understood(
    owner: Owner, captured: Captured, speech: Speech, remarks: Sequence[str] = ()
) -> Message:
    """What was kept, with ↩️."""
    contact = captured.contact
    lines = [
        speech("kept"),
        facts(contact, captured.notes, captured.dates, speech),
        *remarks,
    ]
    if not captured.notes:
        lines.append(speech("kept-no-notes", name=contact.called))
    return Message(
        owner.id,
        "\n".join(lines),
        ((tap(speech, "btn-undo", "takeback", captured.undo_id),),),
        about=About(owner.id, contact.id, kind="contact"),
    )


def card(
    owner: Owner,
    contact: Contact,
    notes: Sequence[Note],
    dates: Sequence[PersonalDate],
    speech: Speech,
    *,
    edit: int | None = None,
) -> Message:
    """The card of a contact."""
    rows = (
        (
            tap(speech, "btn-add-note", "addnote", contact.id),
            tap(speech, "btn-draft", "draft", contact.id),
        ),
        (
            tap(speech, "btn-invite", "invite", contact.id),
            tap(speech, "btn-forget", "forget", contact.id),
        ),
        (tap(speech, "btn-list", "people", 0),),
    )
    text = facts(contact, notes, dates, speech)
    about = About(owner.id, contact.id, kind="contact")
    return Message(owner.id, text, rows, edit=edit, about=about)


def listing(
    owner: Owner,
    contacts: Sequence[Contact],
    page: int,
    speech: Speech,
    *,
    query: str = "",
    edit: int | None = None,
) -> Message:
    """A page of people; each opens their card."""
    pages = max(1, -(-len(contacts) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = contacts[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [
        (Button(_label(contact), data=f"person:{contact.id}"),) for contact in shown
    ]
    turning = []
    if page > 0:
        turning.append(tap(speech, "btn-previous", "people", page - 1, query[:20]))
    if page < pages - 1:
        turning.append(tap(speech, "btn-next", "people", page + 1, query[:20]))
    if turning:
        rows.append(tuple(turning))
    rows.append((tap(speech, "btn-add", "add"),))
    text = speech("list-head", count=len(contacts), page=str(page + 1), pages=str(pages))
    return Message(owner.id, text, tuple(rows), edit=edit)


def _label(contact: Contact) -> str:
    return contact.name if len(contact.name) <= 40 else contact.name[:39] + "…"


def choose(
    owner: Owner, contacts: Sequence[Contact], verb: str, asking: str, speech: Speech
) -> Message:
    """Several people fit: one button each, and a way out."""
    rows = [(Button(_label(one), data=f"{verb}:{one.id}"),) for one in contacts[:PAGE]]
    rows.append((tap(speech, "btn-close", "close"),))
    return Message(owner.id, asking, tuple(rows))
