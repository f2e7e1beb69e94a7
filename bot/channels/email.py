"""The `email` channel: a mail from the owner's own address, through the owner's mail server."""

import asyncio
import ipaddress
import logging
import re
import ssl
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP as MAIL
from email.policy import Policy
from email.utils import format_datetime, make_msgid
from html import escape
from urllib.parse import quote, unquote, urlsplit
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
from bot.domain.contacts import Contact, Relationship
from bot.domain.messages import Media
from bot.domain.owners import Owner

log = logging.getLogger(__name__)

SIGNATURE = "-- "
"""The line that ends the letter and begins what is no part of it (RFC 3676, 4.3)."""

EXAMPLE_URL = "smtps://user:password@host:465/?from=Ana%20Paz%20<ana@example.org>"

RETRY_UNREACHABLE, RETRY_REFUSED = 60.0, 300.0
"""Seconds before another try; greylisting asks for about five minutes (RFC 6647, 4.5)."""

_PORTS = {"smtps": 465, "smtp": 587}
_RESERVED_HOST = re.compile(
    r"(?i)host|(.+\.)?example(\.(com|org|net))?|your\b.*|change.?me.*|.*[<>].*"
)
_PLACEHOLDER = re.compile(r"(?i)change[-_ ]?me|your[-_ ].*|<.*>|x{3,}|\.{3}|todo")
_LABEL = r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL_PART = re.compile(rf"{_ATOM}(\.{_ATOM})*")
_BREAKING = {"Cc", "Cs", "Zl", "Zp"}


class _Verbatim(UnstructuredHeader, BaseHeader):
    """A header of ASCII tokens: folding by the library would encode a long address away."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Verbatim)
_POLICY = MAIL.clone(cte_type="7bit", header_factory=_HEADERS)


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and as whom. `tls`: from the first byte, else by STARTTLS, which
    only a server on this same machine may lack. `sender`: its name may be empty."""

    host: str
    port: int
    tls: bool
    sender: Address
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def local(self) -> bool:
        """Whether it runs on this machine, so that nothing crosses a network."""
        return _is_loopback(self.host)


def parse_smtp_url(url: str) -> MailServer:
    """Read SMTP_URL (see EXAMPLE_URL); user, password and sender are percent-encoded.

    The sender is `from`, else a user that is an address; a server on this machine may do without.
    Raises ValueError with a line that follows the setting's name and never quotes the URL, because
    it holds a password.
    """
    url = url.strip()
    if not url.lower().startswith(("smtps://", "smtp://")):
        raise ValueError(f"starts with smtps:// or smtp://, as in {EXAMPLE_URL}")
    try:
        parts = urlsplit(url)
        host, port = _domain(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    if not host or parts.fragment or parts.path.strip("/"):
        raise ValueError(
            "has no readable host and port; in the user and password write @ as %40, / as %2F,"
            " : as %3A, # as %23, ? as %3F and % as %25"
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if _RESERVED_HOST.fullmatch(host) or _PLACEHOLDER.fullmatch(password):
        raise ValueError("still holds a placeholder; put your mail server or leave it empty")
    sender = _sender(parts.query, user, local=_is_loopback(host))
    return MailServer(host, port, parts.scheme == "smtps", sender, user or None, password or None)


def _sender(query: str, user: str, *, local: bool) -> Address:
    key, _, value = query.partition("=")
    if key not in {"", "from"} or "&" in value:
        raise ValueError("takes nothing but from= after the question mark")
    name, bracket, written = (unquote(value) or user).rpartition("<")
    address = mailbox(written.removesuffix(">") if bracket else written, _unquoted(name))
    if address is None and local and not value:
        return Address("", user if _LOCAL_PART.fullmatch(user) else "abrazo", "localhost")
    if address is None:
        raise ValueError("has no sender's address; end it with ?from=Ana%20Paz%20<ana@example.org>")
    return address


def _unquoted(name: str) -> str:
    name = name.strip()
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == '"' else name


def mailbox(address: str, name: str = "") -> Address | None:
    """An address fit for a header and an envelope; None if it is none.

    A domain in any script becomes ASCII; before the @ only ASCII reaches every mail server.
    """
    local, _, domain = address.strip().rpartition("@")
    try:
        domain = _domain(domain)
    except ValueError:
        return None
    if not _LOCAL_PART.fullmatch(local) or len(local) > 64:
        return None
    return Address(one_line(name), local, domain)


def _domain(text: str) -> str:
    """A host name or address in ASCII. Raises ValueError."""
    if ":" in text:
        return str(ipaddress.IPv6Address(text))
    ascii_only = text.encode("idna").decode()
    if not _DOMAIN.fullmatch(ascii_only):
        raise ValueError("no host name")
    return ascii_only


def one_line(text: str) -> str:
    """The text without anything that could end a header and begin another."""
    kept = (" " if unicodedata.category(char) in _BREAKING else char for char in text)
    return " ".join("".join(kept).split())


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
