"""Any text that is no command: the answer to a question that is open, a reply, or something to keep."""

from telegram import Update

from bot.handlers import dialogue, occasions, people, review
from bot.handlers.context import Context, Turn
from bot.parsing.names import match_names
from bot.parsing.note import parse_note
from bot.parsing.text import ParseProblem
from bot.views.buttons import tap


async def text(update: Update, context: Context) -> None:
    """What the owner typed."""
    message = update.message
    words = (message.text or "").strip() if message else ""
    async with context.turn(update) as turn:
        if await _reply(update, turn, words):
            return
        current = await turn.unit.conversations.current(turn.owner.id)
        if current is not None and await _answers(turn, *current, words):
            return
        await _talk(turn, words)


async def _reply(update: Update, turn: Turn, words: str) -> bool:
    """A reply to a contact's words goes back to them after 🚀; to their card, it is a note."""
    message = update.message
    if message is None or message.reply_to_message is None or not words:
        return False
    about = await turn.unit.consents.about(turn.owner.id, message.reply_to_message.message_id)
    if about is None or about.contact_id is None:
        return False
    contact = await turn.unit.contacts.get(turn.owner.id, about.contact_id)
    if contact is None:
        return False
    current = await turn.unit.conversations.current(turn.owner.id)
    if current is not None and current[1].get("greeting_id") == about.greeting_id:
        return False
    if about.kind == "incoming" and contact.linked_chat_id is not None:
        await dialogue.ask_to_send(turn, contact, words)
    else:
        await people.keep_note(turn, contact, words)
    return True


async def _answers(turn: Turn, step: str, data: dict[str, int], words: str) -> bool:
    """The next step of a half-finished conversation; False when the text is not for it."""
    await turn.unit.conversations.leave(turn.owner.id)
    if step == "add":
        await people.add_text(turn, words)
    elif step == occasions.STEP:
        await occasions.typed(turn, words)
    elif step == "edit":
        await review.own_words(turn, data["greeting_id"], words)
    elif step == "memory":
        await review.told_memory(turn, data["greeting_id"], words)
    elif step == "note" and "contact_id" in data:
        contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
        if contact is None:
            return False
        await people.keep_note(turn, contact, words)
    elif step == "note":
        await people.note_text(turn, words)
    else:
        return False
    return True


async def _talk(turn: Turn, words: str) -> None:
    """A sentence that begins with somebody's name is a note; else say what would help."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    candidates = [(one.id, one.name, one.nickname) for one in everybody]
    try:
        parsed = parse_note(words, candidates)
    except ParseProblem:
        await turn.say("talk-how")
        return
    if parsed.name_part and parsed.text:
        match = match_names(parsed.name_part, candidates)
        if match.exact or match.similar:
            await people.note_text(turn, words)
            return
    await turn.say("talk-how", ((tap(turn.speech, "btn-add", "add"),),))


async def other(update: Update, context: Context) -> None:
    """Pictures, stickers, places: a caption is talk, the rest gets a word."""
    caption = update.message.caption if update.message else None
    async with context.turn(update) as turn:
        if caption:
            await _talk(turn, caption.strip())
        else:
            await turn.say("not-understood-yet")
