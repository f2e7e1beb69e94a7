"""Drafts that are written ahead of the day's planning: what is wanted, who is at it, what came of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, text, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.ahead import QUIET
from bot.domain.greetings import Alternative
from storage import alternative_rows
from storage.keys import Keys
from storage.tables import AheadRow

Place = tuple[int, date]
"""A contact's id, and the day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A greeting to be drafted ahead, from `wanted_at` on; `turn`: how many of the owner's come before
    it."""

    contact_id: int
    day: date
    owner_id: int
    occasions: tuple[str, ...]
    turn: int
    wanted_at: datetime
    attempt: int = 0

    @property
    def place(self) -> Place:
        """What there is one of."""
        return self.contact_id, self.day


@dataclass(frozen=True, slots=True)
class Written:
    """Drafts, and a digest of the facts they rest on."""

    wanted: Wanted
    facts: str
    drafts: tuple[Alternative, ...]


class Ahead:
    """Rows of `ahead` as domain objects."""

    def __init__(self, session: AsyncSession, keys: Keys, now: datetime) -> None:
        self._session = session
        self._keys = keys
        self._now = now

    async def want(
        self, owner_id: int, wanted: Sequence[Wanted], keep: Collection[Place] = ()
    ) -> None:
        """These are what the owner will need; what else was drafted for them is dropped, but for the
        places of `keep`, and what was wanted already stays as it is. For a unit that is alone with the
        owner."""
        query = select(col(AheadRow.contact_id), col(AheadRow.day), col(AheadRow.occasions))
        found = await self._session.exec(query.where(AheadRow.owner_id == owner_id))
        known = {(contact_id, day): occasions for contact_id, day, occasions in found}
        new = [one for one in wanted if known.get(one.place) != " ".join(one.occasions)]
        staying = {one.place for one in wanted} - {one.place for one in new}
        await self.drop(known.keys() - staying - set(keep))
        rows = [asdict(one) | {"occasions": " ".join(one.occasions)} for one in new]
        if rows:
            await self._session.exec(insert(AheadRow), params=rows)

    async def queue(self, limit: int) -> list[Place]:
        """What is to be drafted ahead next: the first of every owner before the second of any, the
        longest waiting before the others."""
        query = (
            select(col(AheadRow.contact_id), col(AheadRow.day))
            .where(text("sealed IS NULL"), AheadRow.wanted_at <= self._now)
            .order_by(col(AheadRow.turn), col(AheadRow.wanted_at))
            .limit(limit)
        )
        return list(await self._session.exec(query))

    async def claim(self, place: Place, until: datetime) -> Wanted | None:
        """One that is still wanted now, for whoever comes first; another may try from `until` on."""
        statement = (
            update(AheadRow)
            .where(
                *_at(place),
                col(AheadRow.sealed).is_(None),
                col(AheadRow.wanted_at) <= self._now,
            )
            .values(wanted_at=until, attempt=AheadRow.attempt + 1)
            .returning(AheadRow)
            .execution_options(synchronize_session=False)
        )
        row = (await self._session.exec(statement)).scalar_one_or_none()
        return _wanted(row) if row is not None else None

    async def put_off(self, wanted: Wanted, until: datetime) -> None:
        """It is not to be tried again before that instant."""
        await self._change(wanted, wanted_at=until)

    async def keep(self, written: Written) -> None:
        """Write the drafts down, unless something was told of the contact meanwhile."""
        wanted = written.wanted
        drafts = [(one.number, one.drafter, alternative_rows.secret(one)) for one in written.drafts]
        secret = {"facts": written.facts, "drafts": drafts}
        cipher = await self._keys.contact(wanted.contact_id)
        await self._change(wanted, sealed=cipher.seal(secret, _identity(wanted.place)))

    async def _change(self, wanted: Wanted, **values: Any) -> None:
        await self._session.exec(
            update(AheadRow)
            .where(*_at(wanted.place), col(AheadRow.attempt) == wanted.attempt)
            .values(**values)
            .execution_options(synchronize_session=False)
        )

    async def written(self, owner_id: int, day: date | None = None) -> dict[Place, Written]:
        """What is written for this owner, or for one day of theirs."""
        query = select(AheadRow).where(
            AheadRow.owner_id == owner_id, col(AheadRow.sealed).is_not(None)
        )
        if day is not None:
            query = query.where(AheadRow.day == day)
        query = query.execution_options(populate_existing=True)
        rows = list(await self._session.exec(query))
        ciphers = await self._keys.contacts({row.contact_id for row in rows})
        found = {}
        for row in rows:
            wanted = _wanted(row)
            opened = ciphers[row.contact_id].open(row.sealed or b"", _identity(wanted.place))
            drafts = tuple(alternative_rows.alternative(0, *one) for one in opened["drafts"])
            found[wanted.place] = Written(wanted, opened["facts"], drafts)
        return found

    async def told(self, contact_id: int) -> None:
        """Something was told of this contact: what was drafted is stale, and drafted anew when they
        have been left alone for a while."""
        await self._session.exec(
            update(AheadRow)
            .where(col(AheadRow.contact_id) == contact_id)
            .values(sealed=None, attempt=AheadRow.attempt + 1, wanted_at=self._now + QUIET)
            .execution_options(synchronize_session=False)
        )

    async def drop(self, places: Iterable[Place]) -> None:
        """These are not wanted any more."""
        for place in places:
            statement = delete(AheadRow).where(*_at(place))
            await self._session.exec(statement.execution_options(synchronize_session=False))


def _at(place: Place) -> tuple[ColumnElement[bool], ...]:
    contact_id, day = place
    return col(AheadRow.contact_id) == contact_id, col(AheadRow.day) == day


def _identity(place: Place) -> str:
    contact_id, day = place
    return f"ahead:{contact_id}:{day}"


def _wanted(row: AheadRow) -> Wanted:
    return Wanted(
        contact_id=row.contact_id,
        day=row.day,
        owner_id=row.owner_id,
        occasions=tuple(row.occasions.split()),
        turn=row.turn,
        wanted_at=row.wanted_at,
        attempt=row.attempt,
    )
