"""What each owner has had models use, by day."""

from datetime import date

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.tables import SpendingRow


class Spending:
    """Rows of `spending`; a day is the owner's own."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, owner_id: int, day: date) -> int:
        """The tokens of that day."""
        query = select(SpendingRow.tokens).where(
            SpendingRow.owner_id == owner_id, SpendingRow.day == day
        )
        return (await self._session.exec(query)).first() or 0

    async def add(self, owner_id: int, day: date, tokens: int) -> None:
        """So many more; the database adds, so that none are lost between two processes."""
        if await self._added(owner_id, day, tokens):
            return
        row = SpendingRow(owner_id=owner_id, day=day, tokens=tokens)
        try:
            async with self._session.begin_nested():
                self._session.add(row)
        except IntegrityError:  # another process opened the day this instant
            await self._added(owner_id, day, tokens)

    async def _added(self, owner_id: int, day: date, tokens: int) -> bool:
        statement = (
            update(SpendingRow)
            .where(col(SpendingRow.owner_id) == owner_id, col(SpendingRow.day) == day)
            .values(tokens=col(SpendingRow.tokens) + tokens)
            .returning(col(SpendingRow.owner_id))
        )
        return (await self._session.exec(statement)).first() is not None

    async def tell(self, owner_id: int, day: date) -> bool:
        """Whether the owner has still to hear that the day's are used up; once a day."""
        statement = (
            update(SpendingRow)
            .where(
                col(SpendingRow.owner_id) == owner_id,
                col(SpendingRow.day) == day,
                col(SpendingRow.told).is_(False),
            )
            .values(told=True)
            .returning(col(SpendingRow.owner_id))
        )
        return (await self._session.exec(statement)).first() is not None

    async def tidy(self, before: date) -> None:
        """Forget days that are long over."""
        await self._session.exec(delete(SpendingRow).where(col(SpendingRow.day) < before))
