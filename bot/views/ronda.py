"""The ronda: on the day, what leaves from the owner's own account, one message at a time."""

from bot.channels.link import LONGEST_COPY, prefilled
from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting, State
from bot.domain.messages import About, Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.deliver import hand_over
from bot.views.buttons import on_greeting, tap
from storage.unit import Unit


async def next_in_ronda(
    unit: Unit, owner: Owner, speech: Speech, *, edit: int | None = None
) -> bool:
    """Show the next greeting whose hour has come, in place of `edit` if given; answers whether
    there was one. Does nothing while another one is open."""
    review = await unit.reviews.get(owner.id)
    if review.ronda_greeting_id is not None:
        shown = await unit.greetings.get(review.ronda_greeting_id)
        if shown is not None and shown.state is State.HANDED_OFF:
            return False
        review.ronda_greeting_id = None
    waiting = await waiting_by_hand(unit, owner)
    if not waiting:
        review.ronda_message_id = None
        return False
    handed = await hand_over(unit, owner, waiting[0])
    contact = await unit.contacts.get(owner.id, waiting[0].contact_id)
    if handed is None or contact is None:
        return False
    review = await unit.reviews.get(owner.id)
    review.ronda_greeting_id = handed.id
    await show(unit, owner, handed, contact, speech, left=len(waiting), edit=edit)
    return True


async def waiting_by_hand(unit: Unit, owner: Owner) -> list[Greeting]:
    """Approved greetings that the owner sends, whose hour has come."""
    due = await unit.greetings.find(owner_id=owner.id, states={State.APPROVED}, due_before=unit.now)
    return [greeting for greeting in due if not (greeting.channel and greeting.channel.by_itself)]


async def show(
    unit: Unit,
    owner: Owner,
    greeting: Greeting,
    contact: Contact,
    speech: Speech,
    *,
    left: int,
    edit: int | None = None,
) -> None:
    """The text with 📲 (📋) ☑️ ⏭."""
    text = greeting.text or ""
    head = speech("ronda-head", name=contact.name, left=left)
    await unit.outbox.add(
        Message(
            owner.id,
            f"{head}\n\n{text}",
            _buttons(greeting, contact, text, speech),
            edit=edit,
            block=text if len(text) > LONGEST_COPY else None,
            about=About(owner.id, contact.id, greeting.id, "handover", slot="ronda"),
        )
    )


def _buttons(greeting: Greeting, contact: Contact, text: str, speech: Speech) -> Rows:
    opening = opening_buttons(contact, text, speech)
    copying = (Button(speech("btn-copy"), copy=text),) if len(text) <= LONGEST_COPY else ()
    deciding = (
        on_greeting(speech, "btn-i-sent", "isent", greeting, 0),
        on_greeting(speech, "btn-skip", "skip", greeting),
    )
    return tuple(row for row in (opening, copying, deciding) if row)


def opening_buttons(contact: Contact, text: str, speech: Speech) -> tuple[Button, ...]:
    """📲 for each account the owner could send it from."""
    return tuple(
        Button(speech("btn-pick" if link.picker else "btn-open", app=link.app), url=link.url)
        for link in prefilled(contact, text)
    )


async def ask_in_the_evening(
    unit: Unit, owner: Owner, pending: list[Greeting], speech: Speech
) -> None:
    """Once: what was handed over and not ticked, as one list."""
    contacts = await unit.contacts.some([greeting.contact_id for greeting in pending])
    rows = [
        (
            on_greeting(
                speech, "btn-i-sent-name", "isent", one, 0, name=contacts[one.contact_id].called
            ),
        )
        for one in pending
    ]
    if len(pending) > 1:
        rows.append((tap(speech, "btn-all-sent", "allsent", pending[0].day.isoformat()),))
    names = speech.names([contacts[one.contact_id].called for one in pending])
    await unit.outbox.add(
        Message(owner.id, speech("evening-question", names=names, count=len(pending)), tuple(rows))
    )
