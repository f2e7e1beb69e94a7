"""What the composer knows of a language's grammar, read from grammar/<language>.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("es", "en", "it", "pt")
"""In the order of the columns of lexicon.toml."""


class BadComposerData(Exception):
    """A grammar or frame file of the composer is malformed; the text says where and why."""


def load_toml(folder: str, language: str) -> dict[str, Any]:
    """One data file of this package."""
    path = resources.files("bot.drafters.composer").joinpath(folder, f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of typing a note: the kind it means, and the slots its named groups fill."""

    kind: str
    match: re.Pattern[str]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Grammar:
    """One language: the words it is recognised by, its articles and verbs, how notes are typed.

    A *shape* is gender and number: `ms`, `fs`, `mp`, `fp`. `verbs` maps the third person of the
    present to the infinitive, `second` the irregular second persons ("es|vos" to "sos"), `past`
    the third person of irregular pasts to the second. A piece of a note that begins with `others`
    speaks of somebody or something else, so what follows has another subject; `alien` is what
    no word of this language looks like.
    """

    language: str
    stopwords: frozenset[str]
    articles: dict[str, str]
    definite: dict[str, str]
    endings: dict[str, str]
    nouns: dict[str, str]
    contractions: dict[str, str]
    possessives: dict[str, dict[str, str]]
    verbs: dict[str, str]
    second: dict[str, str]
    past: dict[str, str]
    theirs: dict[str, str]
    spellings: dict[str, str]
    adverbs: frozenset[str]
    clitics: frozenset[str]
    me: frozenset[str]
    alien: re.Pattern[str]
    others: re.Pattern[str]
    unsafe: re.Pattern[str]
    cut: re.Pattern[str]
    edible: frozenset[str]
    drinkable: frozenset[str]
    patterns: tuple[Pattern, ...]

    def shape_of(self, word: str) -> str | None:
        """Gender and number of a noun, None when its ending does not tell."""
        word = word.lower()
        if word in self.nouns:
            return self.nouns[word]
        fitting = [e for e in self.endings if word.endswith(e)]
        return self.endings[max(fitting, key=len)] if fitting else None


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of LANGUAGES. Raises BadComposerData when its file is malformed."""
    try:
        return _grammar(language, load_toml("grammar", language))
    except (KeyError, TypeError, ValueError, re.error) as error:
        raise BadComposerData(f"grammar/{language}.toml: {error!r}") from error


def _grammar(language: str, data: dict[str, Any]) -> Grammar:
    words, nouns, verbs = data["words"], data["nouns"], data["verbs"]
    return Grammar(
        language=language,
        stopwords=frozenset(words["stopwords"].split()),
        articles=nouns["articles"],
        definite=nouns["definite"],
        endings=nouns["endings"],
        nouns={noun: shape for shape, names in nouns["known"].items() for noun in names.split()},
        contractions=nouns["contractions"],
        possessives=nouns["possessives"],
        verbs=dict(_pairs(verbs["present"])),
        second=verbs["second"],
        past=dict(_pairs(verbs["past"])),
        theirs=words["theirs"],
        spellings=words["spellings"],
        adverbs=frozenset(words["adverbs"].split()),
        clitics=frozenset(words["clitics"].split()),
        me=frozenset(words["me"].split()),
        alien=re.compile(words["alien"], re.IGNORECASE),
        others=re.compile(rf"^(?:{words['others']})\b", re.IGNORECASE),
        unsafe=re.compile(rf"\b(?:{words['unsafe']})\b", re.IGNORECASE),
        cut=re.compile(rf"\s+(?:{words['cut']})\b.*$", re.IGNORECASE),
        edible=frozenset(words["edible"].split()),
        drinkable=frozenset(words["drinkable"].split()),
        patterns=tuple(
            Pattern(row["kind"], re.compile(row["match"], re.IGNORECASE)) for row in data["note"]
        ),
    )


def _pairs(lines: str) -> list[tuple[str, str]]:
    """`"pinta pintar, baila bailar"` as pairs."""
    pairs = []
    for entry in lines.split(","):
        if entry.strip():
            first, last = entry.split()
            pairs.append((first, last))
    return pairs


@cache
def translations(source: str, target: str) -> dict[str, str]:
    """Words of one language that have one obvious equivalent in another (lexicon.toml)."""
    path = resources.files("bot.drafters.composer").joinpath("lexicon.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["words"]
    one, other = LANGUAGES.index(source), LANGUAGES.index(target)
    return {row[one].lower(): row[other] for row in rows}
