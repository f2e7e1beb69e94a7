"""`/note`: whom it is about, the words, and whether they stay on the machine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.parsing.facts import strip_private
from bot.parsing.heading import MAX_NAME
from bot.parsing.names import Candidate, leading_name
from bot.parsing.text import MAX_TEXT, ParseProblem, clean, fold, has_letters


@dataclass(frozen=True, slots=True)
class ParsedNoteLine:
    """`name_part` is None when the text names nobody known; `text` may be empty: then ask for it."""

    name_part: str | None
    text: str
    private: bool = False


_COLON = re.compile(rf"^([^:\n]{{1,{MAX_NAME}}}?)\s*(?::(?!//|\d)|\n)\s*(?=\S|$)")
_TO = re.compile(r"(?:a|para|sobre|about|for|di|su|per|sobre)\s+(?=\S)")
_MOST_NAME_WORDS = 6


def parse_note(text: str, candidates: Sequence[Candidate] = ()) -> ParsedNoteLine:
    """Reads `Juana: se mudó`, `Juana se mudó` (a known name first), `a Juana le gusta …`.

    Before a colon stands a name, known or not; without one only a known contact's name is taken.
    Raises ParseProblem when nothing is left or the text is beyond Telegram's limit.
    """
    if len(text) > MAX_TEXT:
        raise ParseProblem("text_too_long", text[:80])
    body, private = _private(clean(text).strip())
    name, rest = _named(body, candidates)
    if name is not None:
        rest, also = _private(rest)
        private = private or also
    if not body:
        raise ParseProblem("empty_note", text)
    return ParsedNoteLine(name, rest, private)


def _private(text: str) -> tuple[str, bool]:
    stripped = strip_private(text)
    return (text, False) if stripped is None else (stripped, True)


def _named(body: str, candidates: Sequence[Candidate]) -> tuple[str | None, str]:
    colon = _COLON.match(body)
    if colon and has_letters(colon[1]) and len(colon[1].split()) <= _MOST_NAME_WORDS:
        return colon[1].strip(), body[colon.end() :].strip()
    for start in (0, _after_preposition(body)):
        found = leading_name(body[start:], candidates) if start is not None else None
        if found:
            return found.name, found.rest
    return None, body


def _after_preposition(body: str) -> int | None:
    found = _TO.match(fold(body))
    return found.end() if found else None
