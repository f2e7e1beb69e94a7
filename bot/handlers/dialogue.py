"""From person to person: the owner's reply to a linked contact leaves only by 🚀."""

from telegram import Update

from bot.channels.base import NotSent, Unknown
from bot.channels.telegram import deliver
from bot.domain.contacts import Contact
from bot.domain.messages import About
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts, noted
from bot.services import capture
from bot.views.buttons import tap
from storage.consent import Relay
from storage.outbox import Letter
from storage.unit import Unit


async def ask_to_send(turn: Turn, contact: Contact, text: str) -> None:
    """Shows the reply back with 🚀 and ❌; ➕ keeps it as a note instead."""
    relay = await turn.unit.consents.add_relay(turn.owner.id, contact.id, text)
    rows = (
        (
            tap(turn.speech, "btn-send", "relay", relay.id),
            tap(turn.speech, "btn-close", "relayno", relay.id),
        ),
        (tap(turn.speech, "btn-as-note", "relaynote", relay.id),),
    )
    await turn.say("relay-confirm", rows, name=contact.called, words=text)


async def _tapped(update: Update, turn: Turn) -> tuple[Relay | None, Contact | None]:
    relay = await turn.unit.consents.relay(turn.owner.id, data_parts(update)[0])
    if relay is None:
        return None, None
    return relay, await turn.unit.contacts.get(turn.owner.id, relay.contact_id)


async def send(update: Update, context: Context) -> None:
    """🚀: claimed, then sent once; a cut on the way is shown as unknown, never sent again."""
    house = context.house
    async with context.turn(update) as turn:
        relay, contact = await _tapped(update, turn)
        if relay is None or contact is None or contact.linked_chat_id is None:
            turn.toast = turn.speech("toast-gone")
            return
        if not await turn.unit.consents.move_relay(relay, "sending"):
            turn.toast = turn.speech("toast-moved-on")
            return
        owner = turn.owner
        chat_id, text = contact.linked_chat_id, f"{owner.name}\n\n{relay.text}"
    try:
        proof = await deliver(house.bot, chat_id, text)
        key = "relay-sent"
    except NotSent:
        proof, key = None, "relay-failed"
    except Unknown:
        proof, key = None, "relay-unknown"

    async def write(unit: Unit) -> list[Letter]:
        if proof is not None:
            about = About(owner.id, contact.id, kind="relay")
            await unit.consents.note_message(chat_id, int(proof), about)
        await unit.consents.end_relay(relay, "unknown" if key == "relay-unknown" else "sent")
        turn.unit = unit
        await turn.edit(key, name=contact.called)
        return unit.outbox.letters

    await house.post.flush(await house.work.insist(write))


async def keep_as_note(update: Update, context: Context) -> None:
    """➕: it was a note, not an answer."""
    async with context.turn(update) as turn:
        relay, contact = await _tapped(update, turn)
        if relay is None or contact is None:
            turn.toast = turn.speech("toast-gone")
        elif not await turn.unit.consents.move_relay(relay, "note"):
            turn.toast = turn.speech("toast-moved-on")
        else:
            await turn.edit("relay-dropped")
            await noted(turn, await capture.add_note(turn.unit, turn.owner, contact, relay.text))


async def leave(update: Update, context: Context) -> None:
    """❌: it does not leave."""
    async with context.turn(update) as turn:
        relay = await turn.unit.consents.relay(turn.owner.id, data_parts(update)[0])
        if relay is None or not await turn.unit.consents.move_relay(relay, "dropped"):
            turn.toast = turn.speech("toast-moved-on")
            return
        await turn.edit("relay-dropped")
