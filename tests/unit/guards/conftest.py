from collections.abc import Callable

import pytest

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import OccasionRef, Person
from bot.domain.guards import Case

FRIENDS_DAY = OccasionRef("friends-day", "Día del Amigo")
CaseFactory = Callable[..., Case]


@pytest.fixture
def case() -> CaseFactory:
    """A text for Juana, a friend on vos who likes jasmine tea and moved to Córdoba."""

    def make(
        text: str,
        *,
        name: str = "Juana Pérez",
        nickname: str | None = None,
        form_of_address: str | None = None,
        notes: tuple[str, ...] = ("le gusta el té de jazmín", "se mudó a Córdoba"),
        relationship: Relationship = Relationship.FRIEND,
        register: Register = Register.VOS,
        language: str = "es-AR",
        occasion: OccasionRef = FRIENDS_DAY,
        siblings: tuple[str, ...] = (),
        previous: tuple[str, ...] = (),
    ) -> Case:
        person = Person(
            name=name,
            nickname=nickname,
            relationship=relationship,
            register=register,
            language=language,
            notes=tuple(Note(id=i, text=note) for i, note in enumerate(notes, start=1)),
            form_of_address=form_of_address,
        )
        return Case(text, person, (occasion,), siblings, previous)

    return make
