"""The person who gets greetings through the bot: consent, /stop, /forgetme, and leaving."""

from collections.abc import Awaitable, Callable

from telegram import ChatMember, Update, User

from bot.domain.contacts import Contact
from bot.domain.messages import About, Message, Rows
from bot.domain.owners import Owner
from bot.handlers import incoming
from bot.handlers.context import Context, answer
from bot.introduction import guests_menu, show_menu
from bot.locales import Speech
from bot.services import consent
from bot.views import notices
from bot.views.buttons import tap
from bot.views.forgotten import leave_no_card
from bot.views.ronda import asleep
from storage.unit import Unit

Stranger = Callable[[Update, Context, User], Awaitable[None]]

_YES, _NO = "yes", "no"

STOP = ("stop", "parar", "basta", "pare")
FORGET_ME = ("forgetme", "olvidame", "dimenticami", "esquecame")


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


async def _known(context: Context, user: User) -> list[Contact]:
    async with context.house.work.read() as unit:
        return await consent.known_as(unit, user.id)


async def handle(update: Update, context: Context, *, stranger: Stranger) -> None:
    """An update of somebody who owns nothing here."""
    user = update.effective_user
    if user is None:
        return
    if await carries_invitation(update, context):
        await invited(update, context)
        return
    if update.my_chat_member is not None:
        await membership(update, context)
        return
    text = (update.message.text or "").strip() if update.message else ""
    command = text.split("@")[0].split()[0].lower()[1:] if text.startswith("/") else None
    query = update.callback_query
    forgets = command in FORGET_ME or (query and (query.data or "").startswith("forgetme:"))
    if forgets and await _known(context, user):
        await (forget_me_button if query else forget_me)(update, context)
        return
    async with context.house.work.read() as unit:
        linked = await unit.contacts.linked_to(user.id)
    if update.message_reaction is not None or (linked and update.edited_message is not None):
        await incoming.to_owner(update, context, linked)
    elif not linked:
        known = await _known(context, user) if command == "start" else []
        await (_ask_again if known else stranger)(update, context, user)
    elif command in STOP:
        await stop(update, context)
    elif command is not None:
        await _explain(update, context, user.id, linked)
    elif update.message is not None:
        await incoming.to_owner(update, context, linked)
    else:
        async with context.unit(update):
            pass
        if query is not None:
            await answer(query.answer, None)


async def answers_as_guest(update: Update, context: Context) -> bool:
    """An owner may be somebody else's guest, too: what they answer to a greeting they got goes to
    who greeted them. Answers whether it was that."""
    user = update.effective_user
    message, reaction = update.message, update.message_reaction
    replied = message.reply_to_message if message else None
    at = reaction.message_id if reaction else replied.message_id if replied else None
    command = message is not None and (message.text or "").startswith("/")
    if user is None or at is None or command:
        return False
    async with context.house.work.read() as unit:
        about = await unit.consents.about(user.id, at)
        linked = await unit.contacts.linked_to(user.id)
    mine = [one for one in linked if about is not None and one.id == about.contact_id]
    if mine or reaction is not None:
        await incoming.to_owner(update, context, mine)
    return bool(mine) or reaction is not None


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
        await _ask(unit, user, owner, contact)


async def _ask(unit: Unit, user: User, owner: Owner, contact: Contact) -> None:
    speech = Speech(contact.language, contact.country)
    rows = (
        (
            tap(speech, "btn-accept", "consent", contact.id, _YES),
            tap(speech, "btn-refuse", "consent", contact.id, _NO),
        ),
    )
    text = speech("consent", owner=owner.name, name=user.first_name)
    await say(unit, user.id, text, rows)


async def _ask_again(update: Update, context: Context, user: User) -> None:
    async with context.unit(update) as unit:
        for owner, contact in await consent.ask_again(unit, user.id):
            await _ask(unit, user, owner, contact)


async def _answered(update: Update, context: Context, chat_id: int) -> None:
    query = update.callback_query
    assert query is not None  # noqa: S101
    _, contact_id, word = f"{query.data}::".split(":")[:3]
    message_id = query.message.message_id if query.message else None
    async with context.unit(update) as unit:
        answered = None
        if contact_id.isdecimal() and int(contact_id) < 2**63:
            accepted = word == _YES
            answered = await consent.answer(unit, chat_id, int(contact_id), accepted=accepted)
        if answered is not None:
            owner, contact = answered
            speech = Speech(contact.language, contact.country)
            key = "consent-yes" if word == _YES else "consent-no"
            text = speech(key, owner=owner.name)
            about = About(owner.id, contact.id, kind="consent") if word == _YES else None
            await unit.outbox.add(Message(chat_id, text, edit=message_id, about=about))
            await _tell_owner(unit, context, owner, contact, f"told-{key}")
    await answer(query.answer, None)
    if answered is not None and word == _YES and chat_id not in context.house.owners:
        speech = Speech(answered[1].language, answered[1].country)
        await show_menu(context.house.bot, chat_id, guests_menu(speech))


async def _tell_owner(
    unit: Unit, context: Context, owner: Owner, contact: Contact, key: str
) -> None:
    speech = context.house.review.speech(owner)
    text = speech(key, name=contact.name)
    about = About(owner.id, contact.id)
    await unit.outbox.add(Message(owner.id, text, silent=asleep(unit, owner), about=about))


async def _explain(update: Update, context: Context, chat_id: int, linked: list[Contact]) -> None:
    """Who writes to them here, and how it stops."""
    async with context.unit(update) as unit:
        speech = Speech(linked[0].language, linked[0].country)
        names = speech.names(await _owners(unit, linked))
        await say(unit, chat_id, speech("guest-help", owner=names))


async def _owners(unit: Unit, contacts: list[Contact]) -> list[str]:
    owners = [await unit.owners.get(contact.owner_id) for contact in contacts]
    return [owner.name for owner in owners if owner is not None]


async def stop(update: Update, context: Context) -> None:
    """/stop: at once, on approved greetings too; an owner who is nobody's guest hears so."""
    user = update.effective_user
    assert user is not None  # noqa: S101 - the guard lets nobody else through
    review = context.house.review
    async with context.unit(update) as unit:
        speech = None
        for owner, contact, asking in await consent.stop(unit, user.id):
            speech = Speech(contact.language, contact.country)
            await notices.stopped(unit, owner, contact, asking, review.speech(owner))
            for greeting in asking:
                await review.show(unit, owner, greeting, silent=asleep(unit, owner))
        if speech is not None:
            await say(unit, user.id, speech("stopped"))
        else:
            await _nobodys_guest(unit, context, user.id)


async def _nobodys_guest(unit: Unit, context: Context, chat_id: int) -> None:
    owner = await unit.owners.get(chat_id)
    if owner is not None:
        await say(unit, chat_id, context.house.review.speech(owner)("nobodys-guest"))


async def forget_me(update: Update, context: Context) -> None:
    """/forgetme: says what goes, and asks."""
    user = update.effective_user
    assert user is not None  # noqa: S101 - the guard lets nobody else through
    async with context.unit(update) as unit:
        known = await consent.known_as(unit, user.id)
        if not known:
            await _nobodys_guest(unit, context, user.id)
            return
        speech = Speech(known[0].language, known[0].country)
        names = speech.names(await _owners(unit, known))
        rows = (
            (
                tap(speech, "btn-delete", "forgetme", _YES),
                tap(speech, "btn-close", "forgetme", _NO),
            ),
        )
        await say(unit, user.id, speech("forgetme-confirm", owner=names), rows)


async def forget_me_button(update: Update, context: Context) -> None:
    """🗑: all that is kept about them goes, and whoever kept it is told; ❌: nothing does."""
    query, user = update.callback_query, update.effective_user
    if query is None or user is None:
        return
    message_id = query.message.message_id if query.message else None
    async with context.unit(update) as unit:
        known = await consent.known_as(unit, user.id)
        if known:
            speech = Speech(known[0].language, known[0].country)
            key = "closed"
            if query.data == f"forgetme:{_YES}":
                key = "forgotten-you"
                for owner, contact, cards in await consent.forget_me(unit, user.id):
                    mine = context.house.review.speech(owner)
                    text, night = mine("told-forgotten", name=contact.name), asleep(unit, owner)
                    await unit.outbox.add(Message(owner.id, text, silent=night))
                    await leave_no_card(unit, owner, context.house.review, cards, silent=night)
            await unit.outbox.add(Message(user.id, speech(key), edit=message_id))
    await answer(query.answer, None)


async def membership(update: Update, context: Context) -> None:
    """Who blocks the bot wants nothing more from it: it counts as /stop, and the owner is told."""
    changed, user = update.my_chat_member, update.effective_user
    review = context.house.review
    async with context.unit(update) as unit:
        left = changed is not None and changed.new_chat_member.status == ChatMember.BANNED
        if user is None or not left:
            return
        for owner, contact, asking in await consent.stop(unit, user.id):
            await notices.lost(unit, owner, contact, asking, review.speech(owner))
            for greeting in asking:
                await review.show(unit, owner, greeting, silent=asleep(unit, owner))
