"""Owners."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, update
from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.contacts import FriendsDay, LeapDay, Relationship
from bot.domain.owners import CLIENT_YEAR, GAP_DAYS, Owner, OwnOccasion, Question
from storage.crypto import Vault
from storage.keys import Keys
from storage.tables import OwnerRow, ReviewRow, UpdateRow

LONGEST_AHEAD = timedelta(hours=26)
"""A day, and what a change of the clocks adds to it."""


class Owners:
    """Rows of `owner` as domain objects."""

    def __init__(self, session: AsyncSession, vault: Vault, keys: Keys) -> None:
        self._session = session
        self._vault = vault
        self._keys = keys
        self.stirred = False
        """Whether this unit gave the schedule something to do."""
        self.forgotten: set[int] = set()
        """Whom this unit erased."""

    async def get(self, owner_id: int) -> Owner | None:
        """The owner, or None."""
        row = await self._session.get(OwnerRow, owner_id)
        return await self._load(row) if row else None

    async def claim(self, owner_id: int, now: datetime) -> Owner | None:
        """The owner, if their days are still to be looked at and no other unit is doing so."""
        query = select(OwnerRow).where(col(OwnerRow.id) == owner_id, _due(now))
        rows = await self._session.exec(query.with_for_update(skip_locked=True))
        row = rows.first()
        return await self._load(row) if row else None

    async def alone(self, owner_id: int) -> None:
        """Wait until no other unit that asks for the same is at work on this owner. What it then
        reads is what they wrote. SQLite has one writer anyway."""
        await self._session.exec(
            select(OwnerRow.id).where(col(OwnerRow.id) == owner_id).with_for_update()
        )

    async def any(self) -> bool:
        """Whether anybody owns this bot yet. Raises WrongKey when their key does not open."""
        row = (await self._session.exec(select(OwnerRow).limit(1))).first()
        if row is None:
            return False
        await self._load(row)
        return True

    async def eldest(self) -> Owner | None:
        """Who was here first: on most machines whoever runs the bot."""
        query = select(OwnerRow).order_by(col(OwnerRow.created_at), col(OwnerRow.id)).limit(1)
        row = (await self._session.exec(query)).first()
        return await self._load(row) if row else None

    async def add(self, owner: Owner, now: datetime) -> None:
        """A new owner, with a data key of their own and an empty review."""
        wrapped = self._vault.new_wrapped_key()
        cipher = self._vault.cipher(wrapped)
        self._session.add(
            OwnerRow(
                **_columns(owner),
                wrapped_key=wrapped,
                sealed=cipher.seal(_secret(owner), f"owner:{owner.id}"),
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
        row.sealed = cipher.seal(_secret(owner), f"owner:{owner.id}")

    async def look_at(self, owner_id: int, instant: datetime) -> None:
        """Have the owner's days looked at from that instant on; nothing else of theirs is written."""
        self.stirred = True
        await self._session.exec(
            update(OwnerRow).where(col(OwnerRow.id) == owner_id).values(next_plan_at=instant)
        )

    async def forget(self, owner_id: int) -> None:
        """Erase the owner and all that is theirs, in every table that knows owners or their chat."""
        self.forgotten.add(owner_id)
        for table in reversed(SQLModel.metadata.sorted_tables):
            column = table.c.get("owner_id")
            if column is None and table.name != UpdateRow.__tablename__:
                column = table.c.get("chat_id")
            if column is not None:
                await self._session.exec(table.delete().where(column == owner_id))
        await self._session.exec(delete(OwnerRow).where(col(OwnerRow.id) == owner_id))

    async def due(self, now: datetime, limit: int = 100, but: Collection[int] = ()) -> list[int]:
        """The ids of those whose days have to be looked at now, longest waiting first; `but` names who
        is not to be looked at. Nobody's next look lies more than a day ahead, unless the clock was
        ahead when it was written."""
        found: list[int] = []
        for due in _each_due(now):  # one after the other, so that each is looked up in the index
            query = select(OwnerRow.id).where(due).order_by(col(OwnerRow.next_plan_at))
            if but:
                query = query.where(col(OwnerRow.id).not_in(but))
            found += await self._session.exec(query.limit(limit - len(found)))
        return found

    async def _load(self, row: OwnerRow) -> Owner:
        cipher = await self._keys.owner(row.id)
        secret = cipher.open(row.sealed, f"owner:{row.id}")
        return Owner(
            id=row.id,
            language=row.language,
            country=row.country,
            timezone=row.timezone,
            prepare_at=time(*divmod(row.prepare_minute, 60)),
            send_at=time(*divmod(row.send_minute, 60)),
            next_plan_at=row.next_plan_at,
            **_preferences(secret),
        )


def _due(now: datetime) -> ColumnElement[bool]:
    return or_(*_each_due(now))


def _each_due(now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    planned = col(OwnerRow.next_plan_at)
    return planned <= now, planned > now + LONGEST_AHEAD


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


def _secret(owner: Owner) -> dict[str, Any]:
    """What is sealed: the name and all that is not needed to search by."""
    return {
        "name": owner.name,
        "wakes_at": owner.wakes_at.isoformat("minutes"),
        "sleeps_at": owner.sleeps_at.isoformat("minutes"),
        "gap_days": owner.gap_days,
        "client_year": owner.client_year,
        "area_code": owner.area_code,
        "pause_every": owner.pause_every,
        "talk_with_model": owner.talk_with_model,
        "style": owner.style,
        "samples": owner.samples,
        "signature": owner.signature,
        "signatures": {who.value: text for who, text in owner.signatures.items()},
        "follow_up": owner.follow_up,
        "switches": [[key, who.value, on] for (key, who), on in owner.switches.items()],
        "own": [[one.key, one.name, one.rule] for one in owner.own],
        "friends_day": owner.friends_day.value,
        "leap_day": owner.leap_day.value,
        "milestones": owner.milestones,
        "hints": sorted(owner.hints),
        "questions": [
            [one.contact_id, one.day.isoformat(), one.on.isoformat(), one.again]
            for one in owner.questions
        ],
        "ask_after": owner.ask_after and owner.ask_after.isoformat(),
        "followed_up": owner.followed_up and owner.followed_up.isoformat(),
        "opened_on": owner.opened_on and owner.opened_on.isoformat(),
    }


def _preferences(secret: dict[str, Any]) -> dict[str, Any]:
    """The fields of an owner that `_secret` sealed; what an older row lacks keeps its default."""
    ask_after, followed_up = secret.get("ask_after"), secret.get("followed_up")
    opened_on = secret.get("opened_on")
    return {
        "name": secret["name"],
        "wakes_at": time.fromisoformat(secret.get("wakes_at", "08:00")),
        "sleeps_at": time.fromisoformat(secret.get("sleeps_at", "22:30")),
        "gap_days": secret.get("gap_days", GAP_DAYS),
        "client_year": secret.get("client_year", CLIENT_YEAR),
        "area_code": secret.get("area_code"),
        "pause_every": secret.get("pause_every"),
        "talk_with_model": secret.get("talk_with_model", True),
        "style": secret.get("style"),
        "samples": tuple(secret.get("samples", ())),
        "signature": secret.get("signature"),
        "signatures": {
            Relationship(who): text for who, text in secret.get("signatures", {}).items()
        },
        "follow_up": secret.get("follow_up", True),
        "switches": {(key, Relationship(who)): on for key, who, on in secret.get("switches", ())},
        "own": tuple(OwnOccasion(*one) for one in secret.get("own", ())),
        "friends_day": FriendsDay(secret.get("friends_day", FriendsDay.MINE)),
        "leap_day": LeapDay(secret.get("leap_day", LeapDay.FEBRUARY_28)),
        "milestones": secret.get("milestones", False),
        "hints": frozenset(secret.get("hints", ())),
        "questions": tuple(
            Question(contact_id, date.fromisoformat(day), date.fromisoformat(on), again)
            for contact_id, day, on, again in secret.get("questions", ())
        ),
        "ask_after": datetime.fromisoformat(ask_after) if ask_after else None,
        "followed_up": date.fromisoformat(followed_up) if followed_up else None,
        "opened_on": date.fromisoformat(opened_on) if opened_on else None,
    }
