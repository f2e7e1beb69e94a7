"""Families that a list of phrases decides: selling, reveals-source, sensitive.

The phrases live in the lexicon of each language, with the innocent look-alikes that are taken out
before anything is judged. A text is held against its reader's language and the one it is in.
"""

import re
from functools import cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.language import languages_of, spoken
from bot.domain.guards.lexicon import Language, allusions, language, load, wounds
from bot.domain.guards.matching import keys, name_keys
from bot.domain.guards.names import own_names
from bot.domain.guards.reading import fold, span, words

_RELIGIOUS = re.compile(
    r"christmas|easter|eid|ramad|hanuk|janu[ck]|passover|pesaj|rosh|kippur|diwali|epiphany|reyes|"
    r"kings|three-kings|saint|virgin|corpus|communion|baptism|christening|confirmation|bar-?mitz|"
    r"all-souls|immaculate|assumption|pentecost|palm|holy|nativity|good-friday|purim|vesak|navidad|"
    r"pascua|natal|pasqua|onomastic|name-day"
)
_CLAUSE = re.compile(r"[,;.()\n]")


def check_selling(case: Case) -> Problem | None:
    """selling: a pitch or a favour asked. A greeting asks for nothing (rule 5); promises and
    invitations between friends are no pitch."""
    found = []
    for lexicon in _lexicons(case):
        text = _masked(fold(case.text), lexicon.selling_innocent)
        found += _matches(lexicon.selling, text, case.text)
    return _problem(Label.SELLING, found)


def check_source(case: Case) -> Problem | None:
    """reveals-source: shows the file or the machine behind the words (rule 4)."""
    text = fold(case.text)
    found = [m for lexicon in _lexicons(case) for m in _matches(lexicon.reveals, text, case.text)]
    return _problem(Label.REVEALS_SOURCE, found)


def check_sensitive(case: Case) -> Problem | None:
    """sensitive: health, grief, politics, religion, sexuality, money, legal trouble, weight.

    They stay out even when they stand in a note (rule 4). Three ways to be caught: the text says
    it; it rests on the clause of a note that does; it alludes (`such a hard year`) to somebody with
    such a note. A religious feast's own words are no breach, nor is the choir of somebody's church.
    """
    found: list[str] = []
    for lexicon in _lexicons(case):
        text = _masked(fold(case.text), lexicon.sensitive_innocent)
        for theme, themed in lexicon.sensitive.items():
            if theme == "religion" and _religious(case):
                continue
            found += _matches(themed, text, case.text)
    return _problem(Label.SENSITIVE, found or _resting_on_a_wound(case))


def _religious(case: Case) -> bool:
    return any(_RELIGIOUS.search(fold(f"{o.key} {o.name}")) for o in case.occasions)


def _resting_on_a_wound(case: Case) -> list[str]:
    """Details of the very clause of a note that tells something delicate, and allusions to it."""
    own = keys(case.text) - name_keys(own_names(case.person))
    clauses = [c for note in case.person.notes for c in _CLAUSE.split(note.text) if c.strip()]
    themed = {clause: _themes(clause, case) for clause in clauses}
    wounds = [clause for clause in clauses if themed[clause]]
    if not wounds:
        return []
    innocent = _calendar().union(*(keys(c) for c in clauses if c not in wounds))
    private = [clause for clause in wounds if themed[clause] != {"religion"}]
    shared = {key for clause in private for key in keys(clause) & own} - innocent
    details = [w.written for w in words(case.text) if keys(w.written) & shared]
    hints = [lexicon.allusions for lexicon in _lexicons(case)]
    hints += [allusions(theme) for theme in sorted(frozenset[str]().union(*themed.values()))]
    folded = fold(case.text)
    return details + [m for hint in hints for m in _matches(hint, folded, case.text)]


@cache
def _calendar() -> frozenset[str]:
    """Keys of days and months: "not on Mondays" says nothing of what happens on Mondays."""
    return keys(load("common")["calendar"])


def _themes(clause: str, case: Case) -> frozenset[str]:
    """The sensitive themes a note's clause touches, in its language or its reader's."""
    folded = fold(clause)
    codes = dict.fromkeys((spoken(clause), *languages_of(case)))
    found: set[str] = set()
    for lexicon in (language(code) for code in codes if code):
        masked = _masked(folded, lexicon.sensitive_innocent)
        found |= {theme for theme, themed in lexicon.sensitive.items() if themed.search(masked)}
        found |= {theme for theme, told in wounds().items() if told.search(masked)}
    return frozenset(found)


def _lexicons(case: Case) -> list[Language]:
    return [language(code) for code in languages_of(case)]


def _masked(text: str, innocent: re.Pattern[str]) -> str:
    return innocent.sub(lambda m: " " * len(m[0]), text)


def _matches(found: re.Pattern[str], folded: str, text: str) -> list[str]:
    return [span(text, m.start(), m.end()) for m in found.finditer(folded)]


def _problem(label: Label, found: list[str]) -> Problem | None:
    return Problem(label, tuple(dict.fromkeys(found))) if found else None
