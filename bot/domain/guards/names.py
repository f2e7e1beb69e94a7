"""Whose name a word is: full names, short forms, diminutives."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from bot.domain.drafting import Person
from bot.domain.guards.lexicon import LANGUAGES, given_names, language, load, short_names
from bot.domain.guards.reading import Word, fold, words

_DIMINUTIVE = re.compile(
    r"(?:it[oa]|cit[oa]|ill[oa]|inh[oa]|zinh[oa]|in[oa]|ett[oa]|ucci[oa]|ell[oa]|is|ie|y|i|u|s|n|te|"
    r"che|cha|chi|o|a|ote|ota|az[oa]|ao)"
)
_MIN_SHORT = 2


def own_names(person: Person) -> frozenset[str]:
    """Folded words by which a person is called: name, surname, nickname, form of address."""
    said = (person.name, person.nickname or "", person.form_of_address or "")
    return frozenset(word.folded for text in said for word in words(text))


@lru_cache(maxsize=4096)
def is_form_of(token: str, names: frozenset[str]) -> bool:
    """Whether a folded word can be somebody's name: one of the names, or a short form of one.

    A whole other name is another person, however alike: Marina is not Mariana, Juan not Juana.
    """
    if token in names or token in _titles():
        return True
    if short_names().get(token, frozenset()) & names:
        return True
    if any(token in short_names().get(name, frozenset()) for name in names):
        return True
    if any(_endeared(token, name) for name in names):
        return True
    if token in given_names():
        return False
    return any(_shortens(token, name) for name in names)


_ENDEARING = re.compile(r"(?:c|z)?(?:it|inh)[oa]")


def _endeared(token: str, name: str) -> bool:
    """Anita for Ana, Carmencita for Carmen, though Anita may be a name of its own."""
    root = name.rstrip("aeo")
    return (
        len(root) > 1 and token.startswith(root) and bool(_ENDEARING.fullmatch(token[len(root) :]))
    )


def _shortens(token: str, name: str) -> bool:
    if len(token) < _MIN_SHORT or len(name) < _MIN_SHORT:
        return False
    if name.startswith(token) or token.startswith(name[:-1]):
        return True
    for cut in range(len(token) - 1, 1, -1):
        if name.startswith(token[:cut]):
            return bool(_DIMINUTIVE.fullmatch(token[cut:]))
    return len(token) > _MIN_SHORT and name.endswith(token)


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("names")["titles"].split())


@cache
def _plain_words() -> frozenset[str]:
    common = frozenset(load("common")["words"].split())
    return common.union(*(language(c).function | language(c).stock for c in LANGUAGES))


def looks_like_name(word: Word) -> bool:
    """Whether a word is a given name, or a capitalised word of no common kind."""
    if not word.capital or (word.written.isupper() and len(word.written) > 1):
        return False
    if word.folded in given_names() or word.folded in short_names():
        return True
    return word.folded not in _plain_words() and word.folded not in _titles()


def known_name(token: str) -> bool:
    """Whether a folded word is in the table of given names and short forms."""
    return token in given_names() or token in short_names()


def plain(token: str) -> bool:
    """Whether a folded word is an everyday word of one of the languages."""
    return token in _plain_words()


_GREETED = re.compile(
    r"(?:"
    r"(?:feliz|felices|muy feliz|buon|buona|buone|happy|merry|bom|boa|parabens|felicidades|felicitaciones|"
    r"auguri|tanti auguri|congratulations|congrats|dear|hi|hello|hey|hola|ciao|oi|ola|querid[oa]|"
    r"estimad[oa]|car[oa]|gentile|gentilissim[oa]|prezad[oa]|cheers|thanks|thank you|gracias|grazie|"
    r"obrigad[oa]|che)\b(?:\s+(?!(?:y|e|and|con|de|in|at|en|da|to|forza)\s)[\w'’]+){0,4}?,?\s+"
    r")$"
)
_AFTER_NAME = re.compile(r"\s*(?:[,!.:?…\n]|$|[^\w\s,])")
_BEFORE_NAME = re.compile(r"(?:^|[.!?¡¿\n]\s*|,\s*|:\s*|[^\w\s]\s*)$")


@lru_cache(maxsize=1024)
def addressed(text: str) -> tuple[Word, ...]:
    """Words that stand where a greeting names its reader: `Ana, feliz día`, `Feliz día, Ana!`.

    Position decides (set off by marks, or right after the greeting's formula), and the word must
    look like a name, so `Hermano, feliz día` names nobody.
    """
    folded = fold(text)
    found = []
    for word in words(text):
        if not looks_like_name(word):
            continue
        before = _without_titles(folded[: word.start])
        after = folded[word.start + len(word.written) :]
        surname = re.match(r"\s+[A-ZÁÉÍÓÚ][\w'’]+", text[word.start + len(word.written) :])
        if surname:
            after = after[surname.end() :]
        opens = bool(_AFTER_NAME.match(after))
        first = not before.strip(" ¡¿\"'“«*\n")
        if (opens and _GREETED.search(before)) or (
            opens and _BEFORE_NAME.search(before) and (first or before.rstrip().endswith(","))
        ):
            if first and not known_name(word.folded) and not _greets_next(after):
                continue
            found.append(word)
    return tuple(found)


def _without_titles(before: str) -> str:
    """What stands before a name and its titles: `feliz día, doña` is `feliz día,`."""
    said = before.split()
    while said and said[-1].strip("¡¿.") in _titles():
        before = before[: before.rindex(said.pop())]
    return before


_NEXT = re.compile(
    r"\W{0,4}(?:muy |que |te |le |ti |tanti |the )?"
    r"(?:feliz|felices|felicidades|happy|merry|buon|auguri|parabens|deseo|auguro)"
)


def _greets_next(after: str) -> bool:
    return bool(_NEXT.match(after))


def without_names(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The folded words of a text without the given names and without whoever it addresses."""
    gone = frozenset(names) | frozenset(word.folded for word in addressed(text))
    return tuple(word.folded for word in words(text) if word.folded not in gone)
