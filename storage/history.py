"""What left, how, and when: written as it happens, read for the timeline and the list, written back by
an import."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.contacts import Contact
from bot.domain.greetings import Channel, Greeting, State
from bot.domain.history import Past
from storage.ids import new_id
from storage.keys import Keys
from storage.leaving import BY_ITSELF
from storage.tables import DeliveryRow, GreetingOccasionRow, GreetingRow


@dataclass(frozen=True, slots=True)
class Delivered:
    """How and when one greeting left; `failure`: why it did not."""

    channel: Channel
    at: datetime
    failure: str | None = None


class History:
    """Rows of `greeting` and `delivery` as a history."""

    def __init__(self, session: AsyncSession, keys: Keys, now: datetime) -> None:
        self._session = session
        self._keys = keys
        self._now = now

    async def deliveries(self, ids: Collection[int]) -> dict[int, Delivered]:
        """How these greetings left, for those that did."""
        query = select(DeliveryRow).where(col(DeliveryRow.greeting_id).in_(ids))
        return {
            row.greeting_id: Delivered(Channel(row.channel), row.at, row.failure)
            for row in await self._session.exec(query)
        }

    async def record(
        self, greeting: Greeting, channel: Channel, *, proof: str | None, failure: str | None = None
    ) -> None:
        """Write how the one delivery ended; a later word (the owner's ☑️) replaces an earlier."""
        row = await self._session.get(DeliveryRow, greeting.id)
        if row is None:
            row = DeliveryRow(
                greeting_id=greeting.id,
                owner_id=greeting.owner_id,
                channel=channel.value,
                at=self._now,
            )
            self._session.add(row)
        row.channel, row.proof, row.failure, row.at = channel.value, proof, failure, self._now

    async def take_back(self, greeting: Greeting) -> None:
        """The owner takes their ☑️ back."""
        await self._session.exec(
            delete(DeliveryRow).where(col(DeliveryRow.greeting_id) == greeting.id)
        )

    async def left_by_itself(self, owner_id: int, since: datetime) -> list[int]:
        """The ids of the greetings that Abrazo itself has handed in since an instant."""
        query = select(DeliveryRow.greeting_id).where(
            DeliveryRow.owner_id == owner_id,
            col(DeliveryRow.channel).in_(BY_ITSELF),
            DeliveryRow.at >= since,
        )
        return list(await self._session.exec(query))

    async def last_greeted(self, owner_id: int) -> dict[int, date]:
        """The day of the last greeting that was sent to each contact."""
        query = (
            select(GreetingRow.contact_id, func.max(GreetingRow.day))
            .where(GreetingRow.owner_id == owner_id, GreetingRow.state == State.SENT.value)
            .group_by(col(GreetingRow.contact_id))
        )
        return dict((await self._session.exec(query)).all())

    async def restore(self, contact: Contact, past: Sequence[Past]) -> None:
        """Write greetings of earlier days back, as they ended."""
        cipher = await self._keys.contact(contact.id)
        for one in past:
            row_id = new_id()
            over = datetime.combine(one.day + timedelta(2), time(), UTC)
            secret = {"text": one.text, "hint": None, "rests_on": ()}
            self._session.add(
                GreetingRow(
                    id=row_id,
                    owner_id=contact.owner_id,
                    contact_id=contact.id,
                    day=one.day,
                    state=one.state.value,
                    expires_at=over,
                    channel=one.channel and one.channel.value,
                    sealed=cipher.seal(secret, f"greeting:{row_id}") if one.text else None,
                    created_at=one.at or over,
                    updated_at=self._now,
                )
            )
            await self._session.flush()
            for key in set(one.occasions):
                self._session.add(GreetingOccasionRow(greeting_id=row_id, occasion_key=key))
            if one.at is not None and one.channel is not None:
                self._session.add(
                    DeliveryRow(
                        greeting_id=row_id,
                        owner_id=contact.owner_id,
                        channel=one.channel.value,
                        proof="import",
                        at=one.at,
                    )
                )
