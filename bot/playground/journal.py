"""Everything that happens, numbered, so that tests can wait and a page can follow and resume."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `kind` is one of the names in docs/playground.md; `data` is JSON-ready."""

    id: int
    kind: str
    at: datetime
    data: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The entry as the control API shows it."""
        return {"id": self.id, "kind": self.kind, "at": self.at.isoformat(), "data": self.data}


class Journal:
    """An append-only list of changes that wakes whoever waits for the next one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.closed = False
        self._waiting: set[asyncio.Future[None]] = set()

    @property
    def last(self) -> int:
        """The number of the newest entry; 0 while there is none."""
        return len(self.entries)

    def append(self, kind: str, at: datetime, data: dict[str, Any]) -> int:
        """Write one change down and return its number."""
        self.entries.append(Entry(self.last + 1, kind, at, data))
        self._wake()
        return self.last

    async def grown(self, beyond: int) -> None:
        """Return as soon as there is an entry after number `beyond`, or the journal is closed."""
        while self.last <= beyond and not self.closed:
            waiter = asyncio.get_running_loop().create_future()
            self._waiting.add(waiter)
            try:
                await waiter
            finally:
                self._waiting.discard(waiter)

    async def follow(self, after: int) -> AsyncIterator[Entry]:
        """Every entry after number `after`, past and future, until the journal is closed."""
        while not self.closed:
            for entry in self.entries[after:]:
                yield entry
                after = entry.id
            await self.grown(after)

    def close(self) -> None:
        """Let everybody who waits go: the playground is ending."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        for waiter in self._waiting:
            if not waiter.done():
                waiter.set_result(None)
