"""What every parser does to typed text before it reads it."""

import re
import unicodedata
from dataclasses import dataclass

MAX_TEXT = 4096
"""Telegram's limit of one message, in characters."""


class ParseProblem(Exception):
    """The text cannot be used at all: `key` names the reason, `words` is what was typed.

    Keys: `empty_name`, `name_without_letters`, `name_too_long`, `text_too_long`, `empty_note`.
    """

    def __init__(self, key: str, words: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.words = words


_KEPT_FORMATS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xE0020, 0xE0080)))
"""Joiners and tags that emoji and some scripts need; other format characters can spoof a line."""

_SPACES = frozenset("\t\v\f\r\x85\u2028\u2029")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})


def clean(text: str) -> str:
    """The text in NFC, line ends unified, without control, bidi-override or surrogate characters."""
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    kept = (" " if char in _SPACES else char for char in text if _visible(char))
    return unicodedata.normalize("NFC", "".join(kept))


def _visible(char: str) -> bool:
    if char == "\n" or char in _SPACES or char in _KEPT_FORMATS:
        return True
    return unicodedata.category(char) not in _DROPPED


class _FoldTable(dict[int, str]):
    """Maps a character to its lower-case base letter, one to one, and remembers it."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_FOLD = _FoldTable({ord(mark): "'" for mark in "’‘`´ʼ"})


def fold(text: str) -> str:
    """Lower case without accents, **of the same length**, so that positions fit both texts."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_FOLD)


def has_letters(text: str) -> bool:
    """Whether there is a letter or digit of any script: a name of emoji alone cannot be said."""
    return any(char.isalnum() for char in text)


def squeeze(text: str) -> str:
    """The text with runs of white space made one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """A note in the owner's words. A private one never leaves the machine."""

    text: str
    private: bool = False
