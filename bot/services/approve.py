"""The owner's decisions on a card. Each is a compare-and-set, so a double tap does nothing twice."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.domain import due
from bot.domain.contacts import Contact, Route
from bot.domain.greetings import UNDECIDED, Alternative, Channel, Greeting, State
from bot.domain.messages import Media
from bot.domain.owners import Owner
from bot.services.remarks import on_own_words
from storage.unit import Unit

UNDO_GRACE = timedelta(seconds=15)
"""How long ✅ can be taken back when the hour to send is already past."""

ROOM = timedelta(hours=2)
"""What quiet hours push past the end of the day still has this long to leave."""

SNOOZE = timedelta(hours=1)

AFTERNOON = time(17)
"""When a call that was not made comes back, once."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the house can do. `spread`: over how long the sends of one hour are spread; `mail`:
    whether it can send e-mail."""

    spread: timedelta
    mail: bool = False


def routes(contact: Contact, ways: Ways, *, recorded: bool = False) -> list[Route]:
    """The ways a greeting to this contact can take, the likeliest first: the bot where they agreed to
    it, else the owner's own account, else a letter; without any address the owner picks the chat.
    What was `recorded` can neither be linked nor mailed, only sent on within Telegram."""
    telegram = bool(contact.username or contact.phone)
    possible = {
        Route.BOT: contact.linked_chat_id is not None,
        Route.WHATSAPP: contact.phone is not None and not recorded,
        Route.TELEGRAM: telegram,
        Route.EMAIL: contact.email is not None and ways.mail and not recorded,
        Route.PICK: True,
        Route.COPY: not recorded,
    }
    return [route for route, is_possible in possible.items() if is_possible]


def has_choice(contact: Contact, ways: Ways) -> bool:
    """Whether several addresses are known, so that the way is worth a button."""
    addresses = (contact.linked_chat_id, contact.phone, contact.username, contact.email)
    return sum(address is not None for address in addresses[: 4 if ways.mail else 3]) > 1


def route_for(contact: Contact, ways: Ways, *, recorded: bool = False) -> Route:
    """The way a greeting takes: the owner's wish while it is possible, else the likeliest."""
    possible = routes(contact, ways, recorded=recorded)
    return contact.route if contact.route in possible else possible[0]


def channel_for(contact: Contact, ways: Ways, *, recorded: bool = False) -> Channel:
    """How a greeting to this contact leaves."""
    return _CHANNELS.get(route_for(contact, ways, recorded=recorded), Channel.LINK)


_CHANNELS = {Route.BOT: Channel.BOT, Route.EMAIL: Channel.EMAIL, Route.COPY: Channel.COPY}


QUIET_FROM, QUIET_TO = time(22), time(8)
"""When nobody wants their phone to buzz."""


def leaves_at(
    greeting: Greeting,
    contact: Contact,
    owner: Owner,
    now: datetime,
    ways: Ways,
    *,
    recorded: bool = False,
) -> datetime:
    """When an approved greeting leaves: the hour to send at the contact's, a little spread, and in
    the owner's waking hours if it is theirs to send; at once when that hour is past, but never in
    the contact's quiet hours, even if that makes it late."""
    hour = due.send_at(greeting.day, contact.timezone, owner.send_at)
    if hour <= now:
        late = now + UNDO_GRACE
        return due.outside_quiet_hours(late, contact.timezone, QUIET_FROM, QUIET_TO)
    if not channel_for(contact, ways, recorded=recorded).by_itself:
        return due.within_waking_hours(hour, owner.timezone, owner.wakes_at, owner.sleeps_at)
    return hour + timedelta(seconds=greeting.id % max(1, int(ways.spread.total_seconds())))


async def approve(
    unit: Unit,
    owner: Owner,
    greeting: Greeting,
    contact: Contact,
    alternative: Alternative,
    ways: Ways,
) -> Greeting | None:
    """Freeze one text, a channel and an hour; None when the greeting has moved on meanwhile, was
    decided already (what may have arrived is sent again by 🔁 alone) or its day is over."""
    decided = greeting.state not in UNDECIDED
    if decided or not alternative.offered or greeting.expires_at <= unit.now:
        return None
    recorded = alternative.media is not None
    leaves = leaves_at(greeting, contact, owner, unit.now, ways, recorded=recorded)
    approved = await unit.greetings.move(
        greeting,
        State.APPROVED,
        text=alternative.text,
        rests_on=alternative.note_ids,
        media=alternative.media,
        channel=channel_for(contact, ways, recorded=recorded),
        due_at=leaves,
        expires_at=max(greeting.expires_at, leaves + ROOM),
    )
    if approved:
        await unit.reviews.close(owner.id, greeting.id)
    return approved


async def reroute(
    unit: Unit, owner: Owner, greeting: Greeting, contact: Contact, route: Route, ways: Ways
) -> tuple[Greeting, Contact] | None:
    """What was approved takes another way, and so will what comes: the same text, with the channel
    and the hour frozen anew. None when it has moved on, or that way is closed."""
    recorded = greeting.media is not None
    if greeting.state is not State.APPROVED or greeting.expires_at <= unit.now:
        return None
    if route not in routes(contact, ways, recorded=recorded):
        return None
    contact = contact.evolve(route=route)
    leaves = leaves_at(greeting, contact, owner, unit.now, ways, recorded=recorded)
    moved = await unit.greetings.move(
        greeting,
        State.APPROVED,
        channel=channel_for(contact, ways, recorded=recorded),
        due_at=leaves,
        expires_at=max(greeting.expires_at, leaves + ROOM),
    )
    if moved is None:
        return None
    await unit.contacts.save(contact)
    return moved, contact


async def decide(unit: Unit, owner: Owner, greeting: Greeting, to: State) -> Greeting | None:
    """⏭ skip, 📞 call or 🕘 later."""
    comes_back = None
    if to is State.SNOOZED:
        comes_back = unit.now + SNOOZE
    elif to is State.CALL:
        afternoon = due.local_instant(greeting.day, AFTERNOON, owner.timezone)
        comes_back = max(afternoon, unit.now + SNOOZE)
    moved = await unit.greetings.move(greeting, to, due_at=comes_back)
    if moved:
        await unit.reviews.close(owner.id, greeting.id)
    return moved


async def take_back(unit: Unit, greeting: Greeting) -> Greeting | None:
    """↩️: the card asks again, with the alternatives it had."""
    alternatives = await unit.alternatives.last(greeting)
    to = State.READY if any(one.offered for one in alternatives) else State.NEEDS_MEMORY
    return await unit.greetings.move(greeting, to, text=None, rests_on=(), media=None, channel=None)


async def send_now(unit: Unit, greeting: Greeting) -> Greeting | None:
    """🚀: leaves at the next instant, whatever the hour. None for what is not approved."""
    if greeting.state is not State.APPROVED:
        return None
    return await unit.greetings.move(
        greeting, State.APPROVED, due_at=unit.now, channel=greeting.channel
    )


async def others(
    unit: Unit, owner: Owner, greeting: Greeting, hint: str | None = None
) -> Greeting | None:
    """🔄: back to the drafter, perhaps with a wish. None for what is over: a day that has passed comes
    back by `belated` alone."""
    if greeting.state is State.EXPIRED:
        return None
    moved = await unit.greetings.move(greeting, State.PLANNED, hint=hint)
    if moved:
        await unit.reviews.close(owner.id, greeting.id)
    return moved


async def own_words(
    unit: Unit, greeting: Greeting, text: str, media: Media | None = None
) -> Greeting | None:
    """✏️ 🎙: the owner's text, or what they recorded, becomes the one alternative; guards may
    remark, they never block."""
    moved = await unit.greetings.move(greeting, State.READY)
    if moved:
        written = Alternative(
            id=0,
            number=1,
            text=text,
            problems=await on_own_words(unit, moved, text) if text else (),
            drafter="owner",
            version="owner",
            media=media,
        )
        await unit.alternatives.offer(moved, [written])
    return moved


async def restore_drafts(unit: Unit, greeting: Greeting) -> Greeting | None:
    """↩️ under the owner's own words: what was there before them comes back."""
    moved = await unit.greetings.move(greeting, State.READY)
    if moved is None:
        return None
    await unit.alternatives.drop_last_round(moved)
    if any(one.offered for one in await unit.alternatives.last(moved)):
        return moved
    return await unit.greetings.move(moved, State.NEEDS_MEMORY)


async def stale_after_change(
    unit: Unit, contact: Contact, note_id: int | None = None
) -> list[Greeting]:
    """What an approved text rests on has changed: those greetings ask again. Answers them."""
    changed = []
    for greeting in await unit.greetings.find(contact_id=contact.id, states={State.APPROVED}):
        if note_id is None or note_id in greeting.rests_on:
            moved = await unit.greetings.move(greeting, State.STALE, text=greeting.text)
            if moved:
                changed.append(moved)
    return changed


async def begin_anew(unit: Unit, *contacts: Contact) -> None:
    """What is being written rests on what has changed: it is planned again, and what the drafter brings
    of it now comes too late."""
    for one in contacts:
        for greeting in await unit.greetings.find(contact_id=one.id, states={State.DRAFTING}):
            await unit.greetings.move(greeting, State.PLANNED, hint=greeting.hint)


async def stale_without(unit: Unit, owner_id: int, closed: Collection[Channel]) -> list[Greeting]:
    """What the owner approved for a channel that is there no more cannot leave: those greetings ask
    again. Answers them."""
    changed = []
    for greeting in await unit.greetings.find(owner_id=owner_id, states={State.APPROVED}):
        if greeting.channel in closed and greeting.expires_at > unit.now:
            moved = await unit.greetings.move(greeting, State.STALE, channel=None)
            if moved:
                changed.append(moved)
    return changed
