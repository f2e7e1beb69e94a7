"""The drafter that needs no model: chooses a note, a frame that fits it, and words around it."""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from bot.domain.contacts import Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest
from bot.drafters.composer.frames import REGISTERS, Frames, Sentence, frames, say
from bot.drafters.composer.grammar import LANGUAGES
from bot.drafters.composer.likeness import likeness, shingles
from bot.drafters.composer.occasions import families, wish
from bot.drafters.composer.reading import Reading, read

ALIKE: Final = 0.33
"""Likeness from which a candidate is passed over; the guard's limit is 0.40."""

TRIES: Final = 60
"""Candidates looked at for one alternative before the least alike of them is taken."""

NOT_FOR_CLIENTS: Final = frozenset({"together", "bond", "kindness", "quote", "dislikes"})
"""Kinds of note that would play at intimacy, or could tell what a client bought."""

HINTS: Final = {
    "short": ("corto", "corta", "breve", "short", "curto", "curta"),
    "funny": ("divert", "gracios", "humor", "chiste", "funn", "spirit", "engrac", "risa"),
    "formal": ("formal", "serio", "seria", "serious"),
}


class Composer:
    """Writes from the notes alone, with sentences kept in frames/<language>.toml."""

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        """At least two different texts. Raises DraftingFailed("no_memory") without a usable note."""
        desk = _desk(request)
        if not desk.readings:
            raise DraftingFailed("no_memory")
        drafts: list[Drafted] = []
        for _ in range(max(2, request.alternatives)):
            chosen = desk.next_text()
            if chosen is None:
                break
            drafts.append(chosen)
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
    heard: list[frozenset[str]]
    used_notes: set[int] = field(default_factory=set)
    used_here: set[str] = field(default_factory=set)

    def next_text(self) -> Drafted | None:
        """The next alternative: another note if there is one, another frame in any case."""
        best: tuple[float, Candidate] | None = None
        for candidate in islice(self._candidates(), TRIES):
            alike = self._likeness(candidate.text)
            if best is None or alike < best[0]:
                best = (alike, candidate)
            if alike < ALIKE:
                break
        if best is None:
            return None
        chosen = best[1]
        self.heard.append(shingles(chosen.text, self._names()))
        self.used_notes.add(chosen.notes[0])
        self.used_here.add(chosen.frame)
        return Drafted(chosen.text, chosen.notes, "composer", f"composer:{chosen.frame}")

    def _candidates(self) -> Iterator[Candidate]:
        """Texts in the order of liking: fresh frames first, then other words around used ones."""
        person, occasions = self.request.person, families(self.request)
        pairs = [
            (reading, frame)
            for reading in self.readings
            for frame in self.said.frames
            if reading.kind in frame.kinds
            and frame.id not in self.used_here
            and frame.suits(person, occasions)
        ]
        self.chance.shuffle(pairs)
        pairs.sort(key=self._reluctance)
        for bare in (True, False):
            for reading, frame in pairs:
                yield from self._texts(reading, frame, bare=bare)

    def _reluctance(self, pair: tuple[Reading, Sentence]) -> tuple[bool, bool, int, bool]:
        """Sorts what should rather not be taken to the end."""
        reading, frame = pair
        wrong_tone = ("funny" in self.hints and not frame.humour) or (
            "formal" in self.hints and frame.humour
        )
        length = len(frame.text) // 20 if "short" in self.hints else 0
        return (
            reading.note.id in self.used_notes,
            frame.id in self._frames_in_use(),
            wrong_tone * 100 + length,
            reading.note.private,
        )

    def _frames_in_use(self) -> frozenset[str]:
        return frozenset(f.removeprefix("composer:") for f in self.request.used_frames)

    def _texts(self, reading: Reading, frame: Sentence, *, bare: bool) -> Iterator[Candidate]:
        body = self._say(frame, reading)
        if body is None:
            return
        openings = [""] if frame.whole else self._openings()
        closings = [(None, "")] if bare else self._closings(reading)
        for opening, (other, closing) in zip(openings * len(closings), closings, strict=False):
            text = " ".join(part for part in (opening, body, closing) if part)
            if text in (*self.request.avoid, *self.request.previous):
                continue
            ids = (reading.note.id, *((other.note.id,) if other else ()))
            yield Candidate(text, tuple(dict.fromkeys(ids)), frame.id)

    def _openings(self) -> list[str]:
        person, occasions = self.request.person, families(self.request)
        fitting = [o for o in self.said.openings if o.suits(person, occasions)]
        self.chance.shuffle(fitting)
        return [t for o in fitting if (t := self._say(o, None))]

    def _closings(self, main: Reading) -> list[tuple[Reading | None, str]]:
        """Ends that greet somebody or someplace from another note first, then plain ones."""
        person, occasions = self.request.person, families(self.request)
        fitting = [c for c in self.said.closings if c.suits(person, occasions)]
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
            wish=wish(self.request, self.said),
            called=self.request.person.called,
        )

    def _names(self) -> tuple[str, ...]:
        person = self.request.person
        return (person.name, person.called, *(o.name for o in self.request.occasions))

    def _likeness(self, text: str) -> float:
        mine = shingles(text, self._names())
        return max((likeness(mine, other) for other in self.heard), default=0.0)


def _desk(request: DraftRequest) -> Desk:
    language = request.person.language.lower().split("-")[0]
    if language not in LANGUAGES:
        raise DraftingFailed("no_memory")
    chance = random.Random(f"{request.seed}|{request.hint}|{len(request.avoid)}")  # noqa: S311
    desk = Desk(
        request=request,
        said=frames(language),
        register=_register(request.person.register, language),
        readings=_readings(request, language),
        hints=_hints(request.hint),
        chance=chance,
        heard=[],
    )
    heard = (*request.siblings, *request.previous, *request.avoid)
    desk.heard = [shingles(text, desk._names()) for text in heard]
    return desk


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
    found = [r for note in notes for r in read(note, language)]
    return [r for r in found if not (distant and r.kind in NOT_FOR_CLIENTS)]


def _hints(hint: str | None) -> frozenset[str]:
    """Which known wishes a hint contains, accents and capitals aside."""
    plain = unicodedata.normalize("NFKD", (hint or "").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(name for name, roots in HINTS.items() if any(r in plain for r in roots))
