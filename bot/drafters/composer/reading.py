"""Reads the owner's telegraphic notes: what kind of thing they tell, and its usable words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.contacts import Note
from bot.drafters.composer.grammar import LANGUAGES, Grammar, grammar, translations
from bot.drafters.composer.phrases import Clause, Name, Noun, expanded

Slot = Noun | Name | Clause
PROPER = frozenset({"place", "pet", "child", "team", "star"})
VERBATIM = frozenset({"words", "we", "doing", "where", "trade", "trait"})
SMALL = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "i",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "of",
        "the",
        "al",
    ]
)
SUBJECT = re.compile(r"^(?:ella|él|she|he|they|lui|lei|ele|ela)\s+", re.IGNORECASE)
PRONOUN = re.compile(r"\b(?:ella|él|lui|lei|ele|ela|she|he|him|they|them)\b", re.IGNORECASE)
MAX_WORDS = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a note tells: its kind and the words a frame may use."""

    note: Note
    kind: str
    slots: dict[str, Slot]


def language_of(text: str, preferred: str) -> str:
    """The language a note is typed in; the preferred one unless another is clearly likelier."""
    rules = grammar(preferred)
    known = any(pattern.match.search(text) for pattern in rules.patterns)
    if known and not rules.alien.search(text):
        return preferred
    words = re.findall(r"[^\W\d_]+'?", text.lower())
    scores = {code: _familiar(words, text, grammar(code)) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: (scores[code], code == preferred))
    return best if scores[best] > scores[preferred] else preferred


def usual_language(texts: Iterable[str], preferred: str) -> str:
    """The language most notes are typed in; in doubt not the preferred one, which is the bolder."""
    votes = Counter(language_of(text, preferred) for text in texts)
    return max(votes, key=lambda code: (votes[code], code != preferred), default=preferred)


def _familiar(words: list[str], text: str, rules: Grammar) -> int:
    """How much a text looks like a language: its little words and verbs, less what is alien."""
    known = sum(w in rules.stopwords or w in rules.verbs or w in rules.past for w in words)
    return known - 3 * len(rules.alien.findall(text))


def read(note: Note, language: str, usual: str | None = None) -> list[Reading]:
    """All that can be said with certainty from a note in a language, best first.

    A note typed in another language yields only what can be translated with certainty. `usual`: the
    language its owner's other notes are in, for words that two languages share ("pinta").
    """
    typed_in = language_of(note.text, usual or language)
    rules = grammar(typed_in)
    text = _spelled(note.text, rules)
    if rules.unsafe.search(text):
        return []
    found: list[Reading] = []
    for piece in _pieces(text, rules):
        reading = _read_piece(note, piece, rules)
        if reading and not any(_tells_the_same(reading, other) for other in found):
            found.append(reading)
    if typed_in == language:
        return found
    translated = (_translated(reading, rules, grammar(language)) for reading in found)
    return [reading for reading in translated if reading]


def _spelled(text: str, rules: Grammar) -> str:
    """The note in one line, with common slips of spelling mended and contractions taken apart."""
    text = re.sub(r"\s+", " ", text.strip().rstrip(".!"))
    text = re.sub(r"\w+", lambda m: rules.spellings.get(m[0].lower(), m[0]), text)
    return expanded(text, rules)


def _pieces(text: str, rules: Grammar) -> Iterator[str]:
    """The whole note (a pet's name may stand after a comma), then its parts of the same subject."""
    yield SUBJECT.sub("", text)
    parts = [p for p in re.split(r"\s*[,;()/]\s*|\s+[-–—]\s+|!+\s*", text) if p]
    if len(parts) > 1:
        yield from (SUBJECT.sub("", p) for p in parts[: 1 if rules.others.match(text) else None])


def _read_piece(note: Note, piece: str, rules: Grammar) -> Reading | None:
    for pattern in rules.patterns:
        match = pattern.match.search(piece)
        if match is None:
            continue
        slots = _slots(match.groupdict(), rules)
        if slots is not None:
            return Reading(note, _sharper(pattern.kind, slots, rules), slots)
    if re.search(r"[,;()/]", piece):
        return None
    clause = parse_clause(piece, rules)
    if clause is None:
        return None
    to_me = not rules.me.isdisjoint((clause.clitic, *clause.rest.split()))
    kind = "kindness" if to_me else "deed" if clause.past else "habit"
    return Reading(note, kind, {"clause": clause})


def _slots(groups: dict[str, str | None], rules: Grammar) -> dict[str, Slot] | None:
    """The slots of a match, None when one of them can't be used."""
    slots: dict[str, Slot] = {}
    for name, raw in groups.items():
        if raw is None:
            continue
        slot = _slot(name, raw.strip(), rules)
        if slot is None:
            return None
        slots[name] = slot
    return slots


def _slot(name: str, raw: str, rules: Grammar) -> Slot | None:
    if name in VERBATIM:
        return Name(rules, raw) if len(raw.split()) <= MAX_WORDS + 3 else None
    if name == "clause":
        return parse_clause(raw, rules)
    raw = rules.cut.sub("", re.split(r"[,;(]", raw)[0]).strip()
    if name not in PROPER:
        raw = re.split(r" (?:y|e) ", raw)[0]
    if not raw or len(raw.split()) > MAX_WORDS - 2:
        return None
    if name in PROPER:
        titled = _titled(raw)
        return Name(rules, titled) if titled else None
    return Noun.parse(raw, rules)


def _titled(raw: str) -> str | None:
    """A proper name as it is written, even when typed in small letters; "la costa" is none."""
    if any(c.isupper() for c in raw):
        return raw
    words = raw.split()
    if words[0] in SMALL:
        return None
    return " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in words)


def _sharper(kind: str, slots: dict[str, Slot], rules: Grammar) -> str:
    """`likes` of something to eat or drink is `food` or `drink`."""
    child = slots.get("child")
    if isinstance(child, Name) and re.search(r" (?:y|e|and) ", child.words):
        return "children"
    thing = slots.get("thing")
    if kind not in {"likes", "makes"} or not isinstance(thing, Noun):
        return kind
    head = thing.words.lower().split()[-1 if rules.language == "en" else 0]
    if head in rules.drinkable:
        return "drink"
    if head in rules.edible:
        return "food" if kind == "likes" else "cooks"
    return kind


def parse_clause(text: str, rules: Grammar) -> Clause | None:
    """A predicate that begins with a verb the grammar knows, else None."""
    words = rules.cut.sub("", text).strip(" .!?").split()
    lead: list[str] = []
    while words and words[0].lower() in rules.adverbs:
        lead.append(words.pop(0).lower())
    clitic = words.pop(0).lower() if words and words[0].lower() in rules.clitics else ""
    if not words or len(words) > MAX_WORDS or PRONOUN.search(text):
        return None
    verb, rest = words[0].lower(), words[1:]
    past = _is_past(verb, rest, rules)
    if not past and verb not in rules.verbs:
        return None
    return Clause(rules, " ".join(lead), clitic, verb, " ".join(rest), past)


def _is_past(verb: str, rest: list[str], rules: Grammar) -> bool:
    if verb in rules.past:
        # Italian "ha" is a past only before a participle ("ha corso"), else it owns something.
        return rules.language != "it" or bool(rest and re.search(r"[tsn][oaie]$", rest[0]))
    ending = {"es": "ó", "en": "ed"}.get(rules.language)
    return ending is not None and verb.endswith(ending) and len(verb) > 3


def _tells_the_same(reading: Reading, other: Reading) -> bool:
    """Whether a part of a note repeats what its whole already told."""
    kinds = {reading.kind, other.kind}
    return len(kinds) == 1 or kinds in ({"pet", "animal"}, {"child", "deed"})


def _translated(reading: Reading, source: Grammar, target: Grammar) -> Reading | None:
    """A reading for a reader of another language: proper names, and words with one translation."""
    slots: dict[str, Slot] = {}
    for name, slot in reading.slots.items():
        if isinstance(slot, Name) and name in PROPER:
            first, _, rest = slot.words.partition(" ")
            slots[name] = Name(target, rest if first in source.articles else slot.words)
        elif isinstance(slot, Noun):
            words = translations(source.language, target.language).get(slot.words.lower())
            if words:
                slots[name] = Noun(target, words, target.shape_of(words.split()[0]))
    return Reading(reading.note, reading.kind, slots) if slots else None
