"""How alike two texts are: Jaccard of character 4-grams, names and occasion words left out."""

import re
import unicodedata
from collections.abc import Iterable

OCCASION_WORDS = frozenset(
    """feliz felices dia del de la amigo amiga amizade cumple cumpleanos navidad ano nuevo madre padre
    pascuas muy happy birthday merry christmas new year day friend friends mothers fathers buon buona
    compleanno natale anno festa giornata auguri parabens aniversario natal novo maes pais""".split()
)


def shingles(text: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The character 4-grams of what remains of a text without names and occasion words."""
    dropped = OCCASION_WORDS | {w for name in names for w in _words(name)}
    kept = " ".join(w for w in _words(text) if w not in dropped)
    return frozenset(kept[i : i + 4] for i in range(len(kept) - 3)) or frozenset({kept})


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """0 (nothing shared) to 1 (the same)."""
    return len(a & b) / len(a | b)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
