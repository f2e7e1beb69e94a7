"""Days, hours, lists and counts as people of each language read them."""

from datetime import date, time

import pytest

from bot.locales import LANGUAGES, MissingText, Speech

FRIENDS_DAY = date(2026, 7, 20)
COUNTRY = {"es": "AR", "en": "US", "it": "IT", "pt": "BR"}


def speech(language: str) -> Speech:
    return Speech(language, COUNTRY[language])


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("es", "lunes 20 de julio"),
        ("en", "Monday, July 20"),
        ("it", "lunedì 20 luglio"),
    ],
)
def test_a_day_is_said_with_its_weekday_and_without_the_year(language: str, read: str) -> None:
    assert speech(language).date(FRIENDS_DAY) == read


def test_a_portuguese_day_is_said_with_its_weekday_and_without_the_year() -> None:
    """With or without a comma after the weekday: both are written."""
    read = speech("pt").date(FRIENDS_DAY).replace(",", "")
    assert read == "segunda-feira 20 de julho"


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("es", ("hoy", "mañana", "lunes 20 de julio")),
        ("en", ("today", "tomorrow", "Monday, July 20")),
        ("it", ("oggi", "domani", "lunedì 20 luglio")),
        ("pt", ("hoje", "amanhã")),
    ],
)
def test_the_nearest_days_have_their_own_words(language: str, read: tuple[str, ...]) -> None:
    heard = [speech(language).day(FRIENDS_DAY, date(2026, 7, day)) for day in (20, 19, 18)]
    assert tuple(heard[: len(read)]) == read


def test_yesterday_is_said_as_a_date() -> None:
    assert speech("es").day(FRIENDS_DAY, date(2026, 7, 21)) == "lunes 20 de julio"


@pytest.mark.parametrize(
    ("language", "read"),
    [("es", "3 de mayo"), ("en", "May 3"), ("it", "3 maggio"), ("pt", "3 de maio")],
)
def test_a_yearly_date_has_no_weekday(language: str, read: str) -> None:
    assert speech(language).month_day(5, 3) == read


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_twenty_ninth_of_february_can_be_said(language: str) -> None:
    assert "29" in speech(language).month_day(2, 29)


@pytest.mark.parametrize(
    ("language", "country", "morning", "evening"),
    [
        ("es", "AR", "9:00", "20:00"),
        ("en", "US", "9:00 AM", "8:00 PM"),
        ("en", "GB", "9:00", "20:00"),
        ("it", "IT", "9:00", "20:00"),
        ("pt", "BR", "9:00", "20:00"),
    ],
)
def test_an_hour_is_read_by_the_clock_of_the_country(
    language: str, country: str, morning: str, evening: str
) -> None:
    one = Speech(language, country)
    assert [one.hour(time(9)), one.hour(time(20))] == [morning, evening]


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("es", "Ana, Beto y Caro"),
        ("en", "Ana, Beto, and Caro"),
        ("it", "Ana, Beto e Caro"),
        ("pt", "Ana, Beto e Caro"),
    ],
)
def test_names_are_listed_as_in_a_sentence(language: str, read: str) -> None:
    assert speech(language).names(["Ana", "Beto", "Caro"]) == read
    assert speech(language).names(["Ana"]) == "Ana"


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_thousand_names_the_most_are_counted(language: str) -> None:
    names = [f"Maximiliana {number}" for number in range(1_000)]
    listed = speech(language).names(names)
    assert "Maximiliana 49" in listed
    assert listed.endswith(" +950")
    assert len(speech(language)("notice-sent", names=listed, count=len(names))) < 1_200


@pytest.mark.parametrize(
    ("country", "read"), [("AR", "Escribime"), ("UY", "Escribime"), ("MX", "Escríbeme")]
)
def test_spanish_takes_the_voice_of_the_country(country: str, read: str) -> None:
    assert Speech("es", country)("ask-write", name="Ana").startswith(read)


def test_outside_the_voseo_what_does_not_change_is_still_said() -> None:
    assert Speech("es", "MX")("btn-skip") == Speech("es", "AR")("btn-skip")


def test_an_unknown_language_is_answered_in_english() -> None:
    assert Speech("fi", "FI")("day-today") == "today"


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("es", ["Ya estaba todo anotado.", "Anotado, salió.", "salieron los 3."]),
        ("en", ["It was all noted already.", "Noted, it went out.", "all 3 went out."]),
        ("it", ["Era già tutto segnato.", "Segnato, è partito.", "tutti e 3."]),
        ("pt", ["Já estava tudo anotado.", "Anotado, saiu.", "saíram as 3."]),
    ],
)
def test_none_one_and_many_are_said_differently(language: str, read: list[str]) -> None:
    """Portuguese counts zero as singular, so none needs words of its own."""
    heard = [speech(language)("all-sent", count=count) for count in (0, 1, 3)]
    assert [text in said for text, said in zip(read, heard, strict=True)] == [True] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_typed_is_never_read_as_markup(language: str) -> None:
    typed = "{ $name } <b>*a*</b> {0} %s"
    assert typed in speech(language)("noted", name="Ana", note=typed)


def test_a_text_that_does_not_exist_is_a_mistake_that_shows() -> None:
    with pytest.raises(MissingText):
        speech("es")("no-such-text")


def test_a_value_that_was_forgotten_is_a_mistake_that_shows() -> None:
    with pytest.raises(MissingText):
        speech("es")("noted", name="Ana")
