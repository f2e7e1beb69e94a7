"""The desk: greetings are drafted, as many at once as there are places, each owner in turn; what is not
planned yet where nothing else waits."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.domain.greetings import Greeting, State
from bot.one_by_one import OneByOne
from bot.post import Post
from bot.services.ahead import Ahead
from bot.services.draft import LEASE, Drafting
from bot.services.spending import Budget
from bot.views import notices, progress
from bot.views.review import Review
from storage.ahead import Place
from storage.engine import AWAY
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

T = TypeVar("T", int, Place)


class Desk:
    """Where greetings are drafted. Several desks may stand on one database."""

    def __init__(
        self,
        work: Work,
        drafting: Drafting,
        ahead: Ahead,
        review: Review,
        post: Post,
        budget: Budget,
        *,
        concurrency: int,
    ) -> None:
        """`concurrency`: calls of the model at once."""
        self._work = work
        self._drafting = drafting
        self._ahead = ahead
        self._review = review
        self._post = post
        self._budget = budget
        self._places = 2 * concurrency
        """As many again are read and written down meanwhile, so that the model never idles."""
        self._ahead_places = max(1, concurrency // 2)
        """So that who asks for a draft meanwhile finds the model free."""
        self._drafts: set[int] = set()
        self._drafts_ahead: set[Place] = set()
        self._set_aside: set[int | Place] = set()
        """What came to nothing since the last tick: it waits for the next."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self._wake: Callable[[], None] = lambda: None
        self._renewed = 0.0
        self.first_alone = False
        """While owners wait to be planned nobody's second draft is begun: it would take the processor
        from somebody's first."""
        self._each = OneByOne(work, post)

    async def warm_up(self) -> None:
        """Get ready in the background."""
        await self._drafting.warm_up()

    async def draft(self, wake: Callable[[], None]) -> None:
        """Begin to draft what waits for it; `wake` is called when something has to be looked at
        again."""
        self._wake = wake
        self._set_aside.clear()
        await self._take()

    async def _take(self) -> None:
        """Give every free place the next greeting in turn."""
        async with self._taking:
            if len(self._drafts) >= self._places:
                return
            begun = {*self._drafts, *self._drafts_ahead, *self._set_aside}
            async with self._work.read() as unit:
                queue = await unit.greetings.queue(
                    self._places + len(begun), first_alone=self.first_alone
                )
                waiting = [one for one in queue if one not in begun]
                ahead = []
                if not waiting and not self.first_alone:
                    ahead = await unit.ahead.queue(self._ahead_places + len(begun))
            for greeting_id in waiting[: self._places - len(self._drafts)]:
                self._begin(greeting_id, self._drafts, self._draft_one(greeting_id))
            idle = max(0, self._ahead_places - len(self._drafts_ahead))
            for place in [one for one in ahead if one not in begun][:idle]:
                self._begin(place, self._drafts_ahead, self._ahead.write(place))

    def _begin(self, what: T, in_hand: set[T], drafting: Coroutine[Any, Any, None]) -> None:
        in_hand.add(what)
        task = asyncio.create_task(self._work_on(what, in_hand, drafting))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_on(self, what: T, in_hand: set[T], drafting: Coroutine[Any, Any, None]) -> None:
        """Draft, and then take up what is next."""
        try:
            await drafting
        except Exception as error:  # noqa: BLE001 - one draft must not cost the others
            self._set_aside.add(what)
            log.error("a draft failed: %s", type(error).__name__)
        finally:
            in_hand.discard(what)
        try:
            await self._take()
        except AWAY as error:  # the next tick takes it up
            log.warning("the database does not answer: %s", type(error).__name__)

    async def _draft_one(self, greeting_id: int) -> None:
        """Draft one greeting; the owner sees how far it is, and the first card."""
        drafted = await self._drafting.write(greeting_id, self._show)
        if drafted is None:  # another process has it, or a wish came and it is planned anew
            self._set_aside.add(greeting_id)
            self._wake()
        else:
            await self._post.flush(drafted.letters)

    async def _show(self, unit: Unit, greeting: Greeting) -> None:
        owner = await unit.owners.get(greeting.owner_id)
        if owner is not None:
            await self._review.written(unit, owner, greeting)
            await progress.go_on(unit, owner)
            if await self._budget.ran_out(unit, owner):
                await notices.share_ran_out(unit, owner, self._review.speech(owner))

    async def keep_leases(self) -> None:
        """What is being drafted here stays ours; what a process that is gone had in hand is planned
        again."""
        now = asyncio.get_running_loop().time()
        if now < self._renewed + LEASE.total_seconds() / 4:
            return
        async with self._work.begin() as unit:
            await unit.greetings.renew(list(self._drafts), State.DRAFTING, unit.now + LEASE)
            owners = await unit.greetings.owners({State.DRAFTING}, lease=LEASE)
        await self._each.each("keep_leases", owners, self._plan_again)
        self._renewed = now

    async def _plan_again(self, unit: Unit, owner_id: int) -> None:
        mine = list(self._drafts)
        for greeting in await unit.greetings.left_behind(State.DRAFTING, LEASE, mine, owner_id):
            await unit.greetings.move(greeting, State.PLANNED)

    async def close(self) -> None:
        """Stop; what is in hand is planned again by whoever comes next."""
        self._places = self._ahead_places = 0
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
