"""Getting people and memories in."""

from dataclasses import dataclass
from datetime import datetime

from bot.calendar.zones import zones_of
from bot.domain.contacts import (
    Contact,
    Note,
    PersonalDate,
    Register,
    Relationship,
    default_register,
)
from bot.domain.greetings import State
from bot.domain.owners import Owner
from bot.parsing.contacts import ParsedContact
from bot.parsing.facts import strip_private
from bot.parsing.text import clean
from storage.unit import Unit

_LANGUAGE_OF = {
    country: language
    for language, countries in {
        "it": "IT SM VA",
        "pt": "AO BR CV MZ PT",
        "en": "AU CA GB GG IE IM JE NZ US ZA",
    }.items()
    for country in countries.split()
}
_READS = {Register.LEI: "it", Register.VOCE: "pt", Register.YOU: "en"}
"""Forms of address that only one of our languages has."""

_SPANISH = (
    "AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PR PY SV UY VE".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Captured:
    """What was kept about a contact, and the number under which ↩️ takes it back."""

    contact: Contact
    notes: tuple[Note, ...]
    dates: tuple[PersonalDate, ...]
    undo_id: int


def zone_of(country: str, owner: Owner) -> str:
    """The time zone that most people of a country live in."""
    if country == owner.country:
        return owner.timezone
    return next(iter(zones_of(country)), owner.timezone)


def language_of(country: str, owner: Owner) -> str:
    """The language most people of a country read; the owner's own for countries we don't speak."""
    if country in _SPANISH:
        return "es"
    return _LANGUAGE_OF.get(country, owner.language)


def reads(country: str, language: str) -> bool:
    """Whether most people of a country read a language that we speak."""
    return country in _SPANISH if language == "es" else _LANGUAGE_OF.get(country) == language


async def add_contact(unit: Unit, owner: Owner, parsed: ParsedContact) -> Captured:
    """Keep a new contact with all that was said; nothing has to be confirmed, ↩️ takes it back."""
    country = parsed.country or owner.country
    said = _READS.get(parsed.register) if parsed.register else None
    language = parsed.language or said or language_of(country, owner)
    relationship = parsed.relationship or Relationship.FRIEND
    register = parsed.register or default_register(language, country, relationship)
    zone = zone_of(country, owner)
    if parsed.zones and zone not in parsed.zones:
        zone = parsed.zones[0]
    contact = await unit.contacts.add(
        Contact(
            id=0,
            owner_id=owner.id,
            name=parsed.name,
            nickname=parsed.nickname,
            form_of_address=parsed.form_of_address,
            kind=parsed.kind,
            relationship=relationship,
            roles=parsed.roles,
            register=register,
            language=language,
            country=country,
            timezone=zone,
            phone=parsed.phone,
            username=parsed.username,
            email=parsed.email,
            paused=parsed.paused,
            tags=parsed.tags,
        )
    )
    notes = [
        await unit.contacts.add_note(contact, note.text, private=note.private)
        for note in parsed.notes
    ]
    dates = tuple(day for day in (parsed.birthday, parsed.anniversary) if day is not None)
    for day in dates:
        await unit.contacts.set_date(contact, day)
    undo_id = await unit.conversations.remember(owner.id, undo="contact", contact_id=contact.id)
    await look_again(unit, owner)
    return Captured(contact, tuple(notes), dates, undo_id)


async def add_note(
    unit: Unit, owner: Owner, contact: Contact, text: str, *, private: bool = False
) -> Captured:
    """Keep a note; a greeting that was waiting for a memory gets drafted with it."""
    note = await keep_note(unit, owner, contact, text, private=private)
    undo_id = await unit.conversations.remember(owner.id, undo="note", note_id=note.id)
    return Captured(contact, (note,), (), undo_id)


async def keep_note(
    unit: Unit,
    owner: Owner,
    contact: Contact,
    text: str,
    *,
    private: bool = False,
    said_at: datetime | None = None,
) -> Note:
    """Write a note without a way back of its own; `said_at`: when it was said, if not now.

    What was waiting for a memory is drafted, and its card comes by itself.
    """
    text, private = as_kept(text, private=private)
    said = Note(id=0, text=text, private=private, created_at=said_at)
    note = await unit.contacts.put_note(contact, said)
    asked = await unit.greetings.find(contact_id=contact.id, states={State.NEEDS_MEMORY})
    for greeting in asked:
        await unit.greetings.move(greeting, State.PLANNED)
        await unit.reviews.close(owner.id, greeting.id)
        (await unit.reviews.get(owner.id)).active = True
    return note


def as_kept(text: str, *, private: bool) -> tuple[str, bool]:
    """The words of a note and whether they stay on the machine: a lock before them says so, whichever
    way they came. Characters that turn round or hide what stands beside them are left out."""
    text = clean(text).strip() or text
    locked = strip_private(text)
    return (locked, True) if locked else (text, private)


async def look_again(unit: Unit, owner: Owner) -> None:
    """Have the next tick look at this owner's days: somebody may be due who was not before."""
    await unit.owners.look_at(owner.id, unit.now)
