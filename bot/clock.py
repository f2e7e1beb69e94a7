"""The one source of time: whatever asks what time it is asks here, so that a demo, a rehearsal or a
test can move it."""

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """The system's wall clock, plus an offset that can be moved while the program runs.

    The wall clock is read anew at each call, so a system clock that jumps is followed at once.
    """

    def __init__(self) -> None:
        self._offset = timedelta()

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def move_to(self, instant: datetime) -> None:
        """Make `now()` continue from that instant."""
        self._offset = instant - datetime.now(UTC)


class FileClock(Clock):
    """A clock whose offset is the number of seconds written in a file, read at each call.

    It lets another process move the time of a running bot; a missing or half-written file leaves
    the last offset in force.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def now(self) -> datetime:
        """The current instant with the file's offset."""
        with contextlib.suppress(OSError, ValueError):
            self._offset = timedelta(seconds=float(self._path.read_text()))
        return super().now()
