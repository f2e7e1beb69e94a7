"""Something dies every few seconds."""

import asyncio
import logging
import random
from collections import Counter

from tests.shared.cluster import Cluster
from tests.shared.company import ROLES, Company
from tests.shared.crowd import Crowd

log = logging.getLogger(__name__)

LOSSES = {
    "a web killed": ("web",),
    "a worker killed": ("worker",),
    "a sender killed": ("sender",),
    "a sender and a web killed": ("sender", "web"),
    "all six killed": ROLES,
}

HURRY = 30.0
"""Seconds that the program's clock goes ahead at each blow, so that what the dead have left in hand
is free again before long."""


RELIEF = 20.0
"""Seconds after which a blow comes even if nothing was done since the last one."""


class Chaos:
    """Deals each blow once, in any order, then all over again."""

    def __init__(
        self,
        house: Company,
        crowd: Crowd,
        cluster: Cluster,
        chance: random.Random,
        every: float,
    ) -> None:
        """`every`: seconds from when all of them run until the next blow, on average."""
        self._house, self._crowd, self._cluster = house, crowd, cluster
        self._chance, self._every = chance, every
        self.dealt: Counter[str] = Counter()
        self.once_each = asyncio.Event()

    @property
    def kills(self) -> int:
        """Processes that were killed."""
        return sum(len(LOSSES.get(blow, ())) * times for blow, times in self.dealt.items())

    async def reign(self) -> None:
        """Go on until cancelled. On a slow machine each blow waits until all have got up again and done
        something, or nothing would ever be done."""
        blows = [*LOSSES, "every connection cut", "PostgreSQL restarted"]
        while True:
            for blow in self._chance.sample(blows, len(blows)):
                await self._house.complete()
                await self._crowd.further(within=RELIEF)
                await asyncio.sleep(self._every * self._chance.uniform(0.5, 1.5))
                await self._deal(blow)
                self.dealt[blow] += 1
                self._house.later(HURRY)
            self.once_each.set()

    async def _deal(self, blow: str) -> None:
        match blow:
            case "every connection cut":
                await self._cluster.cut()
            case "PostgreSQL restarted":
                await self._cluster.restart()
            case _:
                await self._house.lose(*LOSSES[blow])
