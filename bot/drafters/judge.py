"""A second look at drafts by a model: the same labels as the guards, from the meaning of the text."""

from typing import Any

from pydantic import BaseModel, field_validator

import prompts
from bot.domain.drafting import Person
from bot.domain.guards.base import Case, Label, Problem
from bot.domain.learning import may_leave
from bot.drafters.chat import ChatModel
from bot.drafters.disclosure import Disguise, sendable
from bot.drafters.prompting import question

SAW = frozenset(Label) - {Label.DUPLICATE}
"""A judge is shown no other texts, so it can't know a duplicate."""


class Finding(BaseModel):
    """One problem as the model reports it."""

    label: Label
    words: list[str]


class Verdict(BaseModel):
    """What the model answers; labels it made up are dropped."""

    problems: list[Finding]

    @field_validator("problems", mode="before")
    @classmethod
    def _known_labels(cls, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return [
            {"words": []} | item
            for item in value
            if isinstance(item, dict) and str(item.get("label")) in SAW
        ]


class Judge:
    """Labels a draft; never changes it.

    It sees what a drafter sees: no private notes, surnames or addresses, and no other contact's
    text. A draft that rests on a private note (the composer may use those) is not sent at all.

    When judge and guards disagree (`bot.domain.guards.policy.settled`):

    - `generic`, `invented` and `wrong-register` are questions of meaning: the judge's word replaces
      the guards', both ways.
    - Everything else the guards find stands, whatever the judge says: their evidence is in the
      letters, and a mistake there costs trust.
    - Everything the judge adds stands, except `duplicate`, which it can't see.
    - A judge that fails says nothing: the guards' verdict stands.
    """

    def __init__(self, model: ChatModel) -> None:
        self._model = model

    async def check(self) -> str | None:
        """None when the model answers, else what is wrong in a machine word (see ChatModel)."""
        return await self._model.check()

    async def judge(self, case: Case) -> tuple[Problem, ...] | None:
        """What is wrong with a text, with words that really stand in it; None when it may not be
        shown. Raises DraftingFailed with a reason of ChatModel.ask."""
        if not may_leave(case.text, case.person, case.person.notes):
            return None
        told = (note.text for note in sendable(case.person))
        disguise = Disguise(case.person, (*told, case.text))
        messages = [
            {"role": "system", "content": prompts.load("judge").render()},
            question(_data(case, disguise)),
        ]
        verdict = await self._model.ask(messages, Verdict)
        found = []
        for finding in verdict.problems:
            said = (disguise.restore(word).rstrip(".") for word in finding.words)
            found.append(Problem(finding.label, tuple(word for word in said if word in case.text)))
        return tuple({problem.label: problem for problem in found}.values())


def _data(case: Case, disguise: Disguise) -> dict[str, Any]:
    person, hide = case.person, disguise.hide
    return {
        "language": person.language,
        "register": person.register.value,
        "relationship": person.relationship.value,
        "names": list(dict.fromkeys(map(hide, _names(person)))),
        "notes": [hide(note.text) for note in sendable(person)],
        "occasions": [hide(occasion.name) for occasion in case.occasions],
        "text": hide(case.text),
    }


def _names(person: Person) -> list[str]:
    """Everything a text may call them."""
    first = person.name if person.is_group else person.name.split()[0]
    return [person.called, *filter(None, (person.nickname, person.form_of_address)), first]
