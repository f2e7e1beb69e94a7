"""The words of the four languages, read from `words/*.toml` and folded for matching."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from bot.parsing.text import fold

LANGUAGES = ("es", "en", "it", "pt")


def base_language(tag: str) -> str:
    """`es` of `es-AR`; Spanish for a language we have no words of."""
    base = tag.replace("_", "-").split("-")[0].lower()
    return base if base in LANGUAGES else LANGUAGES[0]


def preferring(language: str) -> tuple[str, ...]:
    """The languages, the owner's first: it wins where one word means two things."""
    first = base_language(language)
    return (first, *(other for other in LANGUAGES if other != first))


@cache
def load(name: str) -> dict[str, Any]:
    """One file of words as written."""
    text = files("bot.parsing").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _entry(language: str, path: str) -> Any:
    node: Any = load(language)
    for step in path.split("."):
        node = node.get(step, [])
    return node


@cache
def words(path: str) -> frozenset[str]:
    """All phrases under a key (`birthday`, `dates.am`) in all languages, folded."""
    return frozenset(fold(word) for lang in LANGUAGES for word in _entry(lang, path))


@cache
def meanings(path: str, language: str) -> dict[str, str]:
    """Folded phrase → its key in a table (`role`, `relationship`), the owner's language first."""
    found: dict[str, str] = {}
    for lang in preferring(language):
        for key, phrases in dict(_entry(lang, path) or {}).items():
            for phrase in phrases:
                found.setdefault(fold(phrase), key)
    return found


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of the folded phrases, longest first, spaces elastic."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


@cache
def any_of(path: str) -> str:
    """A regular expression for any phrase under a key, in any language."""
    return alternation(words(path))


@cache
def cities() -> dict[str, str]:
    """Folded name of a city that is in one country for everybody → its ISO 3166 code."""
    return {fold(name): code for code, names in load("cities").items() for name in names}


@cache
def countries() -> dict[str, str]:
    """Folded name of a country in the four languages → its ISO 3166 code."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        for code, name in Locale(lang).territories.items():
            if len(code) == 2 and code.isalpha():
                found.setdefault(fold(name), code)
        for code, names in load(lang)["countries"].items():
            found.update((fold(name), code) for name in names)
    return found
