"""The `link` channel: a prefilled message in the owner's own WhatsApp or Telegram."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from bot.domain.contacts import Contact

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
    """The links for a contact, the likeliest first; none for a text too long for one.

    Percent-encoded UTF-8 with %20 for a space: `+` would reach the friend as a plus sign.
    """
    encoded = quote(text, safe="")
    links = [Link(one.app, f"{one.url}?text={encoded}") for one in chats(contact)]
    if not links:
        links = [
            Link("whatsapp", f"https://wa.me/?text={encoded}", picker=True),
            Link("telegram", f"https://t.me/share/url?url={encoded}", picker=True),
        ]
    return [link for link in links if len(link.url) <= LONGEST_URL]


def chats(contact: Contact) -> list[Link]:
    """The links that open a contact's chat with nothing written, for a text too long for a link."""
    links = []
    if contact.phone:
        links.append(Link("whatsapp", f"https://wa.me/{_digits(contact.phone)}"))
    if contact.username:
        links.append(Link("telegram", f"https://t.me/{quote(contact.username, safe='')}"))
    return links


def telegram_chat(contact: Contact) -> Link | None:
    """The link that opens a contact's Telegram chat with nothing written, to forward media to."""
    if contact.username:
        return chats(contact.evolve(phone=None))[0]
    if contact.phone:
        return Link("telegram", f"https://t.me/+{_digits(contact.phone)}")
    return None


def _digits(phone: str) -> str:
    return "".join(re.findall("[0-9]", phone))
