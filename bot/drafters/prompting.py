"""From a request to the messages a model is sent, and from its answer back to texts.

The order serves the endpoint's cache: rules and examples first (the same for everybody of one
language, register and closeness), then the occasion and the owner's style, the contact last.
"""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, field_validator, model_validator

import prompts
from bot.domain.contacts import Note, Relationship
from bot.domain.drafting import DraftRequest
from bot.drafters.disclosure import (
    Disguise,
    fold,
    hide_strangers,
    opening,
    sendable,
    speaks_of_purchases,
)

Message = dict[str, str]

LANGUAGES = ("es", "en", "it", "pt")
EXAMPLES_SHOWN = 2
NOTES_SHOWN = 20
PREVIOUS_SHOWN = 3
OPENINGS_SHOWN = 12
OWNER_TEXTS_SHOWN = 4


class Alternative(BaseModel):
    """One text of an answer. Claims that are no numbers are dropped, the text stays."""

    text: str
    notes: list[int]

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="before")
    @classmethod
    def _without_claims(cls, value: Any) -> Any:
        return {"notes": []} | value if isinstance(value, dict) else value

    @field_validator("notes", mode="before")
    @classmethod
    def _numbers_only(cls, value: Any) -> list[int]:
        items = value if isinstance(value, list) else [value]
        return [int(item) for item in items if str(item).isdecimal()]


class Alternatives(BaseModel):
    """What the model answers."""

    alternatives: list[Alternative]

    @model_validator(mode="before")
    @classmethod
    def _bare_list(cls, value: Any) -> Any:
        return {"alternatives": value} if isinstance(value, list) else value


class Conversation:
    """One greeting as the model sees it: `messages()` out, `text()` and `note_ids()` back."""

    def __init__(self, request: DraftRequest) -> None:
        self._request = request
        notes = sendable(request.person)
        told = [note.text for note in notes] + [occasion.name for occasion in request.occasions]
        told += [request.person.nickname or "", request.hint or ""]
        self._disguise = Disguise(request.person, [*told, *request.previous, *request.avoid])
        shown = [(note, self._disguise.hide(note.text)) for note in notes]
        self._notes = _fresh([pair for pair in shown if any(map(str.isalpha, pair[1]))])
        base = request.person.language.split("-")[0].lower()
        self._language = base if base in LANGUAGES else "en"
        self._prompt = prompts.load(f"greeting-{self._language}")

    @property
    def version(self) -> str:
        """The version of the prompt, kept with every draft."""
        return self._prompt.version

    @property
    def has_something_to_say(self) -> bool:
        """Whether anything personal may leave: a note, or the owner's wish for this greeting."""
        return bool(self._notes or self._request.hint)

    def messages(self, count: int, offered: tuple[str, ...] = ()) -> list[Message]:
        """Asks for `count` alternatives, different from those already `offered`."""
        sent = [{"role": "system", "content": self._prompt.render()}]
        for example in self._examples():
            sent += [question(_example_data(example)), _answer(example)]
        return [*sent, question(self._data(count, offered))]

    def text(self, answered: str) -> str:
        """An answered text as the reader will see it."""
        return self._disguise.restore(answered.strip())

    def note_ids(self, numbers: list[int]) -> tuple[int, ...]:
        """The notes behind the numbers of an answer; numbers of no note are ignored."""
        known = dict(enumerate((note.id for note, _ in self._notes), start=1))
        return tuple(dict.fromkeys(known[number] for number in numbers if number in known))

    def _examples(self) -> list[prompts.Example]:
        person = self._request.person
        group = _closeness(person.relationship)

        def distance(example: prompts.Example) -> tuple[bool, bool, bool]:
            return (
                fold(example.register) != fold(person.register),
                _closeness(Relationship(example.relationship)) != group,
                example.relationship != person.relationship,
            )

        return sorted(prompts.examples(self._language), key=distance)[:EXAMPLES_SHOWN]

    def _without_purchases(self, texts: Sequence[str]) -> list[str]:
        """Earlier texts to this person, without those in which a client's purchases are told."""
        client = self._request.person.relationship is Relationship.CLIENT
        return [text for text in texts if not (client and speaks_of_purchases(text))]

    def _data(self, count: int, offered: tuple[str, ...]) -> dict[str, Any]:
        request, person, hide = self._request, self._request.person, self._disguise.hide
        previous = self._without_purchases(request.previous)[:PREVIOUS_SHOWN]
        already_offered = [*self._without_purchases(request.avoid), *offered]
        return _without_blanks(
            {
                "count": count,
                "occasions": [hide(occasion.name) for occasion in request.occasions],
                "late": request.late,
                "style": hide(hide_strangers(request.style or "")),
                "owner_texts": [
                    hide(hide_strangers(text)) for text in request.examples[:OWNER_TEXTS_SHOWN]
                ],
                "language": person.language,
                "register": person.register.value,
                "relationship": person.relationship.value,
                "name": hide(person.called),
                "group": person.is_group,
                "notes": _numbered([text for _, text in self._notes]),
                "previous": [hide(text) for text in previous],
                "already_offered": [hide(text) for text in already_offered],
                "do_not_begin_like": [
                    hide(opening(text)) for text in request.begun[-OPENINGS_SHOWN:]
                ],
                "corrections": [hide(text) for text in request.feedback],
                "wish": hide(request.hint or ""),
            }
        )


def _fresh(notes: list[tuple[Note, str]]) -> list[tuple[Note, str]]:
    """The pinned and then the newest of many notes, in their order."""
    newest = sorted(notes, key=lambda pair: (pair[0].pinned, pair[0].id), reverse=True)
    kept = {note.id for note, _ in newest[:NOTES_SHOWN]}
    return [pair for pair in notes if pair[0].id in kept]


def _closeness(relationship: Relationship) -> str:
    if relationship in {Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER}:
        return "close"
    return "client" if relationship is Relationship.CLIENT else "sober"


def _numbered(notes: list[str]) -> list[dict[str, Any]]:
    return [{"n": number, "text": text} for number, text in enumerate(notes, start=1)]


def _without_blanks(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def question(data: dict[str, Any]) -> Message:
    """The data between delimiters that no text inside can close: `<` and `>` are escaped."""
    encoded = json.dumps(data, ensure_ascii=False, indent=1)
    safe = encoded.replace("<", "\\u003c").replace(">", "\\u003e")
    return {"role": "user", "content": prompts.load("ask").render(data=safe)}


def _example_data(example: prompts.Example) -> dict[str, Any]:
    return {
        "count": len(example.alternatives),
        "occasions": [example.occasion],
        "language": example.language,
        "register": example.register,
        "relationship": example.relationship,
        "name": example.name,
        "notes": _numbered(list(example.notes)),
    }


def _answer(example: prompts.Example) -> Message:
    alternatives = [
        {"text": alternative.text, "notes": list(alternative.notes)}
        for alternative in example.alternatives
    ]
    content = json.dumps({"alternatives": alternatives}, ensure_ascii=False)
    return {"role": "assistant", "content": content}
