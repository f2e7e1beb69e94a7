"""Half-finished steps and what can be undone: kept in the database, so a restart forgets nothing."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.crypto import Vault
from storage.ids import new_id
from storage.tables import ConversationRow, UndoRow


class Conversations:
    """Rows of `conversation` and `undo`."""

    def __init__(self, session: AsyncSession, vault: Vault, now: datetime) -> None:
        self._session = session
        self._vault = vault
        self._now = now

    async def begin(self, chat_id: int, step: str, **data: Any) -> None:
        """The chat's next text answers `step`."""
        await self._session.merge(
            ConversationRow(
                chat_id=chat_id,
                sealed=self._vault.seal({"step": step, "data": data}),
                updated_at=self._now,
            )
        )

    async def current(self, chat_id: int) -> tuple[str, dict[str, Any]] | None:
        """The half-finished step and its data, if any."""
        row = await self._session.get(ConversationRow, chat_id)
        if row is None:
            return None
        content = self._vault.open(row.sealed)
        return content["step"], content["data"]

    async def leave(self, chat_id: int) -> bool:
        """Forget the half-finished step; answers whether there was one."""
        row = await self._session.get(ConversationRow, chat_id)
        if row is None:
            return False
        await self._session.delete(row)
        await self._session.flush()
        return True

    async def remember(self, owner_id: int, **action: Any) -> int:
        """Keep what ↩️ takes back; answers the number for its button."""
        row_id = new_id()
        self._session.add(
            UndoRow(
                id=row_id, owner_id=owner_id, sealed=self._vault.seal(action), created_at=self._now
            )
        )
        return row_id

    async def take(self, owner_id: int, undo_id: int) -> dict[str, Any] | None:
        """What ↩️ takes back, once."""
        row = await self._session.get(UndoRow, undo_id)
        if row is None or row.owner_id != owner_id:
            return None
        await self._session.delete(row)
        action: dict[str, Any] = self._vault.open(row.sealed)
        return action

    async def peek(self, owner_id: int, undo_id: int) -> dict[str, Any] | None:
        """What was kept under a number, which stays there."""
        row = await self._session.get(UndoRow, undo_id)
        if row is None or row.owner_id != owner_id:
            return None
        action: dict[str, Any] = self._vault.open(row.sealed)
        return action

    async def rewrite(self, owner_id: int, undo_id: int, **action: Any) -> None:
        """Put something else under a number that stays."""
        row = await self._session.get(UndoRow, undo_id)
        if row is not None and row.owner_id == owner_id:
            row.sealed = self._vault.seal(action)

    async def forget(self, owner_id: int, gone: Collection[int]) -> None:
        """Drop what ↩️ would bring back of contacts who are erased, and the half-finished step if it is
        about them. `gone`: their ids and those of what hangs on them."""
        names = set(gone)
        query = select(UndoRow).where(UndoRow.owner_id == owner_id)
        for row in list(await self._session.exec(query)):
            if _speaks_of(names, self._vault.open(row.sealed)):
                names.add(row.id)
                await self._session.delete(row)
        current = await self.current(owner_id)
        if current is not None and _speaks_of(names, current[1]):
            await self.leave(owner_id)

    async def tidy(self, before: datetime) -> None:
        """Drop what nobody came back for."""
        await self._session.exec(delete(UndoRow).where(col(UndoRow.created_at) < before))


def _speaks_of(names: Collection[int], action: dict[str, Any]) -> bool:
    return any(isinstance(value, int) and value in names for value in action.values())
