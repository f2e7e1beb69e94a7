"""Talk as messages: what was kept with its ↩️, answers about days, and questions with buttons."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from babel import Locale

from bot.domain.contacts import Contact, PersonalDate
from bot.domain.messages import About, Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.parsing.text import clean
from bot.services.find import Remembered
from bot.services.talk import Coming, Told, next_on
from bot.views.buttons import tap
from bot.views.contact import PAGE, label, note_line
from bot.views.naming import country_name

SHOWN_WORDS = 240
"""Characters of the owner's own words that a question repeats."""

_LONGEST = 2000
"""Characters of a message: each may count as two of Telegram's 4096."""

_SHOWN_NOTE = 160
"""Characters of the note that answers a question."""

_NAMES = 12
"""Names on a line of days; the rest is counted."""


_FIELDS = ("nickname", "phone", "username", "email", "country", "language", "relationship")


def told(
    owner: Owner,
    kept: Told,
    speech: Speech,
    today: date,
    remarks: Sequence[str],
    said_at: datetime | None = None,
    rows: Rows = (),
) -> Message:
    """What was understood, with ↩️ and what may come next; a reply to it is about the same contact."""
    contact = kept.contact
    lines = _lines(kept, owner, speech, today)
    notes = [f"{'🔒' if note.private else '📝'} {note.text}" for note in kept.notes]
    if not lines and len(notes) == 1:
        text = _single(kept, speech, said_at)
    elif not notes and len(lines) == 1 and len(kept.dates) == 1:
        text = lines[0]
    elif not notes and not lines and remarks:
        about = About(owner.id, contact.id, kind="contact")
        return Message(
            owner.id, clipped("\n".join(remarks)), tuple(filter(None, rows)), about=about
        )
    elif not notes and not lines:
        text = speech("talk-nothing-new", name=contact.called)
    else:
        text = "\n".join([speech("talk-told", name=contact.name), *lines, *notes])
    return Message(
        owner.id,
        clipped("\n".join([text, *remarks])),
        ((tap(speech, "btn-undo", "untell", kept.undo_id),), *filter(None, rows)),
        about=About(owner.id, contact.id, kind="contact"),
    )


def _single(kept: Told, speech: Speech, said_at: datetime | None) -> str:
    (note,) = kept.notes
    name, said = kept.contact.name, clipped(note.text)
    if said_at is not None:
        return speech("talk-noted-of-day", name=name, date=speech.date(said_at), note=said)
    return speech("noted-private" if note.private else "noted", name=name, note=said)


def _lines(kept: Told, owner: Owner, speech: Speech, today: date) -> list[str]:
    """A line for each field and date that is now something else."""
    lines = [_birthday(day, kept, owner, speech, today) for day in kept.dates]
    lines += [_field(name, kept, speech) for name in _FIELDS if kept.changed(name)]
    if kept.changed("register"):
        lines.append(f"💬 {_register(kept.contact, speech)}")
    if kept.changed("paused"):
        lines.append(speech("talk-paused"))
    return lines


def _birthday(day: PersonalDate, kept: Told, owner: Owner, speech: Speech, today: date) -> str:
    when = speech.date(next_on(day, today, owner.leap_day))
    before = kept.dates_before.get(day.key)
    if before is not None and (before.month, before.day) != (day.month, day.day):
        old = speech.month_day(before.month, before.day)
        when = speech("talk-instead", new=when, old=old)
    if day.key == "birthday":
        return speech("talk-birthday", name=kept.contact.called, date=when)
    return speech("fact-date", name=day.name or speech("date-anniversary"), when=when)


def _field(name: str, kept: Told, speech: Speech) -> str:
    new, old = (_value(name, contact, speech) for contact in (kept.contact, kept.before))
    value = speech("talk-instead", new=new, old=old) if old and name != "language" else new
    if name == "country":
        return speech("fact-place", value=value)
    key = f"fact-{name}" if name in {"phone", "username", "email"} else f"talk-{name}"
    return speech(key, value=value)


def _value(name: str, contact: Contact, speech: Speech) -> str:
    value = getattr(contact, name)
    if name == "relationship":
        return speech(f"relationship-{contact.relationship.value}")
    if name == "country":
        return country_name(contact.country, speech)
    if name == "language":
        return str(Locale(speech.language).languages.get(contact.language, contact.language))
    return f"@{value}" if value and name == "username" else str(value or "")


def _register(contact: Contact, speech: Speech) -> str:
    return speech(f"addressed-{contact.register.name.lower().replace('_', '-')}")


def those(owner: Owner, found: Sequence[Remembered], speech: Speech) -> Message:
    """Of whom something is true, with the note that says so; a button opens each."""
    if not found:
        return Message(owner.id, speech("talk-nobody-known"))
    shown = found[:PAGE]
    lines = [
        f"👤 {one.contact.name}" + (f"\n{note_line(one.note, _SHOWN_NOTE)}" if one.note else "")
        for one in shown
    ]
    if len(found) > len(shown):
        lines.append(speech("talk-and-more", count=len(found) - len(shown)))
    buttons = [Button(label(one.contact), data=f"person:{one.contact.id}") for one in shown]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Message(owner.id, clipped("\n".join(lines)), rows)


def days(
    owner: Owner, found: Sequence[Coming], speech: Speech, today: date, nobody: str
) -> Message:
    """Who is greeted when, a line a day and occasion."""
    if not found:
        return Message(owner.id, nobody)
    lines = []
    for (day, occasions), group in groupby(_by_occasion(found), key=lambda one: one[0]):
        head = speech(
            "talk-day",
            day=speech.day(day, today),
            occasions=speech.names(list(occasions)),
        )
        lines.append(f"{head}\n{_names([one.name for _, one in group], speech)}")
    return Message(owner.id, clipped("\n\n".join(lines)))


def _by_occasion(
    found: Iterable[Coming],
) -> list[tuple[tuple[date, tuple[str, ...]], Contact]]:
    keyed = (((one.day, one.occasions), one.contact) for one in found)
    return sorted(keyed, key=lambda one: (one[0], one[1].name.casefold()))


def _names(names: list[str], speech: Speech) -> str:
    if len(names) <= _NAMES:
        return speech.names(names)
    more = speech("talk-and-more", count=len(names) - _NAMES)
    return ", ".join(names[:_NAMES]) + f", {more}"


def when(
    owner: Owner, contact: Contact, day: PersonalDate | None, speech: Speech, today: date
) -> Message:
    """Somebody's birthday; a date that is told next is about them."""
    about = About(owner.id, contact.id, kind="contact")
    if day is None:
        return Message(owner.id, speech("talk-when-unknown", name=contact.called), about=about)
    coming = next_on(day, today, owner.leap_day)
    date_said = speech.date(coming) + (f" ({day.year})" if day.year else "")
    left = (coming - today).days
    text = speech("talk-when", name=contact.name, date=date_said, days=left)
    return Message(owner.id, text, about=about)


def clipped(text: str) -> str:
    """A text that fits into one message, whatever it is made of."""
    shown = clean(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def shortened(words: str) -> str:
    """The owner's words as a question repeats them."""
    flat = " ".join(clean(words).split())
    return flat if len(flat) <= SHOWN_WORDS else flat[: SHOWN_WORDS - 1] + "…"
