"""One message may say several things: where one ends and the next begins."""

import re
from collections.abc import Callable

from bot.parsing.text import clean

_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[^\s\W\d_]|[¿¡🔒])|\s*\n\s*|\s*;\s+")
_ABBREVIATED = re.compile(
    r"(?:^|\W)(?:sra?|srta|dra?|prof|profa|ing|lic|arq|sig|dott|avv|mr|mrs|ms|st|gent|av|tel|nac|cel|[a-z])\.$",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s+(?:y|e|and|ed)\s+(?=\S)|,\s+(?=\S)")

Begins = Callable[[str], bool]


def sentences(text: str, begins: Begins, begins_after_and: Begins) -> list[str]:
    """The parts of a message that mean something of their own.

    A sentence that begins nothing new (`begins`) goes on with the one before it; so does what
    follows "and" unless it begins with somebody (`begins_after_and`).
    """
    found: list[str] = []
    for sentence in _sentences(clean(text).strip()):
        for piece, glue in _parts(sentence, begins_after_and):
            if found and (glue or not begins(piece)):
                found[-1] += (glue or _joint(found[-1])) + piece
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


def _parts(sentence: str, begins: Begins) -> list[tuple[str, str]]:
    """The sentence cut where "and" leads to somebody; with each part what joins it to the one before
    when it is no part of its own."""
    found = [(sentence, "")]
    start = 0
    for joint in _AND.finditer(sentence):
        if begins(sentence[joint.end() :]):
            found[-1] = (sentence[start : joint.start()], "")
            start = joint.end()
            found.append((sentence[start:], ""))
    return found
