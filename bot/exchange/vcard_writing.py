"""vCard 4.0 (RFC 6350), for any other address book. Private notes stay out: another program's file
is a way off this machine."""

from collections.abc import Iterable, Iterator

from bot.domain.contacts import Contact, Kind, PersonalDate, Relationship
from bot.exchange.abrazo import Kept

_RELATED = {
    Relationship.FRIEND: "friend",
    Relationship.FAMILY: "kin",
    Relationship.PARTNER: "sweetheart",
    Relationship.COLLEAGUE: "co-worker",
    Relationship.CLIENT: "contact",
    Relationship.ACQUAINTANCE: "acquaintance",
}
_LONGEST_LINE = 75
"""Octets of a line before it is folded."""


def write(people: Iterable[Kept], owner_name: str) -> bytes:
    """Everybody's cards."""
    lines = (line for one in people for line in _card(one, owner_name))
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _card(one: Kept, owner_name: str) -> Iterator[str]:
    contact = one.contact
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{'group' if contact.kind is Kind.GROUP else 'individual'}"
    yield f"FN:{_escaped(contact.name)}"
    given, _, family = contact.name.partition(" ")
    yield f"N:{_escaped(family)};{_escaped(given)};;;"
    yield from _addresses(contact)
    for day in one.dates:
        if day.key in {"birthday", "anniversary"}:
            yield f"{'BDAY' if day.key == 'birthday' else 'ANNIVERSARY'}:{_day(day)}"
    yield f"LANG:{contact.language}"
    yield f"TZ:{contact.timezone}"
    yield f"RELATED;TYPE={_RELATED[contact.relationship]};VALUE=text:{_escaped(owner_name)}"
    if contact.tags:
        yield "CATEGORIES:" + ",".join(_escaped(tag) for tag in sorted(contact.tags))
    for note in one.notes:
        if not note.private:
            yield f"NOTE:{_escaped(note.text)}"
    yield "END:VCARD"


def _addresses(contact: Contact) -> Iterator[str]:
    if contact.nickname:
        yield f"NICKNAME:{_escaped(contact.nickname)}"
    if contact.phone:
        yield f"TEL;VALUE=uri;TYPE=cell:tel:{contact.phone}"
    if contact.email:
        yield f"EMAIL:{_escaped(contact.email)}"
    if contact.username:
        yield f"IMPP:telegram:{contact.username}"


def _day(day: PersonalDate) -> str:
    year = f"{day.year:04}" if day.year else "--"
    return f"{year}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """RFC 6350, 3.4; a line break in any spelling is one."""
    text = "\n".join(text.splitlines())
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line with its continuations, never cut inside a character."""
    pieces: list[bytes] = [b""]
    for char in line:
        encoded = char.encode()
        if len(pieces[-1]) + len(encoded) > _LONGEST_LINE:
            pieces.append(b" ")
        pieces[-1] += encoded
    return b"\r\n".join(pieces)
