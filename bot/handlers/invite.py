"""/invite: a link and a QR, with which a contact may accept greetings through the bot."""

import base64
import io

import segno
from telegram import Update

from bot.domain.contacts import Contact
from bot.domain.messages import Message
from bot.handlers.context import Context, Turn
from bot.handlers.people import argument, ask_who, tapped_contact, whom
from bot.services import consent


async def invite_command(update: Update, context: Context) -> None:
    """`/invite Juana`: a link and a QR."""
    async with context.turn(update) as turn:
        query = argument(update)
        if not query:
            await ask_who(turn, "invite", turn.speech("invite-how"))
            return
        contact = await whom(turn, query, "invite", turn.speech("invite-whom"))
        if contact is not None:
            await _invite(turn, contact)


async def invite_button(update: Update, context: Context) -> None:
    """Invite, on a contact's card."""
    async with context.turn(update) as turn:
        contact = await tapped_contact(update, turn)
        if contact is None:
            return
        await _invite(turn, contact)


async def _invite(turn: Turn, contact: Contact) -> None:
    token = await consent.invite(turn.unit, contact)
    link = f"https://t.me/{turn.house.bot.username}?start={token}"
    await turn.say("invitation", name=contact.called, link=link)
    picture = io.BytesIO()
    segno.make(link, micro=False).save(picture, kind="png", scale=8, border=3)
    caption = turn.speech("invitation-qr", name=contact.called)
    photo = base64.b64encode(picture.getvalue()).decode()
    await turn.send(Message(turn.owner.id, caption, photo=photo, silent=True))
