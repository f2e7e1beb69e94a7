import pytest

from bot.domain.contacts import Note
from bot.domain.guards import LIKENESS_LIMIT, likeness, rests_on

NOTES = (
    Note(7, "toma té de jazmín"),
    Note(8, "tiene 14 gallinas, todas con nombre"),
    Note(9, "vive en Traslasierra con Juana"),
    Note(10, "surfea los domingos"),
    Note(11, "colecciona estampillas"),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Un té para vos", (7,)),
        ("Saludos a las catorce gallinas", (8,)),
        ("Que llueva en TRASLASIERRA", (9,)),
        ("Que este ano voce fique de pe na prancha", (10,)),
        ("I hope the hens sing today", (8,)),
        ("Que aparezca la que faltaba entre sus estampillas", (11,)),
        ("¡Feliz día! Que tengas un año hermoso con los que más querés", ()),
    ],
)
def test_a_text_rests_on_the_notes_it_takes_up(text: str, ids: tuple[int, ...]) -> None:
    assert rests_on(text, NOTES) == ids


def test_a_name_is_no_ground_to_rest_on() -> None:
    assert rests_on("Feliz día, Juana", NOTES, ignore=["Juana Pérez"]) == ()


def test_one_word_may_be_empty_in_one_language_and_full_in_another() -> None:
    assert rests_on("Contá otra vez el chiste del loro", [Note(1, "tiene un loro que habla")]) == (
        1,
    )


def test_names_and_occasion_do_not_make_texts_alike() -> None:
    a, b = (
        "¡Feliz Día del Amigo, Ana! Gracias por la bici.",
        "¡Feliz Día del Amigo, Leo! Prestame el mate.",
    )
    assert likeness(a, b, ["Día del Amigo", "Ana", "Leo"]) < LIKENESS_LIMIT


def test_punctuation_does_not_make_texts_differ() -> None:
    a = "Que el río te trate bien este año, Nati, y que nos crucemos más seguido."
    b = "Nati!! Que este año el río te trate bien y nos crucemos mas seguido"
    assert likeness(a, b, ["Nati"]) >= LIKENESS_LIMIT


def test_likeness_is_symmetric_and_whole_with_itself() -> None:
    a, b = "El tenis del jueves sigue en pie", "El tenis del martes sigue en pie"
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) == 1.0
