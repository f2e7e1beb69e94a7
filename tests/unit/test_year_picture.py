"""The year as a picture: each day that holds something is marked for what it is."""

import io
from datetime import date

import pytest
from PIL import Image

from bot.locales import LANGUAGES, Speech
from bot.services.year import Year, YearDay
from bot.views.year_picture import draw

TODAY = date(2027, 7, 18)
OWN, SHARED, DONE = (209, 73, 91), (61, 90, 152), (46, 125, 79)


def marks(*days: YearDay, language: str = "es") -> set[tuple[int, int, int]]:
    """Which of the three colours the picture has, the legend aside."""
    image = Image.open(io.BytesIO(draw(Year(2027, days), Speech(language, "AR"), TODAY)))
    assert image.format == "PNG"
    assert max(image.size) <= 2560
    below = image.convert("RGB").crop((0, 160, *image.size))
    return {
        colour
        for _, seen in below.getcolors(100_000) or []
        for colour in (OWN, SHARED, DONE)
        if isinstance(seen, tuple)
        and max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 12
    }


def test_an_empty_year_has_no_marks() -> None:
    assert marks() == set()


@pytest.mark.parametrize("day", [date(2027, 3, 1), date(2027, 7, 18), date(2027, 12, 31)])
def test_birthdays_and_feasts_are_told_apart(day: date) -> None:
    assert marks(YearDay(day, personal=["Teo"], due={1})) == {OWN}
    assert marks(YearDay(day, shared={"Navidad": 2}, due={1, 2})) == {SHARED}


def test_a_day_is_done_when_everybody_due_was_greeted() -> None:
    day = date(2027, 7, 3)
    some = YearDay(day, shared={"Día": 2}, due={1, 2}, greeted={1})
    assert marks(some) == {SHARED}
    some.greeted.add(2)
    assert marks(some) == {DONE}


def test_a_day_that_went_by_without_a_greeting_is_hollow() -> None:
    def inked(day: date) -> int:
        image = Image.open(
            io.BytesIO(draw(Year(2027, (YearDay(day, ["T"], due={1}),)), Speech("es", "AR"), TODAY))
        )
        below = image.convert("RGB").crop((0, 160, *image.size))
        return sum(
            count
            for count, seen in below.getcolors(100_000) or []
            if isinstance(seen, tuple) and abs(seen[0] - OWN[0]) < 12 and abs(seen[1] - OWN[1]) < 12
        )

    assert inked(date(2027, 7, 17)) < inked(date(2027, 7, 19)) * 2 / 3


@pytest.mark.parametrize(
    ("language", "name"),
    list(zip(LANGUAGES, ["玉", "🎂", "Ѓорѓи", "M" * 200], strict=True)),
)
def test_any_name_fits_in_any_language(language: str, name: str) -> None:
    days = [YearDay(date(2027, 5, day), [name], due={day}) for day in range(1, 32)]
    assert marks(*days, language=language) == {OWN}
