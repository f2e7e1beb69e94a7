"""The drafter that needs no model: chooses a note, a frame that fits it, and words around it."""

import asyncio
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import Final

from bot.domain.contacts import Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest
from bot.domain.guards import Case, Label, check, likeness, rests_on
from bot.drafters.composer.frames import REGISTERS, Frames, Sentence, frames, say
from bot.drafters.composer.grammar import LANGUAGES
from bot.drafters.composer.occasions import any_day, families, wish
from bot.drafters.composer.reading import Reading, read, usual_language

TRIES: Final = 100
"""Candidates judged for one alternative before the best of them is taken."""

CHOSEN_FROM: Final = 8
"""Good candidates of which the shortest is taken when the owner wishes for a shorter text."""

NOT_FOR_CLIENTS: Final = frozenset({"together", "bond", "kindness", "quote", "dislikes", "bought"})
"""Kinds of note that would play at intimacy, or could tell what a client bought."""

PURCHASE: Final = re.compile(
    r"\b(?:compr|encarg|alquil|contrat|renov|reserv|suscri|pag[aóou]|pedid|bought|purchas|order|rent"
    r"|hired|booked|subscrib|renew|paid|ordin|affitt|prenot|abbon|encomend|alug|assin)",
    re.IGNORECASE,
)
"""Beginnings of words by which a note may speak of what a client bought."""

HINTS: Final = {
    "short": ("corto", "corta", "breve", "short", "curto", "curta"),
    "funny": ("divert", "gracios", "humor", "chiste", "funn", "spirit", "engrac", "risa"),
    "formal": ("formal", "serio", "seria", "serious"),
}


class Composer:
    """Writes from the notes alone, with sentences kept in frames/<language>.toml."""

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        """At least two different texts. Raises DraftingFailed("no_memory") without a usable note.

        Written in a thread: on an occasion with hundreds of siblings one greeting is judged against
        all of them many times, up to half a second of work.
        """
        drafts = await asyncio.to_thread(_write, request)
        if not drafts:
            raise DraftingFailed("no_memory")
        return drafts


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finished text with what it was made of."""

    text: str
    notes: tuple[int, ...]
    frame: str


@dataclass(slots=True)
class Desk:
    """One greeting being written: the material, and what was already said and must not return."""

    request: DraftRequest
    said: Frames
    register: Register
    readings: list[Reading]
    hints: frozenset[str]
    chance: random.Random
    heard: list[str]
    used_notes: set[int] = field(default_factory=set)
    used_here: set[str] = field(default_factory=set)

    def next_text(self) -> Drafted | None:
        """The next alternative: another note and another frame, as long as there are any."""
        chosen = self._best()
        if chosen is None and self.used_here:
            self.used_here.clear()
            chosen = self._best()
        if chosen is None:
            return None
        self.heard.append(chosen.text)
        self.used_notes.update(chosen.notes[:1])
        self.used_here.add(chosen.frame)
        return Drafted(chosen.text, chosen.notes, "composer", f"composer:{chosen.frame}")

    def _best(self) -> Candidate | None:
        """The first candidate the guards have nothing against (the shortest of several, if short is
        what is wished), else the one they mind least."""
        best: tuple[float, Candidate] | None = None
        good: list[Candidate] = []
        for candidate in islice(self._candidates(), TRIES):
            blame = self._blame(candidate.text)
            if not blame:
                good.append(candidate)
                if "short" not in self.hints or len(good) == CHOSEN_FROM:
                    break
            elif best is None or blame < best[0]:
                best = (blame, candidate)
        if good:
            return min(good, key=lambda one: len(one.text)) if len(good) > 1 else good[0]
        return best[1] if best else None

    def _blame(self, text: str) -> float:
        """What the guards hold against a text: 0 nothing; a likeness weighs most."""
        request = self.request
        before = (*request.previous, *self.heard)
        problems = check(Case(text, request.person, request.occasions, request.siblings, before))
        if all(problem.label is not Label.DUPLICATE for problem in problems):
            return float(len(problems))
        ignored = (request.person.name, *(o.name for o in request.occasions))
        nearest = max(likeness(text, other, ignored) for other in (*request.siblings, *before))
        return len(problems) + 100 * nearest

    def _candidates(self) -> Iterator[Candidate]:
        """Texts in the order of liking: frames new to this occasion, carriers, used frames. Where short
        is wished, carriers alone before all: their sentences are half as long."""
        used = frozenset(f.removeprefix("composer:") for f in self.request.used_frames)
        if "short" in self.hints:
            for reading, carrier in self._pairs(self.said.carriers):
                yield from islice(self._texts(reading, carrier, closed=False), 1)
        pairs = self._pairs(self.said.frames)
        fresh = [pair for pair in pairs if pair[1].id not in used]
        for reading, frame in fresh:
            yield from islice(self._texts(reading, frame, closed=False), 1)
        carried = [
            self._texts(reading, carrier, closed=True)
            for reading, carrier in self._pairs(self.said.carriers)
        ]
        for texts in zip_longest(*carried):
            yield from (text for text in texts if text)
        for reading, frame in pairs:
            yield from self._texts(reading, frame, closed=True)

    def _pairs(self, sentences: tuple[Sentence, ...]) -> list[tuple[Reading, Sentence]]:
        """What fits together, the best liked first."""
        person, occasions = self.request.person, families(self.request)
        pairs = [
            (reading, sentence)
            for reading in self.readings
            for sentence in sentences
            if reading.kind in sentence.kinds
            and sentence.id not in self.used_here
            and sentence.suits(person, occasions, any_day=any_day(self.request))
        ]
        self.chance.shuffle(pairs)
        pairs.sort(key=self._reluctance)
        return pairs

    def _reluctance(self, pair: tuple[Reading, Sentence]) -> tuple[bool, int, bool]:
        """Sorts what should rather not be taken to the end."""
        reading, sentence = pair
        wrong_tone = ("funny" in self.hints and not sentence.humour) or (
            "formal" in self.hints and sentence.humour
        )
        length = len(sentence.text) if "short" in self.hints else 0
        return (
            reading.note.id in self.used_notes,
            wrong_tone * 1000 + length,
            reading.note.private,
        )

    def _texts(self, reading: Reading, sentence: Sentence, *, closed: bool) -> Iterator[Candidate]:
        """Greetings around one sentence; closed ones end with more words, ever different ones."""
        body = self._say(sentence, reading)
        if body is None:
            return
        openings = [""] if sentence.whole else self._openings()
        ends = self._ends(reading, sentence) if closed else [(None, "")]
        for number in range(max(len(openings), len(ends))):
            other, end = ends[number % len(ends)]
            text = " ".join(p for p in (openings[number % len(openings)], body, end) if p)
            if text in (*self.request.previous, *self.heard):
                continue
            ids = (reading.note.id, *((other.note.id,) if other else ()))
            yield Candidate(text, tuple(dict.fromkeys(ids)), sentence.id)

    def _ends(self, reading: Reading, sentence: Sentence) -> list[tuple[Reading | None, str]]:
        """Closings, after a turn for a carrier unless short is wished; none twice with the same turn."""
        closings = self._closings(reading)
        if sentence not in self.said.carriers or "short" in self.hints:
            return closings
        person, occasions = self.request.person, families(self.request)
        turns = [
            t.text
            for t in self.said.turns
            if t.suits(person, occasions, any_day=any_day(self.request))
        ]
        self.chance.shuffle(turns)
        return [
            (other, f"{turns[number % len(turns)]} {closing}")
            for number, (other, closing) in enumerate(closings)
        ]

    def _openings(self) -> list[str]:
        person, occasions = self.request.person, families(self.request)
        fitting = [
            o
            for o in self.said.openings
            if o.suits(person, occasions, any_day=any_day(self.request))
        ]
        self.chance.shuffle(fitting)
        said = [text for o in fitting if (text := self._say(o, None))]
        return sorted(said, key=lambda text: "formal" in self.hints and text.endswith("!"))

    def _closings(self, main: Reading) -> list[tuple[Reading | None, str]]:
        """Ends that greet somebody or someplace from another note first, then plain ones."""
        person, occasions = self.request.person, families(self.request)
        fitting = [
            c
            for c in self.said.closings
            if c.suits(person, occasions, any_day=any_day(self.request))
        ]
        self.chance.shuffle(fitting)
        told = [
            (other, text)
            for c in fitting
            for other in self.readings
            if other.kind in c.kinds and other.kind != main.kind
            if (text := self._say(c, other))
        ]
        plain = [(None, text) for c in fitting if not c.kinds and (text := self._say(c, None))]
        return [*told, *plain]

    def _say(self, sentence: Sentence, reading: Reading | None) -> str | None:
        return say(
            sentence,
            self.register,
            self.said.language,
            reading.slots if reading else {},
            wish=wish(self.request, self.said, formal="formal" in self.hints),
            called=self.request.person.called,
        )


def _write(request: DraftRequest) -> list[Drafted]:
    desk = _desk(request)
    texts = (desk.next_text() for _ in range(max(2, request.alternatives)))
    return [text for text in texts if text]


def _desk(request: DraftRequest) -> Desk:
    language = request.person.language.lower().split("-")[0]
    if language not in LANGUAGES:
        raise DraftingFailed("no_memory")
    chance = random.Random(f"{request.seed}|{request.hint}|{len(request.avoid)}")  # noqa: S311
    return Desk(
        request=request,
        said=frames(language),
        register=_register(request.person.register, language),
        readings=_readings(request, language),
        hints=_hints(request.hint),
        chance=chance,
        heard=list(request.avoid),
        used_notes=_told_before(request),
    )


def _told_before(request: DraftRequest) -> set[int]:
    """Notes that texts already offered rest on: another try begins with the others."""
    person = request.person
    names = (person.name, person.called)
    return {note for text in request.avoid for note in rests_on(text, person.notes, names)}


def _register(register: Register, language: str) -> Register:
    """The register asked for, or the language's own when it belongs to another language."""
    spoken = REGISTERS[language]
    if register in spoken:
        return register
    return spoken[-1] if register.formal else spoken[0]


def _readings(request: DraftRequest, language: str) -> list[Reading]:
    """What the notes tell and may be said to this person, pinned notes first."""
    distant = request.person.relationship in {Relationship.CLIENT, Relationship.ACQUAINTANCE}
    notes = sorted(request.person.notes, key=lambda n: not n.pinned)
    if distant:
        notes = [n for n in notes if not PURCHASE.search(n.text)]
    usual = usual_language((note.text for note in notes), language)
    found = [r for note in notes for r in read(note, language, usual)]
    return [r for r in found if not (distant and r.kind in NOT_FOR_CLIENTS)]


def _hints(hint: str | None) -> frozenset[str]:
    """Which known wishes a hint contains, accents and capitals aside."""
    plain = unicodedata.normalize("NFKD", (hint or "").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(name for name, roots in HINTS.items() if any(r in plain for r in roots))
