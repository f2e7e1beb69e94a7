"""`/note`: whom it is about, the words, and whether they stay on the machine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.parsing.facts import strip_private
from bot.parsing.heading import MAX_NAME
from bot.parsing.names import Candidate, LeadingName, leading_name, match_names
from bot.parsing.text import MAX_TEXT, ParseProblem, clean, fold, has_letters


@dataclass(frozen=True, slots=True)
class ParsedNoteLine:
    """`name_part` is None when the text names nobody known; `text` may be empty: then ask for it."""

    name_part: str | None
    text: str
    private: bool = False


_COLON = re.compile(rf"^([^:\n]{{1,{MAX_NAME}}}?)\s*(?::(?!//|\d)|\n)\s*(?=\S|$)")
_TO = re.compile(r"(?:a|para|sobre|about|for|di|su|per)\s+(?=\S)")
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
    known = _leading(body, candidates)
    colon = _COLON.match(body)
    said = colon[1].strip() if colon else ""
    if colon and has_letters(said) and len(said.split()) <= _MOST_NAME_WORDS:
        match = match_names(said, candidates)
        if match.exact or match.similar or not (known and known.match.exact):
            return said, body[colon.end() :].strip()
    return (known.name, known.rest) if known else (None, body)


def _leading(body: str, candidates: Sequence[Candidate]) -> LeadingName | None:
    """The known name the text begins with, perhaps behind a preposition; exact before similar."""
    preposition = _TO.match(fold(body))
    starts = (0, preposition.end()) if preposition else (0,)
    found = [name for start in starts if (name := leading_name(body[start:], candidates))]
    return next((name for name in found if name.match.exact), found[0] if found else None)
