"""The ronda after a tap: what comes next in its one message."""

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting
from bot.handlers.context import Turn
from bot.views import ronda
from bot.views.buttons import on_greeting


async def next_by_hand(turn: Turn, greeting: Greeting, contact: Contact) -> None:
    """The ronda goes on in the same message, with ↩️ to the one before; when it is over, it says so."""
    state = await turn.unit.reviews.get(turn.owner.id)
    if state.ronda_greeting_id != greeting.id:
        await turn.edit(f"line-{greeting.state.value}", name=contact.name)
        return
    state.ronda_greeting_id = None
    await turn.unit.session.flush()
    shown = await ronda.next_in_ronda(
        turn.unit, turn.owner, turn.speech, edit=turn.message_id, before=(greeting, contact)
    )
    if not shown:
        undo_button = on_greeting(turn.speech, "btn-undo", "undo", greeting)
        await turn.edit("ronda-done", ((undo_button,),), name=contact.name)
