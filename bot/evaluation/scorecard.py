"""The figures of an evaluation. What each means is told in docs/quality.md."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Self

from pydantic import BaseModel

from bot.domain.guards import LIKENESS_LIMIT, Label, likeness
from bot.evaluation.cases import EvaluationCase
from bot.evaluation.results import Result, Spent


class Alike(BaseModel):
    """Two people who would get nearly the same text for one occasion."""

    one: str
    other: str
    likeness: float


class Score(BaseModel):
    """Counts over some cases; `shown` counts texts that ✅ would stand under."""

    cases: int
    usable: int
    """Cases with a text that may go out as it stands: offered, without a remark."""
    silent: int
    """Cases with no text to approve: the bot would ask the owner for a memory."""
    shown: int
    resting: int
    """Texts shown that rest on a note."""
    invented: int
    """Texts shown with something that stands in no note, as far as guards and judge see."""
    alike: int
    """Pairs of texts shown to different people for one occasion that are too alike."""

    @classmethod
    def of(cls, results: Sequence[Result], alike: int) -> Self:
        """The counts of these results."""
        shown = [text for result in results for text in result.shown]
        return cls(
            cases=len(results),
            usable=sum(result.usable for result in results),
            silent=sum(not result.shown for result in results),
            shown=len(shown),
            resting=sum(bool(text.notes) for text in shown),
            invented=sum(Label.INVENTED in text.problems for text in shown),
            alike=alike,
        )


class Problems(BaseModel):
    """Texts with one label: with a remark under ✅, or held back."""

    remarked: int = 0
    held_back: int = 0


class Scorecard(BaseModel):
    """All figures of a run, with the texts they come from."""

    writer: str
    judge: str | None
    total: Score
    languages: dict[str, Score]
    problems: dict[str, Problems]
    drafters: dict[str, int]
    """Texts shown, by who wrote them: model or composer."""
    fallbacks: dict[str, int]
    """Cases in which the composer stepped in for the model, by reason."""
    alike: list[Alike]
    spent: Spent
    cost: float | None
    """At the prices given, in their currency, cached tokens at the full price; None without a price
    or a call."""
    results: list[Result]


def scorecard(
    cases: Sequence[EvaluationCase],
    results: Iterable[Result],
    price_in: float | None = None,
    price_out: float | None = None,
) -> Scorecard:
    """The figures of these cases, in their order. Prices are per million tokens."""
    found = {(result.id, result.digest): result for result in results}
    ordered = [found[case.id, case.digest] for case in cases]
    names = {case.id: _names(case) for case in cases}
    alike = [pair for pair in combinations(ordered, 2) if pair[0].occasion == pair[1].occasion]
    pairs = [close for one, other in alike for close in _alike(one, other, names)]
    spoken = {result.id: result.language for result in ordered}
    spent = sum((result.spent for result in ordered), Spent())
    cost = None
    if spent.calls and (price_in is not None or price_out is not None):
        paid = spent.prompt_tokens * (price_in or 0) + spent.completion_tokens * (price_out or 0)
        cost = paid / 1_000_000
    return Scorecard(
        writer=ordered[0].writer,
        judge=ordered[0].judge,
        total=Score.of(ordered, len(pairs)),
        languages={
            language: Score.of(
                [result for result in ordered if result.language == language],
                sum(spoken[pair.one] == language for pair in pairs),
            )
            for language in dict.fromkeys(result.language for result in ordered)
        },
        problems=_problems(ordered),
        drafters=dict(Counter(text.drafter for result in ordered for text in result.shown)),
        fallbacks=dict(Counter(result.fallback for result in ordered if result.fallback)),
        alike=pairs,
        spent=spent,
        cost=cost,
        results=ordered,
    )


def _alike(one: Result, other: Result, names: dict[str, tuple[str, ...]]) -> list[Alike]:
    ignored = (*names[one.id], *names[other.id])
    measured = (
        likeness(mine.text, theirs.text, ignored) for mine in one.shown for theirs in other.shown
    )
    return [
        Alike(one=one.id, other=other.id, likeness=round(close, 2))
        for close in measured
        if close >= LIKENESS_LIMIT
    ]


def _names(case: EvaluationCase) -> tuple[str, ...]:
    """Words that make no text different: what the reader is called, and the occasion."""
    return (case.person.name, case.person.nickname or "", case.occasion.name)


def _problems(results: Sequence[Result]) -> dict[str, Problems]:
    remarked: Counter[str] = Counter()
    held_back: Counter[str] = Counter()
    for result in results:
        for text in result.texts:
            (remarked if text.offered else held_back).update(text.problems)
    return {
        label.value: Problems(remarked=remarked[label], held_back=held_back[label])
        for label in Label
        if remarked[label] or held_back[label]
    }
