"""The examples that the bot gives are understood when they are typed."""

import re
from datetime import date

import pytest

from bot.domain.contacts import Relationship
from bot.locales import LANGUAGES, Speech
from bot.parsing.contacts import parse_contact
from bot.parsing.note import parse_note

TODAY = date(2026, 7, 1)
COUNTRY = {"es": "AR", "en": "US", "it": "IT", "pt": "BR"}
VOICES = [*COUNTRY.items(), ("es", "MX")]


@pytest.mark.parametrize(("language", "country"), VOICES)
@pytest.mark.parametrize("key", ["welcome", "help", "ask-whom"])
def test_the_example_of_a_contact_is_understood_whole(
    key: str, language: str, country: str
) -> None:
    filled = {"name": "Ana", "country": country, "hour": "9:00"} if key == "welcome" else {}
    text = Speech(language, country)(key, **filled)
    example = re.search(r"Juana, .*$", text, re.MULTILINE)
    assert example is not None
    read = parse_contact(
        example.group(), today=TODAY, owner_language=language, owner_country=country
    )
    assert (read.name, read.relationship) == ("Juana", Relationship.FRIEND)
    assert read.birthday is not None
    assert (read.birthday.month, read.birthday.day) == (5, 3)
    assert len(read.notes) == 1
    assert read.questions == read.remarks == ()


@pytest.mark.parametrize(("language", "country"), VOICES)
def test_the_example_of_a_birthday_is_understood(language: str, country: str) -> None:
    text = Speech(language, country)("draft-no-day", name="Ana")
    said = text.rpartition("Ana: ")[2]
    read = parse_contact(
        f"Ana, {said}", today=TODAY, owner_language=language, owner_country=country
    )
    assert read.birthday is not None
    assert (read.birthday.month, read.birthday.day) == (5, 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "key", ["ask-note", "note-how", "parse-empty-note", "talk-how", "not-understood-yet"]
)
def test_the_example_of_a_note_is_understood(key: str, language: str) -> None:
    text = Speech(language, COUNTRY[language])(key)
    example = re.search(r"Juana: [^.]*", text)
    assert example is not None
    read = parse_note(example.group(), [(1, "Juana", None)])
    assert read.name_part == "Juana"
    assert read.text
