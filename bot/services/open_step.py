"""Which half-finished step the owner's next text may still answer."""

from typing import Any

from bot.domain.greetings import UNDECIDED, State
from storage.unit import Unit

MEMORY = "memory"
"""The step in which a card asks for something to write about; the card itself begins it."""


async def open_step(unit: Unit, owner_id: int) -> tuple[str, dict[str, Any]] | None:
    """The step and its data, if any. A step about a greeting is over when that greeting is decided or its
    day has passed; the question for a memory when it asks no more, for whatever reason."""
    current = await unit.conversations.current(owner_id)
    if current is None or "greeting_id" not in current[1]:
        return current
    greeting = await unit.greetings.get(current[1]["greeting_id"], owner_id)
    asks = {State.NEEDS_MEMORY} if current[0] == MEMORY else UNDECIDED
    return current if greeting is not None and greeting.state in asks else None
