"""The ronda: on the day, what leaves from the owner's own account, one message at a time."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.link import LONGEST_COPY, chats, prefilled, telegram_chat
from bot.domain import due
from bot.domain.contacts import Contact, Route
from bot.domain.greetings import Greeting, State
from bot.domain.messages import About, Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.deliver import hand_over
from bot.services.plan import today_of
from bot.views.buttons import cut, on_greeting
from bot.views.order import closest_first
from storage.unit import Unit

_LEAVING = frozenset({State.APPROVED, State.SENDING, State.SENT, State.UNKNOWN})


async def waited_for(unit: Unit) -> list[int]:
    """Owners whom the next of their ronda can be shown once they are awake: those with none open.
    Nothing sealed is opened."""
    return [
        owner_id
        for owner_id, timezone, shown_at in await unit.leaving.by_hand()
        if not _waits(unit, timezone, shown_at)
    ]


async def next_in_ronda(
    unit: Unit,
    owner: Owner,
    speech: Speech,
    *,
    edit: int | None = None,
    asked: bool = False,
    before: tuple[Greeting, Contact] | None = None,
) -> bool:
    """Show the next greeting whose hour has come, in place of `edit` if given, with the way back to
    the one `before`; answers whether there was one. Unless the owner `asked` for it, not while another
    one is open, nor while they sleep."""
    if not asked and await _is_open(unit, owner):
        return False
    review = await unit.reviews.get(owner.id)
    review.ronda_greeting_id = None
    if edit is None and not asked and asleep(unit, owner):
        return False
    waiting = await waiting_by_hand(unit, owner)
    if not waiting:
        review.ronda_message_id = None
        return False
    contact = await unit.contacts.get(owner.id, waiting[0].contact_id)
    if contact is None:
        return False
    if edit is None:
        await _open_the_day(unit, owner, waiting[0], speech)
    left = len(waiting)
    return await open_one(
        unit, owner, waiting[0], contact, speech, left=left, edit=edit, before=before
    )


async def _is_open(unit: Unit, owner: Owner) -> bool:
    """Whether a message of the ronda waits for ☑️; one of an earlier day holds nothing up, because
    the list of that evening has asked about it."""
    review = await unit.reviews.get(owner.id)
    shown = None
    if review.ronda_greeting_id is not None:
        shown = await unit.greetings.get(review.ronda_greeting_id)
    if shown is None or shown.state is not State.HANDED_OFF:
        return False
    return _waits(unit, owner.timezone, shown.moved_at)


def _waits(unit: Unit, timezone: str, shown_at: datetime | None) -> bool:
    zone = ZoneInfo(timezone)
    return shown_at is not None and (
        shown_at.astimezone(zone).date() == unit.now.astimezone(zone).date()
    )


async def open_one(
    unit: Unit,
    owner: Owner,
    greeting: Greeting,
    contact: Contact,
    speech: Speech,
    *,
    left: int,
    edit: int | None = None,
    before: tuple[Greeting, Contact] | None = None,
) -> bool:
    """Hand this greeting over now; ☑️ on it opens the next. Answers False when it has moved on."""
    handed = await hand_over(unit, owner, greeting)
    if handed is None:
        return False
    review = await unit.reviews.get(owner.id)
    review.ronda_greeting_id = handed.id
    await show(unit, owner, handed, contact, speech, left=left, edit=edit, before=before)
    return True


def asleep(unit: Unit, owner: Owner) -> bool:
    """Whether a message now would buzz in the owner's night."""
    return due.in_quiet_hours(unit.now, owner.timezone, owner.sleeps_at, owner.wakes_at)


async def waiting_by_hand(unit: Unit, owner: Owner) -> list[Greeting]:
    """Approved greetings that the owner sends, whose hour has come, in the order of the ronda."""
    due_now = await unit.greetings.find(
        owner_id=owner.id, states={State.APPROVED}, due_before=unit.now
    )
    by_hand = [one for one in due_now if not _by_itself(one)]
    return await closest_first(unit, owner.id, by_hand)


def _by_itself(greeting: Greeting) -> bool:
    return greeting.channel is not None and greeting.channel.by_itself


async def _open_the_day(unit: Unit, owner: Owner, first: Greeting, speech: Speech) -> None:
    """A word before the first message of the day: how many leave, and how. There is none for a
    single one, nor for those far to the east, whose day begins on the owner's eve."""
    today = today_of(owner, unit.now)
    leaving = await unit.greetings.find(owner_id=owner.id, day=first.day, states=_LEAVING)
    mine = [one for one in leaving if one.state is State.APPROVED and not _by_itself(one)]
    by_bot = [
        one
        for one in leaving
        if _by_itself(one)
        and (one.state is State.APPROVED or today_of(owner, one.moved_at or unit.now) == today)
    ]
    total = len(by_bot) + len(mine)
    if owner.opened_on == today or first.day != today or total < 2:
        return
    await unit.owners.save(owner.evolve(opened_on=today))
    contacts = await unit.contacts.some([one.contact_id for one in mine])
    apps = {next((chat.app for chat in chats(one)), None) for one in contacts.values()}
    friends = any(key.startswith("friends-day") for key in first.occasions)
    text = speech(
        "ronda-opens",
        name=owner.name.split()[0],
        happy="friends" if friends else "other",
        total=str(total),
        bot=len(by_bot),
        hand=len(mine),
        account="whatsapp" if apps == {"whatsapp"} else "own",
    )
    await unit.outbox.add(Message(owner.id, text))


async def show(
    unit: Unit,
    owner: Owner,
    greeting: Greeting,
    contact: Contact,
    speech: Speech,
    *,
    left: int,
    edit: int | None = None,
    before: tuple[Greeting, Contact] | None = None,
) -> None:
    """The text with 📲 📋 ☑️ ⏭, and ↩️ to the one `before`; `left`: how many wait, this one among them,
    or 0 for one that is shown again. What was recorded comes as an answer to the recording itself,
    ready to be forwarded."""
    review = await unit.reviews.get(owner.id)
    slot = "ronda" if review.ronda_greeting_id == greeting.id else None
    media, text = greeting.media, greeting.text or ""
    head = speech("ronda-head", name=contact.name, left=left)
    if media is not None:
        if edit is not None:
            below = speech("line-below", name=contact.name)
            await unit.outbox.add(Message(owner.id, below, edit=edit))
            edit = None
        text = speech("ronda-media")
    await unit.outbox.add(
        Message(
            owner.id,
            f"{head}\n\n{text}",
            _buttons(greeting, contact, text, speech, before),
            edit=edit,
            block=text if media is None and len(text) > LONGEST_COPY else None,
            about=About(owner.id, contact.id, greeting.id, "handover", slot=slot),
            reply_to=media.message_id if media else None,
        )
    )


def _buttons(
    greeting: Greeting,
    contact: Contact,
    text: str,
    speech: Speech,
    before: tuple[Greeting, Contact] | None,
) -> Rows:
    opening: tuple[Button, ...]
    copying: tuple[Button, ...] = ()
    sharing: tuple[Button, ...] = ()
    if greeting.media is not None:
        chat = telegram_chat(contact)
        opening = (Button(speech("btn-open", app=chat.app), url=chat.url),) if chat else ()
    else:
        opening = opening_buttons(contact, text, speech)
        if not chats(contact) and contact.route is not Route.COPY:
            sharing = (Button(speech("btn-share"), share=str(greeting.id)),)
        copying = (Button(speech("btn-copy"), copy=text),) if len(text) <= LONGEST_COPY else ()
    deciding = (
        on_greeting(speech, "btn-i-sent", "isent", greeting, 0),
        on_greeting(speech, "btn-skip", "skip", greeting),
    )
    back = (way_back(*before, speech),) if before else ()
    return tuple(row for row in (opening, sharing, copying, deciding, back) if row)


def way_back(greeting: Greeting, contact: Contact, speech: Speech, verb: str = "undo") -> Button:
    """↩️ with a name: the last ☑️ or ⏭ was a slip."""
    return on_greeting(speech, "btn-back-to", verb, greeting, name=cut(contact.called))


def opening_buttons(contact: Contact, text: str, speech: Speech) -> tuple[Button, ...]:
    """📲 for each account the owner could send it from; a text too long for a link is copied, and
    they open the chat."""
    return tuple(
        Button(speech("btn-pick" if link.picker else "btn-open", app=link.app), url=link.url)
        for link in prefilled(contact, text) or chats(contact)
    )
