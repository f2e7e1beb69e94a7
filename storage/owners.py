"""Owners."""

from datetime import datetime, time
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.owners import Owner
from storage.crypto import Vault
from storage.keys import Keys
from storage.tables import OwnerRow, ReviewRow


class Owners:
    """Rows of `owner` as domain objects."""

    def __init__(self, session: AsyncSession, vault: Vault, keys: Keys) -> None:
        self._session = session
        self._vault = vault
        self._keys = keys
        self.stirred = False
        """Whether this unit gave the schedule something to do."""

    async def get(self, owner_id: int) -> Owner | None:
        """The owner, or None."""
        row = await self._session.get(OwnerRow, owner_id)
        return await self._load(row) if row else None

    async def any(self) -> bool:
        """Whether anybody owns this bot yet. Raises WrongKey when their key does not open."""
        row = (await self._session.exec(select(OwnerRow).limit(1))).first()
        if row is None:
            return False
        await self._load(row)
        return True

    async def add(self, owner: Owner, now: datetime) -> None:
        """A new owner, with a data key of their own and an empty review."""
        wrapped = self._vault.new_wrapped_key()
        cipher = self._vault.cipher(wrapped)
        self._session.add(
            OwnerRow(
                **_columns(owner),
                wrapped_key=wrapped,
                sealed=cipher.seal({"name": owner.name}, f"owner:{owner.id}"),
                created_at=now,
            )
        )
        await self._session.flush()
        self._session.add(ReviewRow(owner_id=owner.id))

    async def save(self, owner: Owner) -> None:
        """Write what `evolve` changed."""
        self.stirred = True
        row = await self._session.get_one(OwnerRow, owner.id)
        for name, value in _columns(owner).items():
            setattr(row, name, value)
        cipher = await self._keys.owner(owner.id)
        row.sealed = cipher.seal({"name": owner.name}, f"owner:{owner.id}")

    async def due(self, now: datetime, limit: int = 100) -> list[Owner]:
        """Those whose days have to be looked at now, longest waiting first."""
        query = (
            select(OwnerRow)
            .where(col(OwnerRow.next_plan_at) <= now)
            .order_by(col(OwnerRow.next_plan_at))
            .limit(limit)
        )
        return [await self._load(row) for row in await self._session.exec(query)]

    async def _load(self, row: OwnerRow) -> Owner:
        cipher = await self._keys.owner(row.id)
        secret = cipher.open(row.sealed, f"owner:{row.id}")
        return Owner(
            id=row.id,
            name=secret["name"],
            language=row.language,
            country=row.country,
            timezone=row.timezone,
            prepare_at=time(*divmod(row.prepare_minute, 60)),
            send_at=time(*divmod(row.send_minute, 60)),
            next_plan_at=row.next_plan_at,
        )


def _columns(owner: Owner) -> dict[str, Any]:
    return {
        "id": owner.id,
        "language": owner.language,
        "country": owner.country,
        "timezone": owner.timezone,
        "prepare_minute": owner.prepare_at.hour * 60 + owner.prepare_at.minute,
        "send_minute": owner.send_at.hour * 60 + owner.send_at.minute,
        "next_plan_at": owner.next_plan_at,
    }
