"""One message may say several things: where one ends and the next begins."""

import re
from collections.abc import Callable
from itertools import islice

from bot.parsing.text import clean

_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[^\s\W\d_]|[¿¡🔒])|\s*\n\s*|\s*;\s+")
_ABBREVIATED = re.compile(
    r"(?:^|\W)(?:sra?|srta|dra?|prof|profa|ing|lic|arq|sig|dott|avv|mr|mrs|ms|st|gent|av|tel|nac|cel|[a-z])\.$",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:y|e|and|ed)\s+(?=\S)|,\s+(?=\S)")

_MOST = 16
"""Sentences that are looked at; a longer text goes on as one note."""

Begins = Callable[[str], bool]
Cuts = Callable[[str, str], bool]


def sentences(text: str, begins: Begins, begins_after_and: Cuts) -> list[str]:
    """The parts of a message that mean something of their own.

    A sentence that begins nothing new (`begins`) goes on with the one before it; so does what
    follows "and" unless it begins with somebody (`begins_after_and`, given what stands on both sides).
    """
    found: list[str] = []
    said = clean(text).strip()
    pieces = [piece for one in _sentences(said) for piece in _parts(one, begins_after_and)]
    for number, piece in enumerate(pieces):
        if found and (number >= _MOST or not begins(piece)):
            found[-1] += _joint(found[-1]) + piece
        else:
            found.append(piece)
    return found


def _joint(before: str) -> str:
    return " " if before[-1:] in ".!?…:," else ". "


def _sentences(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _ENDS.finditer(text):
        if not _ABBREVIATED.search(text[start : end.start()]):
            found.append(text[start : end.start()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [one for one in found if one]


def _parts(sentence: str, cuts: Cuts) -> list[str]:
    """The sentence cut where "and" or a comma leads to somebody."""
    found = []
    start = 0
    for joint in islice(_AND.finditer(sentence), 2 * _MOST):
        before = sentence[start : joint.start()]
        if cuts(before, sentence[joint.end() :]):
            found.append(before)
            start = joint.end()
    return [*found, sentence[start:]]
