"""🎙 With my voice: what the owner records is the greeting; and recordings as answers to a contact."""

from telegram import Update

from bot.channels.telegram import signed
from bot.domain.greetings import WAITING
from bot.domain.messages import LONGEST_CAPTION, About, Media, Message
from bot.handlers import dialogue
from bot.handlers.attached import media_of, words_of
from bot.handlers.context import Context, Turn
from bot.handlers.review import tapped
from bot.services import approve as decisions
from bot.views.buttons import tap

STEP = "voice"

RECORDED = frozenset({"voice", "video_note", "photo", "video", "audio"})
"""What can be a greeting."""


async def ask(update: Update, context: Context) -> None:
    """🎙 on a card: the owner's next recording is the greeting."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        await turn.unit.conversations.begin(turn.owner.id, STEP, greeting_id=greeting.id)
        asking = turn.speech("ask-voice", name=contact.called)
        rows = ((tap(turn.speech, "btn-close", "close"),),)
        about = About(turn.owner.id, contact.id, greeting.id, kind="question")
        await turn.send(Message(turn.owner.id, asking, rows, about=about))


async def took(update: Update, context: Context) -> bool:
    """Whether what the owner sent is the recording that was asked for, or answers a contact's words."""
    message = update.message
    media = media_of(message) if message else None
    if message is None or media is None or message.forward_origin is not None:
        return False
    async with context.house.work.read() as unit:
        current = await unit.conversations.current(context.owner_id)
        about = None
        if message.reply_to_message is not None:
            replied = message.reply_to_message.message_id
            about = await unit.consents.about(context.owner_id, replied)
    if current is not None and current[0] == STEP and media.kind in RECORDED:
        async with context.turn(update) as turn:
            await _recorded(turn, current[1]["greeting_id"], words_of(message), media)
        return True
    if about is None or about.contact_id is None or about.kind != "incoming":
        return False
    async with context.turn(update) as turn:
        contact = await turn.unit.contacts.get(turn.owner.id, about.contact_id)
        if contact is not None:
            await dialogue.reply(turn, contact, words_of(message), media)
    return True


async def _recorded(turn: Turn, greeting_id: int, caption: str, media: Media) -> None:
    """The recording comes back as a card with ✅ and ↩️."""
    if len(signed(turn.owner, caption)) > LONGEST_CAPTION:
        await turn.say("voice-too-long")
        return
    await turn.unit.conversations.leave(turn.owner.id)
    greeting = await turn.unit.greetings.get(greeting_id, turn.owner.id)
    if greeting is None or greeting.state not in WAITING:
        await turn.say("edit-too-late")
        return
    written = await decisions.own_words(turn.unit, greeting, caption, media)
    if written is not None:
        await turn.house.review.show(turn.unit, turn.owner, written)
