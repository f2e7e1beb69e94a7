"""Drafting every case the way the bot does it: as if all were due on one day."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.domain.drafting import DraftRequest
from bot.domain.greetings import Alternative
from bot.drafters.chat import Usage
from bot.evaluation.cases import EvaluationCase
from bot.evaluation.results import Result, Spent, Text
from bot.services.writing import ATTEMPTS, SHOWN, Writing, a_choice, beside, numbered, usable


@dataclass(slots=True)
class Run:
    """One evaluation. `at_once` cases are written side by side; what is written counts at once as
    a sibling of the rest of its occasion, as do the results of an earlier run that goes on here."""

    writing: Writing
    writer: str
    judge: str | None
    usages: tuple[Usage, ...]
    at_once: int
    results: list[Result]
    _before: Spent = field(default_factory=Spent)

    async def draft(self, cases: Sequence[EvaluationCase], keep: Callable[[Result], None]) -> None:
        """Hand over the result of each case that has none yet, as soon as it is there."""
        self._before = self._spent()
        done = {(result.id, result.digest) for result in self.results}
        slots = asyncio.Semaphore(self.at_once)
        async with asyncio.TaskGroup() as group:
            for seed, case in enumerate(cases):
                if (case.id, case.digest) not in done:
                    group.create_task(self._in_turn(slots, seed, case, keep))

    async def _in_turn(
        self,
        slots: asyncio.Semaphore,
        seed: int,
        case: EvaluationCase,
        keep: Callable[[Result], None],
    ) -> None:
        async with slots:
            alternatives = await self._write(seed, case)
        spent = self._spent()
        since, self._before = spent - self._before, spent
        result = Result(
            id=case.id,
            digest=case.digest,
            language=case.person.language.split("-")[0],
            occasion=case.occasion.key,
            writer=self.writer,
            judge=self.judge,
            texts=tuple(_kept(one) for one in alternatives),
            fallback=next((one.fallback for one in alternatives if one.fallback), None),
            spent=since,
        )
        self.results.append(result)
        keep(result)

    async def _write(self, seed: int, case: EvaluationCase) -> list[Alternative]:
        """Written anew, as in the bot, when others say the same meanwhile."""
        key = case.occasion.key
        alternatives: list[Alternative] = []
        for attempt in range(ATTEMPTS):
            siblings = [text.text for text in self._said(key)]
            request = DraftRequest(
                person=case.person,
                occasions=(case.occasion,),
                previous=case.previous,
                siblings=tuple(siblings),
                begun=tuple(text.text for text in self._said(key) if text.drafter == "model"),
                used_frames=frozenset(_frames(self._said(key))),
                alternatives=SHOWN,
                seed=seed + attempt,
            )
            alternatives = await self.writing.write(request)
            fresh = [text.text for text in self._said(key)[len(siblings) :]]
            alternatives = beside(fresh, request, alternatives)
            if usable(alternatives) >= SHOWN or not fresh:
                break
        return a_choice(numbered(alternatives)[: SHOWN + 1])

    def _said(self, occasion: str) -> list[Text]:
        """The texts of that occasion so far, in the order they came."""
        return [
            text for result in self.results if result.occasion == occasion for text in result.texts
        ]

    def _spent(self) -> Spent:
        return Spent.of(self.usages, time.monotonic())


def _frames(texts: Sequence[Text]) -> list[str]:
    composed = (text for text in texts if text.drafter == "composer")
    return [text.version.removeprefix("composer:") for text in composed]


def _kept(one: Alternative) -> Text:
    return Text(
        text=one.text,
        problems=tuple(label for label, _ in one.problems),
        notes=one.note_ids,
        drafter=one.drafter,
        version=one.version,
        offered=one.offered,
    )
