"""Address books in, everything out.

An import is read and compared first and waits, sealed, for the owner's choice; what was chosen is
written in one transaction, so that a kill leaves all of it or nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Kind, Note, PersonalDate, Relationship, default_register
from bot.domain.greetings import FINAL
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.abrazo import Archive, Kept
from bot.exchange.entries import Entry, Reading
from bot.parsing.phones import parse_phone
from bot.parsing.text import clean, fold
from bot.parsing.vocabulary import countries, meanings
from bot.services.capture import language_of, look_again, zone_of
from bot.services.secrets import is_secret
from storage.unit import Unit

AT_ONCE = 2_000
"""Contacts that one choice may bring in: they are written in one transaction."""

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
    DOUBTFUL = "doubtful"
    """The name is there already, with another number or address."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody from a file, ready to be written. `unread`: values that are kept as 🔒 notes because
    they could not be read as what they say they are."""

    contact: Contact
    verdict: Verdict
    notes: tuple[Note, ...] = ()
    dates: tuple[PersonalDate, ...] = ()
    past: tuple[Past, ...] = ()
    unread: int = 0

    @property
    def letter(self) -> str:
        """Under which letter they stand."""
        first = fold(self.contact.name.strip())[:1].upper()
        return first if "A" <= first <= "Z" else "#"

    @property
    def has_birthday(self) -> bool:
        """Whether the birthday is known."""
        return any(day.key == "birthday" for day in self.dates)


ARRIVALS = TypeAdapter(tuple[Arrival, ...])


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `skipped`: by reason, how many and the first few names."""

    arrivals: tuple[Arrival, ...]
    skipped: dict[str, tuple[int, tuple[str, ...]]]

    def of(self, verdict: Verdict) -> list[Arrival]:
        """Those of a kind."""
        return [one for one in self.arrivals if one.verdict is verdict]


def compare(found: Reading | Archive, owner: Owner, known: Sequence[Contact]) -> Preview:
    """The people of a file beside the contacts there are, and beside each other."""
    if isinstance(found, Archive):
        drafts = [_kept(one, owner) for one in found.people]
    else:
        drafts = [_entered(one, owner) for one in found.entries]
    index = _Index(known)
    arrivals = []
    for draft in drafts:
        arrivals.append(replace(draft, verdict=index.verdict(draft.contact)))
        index.add(draft.contact)
    names: dict[str, list[str]] = {}
    for one in found.skipped:
        names.setdefault(one.reason, []).append(one.label)
    skipped = {reason: (len(labels), tuple(labels[:3])) for reason, labels in names.items()}
    return Preview(tuple(arrivals), skipped)


class _Index:
    """Contacts by their addresses and by their names."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._addresses: set[tuple[str, str]] = set()
        self._names: dict[str, list[Contact]] = {}
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        self._addresses.update(_addresses(contact))
        self._names.setdefault(fold(contact.name), []).append(contact)

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
    contact = one.contact.evolve(owner_id=owner.id)
    past = tuple(past for past in one.greetings if past.state in FINAL)
    return Arrival(contact, Verdict.NEW, one.notes, one.dates, past)


def _entered(entry: Entry, owner: Owner) -> Arrival:
    """An entry with what its values mean here. Somebody from an address book is an acquaintance
    until a word in it says more: nobody becomes a friend by being in a phone."""
    phone, phone_country, odd = _phone(entry, owner)
    odd += entry.odd
    country = countries().get(fold(entry.country or "")) or (entry.country or "").upper()
    if country not in countries().values():
        country = phone_country or owner.country
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
        timezone=zone_of(country, owner),
        phone=phone,
        username=entry.username,
        email=next((one for one in entry.emails if "@" in one), None),
        tags=frozenset(tag.lower().replace(" ", "-")[:30] for tag in entry.tags),
    )
    notes = [Note(0, clean(text), private=is_secret(text)) for text in entry.notes]
    notes += [Note(0, clean(text), private=True) for text in odd]
    dates = tuple(day for day in (entry.birthday, entry.anniversary) if day is not None)
    return Arrival(contact, Verdict.NEW, tuple(notes), dates, unread=len(odd))


def _phone(entry: Entry, owner: Owner) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The first number that can be dialled from anywhere, its country, and those that can't."""
    readings = [parse_phone(number, owner.country) for number in entry.phones]
    good = [one for one in readings if one.e164]
    odd = tuple(one.raw for one in readings if not one.e164)
    best = next((one for one in good if one.maybe_mobile), good[0] if good else None)
    if best is None:
        return None, None, odd
    said_mobile = best.mobile and best in readings[: entry.mobiles]
    return best.mobile if said_mobile else best.e164, best.country, odd


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


async def stage(unit: Unit, owner: Owner, preview: Preview, settings: object = None) -> int:
    """Keep what was read until the owner has chosen; answers the number for the buttons."""
    arrivals = [one for one in preview.arrivals if one.verdict is not Verdict.KNOWN]
    return await unit.conversations.remember(
        owner.id,
        undo="staged",
        arrivals=ARRIVALS.dump_python(tuple(arrivals), mode="json"),
        settings=settings,
    )


async def staged(unit: Unit, owner: Owner, number: int) -> tuple[Arrival, ...] | None:
    """What waits under a number."""
    action = await unit.conversations.peek(owner.id, number)
    if action is None or action.get("undo") != "staged":
        return None
    return ARRIVALS.validate_python(action["arrivals"])


def chosen(arrivals: Iterable[Arrival], choice: str) -> list[Arrival]:
    """`all` (the new ones), `birthday`, `doubtful`, or letters such as `ABX`."""
    if choice == "doubtful":
        return [one for one in arrivals if one.verdict is Verdict.DOUBTFUL]
    new = [one for one in arrivals if one.verdict is Verdict.NEW]
    if choice == "birthday":
        return [one for one in new if one.has_birthday]
    return new if choice == "all" else [one for one in new if one.letter in choice]


def letters(arrivals: Iterable[Arrival]) -> Counter[str]:
    """How many new ones stand under each letter."""
    return Counter(one.letter for one in arrivals if one.verdict is Verdict.NEW)


async def bring_in(unit: Unit, owner: Owner, arrivals: Collection[Arrival]) -> tuple[int, int]:
    """Write them, at most AT_ONCE; answers the number under which ↩️ takes all of them back, and
    how many they are.

    Who has become known since the preview is left out, so that a second tap brings nobody twice.
    """
    index = _Index(await unit.contacts.of_owner(owner.id))
    fresh = [
        one for one in list(arrivals)[:AT_ONCE] if index.verdict(one.contact) is not Verdict.KNOWN
    ]
    added = await unit.contacts.add_all(one.contact for one in fresh)
    for contact, one in zip(added, fresh, strict=True):
        for note in one.notes:
            await unit.contacts.put_note(contact, replace(note, id=0))
        for day in one.dates:
            await unit.contacts.set_date(contact, day)
        await unit.history.restore(contact, one.past)
    await look_again(unit, owner)
    ids = [contact.id for contact in added]
    return await unit.conversations.remember(owner.id, undo="import", ids=ids), len(ids)


async def take_back(unit: Unit, owner: Owner, number: int) -> int | None:
    """↩️: everybody who came with that import is gone again; answers how many, None if it was
    taken back before."""
    action = await unit.conversations.take(owner.id, number)
    if action is None or action.get("undo") != "import":
        return None
    contacts = await unit.contacts.some(action["ids"])
    for contact in contacts.values():
        if contact.owner_id == owner.id:
            await unit.contacts.forget(contact)
    return len(contacts)


async def everything(unit: Unit, owner: Owner) -> list[Kept]:
    """All contacts of an owner with what hangs on them."""
    contacts = await unit.contacts.of_owner(owner.id)
    ids = [contact.id for contact in contacts]
    notes, dates = await unit.contacts.notes(ids), await unit.contacts.dates(ids)
    greetings = await unit.greetings.find(owner_id=owner.id)
    left = await unit.history.deliveries([one.id for one in greetings])
    past: dict[int, list[Past]] = {}
    for one in greetings:
        how = left.get(one.id)
        told = Past(
            one.day, one.state, one.occasions, one.text,
            how.channel if how else one.channel, how.at if how else None,
        )  # fmt: skip
        past.setdefault(one.contact_id, []).append(told)
    return [
        Kept(one, notes[one.id], dates[one.id], tuple(past.get(one.id, ()))) for one in contacts
    ]
