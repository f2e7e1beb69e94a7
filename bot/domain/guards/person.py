"""wrong-person: the text speaks to somebody else, or gives a sibling's fact to this contact.

A greeting with another's name is worse than none. Three signs: a placeholder where a name belongs,
a name in the reader's place that is no form of theirs, and details that stand in a sibling's text
but in no note of this contact.
"""

import re
from functools import cache, lru_cache

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
"""One or two ordinary words in common are chance; more are somebody else's story."""

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


_RELATIVE = re.compile(
    r"\b(?:wife|husband|girlfriend|boyfriend|son|daughter|brother|sister|mother|father|mum|mom|dad"
    r"|espos[oa]|marido|mujer|novi[oa]|hij[oa]|herman[oa]|madre|padre|mama|papa"
    r"|moglie|marito|fidanzat[oa]|figli[oa]|fratello|sorella|mamma|namorad[oa]|filh[oa]|irma|irmao|mae|pai)"
    r"(?:[,:]|'s name is| is called| called| named| is| es| e| si chiama| se llama| se chama)?"
    r" (?P<name>[a-z]+)\b"
)
"""A relative of the reader's with a name, who is spoken of and not spoken to."""


def _relatives(case: Case) -> frozenset[str]:
    """Folded names of the reader's relatives that stand in the notes."""
    found = set()
    for note in case.person.notes:
        folded = fold(note.text)
        for m in _RELATIVE.finditer(folded):
            if note.text[m.start("name")].isupper():
                found.add(m["name"])
    return frozenset(found)


def _of_the_day(case: Case) -> frozenset[str]:
    """Folded words of the occasions' names, which everybody's greeting has."""
    return frozenset(word.folded for one in case.occasions for word in words(one.name))


def _names(case: Case) -> list[str]:
    own, told = own_names(case.person), _mentioned(case) - _relatives(case)
    occasion = _of_the_day(case)
    return [
        word.written
        for word in addressed(case.text)
        if word.folded not in told
        and word.folded not in occasion
        and not is_form_of(word.folded, own)
    ]


def _borrowed(case: Case) -> list[str]:
    """Proper nouns, or several details at once, that only a sibling's text explains."""
    if not case.siblings:
        return []
    own, told = own_names(case.person), _mentioned(case) | _of_the_day(case)
    mine = [
        word
        for word in words(case.text)
        if word.folded not in told and not is_form_of(word.folded, own)
    ]
    capitals = {word.folded: word.written for word in mine if word.capital}
    details = _details(mine, case)
    for sibling in case.siblings:
        names = [capitals[name] for name in sorted(capitals.keys() & _proper(sibling))]
        shared = [details[key] for key in sorted(details.keys() & keys(sibling))]
        if names and (shared or any(known_name(fold(name)) for name in names)):
            return names + shared
        if len(shared) > _DETAILS:
            return shared
    return []


@lru_cache(maxsize=1024)
def _proper(text: str) -> frozenset[str]:
    return frozenset(
        w.folded for w in words(text) if w.capital and not plain(w.folded) and len(w.folded) > 2
    )


def _details(mine: list[Word], case: Case) -> dict[str, str]:
    """Stems of the text's own words that no note explains, and the words."""
    told = frozenset[str]().union(*(keys(note.text) for note in case.person.notes))
    return {
        stem(word.folded): word.written
        for word in mine
        if len(word.folded) > _DETAIL_LETTERS
        and not plain(word.folded)
        and not keys(word.folded) & told
    }
