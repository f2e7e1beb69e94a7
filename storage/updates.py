"""Updates, stored before they are confirmed to Telegram."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.crypto import Vault
from storage.inserting import insert
from storage.tables import UpdateRow


class Updates:
    """Rows of `update_inbox`."""

    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._now = now

    async def store(self, updates: list[tuple[int, int, dict[str, Any]]]) -> list[int]:
        """Keep (update_id, chat_id, payload); answers the ids that were not known yet."""
        rows = [
            {
                "update_id": update_id,
                "chat_id": chat_id,
                "sealed": self._vault.seal(payload),
                "received_at": self._now,
            }
            for update_id, chat_id, payload in updates
        ]
        added = insert(self._session, UpdateRow).values(rows).on_conflict_do_nothing()
        fresh = added.returning(col(UpdateRow.update_id))
        return list((await self._session.exec(fresh)).scalars())

    async def open(self, chat_id: int | None = None) -> list[tuple[int, int, dict[str, Any]]]:
        """Those not done yet, of one chat or of all, in order: (update_id, chat_id, payload)."""
        query = (
            select(UpdateRow)
            .where(col(UpdateRow.done_at).is_(None))
            .order_by(col(UpdateRow.update_id))
        )
        if chat_id is not None:
            query = query.where(UpdateRow.chat_id == chat_id)
        rows = await self._session.exec(query)
        return [(row.update_id, row.chat_id, self._vault.open(row.sealed or b"")) for row in rows]

    async def open_chats(self) -> list[int]:
        """Chats with updates that are not done yet."""
        query = select(UpdateRow.chat_id).where(col(UpdateRow.done_at).is_(None)).distinct()
        return list(await self._session.exec(query))

    async def done(self, update_id: int) -> bool:
        """Mark an update done and drop its content; False when it was done before."""
        statement = (
            update(UpdateRow)
            .where(col(UpdateRow.update_id) == update_id, col(UpdateRow.done_at).is_(None))
            .values(done_at=self._now, sealed=None)
            .returning(col(UpdateRow.update_id))
        )
        return (await self._session.exec(statement)).first() is not None

    async def tidy(self, before: datetime) -> None:
        """Forget the ids that Telegram can't deliver again (it keeps updates for a day)."""
        await self._session.exec(delete(UpdateRow).where(col(UpdateRow.done_at) < before))
