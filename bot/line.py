"""How the wire to Telegram is doing: every request of the bot passes here."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.request import HTTPXRequest

LONG = timedelta(minutes=10)
"""How long Telegram has to be away before anybody need hear of it."""


@dataclass(frozen=True, slots=True)
class Absence:
    """From when to when Telegram did not answer."""

    since: datetime
    until: datetime


class Line:
    """What the requests tell. Durations are measured by the monotonic clock: the wall clock may jump."""

    def __init__(
        self, now: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._monotonic = monotonic
        self._away: tuple[datetime, float] | None = None
        self._long: Absence | None = None
        self.refused = 0
        """How often Telegram said 429."""

    @property
    def is_up(self) -> bool:
        """Whether the newest request was answered."""
        return self._away is None

    def answered(self, status: int) -> None:
        """Telegram answered with this HTTP status."""
        if status >= 500:
            self.failed()
            return
        self.refused += status == 429
        if self._away is not None:
            since, started = self._away
            if self._monotonic() - started >= LONG.total_seconds():
                self._long = Absence(since, self._now())
            self._away = None

    def failed(self) -> None:
        """No answer came."""
        if self._away is None:
            self._away = (self._now(), self._monotonic())

    def came_back(self) -> Absence | None:
        """A long absence that is over and that nobody has asked about yet."""
        absence, self._long = self._long, None
        return absence


class WatchedRequest(HTTPXRequest):
    """PTB's request, and what became of it."""

    def __init__(self, line: Line, **settings: Any) -> None:
        super().__init__(**settings)
        self._line = line

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        """One request; the line hears how it went."""
        try:
            status, body = await super().do_request(*arguments, **named)
        except Exception:
            self._line.failed()
            raise
        self._line.answered(status)
        return status, body
