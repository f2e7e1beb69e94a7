"""Updates, stored before they are confirmed to Telegram."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.crypto import Vault
from storage.tables import UpdateRow


class Updates:
    """Rows of `update_inbox`."""

    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._now = now

    async def store(self, updates: list[tuple[int, int, dict[str, Any]]]) -> list[int]:
        """Keep (update_id, chat_id, payload); answers the ids that were not known yet."""
        ids = [update_id for update_id, _, _ in updates]
        query = select(UpdateRow.update_id).where(col(UpdateRow.update_id).in_(ids))
        known = set(await self._session.exec(query))
        fresh = []
        for update_id, chat_id, payload in updates:
            if update_id in known:
                continue
            known.add(update_id)
            fresh.append(update_id)
            self._session.add(
                UpdateRow(
                    update_id=update_id,
                    chat_id=chat_id,
                    sealed=self._vault.seal(payload),
                    received_at=self._now,
                )
            )
        return fresh

    async def open(self) -> list[tuple[int, int, dict[str, Any]]]:
        """Those not done yet, in order: (update_id, chat_id, payload)."""
        query = (
            select(UpdateRow)
            .where(col(UpdateRow.done_at).is_(None))
            .order_by(col(UpdateRow.update_id))
        )
        rows = await self._session.exec(query)
        return [(row.update_id, row.chat_id, self._vault.open(row.sealed or b"")) for row in rows]

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
