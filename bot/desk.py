"""The desk: planned greetings are drafted, as many at once as there are places, each owner in turn."""

import asyncio
import logging
from collections.abc import Callable
from itertools import chain

from bot.day import by_owner, in_turn
from bot.domain.greetings import Greeting, State
from bot.post import Post
from bot.services.draft import LEASE, Drafting
from bot.services.spending import Budget
from bot.views import notices, progress
from bot.views.order import closest_first
from bot.views.review import Review
from storage.unit import Unit, Work

log = logging.getLogger(__name__)


class Desk:
    """Where greetings are drafted. Several desks may stand on one database."""

    def __init__(
        self,
        work: Work,
        drafting: Drafting,
        review: Review,
        post: Post,
        budget: Budget,
        *,
        concurrency: int,
    ) -> None:
        """`concurrency`: calls of the model at once."""
        self._work = work
        self._drafting = drafting
        self._review = review
        self._post = post
        self._budget = budget
        self._places = asyncio.Semaphore(2 * concurrency)
        """As many again are read and written down meanwhile, so that the model never idles."""
        self._drafts: dict[int, asyncio.Task[None]] = {}
        self._renewed = 0.0

    async def warm_up(self) -> None:
        """Get ready in the background."""
        await self._drafting.warm_up()

    async def draft(self, wake: Callable[[], None]) -> None:
        """Begin to draft what is planned; `wake` is called when something has to be looked at again."""
        async with self._work.read() as unit:
            planned = await unit.greetings.find(states={State.PLANNED}, limit=1000)
            fresh = [one for one in planned if one.id not in self._drafts]
            ordered = [await closest_first(unit, *mine) for mine in by_owner(fresh).items()]
        for greeting in in_turn(list(chain.from_iterable(ordered))):
            self._drafts[greeting.id] = asyncio.create_task(self._draft_one(greeting.id, wake))

    async def _draft_one(self, greeting_id: int, wake: Callable[[], None]) -> None:
        """Draft one greeting; the owner sees how far it is, and the first card."""
        again = False
        try:
            async with self._places:
                drafted = await self._drafting.write(greeting_id, self._show)
            # None: a wish came meanwhile, and it is planned anew
            again = drafted is None or drafted.greeting.state is State.PLANNED
            if drafted is not None:
                await self._post.flush(drafted.letters)
        except Exception as error:  # noqa: BLE001 - one draft must not cost the others
            log.error("a draft failed: %s", type(error).__name__)
        finally:
            self._drafts.pop(greeting_id, None)
            if again:
                wake()

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
            left = await unit.greetings.left_behind(State.DRAFTING, LEASE, list(self._drafts))
            for greeting in left:
                await unit.greetings.move(greeting, State.PLANNED)
        self._renewed = now

    async def close(self) -> None:
        """Stop; what is in hand is planned again by whoever comes next."""
        tasks = list(self._drafts.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
