"""What an owner may have models use in a day."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.owners import Owner
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Budget:
    """`tokens` of a day of the owner's own, asked and answered together, and `drafts`: greetings that a
    model writes. None sets no bound.

    What is on its way when the last token goes is let finish: that bound may be passed by the calls
    made at once, never by another one. A draft is counted before the model is asked, so the bound of
    drafts is exact.
    """

    tokens: int | None = None
    drafts: int | None = None

    async def is_left(self, unit: Unit, owner: Owner) -> bool:
        """Whether a model may still be asked for this owner today, whatever for."""
        return self.tokens is None or await self.used(unit, owner) < self.tokens

    async def used(self, unit: Unit, owner: Owner) -> int:
        """Today's tokens so far."""
        return await unit.spending.of(owner.id, _today(unit, owner))

    async def spend(self, unit: Unit, owner: Owner, tokens: int) -> None:
        """Write down what a model has used for this owner."""
        if tokens:
            await unit.spending.add(owner.id, _today(unit, owner), tokens=tokens)

    async def take_draft(self, unit: Unit, owner: Owner) -> bool:
        """Count one greeting that a model is about to draft; False if today has no more of them."""
        if not await self.is_left(unit, owner):
            return False
        if self.drafts is None:
            return True
        return await unit.spending.take_draft(owner.id, _today(unit, owner), self.drafts)

    async def take_ahead(self, unit: Unit, owner: Owner) -> bool:
        """The same for one that is drafted ahead of its hour, which may use half of today's: the rest
        is for what the owner asks for, and for what becomes stale."""
        if self.tokens is not None and await self.used(unit, owner) >= self.tokens // 2:
            return False
        if self.drafts is None:
            return True
        return await unit.spending.take_draft(owner.id, _today(unit, owner), self.drafts // 2)

    async def give_back_draft(self, unit: Unit, owner: Owner) -> None:
        """The model was away: what it did not draft does not count."""
        if self.drafts is not None and await self.drafted(unit, owner):
            await unit.spending.add(owner.id, _today(unit, owner), drafts=-1)

    async def drafted(self, unit: Unit, owner: Owner) -> int:
        """Today's drafts so far."""
        return await unit.spending.drafts(owner.id, _today(unit, owner))

    async def ran_out(self, unit: Unit, owner: Owner) -> bool:
        """Whether the owner is to hear that today's share is used up; true once a day."""
        drafts_left = self.drafts is None or await self.drafted(unit, owner) < self.drafts
        if drafts_left and await self.is_left(unit, owner):
            return False
        return await unit.spending.tell(owner.id, _today(unit, owner))


def _today(unit: Unit, owner: Owner) -> date:
    return unit.now.astimezone(ZoneInfo(owner.timezone)).date()
