"""The `email` channel: a mail from the owner's own address, through the owner's mail server."""

import asyncio
import logging
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP as MAIL
from email.policy import Policy
from email.utils import format_datetime, make_msgid
from html import escape
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiosmtplib import SMTP
from aiosmtplib.errors import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.channels.base import NotSent, Unknown
from bot.channels.mail_server import MailServer, mailbox, one_line
from bot.domain.contacts import Contact, Relationship
from bot.domain.messages import Media
from bot.domain.owners import Owner

log = logging.getLogger(__name__)

SIGNATURE = "-- "
"""The line that ends the letter and begins what is no part of it (RFC 3676, 4.3)."""

RETRY_UNREACHABLE, RETRY_REFUSED = 60.0, 300.0
"""Seconds before another try; greylisting asks for about five minutes (RFC 6647, 4.5)."""


class _Verbatim(UnstructuredHeader, BaseHeader):
    """A header of ASCII tokens: folding by the library would encode a long address away."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Verbatim)
_POLICY = MAIL.clone(cte_type="7bit", header_factory=_HEADERS)


class EmailSender:
    """Sends one mail a second at most: providers take a burst for spam.

    `speech` makes what says the texts of a language and country. `connect_seconds` bounds all that
    comes before the letter itself, `answer_seconds` the server's answer to it; together less than
    the lease of a delivery. `tls` and `pace` are for tests.
    """

    def __init__(
        self,
        server: MailServer,
        speech: Callable[[str, str], Callable[..., str]],
        now: Callable[[], datetime],
        *,
        connect_seconds: float = 30.0,
        answer_seconds: float = 60.0,
        pace: float = 1.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._server = server
        self._speech = speech
        self._now = now
        self._connect_seconds = connect_seconds
        self._answer_seconds = answer_seconds
        self._pace = pace
        self._tls = tls
        self._next = 0.0

    async def ready(self) -> None:
        """Wait for the next place."""
        now = asyncio.get_running_loop().time()
        wait = self._next - now
        self._next = max(now, self._next) + self._pace
        if wait > 0:
            await asyncio.sleep(wait)

    async def send(
        self, owner: Owner, contact: Contact, text: str, media: Media | None = None
    ) -> str:
        """Hand one mail in; answers its Message-ID once the server has taken it. A letter carries no
        recordings."""
        if media is not None:
            raise NotSent("refused", permanent=True)
        recipient = mailbox(contact.email or "", contact.name)
        if recipient is None:
            raise NotSent("mail-address", permanent=True)
        mail = self._compose(owner, contact, recipient, text)
        client = self._client()
        try:
            await self._open(client, recipient)
            await self._hand_in(client, mail)
            with suppress(SMTPException, OSError):  # taken is taken, however the farewell goes
                await client.quit(timeout=min(2.0, self._answer_seconds))
        finally:
            client.close()
        return str(mail["Message-ID"])

    async def check(self) -> None:
        """Connect and log in, and send nothing. Raises NotSent with what is in the way."""
        client = self._client()
        try:
            await self._open(client, None)
        finally:
            client.close()

    def _compose(
        self, owner: Owner, contact: Contact, recipient: Address, text: str
    ) -> EmailMessage:
        """The approved text as a mail; below the signature line, to a client, how to say no."""
        sender = self._server.sender
        says = self._speech(contact.language.partition("-")[0], contact.country)
        name = sender.display_name or one_line(owner.name)
        mail = EmailMessage(policy=_POLICY)
        mail["From"] = Address(name, sender.username, sender.domain)
        mail["To"] = recipient
        mail["Subject"] = one_line(says("email-subject", name=name))
        mail["Date"] = format_datetime(self._now().astimezone(ZoneInfo(owner.timezone)))
        mail["Message-ID"] = make_msgid(domain=sender.domain)
        footer = ""
        if contact.relationship is Relationship.CLIENT:
            words = says("email-no-thanks")
            footer = one_line(says("email-say-no", words=words))
            subject = quote(one_line(words), safe="")
            address = quote(sender.addr_spec, safe="@")
            mail["List-Unsubscribe"] = f"<mailto:{address}?subject={subject}>"
        plain = f"{text}\n{SIGNATURE}\n{footer}" if footer else text
        mail.set_content(plain, cte="quoted-printable")
        mail.add_alternative(
            _html(text, footer, contact.language), subtype="html", cte="quoted-printable"
        )
        return mail

    def _client(self) -> SMTP:
        server = self._server
        return SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls,
            start_tls=not server.tls and not server.local,
            tls_context=self._tls,
            timeout=self._connect_seconds,
            local_hostname="[127.0.0.1]",  # the machine's name is nobody's business
        )

    async def _open(self, client: SMTP, recipient: Address | None) -> None:
        """Everything before the letter: whatever fails here, nothing was sent. Without a recipient
        it ends with the login."""
        server = self._server
        try:
            async with asyncio.timeout(self._connect_seconds):
                await client.connect()
                await client.ehlo()
                asked = client.supports_extension("auth") or not server.local
                if server.user is not None and asked:
                    await client.login(server.user, server.password or "")
                if recipient is not None:
                    await client.mail(server.sender.addr_spec)
                    await client.rcpt(recipient.addr_spec)
        except (SMTPException, OSError) as error:
            log.warning("a mail was not handed in: %s", type(error).__name__)
            raise _not_sent(error) from None

    async def _hand_in(self, client: SMTP, mail: EmailMessage) -> None:
        """The letter: without the server's answer nobody knows whether it was taken."""
        try:
            async with asyncio.timeout(self._answer_seconds):
                await client.data(mail.as_bytes(), timeout=None)
        except SMTPDataError as error:
            log.warning("a mail was not taken: %s", error.code)
            raise _not_sent(error) from None
        except (SMTPException, OSError) as error:
            log.warning("a mail has no answer: %s", type(error).__name__)
            raise Unknown from None


def _not_sent(error: Exception) -> NotSent | Unknown:
    """The verdict on a failure (RFC 5321, 4.2.1: 4yz may pass, 5yz will not). What only the owner
    can mend in the settings is tried again, so that the mend is enough."""
    code = error.code if isinstance(error, SMTPResponseException) else None
    if isinstance(error, SMTPDataError) and not 400 <= error.code < 600:
        return Unknown()
    if code is None:
        return NotSent("mail-unreachable", permanent=False, wait=RETRY_UNREACHABLE)
    if code < 500:
        return NotSent("mail-busy", permanent=False, wait=RETRY_REFUSED)
    if isinstance(error, SMTPAuthenticationError | SMTPSenderRefused):
        return NotSent("mail-login", permanent=False, wait=RETRY_REFUSED)
    if isinstance(error, SMTPRecipientRefused | SMTPDataError):
        return NotSent("mail-refused", permanent=True)
    return NotSent("mail-unreachable", permanent=False, wait=RETRY_UNREACHABLE)


def _html(text: str, footer: str, language: str) -> str:
    """The letter as it was typed, in the direction of its script; the footer apart from it."""
    lines = re.split(r"\r\n|\r|\n", text)
    letter = "<br>".join(escape(line) for line in lines)
    body = f'<div dir="auto" style="white-space: pre-wrap">{letter}</div>'
    if footer:
        body += f'\n<p dir="auto" style="color: #666; font-size: small">{SIGNATURE}<br>{escape(footer)}</p>'
    return f'<!doctype html>\n<html lang="{escape(language)}"><body>{body}</body></html>'
