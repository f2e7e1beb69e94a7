"""Changes to a contact. Each can be taken back with ↩️, and what was approved before asks again."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.contacts import Contact, Note, PersonalDate, default_register
from bot.domain.greetings import WAITING, Greeting, State
from bot.domain.owners import Owner
from bot.domain.touch import Touch, first_day
from bot.exchange.codec import CONTACT, DATES, DRAFTED, NOTES, PASTS
from bot.services import joining, plan
from bot.services.approve import begin_anew, stale_after_change
from bot.services.capture import as_kept, look_again, zone_of
from bot.services.forget import forget
from storage.unit import Unit

SPOKEN = frozenset({"name", "nickname", "form_of_address", "register", "language"})
"""What a draft is written after."""

FROZEN = SPOKEN | {"phone", "username", "email", "route"}
"""What an approved text rests on, or goes to: a change makes the card ask again."""

_PENDING = frozenset(
    {State.PLANNED, State.DRAFTING, State.READY, State.NEEDS_MEMORY, State.SNOOZED}
    | {State.APPROVED, State.STALE, State.HANDED_OFF, State.CALL}
)


@dataclass(slots=True)
class Changed:
    """A contact after a change, the number under which ↩️ takes it back, the greetings that had been
    approved and now ask again, and the ids of those that were let go."""

    contact: Contact
    undo_id: int = 0
    asking: list[Greeting] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    cards: list[int] = field(default_factory=list)
    """Messages that still show a greeting which another one of the same day has replaced."""
    nobody_linked: tuple[Contact, ...] = ()
    """Two who part, where somebody accepted while they were one and may be either."""
    renewed: list[Greeting] = field(default_factory=list)
    """What waits for a decision about two who part: its card may still bear the other one's name."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was just kept and is taken back: a `contact` or a `note`. `asking`: greetings that had been
    approved and now ask again; `cards`: messages that still show somebody who is gone."""

    kind: str
    asking: list[Greeting] = field(default_factory=list)
    cards: list[int] = field(default_factory=list)


async def change(unit: Unit, owner: Owner, contact: Contact, **changes: Any) -> Changed:
    """Set fields; the register follows a relationship or language, the time zone a country, while they
    are the usual ones. Who moves abroad is addressed as before."""
    after = _followed(owner, contact, contact.evolve(**changes))
    before = CONTACT.dump_python(contact, mode="json")
    now = CONTACT.dump_python(after, mode="json")
    was = {name: value for name, value in before.items() if now[name] != value}
    await unit.contacts.save(after)
    silent = (after.paused and not contact.paused) or (after.deceased and not contact.deceased)
    dropped = await _let_go(unit, owner, contact) if silent else []
    undo_id = await _remember(unit, contact, was=was, dropped=dropped)
    asking = await _look_over(unit, owner, after, set(was))
    return Changed(after, undo_id, asking, dropped)


async def keep_in_touch(unit: Unit, owner: Owner, contact: Contact, months: int) -> Changed:
    """Write to somebody for no reason every so many months, or (0) no more, on days that do not fall
    together with other people's."""
    touch = None
    if months:
        everybody = await unit.contacts.of_owner(owner.id)
        others = [one.touch for one in everybody if one.touch and one.id != contact.id]
        touch = Touch(months, first_day(plan.today_of(owner, unit.now), months, others))
    return await change(unit, owner, contact, touch=touch)


def _followed(owner: Owner, before: Contact, after: Contact) -> Contact:
    usual = default_register(before.language, before.country, before.relationship)
    spoken = (before.language, before.relationship) != (after.language, after.relationship)
    if spoken and after.register is before.register and before.register is usual:
        register = default_register(after.language, after.country, after.relationship)
        after = after.evolve(register=register)
    elif after.language != before.language:
        after = after.evolve(
            register=default_register(after.language, after.country, after.relationship)
        )
    if after.country != before.country and after.timezone == before.timezone:
        after = after.evolve(timezone=zone_of(after.country, owner))
    return after


async def _look_over(
    unit: Unit, owner: Owner, contact: Contact, fields: Collection[str]
) -> list[Greeting]:
    """What the changed fields mean for greetings: approved ones ask again, drafts are written anew,
    and somebody may be due who was not."""
    await look_again(unit, owner)
    if SPOKEN.intersection(fields) or "relationship" in fields:
        await begin_anew(unit, contact)
        for greeting in await unit.greetings.find(contact_id=contact.id, states={State.READY}):
            await _redraft(unit, owner, greeting)
    if FROZEN.intersection(fields):
        return await stale_after_change(unit, contact)
    return []


async def _redraft(unit: Unit, owner: Owner, greeting: Greeting) -> None:
    """Other drafts, unless the words are the owner's own."""
    alternatives = await unit.alternatives.last(greeting)
    if all(one.drafter != "owner" for one in alternatives):
        await unit.greetings.move(greeting, State.PLANNED, hint=greeting.hint)
        await unit.reviews.close(owner.id, greeting.id)


async def _let_go(unit: Unit, owner: Owner, contact: Contact) -> list[int]:
    """Nothing that is on its way to them goes on; answers the greetings that were let go."""
    dropped = []
    for greeting in await unit.greetings.find(contact_id=contact.id, states=_PENDING):
        step: Greeting | None = greeting
        if greeting.state in {State.SNOOZED, State.CALL}:
            step = await unit.greetings.move(greeting, State.READY)
        elif greeting.state is State.DRAFTING:
            step = await unit.greetings.move(greeting, State.PLANNED)
        if step is not None and await unit.greetings.move(step, State.SKIPPED):
            dropped.append(greeting.id)
        await unit.reviews.close(owner.id, greeting.id)
    return dropped


async def set_date(
    unit: Unit, owner: Owner, contact: Contact, key: str, day: PersonalDate | None
) -> Changed:
    """Write, replace or (None) erase a yearly date."""
    dates = (await unit.contacts.dates([contact.id]))[contact.id]
    if day is None:
        await unit.contacts.drop_date(contact, key)
    else:
        await unit.contacts.set_date(contact, day)
    undo_id = await _remember(unit, contact, dates=DATES.dump_python(dates, mode="json"))
    await look_again(unit, owner)
    return Changed(contact, undo_id)


async def change_note(
    unit: Unit, owner: Owner, contact: Contact, note: Note, **changes: Any
) -> Changed:
    """Change a note's words, 🔒 or 📌."""
    changed = replace(note, **changes)
    if "text" in changes:
        text, private = as_kept(changed.text, private=changed.private)
        changed = replace(changed, text=text, private=private)
    await unit.contacts.put_note(contact, changed)
    return await _note_changed(unit, owner, contact, note, matters=set(changes) != {"pinned"})


async def drop_note(unit: Unit, owner: Owner, contact: Contact, note: Note) -> Changed:
    """Erase a note."""
    await unit.contacts.drop_note(owner.id, note.id)
    return await _note_changed(unit, owner, contact, note, matters=True)


async def _note_changed(
    unit: Unit, owner: Owner, contact: Contact, note: Note, *, matters: bool
) -> Changed:
    changed = Changed(contact, await _remember(unit, contact, notes=_json((note,))))
    if matters:
        changed.asking = await _rest_no_more(unit, owner, contact, note.id)
    return changed


async def _rest_no_more(unit: Unit, owner: Owner, contact: Contact, note_id: int) -> list[Greeting]:
    """Drafts on a note, and those being written, are written anew, and what was approved on it asks
    again; answers the latter."""
    await begin_anew(unit, contact)
    for greeting in await unit.greetings.find(contact_id=contact.id, states={State.READY}):
        offered = await unit.alternatives.last(greeting)
        if any(note_id in one.note_ids for one in offered):
            await _redraft(unit, owner, greeting)
    return await stale_after_change(unit, contact, note_id)


async def unsay(unit: Unit, owner: Owner, note_id: int) -> list[Greeting]:
    """Erase a note that was just kept; answers what had been approved on it and asks again."""
    found = await unit.contacts.note(owner.id, note_id)
    contact = await unit.contacts.get(owner.id, found[0]) if found else None
    if contact is None:
        return []
    await unit.contacts.drop_note(owner.id, note_id)
    return await _rest_no_more(unit, owner, contact, note_id)


async def undo(unit: Unit, owner: Owner, undo_id: int) -> Undone | None:
    """↩️ under somebody, or a note, that was just kept; None when it was taken back before."""
    action = await unit.conversations.take(owner.id, undo_id)
    if action is None:
        return None
    if action["undo"] == "note":
        return Undone("note", asking=await unsay(unit, owner, action["note_id"]))
    contact = await unit.contacts.get(owner.id, action["contact_id"])
    cards = await forget(unit, owner, contact) if contact is not None else []
    return Undone("contact", cards=cards)


async def merge(unit: Unit, owner: Owner, keep: Contact, gone: Contact) -> Changed:
    """Make one of two contacts: `keep` gets what it lacks and all notes, dates and greetings of
    `gone`; what differs is kept in a private note. Of two greetings of a day the one that has
    come further stays. Raises BeingSent."""
    await joining.wait_for_sending(unit, keep, gone)
    await begin_anew(unit, keep, gone)
    before = CONTACT.dump_python(keep, mode="json")
    source = CONTACT.dump_python(gone, mode="json")
    dates = {one.id: (await unit.contacts.dates([one.id]))[one.id] for one in (keep, gone)}
    notes = (await unit.contacts.notes([gone.id]))[gone.id]
    lacking = ("nickname", "form_of_address", "phone", "username", "email", "linked_chat_id")
    filled = {name: getattr(gone, name) for name in lacking if not getattr(keep, name)}
    merged = keep.evolve(
        **filled,
        roles=keep.roles | gone.roles,
        tags=keep.tags | gone.tags,
        paused=keep.paused or gone.paused,
        deceased=keep.deceased or gone.deceased,
    )
    left = {one.id: await joining.left(unit, one) for one in (keep, gone)}
    doubles = await joining.doubles(unit, keep, gone)
    links = await unit.consents.links(gone.id)
    moved = await unit.merging.move(gone, keep)
    made_room, cards = await joining.replaced(unit, owner, keep, doubles)
    differing = [
        str(getattr(gone, name))
        for name in ("name", "nickname", "phone", "username", "email")
        if getattr(gone, name) and getattr(gone, name) != getattr(merged, name)
    ]
    extra = None
    if differing:
        extra = await unit.contacts.add_note(merged, " · ".join(differing), private=True)
    now = CONTACT.dump_python(merged, mode="json")
    was = {name: value for name, value in before.items() if now[name] != value}
    await unit.contacts.forget(gone)
    await unit.contacts.save(merged)
    silent = merged.paused or merged.deceased
    dropped = await _let_go(unit, owner, merged) if silent else []
    undo_id = await _remember(
        unit,
        keep,
        gone_id=gone.id,
        gone=source,
        was=was,
        moved=moved,
        links=links,
        linked=merged.linked_chat_id,
        made_room=DRAFTED.dump_python(made_room, mode="json"),
        dates=DATES.dump_python(dates[keep.id], mode="json"),
        gone_dates=DATES.dump_python(dates[gone.id], mode="json"),
        gone_notes=_json(notes),
        extra=extra and extra.id,
        left=PASTS.dump_python(left[keep.id], mode="json"),
        gone_left=PASTS.dump_python(left[gone.id], mode="json"),
        quiet=[name for name in joining.QUIET if getattr(merged, name)],
        dropped=dropped,
    )
    fields = set(was)
    if await unit.greetings.find(ids=moved["greeting"], states={State.READY, State.APPROVED}):
        fields |= _differing(gone, merged)
    asking = await _look_over(unit, owner, merged, fields)
    return Changed(merged, undo_id, asking, dropped, cards)


def _differing(one: Contact, other: Contact) -> set[str]:
    return {name for name in FROZEN if getattr(one, name) != getattr(other, name)}


async def revert(unit: Unit, owner: Owner, undo_id: int) -> Changed | None:
    """↩️: as it was before that change; None when it was taken back before, or the contact is gone.
    Raises BeingSent where it would part two contacts."""
    action = await unit.conversations.peek(owner.id, undo_id)
    if action is None or action.get("undo") != "edit":
        return None
    contact = await unit.contacts.get(owner.id, action["contact_id"])
    if contact is None:
        return None
    if "gone" in action:
        await joining.wait_for_sending(unit, contact)
    await unit.conversations.take(owner.id, undo_id)
    was = action.get("was") or {}
    relinked = "gone" in action and joining.relinked(contact, action)
    if relinked:
        was["linked_chat_id"] = None  # /stop holds, and who accepted since may be either
    restored = CONTACT.validate_python(CONTACT.dump_python(contact, mode="json") | was)
    await unit.contacts.save(restored)
    parted: list[Greeting] = []
    both = [contact.id]
    if "gone" in action:
        gone, parted = await joining.part(unit, owner, contact, restored, action)
        both.append(gone.id)
        parted += await _look_over(unit, owner, gone, _differing(gone, contact))
    if "dates" in action:
        await joining.put_dates(unit, restored, DATES.validate_python(action["dates"]))
    for note in NOTES.validate_python(action.get("notes", ())):
        await unit.contacts.put_note(restored, note)
    for greeting in await unit.greetings.find(ids=action.get("dropped", ())):
        if greeting.state is State.SKIPPED:
            await unit.greetings.move(greeting, State.PLANNED)
    changed = Changed(restored, 0, parted + await _look_over(unit, owner, restored, set(was)))
    if relinked and contact.linked_chat_id:
        changed.nobody_linked = (restored, CONTACT.validate_python(action["gone"]))
    changed.asking += await joining.put_back(unit, action)
    if "gone" in action:
        changed.renewed = await unit.greetings.find(contacts=both, states=WAITING)
    for note in NOTES.validate_python(action.get("notes", ())):
        changed.asking += await _rest_no_more(unit, owner, restored, note.id)
    return changed


async def _remember(unit: Unit, contact: Contact, **action: Any) -> int:
    return await unit.conversations.remember(
        contact.owner_id, undo="edit", contact_id=contact.id, **action
    )


def _json(notes: tuple[Note, ...]) -> Any:
    return NOTES.dump_python(notes, mode="json")
