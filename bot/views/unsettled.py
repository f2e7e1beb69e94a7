"""What only the owner can settle, within reach again: what may be out, and what did not leave."""

from collections.abc import Sequence

from bot.domain.greetings import Greeting, State
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views import evening, notices
from storage.unit import Unit

MOST_FAILED = 5
"""Failed greetings shown at once; each is a message of its own."""

STATES = evening.ASKED | {State.FAILED}


async def show(unit: Unit, owner: Owner, greetings: Sequence[Greeting], speech: Speech) -> None:
    """☑️ and 🔁 for what may be out, in one list; for what failed why, with 🔁."""
    asked = [one for one in greetings if one.state in evening.ASKED]
    if asked:
        await evening.ask(unit, owner, asked, speech)
    failed = [one for one in greetings if one.state is State.FAILED][:MOST_FAILED]
    contacts = await unit.contacts.some([one.contact_id for one in failed])
    ended = await unit.history.deliveries([one.id for one in failed])
    for one in failed:
        reason = ended[one.id].failure if one.id in ended else None
        contact = contacts[one.contact_id]
        await notices.failed(unit, owner, one, contact, reason or "refused", speech)
