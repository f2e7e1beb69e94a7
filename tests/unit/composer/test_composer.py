"""What the owner sees of drafts written without a model."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


async def test_nobody_is_congratulated_on_a_feast() -> None:
    ann = person("loves jasmine tea", language="en-US", register=Register.YOU)
    thanksgiving = OccasionRef("thanksgiving", "Thanksgiving")
    for draft in await drafts(ann, occasions=(thanksgiving,)):
        assert "happy thanksgiving" in draft.text.lower()


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


async def test_a_client_is_addressed_with_distance() -> None:
    client = person(
        "tiene un vivero en Escobar",
        nickname=None,
        form_of_address="Sra. Rossi",
        relationship=Relationship.CLIENT,
        register=Register.USTED,
    )
    for draft in await drafts(client, occasions=(BIRTHDAY,), alternatives=4):
        assert "Sra. Rossi" in draft.text
        assert "muy feliz cumpleaños" in draft.text.lower()
        assert not {"vos", "te", "tu", "abrazo"} & set(draft.text.lower().split())


async def test_a_client_is_never_reminded_of_what_they_bought() -> None:
    client = person("compró una moto", relationship=Relationship.CLIENT, register=Register.USTED)
    with pytest.raises(DraftingFailed):
        await drafts(client)


async def test_a_note_that_is_not_private_is_preferred() -> None:
    who = person(Note(1, "toca el bandoneón", private=True), Note(2, "hincha de Ferro"))
    for seed in range(5):
        assert (await drafts(who, seed=seed))[0].note_ids[0] == 2


async def test_a_private_note_serves_when_there_is_no_other() -> None:
    who = person(Note(1, "toca el bandoneón", private=True))
    assert (await drafts(who))[0].note_ids == (1,)


async def test_what_was_offered_does_not_come_back() -> None:
    who = person("toca el bandoneón", "hincha de Ferro")
    offered: tuple[str, ...] = ()
    for _ in range(4):
        texts = tuple(draft.text for draft in await drafts(who, avoid=offered))
        assert not set(texts) & set(offered)
        offered += texts


async def test_a_frame_used_for_somebody_else_is_left_alone() -> None:
    who = person("hincha de Ferro")
    first = (await drafts(who))[0].version
    again = await drafts(who, used_frames=frozenset({first}))
    assert first not in {draft.version for draft in again}


async def test_asked_for_something_shorter_it_writes_less() -> None:
    who = person("hincha de Ferro", "se mudó a Córdoba")
    longest = max([len((await drafts(who, seed=s))[0].text) for s in range(8)])
    for seed in range(8):
        assert len((await drafts(who, seed=seed, hint="Más corto"))[0].text) < 0.75 * longest


@pytest.mark.parametrize(
    ("language", "register", "note", "wish"),
    [
        ("en", Register.YOU, "plays the cello", "happy birthday"),
        ("it", Register.TU, "suona il violoncello", "buon compleanno"),
        ("it", Register.LEI, "ha un gatto di nome Micio", "buon compleanno"),
        ("pt-BR", Register.VOCE, "toca violão", "feliz aniversário"),
        ("es-MX", Register.TU_ES, "le gusta el café", "feliz cumple"),
    ],
)
async def test_it_speaks_the_language_of_the_reader(
    language: str, register: Register, note: str, wish: str
) -> None:
    who = person(note, language=language, register=register)
    for draft in await drafts(who, occasions=(BIRTHDAY,)):
        assert wish in draft.text.lower()


async def test_a_group_is_not_spoken_to_as_one_person() -> None:
    group = person("fuimos juntos a Bariloche", "hincha de Ferro", name="Los Jueves", is_group=True)
    for draft in await drafts(replace(group, nickname=None)):
        assert "Los Jueves" in draft.text
        assert draft.note_ids[0] == 1


async def test_an_unknown_occasion_is_wished_by_its_name() -> None:
    day = OccasionRef("radio-day", "Día de la Radio")
    assert (
        "feliz día de la radio"
        in (await drafts(person("toca el piano"), occasions=(day,)))[0].text.lower()
    )


async def test_another_try_begins_with_another_memory() -> None:
    who = person("toca el bandoneón", "hincha de Ferro", "se mudó a Córdoba")
    offered = await drafts(who)
    told = {draft.note_ids[0] for draft in offered}
    again = await drafts(who, avoid=tuple(d.text for d in offered), hint="otro recuerdo")
    assert again[0].note_ids[0] not in told


@pytest.mark.parametrize("relationship", [Relationship.FRIEND, Relationship.ACQUAINTANCE])
@pytest.mark.parametrize("note", ["hincha de Ferro", "mamá de Delfi", "hace trekking"])
async def test_one_note_is_enough_for_all_the_alternatives_asked_for(
    note: str, relationship: Relationship
) -> None:
    texts = [d.text for d in await drafts(person(note, relationship=relationship), alternatives=6)]
    assert len(set(texts)) == 6


@given(st.text(max_size=80), st.sampled_from(["es", "en", "it", "pt", "fr"]))
@settings(max_examples=150, deadline=None)
def test_whatever_a_note_says_it_writes_or_says_it_cannot(note: str, language: str) -> None:
    with suppress(DraftingFailed):
        for draft in asyncio.run(drafts(person(note, language=language))):
            assert "{" not in draft.text or "{" in note
            assert "Juani" in draft.text
