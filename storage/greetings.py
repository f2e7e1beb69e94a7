"""Greetings. Every move is a compare-and-set."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, delete, func, insert, or_, text, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.greetings import (
    APPROVED,
    MOVES,
    UNDECIDED,
    WAITING,
    Channel,
    Greeting,
    State,
)
from storage import greeting_rows
from storage.ids import new_id
from storage.inserting import insert as unless_there
from storage.keys import Keys
from storage.tables import GreetingOccasionRow, GreetingRow


@dataclass(frozen=True, slots=True)
class Opening:
    """A contact's day that is to be planned, and until when it can leave."""

    owner_id: int
    contact_id: int
    day: date
    occasions: tuple[str, ...]
    expires_at: datetime


class Greetings:
    """Rows of `greeting` and `greeting_occasion` as domain objects."""

    def __init__(self, session: AsyncSession, keys: Keys, now: datetime) -> None:
        self._session = session
        self._keys = keys
        self._now = now
        self.stirred = False
        """Whether this unit gave the schedule something to do."""

    async def plan(
        self,
        owner_id: int,
        contact_id: int,
        day: date,
        occasions: Collection[str],
        expires_at: datetime,
    ) -> bool:
        """A greeting for that person on that day, once; answers whether it is new.

        An occasion that joins a greeting which nobody has drafted yet is added to it.
        """
        one = Opening(owner_id, contact_id, day, tuple(occasions), expires_at)
        return bool(await self.plan_all(owner_id, [one]))

    async def plan_all(self, owner_id: int, wanted: Sequence[Opening]) -> int:
        """The same for many of an owner's at once, in the order in which they are to be drafted; answers
        how many are new."""
        self.stirred = True
        query = select(GreetingRow).where(
            GreetingRow.owner_id == owner_id, col(GreetingRow.day).in_({one.day for one in wanted})
        )
        rows = {(row.contact_id, row.day): row for row in await self._session.exec(query)}
        planned = {row.id for row in rows.values() if row.state == State.PLANNED}
        known = await self._occasions(planned)
        missing = [one for one in wanted if (one.contact_id, one.day) not in rows]
        new = {new_id(): one for one in missing}
        if new:
            added = unless_there(self._session, GreetingRow).on_conflict_do_nothing()
            written = await self._session.exec(
                added.returning(col(GreetingRow.id)),
                params=[self._new(id_, one, turn) for turn, (id_, one) in enumerate(new.items())],
            )
            ids = set(
                written.scalars()
            )  # what another process planned this instant is not among them
            new = {id_: one for id_, one in new.items() if id_ in ids}
        places = {(row.contact_id, row.day): row.id for row in rows.values() if row.id in planned}
        places |= {(one.contact_id, one.day): id_ for id_, one in new.items()}
        occasions = [
            {"greeting_id": id_, "occasion_key": key}
            for one in wanted
            if (id_ := places.get((one.contact_id, one.day))) is not None
            for key in set(one.occasions) - set(known.get(id_, ()))
        ]
        if occasions:
            await self._session.exec(insert(GreetingOccasionRow), params=occasions)
        return len(new)

    def _new(self, greeting_id: int, one: Opening, turn: int) -> dict[str, Any]:
        return {
            "id": greeting_id,
            "owner_id": one.owner_id,
            "contact_id": one.contact_id,
            "day": one.day,
            "state": State.PLANNED.value,
            "expires_at": one.expires_at,
            "turn": turn,
            "created_at": self._now,
            "updated_at": self._now,
        }

    async def get(self, greeting_id: int, owner_id: int | None = None) -> Greeting | None:
        """One greeting; with `owner_id`, only if it is that owner's."""
        found = await self.find(ids=[greeting_id], owner_id=owner_id)
        return found[0] if found else None

    async def find(
        self,
        *,
        ids: Collection[int] | None = None,
        owner_id: int | None = None,
        contact_id: int | None = None,
        contacts: Collection[int] | None = None,
        states: Collection[State] | None = None,
        day: date | None = None,
        since: date | None = None,
        due_before: datetime | None = None,
        expired_before: datetime | None = None,
        limit: int | None = None,
    ) -> list[Greeting]:
        """Greetings that meet every condition given, the nearest day first, then the oldest."""
        query = select(GreetingRow).order_by(
            col(GreetingRow.day), col(GreetingRow.created_at), col(GreetingRow.id)
        )
        if ids is not None:
            query = query.where(col(GreetingRow.id).in_(ids))
        if owner_id is not None:
            query = query.where(GreetingRow.owner_id == owner_id)
        if contact_id is not None:
            query = query.where(GreetingRow.contact_id == contact_id)
        if contacts is not None:
            query = query.where(col(GreetingRow.contact_id).in_(contacts))
        if states is not None:
            query = query.where(col(GreetingRow.state).in_([state.value for state in states]))
        if day is not None:
            query = query.where(GreetingRow.day == day)
        if since is not None:
            query = query.where(col(GreetingRow.day) >= since)
        if due_before is not None:
            query = query.where(col(GreetingRow.due_at) <= due_before)
        if expired_before is not None:
            query = query.where(GreetingRow.expires_at <= expired_before)
        query = query.limit(limit).execution_options(populate_existing=True)
        rows = list(await self._session.exec(query))
        ciphers = await self._keys.contacts({row.contact_id for row in rows if row.sealed})
        occasions = await self._occasions({row.id for row in rows})
        return [
            greeting_rows.greeting(row, ciphers.get(row.contact_id), occasions.get(row.id, ()))
            for row in rows
        ]

    async def owners(
        self,
        states: Collection[State],
        *,
        due_before: datetime | None = None,
        expired_before: datetime | None = None,
        channels: Collection[Channel] | None = None,
        lease: timedelta | None = None,
    ) -> list[int]:
        """Whose greetings meet every condition given, `lease`: that theirs is over; nothing sealed is
        opened."""
        query = select(GreetingRow.owner_id).where(
            col(GreetingRow.state).in_([state.value for state in states])
        )
        if due_before is not None:
            query = query.where(col(GreetingRow.due_at) <= due_before)
        if expired_before is not None:
            query = query.where(GreetingRow.expires_at <= expired_before)
        if channels is not None:
            names = [channel.value for channel in channels]
            query = query.where(col(GreetingRow.channel).in_(names))
        if lease is not None:
            query = query.where(self._is_over(lease))
        return sorted(set(await self._session.exec(query.distinct())))

    async def queue(self, limit: int, *, first_alone: bool = False) -> list[int]:
        """The next greetings to be drafted: the first of every owner before the second of any (or the
        first alone), and among those of one turn the longest waiting. What comes back to be written
        anew, for somebody who is looking at its card, is a first one."""
        query = (
            select(GreetingRow.id)
            .where(text("state = 'planned'"))
            .order_by(col(GreetingRow.turn), col(GreetingRow.updated_at))
            .limit(limit)
        )
        if first_alone:
            query = query.where(GreetingRow.turn == 0)
        return list(await self._session.exec(query))

    async def claim(self, greeting_id: int) -> Greeting | None:
        """One greeting, for the unit that wants to move it; None while another unit has it. SQLite
        has one writer anyway."""
        if self._session.get_bind().dialect.name == "postgresql":
            query = select(GreetingRow.id).where(GreetingRow.id == greeting_id)
            locked = await self._session.exec(query.with_for_update(skip_locked=True))
            if locked.first() is None:
                return None
        return await self.get(greeting_id)

    async def renew(self, ids: Collection[int], state: State, until: datetime) -> None:
        """These are still in hand."""
        if not ids:
            return
        statement = update(GreetingRow).where(
            col(GreetingRow.id).in_(ids), col(GreetingRow.state) == state.value
        )
        await self._session.exec(statement.values(lease_until=until))

    async def left_behind(
        self, state: State, lease: timedelta, mine: Collection[int], owner_id: int
    ) -> list[Greeting]:
        """That owner's whose lease is over, but for what this process has in hand."""
        query = select(GreetingRow.id).where(
            GreetingRow.owner_id == owner_id,
            GreetingRow.state == state.value,
            self._is_over(lease),
        )
        ids = set(await self._session.exec(query)) - set(mine)
        return await self.find(ids=ids, states={state}) if ids else []

    def _is_over(self, lease: timedelta) -> ColumnElement[bool]:
        """One that lies further ahead than any does was written while a clock was wrong."""
        until = col(GreetingRow.lease_until)
        return or_(until <= self._now, until > self._now + lease)

    async def move(self, greeting: Greeting, to: State, **changes: Any) -> Greeting | None:
        """Move a greeting on, if it still is where the caller saw it; None when it is not.

        `changes`: due_at, expires_at, channel, attempt, text, hint, rests_on, media, lease_until;
        due_at and lease_until are empty afterwards unless named.
        Raises ValueError on a move that MOVES does not list.
        """
        if to not in MOVES[greeting.state]:
            raise ValueError(f"{greeting.state} -> {to}")
        lease_until = changes.pop("lease_until", None)
        moved = replace(
            greeting,
            state=to,
            revision=greeting.revision + 1,
            moved_at=self._now,
            **({"due_at": None} | changes),
        )
        secret = greeting_rows.secret(moved)
        cipher = await self._keys.contact(greeting.contact_id) if secret else None
        statement = (
            update(GreetingRow)
            .where(
                col(GreetingRow.id) == greeting.id,
                col(GreetingRow.revision) == greeting.revision,
                col(GreetingRow.state) == greeting.state.value,
            )
            .values(
                state=to.value,
                revision=moved.revision,
                updated_at=self._now,
                due_at=moved.due_at,
                lease_until=lease_until,
                sealed=cipher and cipher.seal(secret, f"greeting:{greeting.id}"),
                channel=moved.channel and moved.channel.value,
                attempt=moved.attempt,
                expires_at=moved.expires_at,
                turn=0,
            )
            .execution_options(synchronize_session=False)
        )
        result = cast("CursorResult[Any]", await self._session.exec(statement))
        if result.rowcount != 1:
            return None
        self.stirred = True
        return moved

    async def withdraw(self, greeting: Greeting) -> bool:
        """Take back a greeting that nobody approved, if it still is where the caller saw it, so that
        its day may be planned anew. Raises ValueError on one that was decided."""
        if greeting.state not in UNDECIDED:
            raise ValueError(f"{greeting.state} cannot be withdrawn")
        statement = delete(GreetingRow).where(
            col(GreetingRow.id) == greeting.id,
            col(GreetingRow.revision) == greeting.revision,
            col(GreetingRow.state) == greeting.state.value,
        )
        result = cast("CursorResult[Any]", await self._session.exec(statement))
        return result.rowcount == 1

    async def look_again(self, greeting: Greeting, at: datetime) -> None:
        """The clock has to look at its card then, if it still waits as the caller saw it."""
        await self._session.exec(
            update(GreetingRow)
            .where(
                col(GreetingRow.id) == greeting.id,
                col(GreetingRow.revision) == greeting.revision,
                col(GreetingRow.state).in_([state.value for state in WAITING]),
            )
            .values(due_at=at)
        )

    async def settle_due(self, ids: Collection[int]) -> None:
        """What was due of these is done; the state and the buttons stay as they are."""
        if not ids:
            return
        await self._session.exec(
            update(GreetingRow).where(col(GreetingRow.id).in_(ids)).values(due_at=None)
        )

    async def counts(self, owner_id: int, day: date) -> dict[State, int]:
        """How many greetings of that day stand in each state."""
        query = (
            select(GreetingRow.state, func.count())
            .where(GreetingRow.owner_id == owner_id, GreetingRow.day == day)
            .group_by(GreetingRow.state)
        )
        return {State(state): number for state, number in await self._session.exec(query)}

    async def sent_texts(self, contacts: Collection[int], limit: int = 10) -> dict[int, list[str]]:
        """What each of these people got before, the newest first."""
        states = {State.SENT, State.UNKNOWN, State.HANDED_OFF}
        texts: dict[int, list[str]] = {}
        for greeting in reversed(await self.find(contacts=contacts, states=states)):
            before = texts.setdefault(greeting.contact_id, [])
            if greeting.text and len(before) < limit:
                before.append(greeting.text)
        return texts

    async def approved_texts(self, owner_id: int, limit: int) -> list[Greeting]:
        """The newest greetings whose text the owner approved, the newest first."""
        query = (
            select(GreetingRow.id)
            .where(
                GreetingRow.owner_id == owner_id,
                col(GreetingRow.state).in_([state.value for state in APPROVED]),
            )
            .order_by(col(GreetingRow.day).desc(), col(GreetingRow.updated_at).desc())
            .limit(limit)
        )
        found = await self.find(ids=list(await self._session.exec(query)))
        newest_first = sorted(found, key=lambda one: (one.day, one.moved_at), reverse=True)
        return [one for one in newest_first if one.text]

    async def _occasions(self, ids: set[int]) -> dict[int, tuple[str, ...]]:
        query = (
            select(GreetingOccasionRow)
            .where(col(GreetingOccasionRow.greeting_id).in_(ids))
            .order_by(col(GreetingOccasionRow.occasion_key))
        )
        found: dict[int, tuple[str, ...]] = {}
        for row in await self._session.exec(query):
            found[row.greeting_id] = (*found.get(row.greeting_id, ()), row.occasion_key)
        return found
