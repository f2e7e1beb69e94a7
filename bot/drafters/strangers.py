"""Surnames of people who are no contact, as far as they show: after a title ("la Dra. Gómez") or after a
given name that many bear ("Laura Funes"). One that stands alone ("lo de Gómez"), that is written small or
is a given name itself ("Laura Martín") cannot be told from another word."""

import re
from collections.abc import Iterator

from bot.domain.guards.names import known_name
from bot.domain.guards.reading import fold

TITLE = (
    r"(?:sr|sra|srta|dr|dra|prof|profa|ing|lic|arq|sig|sig\.ra|dott|dott\.ssa|avv|mr|mrs|ms|miss"
    r"|señor|señora|señorita|doctor|doctora|profesor|profesora|signor|signora|signore|dottor"
    r"|dottoressa|professor|professora|professoressa|senhor|senhora|familia|famiglia|família)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_PARTICLE = r"(?:de[ \t]+l[ao]s?|del|da|das|do|dos|di|van|van[ \t]+der|von)"
_FURTHER = rf"(?:[ \t]+(?:{_PARTICLE}[ \t]+)?{_CAPITAL})"
_TITLED = re.compile(
    rf"(?<!\w)(?i:{TITLE})(?:\.[ \t]*|[ \t]+)(?:(?:de|{_PARTICLE})[ \t]+)?"
    rf"(?P<name>{_CAPITAL}{_FURTHER}*)"
)
_RUN = re.compile(rf"(?<!\w)(?P<name>{_CAPITAL}{_FURTHER}+)")
_SAINT = re.compile(r"(?:san|santa|santo|são|saint|st|sant)[.'’]?\s*$", re.IGNORECASE)
_NO_SURNAME = re.compile(
    r"day|eve|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    re.IGNORECASE,
)
"""Words that English writes with a capital after a name, too."""


def surnames(text: str) -> dict[int, str]:
    """The surnames in a text that belong to a title or a given name, by where they begin."""
    found: dict[int, str] = {}
    for match in _TITLED.finditer(text):
        words = list(_words(match))
        named = [known_name(fold(word)) for _, word in words]
        first = next((place for place, given in enumerate(named) if not given), 0)
        found |= dict(words[first:])
    for match in _RUN.finditer(text):
        words = list(_words(match))
        given = [known_name(fold(word)) and not _sainted(text, start) for start, word in words]
        if True in given:
            behind = list(zip(words, given, strict=True))[given.index(True) + 1 :]
            first = next((place for place, (_, one) in enumerate(behind) if not one), len(behind))
            found |= dict(word for word, _ in behind[first:])
    return {start: word for start, word in found.items() if not _NO_SURNAME.fullmatch(word)}


def _words(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The capitalised words of a name, with their places in the text."""
    for word in re.finditer(_CAPITAL, match["name"]):
        yield match.start("name") + word.start(), word[0]


def _sainted(text: str, start: int) -> bool:
    """Whether it is a place or a feast: San Martín de los Andes."""
    return bool(_SAINT.search(text[:start]))
