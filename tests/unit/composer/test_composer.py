"""What the owner sees of drafts written without a model."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest, OccasionRef, Person
from bot.drafters.base import Drafter
from bot.drafters.composer import Composer

FRIENDS_DAY = OccasionRef("friends-day", "Día del Amigo")
BIRTHDAY = OccasionRef("birthday", "Cumpleaños")


JUANA = Person("Juana Pérez", "Juani", Relationship.FRIEND, Register.VOS, "es-AR", ())


def person(*notes: str | Note, **changes: Any) -> Person:
    known = tuple(n if isinstance(n, Note) else Note(i, n) for i, n in enumerate(notes, 1))
    return replace(JUANA, notes=known, **changes)


async def drafts(who: Person, **changes: Any) -> list[Drafted]:
    drafter: Drafter = Composer()
    return await drafter.draft(replace(DraftRequest(who, (FRIENDS_DAY,)), **changes))


async def test_it_offers_two_texts_that_rest_on_different_notes() -> None:
    one, two = await drafts(person("le gusta el té de jazmín", "hincha de Ferro"))
    assert {one.note_ids, two.note_ids} == {(1,), (2,)}
    assert one.drafter == "composer"
    assert one.version.startswith("composer:")


async def test_every_text_names_the_person_and_the_occasion() -> None:
    for draft in await drafts(person("toca el bandoneón"), alternatives=3):
        assert "Juani" in draft.text
        assert "feliz día" in draft.text.lower()


async def test_the_same_request_gives_the_same_texts() -> None:
    who = person("toca el bandoneón", "hincha de Ferro")
    assert await drafts(who, seed=7) == await drafts(who, seed=7)


@pytest.mark.parametrize("notes", [(), ("terminó la quimio en agosto",), ("asdf qwer",)])
async def test_without_a_usable_note_it_says_so(notes: tuple[str, ...]) -> None:
    with pytest.raises(DraftingFailed) as failure:
        await drafts(person(*notes))
    assert failure.value.reason == "no_memory"


async def test_occasions_that_coincide_are_both_wished() -> None:
    for draft in await drafts(person("hincha de Ferro"), occasions=(BIRTHDAY, FRIENDS_DAY)):
        assert "feliz cumple y feliz día del amigo" in draft.text.lower()
