"""Any text that is no command: the answer to a question that is open, a reply, or talk."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram import MessageOriginHiddenUser, MessageOriginUser, Update

from bot.busy import typing
from bot.domain.contacts import Contact
from bot.handlers import (
    answers,
    area_code,
    asked,
    dialogue,
    forgetting,
    notes,
    occasions,
    others,
    people,
    person,
    place,
    review,
    settings,
    typed,
)
from bot.handlers.context import Context, Turn
from bot.handlers.topic import circumstances, ruled, topic_of
from bot.parsing.names import match_names
from bot.parsing.text import clean, has_letters
from bot.services import talk
from bot.services.open_step import MEMORY, open_step
from bot.understanding.actions import Action, Ask, Greet, Tell, Unclear, is_sure
from bot.understanding.rules import understand
from bot.views import talk as views
from bot.views.review import WISH

Data = dict[str, Any]


async def text(update: Update, context: Context) -> None:
    """What the owner typed."""
    message = update.message
    words = (message.text or "").strip() if message else ""
    if message is not None and message.forward_origin is not None:
        await forwarded(update, context, words)
        return
    await said(update, context, words)


async def said(update: Update, context: Context, words: str, heard: str | None = None) -> None:
    """The owner's words, typed or spoken; `heard` is shown before what they led to."""
    proposed = await _proposed(update, context, words)
    async with context.turn(update) as turn:
        if heard is not None:
            await turn.say("talk-heard", words=views.clipped(heard))
        if words and not clean(words).strip():  # nothing that a person could see
            await answers.give(turn, (Unclear(words),), None)
            return
        if await _reply(update, turn, words):
            return
        current = await open_step(turn.unit, turn.owner.id)
        if current is not None and await _answers(turn, *current, words):
            return
        topic = await topic_of(turn)
        await answers.give(turn, proposed or await ruled(turn, words, topic), topic)


async def _proposed(update: Update, context: Context, words: str) -> tuple[Action, ...] | None:
    """What a model makes of words that the rules are not sure about, asked outside any transaction.

    None without a model, when the owner switched it off, when the words answer something else, or
    when they are private.
    """
    talker = context.house.talker
    if talker is None or not talker.may_see(words) or not words:
        return None
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        if owner is None or not owner.talk_with_model:
            return None
        turn = Turn(context.house, unit, owner, context.house.review.speech(owner))
        if await _is_taken(update, turn):
            return None
        if not await context.house.budget.is_left(unit, owner):
            return None
        known = await circumstances(turn, await topic_of(turn))
    if is_sure(understand(words, known)):
        return None
    async with context.metered(), typing(context.house.bot, context.owner_id):
        return await talker.understand(words, known)


async def _is_taken(update: Update, turn: Turn) -> bool:
    """Whether the text is a reply or answers a step that is open."""
    if update.message is not None and update.message.reply_to_message is not None:
        return True
    current = await open_step(turn.unit, turn.owner.id)
    return current is not None and current[0] in _STEPS


async def _reply(update: Update, turn: Turn, words: str) -> bool:
    """A reply to a contact's words goes back to them after 🚀; to their card, it is about them."""
    message = update.message
    if message is None or message.reply_to_message is None or not words:
        return False
    about = await turn.unit.consents.about(turn.owner.id, message.reply_to_message.message_id)
    if about is None or about.contact_id is None:
        return False
    contact = await turn.unit.contacts.get(turn.owner.id, about.contact_id)
    if contact is None:
        return False
    current = await open_step(turn.unit, turn.owner.id)
    asked = current[1].get("greeting_id") if current is not None else None
    if asked is not None and asked == about.greeting_id:
        return False
    if about.kind == "incoming":
        await dialogue.reply(turn, contact, words)
        return True
    actions = await ruled(turn, words, contact)
    if any(isinstance(action, Ask | Greet) for action in actions):
        await answers.give(turn, actions, contact)
    elif words.rstrip().endswith("?"):
        await person.show_person(turn, contact)
    else:
        await answers.tell(turn, contact, answers.as_told(words))
    return True


async def _answers(turn: Turn, step: str, data: Data, words: str) -> bool:
    """The next step of a half-finished conversation; False when the text is not for it."""
    if step in _TELLING and await asked.is_talk(turn, data, words):
        return True
    await turn.unit.conversations.leave(turn.owner.id)
    answer = _STEPS.get(step)
    said = words if answer is _edit else clean(words).strip()
    return answer is not None and await answer(turn, data, said)


async def _add(turn: Turn, _: Data, words: str) -> bool:
    await people.add_text(turn, words)
    return True


async def _edit(turn: Turn, data: Data, words: str) -> bool:
    await review.own_words(turn, data["greeting_id"], words)
    return True


async def _memory(turn: Turn, data: Data, words: str) -> bool:
    await review.told_memory(turn, data["greeting_id"], words)
    return True


async def _note(turn: Turn, data: Data, words: str) -> bool:
    """What to remember, of somebody or of whom the words name."""
    if "contact_id" not in data:
        await people.note_text(turn, words)
        return True
    contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
    if contact is not None:
        await answers.tell(turn, contact, answers.as_told(words))
    return contact is not None


async def _day(turn: Turn, data: Data, words: str) -> bool:
    """The day that did not exist, right this time; other words go on as talk."""
    contact = await turn.unit.contacts.get(turn.owner.id, data["contact_id"])
    if contact is None:
        return False
    said = typed.read(turn, contact, data["key"], words)
    if said.problem == "typed-no-date":
        return False
    meaning = "cumple" if data["key"] == "birthday" else "aniversario"
    await answers.tell(turn, contact, Tell(None, f"{meaning} {words}"))
    return True


async def _keep(turn: Turn, data: Data, words: str) -> bool:
    await answers.whose(turn, words, data["pending"])
    return True


_STEPS: dict[str, Callable[[Turn, Data, str], Awaitable[bool]]] = {
    "add": _add,
    "edit": _edit,
    "voice": _edit,
    WISH: others.typed_wish,
    MEMORY: _memory,
    "note": _note,
    "keep": _keep,
    "day": _day,
    "field": person.typed_field,
    "notetext": notes.typed_note,
    "forgetall": forgetting.typed_word,
    occasions.STEP: occasions.typed_day,
    settings.STEP: settings.typed,
    area_code.STEP: area_code.typed,
    place.STEP: place.typed,
}
"""Who takes the text that answers an open step; False when it turned out not to be for it."""

_TELLING = frozenset({"add", MEMORY, "note", "keep"})
"""Steps that wait for something to be told: a question or a "gracias" is answered meanwhile, and they
go on waiting."""


async def forwarded(update: Update, context: Context, words: str) -> None:
    """Somebody else's words: a note about who wrote them, with their day; never an instruction."""
    message = update.message
    origin = message.forward_origin if message else None
    async with context.turn(update) as turn:
        if not words or not has_letters(words) or origin is None:
            await turn.say("not-understood-yet")
            return
        zone = ZoneInfo(turn.owner.timezone)
        day: datetime = origin.date.astimezone(zone)
        note = Tell(None, words)
        contact = await _writer(turn, origin)
        if contact is not None:
            await answers.tell(turn, contact, note, said_at=day)
            return
        name = _writer_name(origin)
        await answers.ask_whose(turn, note, name, await topic_of(turn), said_at=day)


def _writer_name(origin: object) -> str:
    if isinstance(origin, MessageOriginUser):
        return origin.sender_user.full_name
    return origin.sender_user_name if isinstance(origin, MessageOriginHiddenUser) else ""


async def _writer(turn: Turn, origin: object) -> Contact | None:
    """The contact who wrote a forwarded message: the linked chat, the username, or one exact name."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    if isinstance(origin, MessageOriginUser):
        user = origin.sender_user
        for one in everybody:
            handle = (one.username or "").casefold()
            if one.linked_chat_id == user.id or (
                handle and handle == (user.username or "").casefold()
            ):
                return one
    name = _writer_name(origin)
    match = match_names(name, [(one.id, one.name, one.nickname) for one in everybody])
    if len(match.exact) != 1:
        return None
    return next(one for one in everybody if one.id == match.exact[0])


async def tell_button(update: Update, context: Context) -> None:
    """➕ a note of somebody's: the words that were waiting are kept about them."""
    async with context.turn(update) as turn:
        pending, contact_id = (*people.data_parts(update), 0)[:2]
        contact = await turn.unit.contacts.get(turn.owner.id, contact_id)
        waiting = await answers.take_waiting(turn, pending) if contact else None
        if contact is None or waiting is None:
            turn.toast = turn.speech("toast-old")
            return
        note, said_at = waiting
        await turn.unit.conversations.leave(turn.owner.id)
        await answers.tell(turn, contact, note, said_at=said_at)


async def newcomer_button(update: Update, context: Context) -> None:
    """➕ somebody new, with what was said."""
    async with context.turn(update) as turn:
        waiting = await answers.take_waiting(turn, people.data_parts(update)[0])
        if waiting is None:
            turn.toast = turn.speech("toast-old")
            return
        await people.add_text(turn, waiting[0].text)


async def keep_button(update: Update, context: Context) -> None:
    """➕ keep it as a note: the next text says whose."""
    async with context.turn(update) as turn:
        pending = people.data_parts(update)[0]
        await turn.unit.conversations.begin(turn.owner.id, "keep", pending=pending)
        await turn.say("talk-whose", ((answers.close(turn),),))


async def untell(update: Update, context: Context) -> None:
    """↩️ under what was told."""
    async with context.turn(update) as turn:
        asking = await talk.untell(turn.unit, turn.owner, people.data_parts(update)[0])
        if asking is None:
            turn.toast = turn.speech("toast-undone-before")
            return
        await turn.edit("undone-told")
        await person.show_again(turn, asking)
