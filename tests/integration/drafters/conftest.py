"""A model on loopback, a drafter that never really waits, and people to write to."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import DraftRequest, OccasionRef, Person
from bot.drafters.openai import OpenAIDrafter
from tests.fakes.model import FakeModel

FRIENDS_DAY = OccasionRef("friends-day", "Día del Amigo")


@dataclass
class Pauses:
    """Records the waits instead of waiting."""

    asked: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
async def drafter_for(pauses: Pauses) -> AsyncIterator[Callable[..., OpenAIDrafter]]:
    made: list[OpenAIDrafter] = []

    def make(url: str, **options: Any) -> OpenAIDrafter:
        settings: dict[str, Any] = {"model": "fake", "timeout": 5, "sleep": pauses} | options
        made.append(OpenAIDrafter("sk-very-secret", url, **settings))
        return made[-1]

    yield make
    for drafter in made:
        await drafter.aclose()


@pytest.fixture
def drafter(model: FakeModel, drafter_for: Callable[..., OpenAIDrafter]) -> OpenAIDrafter:
    return drafter_for(model.url)


def person(*notes: str | Note, **changes: Any) -> Person:
    """Juana Pérez, a friend with jasmine tea, unless told otherwise."""
    given = notes or ("le gusta el té de jazmín",)
    kept = tuple(
        note if isinstance(note, Note) else Note(10 + position, note)
        for position, note in enumerate(given)
    )
    facts: dict[str, Any] = {
        "name": "Juana Pérez",
        "nickname": "Juani",
        "relationship": Relationship.FRIEND,
        "register": Register.VOS,
        "language": "es-AR",
        "notes": kept,
    }
    return Person(**(facts | changes))


def request_for(who: Person | None = None, **changes: Any) -> DraftRequest:
    return DraftRequest(who or person(), (FRIENDS_DAY,), **changes)


def two(*texts: str) -> dict[str, Any]:
    """An answer with those texts, each resting on note 1."""
    return {"alternatives": [{"text": text, "notes": [1]} for text in texts]}
