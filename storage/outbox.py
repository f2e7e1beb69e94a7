"""Messages to owners, written with the change they tell of and sent after the commit."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import LONGEST_TEXT, Message
from storage.crypto import Vault
from storage.ids import new_id
from storage.tables import OutboxRow

AT_MOST = 50
"""Letters of a chat that are read at once."""

LONGEST_WAIT = timedelta(hours=2)
"""What has to wait for longer was put off by a clock that was set back since, and goes now."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message on its way."""

    id: int
    message: Message


class Outbox:
    """Rows of `outbox`, in order per chat. `letters`: what this unit has added, to be sent once it is
    committed."""

    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._now = now
        self._positions: dict[int, int] = {}
        self.letters: list[Letter] = []

    async def add(self, message: Message) -> None:
        """Say something in a chat once this unit is committed. What somebody typed may make it too long:
        then it is cut, because Telegram would refuse the whole of it."""
        if len(message.text) > LONGEST_TEXT:
            message = replace(message, text=message.text[: LONGEST_TEXT - 1] + "…")
        chat_id = message.chat_id
        if chat_id not in self._positions:
            query = select(func.max(OutboxRow.position)).where(OutboxRow.chat_id == chat_id)
            self._positions[chat_id] = (await self._session.exec(query)).one() or 0
        self._positions[chat_id] += 1
        letter = Letter(new_id(), message)
        self._session.add(
            OutboxRow(
                id=letter.id,
                chat_id=chat_id,
                position=self._positions[chat_id],
                sealed=self._vault.seal(message.as_json()),
                not_before=self._now,
            )
        )
        self.letters.append(letter)

    async def waiting_chats(self) -> list[int]:
        """Chats with something to say to."""
        return list(await self._session.exec(select(OutboxRow.chat_id).distinct()))

    async def ready_chats(self) -> list[int]:
        """Those among them that need not wait, whoever could have had theirs for the longest
        first. What was said after the chat was put off waits with the rest."""
        until = func.max(col(OutboxRow.not_before))
        query = (
            select(OutboxRow.chat_id)
            .group_by(col(OutboxRow.chat_id))
            .having(or_(until <= self._now, until >= self._now + LONGEST_WAIT))
            .order_by(func.min(OutboxRow.not_before), col(OutboxRow.chat_id))
        )
        return list(await self._session.exec(query))

    async def of_chat(self, chat_id: int) -> list[Letter] | None:
        """What waits for a chat, in order, AT_MOST at once; None while its first letter has to
        wait."""
        query = (
            select(OutboxRow)
            .where(OutboxRow.chat_id == chat_id)
            .order_by(col(OutboxRow.position))
            .limit(AT_MOST)
        )
        rows = list(await self._session.exec(query))
        if rows and self._now < rows[0].not_before < self._now + LONGEST_WAIT:
            return None
        return [Letter(row.id, Message.from_json(self._vault.open(row.sealed))) for row in rows]

    async def done(self, ids: Collection[int]) -> None:
        """These were sent, or can never be."""
        await self._session.exec(delete(OutboxRow).where(col(OutboxRow.id).in_(ids)))

    async def postpone(self, chat_id: int, until: datetime) -> None:
        """Nothing goes to this chat before that."""
        statement = (
            update(OutboxRow).where(col(OutboxRow.chat_id) == chat_id).values(not_before=until)
        )
        await self._session.exec(statement)
