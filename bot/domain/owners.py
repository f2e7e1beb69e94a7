"""Who uses the bot, and their hours."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose contacts these are. `id` is the Telegram user id; hours are local."""

    id: int
    name: str
    language: str
    country: str
    timezone: str
    prepare_at: time
    send_at: time
    next_plan_at: datetime
    wakes_at: time = time(8)
    sleeps_at: time = time(22, 30)

    def evolve(self, **changes: Any) -> Self:
        """A copy with changes."""
        return replace(self, **changes)
