"""duplicate: nearly a sibling or something this contact got before.

Two measures. Likeness: names, occasion words, accents and function words go, then the Jaccard
index of character 4-grams; 0.40 parted 15 of 15 near-duplicates from everything else. Frame: the
share of a draft's word triples that stand in the other text, names taken out; it sees the sentence
that was kept while its one detail was swapped ("Otro año de tenis y empate").
"""

from collections.abc import Iterable
from functools import lru_cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import LANGUAGES, language
from bot.domain.guards.names import own_names, without_names
from bot.domain.guards.reading import words

LIKENESS_LIMIT = 0.40
FRAME_LIMIT = 0.40
FRAME_WORDS = 6
"""A frame is at least this many words long in the shorter text; shorter ones are formulas."""

_GRAM = 4


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset().union(*(language(code).function for code in LANGUAGES))


@lru_cache(maxsize=1024)
def _shingles(text: str, ignore: frozenset[str]) -> frozenset[str]:
    kept = [w for w in without_names(text, ignore) if w not in _function_words()]
    line = " ".join(kept)
    return frozenset(line[i : i + _GRAM] for i in range(max(1, len(line) - _GRAM + 1)))


@lru_cache(maxsize=1024)
def _triples(text: str, ignore: frozenset[str]) -> frozenset[tuple[str, ...]]:
    kept = without_names(text, ignore)
    return frozenset(zip(kept, kept[1:], kept[2:], strict=False))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    if min(len(a), len(b)) < LIKENESS_LIMIT / 2 * max(len(a), len(b)):
        return 0.0
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def likeness(a: str, b: str, ignore: Iterable[str] = ()) -> float:
    """How alike two texts are, 0 to 1; `ignore` are words that don't count (names, occasion).

    From `LIKENESS_LIMIT` on they are near-duplicates. Texts of very different length count as 0.
    """
    gone = frozenset(word.folded for text in ignore for word in words(text))
    return _jaccard(_shingles(a, gone), _shingles(b, gone))


def check_duplicate(case: Case) -> Problem | None:
    """Whether it resembles another text; whose words are not told, they may be somebody else's."""
    occasion = frozenset(w.folded for o in case.occasions for w in words(o.name))
    own = occasion | own_names(case.person)
    grams, frame = _shingles(case.text, own), _triples(case.text, own)
    for others, ignore in ((case.siblings, occasion), (case.previous, own)):
        for other in others:
            if _jaccard(grams, _shingles(other, ignore)) >= LIKENESS_LIMIT or _same_frame(
                frame, _triples(other, ignore)
            ):
                return Problem(Label.DUPLICATE)
    return None


def _same_frame(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= FRAME_WORDS and len(a & b) >= FRAME_LIMIT * shorter
