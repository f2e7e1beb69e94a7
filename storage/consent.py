"""Invitations, and messages between owner and linked contact."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import About, Media
from storage.ids import new_id
from storage.keys import Keys
from storage.tables import InvitationRow, MessageRow, RelayRow

_TOKEN_BYTES = 16

_RECENT = 12
"""Messages that are looked at to tell what a chat is about."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who invites whom."""

    token_hash: str
    owner_id: int
    contact_id: int


@dataclass(frozen=True, slots=True)
class Relay:
    """What went between an owner and a linked contact: an answer (`waiting`, `sending`, `sent`,
    `unknown`, `dropped`, `note`), or what was `heard` from them (`noted` once it is a note). `text`:
    their words, or the emoji they felt."""

    id: int
    owner_id: int
    contact_id: int
    state: str
    text: str
    media: Media | None = None
    at: datetime | None = None

    @property
    def heard(self) -> bool:
        """Whether it came from the contact."""
        return self.state in {"heard", "noted"}


class Consents:
    """Rows of `invitation`, `message` and `relay`."""

    def __init__(self, session: AsyncSession, keys: Keys, now: datetime) -> None:
        self._session = session
        self._keys = keys
        self._now = now

    async def invite(self, owner_id: int, contact_id: int, expires_at: datetime) -> str:
        """A fresh single-use token of 128 bits; an earlier one for the same contact ends."""
        await self._session.exec(
            delete(InvitationRow).where(col(InvitationRow.contact_id) == contact_id)
        )
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._session.add(
            InvitationRow(
                token_hash=_hash(token),
                owner_id=owner_id,
                contact_id=contact_id,
                expires_at=expires_at,
            )
        )
        return token

    async def open(self, token: str, chat_id: int) -> Invitation | None:
        """The invitation behind a token, now this chat's; None if unknown, expired or another's."""
        opener = col(InvitationRow.opened_by)
        statement = (
            update(InvitationRow)
            .where(
                col(InvitationRow.token_hash) == _hash(token),
                col(InvitationRow.expires_at) > self._now,
                or_(opener.is_(None), opener == chat_id),
            )
            .values(opened_by=chat_id)
            .returning(InvitationRow)
        )
        row = (await self._session.exec(statement)).scalars().first()
        return Invitation(row.token_hash, row.owner_id, row.contact_id) if row else None

    async def opened_by(self, chat_id: int, contact_id: int) -> Invitation | None:
        """The invitation this chat has open for that contact."""
        query = select(InvitationRow).where(
            InvitationRow.opened_by == chat_id,
            InvitationRow.contact_id == contact_id,
            InvitationRow.expires_at > self._now,
        )
        row = (await self._session.exec(query)).first()
        return Invitation(row.token_hash, row.owner_id, row.contact_id) if row else None

    async def end(self, invitation: Invitation) -> None:
        """The invitation was answered; its link is spent."""
        await self._session.exec(
            delete(InvitationRow).where(col(InvitationRow.token_hash) == invitation.token_hash)
        )

    async def links(self, contact_id: int) -> list[str]:
        """What the open invitations of a contact are known by (their tokens' hashes)."""
        query = select(InvitationRow.token_hash).where(InvitationRow.contact_id == contact_id)
        return list(await self._session.exec(query))

    async def part(
        self, keep: int, gone: int, links: Collection[str], stranger: int | None
    ) -> None:
        """Two contacts part: these invitations are the other one's again; and nothing in the chat of a
        `stranger`, who may be either, is about the first any more."""
        await self._session.exec(
            update(InvitationRow)
            .where(col(InvitationRow.contact_id) == keep, col(InvitationRow.token_hash).in_(links))
            .values(contact_id=gone)
            .execution_options(synchronize_session=False)
        )
        if stranger is not None:
            await self._session.exec(
                delete(MessageRow).where(
                    col(MessageRow.chat_id) == stranger, col(MessageRow.contact_id) == keep
                )
            )

    async def note_message(self, chat_id: int, message_id: int, about: About) -> None:
        """Remember what a message is about."""
        if about.contact_id is None:
            return
        await self._session.merge(
            MessageRow(
                chat_id=chat_id,
                message_id=message_id,
                owner_id=about.owner_id,
                contact_id=about.contact_id,
                kind=about.kind,
                greeting_id=about.greeting_id,
                created_at=self._now,
            )
        )

    async def cards_of(self, chat_id: int, greeting_id: int) -> list[tuple[int, str]]:
        """The messages that show this greeting in a chat: (message id, kind), the oldest first."""
        query = (
            select(MessageRow.message_id, MessageRow.kind)
            .where(
                MessageRow.chat_id == chat_id,
                MessageRow.greeting_id == greeting_id,
                col(MessageRow.kind).in_(("card", "redraft")),
            )
            .order_by(col(MessageRow.message_id))
        )
        return [(message_id, kind) for message_id, kind in await self._session.exec(query)]

    async def showing(self, chat_id: int, greeting_id: int) -> list[int]:
        """The messages that show this greeting in a chat: its cards, and those of the ronda."""
        query = select(MessageRow.message_id).where(
            MessageRow.chat_id == chat_id,
            MessageRow.greeting_id == greeting_id,
            col(MessageRow.kind).in_(("card", "redraft", "handover")),
        )
        return sorted(await self._session.exec(query))

    async def about(self, chat_id: int, message_id: int) -> About | None:
        """What a message is about, if it is known."""
        row = await self._session.get(MessageRow, (chat_id, message_id))
        if row is None:
            return None
        return About(row.owner_id, row.contact_id, row.greeting_id, row.kind)

    async def shown_at(self, chat_id: int, greeting_id: int) -> datetime | None:
        """When the newest message about a greeting was sent or rewritten."""
        query = select(func.max(MessageRow.created_at)).where(
            MessageRow.chat_id == chat_id, MessageRow.greeting_id == greeting_id
        )
        shown: datetime | None = (await self._session.exec(query)).one()
        return shown

    async def latest_about(self, chat_id: int, since: datetime) -> About | None:
        """What the newest message of a chat that is about a contact is about, if it was sent or
        rewritten since then; looks at the last few messages only."""
        query = (
            select(MessageRow)
            .where(MessageRow.chat_id == chat_id)
            .order_by(col(MessageRow.message_id).desc())
            .limit(_RECENT)
        )
        rows = [row for row in await self._session.exec(query) if row.created_at >= since]
        if not rows:
            return None
        row = max(rows, key=lambda one: (one.created_at, one.message_id))
        return About(row.owner_id, row.contact_id, row.greeting_id, row.kind)

    async def contacts_of(self, chat_id: int) -> list[int]:
        """The contacts that messages in this chat are about."""
        query = select(MessageRow.contact_id).where(MessageRow.chat_id == chat_id).distinct()
        return list(await self._session.exec(query))

    async def add_relay(
        self,
        owner_id: int,
        contact_id: int,
        text: str,
        media: Media | None = None,
        state: str = "waiting",
    ) -> Relay:
        """Keep an owner's answer until it is confirmed, or a contact's words until they are noted."""
        relay = Relay(new_id(), owner_id, contact_id, state, text, media, self._now)
        cipher = await self._keys.contact(contact_id)
        self._session.add(
            RelayRow(
                id=relay.id,
                owner_id=owner_id,
                contact_id=contact_id,
                state=relay.state,
                sealed=cipher.seal(
                    {"text": text, "media": media and asdict(media)}, f"relay:{relay.id}"
                ),
                created_at=self._now,
            )
        )
        return relay

    async def relay(self, owner_id: int, relay_id: int) -> Relay | None:
        """An answer of that owner."""
        row = await self._session.get(RelayRow, relay_id)
        if row is None or row.owner_id != owner_id:
            return None
        cipher = await self._keys.contact(row.contact_id)
        secret = cipher.open(row.sealed, f"relay:{row.id}")
        media = Media(**secret["media"]) if secret["media"] else None
        return Relay(
            row.id, row.owner_id, row.contact_id, row.state, secret["text"], media, row.created_at
        )

    async def exchanged(self, contact_id: int) -> list[Relay]:
        """What came from a contact and what went to them, the oldest first."""
        query = (
            select(RelayRow)
            .where(
                RelayRow.contact_id == contact_id,
                col(RelayRow.state).in_(("heard", "noted", "sent", "unknown")),
            )
            .order_by(col(RelayRow.created_at), col(RelayRow.id))
        )
        rows = list(await self._session.exec(query))
        found = [await self.relay(row.owner_id, row.id) for row in rows]
        return [one for one in found if one is not None]

    async def tidy(self, before: datetime) -> None:
        """Drop answers that never left and are over: nobody sees them again."""
        await self._session.exec(
            delete(RelayRow).where(
                col(RelayRow.state).in_(("dropped", "failed", "note")),
                col(RelayRow.created_at) < before,
            )
        )

    async def leaving(self) -> list[int]:
        """Owners with an answer on its way."""
        query = select(RelayRow.owner_id).where(RelayRow.state == "sending").distinct()
        return list(await self._session.exec(query))

    async def cut_off(self, owner_id: int | None = None) -> list[Relay]:
        """Answers (of that owner) that were on their way when the program ended, now unknown."""
        query = select(RelayRow).where(RelayRow.state == "sending")
        if owner_id is not None:
            query = query.where(RelayRow.owner_id == owner_id)
        found = [await self.relay(row.owner_id, row.id) for row in await self._session.exec(query)]
        return [one for one in found if one is not None and await self.move_relay(one, "unknown")]

    async def move_relay(self, relay: Relay, to: str) -> bool:
        """Compare-and-set; answers whether it was done."""
        statement = (
            update(RelayRow)
            .where(col(RelayRow.id) == relay.id, col(RelayRow.state) == relay.state)
            .values(state=to)
        )
        result = cast("CursorResult[Any]", await self._session.exec(statement))
        return result.rowcount == 1


def _hash(token: str) -> str:
    """Looking a hash up leaks nothing about the token through timing."""
    return hashlib.sha256(token.encode()).hexdigest()
