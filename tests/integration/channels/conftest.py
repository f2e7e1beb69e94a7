"""A real SMTP server on loopback, and the people of the greetings."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from hypothesis import strategies as st

from bot.domain.contacts import Contact
from tests.fakes.people import marcelo

OWNER = marcelo(1, name="Marcelo Gil")

JUANA = Contact(id=7, owner_id=1, name="Juana Pérez", email="juana@amigas.example.org")

NASTY = (
    "¡Feliz día, Juana! 💌",
    "dos\nrenglones\n\n\ny un hueco",
    "100 % & más + ¿cuánto?=#'\"<b>`",
    "%20%2B%0A+%",
    "مرحبا يا خوانا، كل عام وأنت بخير",
    "👩‍👩‍👧‍👦🇦🇷🧉𝒥𝓊𝒶𝓃𝒶",
    ".\n..\n.QUIT\nFrom here\n-- \nfirma",
    " espacios  al  borde \t\n ",
    "x" * 1500,
    "\x0b\x0c\x1c\x85\u2028\u2029=",
)

nasty_texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1),
    st.text("%+&=?# .\n\"'<>é€💌\u200f", min_size=1, max_size=120),
)
"""Everything that Telegram can hand on; a text of Telegram's holds no lone carriage return."""


@dataclass
class Office:
    """A mail server that keeps what it took. `answers`: by command, what it says instead of taking
    it. `cuts` (a command, or `taken`: after it kept the letter) and `hangs` (same) end in silence."""

    answers: dict[str, str] = field(default_factory=dict)
    cuts: str | None = None
    hangs: str | None = None
    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list, repr=False)
    recipients: list[str] = field(default_factory=list, repr=False)
    logins: list[tuple[str, str]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list, repr=False)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        envelope.mail_from = address
        return await self._answer("MAIL", server, "250 ok")

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = await self._answer("RCPT", server, "250 ok")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        answer = await self._answer("DATA", server, "250 taken")
        if answer.startswith("250"):
            mail = message_from_bytes(cast("bytes", envelope.content), policy=policy.default)
            self.taken.append(mail)
            self.recipients += envelope.rcpt_tos
            self.encrypted.append(session.ssl is not None)
        return await self._answer("taken", server, answer)

    async def handle_QUIT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return await self._answer("QUIT", server, "221 bye")

    async def _answer(self, at: str, server: SMTP, otherwise: str) -> str:
        if self.hangs == at:
            await self.released.wait()
        if self.cuts == at:
            cast("asyncio.Transport", server.transport).abort()
        return self.answers.get(at, otherwise)

    def login(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password == b"s3:cr/t@\xc3\xb1", handled=False)

    @asynccontextmanager
    async def open(
        self, *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None
    ) -> AsyncIterator["Office"]:
        """Serve: with TLS from the first byte, by STARTTLS, or in the clear."""
        loop = asyncio.get_running_loop()
        connections: list[SMTP] = []

        def connection() -> SMTP:
            connections.append(
                SMTP(
                    self,
                    hostname="oficina",
                    tls_context=starttls,
                    require_starttls=starttls is not None,
                    auth_require_tls=tls is None,
                    authenticator=self.login,
                    loop=loop,
                )
            )
            return connections[-1]

        server = await loop.create_server(connection, "127.0.0.1", self.port, ssl=tls)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            self.released.set()
            server.close()
            for one in connections:
                if one.transport is not None:
                    one.transport.close()
            await server.wait_closed()


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with Office().open() as opened:
        yield opened


@dataclass(frozen=True)
class Trust:
    """Certificates for the office, and a client's trust in whoever made them."""

    office: ssl.SSLContext
    client: ssl.SSLContext


@pytest.fixture(scope="session")
def trust() -> Trust:
    authority = trustme.CA()
    office = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost", "127.0.0.1", "mail.abrazo.test").configure_cert(office)
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return Trust(office, client)
