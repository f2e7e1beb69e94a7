"""What talk leads to: facts and notes kept with one way back, and answers about days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.calendar import Calendar, DueDay, personal_day
from bot.domain.contacts import Contact, LeapDay, Note, PersonalDate
from bot.domain.greetings import Greeting
from bot.domain.owners import Owner
from bot.parsing.contacts import Doubt, ParsedContact, parse_facts
from bot.parsing.text import ParsedNote, ParseProblem, fold
from bot.parsing.vocabulary import words
from bot.services import edit, plan
from bot.services.capture import keep_note
from bot.services.occasion_names import occasion_ref
from storage.unit import Unit

_FIELDS = ("nickname", "phone", "username", "email", "language", "register", "paused")

_INTRODUCING = ("introducing", "marks", "birthday", "phone", "email", "username", "nickname")
_NEW = frozenset({"nuevo", "nueva", "new", "nuovo", "nuova", "novo", "nova"})

_MEANT_AS_NOTES = frozenset({"whose_family", "name_boundary"})
"""Doubts that do not matter about somebody who is known: the words are kept as a note."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was kept about somebody. `before` is the contact as it was, `done` what it means for their
    greetings."""

    contact: Contact
    before: Contact
    dates: tuple[PersonalDate, ...]
    dates_before: dict[str, PersonalDate]
    notes: tuple[Note, ...]
    doubts: tuple[Doubt, ...]
    done: edit.Changed
    undo_id: int

    def changed(self, name: str) -> bool:
        """Whether a field of the contact is now something else."""
        return bool(getattr(self.contact, name) != getattr(self.before, name))


async def tell(
    unit: Unit,
    owner: Owner,
    contact: Contact,
    text: str,
    *,
    today: date,
    private: bool = False,
    said_at: datetime | None = None,
) -> Told:
    """Keep what was told: the fields it fills, the rest as notes; one ↩️ takes all of it back.

    Words that fill no field are one note, as they were said. What is private, or was said by
    somebody else (`said_at`), fills none.
    """
    parsed = None if private or said_at else _read(text, contact, owner, today)
    changes = _changes(contact, parsed) if parsed else {}
    said = (parsed.birthday, parsed.anniversary) if parsed else ()
    dates = tuple(day for day in said if day is not None)
    known = (await unit.contacts.dates([contact.id]))[contact.id]
    notes: Sequence[ParsedNote] = (ParsedNote(text, private),)
    if parsed and (changes or dates or _repeats(parsed)):
        notes = [note for note in parsed.notes if not _only_introduces(note.text)]
    kept = [
        await keep_note(unit, owner, contact, note.text, private=note.private, said_at=said_at)
        for note in notes
    ]
    steps = [await edit.set_date(unit, owner, contact, day.key, day) for day in dates]
    if changes:
        steps.append(await edit.change(unit, owner, contact, **changes))
    undo_id = await unit.conversations.remember(
        owner.id,
        undo="told",
        contact_id=contact.id,
        steps=[step.undo_id for step in steps],
        note_ids=[note.id for note in kept],
    )
    doubts = (*parsed.questions, *parsed.remarks) if parsed else ()
    after = steps[-1].contact if steps else contact
    asking = [greeting for step in steps for greeting in step.asking]
    dropped = [greeting_id for step in steps for greeting_id in step.dropped]
    return Told(
        contact=after,
        before=contact,
        dates=dates,
        dates_before={day.key: day for day in known},
        notes=tuple(kept),
        doubts=tuple(doubt for doubt in doubts if doubt.key not in _MEANT_AS_NOTES),
        done=edit.Changed(after, undo_id, asking, dropped),
        undo_id=undo_id,
    )


async def untell(unit: Unit, owner: Owner, undo_id: int) -> tuple[Greeting, ...] | None:
    """↩️: as it was before it was told; answers what has to be asked about again, or None when it
    was taken back before."""
    action = await unit.conversations.take(owner.id, undo_id)
    if action is None or action["undo"] != "told":
        return None
    asking = [
        greeting
        for note_id in action["note_ids"]
        for greeting in await edit.unsay(unit, owner, note_id)
    ]
    undone = [await edit.revert(unit, owner, step) for step in reversed(action["steps"])]
    return tuple(asking) + tuple(
        greeting for one in undone if one is not None for greeting in one.asking
    )


def _changes(contact: Contact, parsed: ParsedContact) -> dict[str, Any]:
    """The fields that become something else.

    A relationship counts where the words begin with it ("es mi primo"), not where it is told of
    somebody else on the way ("se casó con Pedro, su marido").
    """
    said: dict[str, Any] = {
        name: getattr(parsed, name) for name in _FIELDS if getattr(parsed, name)
    }
    if parsed.country and any("country" in one.fields for one in parsed.understood):
        said["country"] = parsed.country  # said, and not only the country of a phone
    first = set(parsed.understood[0].fields) if parsed.understood else set()
    if {"relationship", "roles"} & first:
        if parsed.relationship:
            said["relationship"] = parsed.relationship
        if parsed.roles:
            said["roles"] = contact.roles | parsed.roles
    return {name: value for name, value in said.items() if getattr(contact, name) != value}


def _read(text: str, contact: Contact, owner: Owner, today: date) -> ParsedContact | None:
    try:
        return parse_facts(
            text,
            name=contact.name,
            today=today,
            owner_language=owner.language,
            owner_country=owner.country,
            area_code=owner.area_code,
        )
    except ParseProblem:
        return None


def _only_introduces(words_left: str) -> bool:
    """Whether a fact left only what led to it: "his phone is", "tiene tel nuevo"."""
    empty = frozenset().union(*(words(key) for key in _INTRODUCING)) | _NEW
    pieces = {piece for phrase in empty for piece in phrase.split()}
    return all(piece in pieces for piece in re.findall(r"\w+", fold(words_left)))


def _repeats(parsed: ParsedContact) -> bool:
    """Whether the words say only what was known already, so that there is nothing to note."""
    return not parsed.notes and bool(parsed.understood)


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody's day: whose, when, and what for, in the owner's language."""

    day: date
    contact: Contact
    occasions: tuple[str, ...]


async def coming(
    unit: Unit, owner: Owner, calendar: Calendar, first: date, last: date
) -> list[Coming]:
    """Who is greeted on the days from `first` to `last`, both included, in order."""
    return sorted(
        (
            Coming(found.day, person.contact, _named(found, calendar, person, owner))
            for person in await plan.people(unit, owner, calendar)
            for found in plan.days_of(person, owner, calendar, first, last)
        ),
        key=_order,
    )


async def birthdays(
    unit: Unit, owner: Owner, calendar: Calendar, first: date, last: date
) -> list[Coming]:
    """Whose birthday falls on the days from `first` to `last`, both included, in order."""
    name = calendar.name_of("birthday", owner.language) or ""
    return sorted(
        (
            Coming(day, person.contact, (name,))
            for person in await plan.people(unit, owner, calendar)
            for birthday in person.dates
            if birthday.key == "birthday" and not person.contact.deceased
            for year in range(first.year, last.year + 1)
            if (day := personal_day(birthday, year, owner.leap_day)) is not None
            and first <= day <= last
        ),
        key=_order,
    )


def _order(one: Coming) -> tuple[date, str]:
    return one.day, one.contact.name.casefold()


def _named(found: DueDay, calendar: Calendar, person: plan.Person, owner: Owner) -> tuple[str, ...]:
    return tuple(
        occasion_ref(
            calendar,
            one.key,
            owner.language,
            person.contact,
            owner,
            day=found.day,
            dates=person.dates,
        ).name
        for one in found.occasions
    )


def next_on(day: PersonalDate, today: date, leap_day: LeapDay) -> date:
    """The next time a yearly date comes round."""
    this_year = day.on(today.year, leap_day)
    return this_year if this_year >= today else day.on(today.year + 1, leap_day)
