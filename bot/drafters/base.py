"""The seam between Abrazo and whatever writes."""

from typing import Protocol

from bot.domain.drafting import Drafted, DraftRequest
from bot.domain.guards.base import Case, Problem


class Drafter(Protocol):
    """Writes at least `request.alternatives` different texts for one greeting.

    Raises DraftingFailed when it can't; never returns an empty list.
    """

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        """Candidate texts, unguarded: the drafting service judges them."""
        ...


class Critic(Protocol):
    """A second look at a text, by its meaning; it labels and never changes anything."""

    async def judge(self, case: Case) -> tuple[Problem, ...] | None:
        """What is wrong with it; None when the text may not be shown to it. Raises DraftingFailed."""
        ...
