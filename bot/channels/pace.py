"""Telegram's limits of messages a second, kept without ever touching them.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import asyncio
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PER_SECOND = 30
"""Messages that Telegram takes from a bot in any second."""

SECOND = 1.002
"""What Telegram answered it had counted by then: a second after the answer it counts no longer."""

SLOW = 1.2
"""So long after it left a message counts no longer if it was answered by then: Telegram takes a message
sooner than it answers. What is not answered by then may be on its way still, and counts."""

APART = 1 / 35
"""Seconds between two messages at least: thirty at once would be allowed, but rough."""


AT_ONCE = 3
"""Messages that one chat takes at once; after them one a second."""

_LOOK = 0.1
"""Seconds between two looks whether an answer has come, where all places wait for one."""

_MOST_CHATS = 10_000
"""Chats of which it is remembered when they were written to."""


@dataclass(slots=True)
class _Place:
    free_at: float = math.inf


class Pace:
    """Thirty places; each is taken from the request until a second after its answer, or until SLOW. What
    Telegram takes within a fifth of a second is never counted more than thirty times in a second; when it
    stands still nothing more leaves, which would all arrive at once."""

    def __init__(self) -> None:
        self._places: list[_Place] = []
        self._not_before = 0.0
        self._latest = 0.0
        self._queue = asyncio.Lock()

    async def ready(self) -> None:
        """Wait for the next free place, behind whoever waits already."""
        async with self._queue:
            while (wait := self._opens() - _now()) > 0:  # noqa: ASYNC110 - it waits for time to pass
                await asyncio.sleep(min(wait, _LOOK) if math.isinf(wait) else wait)
            self._latest = _now()

    @contextmanager
    def place(self) -> Iterator[None]:
        """Around a request. One that did not wait takes a place all the same, and others make room for
        it."""
        place, left = _Place(), _now()
        self._places.append(place)
        try:
            yield
        finally:
            answered = _now()
            counts_no_longer = left + SLOW if answered < left + SLOW else math.inf
            place.free_at = min(counts_no_longer, answered + SECOND)

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
