"""From person to person: the owner's reply to a linked contact leaves only by 🚀."""

from dataclasses import replace

from telegram import Update

from bot.channels.base import NotSent, Unknown
from bot.channels.telegram import signed
from bot.domain.contacts import Contact
from bot.domain.messages import LONGEST_CAPTION, LONGEST_TEXT, About, Media, Message, Rows
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts, noted
from bot.services import capture, consent
from bot.views import notices, ronda
from bot.views.buttons import tap
from storage.consent import Relay
from storage.unit import Unit

_SHOWN_BACK = LONGEST_TEXT - 200
"""Characters of a reply that still fit below the question."""


async def reply(turn: Turn, contact: Contact, text: str, media: Media | None = None) -> None:
    """The owner's answer to a contact's words; one who is on the bot no more gets it from the owner's
    own account."""
    if contact.linked_chat_id is not None:
        await ask_to_send(turn, contact, text, media)
        return
    opening = ronda.opening_buttons(contact, text, turn.speech)[:1] if text else ()
    await turn.say("relay-unlinked", (opening,) if opening else (), name=contact.called)


async def ask_to_send(turn: Turn, contact: Contact, text: str, media: Media | None = None) -> None:
    """Shows the reply back with 🚀 and ❌; ➕ keeps its words as a note instead."""
    longest = LONGEST_CAPTION if media else _SHOWN_BACK
    if len(signed(turn.owner, text)) > longest:
        await turn.say("relay-too-long", name=contact.called)
        return
    relay = await turn.unit.consents.add_relay(turn.owner.id, contact.id, text, media)
    speech = turn.speech
    rows: Rows = (
        (
            tap(speech, "btn-send", "relay", relay.id),
            tap(speech, "btn-close", "relayno", relay.id),
        ),
    )
    if text:
        rows = (*rows, (tap(speech, "btn-as-note", "relaynote", relay.id),))
    if media is None:
        await turn.say("relay-confirm", rows, name=contact.called, words=text)
        return
    asking = speech("relay-confirm-media", name=contact.called)
    await turn.send(Message(turn.owner.id, asking, rows, reply_to=media.message_id))


async def _tapped(update: Update, unit: Unit, owner_id: int) -> tuple[Relay | None, Contact | None]:
    relay = await unit.consents.relay(owner_id, data_parts(update)[0])
    if relay is None:
        return None, None
    return relay, await unit.contacts.get(owner_id, relay.contact_id)


async def _claim(turn: Turn, relay: Relay, to: str) -> bool:
    """Only an answer that still waits can be decided, and once."""
    return relay.state == "waiting" and await turn.unit.consents.move_relay(relay, to)


async def send(update: Update, context: Context) -> None:
    """🚀: claimed once the limits allow it, then sent once; a cut on the way is shown as unknown, never
    sent again."""
    house = context.house
    await _until_it_may_leave(update, context)
    async with context.turn(update) as turn:
        relay, contact = await _tapped(update, turn.unit, turn.owner.id)
        if relay is None or contact is None:
            turn.toast = turn.speech("toast-gone")
            return
        if contact.linked_chat_id is None:
            await turn.edit("relay-failed", name=contact.called)
            return
        if not await _claim(turn, relay, "sending"):
            turn.toast = turn.speech("toast-moved-on")
            return
        owner, chat_id = turn.owner, contact.linked_chat_id
    proof, state, lost = None, "sent", False
    try:
        proof = await house.sender.pass_on(chat_id, owner, relay.text, relay.media)
    except NotSent as failure:
        state, lost = "failed", failure.reason in {"blocked", "gone"}
    except Unknown:
        state = "unknown"
    claimed = replace(relay, state="sending")

    async def write(unit: Unit) -> Unit:
        turn.unit = unit
        await unit.consents.move_relay(claimed, state)
        await turn.edit(f"relay-{state}", name=contact.called)
        if proof is not None:
            about = About(owner.id, contact.id, kind="relay")
            await unit.consents.note_message(chat_id, int(proof), about)
        if lost:
            asking = await consent.unlink(unit, contact)
            await notices.lost(unit, owner, contact, asking, turn.speech)
            for greeting in asking:
                await house.review.show(unit, owner, greeting)
        return unit

    unit = await house.work.insist(write)
    await house.post.flush(unit.outbox.letters)


async def _until_it_may_leave(update: Update, context: Context) -> None:
    """Nothing is decided meanwhile: who ends now comes back to this tap."""
    async with context.house.work.read() as unit:
        relay, contact = await _tapped(update, unit, context.owner_id)
    chat_id = contact.linked_chat_id if contact is not None else None
    if relay is not None and relay.state == "waiting" and chat_id is not None:
        await context.house.sender.ready_for(chat_id)


async def keep_as_note(update: Update, context: Context) -> None:
    """➕: it was a note, not an answer."""
    async with context.turn(update) as turn:
        relay, contact = await _tapped(update, turn.unit, turn.owner.id)
        if relay is None or contact is None:
            turn.toast = turn.speech("toast-gone")
        elif not await _claim(turn, relay, "note"):
            turn.toast = turn.speech("toast-moved-on")
        else:
            await turn.edit("relay-dropped")
            await noted(turn, await capture.add_note(turn.unit, turn.owner, contact, relay.text))


async def keep_heard(update: Update, context: Context) -> None:
    """➕ under a contact's words: they become a note, once; the words stay where they are."""
    async with context.turn(update) as turn:
        relay, contact = await _tapped(update, turn.unit, turn.owner.id)
        if relay is None or contact is None or not relay.heard:
            turn.toast = turn.speech("toast-gone")
        elif relay.state == "noted" or not await turn.unit.consents.move_relay(relay, "noted"):
            turn.toast = turn.speech("toast-moved-on")
        else:
            await noted(turn, await capture.add_note(turn.unit, turn.owner, contact, relay.text))


async def leave(update: Update, context: Context) -> None:
    """❌: it does not leave."""
    async with context.turn(update) as turn:
        relay = await turn.unit.consents.relay(turn.owner.id, data_parts(update)[0])
        if relay is None or not await _claim(turn, relay, "dropped"):
            turn.toast = turn.speech("toast-moved-on")
            return
        await turn.edit("relay-dropped")
