"""What an owner may have models use in a day."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.owners import Owner
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Budget:
    """`tokens` of a day of the owner's own, asked and answered together; None sets no bound.

    What is on its way when the last token goes is let finish: the bound may be passed by the calls
    made at once, never by another one.
    """

    tokens: int | None = None

    async def is_left(self, unit: Unit, owner: Owner) -> bool:
        """Whether a model may still be asked for this owner today."""
        return self.tokens is None or await self.used(unit, owner) < self.tokens

    async def used(self, unit: Unit, owner: Owner) -> int:
        """Today's tokens so far."""
        return await unit.spending.of(owner.id, _today(unit, owner))

    async def spend(self, unit: Unit, owner: Owner, tokens: int) -> None:
        """Write down what a model has used for this owner."""
        if tokens:
            await unit.spending.add(owner.id, _today(unit, owner), tokens)

    async def ran_out(self, unit: Unit, owner: Owner) -> bool:
        """Whether the owner is to hear that today's are used up; true once a day."""
        if await self.is_left(unit, owner):
            return False
        return await unit.spending.tell(owner.id, _today(unit, owner))


def _today(unit: Unit, owner: Owner) -> date:
    return unit.now.astimezone(ZoneInfo(owner.timezone)).date()
