"""What the guards know of each language, kept as data beside this file.

One file per language (`es`, `en`, `it`, `pt`) with its function words, its stock of greeting words,
its numbers, and the patterns of each family; plus names, registers, machine's traces and concepts,
which belong to no one language. Adding a language is adding a file and its code to `LANGUAGES`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.guards.reading import STEM_LETTERS, stem, uncut

LANGUAGES = ("es", "en", "it", "pt")


def pattern(parts: Iterable[str], flags: re.RegexFlag = re.MULTILINE) -> re.Pattern[str]:
    """One pattern of many, each beginning at a word's edge unless it begins with its own anchor.

    The edge is asked once for all of them: most places of a text are none, and fail at once.
    """
    edged: list[str] = []
    anchored: list[str] = []
    for part in parts:
        (edged if part[0].isalnum() or part.startswith("(?:") else anchored).append(f"(?:{part})")
    groups = [rf"\b(?:{'|'.join(edged)})"] if edged else []
    return re.compile("|".join([*groups, *anchored]) or r"(?!)", flags)


@cache
def load(name: str) -> dict[str, Any]:
    """One lexicon file as plain data."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Language:
    """The words and patterns of one language, ready to use."""

    function: frozenset[str]
    stock: frozenset[str]
    stock_stems: Mapping[str, int]
    """Stems of both, as far as four letters leave them telling (`con` is no stem of `Cogne`); those of
    function words not where letters were cut off. With the length of the longest word behind each,
    uncut: a word much longer is another one (`acordás` and `acordeón`)."""
    flowery_stems: frozenset[str]
    aphorisms: re.Pattern[str]
    numbers: dict[str, int]
    reveals: re.Pattern[str]
    selling: re.Pattern[str]
    selling_innocent: re.Pattern[str]
    sensitive: dict[str, re.Pattern[str]]
    sensitive_innocent: re.Pattern[str]
    allusions: re.Pattern[str]


@cache
def language(code: str) -> Language:
    """The lexicon of a language in `LANGUAGES`."""
    data = load(code)
    function, stock = frozenset(data["function"].split()), frozenset(data["stock"].split())
    pairs = data["numbers"].split()
    return Language(
        function=function,
        stock=stock,
        stock_stems=_longest(
            word for word in function | stock if word in stock or len(stem(word)) < STEM_LETTERS
        ),
        flowery_stems=frozenset(map(stem, data["flowery"].split())),
        aphorisms=pattern(data["aphorisms"]),
        numbers=dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True)),
        reveals=pattern(data["reveals"]),
        selling=pattern(data["selling"]),
        selling_innocent=pattern(data["selling_innocent"]),
        sensitive={theme: pattern(parts) for theme, parts in data["sensitive"].items()},
        sensitive_innocent=pattern(data["sensitive_innocent"]),
        allusions=pattern(data["allusions"]),
    )


@cache
def allusions(theme: str) -> re.Pattern[str]:
    """What alludes to a theme when said to somebody whose notes touch it, in any language."""
    return pattern(load("allusions")[theme])


@cache
def wounds() -> dict[str, re.Pattern[str]]:
    """What in a note tells something delicate, by theme, in any language."""
    return {theme: pattern(parts) for theme, parts in load("wounds").items()}


@cache
def soft() -> re.Pattern[str]:
    """Words of a delicate theme that are in everybody's jokes."""
    return re.compile("|".join(load("soft")["words"]))


@cache
def play() -> re.Pattern[str]:
    """Games, dishes and sports: what such jokes are about."""
    return pattern(load("soft")["play"])


@cache
def trades() -> dict[str, re.Pattern[str]]:
    """Who has to do with a theme all day, by theme, in any language."""
    return {theme: pattern([told]) for theme, told in load("soft")["trades"].items()}


_LONGER = 2
"""By how many letters an inflection may exceed the longest stock word it shares a stem with."""


def _longest(vocabulary: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for whole in map(uncut, vocabulary):
        if len(whole) > 3:
            found[whole[:STEM_LETTERS]] = max(len(whole), found.get(whole[:STEM_LETTERS], 0))
    return found


def is_stock(folded: str, code: str | None = None) -> bool:
    """Whether a word carries nothing personal, as function and greeting words do, in one language or
    in any.

    One language where it is known: `loro` is a pronoun in Italian and a parrot in Spanish.
    """
    whole = uncut(folded)
    codes = LANGUAGES if code is None else (code,)
    return any(
        len(whole) <= language(one).stock_stems.get(whole[:STEM_LETTERS], -_LONGER) + _LONGER
        for one in codes
    )


@cache
def stock_words(code: str | None = None) -> frozenset[str]:
    """The very words those stems come from."""
    codes = LANGUAGES if code is None else (code,)
    return frozenset().union(*(language(one).function | language(one).stock for one in codes))


@cache
def number_words() -> dict[str, int]:
    """Number words of all languages; a number below three is no evidence of anything."""
    return {
        word: value
        for code in LANGUAGES
        for word, value in language(code).numbers.items()
        if value > 2
    }


@cache
def given_names() -> frozenset[str]:
    """Whole given names, without accents."""
    return frozenset(load("names")["given"].split())


@cache
def short_names() -> dict[str, frozenset[str]]:
    """Short forms and the names each may stand for."""
    return {short: frozenset(full.split()) for short, full in load("names")["short"].items()}
