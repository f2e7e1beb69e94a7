"""Whatever is typed: no surprise but the documented one, and every word accounted for."""

import cProfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.parsing import (
    ParsedContact,
    ParseProblem,
    leading_name,
    match_names,
    parse_contact,
    parse_note,
    parse_phone,
    search,
)
from bot.parsing.text import clean, fold

TODAY = date(2026, 11, 18)
PROBLEMS = {"empty_name", "name_without_letters", "name_too_long", "text_too_long"}

PIECES = [
    *("Juana", "Pérez", "amiga", "de la facu", "cumple", "3/5", "31/2", "el 3 de mayo", "1990"),
    *("+54 9 11 5555-1234", "11 5555-1234", "15-5555-1234", "@juanap", "t.me/juanap", "a@b.com"),
    *("🔒", "privado", "🎂", "🇮🇹", "#club", "Sra.", "ex", "posible", "cliente", "no es", "mi"),
    *("vive en", "Italia", "país", "habla", "italiano", "de usted", "formal", "apodo", "Juani"),
    *('"', "(", ")", "«Juani»", ",", ", ", ";", "\n", ":", " - ", "es", "grupo", "hija", "Sofía"),
    *("agregá a", "my", "friend", "birthday", "tel", "no quiere saludos", "\u202e", "李", "'", "."),
]
LANGUAGES = st.sampled_from([("es", "AR"), ("en", "US"), ("en", ""), ("it", "IT"), ("pt", "BR")])
LINES = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map(", ".join),
)


def parsed(text: str, owner: tuple[str, str]) -> ParsedContact | None:
    try:
        return parse_contact(text, today=TODAY, owner_language=owner[0], owner_country=owner[1])
    except ParseProblem as problem:
        if problem.key not in PROBLEMS:
            raise
        return None


def words(text: str) -> list[str]:
    """Runs of letters and digits, as anybody would count words."""
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


@settings(max_examples=400, deadline=None)
@given(LINES, LANGUAGES)
def test_a_name_always_has_a_letter(text: str, owner: tuple[str, str]) -> None:
    contact = parsed(text, owner)
    assert contact is None or any(char.isalnum() for char in contact.name)


@settings(max_examples=400, deadline=None)
@given(LINES, LANGUAGES)
def test_every_word_stands_in_a_part_and_every_part_came_to_something(
    text: str, owner: tuple[str, str]
) -> None:
    contact = parsed(text, owner)
    if contact is None:
        return
    kept = words(" ".join([part.words for part in contact.understood]))
    assert set(words(clean(text))) <= {*kept, *words(contact.name)}
    noted = {note.text for note in contact.notes}
    doubted = " ".join(doubt.words for doubt in (*contact.questions, *contact.remarks))
    for part in contact.understood:
        if not part.fields and words(part.words):
            assert part.words in noted or part.words in doubted


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=9, max_size=12), min_size=1))
def test_words_nobody_knows_are_notes_as_typed(parts: list[str]) -> None:
    contact = parse_contact(
        "Juana, " + ", ".join(parts), today=TODAY, owner_language="es", owner_country="AR"
    )
    unknown = [part for part in parts if clean(part) == part]
    kept = {note.text for note in contact.notes}
    filled = {part.words for part in contact.understood if part.fields != ("note",)}
    assert set(unknown) <= kept | filled


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_a_note_loses_no_word(text: str) -> None:
    people = [(1, "Juana Pérez", "Juani"), (2, "李 小龍", None)]
    try:
        note = parse_note(text, people)
    except ParseProblem as problem:
        if problem.key != "empty_note":
            raise
        return
    left = words(f"{note.name_part or ''} {note.text}")
    missing = [word for word in words(clean(text)) if word not in left]
    assert set(missing) <= {"privado", "a"}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=5))
def test_any_query_can_be_matched(query: str, names: list[str]) -> None:
    people = [(number, name, None) for number, name in enumerate(names)]
    match = match_names(query, people)
    assert not set(match.exact) & set(match.similar)
    assert set(search(query, people)) <= set(range(len(names)))
    leading_name(query, people)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["AR", "IT", "US", "", "XX"]))
def test_any_text_can_be_asked_for_a_phone(text: str, country: str) -> None:
    reading = parse_phone(text, country)
    assert reading.e164 is not None or reading.question is not None


@pytest.mark.parametrize(
    "piece", ["a ", "cumple ", "(", '"', "1-", "es mi ", "🎂", "@a.", "ex ", "+1 ", "a,", "🎂,"]
)
def test_a_hostile_line_four_times_as_long_costs_no_explosion(piece: str) -> None:
    short, long = (_steps((piece * size)[:size]) for size in (1000, 4000))
    assert long < 20 * short


def _steps(line: str) -> int:
    """Calls made for it: the same count on every machine, however busy."""
    profile = cProfile.Profile()
    profile.enable()
    parsed(f"Juana, {line}", ("es", "AR"))
    parsed(line, ("es", "AR"))
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())
