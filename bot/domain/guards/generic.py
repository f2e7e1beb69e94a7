"""generic: nothing in the text comes from the notes or the relation; a name alone is not personal.

A text is personal when it rests on a note (see `matching`). When it rests on none it may still be
an honest paraphrase ("your reverse gear" for "terrible at parking"), so it is generic only if next
to nothing in it is more than the stock of greetings, or if it is a saying about friends at large.
"""

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.language import languages_of
from bot.domain.guards.lexicon import is_stock, language, stock_words
from bot.domain.guards.matching import rests_on
from bot.domain.guards.names import is_form_of, own_names
from bot.domain.guards.reading import fold, stem, words

OWN_WORDS = 3
"""A text that rests on no note and has fewer words of its own than this is generic. Generic drafts
had 0 or 1, honest paraphrases 3 to 8; anything between parts them alike."""


def check_generic(case: Case) -> Problem | None:
    """The problem; its words are the saying, if one is the reason, else none: what is wrong is
    what is missing."""
    names = own_names(case.person)
    if rests_on(case.text, case.person.notes, ignore=names):
        return None
    folded = fold(case.text)
    for code in languages_of(case):
        if saying := language(code).aphorisms.search(folded):
            return Problem(Label.GENERIC, (case.text[saying.start() : saying.end()],))
    return Problem(Label.GENERIC) if len(_own_words(case, names)) < OWN_WORDS else None


def _own_words(case: Case, names: frozenset[str]) -> frozenset[str]:
    common = {stem(w.folded) for o in case.occasions for w in words(o.name)}
    plain: set[str] = set()
    for code in languages_of(case):
        common |= language(code).flowery_stems
        plain |= stock_words(code)
    return frozenset(
        stem(w.folded)
        for w in words(case.text)
        if len(w.folded) > 2
        and w.folded not in plain
        and stem(w.folded) not in common
        and not any(is_stock(w.folded, code) for code in languages_of(case))
        and not (w.capital and is_form_of(w.folded, names))
    )
