"""What each owner has had models use and draft, by day."""

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

    async def drafts(self, owner_id: int, day: date) -> int:
        """The greetings that a model drafted that day, or is drafting."""
        query = select(SpendingRow.drafts).where(
            SpendingRow.owner_id == owner_id, SpendingRow.day == day
        )
        return (await self._session.exec(query)).first() or 0

    async def add(self, owner_id: int, day: date, *, tokens: int = 0, drafts: int = 0) -> None:
        """So many more; the database adds, so that none are lost between two processes."""
        if await self._added(owner_id, day, tokens, drafts):
            return
        row = SpendingRow(owner_id=owner_id, day=day, tokens=tokens, drafts=drafts)
        try:
            async with self._session.begin_nested():
                self._session.add(row)
        except IntegrityError:  # another process opened the day this instant
            await self._added(owner_id, day, tokens, drafts)

    async def _added(self, owner_id: int, day: date, tokens: int, drafts: int) -> bool:
        statement = (
            update(SpendingRow)
            .where(col(SpendingRow.owner_id) == owner_id, col(SpendingRow.day) == day)
            .values(
                tokens=col(SpendingRow.tokens) + tokens, drafts=col(SpendingRow.drafts) + drafts
            )
            .returning(col(SpendingRow.owner_id))
        )
        return (await self._session.exec(statement)).first() is not None

    async def take_draft(self, owner_id: int, day: date, bound: int) -> bool:
        """One draft more, unless that day has had `bound` of them; the database decides, so that two
        processes never take the last one twice."""
        await self.add(owner_id, day)
        statement = (
            update(SpendingRow)
            .where(
                col(SpendingRow.owner_id) == owner_id,
                col(SpendingRow.day) == day,
                col(SpendingRow.drafts) < bound,
            )
            .values(drafts=col(SpendingRow.drafts) + 1)
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
