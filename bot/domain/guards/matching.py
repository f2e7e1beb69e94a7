"""What a text rests on: Abrazo's own matching of a draft with the notes about its reader.

A model's claim about the notes it used is never trusted; this is what the owner is shown and what
the generic guard asks. A note counts when the text shares with it a stem that is no stock word of
greetings, a proper noun, a number from three on, or a concept (surf, prancha, wave) from a small
table that also carries a note in one language over to a text in another.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from bot.domain.contacts import Note
from bot.domain.guards.language import spoken
from bot.domain.guards.lexicon import is_stock, load, number_words, stock_words
from bot.domain.guards.reading import fold, stem, words

_SHORT_NOUNS = {"té": "=tea", "tè": "=tea", "pé": "pie"}
"""Nouns of two letters, which only their accent tells from a pronoun."""


@cache
def _concepts() -> dict[str, frozenset[str]]:
    """Stems and the concepts they belong to."""
    table: dict[str, set[str]] = {}
    for name, members in load("concepts").items():
        for word in members.split():
            table.setdefault(stem(fold(word)), set()).add(f"={name}")
    return {key: frozenset(names) for key, names in table.items()}


@lru_cache(maxsize=4096)
def keys(text: str) -> frozenset[str]:
    """Everything in a text that could tie it to a note: stems, numbers (`#14`), concepts (`=sea`)."""
    code = spoken(text)
    common = stock_words(code)
    found: set[str] = set()
    for word in words(text):
        number = number_words().get(word.folded)
        if number is not None:
            found.add(f"#{number}")
        elif word.folded.isdigit():
            if int(word.folded) > 2:
                found.add(f"#{int(word.folded)}")
        elif noun := _SHORT_NOUNS.get(word.written.lower()):
            found.add(noun)
        elif len(word.folded) > 2 and word.folded not in common and not is_stock(word.folded, code):
            key = stem(word.folded)
            found.add(key)
            found |= _concepts().get(key, frozenset())
    return frozenset(found)


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """Keys that names leave in a text: a name alone is not personal."""
    return frozenset(stem(word.folded) for name in names for word in words(name))


def rests_on(text: str, notes: Sequence[Note], ignore: Iterable[str] = ()) -> tuple[int, ...]:
    """Ids of the notes a text rests on, in the order of the notes.

    `ignore` are names (the reader's own) that tie a text to nothing: `Feliz día, Juana` rests on
    no note, even if a note mentions Juana.
    """
    own = keys(text) - name_keys(ignore)
    return tuple(note.id for note in notes if own & keys(note.text))
