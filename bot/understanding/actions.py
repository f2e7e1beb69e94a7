"""All that talk can lead to. Nothing here sends, approves, exports or deletes: that is for taps."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    """What a question is about."""

    PERSON = "person"
    BIRTHDAY = "birthday"
    BIRTHDAYS = "birthdays"
    COMING = "coming"
    WHO = "who"
    """Of whom something is true, as far as it was noted."""
    LIST = "list"
    """People of a kind: who is there at all, who has no notes, who has waited longest."""


class Courtesy(StrEnum):
    """What is said for kindness, or to find one's way."""

    HELLO = "hello"
    THANKS = "thanks"
    BYE = "bye"
    HELP = "help"


class Step(StrEnum):
    """What only the owner's tap can do: the answer offers the button."""

    FORGET = "forget"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Add:
    """Somebody new, in the owner's words: what /add would be given; empty when nothing was said."""

    line: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Something about somebody known: facts or a note. Without a name it is about whoever was just
    added or shown."""

    name: str | None
    text: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; `first` and `last` are the days it is about, both included; `words` is what is asked
    for (WHO), or whom a LIST is of: `everybody`, `bare` (no notes), `longest` (not greeted)."""

    topic: Topic
    name: str | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that takes a tap, for somebody."""

    step: Step
    name: str


@dataclass(frozen=True, slots=True)
class Greet:
    """A kindness to answer."""

    kind: Courtesy


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that were not understood; `ids` are contacts they may be about, `newcomer` a name that
    may be somebody new. `either`: the words leave it open themselves, so that only the owner knows."""

    words: str
    ids: tuple[int, ...] = ()
    newcomer: str | None = None
    either: bool = False


Action = Add | Tell | Ask | Offer | Greet | Unclear


def is_sure(actions: tuple[Action, ...]) -> bool:
    """Whether nothing in it is unclear that a model may understand."""
    return not any(isinstance(action, Unclear) and not action.either for action in actions)
