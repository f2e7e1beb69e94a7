"""A prompt is used exactly as it is written, or not at all."""

import pytest

import prompts
from prompts import Prompt, PromptError

GREETING = Prompt("hello.1", "Say hello to {{name}}, {{name}}, from {{place}}.")


def test_every_variable_is_put_in() -> None:
    said = GREETING.render(name="Juana", place="Córdoba")
    assert said == "Say hello to Juana, Juana, from Córdoba."


def test_braces_dollars_and_backslashes_of_a_person_stay_text() -> None:
    said = GREETING.render(name=r"{{place}} ${x} {} \1", place="$5")
    assert said == r"Say hello to {{place}} ${x} {} \1, {{place}} ${x} {} \1, from $5."


@pytest.mark.parametrize("values", [{"name": "Juana"}, {"name": "J", "place": "C", "age": "9"}])
def test_a_missing_or_unknown_variable_is_an_error(values: dict[str, str]) -> None:
    with pytest.raises(PromptError, match=r"hello\.1: missing .* unknown"):
        GREETING.render(**values)


@pytest.mark.parametrize("language", ["es", "en", "it", "pt"])
def test_every_language_has_a_versioned_prompt_without_variables(language: str) -> None:
    prompt = prompts.load(f"greeting-{language}")
    assert prompt.version == f"greeting-{language}.2"
    assert prompt.render() == prompt.text


def test_an_unknown_prompt_is_an_error() -> None:
    with pytest.raises(PromptError, match="greeting-xx"):
        prompts.load("greeting-xx")
