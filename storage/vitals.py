"""How the whole house stands, in numbers alone: nothing of anybody's is read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.greetings import Channel, State
from storage.tables import GreetingRow, OutboxRow, UpdateRow


@dataclass(frozen=True, slots=True)
class Vitals:
    """`oldest_due`: since when a greeting that leaves by itself has been due."""

    greetings: dict[State, int]
    oldest_due: datetime | None
    messages_waiting: int
    updates_waiting: int


async def look(session: AsyncSession, now: datetime) -> Vitals:
    """The numbers of this instant; each comes from an index."""
    by_state = select(GreetingRow.state, func.count()).group_by(GreetingRow.state)
    found = {State(state): number for state, number in await session.exec(by_state)}
    oldest = select(func.min(GreetingRow.due_at)).where(
        GreetingRow.state == State.APPROVED,
        col(GreetingRow.due_at) <= now,
        GreetingRow.expires_at > now,
        col(GreetingRow.channel).in_([one.value for one in Channel if one.by_itself]),
    )
    waiting = select(func.count()).select_from(OutboxRow)
    open_ = select(func.count()).select_from(UpdateRow).where(col(UpdateRow.done_at).is_(None))
    return Vitals(
        greetings={state: found.get(state, 0) for state in State},
        oldest_due=(await session.exec(oldest)).one(),
        messages_waiting=(await session.exec(waiting)).one(),
        updates_waiting=(await session.exec(open_)).one(),
    )
