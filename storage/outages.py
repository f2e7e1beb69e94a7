"""Which owners a service that is away has cost something, and whether they know."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.inserting import insert
from storage.tables import OutageRow


class Outages:
    """Rows of `outage`: one for each owner and service, from the first harm until it is over."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def note(self, owner_id: int, service: str) -> None:
        """The service was wanted for this owner, and was not there; drafts that miss it side by side
        note it once."""
        row = {"owner_id": owner_id, "service": service, "since": self._now, "told": False}
        added = insert(self._session, OutageRow).values(row)
        await self._session.exec(added.on_conflict_do_nothing())

    async def any(self, service: str) -> bool:
        """Whether anybody is concerned."""
        query = select(OutageRow.owner_id).where(OutageRow.service == service).limit(1)
        return (await self._session.exec(query)).first() is not None

    async def tell(self, service: str) -> dict[int, datetime]:
        """Owners who have still to hear of it, and since when; each is answered once."""
        statement = (
            update(OutageRow)
            .where(col(OutageRow.service) == service, col(OutageRow.told).is_(False))
            .values(told=True)
            .returning(col(OutageRow.owner_id), col(OutageRow.since))
        )
        return dict(list(await self._session.exec(statement)))

    async def over(self, service: str) -> list[int]:
        """It is back: the owners who heard that it was away, to hear this as well."""
        statement = (
            delete(OutageRow)
            .where(col(OutageRow.service) == service)
            .returning(col(OutageRow.owner_id), col(OutageRow.told))
        )
        return [owner_id for owner_id, told in await self._session.exec(statement) if told]
