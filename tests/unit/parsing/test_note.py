"""`/note` lines: whom, what, and whether it stays private."""

import pytest

from bot.parsing.names import Candidate
from bot.parsing.note import ParsedNoteLine, parse_note
from bot.parsing.text import ParseProblem

PEOPLE: list[Candidate] = [
    (1, "Juana Pérez", "Juani"),
    (2, "Ana María Paz", None),
    (3, "Sra. Rossi", None),
    (4, "Francisco Gómez", None),
]


@pytest.mark.parametrize(
    ("typed", "name", "text", "private"),
    [
        ("Juana: se mudó a Córdoba", "Juana", "se mudó a Córdoba", False),
        ("Juana Pérez : se mudó", "Juana Pérez", "se mudó", False),
        ("Juana se mudó a Córdoba", "Juana", "se mudó a Córdoba", False),
        ("Juana Pérez se mudó a Córdoba", "Juana Pérez", "se mudó a Córdoba", False),
        ("Juana, se mudó", "Juana", "se mudó", False),
        ("Juana\nse mudó", "Juana", "se mudó", False),
        ("a Juana le gusta el té", "Juana", "le gusta el té", False),
        ("juani se recibió", "juani", "se recibió", False),
        ("Ana María se recibió", "Ana María", "se recibió", False),
        ("Sra. Rossi: tiene un perro", "Sra. Rossi", "tiene un perro", False),
        ("🔒 Juana: está enferma", "Juana", "está enferma", True),
        ("Juana: 🔒 está enferma", "Juana", "está enferma", True),
        ("Juana: privado está enferma", "Juana", "está enferma", True),
        ("privado: Juana se separó", "Juana", "se separó", True),
        ("Private Juana: is ill", "Juana", "is ill", True),
        ("Pancho se compró un velero", "Pancho", "se compró un velero", False),
        ("Desconocido: hola", "Desconocido", "hola", False),
        ("Juana me dijo: nunca más", "Juana", "me dijo: nunca más", False),
        ("Juana llega a las 21:30", "Juana", "llega a las 21:30", False),
        ("se mudó a Córdoba", None, "se mudó a Córdoba", False),
        ("https://x.org/a: mirá", None, "https://x.org/a: mirá", False),
        ("Juana", "Juana", "", False),
    ],
)
def test_reads(typed: str, name: str | None, text: str, private: bool) -> None:
    assert parse_note(typed, PEOPLE) == ParsedNoteLine(name, text, private)


def test_without_candidates_only_a_colon_names() -> None:
    assert parse_note("Juana: hola") == ParsedNoteLine("Juana", "hola")
    assert parse_note("Juana hola") == ParsedNoteLine(None, "Juana hola")


@pytest.mark.parametrize("typed", ["", "  ", "🔒", "privado", "\u202e"])
def test_refuses_an_empty_note(typed: str) -> None:
    with pytest.raises(ParseProblem) as problem:
        parse_note(typed, PEOPLE)
    assert problem.value.key == "empty_note"
