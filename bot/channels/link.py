"""The `link` channel: a prefilled message in the owner's own WhatsApp or Telegram."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from bot.domain.contacts import Contact, Route

LONGEST_URL = 2000
"""Longer addresses get cut by some phones; such texts are copied instead."""

LONGEST_COPY = 256
"""Telegram's limit for a copy button."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address that opens a chat with the text written. `app`: `whatsapp` or `telegram`;
    `picker`: the owner chooses the chat there."""

    app: str
    url: str
    picker: bool = False


def prefilled(contact: Contact, text: str) -> list[Link]:
    """The links for a contact, the likeliest first; none for a text too long for one, nor where the
    owner pastes it.

    Percent-encoded UTF-8 with %20 for a space: `+` would reach the friend as a plus sign.
    """
    if contact.route is Route.COPY:
        return []
    encoded = quote(text, safe="")
    links = [Link(one.app, f"{one.url}?text={encoded}") for one in chats(contact)]
    if not links:
        links = [
            Link("whatsapp", f"https://wa.me/?text={encoded}", picker=True),
            Link("telegram", f"https://t.me/share/url?url={encoded}", picker=True),
        ]
    return [link for link in links if len(link.url) <= LONGEST_URL]


def chats(contact: Contact) -> list[Link]:
    """The links that open a contact's chat with nothing written, for a text too long for a link: the
    one the owner wished, else all that are sure."""
    if contact.route in {Route.PICK, Route.COPY}:
        return []
    whatsapp = None
    if contact.phone:
        whatsapp = Link("whatsapp", f"https://wa.me/{_digits(contact.phone)}")
    telegram = telegram_chat(contact)
    if contact.route is Route.WHATSAPP and whatsapp is not None:
        return [whatsapp]
    if contact.route is Route.TELEGRAM and telegram is not None:
        return [telegram]
    sure = (whatsapp, telegram if contact.username else None)
    return [link for link in sure if link is not None]


def telegram_chat(contact: Contact) -> Link | None:
    """The link that opens a contact's Telegram chat with nothing written. Whether somebody can be
    found there by their number is up to them."""
    if contact.username:
        return Link("telegram", f"https://t.me/{quote(contact.username, safe='')}")
    if contact.phone:
        return Link("telegram", f"https://t.me/+{_digits(contact.phone)}")
    return None


def _digits(phone: str) -> str:
    return "".join(re.findall("[0-9]", phone))
