"""Phone numbers, with Argentina's mobile 9 asked for and never assumed."""

import pytest

from bot.parsing.phones import area_code_of, parse_phone, read_area_code, wa_digits


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
    assert parse_phone("15-5555-1234", "AR", "11").e164 == "+5491155551234"


def test_a_local_number_with_area_code_may_still_be_fixed() -> None:
    reading = parse_phone("5555-1234", "AR", "11")
    assert (reading.e164, reading.question) == ("+541155551234", "is_mobile")


@pytest.mark.parametrize(
    ("text", "country", "area", "e164"),
    [
        ("15 456-7890", "AR", "351", "+5493514567890"),
        ("15412345", "AR", "2966", "+5492966412345"),
        ("15-412345", "AR", "2944", "+5492944412345"),  # as Bariloche still writes its 294
        ("91234-5678", "BR", "11", "+5511912345678"),
        ("555-1234", "US", "212", "+12125551234"),
        ("412345", "IT", "0541", "+390541412345"),
    ],
)
def test_the_owners_area_code_completes_a_local_number(
    text: str, country: str, area: str, e164: str
) -> None:
    assert parse_phone(text, country).question == "area_code"
    assert parse_phone(text, country, area).e164 == e164


@pytest.mark.parametrize("text", ["15-5555-1234", "4567-8901"])
def test_an_area_code_that_does_not_fit_completes_nothing(text: str) -> None:
    assert parse_phone(text, "AR", "351").question == "area_code"


def test_an_area_code_changes_no_number_that_is_whole() -> None:
    assert parse_phone("0351 15-456-7890", "AR", "11").e164 == "+5493514567890"
    assert parse_phone("+39 333 1234567", "AR", "11").e164 == "+393331234567"


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("11", "AR", "11"),
        ("011", "AR", "11"),
        ("es el (0351)", "AR", "351"),
        ("2966", "AR", "2966"),
        ("021", "BR", "21"),
        ("212", "US", "212"),
        ("02", "IT", "02"),
        ("99", "AR", None),
        ("15", "AR", None),
        ("11 4567-8901", "AR", None),
        ("no sé", "AR", None),
    ],
)
def test_reads_an_area_code_as_people_say_it(text: str, country: str, code: str | None) -> None:
    assert read_area_code(text, country) == code


def test_knows_the_area_code_of_a_whole_number() -> None:
    assert [area_code_of(one, "AR") for one in ("+5491155551234", "+543514567890")] == ["11", "351"]
    assert area_code_of("+393331234567", "AR") is None
    assert area_code_of("+393331234567", "IT") is None


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


def test_a_zone_has_the_name_it_has_now() -> None:
    assert parse_phone("+54 9 11 5555-1234", "AR").zones == ("America/Argentina/Buenos_Aires",)


def test_whatsapp_wants_digits_only() -> None:
    assert wa_digits("+5491155551234") == "5491155551234"
