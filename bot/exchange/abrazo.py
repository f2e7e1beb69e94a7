"""Abrazo's own file: everything an owner has, as JSON (docs/export.md), and back."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.history import Past
from bot.domain.owners import SAMPLES, Owner
from bot.exchange import sound
from bot.exchange.codec import CONTACT
from bot.exchange.entries import LONGEST_NAME, LONGEST_NOTE, MOST, Skipped, Unreadable, tidy

Made = TypeVar("Made")

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

_LISTS: dict[str, tuple[Callable[[Any], Any], int]] = {
    "own": (sound.OWN.whole, 60),
    "samples": (sound.sample, SAMPLES),
    "switches": (sound.switch, 2_000),
}
"""Settings of which one thing that makes no sense costs only itself, and how many there may be: more
than anybody has, and few enough to be looked at every day."""

_MOST_DATES = 40
"""Of one contact."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One contact with all that hangs on it; ids are 0 in the file. `odd`: what makes no sense, each
    piece with the field it stands in."""

    contact: Contact
    notes: tuple[Note, ...] = ()
    dates: tuple[PersonalDate, ...] = ()
    greetings: tuple[Past, ...] = ()
    odd: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """A whole file. `owner` holds the settings that make sense, as they stand in it; `odd` names those
    of which something does not."""

    people: tuple[Kept, ...]
    owner: dict[str, Any]
    skipped: tuple[Skipped, ...] = ()
    odd: tuple[str, ...] = ()


_NOTES = TypeAdapter(tuple[Note, ...])
_DATES = TypeAdapter(tuple[PersonalDate, ...])
_PAST = TypeAdapter(tuple[Past, ...])


def write_archive(owner: Owner, people: list[Kept], now: datetime) -> bytes:
    """The file."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "owner": _written({name: getattr(owner, name) for name in (*SETTINGS, "switches")}),
        "contacts": [_as_json(one) for one in people],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _written(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as the file has them."""
    written = {
        name: sound.OWNER.fields[name].dump_python(value, mode="json")
        for name, value in settings.items()
        if name != "switches"
    }
    if "switches" in settings:
        switches = settings["switches"].items()
        written["switches"] = [[key, who.value, on] for (key, who), on in switches]
    return written


def with_settings(owner: Owner, settings: Mapping[str, Any]) -> Owner:
    """The owner with those settings of a file that make sense; the others stay as they are."""
    return owner.evolve(**_settings(settings)[0])


def _settings(given: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The settings that make sense, and the names of those of which something does not."""
    plain = {name: given[name] for name in SETTINGS if name in given and name not in _LISTS}
    values, odd = sound.OWNER.sound(plain)
    names = list(odd)
    for name in _LISTS.keys() & given.keys():
        read, most = _LISTS[name]
        listed = given[name] if isinstance(given[name], list) else [None]
        found = [read(one) for one in listed[:most]]
        good = [one for one in found if one is not None]
        if len(good) < len(listed):
            names.append(name)
        if good or not listed:
            values[name] = dict(good) if name == "switches" else tuple(good)
    return values, tuple(sorted(names))


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


def read_archive(data: bytes, today: date) -> Archive:
    """What `write_archive` wrote. What makes no sense costs only itself; somebody whose name makes none
    is left out. Raises Unreadable."""
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
        one = _kept(raw, today) if isinstance(raw, dict) else None
        if one is None:
            name = raw.get("name") if isinstance(raw, dict) else None
            skipped.append(Skipped(tidy(str(name or ""))[:LONGEST_NAME] or "?", "broken"))
        else:
            people.append(one)
    settings, odd = _settings(owner) if isinstance(owner, dict) else ({}, ())
    return Archive(tuple(people), _written(settings), tuple(skipped), odd)


def _kept(raw: dict[str, Any], today: date) -> Kept | None:
    here = {name: value for name, value in raw.items() if name not in _HERE_ONLY}
    fields, odd = sound.CONTACT.sound(here)
    if "name" not in fields:
        return None

    def day(one: Any) -> PersonalDate | None:
        found = sound.DATE.whole(one)
        return found if found is not None and (found.year or 0) <= today.year else None

    notes, odd_notes = _each(raw, "notes", sound.NOTE.whole)
    dates, odd_dates = _each(raw, "dates", day, "key", _MOST_DATES)
    past, odd_past = _each(raw, "greetings", sound.PAST.whole, "day")
    unread = (*odd.items(), *odd_notes, *odd_dates, *odd_past)
    return Kept(Contact(id=0, owner_id=0, **fields), notes, dates, past, unread)


def _each(
    raw: dict[str, Any],
    name: str,
    read: Callable[[Any], Made | None],
    unique: str | None = None,
    most: int = MOST,
) -> tuple[tuple[Made, ...], list[tuple[str, str]]]:
    """Those of a list that make sense, one alone of those alike in `unique`; the words of the others."""
    listed = raw.get(name) or []
    made: dict[Any, Made] = {}
    odd: list[tuple[str, str]] = []
    for number, value in enumerate(listed if isinstance(listed, list) else [listed]):
        one = read({"id": 0} | value) if isinstance(value, dict) else None
        place = getattr(one, unique, None) if unique else number
        if one is None or place in made or len(made) == most:
            odd += [(name, piece) for piece in _pieces(value)]
        else:
            made[place] = one
    return tuple(made.values()), odd


def _pieces(value: Any) -> Iterable[str]:
    """The words of something that makes no sense, in as many pieces as notes need."""
    text = value.get("text") if isinstance(value, dict) else None
    words = text if isinstance(text, str) and text else sound.words(value)
    return (words[start : start + LONGEST_NOTE] for start in range(0, len(words), LONGEST_NOTE))
