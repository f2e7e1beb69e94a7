"""Two contacts that are one person: what hangs on the one moves to the other, and back."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.contacts import Contact
from bot.domain.greetings import Greeting, State
from storage import greeting_rows
from storage.crypto import Cipher
from storage.keys import Keys
from storage.tables import (
    AlternativeRow,
    GreetingOccasionRow,
    GreetingRow,
    InvitationRow,
    MessageRow,
    NoteRow,
    PersonalDateRow,
    RelayRow,
)

Moved = dict[str, list[int]]
"""Ids of what moved, by kind: `note`, `date`, `greeting`, `relay`."""

_SEALED: dict[str, type[Any]] = {
    "note": NoteRow,
    "date": PersonalDateRow,
    "greeting": GreetingRow,
    "relay": RelayRow,
}


_SUREST = (
    *(State.EXPIRED, State.SKIPPED, State.FAILED),
    *(State.NEEDS_MEMORY, State.PLANNED, State.DRAFTING, State.SNOOZED, State.READY, State.STALE),
    *(State.CALL, State.APPROVED),
    *(State.HANDED_OFF, State.SENDING, State.UNKNOWN, State.SENT),
)
"""Of two greetings of a day the one further down stays: below what came to nothing what still asks,
below that what the owner has decided on, last what may have left, the surest at the end."""


def _weight(row: GreetingRow) -> int:
    return _SUREST.index(State(row.state))


class Merging:
    """Moves rows between two contacts of one owner; each has a key of its own, so what is sealed is
    sealed anew."""

    def __init__(self, session: AsyncSession, keys: Keys, now: datetime) -> None:
        self._session = session
        self._keys = keys
        self._now = now

    async def move(
        self,
        source: Contact,
        target: Contact,
        only: Moved | None = None,
        chat_id: int | None = None,
    ) -> Moved:
        """Move all that hangs on `source` (or only what is named) to `target`; answers what moved.

        Where both have the same yearly date, or a greeting of the same day, the target's stays,
        unless the source's has come further (_SUREST). With what is named go the messages about the
        greetings named, there or not, and those of the chat `chat_id`.
        """
        old = await self._keys.contact(source.id)
        new = await self._keys.contact(target.id)
        await self._make_room(source, target)
        moved: Moved = {}
        for kind, table in _SEALED.items():
            ids = None if only is None else only.get(kind, [])
            moved[kind] = await self._move(kind, table, source, target, old, new, ids)
        await self._reseal_alternatives(moved["greeting"], old, new)
        await self._move_loose(source, target, None if only is None else only["greeting"], chat_id)
        await self._session.flush()
        return moved

    async def put_back(self, greeting: Greeting) -> None:
        """Write a greeting that had made room anew, without its alternatives. It has moved on by one,
        so that its old buttons stay old."""
        secret = greeting_rows.secret(greeting)
        cipher = await self._keys.contact(greeting.contact_id)
        self._session.add(
            GreetingRow(
                id=greeting.id,
                owner_id=greeting.owner_id,
                contact_id=greeting.contact_id,
                day=greeting.day,
                state=greeting.state.value,
                revision=greeting.revision + 1,
                due_at=greeting.due_at,
                expires_at=greeting.expires_at,
                channel=greeting.channel and greeting.channel.value,
                attempt=greeting.attempt,
                sealed=cipher.seal(secret, f"greeting:{greeting.id}") if secret else None,
                created_at=self._now,
                updated_at=self._now,
            )
        )
        await self._session.flush()
        for key in greeting.occasions:
            self._session.add(GreetingOccasionRow(greeting_id=greeting.id, occasion_key=key))

    async def _move_loose(
        self, source: Contact, target: Contact, greetings: list[int] | None, chat_id: int | None
    ) -> None:
        """Messages and invitations; with `greetings`, only the messages about those or of that chat."""
        for table in (MessageRow, InvitationRow) if greetings is None else (MessageRow,):
            moving = (
                update(table)
                .where(col(table.contact_id) == source.id)
                .values(contact_id=target.id)
                .execution_options(synchronize_session=False)
            )
            if greetings is not None:
                theirs = col(MessageRow.greeting_id).in_(greetings)
                moving = moving.where(or_(theirs, col(MessageRow.chat_id) == chat_id))
            await self._session.exec(moving)

    async def _make_room(self, source: Contact, target: Contact) -> None:
        """Leave one greeting per day and one date per key between the two."""
        dates = await self._rows(PersonalDateRow, source), await self._rows(PersonalDateRow, target)
        taken = {row.key for row in dates[1]}
        await self._drop(PersonalDateRow, [row.id for row in dates[0] if row.key in taken])
        greetings = {row.day: row for row in await self._rows(GreetingRow, target)}
        for row in await self._rows(GreetingRow, source):
            other = greetings.get(row.day)
            if other is not None:
                loser = other if _weight(row) > _weight(other) else row
                await self._drop(GreetingRow, [loser.id])

    async def _rows(self, table: type[Any], contact: Contact) -> list[Any]:
        query = select(table).where(col(table.contact_id) == contact.id)
        return list(await self._session.exec(query.execution_options(populate_existing=True)))

    async def _drop(self, table: type[Any], ids: Collection[int]) -> None:
        await self._session.exec(delete(table).where(col(table.id).in_(ids)))

    async def _move(
        self,
        kind: str,
        table: type[Any],
        source: Contact,
        target: Contact,
        old: Cipher,
        new: Cipher,
        only: list[int] | None,
    ) -> list[int]:
        moved = []
        for row in await self._rows(table, source):
            if only is not None and row.id not in only:
                continue
            row.contact_id = target.id
            if row.sealed:
                identity = f"{kind}:{row.id}"
                row.sealed = new.seal(old.open(row.sealed, identity), identity)
            moved.append(row.id)
        await self._session.flush()
        return moved

    async def _reseal_alternatives(self, ids: Collection[int], old: Cipher, new: Cipher) -> None:
        query = select(AlternativeRow).where(col(AlternativeRow.greeting_id).in_(ids))
        for row in await self._session.exec(query):
            identity = f"alternative:{row.id}"
            row.sealed = new.seal(old.open(row.sealed, identity), identity)
