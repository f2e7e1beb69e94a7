"""Phone numbers, with Argentina's mobile 9 asked for and never assumed."""

import pytest

from bot.parsing.phones import parse_phone, wa_digits


@pytest.mark.parametrize(
    ("text", "country", "e164"),
    [
        ("+54 9 11 5555-1234", "AR", "+5491155551234"),
        ("+54 9 11 5555-1234", "IT", "+5491155551234"),
        ("0054 9 11 5555 1234", "AR", "+5491155551234"),
        ("011 15-5555-1234", "AR", "+5491155551234"),
        ("11 15 5555-1234", "AR", "+5491155551234"),
        ("333 1234567", "IT", "+393331234567"),
        ("(11) 91234-5678", "BR", "+5511912345678"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("+52 1 55 1234 5678", "AR", "+525512345678"),
    ],
)
def test_reads_a_whole_number(text: str, country: str, e164: str) -> None:
    reading = parse_phone(text, country)
    assert (reading.e164, reading.question, reading.maybe_mobile) == (e164, None, True)


@pytest.mark.parametrize("text", ["11 5555-1234", "+54 11 5555-1234", "011 5555 1234"])
def test_asks_whether_an_argentine_number_is_a_mobile(text: str) -> None:
    reading = parse_phone(text, "AR")
    assert reading.question == "is_mobile"
    assert (reading.e164, reading.mobile) == ("+541155551234", "+5491155551234")


def test_a_local_mobile_needs_its_area_code() -> None:
    assert parse_phone("15-5555-1234", "AR").question == "area_code"
    assert parse_phone("15-5555-1234", "AR").e164 is None
    assert parse_phone("15-5555-1234", "AR", "011").e164 == "+5491155551234"


def test_a_local_number_with_area_code_may_still_be_fixed() -> None:
    reading = parse_phone("5555-1234", "AR", "11")
    assert (reading.e164, reading.question) == ("+541155551234", "is_mobile")


def test_a_fixed_line_elsewhere_is_no_question() -> None:
    reading = parse_phone("02 1234 5678", "IT")
    assert (reading.country, reading.maybe_mobile, reading.question) == ("IT", False, None)


@pytest.mark.parametrize("text", ["12", "hola", "", "+54911555512341234", "+", "1990"])
def test_keeps_what_is_no_number_as_typed(text: str) -> None:
    reading = parse_phone(text, "AR")
    assert (reading.e164, reading.question, reading.raw) == (None, "not_a_phone", text)


def test_a_whole_number_outside_known_plans_is_kept_and_asked() -> None:
    reading = parse_phone("+1 555 123 4567", "AR")
    assert (reading.e164, reading.question) == ("+15551234567", "unusual")


def test_knows_country_and_zones_of_a_number() -> None:
    reading = parse_phone("+39 333 1234567", "AR")
    assert reading.country == "IT"
    assert "Europe/Rome" in reading.zones


def test_whatsapp_wants_digits_only() -> None:
    assert wa_digits("+5491155551234") == "5491155551234"
