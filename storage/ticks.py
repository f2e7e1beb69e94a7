"""When each part of the house last looked at the clock, for whoever is asked in another process."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.inserting import insert
from storage.tables import TickRow


@dataclass(frozen=True, slots=True)
class Tick:
    """`model`: `none`, `ok` or `failing`, as that part found it."""

    at: datetime
    model: str


class Ticks:
    """Rows of `tick`, one for each part; of several processes that do the same the last one counts."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def note(self, part: str, model: str) -> None:
        """This part has just done what was due; processes that begin side by side don't collide."""
        news = {"at": self._now, "model": model}
        added = insert(self._session, TickRow).values({"part": part} | news)
        await self._session.exec(added.on_conflict_do_update(index_elements=["part"], set_=news))

    async def last(self) -> dict[str, Tick]:
        """The last one of each part."""
        return {
            row.part: Tick(row.at, row.model) for row in await self._session.exec(select(TickRow))
        }
