"""Families that a list of phrases decides: selling, reveals-source, sensitive.

The phrases live in the lexicon of each language, with the innocent look-alikes that are taken out
before anything is judged. A text is held against its reader's language and the one it is in.
"""

import re
from collections.abc import Iterable
from functools import cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.language import languages_of, spoken
from bot.domain.guards.lexicon import (
    Language,
    allusions,
    language,
    load,
    play,
    soft,
    trades,
    wounds,
)
from bot.domain.guards.matching import keys, name_keys
from bot.domain.guards.names import own_names
from bot.domain.guards.reading import fold, span, words

_RELIGIOUS = re.compile(
    r"christmas|easter|eid|ramad|hanuk|janu[ck]|passover|pesaj|rosh|kippur|diwali|epiphany|reyes|"
    r"kings|three-kings|saint|virgin|corpus|communion|baptism|christening|confirmation|bar-?mitz|"
    r"all-souls|immaculate|assumption|pentecost|palm|holy|nativity|good-friday|purim|vesak|navidad|"
    r"pascua|natal|pasqua|onomastic|name-day"
)
_YOUR = re.compile(r"(?:your|tus?|sus?|tuo[i]?|tua|tue|seus?|suas?|teus?|tuas?)\b")
_NAMED = re.compile(
    r"\b(?:bands?|bandas?|cover|tributo|gruppo|grupo|conjunto|murga|comparsa|bloco|sambao|samba|fanfarra|coro|choir"
    r"|libros?|novelas?|cuentos?|books?|novels?|story|romanz[oi]|giall[oi]|racconti|livros?|romances?|zine|fanzine"
    r"|film|peli\w*|movies?|shows?|series?|obra|musical|podcast|programa|canal|canzon\w+|cancion\w*|songs?"
    r"|equipo|team|squadra|time de|cuadro|pub|bar|boteco|barca|barco|boat"
    r"|si chiama\w*|se llama\w*|se chama\w*|fan|superfan|fanatic\w*|escucha|ascolta|listens"
    r"|called|named|titul\w+|titol\w+|intitul\w+)\b"
)
"""What has a name of its own; such a name may hold any word: Bad Religion, Eredità di sangue."""

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?\n]")
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
    theirs = frozenset[str]().union(*(keys(note.text) for note in case.person.notes))
    return _problem(Label.REVEALS_SOURCE, [m for m in found if not _their_own(m, theirs)])


def _their_own(match: str, theirs: frozenset[str]) -> bool:
    """ "Your spreadsheet", said to somebody who, as a note tells, is fond of spreadsheets."""
    return bool(_YOUR.match(fold(match)) and keys(match) & theirs)


def check_sensitive(case: Case) -> Problem | None:
    """sensitive: health, grief, politics, religion, sexuality, money, legal trouble, weight.

    They stay out even when they stand in a note (rule 4). Three ways to be caught: the text says
    it; it rests on the clause of a note that does; it alludes (`such a hard year`) to somebody with
    such a note. No breach are a religious feast's own words, the choir of somebody's church, a name
    that a note writes as one (a band, a dog, a book), what becomes of plants and clocks, and a word
    of everybody's jokes (the jail of Monopoly, a vote for the empanadas) in a sentence about a game
    or a dish, to somebody whose notes leave its theme alone or have to do with it by trade.
    """
    found: list[str] = []
    themed = _themed_clauses(case)
    touched = frozenset[str]().union(*themed.values())
    said = fold(_untitled(case.text, _capitals(note.text for note in case.person.notes)))
    for lexicon in _lexicons(case):
        text = _masked(said, lexicon.sensitive_innocent)
        for theme, pattern in lexicon.sensitive.items():
            if theme == "religion" and _religious(case):
                continue
            found += [
                span(case.text, m.start(), m.end())
                for m in pattern.finditer(text)
                if theme in touched or not _in_jest(m)
            ]
    return _problem(Label.SENSITIVE, found or _resting_on_a_wound(case, themed))


def _titles(case: Case) -> frozenset[str]:
    """Words in the names of bands, books and the like that the notes tell of."""
    return _capitals(n.text for n in case.person.notes if _NAMED.search(fold(n.text)))


def _capitals(texts: Iterable[str]) -> frozenset[str]:
    """Words that are written as names are, within the texts."""
    return frozenset(fold(m[0]) for text in texts for m in _CAPITAL.finditer(text, 1))


def _untitled(text: str, titles: frozenset[str]) -> str:
    """The text with blanks for such words, where they are written as in a name."""
    return _CAPITAL.sub(lambda m: " " * len(m[0]) if fold(m[0]) in titles else m[0], text)


def _religious(case: Case) -> bool:
    return any(_RELIGIOUS.search(fold(f"{o.key} {o.name}")) for o in case.occasions)


def _in_jest(found: re.Match[str]) -> bool:
    """Whether it is a word of everybody's jokes, in a sentence about a game or a dish."""
    text, begin = found.string, 0
    for mark in _SENTENCE_END.finditer(text, 0, found.start()):
        begin = mark.end()
    rest = _SENTENCE_END.split(text[begin:], maxsplit=1)[0]
    return bool(soft().fullmatch(found[0].strip()) and play().search(rest))


def _themed_clauses(case: Case) -> dict[str, frozenset[str]]:
    """Each clause of the notes, names of bands and books aside, and the themes it touches."""
    titles = _titles(case)
    return {
        clause: _themes(clause, note.text, case)
        for note in case.person.notes
        for clause in _CLAUSE.split(_untitled(note.text, titles))
        if clause.strip()
    }


def _resting_on_a_wound(case: Case, themed: dict[str, frozenset[str]]) -> list[str]:
    """Details of the very clause of a note that tells something delicate, and allusions to it."""
    own = keys(case.text) - name_keys(own_names(case.person))
    wounds = [clause for clause, themes in themed.items() if themes]
    if not wounds:
        return []
    innocent = _calendar().union(*(keys(c) for c in themed if c not in wounds))
    private = [clause for clause in wounds if themed[clause] != {"religion"}]
    shared = {key for clause in private for key in keys(clause) & own} - innocent
    details = [w.written for w in words(case.text) if keys(w.written) & shared]
    hints = [lexicon.allusions for lexicon in _lexicons(case)]
    hints += [allusions(theme) for theme in sorted(frozenset[str]().union(*themed.values()))]
    folded = fold(_untitled(case.text, _capitals(note.text for note in case.person.notes)))
    return details + [m for hint in hints for m in _matches(hint, folded, case.text)]


@cache
def _calendar() -> frozenset[str]:
    """Keys of days and months: "not on Mondays" says nothing of what happens on Mondays."""
    return keys(load("common")["calendar"])


def _themes(clause: str, note: str, case: Case) -> frozenset[str]:
    """The sensitive themes a note's clause touches, in its language or its reader's."""
    folded, whole = fold(clause), fold(note)
    codes = dict.fromkeys((spoken(clause), *languages_of(case)))
    found: set[str] = set()
    for lexicon in (language(code) for code in codes if code):
        masked = _masked(folded, lexicon.sensitive_innocent)
        for theme, told in lexicon.sensitive.items():
            by_trade = trades()[theme].search(whole)
            if any(
                not (by_trade and soft().fullmatch(m[0].strip())) for m in told.finditer(masked)
            ):
                found.add(theme)
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
