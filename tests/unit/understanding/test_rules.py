"""Talk is understood by rules alone, in four languages."""

import pytest

from bot.understanding.actions import Ask, Tell, Topic, Unclear
from bot.understanding.rules import understand
from tests.unit.understanding.cases import OF_WHO_WAS_SHOWN, SAID, UNCLEAR, known

COUNTRY = {"es": "AR", "en": "US", "it": "IT", "pt": "BR"}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, said in SAID.items() for text in said]
)
def test_what_is_said_means_what_a_person_expects(language: str, text: str) -> None:
    assert understand(text, known(language, COUNTRY[language])) == SAID[language][text]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "¿qué sé de Teo?"), ("es", "what do I know about Teo?")]
)
def test_a_language_that_is_not_the_owners_is_understood(language: str, text: str) -> None:
    (asked,) = understand(text, known(language))
    assert getattr(asked, "name", None) == "Teo"


@pytest.mark.parametrize("text", OF_WHO_WAS_SHOWN)
def test_a_bare_fact_is_about_whoever_was_just_shown(text: str) -> None:
    assert understand(text, known(topic=True)) == (Tell(None, text),)


@pytest.mark.parametrize("text", OF_WHO_WAS_SHOWN)
def test_a_bare_fact_about_nobody_is_asked_about(text: str) -> None:
    actions = understand(text, known())
    assert actions
    assert all(isinstance(action, Unclear) for action in actions)


@pytest.mark.parametrize("text", UNCLEAR)
@pytest.mark.parametrize("topic", [True, False])
def test_what_means_nothing_does_nothing(text: str, topic: bool) -> None:
    actions = understand(text, known(topic=topic))
    assert actions
    assert all(isinstance(action, Unclear) for action in actions)


def test_a_name_in_the_middle_is_offered() -> None:
    (unclear,) = understand("me contó Teo que se va a Chile", known())
    assert unclear == Unclear("me contó Teo que se va a Chile", ids=(2,))


@pytest.mark.parametrize(
    "text", ["Marta se mudó a Salta", "Marta: le gusta el vino", "Marta, le gusta el vino"]
)
def test_somebody_unknown_is_offered_as_somebody_new(text: str) -> None:
    (unclear,) = understand(text, known())
    assert unclear == Unclear(text, newcomer="Marta")


@pytest.mark.parametrize(
    "text", ["hoy almorcé con teo y me contó que se muda", "teoo compró una bici nueva"]
)
def test_a_name_without_its_capital_is_offered(text: str) -> None:
    assert understand(text, known()) == (Unclear(text, ids=(2,)),)


def test_a_question_without_a_name_is_about_who_was_shown() -> None:
    assert understand("¿cuándo cumple?", known(topic=True)) == (Ask(Topic.BIRTHDAY, "Teo"),)
    assert understand("¿cómo estás?", known(topic=True)) == (Unclear("¿cómo estás?"),)


def test_what_follows_anota_ai_is_nobodys_name() -> None:
    assert understand("anota aí: ela gosta de café", known("pt", "BR", topic=True)) == (
        Tell(None, "ela gosta de café"),
    )


def test_who_was_shown_is_not_who_is_named() -> None:
    (unclear,) = understand("se casó con Ana", known(topic=True))
    assert unclear == Unclear("se casó con Ana", ids=(6,))


@pytest.mark.parametrize(
    "text",
    [
        "Mi tío Beto cumple el 4 de junio",
        "la abuela Rosa cumple 80 el sábado",
        "murió Beto",
        "¿qué?",
    ],
)
def test_what_is_said_of_somebody_unknown_is_not_about_who_was_shown(text: str) -> None:
    assert not any(isinstance(one, Tell) for one in understand(text, known(topic=True)))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("anotá que Marta se mudó", "Marta se mudó"),
        ("a Marta le gusta el vino", "Marta le gusta el vino"),
        ("Marta Gil se casó", "Marta Gil se casó"),
        ("el cumple de Marta es el 3/5", "Marta, cumple 3/5"),
        ("Marta's birthday is May 3", "Marta, birthday May 3"),
    ],
)
def test_what_is_told_of_somebody_unknown_can_begin_with_them(text: str, line: str) -> None:
    (unclear,) = understand(text, known())
    assert isinstance(unclear, Unclear)
    assert unclear.newcomer in {"Marta", "Marta Gil"}
    assert unclear.words == line


def test_two_lines_are_two_things() -> None:
    said = "Juana se recibió\nel cumple de Teo es el 3/5"
    assert understand(said, known()) == (Tell("Juana", "se recibió"), Tell("Teo", "cumple 3/5"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Juana o Teo quiere un perro"),
        ("es", "anotá que Juana o Teo se muda"),
        ("en", "Juana or Teo wants a dog"),
        ("it", "Juana o Teo vuole un cane"),
        ("pt", "Juana ou o Teo quer um cachorro"),
    ],
)
def test_one_of_two_people_is_asked_about(language: str, text: str) -> None:
    (unclear,) = understand(text, known(language))
    assert isinstance(unclear, Unclear)
    assert (unclear.ids, unclear.either) == ((1, 2), True)
