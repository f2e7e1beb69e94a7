"""The words of dates as tags, so that one grammar serves four languages.

Tags: `n3` a number, `m5` May, `w4` Friday (Monday is 0), `r1` tomorrow, `uday` a unit, `s3/5` and
`p3.5` digits with strokes or points, `t9:30` an hour; `IN`, `AGO`, `AFTER`, `NEXT`, `LAST`, `AT`,
`HR`, `AM`, `PM`, `NIGHT`, `NOON`, `HALF`, `QTR`; `?` is a word no date has.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.parsing.text import fold
from bot.parsing.vocabulary import load, preferring

FILLER = "-"
"""A word that means nothing beside a date ("el", "de", "the")."""

SKIP = ","
"""Punctuation."""


@dataclass(frozen=True, slots=True)
class Token:
    """One tag and where its words ended in the text."""

    tag: str
    end: int


_TOKEN = re.compile(
    r"(?P<time>(?<!\d)\d{1,2}[:h]\d{2}(?!\d))"
    r"|(?P<stroke>(?<!\d)\d{1,4}(?:\s*/\s*\d{1,4}|-\d{1,2}|\.\d{1,2}(?=\.)){1,2}(?:\.\d{2,4}|-\d{1,4})?(?!\d))"
    r"|(?P<point>(?<!\d)\d{1,2}\.\d{1,2}(?!\d))"
    r"|(?P<number>'?\d{1,4}(?:(?:st|nd|rd|th|ero|er|ro|do|to|o|a|º|ª|°)(?![^\W\d_]))?)"
    r"|(?P<word>[ap]\.m\.|[^\W\d_]+(?:['-][^\W\d_]+)*'?)"
    r"|(?P<skip>[\s,;:.!()]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)

_TAGS = {
    "in": "IN",
    "ago": "AGO",
    "after": "AFTER",
    "next": "NEXT",
    "last": "LAST",
    "at": "AT",
    "hours": "HR",
    "am": "AM",
    "pm": "PM",
    "night": "NIGHT",
    "noon": "NOON",
    "half": "HALF",
    "quarter": "QTR",
    "day": "uday",
    "week": "uweek",
    "month": "umonth",
    "year": "uyear",
    "one": "n1",
    "two": "n2",
    "first": "n1",
    "fillers": FILLER,
}


@cache
def _phrases(language: str) -> dict[tuple[str, ...], str]:
    """Folded phrase, as its words → tag; the owner's language wins."""
    found: dict[tuple[str, ...], str] = {}
    for lang in preferring(language):
        for phrase, tag in _tagged(load(lang)["dates"]):
            found.setdefault(tuple(_split(fold(phrase))), tag)
    return found


def _tagged(dates: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for number, names in enumerate(dates["months"], start=1):
        yield from ((name, f"m{number}") for name in names)
    for number, names in enumerate(dates["weekdays"]):
        yield from ((name, f"w{number}") for name in names)
    for days, names in dates["relative"].items():
        yield from ((name, f"r{days}") for name in names)
    for key in ("numbers", "ordinals"):
        yield from ((name, f"n{n}") for n, name in enumerate(dates.get(key, []), start=1))
    for key, tag in _TAGS.items():
        yield from ((name, tag) for name in dates[key])


def _split(folded: str) -> list[str]:
    return [m.group() for m in _TOKEN.finditer(folded) if m.lastgroup != "skip"]


def tokens(text: str, language: str) -> list[Token]:
    """The text as tags, longest phrases first."""
    raw = [m for m in _TOKEN.finditer(fold(text)) if m.lastgroup != "skip" or m.group().strip()]
    phrases = _phrases(language)
    found: list[Token] = []
    at = 0
    while at < len(raw):
        for length in range(min(5, len(raw) - at), 0, -1):
            tag = phrases.get(tuple(m.group() for m in raw[at : at + length]))
            if tag:
                found.append(Token(tag, raw[at + length - 1].end()))
                at += length
                break
        else:
            found.append(Token(_plain(raw[at]), raw[at].end()))
            at += 1
    return found


def _plain(found: re.Match[str]) -> str:
    """The tag of what is no known phrase."""
    text = found.group()
    match found.lastgroup:
        case "time":
            return "t" + re.sub(r"[h:]", ":", text)
        case "stroke":
            return "s" + re.sub(r"\s*[/.\-]\s*", "/", text)
        case "point":
            return "p" + text
        case "number":
            return "n" + re.sub(r"\D", "", text)
        case "skip":
            return SKIP
        case _:
            return "?"
