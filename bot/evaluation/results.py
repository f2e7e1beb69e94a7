"""What an evaluation keeps: one result a case, and what it cost. Written as JSON and read back."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.drafters.chat import Usage


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Kept):
    """One alternative as its card would hold it. `notes`: ids of those it rests on; `drafter`:
    model or composer; `version`: of its prompt or frame; `offered`: whether ✅ would stand under it."""

    text: str
    problems: tuple[str, ...]
    notes: tuple[int, ...]
    drafter: str
    version: str
    offered: bool


class Spent(_Kept):
    """Calls, tokens and seconds of the clock on the wall."""

    calls: int = 0
    failures: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0

    @classmethod
    def of(cls, usages: tuple[Usage, ...], seconds: float) -> Self:
        """What these models have cost, in so many seconds."""
        return cls(
            calls=sum(each.calls for each in usages),
            failures=sum(each.failures for each in usages),
            prompt_tokens=sum(each.prompt_tokens for each in usages),
            cached_tokens=sum(each.cached_tokens for each in usages),
            completion_tokens=sum(each.completion_tokens for each in usages),
            seconds=seconds,
        )

    def __add__(self, other: "Spent") -> "Spent":
        mine, theirs = self.model_dump(), other.model_dump()
        return Spent(**{name: mine[name] + theirs[name] for name in mine})

    def __sub__(self, other: "Spent") -> "Spent":
        mine, theirs = self.model_dump(), other.model_dump()
        return Spent(**{name: mine[name] - theirs[name] for name in mine})


class Result(_Kept):
    """What became of one case.

    `digest` tells a case from one that was changed under the same id; `writer` and `judge` name the
    models asked. `spent` is what the whole run cost since the result before, so that the sum over
    all results is what the run cost, however many were written at once.
    """

    id: str
    digest: str
    language: str
    occasion: str
    writer: str
    judge: str | None
    texts: tuple[Text, ...]
    fallback: str | None
    """Why the composer had to step in for the model, if it had to."""
    spent: Spent

    @property
    def shown(self) -> tuple[Text, ...]:
        """The texts that ✅ would stand under."""
        return tuple(text for text in self.texts if text.offered)

    @property
    def usable(self) -> bool:
        """Whether one may go out as it stands: offered, and without a remark."""
        return any(not text.problems for text in self.shown)
