"""Cuts a line into its parts, and keeps track of which words of a part were understood."""

import re
from functools import cache

from bot.parsing.text import fold, squeeze
from bot.parsing.vocabulary import LANGUAGES, alternation, load, words

_OPEN = {"(": ")", "«": "»", "“": "”", '"': '"'}
_DASH = re.compile(r"\s[-–—·•|]+\s")
_GAP = "\x00"


def split(text: str, *, heading: bool = True) -> list[str]:
    """The parts of a line: by commas, semicolons and lines, not inside brackets or quotes.

    After the name (`heading`) a colon, a dash or a full stop separate too; dashes go on doing so
    when one stood after the name.
    """
    parts = _outside_brackets(text)
    if heading and parts:
        first = _after_name(parts[0])
        parts = [*first, *parts[1:]]
        if len(first) > 1 and _DASH.search(text):
            parts = [piece for part in parts for piece in _DASH.split(part)]
    return [part for part in map(squeeze, parts) if part.strip("-–—.:·• ")]


def _outside_brackets(text: str) -> list[str]:
    parts, start, closing = [], 0, ""
    for at, char in enumerate(text):
        if closing:
            closing = "" if char == closing else closing
        elif char in _OPEN and _OPEN[char] in text[at + 1 :]:
            closing = _OPEN[char]
        elif char in ";\n،、，；" or (char == "," and not _binds(text, at)):
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


@cache
def _months() -> str:
    tables = (load(language)["dates"]["months"] for language in LANGUAGES)
    return alternation(fold(name) for table in tables for names in table for name in names)


def _binds(text: str, at: int) -> bool:
    """Whether a comma belongs to what surrounds it: 3,5 km; May 3rd, 1990."""
    before, after = fold(text[max(0, at - 24) : at]), text[at + 1 : at + 7]
    if before[-1:].isdigit() and after[:1].isdigit():
        return True
    dated = re.search(rf"\b(?:{_months()})\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?$", before)
    return bool(dated and re.match(r"\s*(?:19|20)\d\d\b", after))


def _after_name(first: str) -> list[str]:
    """The first part cut at the colon, dash or full stop that ends the name."""
    titles = words("titles") | words("first_name_titles")
    for found in re.finditer(r"\s[-–—·•|]+\s|:(?!//)(?!\d)|\.\s+", first):
        before = fold(first[: found.start()]).split()
        if not before or " ".join(before) in words("add"):
            continue
        title = len(before[-1]) == 1 or before[-1] in titles or "." in before[-1]
        if not (found.group().startswith(".") and title):
            return [first[: found.start()], first[found.end() :]]
    return [first]


class Part:
    """One part; words that were understood are taken out of what is left to read."""

    def __init__(self, text: str) -> None:
        self.text = squeeze(text)
        self._left = self.text
        self.fields: list[str] = []

    @property
    def folded(self) -> str:
        """What is left, folded, at its original positions."""
        return fold(self._left)

    def take(self, start: int, end: int, *fields: str) -> str:
        """Marks a stretch as understood and returns its words."""
        self._left = self._left[:start] + _GAP * (end - start) + self._left[end:]
        self.fields.extend(fields)
        return self.text[start:end].strip()

    @property
    def start(self) -> int:
        """Where what is left to read begins."""
        return len(self._left) - len(self._left.lstrip(_GAP + _EDGES))

    @property
    def rest(self) -> str:
        """What is left to read, in one piece, without the separators around it."""
        return squeeze(self._left.replace(_GAP, " ")).strip(_EDGES)

    @property
    def note(self) -> str:
        """What is worth a note: the stretch left, or all of it when words inside were taken."""
        inner = self._left.strip(_GAP + _EDGES)
        if _GAP in inner:
            return self.text
        return _AND.sub("", inner) if self._left.startswith(_GAP) else inner


_EDGES = " ,;:.·•-–—|/"
_AND = re.compile(r"^(?:y|e|and|ed)\s+(?=\S)", re.IGNORECASE)
"""Leads from a fact to what is noted after it, and says nothing by itself."""
