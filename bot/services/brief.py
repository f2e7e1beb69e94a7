"""What a drafter is told of a greeting: the person, the day, and what they got before."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.calendar import Calendar
from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.drafting import DraftRequest, OccasionRef, Person
from bot.domain.greetings import Greeting
from bot.domain.owners import Owner
from bot.domain.signing import unsigned
from bot.services.belated import is_late
from bot.services.occasion_names import occasion_ref
from bot.services.writing import SHOWN
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Brief:
    """A request that says nothing yet of the others of that day. `private`: the notes that stay on the
    machine."""

    contact: Contact
    request: DraftRequest
    private: tuple[Note, ...]

    def facts(self, voice: str) -> str:
        """A digest of all that a draft rests on, and of who writes: while it stays the same, so may
        the draft."""
        one = self.request
        told = (one.person, one.occasions, one.previous, one.hint, one.style, one.late)
        return hashlib.sha256(repr((told, self.private, voice)).encode()).hexdigest()


async def briefs(
    unit: Unit, calendar: Calendar, owner: Owner, greetings: Sequence[Greeting]
) -> dict[tuple[int, date], Brief]:
    """The briefs of these greetings of one owner, by contact and day; none of somebody gone."""
    contacts = await unit.contacts.some({one.contact_id for one in greetings})
    notes = await unit.contacts.notes(list(contacts))
    dates = await unit.contacts.dates(list(contacts))
    sent = await unit.greetings.sent_texts(list(contacts))
    found = {}
    for greeting in greetings:
        contact = contacts.get(greeting.contact_id)
        if contact is None or contact.owner_id != owner.id:
            continue
        theirs = notes[contact.id]
        request = DraftRequest(
            person=person_of(contact, theirs),
            occasions=_occasions(calendar, greeting, owner, contact, dates[contact.id]),
            previous=tuple(unsigned(text, owner) for text in sent.get(contact.id, ())),
            hint=greeting.hint,
            style=owner.style,
            late=is_late(greeting, contact, unit),
            alternatives=SHOWN,
        )
        private = tuple(note for note in theirs if note.private)
        found[contact.id, greeting.day] = Brief(contact, request, private)
    return found


def person_of(contact: Contact, notes: Sequence[Note]) -> Person:
    """The contact as a drafter and the guards see them, without the notes that stay on the machine."""
    return Person(
        name=contact.name,
        nickname=contact.nickname,
        relationship=contact.relationship,
        register=contact.register,
        language=_tag(contact),
        notes=tuple(note for note in notes if not note.private),
        form_of_address=contact.form_of_address,
        is_group=contact.kind == "group",
    )


def _occasions(
    calendar: Calendar,
    greeting: Greeting,
    owner: Owner,
    contact: Contact,
    dates: Sequence[PersonalDate],
) -> tuple[OccasionRef, ...]:
    return tuple(
        occasion_ref(
            calendar,
            key,
            contact.language,
            contact,
            owner,
            day=greeting.day,
            dates=dates,
            milestones=owner.milestones,
        )
        for key in greeting.occasions
    )


def _tag(contact: Contact) -> str:
    """The language tag with the country's variety where it matters."""
    return f"{contact.language}-{contact.country}" if contact.country else contact.language
