"""Address books in, everything out.

An import is read and compared first and waits, sealed, for the owner's choice; what was chosen is
written in one transaction, so that a kill leaves all of it or nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.greetings import Greeting
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.exchange.abrazo import Kept
from bot.parsing.phones import as_mobile
from bot.services import edit
from bot.services.arrivals import (
    ARRIVALS,
    Arrival,
    Index,
    Preview,
    Verdict,
    completed,
    judged,
    lacking,
)
from bot.services.capture import look_again
from bot.services.forget import forget
from storage.unit import Unit

AT_ONCE = 2_000
"""Contacts that one choice may bring in: they are written in one transaction."""

STEP = 200
"""Contacts between two signs of progress."""


async def stage(unit: Unit, owner: Owner, preview: Preview, settings: object = None) -> int:
    """Keep what was read until the owner has chosen; answers the number for the buttons."""
    return await unit.conversations.remember(owner.id, **_waiting(preview.arrivals, settings))


def _waiting(arrivals: Iterable[Arrival], settings: object) -> dict[str, Any]:
    kept = tuple(one for one in arrivals if is_worth_keeping(one))
    return {
        "undo": "staged",
        "arrivals": ARRIVALS.dump_python(kept, mode="json"),
        "settings": settings,
    }


def is_worth_keeping(arrival: Arrival) -> bool:
    """Whether somebody may still come in: who is known may be completed by their number."""
    return arrival.verdict is not Verdict.KNOWN or bool(arrival.local)


async def renew(unit: Unit, owner: Owner, number: int) -> tuple[tuple[Arrival, ...], int] | None:
    """What waits under a number, compared anew: those who have come in since are known, and the
    owner's area code completes numbers. Answers them, and how many have a number now."""
    action = await unit.conversations.peek(owner.id, number)
    waiting = await staged(unit, owner, number)
    if action is None or waiting is None:
        return None
    whole = [completed(one, owner) if one.local else one for one in waiting]
    count = sum(old is not new for old, new in zip(waiting, whole, strict=True))
    known = await unit.contacts.of_owner(owner.id)
    dates = await unit.contacts.dates([one.id for one in known])
    arrivals = judged(whole, known, dates)
    await unit.conversations.rewrite(owner.id, number, **_waiting(arrivals, action["settings"]))
    return arrivals, count


async def staged(unit: Unit, owner: Owner, number: int) -> tuple[Arrival, ...] | None:
    """What waits under a number."""
    action = await unit.conversations.peek(owner.id, number)
    if action is None or action.get("undo") != "staged":
        return None
    return ARRIVALS.validate_python(action["arrivals"])


def chosen(arrivals: Sequence[Arrival], choice: str) -> list[Arrival]:
    """`all` (the new ones), `birthday`, `doubtful`, `completes`, `#3` (the group of that number), or
    letters such as `ABX`."""
    if choice in {Verdict.DOUBTFUL, Verdict.COMPLETES}:
        return [one for one in arrivals if one.verdict == choice]
    new = [one for one in arrivals if one.verdict is Verdict.NEW]
    if choice == "birthday":
        return [one for one in new if one.has_birthday]
    if choice.startswith("#"):
        names = sorted(groups(arrivals))
        number = int(choice[1:]) if choice[1:].isdecimal() else len(names)
        return [one for one in new if number < len(names) and names[number] in one.contact.tags]
    return new if choice == "all" else [one for one in new if one.letter in choice]


def letters(arrivals: Iterable[Arrival]) -> Counter[str]:
    """How many new ones stand under each letter."""
    return Counter(one.letter for one in arrivals if one.verdict is Verdict.NEW)


def groups(arrivals: Iterable[Arrival]) -> Counter[str]:
    """How many new ones are in each group of the address book."""
    new = (one for one in arrivals if one.verdict is Verdict.NEW)
    return Counter(tag for one in new for tag in one.contact.tags)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a choice: the number under which ↩️ takes it back, how many are new and how many
    completed, of how many the number may be a mobile, and the approved greetings that ask again."""

    undo_id: int
    added: int
    completed: int
    maybe_mobile: int
    asking: tuple[Greeting, ...]


async def bring_in(
    unit: Unit,
    owner: Owner,
    arrivals: Sequence[Arrival],
    progress: Callable[[int], None] = lambda done: None,
) -> Brought:
    """Write them, at most AT_ONCE; `progress` hears how many are written.

    Who has become known since the preview is left out, so that a second tap brings nobody twice.
    """
    wanted = arrivals[:AT_ONCE]
    index = Index(await unit.contacts.of_owner(owner.id))
    fresh = [
        one
        for one in wanted
        if one.verdict is not Verdict.COMPLETES and index.verdict(one.contact) is not Verdict.KNOWN
    ]
    ids = []
    for start in range(0, len(fresh), STEP):
        some = fresh[start : start + STEP]
        added = await unit.contacts.add_all(one.contact for one in some)
        pairs = list(zip(added, some, strict=True))
        await unit.contacts.fill_all((contact, one.kept_notes, one.dates) for contact, one in pairs)
        for contact, one in pairs:
            await unit.history.restore(contact, one.past)
        ids += [contact.id for contact in added]
        progress(len(ids))
    steps = [
        await _complete(unit, owner, one) for one in wanted if one.verdict is Verdict.COMPLETES
    ]
    done = [step for made in steps for step in made]
    await look_again(unit, owner)
    doubtful = [
        contact_id
        for contact_id, one in zip(ids, fresh, strict=True)
        if one.contact.phone and as_mobile(one.contact.phone)
    ]
    undo_id = await unit.conversations.remember(
        owner.id, undo="import", ids=ids, steps=[step.undo_id for step in done], doubtful=doubtful
    )
    return Brought(
        undo_id,
        len(ids),
        sum(bool(made) for made in steps),
        len(doubtful),
        tuple(greeting for step in done for greeting in step.asking),
    )


async def _complete(unit: Unit, owner: Owner, arrival: Arrival) -> list[edit.Changed]:
    """Write what is still missing of somebody known."""
    contact = await unit.contacts.get(owner.id, arrival.known_id)
    if contact is None:
        return []
    made = []
    here = {day.key for day in (await unit.contacts.dates([contact.id]))[contact.id]}
    changes = lacking(contact, arrival.contact)
    if changes:
        made.append(await edit.change(unit, owner, contact, **changes))
        contact = made[-1].contact
    missing = [day for day in arrival.dates if day.key not in here]
    return [*made, *[await edit.set_date(unit, owner, contact, day.key, day) for day in missing]]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of an import that is taken back: how many are gone or as before, the messages that
    still show somebody who is gone, and the approved greetings that ask again."""

    count: int
    cards: tuple[int, ...]
    asking: tuple[Greeting, ...]


async def take_back(unit: Unit, owner: Owner, number: int) -> TakenBack | None:
    """↩️: everybody who came with that import is gone again, and who was completed is as before; None
    if it was taken back before."""
    action = await unit.conversations.take(owner.id, number)
    if action is None or action.get("undo") != "import":
        return None
    found = await unit.contacts.some(action["ids"])
    gone = [contact for contact in found.values() if contact.owner_id == owner.id]
    cards = await forget(unit, owner, *gone)
    steps = [await edit.revert(unit, owner, step) for step in reversed(action["steps"])]
    reverted = [step for step in steps if step is not None]
    return TakenBack(
        len(gone) + len({step.contact.id for step in reverted}),
        tuple(cards),
        tuple(greeting for step in reverted for greeting in step.asking),
    )


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
