"""The sentences of the four languages, read from `words/*.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.parsing.text import fold
from bot.parsing.vocabulary import LANGUAGES, alternation, preferring

_SLOTS = {
    "{name}": r"(?P<name>[^?\n]{1,80}?)",
    "{when}": r"(?P<when>[^?\n]{1,60}?)",
    "{what}": r"(?P<what>[^?\n]{2,80}?)",
}


@cache
def load(language: str) -> dict[str, Any]:
    """One language's words as written."""
    text = files("bot.understanding").joinpath("words", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(key: str) -> frozenset[str]:
    """All phrases under a key in all languages, folded."""
    return frozenset(fold(word) for language in LANGUAGES for word in load(language)[key])


@cache
def any_of(key: str) -> str:
    """A regular expression for any phrase under a key, in any language."""
    return alternation(words(key))


@cache
def periods() -> dict[str, str]:
    """Folded phrase → the name of the stretch of days it means."""
    return {
        fold(phrase): name
        for language in LANGUAGES
        for name, phrases in load(language)["periods"].items()
        for phrase in phrases
    }


@cache
def patterns(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    """The sentences under a key, the owner's language first."""
    return tuple(_compiled(sentence) for one in preferring(language) for sentence in load(one)[key])


def _compiled(sentence: str) -> re.Pattern[str]:
    for slot, group in _SLOTS.items():
        sentence = sentence.replace(slot, group)
    return re.compile(sentence)
