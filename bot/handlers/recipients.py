"""The person who gets greetings through the bot: consent, /stop, and their words to the owner."""

from collections.abc import Awaitable, Callable

from telegram import Update, User

from bot.domain.contacts import Contact
from bot.domain.greetings import State
from bot.domain.messages import About, Message, Rows
from bot.domain.owners import Owner
from bot.handlers.context import Context, answer
from bot.locales import Speech
from bot.services import consent
from bot.views import notices
from bot.views.buttons import tap
from storage.unit import Unit

Stranger = Callable[[Update, Context, User], Awaitable[None]]

_YES, _NO = "yes", "no"


async def say(unit: Unit, chat_id: int, text: str, rows: Rows = ()) -> None:
    """A message to somebody who owns nothing here."""
    await unit.outbox.add(Message(chat_id, text, rows))


def _token(update: Update) -> str | None:
    """The payload of `/start <token>`, if it could be an invitation's."""
    words = (update.message.text or "").split() if update.message else []
    long_enough = len(words) == 2 and words[0] == "/start" and len(words[1]) >= 20
    return words[1] if long_enough else None


async def carries_invitation(update: Update, context: Context) -> bool:
    """Whether the update opens or answers an invitation, whoever sends it."""
    query = update.callback_query
    if query is not None:
        return (query.data or "").startswith("consent:")
    token = _token(update)
    if token is None or update.effective_user is None:
        return False
    async with context.house.work.begin() as unit:
        opened = await consent.open_invitation(unit, token, update.effective_user.id)
    return opened is not None


async def handle(update: Update, context: Context, *, stranger: Stranger) -> None:
    """An update of somebody who owns nothing here."""
    user = update.effective_user
    if user is None:
        return
    if await carries_invitation(update, context):
        await invited(update, context)
        return
    async with context.house.work.read() as unit:
        linked = await unit.contacts.linked_to(user.id)
    if not linked:
        await stranger(update, context, user)
        return
    text = (update.message.text or "").strip() if update.message else ""
    command = text.split("@")[0].split()[0].lower() if text.startswith("/") else None
    if command in {"/stop", "/parar", "/basta"}:
        await _stop(update, context, user.id)
    elif command is not None:
        await _explain(update, context, user.id, linked)
    elif update.message is not None:
        await _to_owner(update, context, linked)
    else:
        async with context.unit(update):
            pass
        if update.callback_query is not None:
            await answer(update.callback_query.answer, None)


async def invited(update: Update, context: Context) -> None:
    """Shows who invites and what will happen, or takes the answer."""
    user = update.effective_user
    assert user is not None  # noqa: S101 - the guard lets nobody else through
    query = update.callback_query
    if query is not None:
        await _answered(update, context, user.id)
        return
    async with context.unit(update) as unit:
        opened = await consent.open_invitation(unit, _token(update) or "", user.id)
        if opened is None:
            return
        _, owner, contact = opened
        speech = Speech(contact.language, contact.country)
        rows = (
            (
                tap(speech, "btn-accept", "consent", contact.id, _YES),
                tap(speech, "btn-refuse", "consent", contact.id, _NO),
            ),
        )
        text = speech("consent", owner=owner.name, name=contact.called)
        await say(unit, user.id, text, rows)


async def _answered(update: Update, context: Context, chat_id: int) -> None:
    query = update.callback_query
    assert query is not None  # noqa: S101
    _, contact_id, word = (query.data or "::").split(":")[:3]
    message_id = query.message.message_id if query.message else None
    async with context.unit(update) as unit:
        answered = None
        if contact_id.isdecimal():
            accepted = word == _YES
            answered = await consent.answer(unit, chat_id, int(contact_id), accepted=accepted)
        if answered is not None:
            owner, contact = answered
            speech = Speech(contact.language, contact.country)
            key = "consent-yes" if word == _YES else "consent-no"
            text = speech(key, owner=owner.name)
            await unit.outbox.add(Message(chat_id, text, edit=message_id))
            await _tell_owner(unit, context, owner, contact, f"told-{key}")
    await answer(query.answer, None)


async def _tell_owner(
    unit: Unit, context: Context, owner: Owner, contact: Contact, key: str
) -> None:
    speech = context.house.review.speech(owner)
    text = speech(key, name=contact.name)
    await unit.outbox.add(Message(owner.id, text, about=About(owner.id, contact.id)))


async def _explain(update: Update, context: Context, chat_id: int, linked: list[Contact]) -> None:
    """Who writes to them here, and how it stops."""
    async with context.unit(update) as unit:
        owners = [await unit.owners.get(contact.owner_id) for contact in linked]
        speech = Speech(linked[0].language, linked[0].country)
        names = speech.names([owner.name for owner in owners if owner is not None])
        await say(unit, chat_id, speech("consent-yes", owner=names))


async def _stop(update: Update, context: Context, chat_id: int) -> None:
    review = context.house.review
    async with context.unit(update) as unit:
        speech = None
        for owner, contact, asking in await consent.stop(unit, chat_id):
            speech = Speech(contact.language, contact.country)
            mine = review.speech(owner)
            await notices.stopped(unit, owner, contact, asking, mine)
            for greeting in asking:
                await review.show(unit, owner, greeting)
        if speech is not None:
            await say(unit, chat_id, speech("stopped"))


async def _to_owner(update: Update, context: Context, linked: list[Contact]) -> None:
    """Their words reach the owner with their name; no model answers in between."""
    message = update.message
    assert message is not None  # noqa: S101
    async with context.unit(update) as unit:
        contact = await _which(unit, update, linked)
        owner = await unit.owners.get(contact.owner_id)
        if owner is None:
            return
        speech = context.house.review.speech(owner)
        words = message.text or message.caption or speech("something-else")
        text = speech("incoming", name=contact.called, words=words)
        about = About(owner.id, contact.id, kind="incoming")
        await unit.outbox.add(Message(owner.id, text, about=about))


async def _which(unit: Unit, update: Update, linked: list[Contact]) -> Contact:
    """Of several owners' contacts that this person is: the one whose message they answer, else the
    one who greeted them last."""
    reply = update.message.reply_to_message if update.message else None
    if reply is not None and update.effective_chat is not None:
        about = await unit.consents.about(update.effective_chat.id, reply.message_id)
        for contact in linked:
            if about is not None and contact.id == about.contact_id:
                return contact
    greeted = {
        contact.id: await unit.greetings.find(contact_id=contact.id, states={State.SENT})
        for contact in linked
    }
    return max(linked, key=lambda one: max((g.day.toordinal() for g in greeted[one.id]), default=0))
