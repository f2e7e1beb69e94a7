"""Dates as people type them: read right, or not at all."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.parsing.dates import DateReading, Order, Status, date_order, find_date, parse_date

TODAY = date(2026, 11, 18)  # a Wednesday


def read(text: str, language: str = "es", *, birthday: bool = False) -> DateReading:
    return parse_date(text, today=TODAY, language=language, birthday=birthday)


@pytest.mark.parametrize(
    ("language", "text", "day", "month", "year"),
    [
        ("es", "3 de mayo", 3, 5, None),
        ("es", "el 3 de mayo", 3, 5, None),
        ("es", "3 mayo", 3, 5, None),
        ("es", "mayo 3", 3, 5, None),
        ("es", "3may", 3, 5, None),
        ("es", "3 de mayo de 1990", 3, 5, 1990),
        ("es", "3 de mayo del 90", 3, 5, 1990),
        ("es", "3 de MAYO, 1990", 3, 5, 1990),
        ("es", "el 3/5", 3, 5, None),
        ("es", "3/5", 3, 5, None),
        ("es", "03/05/90", 3, 5, 1990),
        ("es", "3/5/1990", 3, 5, 1990),
        ("es", "3 / 5 / 1990", 3, 5, 1990),
        ("es", "3-5-1990", 3, 5, 1990),
        ("es", "3.5.1990", 3, 5, 1990),
        ("es", "3.5", 3, 5, None),
        ("es", "1990-05-03", 3, 5, 1990),
        ("es", "1ro de enero", 1, 1, None),
        ("es", "1° de enero", 1, 1, None),
        ("es", "1º enero", 1, 1, None),
        ("es", "primero de enero", 1, 1, None),
        ("es", "el día 3 de mayo", 3, 5, None),
        ("es", "tres de mayo", 3, 5, None),
        ("es", "veintinueve de febrero", 29, 2, None),
        ("es", "treinta y uno de diciembre", 31, 12, None),
        ("es", "29 de febrero", 29, 2, None),
        ("es", "29/2/2024", 29, 2, 2024),
        ("es", "7 de setiembre", 7, 9, None),
        ("es", "20 de julio de 2027", 20, 7, 2027),
        ("es", "(3/5)", 3, 5, None),
        ("es", "hoy", 18, 11, 2026),
        ("es", "mañana", 19, 11, 2026),
        ("es", "manana", 19, 11, 2026),
        ("es", "mañana por la mañana", 19, 11, 2026),
        ("es", "pasado mañana", 20, 11, 2026),
        ("es", "ayer", 17, 11, 2026),
        ("es", "anteayer", 16, 11, 2026),
        ("es", "el viernes", 20, 11, 2026),
        ("es", "este viernes", 20, 11, 2026),
        ("es", "el viernes que viene", 20, 11, 2026),
        ("es", "el viernes pasado", 13, 11, 2026),
        ("es", "viernes 20", 20, 11, 2026),
        ("es", "viernes 20 de noviembre", 20, 11, 2026),
        ("es", "en dos semanas", 2, 12, 2026),
        ("es", "dentro de 3 días", 21, 11, 2026),
        ("es", "en un mes", 18, 12, 2026),
        ("es", "hace una semana", 11, 11, 2026),
        ("en", "May 3", 3, 5, None),
        ("en", "May 3rd", 3, 5, None),
        ("en", "3rd of May", 3, 5, None),
        ("en", "May the 3rd", 3, 5, None),
        ("en", "May 3rd, 1990", 3, 5, 1990),
        ("en", "the first of May", 1, 5, None),
        ("en", "twenty-ninth of February", 29, 2, None),
        ("en", "13/5", 13, 5, None),
        ("en", "7/20", 20, 7, None),
        ("en", "tomorrow", 19, 11, 2026),
        ("en", "tomorrow morning", 19, 11, 2026),
        ("en", "day after tomorrow", 20, 11, 2026),
        ("en", "on Friday", 20, 11, 2026),
        ("en", "last friday", 13, 11, 2026),
        ("en", "in two weeks", 2, 12, 2026),
        ("en", "two weeks ago", 4, 11, 2026),
        ("en", "Sept 7", 7, 9, None),
        ("it", "il 3 maggio", 3, 5, None),
        ("it", "l'8 maggio", 8, 5, None),
        ("it", "1° maggio", 1, 5, None),
        ("it", "primo maggio", 1, 5, None),
        ("it", "3 maggio '90", 3, 5, 1990),
        ("it", "domani", 19, 11, 2026),
        ("it", "dopodomani", 20, 11, 2026),
        ("it", "venerdì prossimo", 20, 11, 2026),
        ("it", "fra due settimane", 2, 12, 2026),
        ("it", "tre giorni fa", 15, 11, 2026),
        ("pt", "3 de maio", 3, 5, None),
        ("pt", "dia 3 de maio", 3, 5, None),
        ("pt", "dez de maio", 10, 5, None),
        ("pt", "10 dez", 10, 12, None),
        ("pt", "1º de março", 1, 3, None),
        ("pt", "amanhã", 19, 11, 2026),
        ("pt", "sexta-feira", 20, 11, 2026),
        ("pt", "sexta que vem", 20, 11, 2026),
        ("pt", "daqui a duas semanas", 2, 12, 2026),
        ("pt", "há dois dias", 16, 11, 2026),
    ],
)
def test_reads(language: str, text: str, day: int, month: int, year: int | None) -> None:
    reading = read(text, language)
    assert reading.status is Status.OK
    assert (reading.day, reading.month, reading.year) == (day, month, year)


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("es", "mañana a las 9", time(9)),
        ("es", "mañana a las 9 de la noche", time(21)),
        ("es", "mañana a las 9 y media", time(9, 30)),
        ("es", "mañana 9hs", time(9)),
        ("es", "3 de mayo a las 21:30", time(21, 30)),
        ("es", "mañana al mediodía", time(12)),
        ("en", "tomorrow at 9pm", time(21)),
        ("en", "tomorrow at 12 am", time(0)),
        ("it", "domani alle 9.30", time(9, 30)),
        ("it", "domani sera alle 8", time(20)),
        ("pt", "amanhã às 9h30", time(9, 30)),
    ],
)
def test_reads_the_hour_beside_the_day(language: str, text: str, hour: time) -> None:
    reading = read(text, language)
    assert (reading.status, reading.time) == (Status.OK, hour)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/2", "no_such_day"),
        ("31 de abril", "no_such_day"),
        ("30 de febrero", "no_such_day"),
        ("0/5", "no_such_day"),
        ("45/13", "no_such_month"),
        ("31/13", "no_such_month"),
        ("29/2/2023", "not_leap_year"),
    ],
)
def test_says_why_a_date_is_impossible(text: str, reason: str) -> None:
    reading = read(text)
    assert (reading.status, reading.reason) == (Status.IMPOSSIBLE, reason)


@pytest.mark.parametrize(
    ("language", "text", "reason", "options"),
    [
        ("en", "3/5", "order", [(3, 5), (5, 3)]),
        ("es", "5/13", "swapped", [(13, 5)]),
        ("es", "el miércoles", "today_or_next", [(18, 11), (25, 11)]),
        ("en", "next friday", "this_or_next", [(20, 11), (27, 11)]),
        ("es", "el próximo viernes", "this_or_next", [(20, 11), (27, 11)]),
        ("es", "viernes 8 de junio", "weekday", [(8, 6)]),
        ("es", "el 15", "day_only", [(15, 12)]),
    ],
)
def test_offers_what_it_may_mean(
    language: str, text: str, reason: str, options: list[tuple[int, int]]
) -> None:
    reading = read(text, language)
    assert (reading.status, reading.reason) == (Status.AMBIGUOUS, reason)
    assert [(one.day, one.month) for one in reading.options] == options


@pytest.mark.parametrize(
    "text",
    ["", "hola", "15", "3", "en mayo", "el mes que viene", "5/1990", "3 gatos", "1/2 taza de té"],
)
def test_does_not_take_other_words_for_a_date(text: str) -> None:
    assert read(text).status is Status.NOT_A_DATE


@pytest.mark.parametrize("text", ["4555-1234", "11 5555-1234", "+54 9 11 5555-1234"])
def test_does_not_take_a_phone_number_for_a_date(text: str) -> None:
    assert read(text).status is Status.NOT_A_DATE


@pytest.mark.parametrize(
    ("language", "country", "order"),
    [
        ("es", "AR", Order.DMY),
        ("es-AR", "", Order.DMY),
        ("en", "", Order.ASK),
        ("en", "US", Order.MDY),
        ("en-US", "", Order.MDY),
        ("en", "GB", Order.DMY),
        ("en", "AR", Order.DMY),
        ("es", "US", Order.ASK),
        ("it", "IT", Order.DMY),
    ],
)
def test_order_follows_language_and_country(language: str, country: str, order: Order) -> None:
    assert date_order(language, country) is order


def test_birthday_with_a_far_year_is_impossible() -> None:
    reading = read("3/5/2099", birthday=True)
    assert (reading.status, reading.reason) == (Status.IMPOSSIBLE, "year_ahead")


def test_birthday_of_next_year_says_when_not_since_when() -> None:
    reading = read("3/5/2027", birthday=True)
    assert (reading.day, reading.month, reading.year) == (3, 5, None)
    assert reading.reason == "year_dropped"


@pytest.mark.parametrize(("text", "year"), [("3/5/26", 2026), ("3/5/27", 1927), ("3/5/90", 1990)])
def test_two_digits_of_a_birthday_lie_in_the_past(text: str, year: int) -> None:
    assert read(text, birthday=True).year == year


def test_birthday_tomorrow_has_no_year_of_birth() -> None:
    reading = read("mañana", birthday=True)
    assert (reading.day, reading.month, reading.year) == (19, 11, None)


def test_next_return_of_a_date_without_year() -> None:
    assert read("3 de mayo").next_on_or_after(TODAY) == date(2027, 5, 3)
    assert read("18 de noviembre").next_on_or_after(TODAY) == TODAY
    assert read("29 de febrero").next_on_or_after(TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "year", "rest"),
    [
        ("3 de mayo 45 años", None, " 45 años"),
        ("3 de mayo 11 5555-1234", None, " 11 5555-1234"),
        ("el 3 de mayo de 1990 en Lima", 1990, " en Lima"),
        ("3/5 y le gusta el té", None, " y le gusta el té"),
    ],
)
def test_takes_no_more_than_the_date(text: str, year: int | None, rest: str) -> None:
    found = find_date(text, today=TODAY, language="es", birthday=True)
    assert found is not None
    reading, length = found
    assert (reading.day, reading.month, reading.year) == (3, 5, year)
    assert text[length:] == rest


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1930, 1, 1), date(2026, 11, 18)))
def test_every_written_date_comes_back(day: date) -> None:
    month = (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    )
    named = f"{day.day} de {month.split()[day.month - 1]} de {day.year}"
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", named):
        assert read(text, birthday=True).date == day
    american = f"{day.month}/{day.day}/{day.year}"
    assert parse_date(american, today=TODAY, language="en-US").date == day


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["es", "en", "it", "pt", "xx"]))
def test_any_text_gets_a_reading(text: str, language: str) -> None:
    reading = read(text, language)
    assert (reading.status is Status.OK) == (reading.month is not None)
    assert (reading.status is Status.AMBIGUOUS) == bool(reading.options)
