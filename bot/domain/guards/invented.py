"""invented: a concrete fact about the contact or the shared past that stands in no note.

By rule only the checkable part is seen: years and figures, proper nouns, relatives, and claims of a
shared past (`aquel viaje`, `remember when`) with nothing of it in the notes. Statements in plain
words need a judge and the owner, so this is a remark and never blocks.
"""

import re
from functools import cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import load, number_words
from bot.domain.guards.matching import keys
from bot.domain.guards.names import is_form_of, own_names, plain
from bot.domain.guards.reading import fold, span, stem, words

_PLACE = re.compile(
    r"\b(?:en|a|de|desde|hasta|por|in|to|from|at|da|di|ad|em|no|na|pra|ate|con|with|com|tu|your|seu|sua|tuo|tua"
    r"|perr[oa]|gat[oa]|cachorr[oa]|cane|gatto|gatta|dog|cat|herman[oa]|fratello|sorella|brother|sister|irmao|irma"
    r"|hij[oa]|figli[oa]|filh[oa]|son|daughter|novi[oa]|espos[oa]|marido|marito|moglie|husband|wife)\s+$"
)
_EVEN = re.compile(
    r"\b(?:ate|hasta|persino|perfino|fino|even|all the way)\s+(?:em|no|na|en|a|in|to|at)\s+$"
)
"""A place that is only far away ("heard as far as Niterói"), not where somebody is."""

_TELLING = frozenset({"baby", "grandchild"})
"""Relatives that are a claim about the reader even without a possessive (`los mellizos`)."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{part})" for part in load("invented")[name]))


@cache
def _kin() -> dict[str, str]:
    """Relatives as they are written, and their stems as far as those are telling: that of `cognato`
    is also that of `con`."""
    written = {
        fold(word): kind
        for kind, members in load("invented")["kin"].items()
        for word in members.split()
    }
    stems = {stem(word): kind for word, kind in written.items()}
    return {short: kind for short, kind in stems.items() if len(short) > 3} | written


def _kind_of(word: str) -> str | None:
    return _kin().get(word) or _kin().get(stem(word))


def check_invented(case: Case) -> Problem | None:
    """The words that no note explains."""
    told = _told(case)
    found = [*_figures(case), *_proper(case, told), *_relatives(case), *_past(case, told)]
    return Problem(Label.INVENTED, tuple(dict.fromkeys(found))) if found else None


def _told(case: Case) -> frozenset[str]:
    texts = [n.text for n in case.person.notes] + list(case.previous)
    texts += [o.name for o in case.occasions]
    return frozenset[str]().union(*(keys(text) for text in texts))


def _figures(case: Case) -> list[str]:
    """Years in no note; at the turn of the year a year is a wish."""
    if any(o.key.startswith(("new-year", "christmas")) for o in case.occasions):
        return []
    known = " ".join(n.text for n in case.person.notes) + " ".join(case.previous)
    return [m[0] for m in _YEAR.finditer(case.text) if m[0] not in known and m[0][2:] not in known]


def _proper(case: Case, told: frozenset[str]) -> list[str]:
    own = own_names(case.person)
    folded = fold(case.text)
    said = frozenset(w.folded for n in case.person.notes for w in words(n.text))
    return [
        w.written
        for w in words(case.text)
        if w.capital
        and len(w.folded) > 2
        and not plain(w.folded)
        and not w.folded.isdigit()
        and w.folded not in number_words()
        and w.folded not in said
        and not keys(w.folded) & told
        and not is_form_of(w.folded, own)
        and _PLACE.search(folded[: w.start])
        and not _EVEN.search(folded[: w.start])
    ]


def _relatives(case: Case) -> list[str]:
    """`your brother`, `los mellizos`: relatives of the reader that no note gives them."""
    told = {
        _kind_of(w.folded)
        for text in [*(n.text for n in case.person.notes), *case.previous]
        for w in words(text)
    }
    folded = fold(case.text)
    return [
        span(case.text, m.start(), m.end())
        for m in _patterns("theirs").finditer(folded)
        if (kind := _kind_of(m["kin"]))
        and (m["whose"] or kind in _TELLING)
        and not _explained(kind, told)
    ]


def _explained(kind: str, told: set[str | None]) -> bool:
    related = {
        "child": {"child", "baby", "grandchild", "parent"},
        "baby": {"child", "baby", "parent"},
    }
    return bool(related.get(kind, {kind}) & told)


def _past(case: Case, told: frozenset[str]) -> list[str]:
    """Claims of a shared past whose every detail is in no note."""
    folded = fold(case.text)
    found = []
    for m in _patterns("past").finditer(folded):
        rest = re.split(r"[.!?\n]", folded[m.start() :], maxsplit=1)[0]
        if keys(rest) and not keys(rest) & told:
            found.append(span(case.text, m.start(), m.end()))
    return found
