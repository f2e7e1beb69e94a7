"""What the owner sends that is not text: voice, pictures, somebody's card, places, stickers."""

import re
from datetime import date
from pathlib import Path

from telegram import Audio, Contact, Message, Update, VideoNote, Voice
from telegram.error import TelegramError

from bot.busy import typing
from bot.handlers import exchange, people, place, talk, voice
from bot.handlers.context import Context
from bot.understanding.hearing import LARGEST, Deaf, NotHeard

_EMAIL = re.compile(r"^(?:item\d\.)?EMAIL[^:\n]*:(\S+@\S+)\s*$", re.MULTILINE | re.IGNORECASE)
_BIRTHDAY = re.compile(
    r"^BDAY[^:\n]*:(?P<year>\d{4}|--)-?(?P<month>\d\d)-?(?P<day>\d\d)", re.MULTILINE | re.IGNORECASE
)
_NO_YEAR = 1604
"""The year that Apple's address book writes for "unknown"."""

_ENDINGS = {"audio/mp4": "m4a", "audio/mpeg": "mp3", "audio/webm": "webm"}
"""Endpoints tell a recording's format by its name; a voice note has none."""


async def other(update: Update, context: Context) -> None:
    """Whatever is neither a command nor a text; it always gets a word."""
    if await voice.took(update, context):
        return
    message = update.message
    recording = (message.voice or message.audio or message.video_note) if message else None
    caption = (message.caption or "").strip() if message else ""
    if message is not None and recording is not None:
        await _listen(update, context, recording)
    elif message is not None and message.contact is not None:
        await _card(update, context, message.contact)
    elif message is not None and message.location is not None and not _somewhere_else(message):
        await place.sent(update, context, message.location)
    elif message is not None and message.users_shared is not None:
        await exchange.picked(update, context)
    elif message is not None and caption and message.forward_origin is not None:
        await talk.forwarded(update, context, caption)
    elif caption:
        await talk.said(update, context, caption)
    else:
        async with context.turn(update) as turn:
            await turn.say("not-understood-yet")


def _somewhere_else(message: Message) -> bool:
    """A place that is not where the owner is: one with a name, or somebody else's."""
    return message.venue is not None or message.forward_origin is not None


async def _listen(update: Update, context: Context, recording: Voice | Audio | VideoNote) -> None:
    """Hear it first, outside any transaction; then it is talk, or a note when it was forwarded."""
    try:
        words = await _heard(context, recording)
    except NotHeard as deaf:
        key = "talk-cannot-hear" if deaf.why is Deaf.CANNOT else "talk-hearing-failed"
        async with context.turn(update) as turn:
            await turn.say(key)
        return
    if words is None:
        async with context.turn(update) as turn:
            await turn.say("talk-too-long-to-hear")
    elif not words:
        async with context.turn(update) as turn:
            await turn.say("talk-heard-nothing")
    elif update.message is not None and update.message.forward_origin is not None:
        await talk.forwarded(update, context, words)
    else:
        await talk.said(update, context, words, heard=words)


async def _heard(context: Context, recording: Voice | Audio | VideoNote) -> str | None:
    """The words of a recording; None when it is too big to fetch. Raises NotHeard."""
    ears = context.house.ears
    if ears is None or not await _may_hear(context):
        raise NotHeard(Deaf.CANNOT)
    if (recording.file_size or 0) > LARGEST:
        return None
    async with context.metered(), typing(context.house.bot, context.owner_id):
        try:
            file = await recording.get_file()
            data = bytes(await file.download_as_bytearray())
        except TelegramError:
            raise NotHeard(Deaf.FAILED) from None
        if isinstance(recording, VideoNote):
            return await ears.hear(data, "note.mp4", "video/mp4")
        kind = recording.mime_type or "audio/ogg"
        return await ears.hear(data, f"voice.{ending(recording, kind)}", kind)


def ending(recording: Voice | Audio | VideoNote, kind: str) -> str:
    """How a recording's name ends. The rest of the name says what it is about, and stays."""
    named = Path(getattr(recording, "file_name", None) or "").suffix[1:]
    return named if re.fullmatch(r"[A-Za-z0-9]{2,4}", named) else _ENDINGS.get(kind, "ogg")


async def _may_hear(context: Context) -> bool:
    """Whether the owner lets a model in on talk, and has not used up today's share of it."""
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        if owner is None or not owner.talk_with_model:
            return False
        return await context.house.budget.is_left(unit, owner)


async def _card(update: Update, context: Context, card: Contact) -> None:
    """Somebody's card from the address book is somebody to add."""
    async with context.turn(update) as turn:
        await people.add_text(turn, line_of(card))


def line_of(card: Contact) -> str:
    """The card as /add reads it. Commas of a name separate nothing.

    Who has a Telegram account comes with an international number, often without its +.
    """
    name = " ".join(f"{card.first_name} {card.last_name or ''}".replace(",", " ").split())
    phone = card.phone_number.strip()
    if card.user_id and phone and not phone.startswith("+"):
        phone = f"+{phone}"
    vcard = card.vcard or ""
    email, birthday = _EMAIL.search(vcard), _BIRTHDAY.search(vcard)
    parts = [name, phone, email[1] if email else "", _born(birthday) if birthday else ""]
    return ", ".join(part for part in parts if part)


def _born(found: re.Match[str]) -> str:
    """A birthday in digits that no language reads the other way round."""
    year = int(found["year"]) if found["year"].isdecimal() else _NO_YEAR
    try:
        day = date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return ""
    month = (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    )
    said = f"cumple {day.day} de {month.split()[day.month - 1]}"
    return said if year == _NO_YEAR else f"{said} de {year}"
