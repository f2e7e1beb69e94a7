"""Each owner in a transaction of their own: what fails for one is nobody else's trouble."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta

from bot.post import Post
from storage.engine import AWAY
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

AGAIN = timedelta(minutes=10)
"""How long an owner for whom a step failed is left out of it."""


class OneByOne:
    """Does a step for one owner after the other. Who failed lately is passed over: they would be first
    again, and hold up everybody at every tick."""

    def __init__(self, work: Work, post: Post) -> None:
        self._work = work
        self._post = post
        self._failed: dict[tuple[str, int], datetime] = {}

    def left_out(self, step: str, now: datetime) -> set[int]:
        """The owners for whom this step failed lately."""
        self._failed = {at: when for at, when in self._failed.items() if abs(now - when) < AGAIN}
        return {owner_id for name, owner_id in self._failed if name == step}

    async def each(
        self, step: str, owners: Iterable[int], act: Callable[[Unit, int], Awaitable[None]]
    ) -> None:
        """Do it for each, and send what it said. Raises what the database raises that is away: that
        concerns them all."""
        async with self._work.read() as unit:
            now = unit.now
        left_out = self.left_out(step, now)
        for owner_id in owners:
            if owner_id in left_out:
                continue
            try:
                async with self._work.begin() as unit:
                    await act(unit, owner_id)
                await self._post.flush(unit.outbox.letters)
            except AWAY:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, the others are not to wait for it
                self._failed[step, owner_id] = now
                log.error("%s failed for owner %d: %s", step, owner_id, type(error).__name__)
