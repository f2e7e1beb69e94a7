"""What leaves now, asked so that nothing has to be decrypted to be passed over."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.greetings import Channel, State
from storage.tables import GreetingRow, OwnerRow, ReviewRow

BY_ITSELF = tuple(channel.value for channel in Channel if channel.by_itself)
"""The channels of what Abrazo sends, as they stand in the table."""


class Leaving:
    """Rows of `greeting` that are approved and whose hour has come."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def due(
        self, channel: Channel, besides: Collection[int] = (), limit: int = 100
    ) -> list[int]:
        """Ids of what leaves by this channel now, the earliest first, but for those named."""
        query = (
            select(GreetingRow.id)
            .where(self._is_due(), GreetingRow.channel == channel.value)
            .where(col(GreetingRow.id).not_in(besides))
            .order_by(col(GreetingRow.due_at), col(GreetingRow.id))
            .limit(limit)
        )
        return list(await self._session.exec(query))

    async def more_of(self, owner_id: int, until: datetime) -> bool:
        """Whether something of this owner leaves by itself until then, or is on its way."""
        soon = and_(
            col(GreetingRow.state) == State.APPROVED.value, col(GreetingRow.due_at) <= until
        )
        under_way = and_(
            col(GreetingRow.state) == State.SENDING.value,
            col(GreetingRow.lease_until) > self._now,
        )
        query = (
            select(GreetingRow.id)
            .where(GreetingRow.owner_id == owner_id, or_(soon, under_way))
            .where(col(GreetingRow.channel).in_(BY_ITSELF))
            .limit(1)
        )
        return (await self._session.exec(query)).first() is not None

    async def left_out(self, since: datetime) -> list[int]:
        """Owners who are to hear whom nothing left for, of days closed after `since`; not while one
        of the same day is unanswered."""
        asked = aliased(GreetingRow)
        unanswered = select(asked.id).where(
            asked.owner_id == GreetingRow.owner_id,
            asked.day == GreetingRow.day,
            col(asked.state).in_([State.HANDED_OFF.value, State.UNKNOWN.value]),
        )
        query = select(GreetingRow.owner_id).where(
            GreetingRow.state == State.EXPIRED.value,
            col(GreetingRow.due_at) > since,
            col(GreetingRow.due_at) <= self._now,
            ~unanswered.exists(),
        )
        return list(await self._session.exec(query.distinct()))

    async def by_hand(self) -> list[tuple[int, str, datetime | None]]:
        """Owners with something to send themselves now, their time zone, and since when the last that
        was shown to them has waited for their word, if it does."""
        alone = func.coalesce(col(GreetingRow.channel), "").in_(BY_ITSELF)
        query = (
            select(GreetingRow.owner_id, OwnerRow.timezone)
            .join(OwnerRow, col(OwnerRow.id) == GreetingRow.owner_id)
            .where(self._is_due(), ~alone)
            .distinct()
        )
        owners = dict((await self._session.exec(query)).all())
        waiting = (
            select(GreetingRow.owner_id, GreetingRow.updated_at)
            .join(ReviewRow, col(ReviewRow.ronda_greeting_id) == GreetingRow.id)
            .where(col(ReviewRow.owner_id).in_(owners))
            .where(GreetingRow.state == State.HANDED_OFF.value)
        )
        since = dict((await self._session.exec(waiting)).all())
        return [(owner_id, zone, since.get(owner_id)) for owner_id, zone in owners.items()]

    def _is_due(self) -> ColumnElement[bool]:
        return and_(
            col(GreetingRow.state) == State.APPROVED.value,
            col(GreetingRow.due_at) <= self._now,
            col(GreetingRow.expires_at) > self._now,
        )
