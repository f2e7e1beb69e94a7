"""Where each owner's review stands."""

from typing import Any

from sqlalchemy import CursorResult, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables import ReviewRow


class Reviews:
    """Rows of `review`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, owner_id: int) -> ReviewRow:
        """The owner's review; every owner has one."""
        return await self._session.get_one(ReviewRow, owner_id)

    async def place(self, owner_id: int, slot: str, message_id: int) -> None:
        """The owner's message of that slot (`progress`, `ronda`) is this one; nothing is kept where
        the owner is gone."""
        statement = update(ReviewRow).where(col(ReviewRow.owner_id) == owner_id)
        await self._session.exec(statement.values({f"{slot}_message_id": message_id}))

    async def open(self, owner_id: int, greeting_id: int) -> bool:
        """Make this the open card, unless another one is; answers whether it was done."""
        statement = (
            update(ReviewRow)
            .where(col(ReviewRow.owner_id) == owner_id, col(ReviewRow.open_greeting_id).is_(None))
            .values(open_greeting_id=greeting_id)
        )
        result: Any = await self._session.exec(statement)
        return isinstance(result, CursorResult) and result.rowcount == 1

    async def close(self, owner_id: int, greeting_id: int) -> None:
        """The card of this greeting is decided or gone."""
        row = await self.get(owner_id)
        if row.open_greeting_id == greeting_id:
            row.open_greeting_id = None
            await self._session.flush()
