"""generic: nothing in the text comes from the notes or the relation; a name alone is not personal.

A text is personal when it rests on a note (see `matching`). When it rests on none it may still be
an honest paraphrase, so it is generic only if little in it is more than the stock of greetings.
"""

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import stock_stems
from bot.domain.guards.matching import rests_on
from bot.domain.guards.names import is_form_of, own_names
from bot.domain.guards.reading import stem, words

OWN_WORDS = 8
"""A text that rests on no note and has fewer words of its own than this is generic."""


def check_generic(case: Case) -> Problem | None:
    """The problem, without words: what is wrong is what is missing."""
    names = own_names(case.person)
    if rests_on(case.text, case.person.notes, ignore=names):
        return None
    return Problem(Label.GENERIC) if len(_own_words(case, names)) < OWN_WORDS else None


def _own_words(case: Case, names: frozenset[str]) -> frozenset[str]:
    occasion = frozenset(stem(w.folded) for o in case.occasions for w in words(o.name))
    return frozenset(
        stem(w.folded)
        for w in words(case.text)
        if len(w.folded) > 2
        and stem(w.folded) not in stock_stems()
        and stem(w.folded) not in occasion
        and not (w.capital and is_form_of(w.folded, names))
    )
