"""What the model imitates has to keep the rules itself."""

import re
from itertools import combinations

import pytest

import prompts
from bot.domain.contacts import Register, Relationship
from prompts import Example

LANGUAGES = ("es", "en", "it", "pt")
ALL = [example for language in LANGUAGES for example in prompts.examples(language)]


def texts(example: Example) -> list[str]:
    return [alternative.text for alternative in example.alternatives]


def grams(text: str, names: str) -> set[str]:
    bare = re.sub(rf"{re.escape(names)}|[\W_]+", "", text.casefold())
    return {bare[start : start + 4] for start in range(len(bare) - 3)}


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_an_example_offers_two_short_clean_texts_each_on_a_note(example: Example) -> None:
    assert example.relationship in set(Relationship)
    assert example.register in set(Register)
    assert len(example.alternatives) == 2
    for alternative in example.alternatives:
        assert 1 <= len(re.findall(r"[.!?…]+(?:\s|$)", alternative.text)) <= 4
        assert len(alternative.text) <= 180
        assert not re.search(r"[*#\[\]{}?¿]|https?:", alternative.text)
        assert set(alternative.notes) <= set(range(1, len(example.notes) + 1))
        words = " ".join(example.notes[number - 1] for number in alternative.notes).casefold()
        stems = {word[:4] for word in re.findall(r"\w{4,}", words)}
        assert any(stem in alternative.text.casefold() for stem in stems)


def test_no_two_examples_resemble_each_other() -> None:
    pairs = combinations(((text, example.name) for example in ALL for text in texts(example)), 2)
    for (one, name), (other, other_name) in pairs:
        a, b = grams(one, name), grams(other, other_name)
        assert len(a & b) / len(a | b) < 0.25, (one, other)


@pytest.mark.parametrize(
    ("language", "register", "client"),
    [
        ("es", "vos", False),
        ("es", "tú", False),
        ("es", "usted", True),
        ("it", "tu", False),
        ("it", "lei", True),
        ("pt", "você", False),
        ("pt", "você", True),
        ("en", "you", False),
        ("en", "you", True),
    ],
)
def test_each_usual_register_has_an_example(language: str, register: str, client: bool) -> None:
    fits = [
        example
        for example in prompts.examples(language)
        if example.register == register and (example.relationship == "client") == client
    ]
    assert fits
    assert sum(example.register == register for example in prompts.examples(language)) >= 2
