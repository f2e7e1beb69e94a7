"""What comes and for whom; which days are greeted and which are not; the owner's own days."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.calendar import KEEP_IN_TOUCH, Calendar, own_occasions
from bot.calendar.own import PREFIX
from bot.domain import due
from bot.domain.contacts import Contact, Relationship
from bot.domain.greetings import UNDECIDED, Greeting
from bot.domain.measure import Held
from bot.domain.occasions import Audience, Occasion
from bot.domain.owners import Owner, OwnOccasion
from bot.domain.whose import WHO, greeted
from bot.services import plan
from bot.services.occasion_names import occasion_ref, on_day
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Coming:
    """An occasion on a day to come. `held`: those whose greeting the measure holds back."""

    day: date
    key: str
    name: str
    people: tuple[Contact, ...]
    held: tuple[tuple[Contact, Held], ...]
    personal: bool

    @property
    def writable(self) -> tuple[Contact, ...]:
        """Those whose greeting will be written."""
        held = {contact.id for contact, _ in self.held}
        return tuple(contact for contact in self.people if contact.id not in held)


async def coming(
    unit: Unit,
    owner: Owner,
    calendar: Calendar,
    first: date | None = None,
    last: date | None = None,
) -> list[Coming]:
    """What comes within the horizon (or from `first` to `last`), a day at a time, with those who are
    due."""
    today = first or plan.today_of(owner, unit.now)
    last = last or today + timedelta(plan.HORIZON_DAYS)
    people: dict[tuple[date, str, bool], list[plan.Person]] = {}
    held: dict[tuple[date, str, bool], list[tuple[Contact, Held]]] = {}
    for person in await plan.people(unit, owner, calendar):
        own_keys = {KEEP_IN_TOUCH, *(one.key for one in person.dates)}
        for found in plan.days_of(person, owner, calendar, today, last):
            if due.expires_at(found.day, person.contact.timezone) <= unit.now:
                continue
            why = plan.held(person, owner, calendar, found)
            for occasion in found.occasions:
                place = (found.day, occasion.key, occasion.key in own_keys)
                people.setdefault(place, []).append(person)
                if why is not None:
                    held.setdefault(place, []).append((person.contact, why))
    return [
        Coming(
            day=day,
            key=key,
            name=_name(day, key, owner, calendar, people[day, key, personal]),
            people=tuple(one.contact for one in people[day, key, personal]),
            held=tuple(held.get((day, key, personal), ())),
            personal=personal,
        )
        for day, key, personal in sorted(people)
    ]


def _name(
    day: date, key: str, owner: Owner, calendar: Calendar, people: Sequence[plan.Person]
) -> str:
    """As the owner reads it, who may not speak the contact's language; one person's own date as it
    is called with them."""
    if len(people) == 1:
        (one,) = people
        return occasion_ref(
            calendar, key, owner.language, one.contact, owner, day=day, dates=one.dates
        ).name
    found = find(key, owner, calendar, (one.contact for one in people), day)
    if found is not None:
        return found.name_in(owner.language)
    return calendar.name_of(key, owner.language) or key


def find(
    key: str,
    owner: Owner,
    calendar: Calendar,
    people: Iterable[Contact] = (),
    day: date | None = None,
) -> Occasion | None:
    """The occasion of that key: the owner's own, their country's, or that of somebody's country; of
    several, the one on that day."""
    for own in own_occasions(owner):
        if own.key == key:
            return own
    countries = (owner.country, *(contact.country for contact in people))
    return on_day(calendar, key, countries, day)


def others(
    owner: Owner, calendar: Calendar, known: set[str], today: date
) -> list[tuple[date, str]]:
    """The days within the horizon that greet nobody: switched off, contested or with nobody due.
    Each with its key, the nearest first; `known` are the keys that do greet somebody."""
    last = today + timedelta(plan.HORIZON_DAYS)
    first: dict[str, date] = {}
    for found in calendar.between(today, last, owner.country):
        if found.occasion.key not in known and not found.occasion.given_names:
            first.setdefault(found.occasion.key, found.day)
    for own in own_occasions(owner):
        if own.key not in known and (day := next_day(own, today)):
            first[own.key] = day
    return sorted((day, key) for key, day in first.items())


def next_day(occasion: Occasion, today: date) -> date | None:
    """The next day of an occasion, within a few years."""
    for year in range(today.year, today.year + 9):
        for day in occasion.dates_in(year):
            if day >= today:
                return day
    return None


@dataclass(frozen=True, slots=True)
class Switch:
    """Whether people of a relationship are greeted on an occasion, and whom that concerns."""

    relationship: Relationship
    on: bool
    people: tuple[Contact, ...]


def switches(occasion: Occasion, owner: Owner, contacts: Iterable[Contact]) -> list[Switch]:
    """A switch for each relationship that has somebody or is on, or for all when none has; `people`
    are those who are greeted when it is on. A client is never greeted as an intimate friend."""
    contacts = list(contacts)
    intimate = occasion.audience in {Audience.FRIENDS, Audience.PARTNERS}
    found = [
        Switch(
            who,
            is_on(occasion, who, owner.switches),
            tuple(
                one
                for one in contacts
                if one.relationship is who and greeted(occasion, one, {(occasion.key, who): True})
            ),
        )
        for who in Relationship
        if not (intimate and who is Relationship.CLIENT)
    ]
    return [one for one in found if one.people or one.on] or found


def is_on(
    occasion: Occasion, who: Relationship, chosen: Mapping[tuple[str, Relationship], bool]
) -> bool:
    """Whether a relationship is greeted: as the owner chose, else as it is by default."""
    return chosen.get((occasion.key, who), _by_default(occasion, who))


def _by_default(occasion: Occasion, who: Relationship) -> bool:
    return occasion.default and who in WHO[occasion.audience].relationships


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A greeting that applies no more, and the messages that showed it."""

    contact: Contact
    message_ids: tuple[int, ...]


async def flip(
    unit: Unit, owner: Owner, calendar: Calendar, occasion: Occasion, who: Relationship
) -> tuple[Owner, list[Withdrawn]]:
    """Turn a relationship on or off for an occasion. Greetings that nobody approved and that apply
    no more are withdrawn; approved ones stay until the owner decides."""
    on = not is_on(occasion, who, owner.switches)
    chosen = dict(owner.switches)
    chosen.pop((occasion.key, who), None)
    if on is not _by_default(occasion, who):
        chosen[occasion.key, who] = on
    return await _changed(unit, owner.evolve(switches=chosen), calendar)


async def add_own(unit: Unit, owner: Owner, name: str, rule: str) -> tuple[Owner, Occasion]:
    """Keep a day of the owner's own; it is for nobody yet. Raises BadRule."""
    made = OwnOccasion(f"{PREFIX}{secrets.token_hex(3)}", name, rule)
    owner = owner.evolve(own=(*owner.own, made))
    occasion = own_occasions(owner)[-1]
    await unit.owners.save(owner)
    return owner, occasion


async def drop_own(
    unit: Unit, owner: Owner, calendar: Calendar, key: str
) -> tuple[Owner, list[Withdrawn]]:
    """Delete a day of the owner's own with its switches."""
    owner = owner.evolve(
        own=tuple(one for one in owner.own if one.key != key),
        switches={place: on for place, on in owner.switches.items() if place[0] != key},
    )
    return await _changed(unit, owner, calendar)


async def _changed(unit: Unit, owner: Owner, calendar: Calendar) -> tuple[Owner, list[Withdrawn]]:
    owner = owner.evolve(next_plan_at=unit.now)
    await unit.owners.save(owner)
    return owner, await withdraw_what_is_off(unit, owner, calendar)


async def withdraw_what_is_off(unit: Unit, owner: Owner, calendar: Calendar) -> list[Withdrawn]:
    """Take back the undecided greetings whose occasions apply no more; one that keeps another
    occasion is planned anew for that alone."""
    people = {one.contact.id: one for one in await plan.people(unit, owner, calendar)}
    withdrawn = []
    for greeting in await unit.greetings.find(owner_id=owner.id, states=UNDECIDED):
        person = people[greeting.contact_id]
        days = plan.days_of(person, owner, calendar, greeting.day, greeting.day)
        applying = {occasion.key for day in days for occasion in day.occasions}
        left = [key for key in greeting.occasions if key in applying]
        if len(left) == len(greeting.occasions):
            continue
        gone = await _withdraw(unit, owner, greeting, person.contact)
        if gone is None:
            continue
        if left:
            await unit.greetings.plan(
                owner.id, person.contact.id, greeting.day, left, greeting.expires_at
            )
        withdrawn.append(gone)
    return withdrawn


async def _withdraw(
    unit: Unit, owner: Owner, greeting: Greeting, contact: Contact
) -> Withdrawn | None:
    cards = await unit.consents.cards_of(owner.id, greeting.id)
    if not await unit.greetings.withdraw(greeting):
        return None
    await unit.reviews.close(owner.id, greeting.id)
    return Withdrawn(contact, tuple(message_id for message_id, _ in cards))
