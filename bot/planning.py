"""Whose evening has begun: their days are planned and the first card is opened, owner by owner."""

from collections.abc import Awaitable, Callable

from bot.calendar import Calendar
from bot.desk import Desk
from bot.domain.owners import Owner
from bot.one_by_one import OneByOne
from bot.post import Post
from bot.services import memories, plan
from bot.services.ahead import AT_ONCE, Ahead
from bot.views import memories as ask
from bot.views import progress
from bot.views.review import Review
from storage.unit import Unit, Work

PLANNED_AT_ONCE = 100
"""Owners whose days are planned before the other steps of the tick have their turn."""


class Planning:
    """Plans what is due, in each owner's turn; the longest waiting first."""

    def __init__(
        self, work: Work, calendar: Calendar, desk: Desk, ahead: Ahead, review: Review, post: Post
    ) -> None:
        self._work = work
        self._calendar = calendar
        self._desk = desk
        self._ahead = ahead
        self._review = review
        self._each = OneByOne(work, post)

    async def look(self, draft: Callable[[], Awaitable[None]]) -> bool:
        """What there is to ask an owner before a big day or after it, and their days; `draft` begins to
        draft what was planned. Answers whether there may be more owners."""
        async with self._work.read() as unit:
            left_out = self._each.left_out("plan", unit.now)
            owners = await unit.owners.due(unit.now, PLANNED_AT_ONCE, but=left_out)
        more = len(owners) == PLANNED_AT_ONCE
        self._desk.first_alone = True
        try:
            for owner_id in owners:
                await self._look_at(owner_id, draft)
        finally:  # the database may be away: who was planned is not to wait for who was not
            self._desk.first_alone = more
        return more

    async def _look_at(self, owner_id: int, draft: Callable[[], Awaitable[None]]) -> None:
        """One owner's days; what was drafted ahead for many of them comes in several transactions."""
        planned = looked_at = 0

        async def begin(unit: Unit, owner_id: int) -> None:
            nonlocal planned, looked_at
            owner = await unit.owners.claim(owner_id, unit.now)
            if owner is None:
                return
            await self._ask_for_memory(unit, owner)
            planned = await plan.plan_due(unit, owner, self._calendar)
            looked_at = await self._open(unit, owner, planned) if planned else 0

        async def go_on(unit: Unit, owner_id: int) -> None:
            nonlocal looked_at
            owner = await unit.owners.get(owner_id)
            if owner is not None:
                looked_at = await self._ahead.adopt(unit, owner)
                await progress.go_on(unit, owner)

        await self._each.each("plan", [owner_id], begin)
        while looked_at == AT_ONCE:
            looked_at = 0
            await self._each.each("plan", [owner_id], go_on)
        if planned:
            await draft()

    async def _ask_for_memory(self, unit: Unit, owner: Owner) -> None:
        """Before a big day and after it; planning then sees to it that this owner's turn comes again."""
        looking = await memories.look(unit, owner, self._calendar)
        speech = self._review.speech(owner)
        if looking.asking is not None:
            await unit.outbox.add(ask.question(owner, looking.asking, speech))
        elif looking.greeted:
            await unit.outbox.add(ask.day_after(owner, looking.greeted, speech))

    async def _open(self, unit: Unit, owner: Owner, planned: int) -> int:
        """The day's first card, at once where it was drafted ahead; answers what `adopt` does."""
        looked_at = await self._ahead.adopt(unit, owner)
        await self._review.begin(unit, owner)
        if planned > 1:
            await progress.begin(unit, owner, planned)
        await self._review.next(unit, owner)
        return looked_at
