"""Questions, kindnesses and wishes: whole sentences of the word lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.parsing.names import Candidate, match_names
from bot.parsing.text import fold, squeeze
from bot.understanding.actions import Action, Ask, Courtesy, Greet, Offer, Step, Topic
from bot.understanding.periods import days
from bot.understanding.vocabulary import any_of, patterns

_EDGES = " \t¿?¡!.,;:…"
_MOST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence is read against: whom the owner knows, and the owner's day and language."""

    candidates: Sequence[Candidate]
    today: date
    language: str
    country: str
    topic: int | None = None
    """Who was just added or shown."""

    name_words: frozenset[str] = field(init=False)
    """Every word of every known name, folded: what is none of them need not be looked up."""

    def __post_init__(self) -> None:
        """Collect the words once for all sentences."""
        names = (str(name) for _, *names in self.candidates for name in names if name)
        words = (word for name in names for word in re.findall(r"[\w'’.-]+", fold(name)))
        pieces = frozenset(part for word in words for part in (word, *re.findall(r"\w+", word)))
        object.__setattr__(self, "name_words", pieces)


def read(sentence: str, known: Circumstances) -> Action | None:
    """The question or wish that the whole sentence is; None when it is none."""
    said = squeeze(sentence).strip(_EDGES)
    folded = fold(said)
    asked = "?" in sentence
    for kind in Courtesy:
        if any(one.fullmatch(folded) for one in patterns(kind.value, known.language)):
            return Greet(kind)
    for topic in (Topic.BIRTHDAYS, Topic.COMING):
        if found := _when(topic, folded, said, known):
            return found
    for about in (Topic.BIRTHDAY, Topic.PERSON):
        name = _name(about.value, folded, said, known, certain=asked)
        if name is not None:
            return Ask(about, name)
    for step in Step:
        name = _name(step.value, folded, said, known)
        if name is not None:
            return Offer(step, name)
    return None


def _when(topic: Topic, folded: str, said: str, known: Circumstances) -> Ask | None:
    for pattern in patterns(topic.value, known.language):
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        named = "when" in pattern.groupindex and found["when"] is not None
        when = said[found.start("when") : found.end("when")] if named else ""
        stretch = days(when, today=known.today, language=known.language)
        if stretch is not None:
            return Ask(topic, None, *stretch)
    return None


def _name(
    key: str, folded: str, said: str, known: Circumstances, *, certain: bool = False
) -> str | None:
    """Whom the sentence names: somebody known, or anybody where it is `certain` that it asks."""
    for pattern in patterns(key, known.language):
        found = pattern.fullmatch(folded)
        if found is None:
            continue
        name = _bare(said[found.start("name") : found.end("name")])
        if not name or len(name.split()) > _MOST_NAME_WORDS:
            continue
        match = match_names(name, known.candidates)
        if match.exact or match.similar or (certain and name[:1].isupper()):
            return name
    return None


def _bare(name: str) -> str:
    """The name without an article or "mi" before it."""
    lead = re.match(rf"(?:(?:{any_of('article')}|mi|my|a|al)\s+)+(?=\S)", fold(name))
    return name[lead.end() :].strip(_EDGES) if lead else name.strip(_EDGES)
