"""Days of the owner's own, as people type them."""

from datetime import date

import pytest

from bot.calendar.own import own_rule
from bot.parsing.date_reading import Status
from bot.parsing.own_occasion import read_own_day

TODAY = date(2027, 7, 18)


@pytest.mark.parametrize(
    ("language", "typed", "name", "rule"),
    [
        ("es", "15/9 aniversario del club", "aniversario del club", "fixed:09-15"),
        ("es", "yearly 15/9 aniversario del club", "aniversario del club", "fixed:09-15"),
        ("es", "cada año el 15 de septiembre: el club", "el club", "fixed:09-15"),
        ("es", "aniversario del club 15/9", "aniversario del club", "fixed:09-15"),
        ("es", "20 años de casados 4/10", "20 años de casados", "fixed:10-04"),
        ("es", "una vez 20/9/2027 la mudanza", "la mudanza", "once:2027-09-20"),
        ("es", "una vez 20/9 la mudanza", "la mudanza", "once:2027-09-20"),
        ("es", "todos los años 20/9/2027 la mudanza", "la mudanza", "fixed:09-20"),
        ("es", "mañana partido", "partido", "once:2027-07-19"),
        ("es", "el segundo sábado de octubre, asado", "asado", "nth:SAT,2,OCT"),
        ("es", "asado el último viernes de noviembre", "asado", "nth:FRI,-1,NOV"),
        ("es", "primer domingo de mayo, locro", "locro", "nth:SUN,1,MAY"),
        ("en", "the 2nd Saturday of October, barbecue", "barbecue", "nth:SAT,2,OCT"),
        ("en", "last Friday of November drinks", "drinks", "nth:FRI,-1,NOV"),
        ("en", "September 15 club anniversary", "club anniversary", "fixed:09-15"),
        ("it", "la prima domenica di maggio, pranzo", "pranzo", "nth:SUN,1,MAY"),
        ("it", "ogni anno 15/9 il club", "il club", "fixed:09-15"),
        ("pt", "o terceiro sábado de outubro, churrasco", "churrasco", "nth:SAT,3,OCT"),
        ("pt", "uma vez 20/9/2027 a mudança", "a mudança", "once:2027-09-20"),
    ],
)
def test_day_and_name_are_read(language: str, typed: str, name: str, rule: str) -> None:
    read = read_own_day(typed, today=TODAY, language=language)
    assert (read.name, read.rule) == (name, rule)
    assert own_rule(rule).dates_in(2027)


@pytest.mark.parametrize(
    ("typed", "status"),
    [("31/2 nada", Status.IMPOSSIBLE), ("15/9/2020 algo", Status.OK), ("hola", None)],
)
def test_what_is_no_day_to_come_is_not_guessed(typed: str, status: Status | None) -> None:
    read = read_own_day(typed, today=TODAY, language="es")
    assert read.rule is None
    assert (read.reading.status if read.reading else None) == status


def test_a_date_of_two_readings_is_asked_about() -> None:
    read = read_own_day("3/5 party", today=TODAY, language="en")
    assert read.rule is None
    assert read.reading is not None
    assert read.reading.status is Status.AMBIGUOUS


def test_a_day_without_a_name_says_so() -> None:
    read = read_own_day("15/9", today=TODAY, language="es")
    assert (read.name, read.rule) == ("", "fixed:09-15")
