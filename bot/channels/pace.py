"""Telegram's limits of messages a second, kept without ever touching them.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PER_SECOND = 30
"""Messages that Telegram takes from a bot in any second."""

SECOND = 1.002
"""What Telegram answered it had counted by then: a second after the answer it counts no longer."""

SLOW = 1.2
"""Where the answer takes long, it counts for so long after the request left: Telegram takes a message
sooner than it answers."""

APART = 1 / 35
"""Seconds between two messages at least: thirty at once would be allowed, but rough."""


AT_ONCE = 3
"""Messages that one chat takes at once; after them one a second."""

_MOST_CHATS = 10_000
"""Chats of which it is remembered when they were written to."""


@dataclass(slots=True)
class _Place:
    free_at: float


class Pace:
    """Thirty places; each is taken from the request until a second after its answer, so that
    Telegram never counts more than thirty in a second, however late a request is on its way."""

    def __init__(self) -> None:
        self._places: list[_Place] = []
        self._not_before = 0.0
        self._latest = 0.0
        self._queue = asyncio.Lock()

    async def ready(self) -> None:
        """Wait for the next free place, behind whoever waits already."""
        async with self._queue:
            while (wait := self._opens() - _now()) > 0:  # noqa: ASYNC110 - it waits for time to pass
                await asyncio.sleep(wait)
            self._latest = _now()

    @contextmanager
    def place(self) -> Iterator[None]:
        """Around a request that was waited for."""
        place = self.take()
        try:
            yield
        finally:
            place.free_at = min(place.free_at, _now() + SECOND)

    def take(self) -> _Place:
        """A message that did not wait takes a place all the same, and others make room for it."""
        place = _Place(_now() + SLOW)
        self._places.append(place)
        return place

    def pause(self, seconds: float) -> None:
        """Let nothing leave for so long."""
        self._not_before = max(self._not_before, _now() + seconds)

    def _opens(self) -> float:
        now = _now()
        self._places = [place for place in self._places if place.free_at > now]
        opens = max(self._not_before, self._latest + APART)
        if len(self._places) < PER_SECOND:
            return opens
        freed = sorted(place.free_at for place in self._places)
        return max(opens, freed[len(freed) - PER_SECOND])


class ChatPace:
    """One message a second in each chat, after a burst of AT_ONCE.

    A chat's count is the instant at which it will have had time for all that it got.
    """

    def __init__(self) -> None:
        self._even_at: dict[int, float] = {}

    def wait(self, chat_id: int) -> float:
        """Seconds until the chat may get the next one."""
        return max(0.0, self._even_at.get(chat_id, 0.0) - _now() - (AT_ONCE - 1) * SECOND)

    @contextmanager
    def message(self, chat_id: int) -> Iterator[None]:
        """Around a request. Telegram may count it as late as it answers."""
        left = _now()
        even_at = max(self._even_at.get(chat_id, 0.0), left) + SECOND
        self._even_at[chat_id] = even_at
        try:
            yield
        finally:
            # Meanwhile another message may have moved it on, or made room by forgetting it.
            self._even_at[chat_id] = self._even_at.get(chat_id, even_at) + _now() - left
            if len(self._even_at) > _MOST_CHATS:
                self._even_at = {chat: at for chat, at in self._even_at.items() if at > _now()}


def _now() -> float:
    return asyncio.get_running_loop().time()
