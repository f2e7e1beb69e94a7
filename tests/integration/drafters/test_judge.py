"""The second look: what it is shown, what it says, and who wins when the guards disagree."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.contacts import Note
from bot.domain.drafting import DraftingFailed, Person
from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.policy import settled
from bot.drafters.chat import ChatModel
from bot.drafters.judge import Judge
from tests.fakes.model import FakeModel, data_of
from tests.integration.drafters.conftest import FRIENDS_DAY, Pauses, person

GENERIC, INVENTED = Problem(Label.GENERIC), Problem(Label.INVENTED, ("la boda",))
SENSITIVE, SELLING = Problem(Label.SENSITIVE, ("quimio",)), Problem(Label.SELLING)
DUPLICATE = Problem(Label.DUPLICATE)


@pytest.fixture
async def judge(model: FakeModel, pauses: Pauses) -> AsyncIterator[Judge]:
    chat = ChatModel(None, model.url, "fake", 5, sleep=pauses)
    yield Judge(chat)
    await chat.aclose()


def case(text: str, who: Person | None = None, **changes: Any) -> Case:
    return Case(text, who or person(), (FRIENDS_DAY,), **changes)


def says(*problems: tuple[str, list[str]]) -> dict[str, Any]:
    return {"problems": [{"label": label, "words": words} for label, words in problems]}


async def test_it_names_problems_with_words_that_stand_in_the_text(
    model: FakeModel, judge: Judge
) -> None:
    model.answer(says(("invented", ["la boda", "el bautismo"]), ("selling", [])))
    problems = await judge.judge(case("Juani, qué linda la boda."))
    assert problems == (INVENTED, SELLING)


async def test_a_good_text_has_no_problems(judge: Judge) -> None:
    assert await judge.judge(case("Juani, té de jazmín para vos.")) == ()


async def test_labels_it_made_up_or_cannot_know_are_dropped(model: FakeModel, judge: Judge) -> None:
    model.answer(says(("boring", []), ("duplicate", []), ("generic", ["Feliz día"])))
    problems = await judge.judge(case("Feliz día"))
    assert problems == (Problem(Label.GENERIC, ("Feliz día",)),)


async def test_it_is_shown_no_surname_and_no_other_contact(model: FakeModel, judge: Judge) -> None:
    model.answer(says(("wrong-register", ["Juana P."])))
    problems = await judge.judge(case("Juana Pérez, feliz té", siblings=("Teo y su velero",)))
    seen = json.dumps(model.requests, ensure_ascii=False)
    assert "Pérez" not in seen
    assert "velero" not in seen
    assert data_of(model.requests[0])["names"] == ["Juani", "Juana"]
    assert problems == (Problem(Label.WRONG_REGISTER, ("Juana Pérez",)),)


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("colecciona dedales", "Que lluevan dedales, Juani."),
        ("hace yoga", "No entiendo gran cosa de yoga, pero brindo por vos."),
        ("toma té", "Juani, el té de hoy va por vos."),
        ("vive en el piso 14", "Juani, hoy subo los catorce a pie."),
    ],
)
async def test_a_text_that_rests_on_a_private_note_is_not_shown(
    secret: str, text: str, model: FakeModel, judge: Judge
) -> None:
    who = person("toca el chelo", Note(2, secret, private=True))
    assert await judge.judge(case(text, who)) is None
    assert model.requests == []


async def test_a_judge_that_fails_says_why(model: FakeModel, judge: Judge) -> None:
    model.answer(401)
    with pytest.raises(DraftingFailed, match="auth"):
        await judge.judge(case("Juani, té de jazmín para vos."))


@pytest.mark.parametrize(
    ("ruled", "judged", "verdict"),
    [
        ((GENERIC,), (), ()),
        ((), (INVENTED,), (INVENTED,)),
        ((SENSITIVE, DUPLICATE), (), (SENSITIVE, DUPLICATE)),
        ((), (SELLING,), (SELLING,)),
        ((SENSITIVE,), (Problem(Label.SENSITIVE), GENERIC), (SENSITIVE, GENERIC)),
        ((GENERIC,), None, (GENERIC,)),
    ],
)
def test_meaning_is_the_judges_and_letters_are_the_guards(
    ruled: tuple[Problem, ...], judged: tuple[Problem, ...] | None, verdict: tuple[Problem, ...]
) -> None:
    assert settled(ruled, judged) == verdict
