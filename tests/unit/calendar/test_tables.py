"""The data files: complete, consistent, and honest about what is uncertain."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import pytest

from bot.calendar import Calendar
from bot.calendar.loader import known_countries, read_data
from bot.domain.occasions import Audience, Occasion
from bot.domain.whose import WHO
from tests.unit.calendar.feasts import as_toml

FOLDER = files("bot.calendar") / "tables"
LANGUAGES = {"es", "en", "it", "pt"}
OCCASIONS, NAMES = read_data()
ALLOWED = {
    "key", "countries", "rule", "for", "names", "beside", "default", "note", "source",
    "confidence", "given_names",
}  # fmt: skip


def entries() -> list[Mapping[str, Any]]:
    return [
        entry
        for file in FOLDER.iterdir()
        if file.name not in {"kinds.toml", "feasts.toml"}
        for entry in tomllib.loads(file.read_text("utf-8"))["occasion"]
    ]


def about(occasion: Occasion) -> str:
    return f"{occasion.key} {sorted(occasion.countries) or '*'}"


def test_no_entry_has_a_misspelt_field() -> None:
    assert {field for entry in entries() for field in entry} <= ALLOWED


@pytest.mark.parametrize("occasion", OCCASIONS, ids=about)
def test_an_occasion_is_complete(occasion: Occasion) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", occasion.key)
    assert set(occasion.names) >= LANGUAGES
    assert all(name.strip() for name in occasion.names.values())
    assert occasion.countries <= known_countries()
    assert occasion.source.strip()
    assert occasion.confidence in {"high", "medium", "low", "medium-contested", "low-contested"}


def test_what_is_contested_or_uncertain_is_off() -> None:
    doubtful = [o for o in OCCASIONS if "contested" in o.confidence or o.confidence == "low"]
    assert doubtful
    assert [about(o) for o in doubtful if o.default] == []


def test_what_is_off_says_why_in_every_language() -> None:
    assert [about(o) for o in OCCASIONS if not o.default and not set(o.notes) >= LANGUAGES] == []


def test_every_audience_says_who_belongs_to_it() -> None:
    assert set(WHO) == set(Audience)


def test_every_country_and_key_has_one_day_except_name_days() -> None:
    seen = Counter(
        (country, o.key)
        for o in OCCASIONS
        if o.key != "name-day"
        for country in o.countries or {"*"}
        if not (o.key == "christmas" and country == "*")
    )
    assert [pair for pair, times in seen.items() if times > 1] == []


def test_days_put_beside_a_country_s_own_have_a_name_of_their_own() -> None:
    assert {o.beside for o in OCCASIONS if o.beside} <= set(NAMES)


@pytest.mark.parametrize("key", ["birthday", "anniversary", "work-anniversary"])
def test_personal_dates_have_a_name_in_every_language(key: str) -> None:
    assert set(NAMES[key]) >= LANGUAGES


def test_every_name_day_says_whose_it_is() -> None:
    assert all(bool(o.given_names) == (o.key == "name-day") for o in OCCASIONS)


@pytest.mark.parametrize("key", ["eid-al-fitr", "eid-al-adha", "ramadan"])
def test_days_of_a_sighted_moon_say_around(key: str) -> None:
    occasion = Calendar.load().get(key, "AR")
    assert occasion is not None
    assert (occasion.note_in("es") or "").startswith("Alrededor de")


def test_the_tables_of_moving_feasts_are_what_the_libraries_compute() -> None:
    assert (FOLDER / "feasts.toml").read_text("utf-8") == as_toml()
