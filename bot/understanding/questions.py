"""Questions, kindnesses and wishes: whole sentences of the word lists."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.parsing.names import Known, match_names
from bot.parsing.text import fold, squeeze
from bot.parsing.vocabulary import LANGUAGES
from bot.understanding.actions import Action, Ask, Courtesy, Greet, Offer, Step, Tell, Topic
from bot.understanding.periods import days
from bot.understanding.vocabulary import any_of, load, patterns

SILENCE = "no quiere saludos"
"""How a fact says it, as the parser of facts reads it."""

_EDGES = " \t¿?¡!.,;:…"
_MOST_NAME_WORDS = 5
_SHORT = {"q": "que", "vc": "você", "hj": "hoje", "whos": "who's"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence is read against: whom the owner knows, and the owner's day and language."""

    candidates: Known
    today: date
    language: str
    country: str
    topic: int | None = None
    """Who was just added or shown."""


def read(sentence: str, known: Circumstances) -> Action | None:
    """The question or wish that the whole sentence is; None when it is none."""
    said = _spelt_out(squeeze(sentence).strip(_EDGES))
    folded = fold(said)
    return (
        _courtesy(folded, known)
        or _of_days(folded, said, known)
        or _of_the_list(folded, known)
        or _of_somebody(folded, said, known, certain="?" in sentence)
        or _wish(folded, said, known)
        or _who(folded, said, known)
    )


def _courtesy(folded: str, known: Circumstances) -> Greet | None:
    for kind in Courtesy:
        if _is(kind.value, folded, known):
            return Greet(kind)
    if re.fullmatch(_kindnesses("thanks", "bye"), folded):
        last = re.fullmatch(rf".*?{_kindnesses('bye')}", folded)
        return Greet(Courtesy.BYE if last else Courtesy.THANKS)
    return Greet(Courtesy.THANKS) if folded and _is_emoji(folded) else None


@cache
def _kindnesses(*keys: str) -> str:
    """One kindness after another: "ok, gracias! me voy a dormir"."""
    each = "|".join(one for key in keys for language in LANGUAGES for one in load(language)[key])
    return rf"(?:{each})(?:[\s,.!¡…:)]+(?:{each}))*"


def _is_emoji(text: str) -> bool:
    """Whether there are pictures and nothing else, "❤️" or "👍👍"."""
    kinds = [unicodedata.category(char) for char in text if not char.isspace()]
    return "So" in kinds and set(kinds) <= {"So", "Sk", "Mn", "Cf"}


def _spelt_out(said: str) -> str:
    """What thumbs leave out: "q" is "que" in Spanish and Portuguese, "vc" is "você"."""
    return re.sub(r"(?<![\w@#])(?:q|vc|hj|whos)(?!\w)", lambda found: _SHORT[found[0]], said)


def _is(key: str, folded: str, known: Circumstances) -> bool:
    return any(one.fullmatch(folded) for one in patterns(key, known.language))


def _of_the_list(folded: str, known: Circumstances) -> Ask | None:
    kinds = ("everybody", "bare", "longest")
    return next((Ask(Topic.LIST, words=one) for one in kinds if _is(one, folded, known)), None)


def _of_somebody(folded: str, said: str, known: Circumstances, *, certain: bool) -> Ask | None:
    for about in (Topic.BIRTHDAY, Topic.PERSON):
        name = _name(about.value, folded, said, known, certain=certain)
        if name is not None:
            return Ask(about, name)
    return None


def _wish(folded: str, said: str, known: Circumstances) -> Action | None:
    for step in Step:
        name = _name(step.value, folded, said, known)
        if name is not None:
            return Offer(step, name)
    for pattern in patterns("treat", known.language):
        found = pattern.fullmatch(folded)
        if found is not None:
            name = said[found.start("name") : found.end("name")]
            if match_names(name, known.candidates).exact:
                return Tell(name, found["what"])
    name = _name("silence", folded, said, known)
    return Tell(name, SILENCE) if name is not None else None


def _who(folded: str, said: str, known: Circumstances) -> Ask | None:
    """ "¿Quién juega al ajedrez?": words to look for in what was noted."""
    for pattern in patterns("ask_who", known.language):
        found = pattern.fullmatch(folded)
        if found is not None:
            return Ask(Topic.WHO, words=said[found.start("what") : found.end("what")])
    return None


def _of_days(folded: str, said: str, known: Circumstances) -> Ask | None:
    whens = (_when(topic, folded, said, known) for topic in (Topic.BIRTHDAYS, Topic.COMING))
    return next(filter(None, whens), None)


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
