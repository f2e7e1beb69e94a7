"""What a drafter is asked and what it answers: shared by the composer, the model and the guards."""

from dataclasses import dataclass

from bot.domain.contacts import Note, Register, Relationship, first_name


@dataclass(frozen=True, slots=True)
class Person:
    """The least a drafter or a guard needs to know about a contact.

    `language` is a tag such as `es`, `es-AR`, `it`, `pt-BR`, `en`; `name` may be the full name
    (drafters that leave the machine send only `called`).
    """

    name: str
    nickname: str | None
    relationship: Relationship
    register: Register
    language: str
    notes: tuple[Note, ...]
    form_of_address: str | None = None
    is_group: bool = False

    @property
    def called(self) -> str:
        """How the text addresses them: form of address, nickname, or first name."""
        if self.form_of_address or self.nickname:
            return self.form_of_address or self.nickname or ""
        return self.name if self.is_group else first_name(self.name)


@dataclass(frozen=True, slots=True)
class OccasionRef:
    """An occasion as a drafter sees it: stable key (`friends-day`, `birthday`) and its name in the
    reader's language ("Día del Amigo")."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """One greeting to write.

    `previous`: texts this person got before, the newest first (do not repeat). `siblings`: texts
    already drafted for others on the same occasion (do not resemble). `hint`: the owner's wish for
    another try ("más corto"). `feedback`: what the guards said of the last try. `examples`: texts
    the owner wrote or approved, same language and register. `seed` makes the composer's choice
    repeatable.
    """

    person: Person
    occasions: tuple[OccasionRef, ...]
    previous: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    hint: str | None = None
    feedback: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    style: str | None = None
    alternatives: int = 2
    seed: int = 0
    late: bool = False
    """Whether the day is over: the text says so, once and without grovelling."""

    avoid: tuple[str, ...] = ()
    """Texts already offered for this very greeting, so that 🔄 brings something else."""

    begun: tuple[str, ...] = ()
    """Those of `siblings` that a model wrote: it is told how they begin. What the composer or the owner
    wrote may rest on a private note of somebody else."""

    used_frames: frozenset[str] = frozenset()
    """Frames of the composer that this occasion has already used for somebody else."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """One candidate text. `note_ids`: the notes it says it rests on (a claim, checked by matching).
    `drafter`: `model` or `composer`; `version`: of the prompt or the frame."""

    text: str
    note_ids: tuple[int, ...]
    drafter: str
    version: str


class DraftingFailed(Exception):
    """The drafter could not write: `reason` is a short machine word (timeout, refused, quota, …)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
