"""What was, once a greeting's life is over."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.greetings import Channel, State


@dataclass(frozen=True, slots=True)
class Past:
    """One greeting as an export tells of it. `at`: when it left."""

    day: date
    state: State
    occasions: tuple[str, ...] = ()
    text: str | None = None
    channel: Channel | None = None
    at: datetime | None = None
