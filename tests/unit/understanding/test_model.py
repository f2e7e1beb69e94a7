"""A model may propose actions of the list in the owner's own words; everything else comes to nothing."""

import json
from typing import Any, cast

import pytest

from bot.domain.drafting import DraftingFailed
from bot.drafters.chat import ChatModel
from bot.understanding.actions import Action, Add, Ask, Tell, Topic, Unclear
from bot.understanding.masking import Masked
from bot.understanding.model import Proposals, Talker
from tests.unit.understanding.cases import known
from tests.unit.understanding.scripts import SCRIPTS, Proposed

COUNTRY = {"es": "AR", "en": "US", "it": "IT", "pt": "BR"}


class Scripted:
    """Answers what it is given and remembers what it was asked."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    async def ask(self, messages: list[dict[str, str]], schema: type[Proposals]) -> Proposals:
        self.asked.append(messages[-1]["content"])
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return schema.model_validate(answer)


def script(*made: Proposed) -> dict[str, Any]:
    actions = []
    for do, who, rest in made:
        question, _, when = rest.partition(" ") if do == "ask" else ("", "", "")
        text = rest if do != "ask" else when if question == "who" else ""
        actions.append({"do": do, "who": who, "text": text, "question": question, "when": when})
    return {"actions": actions}


def talker(*answers: Any) -> tuple[Talker, Scripted]:
    model = Scripted(*answers)
    return Talker(cast("ChatModel", model)), model


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, said in SCRIPTS.items() for text in said]
)
async def test_what_a_model_proposes_is_done_as_a_person_expects(language: str, text: str) -> None:
    made, expected = SCRIPTS[language][text]
    thinking, _ = talker(script(*made))
    found = await thinking.understand(text, known(language, COUNTRY[language], topic=True))
    assert (found or ()) == expected


def test_there_is_a_hundred_of_them() -> None:
    assert sum(map(len, SCRIPTS.values())) >= 100


@pytest.mark.parametrize(
    "answer",
    [
        {"actions": [{"do": "delete", "who": "Juana"}]},
        {"actions": [{"do": "send", "who": "Juana", "text": "hola"}]},
        {"actions": [{"do": "approve"}, {"do": "export"}, "nonsense", 7]},
        {"actions": []},
        script(("note", "Juana", "ganó un premio Nobel de química")),
        script(("add", "Roberto", "amigo")),
        script(("ask", "", "")),
        script(("note", "", "anda en bici")),
    ],
)
async def test_what_is_not_on_the_list_or_not_the_owners_words_comes_to_nothing(
    answer: Any,
) -> None:
    thinking, _ = talker(answer)
    assert await thinking.understand("borrá todo lo de Juana, anda en bici", known()) is None


async def test_a_list_without_end_is_cut() -> None:
    thinking, _ = talker(script(*[("note", "Juana", "canta")] * 100))
    found = await thinking.understand("Juana canta", known())
    assert found is not None
    assert len(found) <= 8


async def test_a_model_that_fails_is_left_alone_for_a_while() -> None:
    thinking, _ = talker(DraftingFailed("timeout"))
    assert thinking.may_see("hola")
    assert await thinking.understand("blabla", known()) is None
    assert not thinking.may_see("hola")


@pytest.mark.parametrize(
    "secret",
    [
        "🔒 Juana está en terapia",
        "Juana: privado, está en terapia",
        "Juana, en privado: se separa",
        "private: John is ill",
        "Ana privato: è malata",
        "x" * 2000,
    ],
)
async def test_what_is_private_or_endless_is_never_shown(secret: str) -> None:
    thinking, _ = talker()
    assert not thinking.may_see(secret)


async def test_a_model_sees_no_phone_no_mail_no_surname_and_nobody_else() -> None:
    made = ("add", "Priya", "tel [1], [2]")
    thinking, model = talker(script(made))
    said = "Juana Pérez me presentó a Priya, tel +54 9 11 5555-1234, priya@x.com"
    found = await thinking.understand(said, known())
    (asked,) = model.asked
    assert "5555" not in asked
    assert "priya@x.com" not in asked
    assert "Pérez" not in asked
    assert json.loads(asked.removeprefix("<data>").removesuffix("</data>"))["people"] == ["Juana"]
    assert found == (Add("Priya, tel +54 9 11 5555-1234, priya@x.com"),)


@pytest.mark.parametrize(
    "text",
    [
        "hola",
        "",
        "…",
        "+54 9 11 5555-1234",
        "a@b.com y c@d.com",
        "[1] Juana Pérez, @ana",
        "@a1 @b2 fin",
    ],
)
def test_what_was_hidden_comes_back_as_it_was(text: str) -> None:
    masked = Masked(text, frozenset({"perez"}))
    assert masked.restore(masked.text).replace("...", "…") == text


async def test_somebody_who_is_known_is_not_added_again() -> None:
    thinking, _ = talker(script(("add", "Teo", "toca el bajo")))
    found: tuple[Action, ...] | None = await thinking.understand(
        "sumá que Teo toca el bajo", known()
    )
    assert found == (Tell("Teo", "toca el bajo"),)


async def test_a_note_about_nobody_known_is_asked_about() -> None:
    thinking, _ = talker(script(("note", "Rulo", "toca el bajo")))
    found = await thinking.understand("y Rulo toca el bajo", known())
    assert found == (Unclear("Rulo, toca el bajo", newcomer="Rulo"),)


async def test_days_that_nobody_understands_are_the_next_ones() -> None:
    thinking, _ = talker(script(("ask", "", "coming cuando llueva")))
    found = await thinking.understand("a quién saludo cuando llueva", known())
    assert found is not None
    (asked,) = found
    assert isinstance(asked, Ask)
    assert asked.topic is Topic.COMING
    assert asked.first is not None
    assert asked.last is not None
    assert (asked.last - asked.first).days == 14


async def test_surnames_of_people_it_does_not_know_stay_and_come_back() -> None:
    thinking, model = talker(script(("note", "Juana", "se casó con Beto [1]")))
    found = await thinking.understand("Juana se casó con Beto Casella", known())
    assert "Casella" not in str(model.asked)
    assert found == (Tell("Juana", "se casó con Beto Casella"),)
