"""How the guards read a text: folded letters, words, stems, sentences.

Everything here is a pure function of the text and remembered, because the same siblings, previous
texts and notes are read again for every draft of an occasion.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…\n]*")
_SUFFIXES = (
    "iendo|ando|endo|indo|ate|ito|ita|itos|itas|inho|inha|ino|ina|etto|etta|mente|aron|ieron|aste|"
    "iste|ado|ada|ados|adas|ido|ida|idos|idas|ato|ata|ati|uto|ar|er|ir|are|ere|ire|ava|aba|aban|"
    "ian|ing|ings|ed|es|en|an|as|os|ai|ei|ou|io"
)
_SUFFIXES_LONG_FIRST = tuple(sorted(_SUFFIXES.split("|"), key=lambda s: (-len(s), s)))
_COGNATES = (
    ("gn", "n"), ("nh", "n"), ("lh", "l"), ("gli", "li"), ("ph", "f"), ("qu", "k"), ("ch", "k"),
    ("th", "t"), ("ue", "o"), ("uo", "o"), ("ie", "e"), ("y", "i"), ("c", "k"), ("z", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
STEM_LETTERS = 5


class _Folding(dict[int, str]):
    """Letters and their folded form, learnt as they come."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = unicodedata.normalize("NFD", letter.lower())[:1] or letter
        self[code] = folded
        return folded


_FOLDING = _Folding()


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Lower case without accents, letter for letter: positions in it are positions in the text.

    The text is expected in NFC (`read` sees to it); a letter whose lower case is longer keeps its
    first letter.
    """
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as written, folded, and where it begins."""

    written: str
    folded: str
    start: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.written[:1].isupper()


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; an English or Italian apostrophe stays inside."""
    folded = fold(text)
    return tuple(
        Word(m[0], folded[m.start() : m.end()].replace("’", "'"), m.start())
        for m in _WORD.finditer(text)
    )


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, with their marks."""
    return tuple(s.strip() for s in _SENTENCE.findall(text) if s.strip())


@lru_cache(maxsize=8192)
def stem(folded: str) -> str:
    """What a word shares with its inflections and, often, its cousins in the other languages.

    Not a linguist's stem: endings go, spellings of one sound become one, and five letters stay
    (a shared five-letter stem was the best lexical sign of a draft that rests on a note).
    """
    return uncut(folded)[:STEM_LETTERS]


def uncut(folded: str) -> str:
    """The stem before it is cut to its five letters."""
    word = folded.rsplit("'", 1)[-1] if len(folded.rsplit("'", 1)[-1]) > 2 else folded
    word = word.replace("'", "")
    for ending in _SUFFIXES_LONG_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    else:
        if len(word) > 3 and word.endswith("s"):
            word = word[:-1]
        if len(word) > 3 and word[-1] in "aeiou":
            word = word[:-1]
    for written, sound in _COGNATES:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word)


def span(text: str, start: int, end: int) -> str:
    """The words a match covers, as written and without the blanks around."""
    return " ".join(text[start:end].split())
