"""How the house stands, for /status: told by the process that is asked where it does everything, else by
what the others wrote down."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.roles import Role
from storage.unit import Unit, Work

EVERY = 10.0
"""Seconds between two notes of a part's ticks at least."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`last_tick`: until when everything that was due is done. `model`: `none`, `ok` or `failing`."""

    last_tick: datetime | None
    model: str


class Ticking:
    """The last tick of this house."""

    def __init__(self, work: Work, role: Role, model: Callable[[], str]) -> None:
        """`model`: how this process finds the model."""
        self._work = work
        self._role = role
        self._model = model
        self._last: datetime | None = None
        self._noted = -EVERY

    async def ticked(self, at: datetime) -> None:
        """Everything that was due for this process is done."""
        self._last = at
        tells = self._role in {Role.WORKER, Role.SENDER}
        if tells and time.monotonic() - self._noted >= EVERY:
            async with self._work.begin() as unit:
                await unit.ticks.note(self._role.value, self._model())
            self._noted = time.monotonic()

    async def standing(self, unit: Unit) -> Standing:
        """With several processes, the tick of the part that is furthest behind: without it something
        that was due is not done."""
        if not self._role.shared:
            return Standing(self._last, self._model())
        parts = await unit.ticks.last()
        worker, sender = parts.get(Role.WORKER.value), parts.get(Role.SENDER.value)
        if worker is None or sender is None:
            return Standing(None, worker.model if worker else self._model())
        return Standing(min(worker.at, sender.at), worker.model)
