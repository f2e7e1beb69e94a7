"""`abrazo occasions`."""

import io
import json

import pytest

from bot.list_occasions import list_occasions


def listed(country: str, year: int) -> list[dict[str, object]]:
    out = io.StringIO()
    assert list_occasions(country, year, as_json=True, out=out) == 0
    rows: list[dict[str, object]] = json.loads(out.getvalue())
    return rows


def test_json_lists_each_occasion_with_its_date_and_standing() -> None:
    (friends_day,) = (row for row in listed("AR", 2027) if row["key"] == "friends-day")
    assert friends_day == {
        "date": "2027-07-20",
        "key": "friends-day",
        "name": "Día del Amigo",
        "country": "AR",
        "rule": "fixed:07-20",
        "confidence": "high",
        "default": True,
        "note": None,
    }


def test_worldwide_and_off_by_default_ones_are_included_and_sorted() -> None:
    rows = listed("ar", 2027)
    assert {"new-year", "rosh-hashanah", "womens-day"} <= {row["key"] for row in rows}
    assert {row["country"] for row in rows} == {"AR", "*"}
    assert False in {row["default"] for row in rows}
    assert [row["date"] for row in rows] == sorted(str(row["date"]) for row in rows)


def test_a_country_without_days_of_its_own_has_the_worldwide_ones() -> None:
    assert {row["country"] for row in listed("JP", 2027)} == {"*"}


def test_the_table_has_a_line_for_each() -> None:
    out = io.StringIO()
    assert list_occasions("AR", 2027, as_json=False, out=out) == 0
    lines = out.getvalue().splitlines()
    assert len(lines) == len(listed("AR", 2027))
    assert any("2027-07-20" in line and "Día del Amigo" in line for line in lines)


@pytest.mark.parametrize(("country", "year"), [("XX", 2027), ("ARG", 2027), ("AR", 20270)])
def test_what_does_not_exist_is_refused_in_one_line(
    country: str, year: int, capsys: pytest.CaptureFixture[str]
) -> None:
    out = io.StringIO()
    assert list_occasions(country, year, as_json=True, out=out) == 2
    assert out.getvalue() == ""
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_feast_whose_table_has_ended_is_named_instead_of_guessed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = io.StringIO()
    assert list_occasions("IN", 2036, as_json=True, out=out) == 0
    assert "diwali" not in {row["key"] for row in json.loads(out.getvalue())}
    said = capsys.readouterr().err
    assert "diwali is left out: its table ends in 2035" in said
    assert "eid" not in said
