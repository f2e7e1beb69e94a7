"""What a guard is given and what it answers."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.drafting import OccasionRef, Person


class Label(StrEnum):
    """The ten ways a draft can be wrong (labels of tests/data/README.md)."""

    GENERIC = "generic"
    DUPLICATE = "duplicate"
    SENSITIVE = "sensitive"
    REVEALS_SOURCE = "reveals-source"
    SELLING = "selling"
    WRONG_PERSON = "wrong-person"
    INVENTED = "invented"
    WRONG_LANGUAGE = "wrong-language"
    WRONG_REGISTER = "wrong-register"
    ARTIFACT = "artifact"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a guard found, with the words of the text that caused it (may be empty)."""

    label: Label
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A text with everything a guard may hold it against."""

    text: str
    person: Person
    occasions: tuple[OccasionRef, ...]
    siblings: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
