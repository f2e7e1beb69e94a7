"""What a linked contact says, records or feels reaches the owner under their name, as it is."""

from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import MessageReactionUpdated, ReactionTypeEmoji, Update

from bot.domain.contacts import Contact
from bot.domain.greetings import State
from bot.domain.messages import LONGEST_CAPTION, LONGEST_TEXT, About, Message, Rows
from bot.domain.owners import Owner
from bot.handlers.attached import media_of, words_of
from bot.handlers.context import Context
from bot.locales import Speech
from bot.views.buttons import tap
from bot.views.ronda import asleep
from storage.unit import Unit

_NO_EMOJI = "✨"
"""Stands for a reaction that is a picture of somebody's own."""


async def to_owner(update: Update, context: Context, linked: list[Contact]) -> None:
    """Passes it on; no model answers in between. Nobody's contact reaches nobody."""
    async with context.unit(update) as unit:
        if not linked:
            return
        contact = await _which(unit, update, linked)
        owner = await unit.owners.get(contact.owner_id)
        if owner is None:
            return
        speech = context.house.review.speech(owner)
        if update.message_reaction is not None:
            emoji = _felt(update.message_reaction)
            text = speech("incoming-reaction", emoji=emoji or "", name=contact.called)
            messages = [Message(owner.id, text)] if emoji else []
            if emoji:
                await unit.consents.add_relay(owner.id, contact.id, emoji, state="heard")
        elif update.edited_message is not None:
            words = words_of(update.edited_message)
            text = speech("incoming-edited", name=contact.called, words=words)
            messages = [Message(owner.id, text[:LONGEST_TEXT])] if words else []
        elif update.message is not None:
            rows = await _kept(unit, owner, contact, update.message, speech)
            messages = _said(update.message, owner, contact, speech, rows)
        else:
            messages = []
        about = About(owner.id, contact.id, kind="incoming")
        for message in messages:
            await unit.outbox.add(replace(message, about=about, silent=asleep(unit, owner)))


async def _kept(
    unit: Unit, owner: Owner, contact: Contact, message: TelegramMessage, speech: Speech
) -> Rows:
    """It stands in the timeline; ➕ keeps what they tell as a note, with one tap."""
    words, media = words_of(message), media_of(message)
    heard = await unit.consents.add_relay(owner.id, contact.id, words, media, state="heard")
    return ((tap(speech, "btn-as-note", "heard", heard.id),),) if words else ()


def _said(
    message: TelegramMessage, owner: Owner, contact: Contact, speech: Speech, rows: Rows
) -> list[Message]:
    """Their text under their name; media as they are, with the name in their caption if they have
    one, else above them."""
    media, words, name = media_of(message), words_of(message), contact.called
    if media is None:
        unnamed = speech("something-else")
        return [Message(owner.id, speech("incoming", name=name, words=unnamed))]
    alone = speech("incoming-media", name=name)
    titled = speech("incoming", name=name, words=words) if words else alone
    if media.kind == "text" and len(titled) <= LONGEST_TEXT:
        return [Message(owner.id, titled, rows)]
    if media.captioned and len(titled) <= LONGEST_CAPTION:
        return [Message(owner.id, titled, rows, copy=media)]
    return [Message(owner.id, alone), Message(owner.id, "", rows, copy=media)]


def _felt(reaction: MessageReactionUpdated) -> str | None:
    """The emoji of a reaction that was added; one taken away says nothing."""
    added = [one for one in reaction.new_reaction if one not in reaction.old_reaction]
    if not added:
        return None
    return added[0].emoji if isinstance(added[0], ReactionTypeEmoji) else _NO_EMOJI


async def _which(unit: Unit, update: Update, linked: list[Contact]) -> Contact:
    """Of several owners' contacts that this person is: the one whose message they answer, else the
    one who greeted them last."""
    message, reaction, chat = (
        update.effective_message,
        update.message_reaction,
        update.effective_chat,
    )
    replied = message.reply_to_message if message else None
    at = reaction.message_id if reaction else replied.message_id if replied else None
    if at is not None and chat is not None:
        about = await unit.consents.about(chat.id, at)
        for contact in linked:
            if about is not None and contact.id == about.contact_id:
                return contact
    if len(linked) == 1:
        return linked[0]
    greeted = {
        contact.id: await unit.greetings.find(contact_id=contact.id, states={State.SENT})
        for contact in linked
    }
    return max(linked, key=lambda one: max((g.day.toordinal() for g in greeted[one.id]), default=0))
