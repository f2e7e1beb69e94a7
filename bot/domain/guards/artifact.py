"""artifact: traces of a machine in the text, or a text too long to be a greeting.

Markdown, numbered options, quotes around the whole, placeholders for the sender, hashtags, JSON
crumbs, refusals, chat before and after the greeting, echoes of the prompt, an order in a note that
was obeyed, links nobody noted, a text cut in the middle, more than 600 characters.
"""

import re
from functools import cache

from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.lexicon import load, pattern
from bot.domain.guards.matching import keys
from bot.domain.guards.names import addressed
from bot.domain.guards.person import placeholders
from bot.domain.guards.reading import fold, sentences, span, words

MAX_CHARACTERS = 600
_BRACKETS = re.compile(r"\[[^\]\n]*\]|\{[^}\n]*\}|<[^>\n]{2,}>|\{\{|\}\}")
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"), ("‘", "’"), ("'", "'"), ("„", "“"), ("`", "`"))
_FINISHED = re.compile(r"[.!?…)\]\"'”’»]\s*$|[^\w\s,;:\-–—(¿¡]\s*$")
_DANGLING = re.compile(r"[,;:\-–—(¿¡]\s*$")
_LONG_TAIL = 6
_CAPITALS = re.compile(r"\b[A-Z0-9ÁÉÍÓÚÑÃÕÇ_-]{4,}\b")


@cache
def _unfinished() -> frozenset[str]:
    return frozenset(load("artifact")["unfinished"].split())


@cache
def _patterns(name: str) -> re.Pattern[str]:
    return pattern(load("artifact")[name])


def check_artifact(case: Case) -> Problem | None:
    """The traces found, if any."""
    text, folded = case.text.strip(), fold(case.text.strip())
    found = [
        span(text, m.start(), m.end())
        for name in ("marks", "frames", "refusals", "echoes")
        for m in _patterns(name).finditer(folded)
    ]
    found += [m[0] for m in _BRACKETS.finditer(text)] + placeholders(text)
    found += _links(case) + _obeyed(case) + _cut(text)
    if _quoted(text):
        found.append(text[:1] + text[-1:])
    if len(text) > MAX_CHARACTERS:
        found.append(f"{len(text)} > {MAX_CHARACTERS}")
    return Problem(Label.ARTIFACT, tuple(dict.fromkeys(found))) if found or not text else None


def merely_long(problem: Problem) -> bool:
    """Whether nothing but its length is wrong, which the owner judges."""
    (only, *more) = problem.words or ("",)
    return problem.label is Label.ARTIFACT and not more and only.endswith(f" > {MAX_CHARACTERS}")


def _quoted(text: str) -> bool:
    """Quotes around the whole text, not around a word at each end."""
    return len(text) > 1 and any(
        text.startswith(a)
        and text.rstrip(".").endswith(b)
        and a not in text[1:-2].replace("n't", "")
        for a, b in _QUOTES
    )


def _links(case: Case) -> list[str]:
    noted = " ".join(n.text for n in case.person.notes if not _orders(n.text)).lower()
    return [
        m[0] for m in _patterns("links").finditer(fold(case.text)) if m[0].strip("./") not in noted
    ]


def _orders(note: str) -> bool:
    return bool(_patterns("orders").search(fold(note)))


def _obeyed(case: Case) -> list[str]:
    """Code words in capitals, or long stretches, that come from a note giving orders."""
    found = []
    for note in case.person.notes:
        if _orders(note.text):
            ordered = set(_CAPITALS.findall(note.text))
            found += [w for w in _CAPITALS.findall(case.text) if w in ordered]
            found += _dictated(note.text, case.text)
    return found


def _dictated(note: str, text: str) -> list[str]:
    """What a note quotes for the text to say, where the text says it."""
    quoted = re.findall(r"[\"“«'‘]([^\"”»'’]{3,})[\"”»'’]", note)
    return [q for q in quoted if fold(q) in fold(text)]


def _cut(text: str) -> list[str]:
    """A last sentence that stops where none can end, or alone lacks the mark all others have."""
    if not text or _FINISHED.search(text):
        return _unclosed(text)
    said = words(text)
    if _DANGLING.search(text) and len(said) > _LONG_TAIL:
        return [text[-20:]]
    if said and said[-1].folded in _unfinished() and len(said) > 2:
        return [" ".join(w.written for w in said[-3:])]
    parts = sentences(text)
    others = parts[:-1]
    tail = words(parts[-1])
    if not others or any(p[-1] not in ".!?…" for p in others) or _laughs(tail[-1].folded):
        return []
    marked = len(others) > 1 and len(tail) > 1 and not _closing(parts[-1])
    return [parts[-1][-30:]] if marked or len(tail) >= _LONG_TAIL else []


def _closing(part: str) -> bool:
    """Whether a last line is a sign-off (`Un abrazo, Fede`), which may go without a mark."""
    return (
        "\n" in part
        or not keys(part)
        or bool(addressed(part))
        or len(keys(part)) == len([w for w in words(part) if w.capital])
    )


def _unclosed(text: str) -> list[str]:
    if text.count("(") > text.count(")"):
        return ["("]
    return ["“"] if text.count("“") > text.count("”") else []


def _laughs(word: str) -> bool:
    return bool(re.fullmatch(r"(?:j[aei]|h[aei]|k|rs|ah)+h?s?|lol|x+|tqm|tkm", word))
