"""People of a file beside the contacts there are: who is new, known, doubtful, or can be completed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Kind, Note, PersonalDate, Relationship, default_register
from bot.domain.greetings import FINAL
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.abrazo import Archive, Kept
from bot.exchange.entries import Entry, Reading
from bot.parsing.phones import PhoneReading, parse_phone
from bot.parsing.text import clean, fold
from bot.parsing.vocabulary import countries, meanings
from bot.services.capture import language_of, zone_of
from bot.services.secrets import is_secret

_RELATED = {
    "friend": Relationship.FRIEND,
    "sweetheart": Relationship.PARTNER,
    "spouse": Relationship.PARTNER,
    "co-worker": Relationship.COLLEAGUE,
    "colleague": Relationship.COLLEAGUE,
    "kin": Relationship.FAMILY,
    "parent": Relationship.FAMILY,
    "child": Relationship.FAMILY,
    "sibling": Relationship.FAMILY,
    "acquaintance": Relationship.ACQUAINTANCE,
}
"""vCard 4's RELATED types (RFC 6350, 6.6.6)."""


class Verdict(StrEnum):
    """How somebody in a file stands to the contacts there are."""

    NEW = "new"
    KNOWN = "known"
    COMPLETES = "completes"
    """Known, and the file knows an address or a date that is missing here."""
    DOUBTFUL = "doubtful"
    """The name is there already, with another number or address."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody from a file, ready to be written. `unread`: values that are kept as 🔒 notes because
    they could not be read as what they say they are. `local`: numbers that wait for the owner's area
    code, the first `mobiles` of them said to be mobile. `known_id`: the contact that COMPLETES means."""

    contact: Contact
    verdict: Verdict
    notes: tuple[Note, ...] = ()
    dates: tuple[PersonalDate, ...] = ()
    past: tuple[Past, ...] = ()
    unread: int = 0
    local: tuple[str, ...] = ()
    mobiles: int = 0
    known_id: int = 0

    @property
    def letter(self) -> str:
        """Under which letter they stand."""
        first = fold(self.contact.name.strip())[:1].upper()
        return first if "A" <= first <= "Z" else "#"

    @property
    def kept_notes(self) -> tuple[Note, ...]:
        """What is written as notes: a number that nobody completed is one, too."""
        return (*self.notes, *_unread_notes(self.local))

    @property
    def has_birthday(self) -> bool:
        """Whether the birthday is known."""
        return any(day.key == "birthday" for day in self.dates)


ARRIVALS = TypeAdapter(tuple[Arrival, ...])


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `skipped`: by reason, how many and the first few names. `odd`:
    settings of which something makes no sense."""

    arrivals: tuple[Arrival, ...]
    skipped: dict[str, tuple[int, tuple[str, ...]]]
    odd: tuple[str, ...] = ()

    def of(self, verdict: Verdict) -> list[Arrival]:
        """Those of a kind."""
        return [one for one in self.arrivals if one.verdict is verdict]


def compare(
    found: Reading | Archive,
    owner: Owner,
    known: Sequence[Contact],
    dates: Mapping[int, Sequence[PersonalDate]] | None = None,
) -> Preview:
    """The people of a file beside the contacts there are (with their `dates`), and beside each
    other."""
    if isinstance(found, Archive):
        drafts = [_kept(one, owner) for one in found.people]
    else:
        drafts = [_entered(one, owner) for one in found.entries]
    names: dict[str, list[str]] = {}
    for one in found.skipped:
        names.setdefault(one.reason, []).append(one.label)
    skipped = {reason: (len(labels), tuple(labels[:3])) for reason, labels in names.items()}
    odd = found.odd if isinstance(found, Archive) and not known else ()
    return Preview(judged(drafts, known, dates), skipped, odd)


def judged(
    drafts: Iterable[Arrival],
    known: Sequence[Contact],
    dates: Mapping[int, Sequence[PersonalDate]] | None = None,
) -> tuple[Arrival, ...]:
    """Each with the verdict that the contacts there are, and those before it, leave to it."""
    index = Index(known)
    arrivals = []
    for draft in drafts:
        verdict = index.verdict(draft.contact)
        same = index.same(draft.contact) if verdict is Verdict.KNOWN else None
        if same is not None and (lacking(same, draft.contact) or _lacks(same, draft, dates or {})):
            arrivals.append(replace(draft, verdict=Verdict.COMPLETES, known_id=same.id))
        else:
            arrivals.append(replace(draft, verdict=verdict))
            index.add(draft.contact)
    return tuple(arrivals)


FILLED = ("phone", "username", "email", "nickname")
"""What an address book may know that is missing here."""


def lacking(contact: Contact, other: Contact) -> dict[str, str]:
    """The fields of the other one that the contact has nothing in."""
    values = {name: getattr(other, name) for name in FILLED if not getattr(contact, name)}
    return {name: value for name, value in values.items() if value}


def _lacks(contact: Contact, draft: Arrival, dates: Mapping[int, Sequence[PersonalDate]]) -> bool:
    here = {day.key for day in dates.get(contact.id, ())}
    return contact.id in dates and any(day.key not in here for day in draft.dates)


class Index:
    """Contacts by their addresses and by their names."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._addresses: set[tuple[str, str]] = set()
        self._names: dict[str, list[Contact]] = {}
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        """One more."""
        self._addresses.update(_addresses(contact))
        self._names.setdefault(fold(contact.name), []).append(contact)

    def same(self, contact: Contact) -> Contact | None:
        """The one contact of the owner's who surely is the same person: by name, and by no address
        that says otherwise."""
        namesakes = self._names.get(fold(contact.name), [])
        return namesakes[0] if len(namesakes) == 1 and namesakes[0].id else None

    def verdict(self, contact: Contact) -> Verdict:
        """An address of theirs is known, or the name is and nothing speaks against it."""
        mine = _addresses(contact)
        if self._addresses & mine:
            return Verdict.KNOWN
        namesakes = self._names.get(fold(contact.name), ())
        if not namesakes:
            return Verdict.NEW
        others = {kind for one in namesakes for kind, _ in _addresses(one)}
        return Verdict.DOUBTFUL if others & {kind for kind, _ in mine} else Verdict.KNOWN


def _addresses(contact: Contact) -> set[tuple[str, str]]:
    values = (
        ("phone", contact.phone),
        ("email", contact.email),
        ("username", contact.username),
    )
    return {(kind, value.casefold()) for kind, value in values if value}


def _kept(one: Kept, owner: Owner) -> Arrival:
    past = tuple(past for past in one.greetings if past.state in FINAL)
    odd = _unread_notes(f"{field}: {words}" for field, words in one.odd)
    notes = (*one.notes, *odd)
    return Arrival(_mended(one, owner), Verdict.NEW, notes, one.dates, past, unread=len(odd))


def _mended(one: Kept, owner: Owner) -> Contact:
    """With what is likeliest, and does no harm, in the place of what makes no sense: nobody becomes a
    friend by it, or is greeted who may not be."""
    contact, odd = one.contact.evolve(owner_id=owner.id), {field for field, _ in one.odd}
    if odd & {"paused", "deceased"}:
        contact = contact.evolve(paused=True)
    if "relationship" in odd:
        contact = contact.evolve(relationship=Relationship.ACQUAINTANCE)
    if "country" in odd:
        contact = contact.evolve(country=owner.country)
    if "timezone" in odd:
        contact = contact.evolve(timezone=zone_of(contact.country, owner))
    if "language" in odd:
        contact = contact.evolve(language=language_of(contact.country, owner))
    if "register" in odd:
        spoken = contact.language, contact.country, contact.relationship
        contact = contact.evolve(register=default_register(*spoken))
    return contact


def _entered(entry: Entry, owner: Owner) -> Arrival:
    """An entry with what its values mean here. Somebody from an address book is an acquaintance
    until a word in it says more: nobody becomes a friend by being in a phone."""
    country = countries().get(fold(entry.country or "")) or (entry.country or "").upper()
    stated = country if country in countries().values() else None
    here = stated in {None, owner.country}
    phone, reading, undialled = dialled(
        entry.phones, entry.mobiles, owner.country, owner.area_code if here else None
    )
    local: tuple[str, ...] = ()
    if here and phone is None and owner.area_code is None:
        local = tuple(one.raw for one in undialled if one.question == "area_code")
    odd = (*(one.raw for one in undialled if one.raw not in local), *entry.odd)
    country = stated or (reading.country if reading else None) or owner.country
    language = meanings("languages", "es").get(fold(entry.language or ""), entry.language or "")
    if language not in {"es", "en", "it", "pt"}:
        language = language_of(country, owner)
    relationship, role = _relation(entry, owner)
    contact = Contact(
        id=0,
        owner_id=owner.id,
        name=entry.name,
        nickname=entry.nickname if entry.nickname != entry.name else None,
        kind=Kind.GROUP if entry.group else Kind.PERSON,
        relationship=relationship,
        roles=frozenset({role} if role else ()),
        register=default_register(language, country, relationship),
        language=language,
        country=country,
        timezone=_zone(country, reading, owner),
        phone=phone,
        username=entry.username,
        email=next((one for one in entry.emails if "@" in one), None),
        tags=frozenset(tag.lower().replace(" ", "-")[:30] for tag in entry.tags),
    )
    notes = [
        Note(0, clean(text), private=is_secret(text)) for text in entry.notes if clean(text).strip()
    ]
    dates = tuple(day for day in (entry.birthday, entry.anniversary) if day is not None)
    return Arrival(
        contact,
        Verdict.NEW,
        (*notes, *_unread_notes(odd)),
        dates,
        unread=len(odd),
        local=local,
        mobiles=sum(one in local for one in entry.phones[: entry.mobiles]),
    )


def completed(arrival: Arrival, owner: Owner) -> Arrival:
    """Somebody whose number the owner's area code completes; else as they were."""
    phone, reading, undialled = dialled(
        arrival.local, arrival.mobiles, owner.country, owner.area_code
    )
    if phone is None:
        return arrival
    zone = _zone(arrival.contact.country, reading, owner)
    return replace(
        arrival,
        contact=arrival.contact.evolve(phone=phone, timezone=zone),
        notes=(*arrival.notes, *_unread_notes(one.raw for one in undialled)),
        local=(),
        mobiles=0,
    )


def _unread_notes(texts: Iterable[str]) -> tuple[Note, ...]:
    kept = (clean(text).strip() for text in texts)
    return tuple(Note(0, text, private=True) for text in kept if text)


def _zone(country: str, reading: PhoneReading | None, owner: Owner) -> str:
    """Where most people of the country live, unless the number says where else."""
    zone = zone_of(country, owner)
    if reading is None or reading.country != country or zone in reading.zones:
        return zone
    return next(iter(reading.zones), zone)


def dialled(
    numbers: Sequence[str], mobiles: int, country: str, area_code: str | None
) -> tuple[str | None, PhoneReading | None, tuple[PhoneReading, ...]]:
    """The first number that can be dialled from anywhere (E.164), as it was read, and those that
    can't. The first `mobiles` are said to be such."""
    readings = [parse_phone(number, country, area_code) for number in numbers]
    good = [one for one in readings if one.e164]
    undialled = tuple(one for one in readings if not one.e164)
    best = next((one for one in good if one.maybe_mobile), good[0] if good else None)
    if best is None:
        return None, None, undialled
    said_mobile = best.mobile and best in readings[:mobiles]
    return best.mobile if said_mobile else best.e164, best, undialled


def _relation(entry: Entry, owner: Owner) -> tuple[Relationship, str | None]:
    relations = meanings("relationship", owner.language)
    roles = meanings("role", owner.language)
    for word in map(fold, filter(None, (entry.relation, *entry.tags))):
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in relations:
                return Relationship(relations[form]), None
            if form in roles:
                return Relationship.FAMILY, roles[form]
        if word in _RELATED:
            return _RELATED[word], None
    return Relationship.ACQUAINTANCE, None
