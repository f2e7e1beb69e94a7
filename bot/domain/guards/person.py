"""wrong-person: the text speaks to somebody else, or gives a sibling's fact to this contact.

A greeting with another's name is worse than none. Three signs: a placeholder where a name belongs,
a name in the reader's place that is no form of theirs, and details that stand in a sibling's text
but in no note of this contact.
"""

import re
from functools import cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import load
from bot.domain.guards.matching import keys
from bot.domain.guards.names import addressed, is_form_of, known_name, own_names, plain
from bot.domain.guards.reading import Word, fold, stem, words


@cache
def _placeholder() -> re.Pattern[str]:
    known = load("placeholder")
    of, reader = "|".join(known["of"]), "|".join(known["reader"])
    inside = rf"\s*(?:(?:{of})\s+)*(?:{reader})(?:[ _]\w*)*\s*"
    return re.compile("|".join([rf"[\[{{<(]{{1,2}}{inside}[\]}}>)]{{1,2}}", *known["bare"]]))


_DETAILS = 2
_DETAIL_LETTERS = 4


def check_person(case: Case) -> Problem | None:
    """The words that belong to somebody else, if any."""
    found = list(dict.fromkeys([*placeholders(case.text), *_names(case), *_borrowed(case)]))
    return Problem(Label.WRONG_PERSON, tuple(found)) if found else None


def placeholders(text: str) -> list[str]:
    """Placeholders where the reader's name should stand."""
    return [text[m.start() : m.end()].strip() for m in _placeholder().finditer(fold(text))]


def _mentioned(case: Case) -> frozenset[str]:
    """Folded words of the notes and of earlier texts: names in them are this contact's world."""
    told = [note.text for note in case.person.notes] + list(case.previous)
    return frozenset(word.folded for text in told for word in words(text))


def _names(case: Case) -> list[str]:
    own, told = own_names(case.person), _mentioned(case)
    occasion = frozenset(w.folded for o in case.occasions for w in words(o.name))
    return [
        word.written
        for word in addressed(case.text)
        if word.folded not in told
        and word.folded not in occasion
        and not is_form_of(word.folded, own)
    ]


def _borrowed(case: Case) -> list[str]:
    """Proper nouns, or several details at once, that only a sibling's text explains."""
    own, told = own_names(case.person), _mentioned(case)
    told_keys = frozenset().union(*(keys(n.text) for n in case.person.notes))
    mine = [
        word
        for word in words(case.text)
        if word.folded not in told and not is_form_of(word.folded, own)
    ]
    for sibling in case.siblings:
        theirs = _proper(sibling)
        names = [w.written for w in mine if w.capital and w.folded in theirs]
        details = _details(mine, sibling, told_keys)
        if names and (details or any(known_name(fold(n)) for n in names)):
            return names + details
        if len(details) > _DETAILS:
            return details
    return []


def _proper(text: str) -> frozenset[str]:
    return frozenset(
        w.folded for w in words(text) if w.capital and not plain(w.folded) and len(w.folded) > 2
    )


def _details(mine: list[Word], sibling: str, told: frozenset[str]) -> list[str]:
    theirs = keys(sibling)
    found = {
        stem(w.folded): w.written
        for w in mine
        if len(w.folded) > _DETAIL_LETTERS
        and not plain(w.folded)
        and stem(w.folded) in theirs
        and not keys(w.folded) & told
    }
    return list(found.values())
