"""Abrazo's own file: everything an owner has, as JSON (docs/export.md), and back."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.domain.contacts import Contact, Note, PersonalDate, Relationship
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.codec import CONTACT, OWNER
from bot.exchange.entries import MOST, Skipped, Unreadable

FORMAT = "abrazo"
VERSION = 1

_HERE_ONLY = ("id", "owner_id", "linked_chat_id")
"""What means nothing elsewhere. Consent to be written to by a bot is given to that bot and that
owner; a file can't carry it."""


SETTINGS = (
    "language", "country", "timezone", "prepare_at", "send_at", "wakes_at", "sleeps_at", "gap_days",
    "client_year", "pause_every", "talk_with_model", "style", "samples", "signature", "signatures",
    "follow_up", "own", "friends_day", "leap_day", "milestones", "area_code",
)  # fmt: skip
"""What of an owner is a setting; `switches` comes beside it. The rest is the bot's own memory."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One contact with all that hangs on it; ids are 0 in the file."""

    contact: Contact
    notes: tuple[Note, ...] = ()
    dates: tuple[PersonalDate, ...] = ()
    greetings: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """A whole file. `owner` holds the settings as they stand in it."""

    people: tuple[Kept, ...]
    owner: dict[str, Any]
    skipped: tuple[Skipped, ...] = ()


_NOTES = TypeAdapter(tuple[Note, ...])
_DATES = TypeAdapter(tuple[PersonalDate, ...])
_PAST = TypeAdapter(tuple[Past, ...])


def write_archive(owner: Owner, people: list[Kept], now: datetime) -> bytes:
    """The file."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "owner": _settings(owner),
        "contacts": [_as_json(one) for one in people],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _settings(owner: Owner) -> dict[str, Any]:
    settings: dict[str, Any] = OWNER.dump_python(owner, mode="json", include=set(SETTINGS))
    settings["switches"] = [[key, who.value, on] for (key, who), on in owner.switches.items()]
    return settings


def with_settings(owner: Owner, settings: dict[str, Any]) -> Owner:
    """The owner with the settings of a file; those that can't be read leave all as it was."""
    wanted = {name: value for name, value in settings.items() if name in SETTINGS}
    try:
        switches = {(str(key), Relationship(who)): bool(on) for key, who, on in
                    settings.get("switches", ())}  # fmt: skip
        mine = {one.name: getattr(owner, one.name) for one in fields(owner)}
        return OWNER.validate_python(mine | wanted | {"switches": switches})
    except (ValidationError, TypeError, ValueError):
        return owner


def _as_json(one: Kept) -> dict[str, Any]:
    contact: dict[str, Any] = CONTACT.dump_python(one.contact, mode="json")
    for name in ("roles", "tags"):
        contact[name] = sorted(contact[name])
    for name in _HERE_ONLY:
        contact.pop(name)
    notes = _NOTES.dump_python(one.notes, mode="json")
    for note in notes:
        note.pop("id")
    return contact | {
        "notes": notes,
        "dates": _DATES.dump_python(one.dates, mode="json"),
        "greetings": _PAST.dump_python(one.greetings, mode="json"),
    }


def read_archive(data: bytes) -> Archive:
    """What `write_archive` wrote; a contact that can't be read costs only itself. Raises Unreadable."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise Unreadable("unknown") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Unreadable("not_abrazo")
    version = document.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise Unreadable("newer")
    contacts, owner = document.get("contacts"), document.get("owner")
    if not isinstance(contacts, list) or len(contacts) > MOST:
        raise Unreadable("too_many" if isinstance(contacts, list) else "not_abrazo")
    people, skipped = [], []
    for raw in contacts:
        one = _kept(raw)
        if one is None:
            name = raw.get("name") if isinstance(raw, dict) else None
            skipped.append(Skipped(str(name or "?")[:80], "broken"))
        else:
            people.append(one)
    return Archive(tuple(people), owner if isinstance(owner, dict) else {}, tuple(skipped))


def _kept(raw: Any) -> Kept | None:
    if not isinstance(raw, dict) or not str(raw.get("name") or "").strip():
        return None
    fields = {name: value for name, value in raw.items() if name not in _HERE_ONLY}
    rest = [fields.pop(name, []) for name in ("notes", "dates", "greetings")]
    try:
        contact = CONTACT.validate_python(fields | {"id": 0, "owner_id": 0})
        notes = _NOTES.validate_python([{"id": 0} | note for note in rest[0]])
        return Kept(contact, notes, _DATES.validate_python(rest[1]), _PAST.validate_python(rest[2]))
    except (ValidationError, TypeError):
        return None
