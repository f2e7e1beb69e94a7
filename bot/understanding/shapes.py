"""What words look like: a name, the way somebody is introduced, what goes on about them."""

import re

from bot.parsing.text import fold
from bot.parsing.vocabulary import words as parsed_words
from bot.understanding.vocabulary import any_of, words

MOST_NAME_WORDS = 4
_FEW = 4
_OTHERS = frozenset(
    "su sus mi el la los las un una his her their my the a il suo sua seu o dele dela".split()  # noqa: SIM905
)
"""After "died", somebody else is meant."""


def folded_words(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"\w+", fold(text))


def preposition(text: str) -> int:
    """How long the "a", "para", "to" is that a text begins with."""
    found = re.match(r"(?:a|para|sobre|about|for|to|di|su|per|de|com|con)\s+(?=\S)", fold(text))
    return found.end() if found else 0


def opens(rest: str) -> bool:
    """Whether words go on about somebody: "se recibió", "le gusta", "is moving"."""
    if re.match(rf"(?:{any_of('third')})(?!\w)", fold(rest)):
        return True
    # A verb of the past in Spanish, Italian or Portuguese, a participle, or an English -ed.
    return bool(re.match(r"[^\W\d_]{2,}(?:ó|ió|ò|ou|eu|iu|ed|ing)(?!\w)", rest))


def like_a_name(head: str) -> bool:
    """One to four words with capitals ("María de los Ángeles"), no digits: what somebody may be
    called."""
    pieces = head.split()
    if not 1 <= len(pieces) <= MOST_NAME_WORDS or not pieces[0][0].isupper():
        return False
    plain = all(re.fullmatch(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*", one) for one in pieces)
    particles = parsed_words("name_particles")
    named = all(one[0].isupper() or fold(one) in particles for one in pieces)
    common = words("third") | words("lead") | words("tell")
    return plain and named and fold(head) not in common


def unarticled(line: str) -> str:
    """ "o João" → "João": Portuguese and Italian put an article before a name."""
    return re.sub(r"^(?:o|a|il|la|el|lo)\s+(?=[A-ZÀ-Ý])", "", line)


def tells_of_a_wedding(note: str) -> bool:
    """Whether somebody got married: their anniversary is worth asking for."""
    return bool(re.search(rf"(?<!\w)(?:{any_of('wed')})(?!\w)", fold(note)))


def tells_of_a_death(note: str) -> bool:
    """Whether the note says that the contact died, in a few words: "falleció ayer" does, "murió su
    perro" does not."""
    found = re.match(rf"(?:{any_of('died')})(?!\w)", fold(note))
    after = folded_words(note[found.end() :]) if found else ()
    return found is not None and len(after) <= _FEW and not _OTHERS.intersection(after)
