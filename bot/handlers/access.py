"""Who may: the owner, a person with an invitation, or one polite sentence."""

import hmac
import secrets
from datetime import UTC, datetime

from telegram import Update, User
from telegram.ext import ApplicationHandlerStop

from bot.domain.owners import Owner
from bot.handlers import recipients
from bot.handlers.context import Context, House, answer
from bot.locales import Speech
from bot.services.memories import NEWCOMER

_greeted: set[int] = set()
"""Strangers who have had their sentence since the start; they get nothing more."""

_MANY_STRANGERS = 10_000


def new_pairing_code() -> str:
    """The one-time code that the server prints: 40 bits, easy to type."""
    alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
    return "".join(secrets.choice(alphabet) for _ in range(8))


async def guard(update: Update, context: Context) -> None:
    """Lets owners through to the other handlers; everybody else is dealt with here."""
    user, chat = update.effective_user, update.effective_chat
    if user is not None and (update.inline_query or update.chosen_inline_result):
        await _inline(update, context, user)
        return
    if user is None or chat is None or chat.type != "private" or user.is_bot:
        async with context.unit(update):
            pass  # groups and channels are none of its business; the update is done
        raise ApplicationHandlerStop
    house = context.house
    if user.id not in house.owners:
        async with house.work.read() as unit:
            owner = await unit.owners.get(user.id) if _may_stay(user, house) else None
        if owner is None and not await _welcome(update, context, user):
            await recipients.handle(update, context, stranger=_stranger)
            raise ApplicationHandlerStop
        house.owners.add(user.id)
    if await recipients.answers_as_guest(update, context):
        raise ApplicationHandlerStop
    context.owner_id = user.id


async def _inline(update: Update, context: Context, user: User) -> None:
    """In other chats the bot is there for owners alone; nobody else gets a word."""
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(user.id)
    if owner is None:
        async with context.unit(update):
            pass
        raise ApplicationHandlerStop
    context.owner_id = user.id


def _may_stay(user: User, house: House) -> bool:
    """Whether an owner still is one: whom an allow-list leaves out is nobody here any more."""
    allowed = house.settings.allowed_user_ids
    return not allowed or house.settings.open_registration or user.id in allowed


async def _welcome(update: Update, context: Context, user: User) -> bool:
    """Make an owner of who may be one; answers whether the update is now an owner's."""
    house = context.house
    settings = house.settings
    if await recipients.carries_invitation(update, context):
        return False
    if not await _asks_in(update, context, user):
        return False
    if settings.allowed_user_ids:
        may = user.id in settings.allowed_user_ids or settings.open_registration
    elif settings.open_registration:
        may = True
    else:
        may = _pairs(update, house)
    if not may:
        return False
    async with house.work.begin() as unit:
        await unit.owners.add(new_owner(user, house, unit.now), unit.now)
    return True


async def _asks_in(update: Update, context: Context, user: User) -> bool:
    """Whether it may be a first word to the bot itself; a reaction, or leaving, is no word at all.
    Where anybody may own, what a guest writes is meant for who greeted them, until they press
    start."""
    if update.message is None:
        return update.callback_query is not None
    listed = user.id in context.house.settings.allowed_user_ids
    if listed or (update.message.text or "").startswith("/start"):
        return True
    async with context.house.work.read() as unit:
        return not await unit.contacts.linked_to(user.id)


def _pairs(update: Update, house: House) -> bool:
    """`/start CODE` with the code the server printed; it serves once."""
    text = update.message.text if update.message else None
    words = (text or "").split()
    if house.pairing_code is None or len(words) != 2 or words[0] != "/start":
        return False
    if not hmac.compare_digest(words[1].upper().encode(), house.pairing_code.encode()):
        return False
    house.pairing_code = None
    return True


def new_owner(user: User, house: House, now: datetime) -> Owner:
    """What a new owner starts with: the defaults of the settings."""
    settings = house.settings
    return Owner(
        id=user.id,
        name=user.full_name,
        language=settings.default_language,
        country=settings.default_country,
        timezone=settings.default_timezone,
        prepare_at=settings.prepare_at,
        send_at=settings.send_at,
        next_plan_at=datetime(2000, 1, 1, tzinfo=UTC),
        ask_after=now + NEWCOMER,
    )


async def _stranger(update: Update, context: Context, user: User) -> None:
    """One polite sentence, once; taps only stop spinning."""
    settings = context.house.settings
    async with context.unit(update) as unit:
        if user.id not in _greeted:
            if len(_greeted) >= _MANY_STRANGERS:
                _greeted.clear()
            _greeted.add(user.id)
            language = (user.language_code or settings.default_language).split("-")[0]
            speech = Speech(language, settings.default_country)
            await recipients.say(unit, user.id, speech("stranger"))
    if update.callback_query is not None:
        await answer(update.callback_query.answer, None)
