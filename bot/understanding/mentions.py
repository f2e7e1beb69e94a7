"""Who is named in a sentence: people known, together or one of two, and somebody who may be new."""

import re
from itertools import islice

from bot.parsing.names import LeadingName, leading_name
from bot.parsing.text import fold, has_letters, squeeze
from bot.understanding.actions import Unclear
from bot.understanding.questions import Circumstances
from bot.understanding.shapes import folded_words, like_a_name, opens, preposition
from bot.understanding.vocabulary import any_of

NAME_AHEAD = 120
"""Characters in which a name that begins here has to end."""

_MOST_MENTIONS = 12
_MOST_TOGETHER = 4


def mentioned(sentence: str, known: Circumstances) -> tuple[int, ...]:
    """Contacts named anywhere in the sentence, with a capital letter; the first few."""
    named = (
        word
        for word in re.finditer(r"[^\W\d_][\w'’.-]*", sentence)
        if word[0][0].isupper() and not known.candidates.words.isdisjoint(folded_words(word[0]))
    )
    found: dict[int, None] = {}
    for word in islice(named, _MOST_MENTIONS):
        ahead = sentence[word.start() : word.start() + NAME_AHEAD]
        name = leading_name(ahead, known.candidates)
        if name and name.match.exact:
            found.update(dict.fromkeys(name.match.exact))
    return tuple(found)


def hinted(sentence: str, known: Circumstances) -> tuple[int, ...]:
    """Who may be meant by words without a capital: named anywhere, or nearly so at the start
    ("juanaa se compró una bici"). Good enough for a button."""
    for word in islice(re.finditer(r"[^\W\d_]{3,}", sentence), _MOST_MENTIONS):
        if fold(word[0]) in known.candidates.words:
            name = leading_name(sentence[word.start() :], known.candidates)
            if name and name.match.exact:
                return name.match.exact[:_MOST_TOGETHER]
    first = leading_name(sentence, known.candidates)
    return first.match.similar[:2] if first and opens(first.rest) else ()


def stranger(sentence: str) -> Unclear | None:
    """ "Anotá que Marta se mudó": somebody unknown, who may be new."""
    tell = re.match(rf"(?:{any_of('tell')})(?!\w)[\s:,]*", fold(sentence))
    body = sentence[tell.end() :] if tell else sentence
    body = body[preposition(body) :]
    first = re.match(r"[^\W\d_][\w'’-]*(?:\s+[A-ZÀ-Ý][\w'’-]+)?", body)
    if first is None or not like_a_name(first[0]) or not opens(body[first.end() :].strip()):
        return None
    return Unclear(body, newcomer=first[0])


def or_another(first: LeadingName, known: Circumstances) -> bool:
    """ "Juana o Teo quiere un perro": one of two people known, and nobody says which."""
    joint = re.match(r"(?:o|u|or|oppure|ou)\s+(?:[ao]\s+)?", first.rest)
    if joint is None:
        return False
    start = first.rest[joint.end() : joint.end() + NAME_AHEAD]
    other = leading_name(start, known.candidates)
    return other is not None and bool(other.match.exact) and other.name[:1].isupper()


def together(first: LeadingName, known: Circumstances) -> tuple[str, ...]:
    """ "Juana, Ana y Teo se casaron": the names, when several people known do one thing."""
    names, rest, joined = [first.name], first.rest, False
    while len(names) < _MOST_TOGETHER:
        joint = re.match(r"(?:(?:y|e|and|ed|&)\s+)?", rest)
        start = joint.end() if joint else 0
        other = leading_name(rest[start : start + NAME_AHEAD], known.candidates)
        if other is None or not other.match.exact or not other.name[:1].isupper():
            break
        names.append(other.name)
        joined = joined or bool(start)
        rest = rest[start + len(other.name) :].lstrip(" ,")
    return tuple(map(squeeze, names)) if joined and has_letters(rest) else ()
