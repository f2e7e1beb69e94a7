"""People as messages: what was understood, the card of a contact, the list."""

from collections.abc import Sequence
from datetime import date

from bot.calendar.own import PREFIX
from bot.domain.contacts import Contact, Kind, Note, PersonalDate
from bot.domain.messages import About, Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.capture import Captured
from bot.services.talk import next_on
from bot.views.buttons import tap
from bot.views.naming import city, country_name, language_name, role_name

PAGE = 8
"""Contacts on a page of the list."""

SHOWN_NOTES = 6
"""Notes on a card; the others have a page of their own."""

LONGEST_NOTE = 300
"""Characters of a note on a card, so that a card stays within one message."""


def facts(
    owner: Owner,
    contact: Contact,
    notes: Sequence[Note],
    dates: Sequence[PersonalDate],
    speech: Speech,
    today: date | None = None,
) -> str:
    """All that is known, a line each; of many notes the first ones. With `today`, dates say when they
    come round next."""
    title = f"{contact.name} ({contact.nickname})" if contact.nickname else contact.name
    lines = [speech("fact-name", name=title, about=" · ".join(_about(contact, speech)))]
    if contact.deceased:
        lines.append(speech("fact-deceased"))
    comes = {day: next_on(day, today, owner.leap_day) for day in dates} if today else {}
    lines += [date_line(day, speech, comes.get(day)) for day in dates]
    if contact.touch:
        lines.append(speech("fact-touch", value=touch_name(contact.touch.months, speech)))
    lines += [
        speech(f"fact-{kind}", value=value)
        for kind, value in (
            ("phone", contact.phone),
            ("username", contact.username and f"@{contact.username}"),
            ("email", contact.email),
            ("place", _place(owner, contact, speech)),
            (
                "tags",
                " ".join(f"#{tag}" for tag in sorted(contact.tags) if not tag.startswith(PREFIX)),
            ),
        )
        if value
    ]
    if contact.linked_chat_id:
        lines.append(speech("fact-linked"))
    if contact.route is not None:
        lines.append(speech("fact-route", route=speech(f"route-{contact.route.value}")))
    lines += [note_line(note) for note in notes[:SHOWN_NOTES]]
    if len(notes) > SHOWN_NOTES:
        lines.append(speech("fact-more-notes", count=len(notes) - SHOWN_NOTES))
    return "\n".join(lines)


def _about(contact: Contact, speech: Speech) -> list[str]:
    """What they are to the owner and how they are spoken to."""
    about = [speech("fact-group")] if contact.kind is Kind.GROUP else []
    about.append(speech(f"relationship-{contact.relationship.value}"))
    about += [role_name(role, speech) for role in sorted(contact.roles)]
    if contact.form_of_address:
        about.append(contact.form_of_address)
    about.append(speech(f"addressed-{contact.register.name.lower().replace('_', '-')}"))
    if contact.paused:
        about.append(speech("fact-paused"))
    return about


def _place(owner: Owner, contact: Contact, speech: Speech) -> str:
    """Language, country and clock, as far as they are not the owner's."""
    place = []
    if contact.country != owner.country:
        place.append(country_name(contact.country, speech))
    if city(contact.timezone, speech) != city(owner.timezone, speech):
        place.append(city(contact.timezone, speech))
    if contact.language != owner.language:
        place.append(language_name(contact.language, speech))
    return " · ".join(place)


def note_line(note: Note, longest: int = LONGEST_NOTE) -> str:
    """A note with its marks, cut where it is too long for a card."""
    text = note.text if len(note.text) <= longest else note.text[: longest - 1] + "…"
    return f"{'📌' if note.pinned else ''}{'🔒' if note.private else '📝'} {text}"


def touch_name(months: int, speech: Speech) -> str:
    """How often somebody is written to for no reason; 0 is never."""
    return speech("touch-every", months=months) if months else speech("touch-never")


def date_line(day: PersonalDate, speech: Speech, comes: date | None = None) -> str:
    """A yearly date as people say it, perhaps with the weekday on which it comes round."""
    when = speech.month_day(day.month, day.day)
    if day.year:
        when = f"{when} ({day.year})"
    if comes is not None:
        when = speech("date-next", when=when, date=speech.date(comes))
    if day.key == "birthday":
        return speech("fact-birthday", when=when)
    return speech("fact-date", name=day.name or speech(f"date-{day.key}"), when=when)


def understood(
    owner: Owner,
    captured: Captured,
    speech: Speech,
    today: date,
    remarks: Sequence[str] = (),
    choices: Rows = (),
) -> Message:
    """What was kept, with ↩️, the choices that its doubts leave and what is worth adding."""
    contact = captured.contact
    lines = [
        speech("kept"),
        facts(owner, contact, captured.notes, captured.dates, speech, today),
        *remarks,
    ]
    if not captured.notes:
        lines.append(speech("kept-no-notes", name=contact.called))
    return Message(
        owner.id,
        "\n".join(lines),
        (
            *choices,
            *_missing(contact, captured.dates, speech),
            (
                tap(speech, "btn-edit", "change", contact.id),
                tap(speech, "btn-undo", "takeback", captured.undo_id),
            ),
        ),
        about=About(owner.id, contact.id, kind="contact"),
    )


def _missing(contact: Contact, dates: Sequence[PersonalDate], speech: Speech) -> Rows:
    """What a greeting needs most and was not said: a birthday, and a way to send it."""
    if contact.kind is Kind.GROUP:
        return ()
    row: tuple[Button, ...] = ()
    if not any(day.key == "birthday" for day in dates):
        row += (tap(speech, "btn-date-birthday", "field", contact.id, "birthday"),)
    if not (contact.phone or contact.username or contact.email):
        row += (tap(speech, "field-phone", "field", contact.id, "phone"),)
    return (row,) if row else ()


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
    rows: list[tuple[Button, ...]] = []
    if not contact.deceased:
        rows.append(
            (
                tap(speech, "btn-add-note", "addnote", contact.id),
                tap(speech, "btn-draft", "draft", contact.id),
            )
        )
    rows.append(
        (
            tap(speech, "btn-edit", "change", contact.id),
            tap(speech, "btn-notes", "notes", contact.id, 0),
        )
    )
    story: tuple[Button, ...] = (tap(speech, "btn-story", "story", contact.id, 0),)
    greetable = contact.kind is Kind.PERSON and not contact.deceased
    if greetable and not contact.linked_chat_id:
        story += (tap(speech, "btn-invite", "invite", contact.id),)
    rows.append(story)
    rows.append(
        (
            tap(speech, "btn-forget", "forget", contact.id),
            tap(speech, "btn-list", "people", 0),
        )
    )
    rows.append((tap(speech, "btn-shut", "shut", contact.id),))
    text = facts(owner, contact, notes, dates, speech)
    about = About(owner.id, contact.id, kind="contact")
    return Message(owner.id, text, tuple(rows), edit=edit, about=about)


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
        (Button(label(contact), data=f"person:{contact.id}"),) for contact in shown
    ]
    wanted = within_data(query)
    if turning := pages_row(speech, page, pages, "people", after=(wanted,)):
        rows.append(turning)
    rows.append((tap(speech, "btn-add", "add"), tap(speech, "btn-filter", "filters")))
    rows.append((tap(speech, "btn-shut", "close"),))
    text = speech("list-head", count=len(contacts), page=str(page + 1), pages=str(pages))
    return Message(owner.id, text, tuple(rows), edit=edit)


def pages_row(
    speech: Speech,
    page: int,
    pages: int,
    verb: str,
    *before: object,
    after: tuple[object, ...] = (),
) -> tuple[Button, ...]:
    """◀️ ▶️ as far as there are pages; the page's number stands between `before` and `after`."""
    row = []
    if page > 0:
        row.append(tap(speech, "btn-previous", verb, *before, page - 1, *after))
    if page < pages - 1:
        row.append(tap(speech, "btn-next", verb, *before, page + 1, *after))
    return tuple(row)


def within_data(query: str, room: int = 44) -> str:
    """As much of a search as a button's data can carry."""
    return query.encode()[:room].decode(errors="ignore")


def label(contact: Contact) -> str:
    """A contact's name as it fits a button."""
    return contact.name if len(contact.name) <= 40 else contact.name[:39] + "…"


def plain(owner: Owner, text: str, rows: Rows, edit: int | None = None) -> Message:
    """A text with buttons, in the place of a message or as a new one."""
    return Message(owner.id, text, rows, edit=edit)


def choose(
    owner: Owner, contacts: Sequence[Contact], verb: str, asking: str, speech: Speech
) -> Message:
    """Several people fit: one button each, and a way out."""
    rows = [(Button(label(one), data=f"{verb}:{one.id}"),) for one in contacts[:PAGE]]
    more = (tap(speech, "btn-list", "people", 0),) if len(contacts) > PAGE else ()
    rows.append((*more, tap(speech, "btn-close", "close")))
    return Message(owner.id, asking, tuple(rows))
