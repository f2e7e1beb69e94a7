"""/draft: greetings for a day ahead, for everybody or for one person."""

from datetime import date

from telegram import Update

from bot.calendar import KEEP_IN_TOUCH
from bot.domain.contacts import Contact
from bot.domain.greetings import BEING_WRITTEN, WAITING, Greeting, State
from bot.handlers.context import Context, Turn
from bot.handlers.late import write_late
from bot.handlers.people import argument, tapped_contact, whom
from bot.handlers.person import parts
from bot.handlers.review import open_review
from bot.parsing.names import leading_name
from bot.services import approve as decisions
from bot.services import plan
from bot.services.occasion_names import occasion_ref
from bot.views import editing, progress, unsettled
from bot.views.buttons import tap

_REOPENED = {State.SNOOZED, State.SKIPPED}
"""Decisions that asking for the draft again takes back."""


_PERSONAL = {KEEP_IN_TOUCH, *editing.DATES}
"""Keys of dates that only a contact can have."""


async def draft(update: Update, context: Context) -> None:
    """`/draft`, `/draft Juana`, `/draft friends-day`, `/draft Juana birthday`."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        contact, occasion, understood = await _whom_and_what(turn, argument(update))
        if understood:
            await draft_ahead(turn, contact, occasion)


async def draft_button(update: Update, context: Context) -> None:
    """Draft, on a contact's card, or the one of several that a /draft meant, with its occasion."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        if contact is None:
            return
        *occasion, _ = parts(update)
        await draft_ahead(turn, contact, occasion[0] if occasion else None)


async def _whom_and_what(turn: Turn, text: str) -> tuple[Contact | None, str | None, bool]:
    """The contact and the occasion's key that a /draft names; the last is False when it asked."""
    if not text:
        return None, None, True
    owner = turn.owner
    keys = {one.key for one in turn.house.calendar.occasions(owner.country)} | _PERSONAL
    words = text.split()
    if text.lower() in keys:
        return None, text.lower(), True
    occasion = words[-1].lower() if words[-1].lower() in keys else None
    name = " ".join(words[:-1]) if occasion else text
    everybody = await turn.unit.contacts.of_owner(owner.id)
    named = leading_name(name, [(one.id, one.name, one.nickname) for one in everybody])
    if named is not None and len(named.match.exact) == 1 and not named.rest.strip():
        contact_id = named.match.exact[0]
        return next(one for one in everybody if one.id == contact_id), occasion, True
    verb = f"draft:{occasion}" if occasion else "draft"
    contact = await whom(turn, name, verb, turn.speech("draft-whom"))
    return contact, occasion, contact is not None


async def draft_ahead(turn: Turn, contact: Contact | None, occasion: str | None) -> None:
    """Plan the next day that fits, draft it and open its cards; a day that was named and is just
    over is written late."""
    unit, owner = turn.unit, turn.owner
    if occasion is not None and await write_late(turn, occasion, contact):
        return
    ahead = await plan.plan_ahead(
        unit,
        owner,
        turn.house.calendar,
        contact_id=contact.id if contact else None,
        occasion=occasion,
    )
    if ahead is None and contact is not None and (contact.paused or contact.deceased):
        rows = ((tap(turn.speech, "btn-card", "person", contact.id),),)
        await turn.say("draft-not-greeted", rows, name=contact.called)
        return
    if ahead is None and contact is not None and occasion not in {None, "birthday"}:
        await _not_theirs(turn, contact, occasion or "")
        return
    if ahead is None:
        key = "draft-nobody" if contact is None else "draft-no-day"
        days = (tap(turn.speech, "btn-days", "occ:list:0"),) if contact is None else ()
        rows = ((tap(turn.speech, "btn-add", "add"), *days),)
        await turn.say(key, rows, name=contact.called if contact else "")
        return
    await turn.house.review.begin(unit, owner)
    written = await turn.house.ahead.adopt(unit, owner) if ahead.new else 0
    if ahead.new > 1:
        await progress.begin(unit, owner, ahead.new)
        await turn.house.review.next(unit, owner)
    elif ahead.new and not written:
        if contact is not None:
            planned = await unit.greetings.find(contact_id=contact.id, day=ahead.day)
            await turn.house.review.expect(unit, owner, planned[0])
        await turn.announce("drafting-one")
    elif contact is None or not await _show_again(turn, contact, ahead.day):
        await open_review(turn)


async def _not_theirs(turn: Turn, contact: Contact, occasion: str) -> None:
    """The day that was named is not one of this person's; whose it is can be looked up and changed."""
    named = occasion_ref(turn.house.calendar, occasion, turn.owner.language, contact, turn.owner)
    rows = ((tap(turn.speech, "btn-days", "occ:list:0"),),)
    await turn.say("draft-not-theirs", rows, name=contact.called, day=named.name)


async def _show_again(turn: Turn, contact: Contact, day: date) -> bool:
    """The card of somebody whose greeting is written already; decided ones but those on their way
    ask again. False when there is nothing to show."""
    found = await turn.unit.greetings.find(contact_id=contact.id, day=day)
    if not found:
        return False
    greeting: Greeting | None = found[0]
    if found[0].state in _REOPENED:
        greeting = await decisions.take_back(turn.unit, found[0])
    if greeting is None:
        return False
    if greeting.state in WAITING:
        await turn.house.review.open(turn.unit, turn.owner, greeting)
    elif greeting.state in BEING_WRITTEN:
        await turn.house.review.expect(turn.unit, turn.owner, greeting)
        await turn.announce("drafting-one")
    elif greeting.state in {State.APPROVED, State.CALL}:
        await turn.house.review.decided(turn.unit, turn.owner, greeting, contact, None)
    elif greeting.state in unsettled.STATES:
        await unsettled.show(turn.unit, turn.owner, [greeting], turn.speech)
    else:
        await turn.say(f"toast-now-{greeting.state.value.replace('_', '-')}")
    return True
