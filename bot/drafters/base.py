"""The seam between Abrazo and whatever writes."""

from typing import Protocol

from bot.domain.drafting import Drafted, DraftRequest


class Drafter(Protocol):
    """Writes at least `request.alternatives` different texts for one greeting.

    Raises DraftingFailed when it can't; never returns an empty list.
    """

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        """Candidate texts, unguarded: the drafting service judges them."""
        ...
