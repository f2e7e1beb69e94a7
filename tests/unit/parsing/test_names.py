"""Whom a typed name means."""

import pytest

from bot.parsing.names import Candidate, leading_name, match_names, search

PEOPLE: list[Candidate] = [
    (1, "Juana Pérez", "Juani"),
    (2, "Juan Pablo López", None),
    (3, "Francisco Gómez", None),
    (4, "Roberto Díaz", None),
    (5, "Alberto Ruiz", None),
    (6, "Sra. Rossi", None, "Sra. Rossi"),
    (7, "José da Silva", None),
    (8, "Ana", None),
    (9, "Ana María Paz", None),
    (10, "Robert Smith", None),
    (11, "Juana García", None),
    (12, "Teo", None),
    (13, "Teo Blanco", "Teito"),
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("juana perez", (1,)),
        ("JUANA PÉREZ", (1,)),
        ("Juani", (1,)),
        ("Juana", (1, 11)),
        ("Ana", (8,)),
        ("ana maria", (9,)),
        ("Teo", (12,)),
        ("rossi", (6,)),
        ("Sra. Rossi", (6,)),
        ("sra rossi", (6,)),
        ("López", (2,)),
        ("da Silva", (7,)),
    ],
)
def test_a_name_typed_exactly_is_found(query: str, ids: tuple[int, ...]) -> None:
    assert match_names(query, PEOPLE).exact == ids


@pytest.mark.parametrize(
    ("query", "one_of"),
    [
        ("Pancho", 3),
        ("Paco", 3),
        ("Beto", 4),
        ("Beto", 5),
        ("Bob", 10),
        ("Zé", 7),
        ("Pepe", 7),
        ("Juanita", 1),
        ("Juna", 1),
        ("fransisco", 3),
        ("gomes", 3),
        ("JP", 2),
        ("Juana Peres", 1),
    ],
)
def test_diminutives_and_typos_are_similar_never_exact(query: str, one_of: int) -> None:
    match = match_names(query, PEOPLE)
    assert match.exact == ()
    assert one_of in match.similar


def test_a_diminutive_kept_as_name_is_found_by_the_full_name_and_by_another() -> None:
    people: list[Candidate] = [(1, "Paco Ruiz", None)]
    assert match_names("Francisco", people).similar == (1,)
    assert match_names("Pancho", people).similar == (1,)


@pytest.mark.parametrize("query", ["", "   ", "🎂", "xyz", "?"])
def test_nobody_is_found_for_nothing(query: str) -> None:
    match = match_names(query, PEOPLE)
    assert (match.exact, match.similar) == ((), ())


def test_search_puts_beginnings_before_middles_before_likeness() -> None:
    people: list[Candidate] = [(1, "Francisco", None), (2, "Blanca", None), (3, "Ana", None)]
    assert search("an", people) == (3, 1, 2)
    assert search("pancho", people)[0] == 1


def test_search_matches_the_beginning_of_any_word() -> None:
    assert search("ju", PEOPLE)[:3] == (1, 2, 11)
    assert search("pe", PEOPLE)[0] == 1
    assert search("juana p", PEOPLE) == (1,)


def test_empty_search_finds_all_in_order() -> None:
    assert search("", PEOPLE) == tuple(range(1, 14))


def test_the_longest_known_name_leads_a_text() -> None:
    found = leading_name("Ana María Paz se recibió", PEOPLE)
    assert found is not None
    assert (found.name, found.rest, found.match.exact) == ("Ana María Paz", "se recibió", (9,))


def test_finds_the_one_among_five_thousand_alike() -> None:
    people: list[Candidate] = [(n, f"Persona{n} Apellido{n}", None) for n in range(5000)]
    assert match_names("Persona4999", people).exact == (4999,)
