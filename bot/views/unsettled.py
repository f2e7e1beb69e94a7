"""What only the owner can settle, within reach again: what may be out, and what did not leave."""

from collections.abc import Sequence

from bot.domain.greetings import Greeting, State
from bot.domain.messages import Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views import evening, notices
from bot.views.buttons import tap
from storage.unit import Unit

MOST_ALONE = 5
"""Greetings shown at once of which each is a message of its own."""

STATES = evening.ASKED | {State.FAILED}


async def show(unit: Unit, owner: Owner, greetings: Sequence[Greeting], speech: Speech) -> None:
    """☑️ and 🔁 for what may be out by the owner's hand, in one list; what the bot sent and what failed
    as it was told first, and how many more there are."""
    asked = [one for one in greetings if one.state in evening.ASKED]
    by_hand = [one for one in asked if not _by_itself(one)]
    if by_hand:
        await evening.ask(unit, owner, by_hand, speech)
    failed = [one for one in greetings if one.state is State.FAILED]
    alone = [*failed, *(one for one in asked if _by_itself(one))]
    contacts = await unit.contacts.some([one.contact_id for one in alone])
    ended = await unit.history.deliveries([one.id for one in failed])
    for one in alone[:MOST_ALONE]:
        contact = contacts[one.contact_id]
        if one.state is State.FAILED:
            reason = ended[one.id].failure if one.id in ended else None
            await notices.failed(unit, owner, one, contact, reason or "refused", speech)
        else:
            await notices.unknown(unit, owner, one, contact, speech)
    more = len(alone) - MOST_ALONE
    if more > 0:
        rows = ((tap(speech, "btn-unsettled", "unsettled"),),)
        await unit.outbox.add(Message(owner.id, speech("unsettled-more", count=more), rows))


def _by_itself(greeting: Greeting) -> bool:
    return greeting.channel is not None and greeting.channel.by_itself
