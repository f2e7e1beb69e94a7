"""Texts worth showing: draft, guard, judge, once more with the verdict, else the composer.

No chain message is ever offered for approval, whatever the drafter does (rules 2, 4 and 5)."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest, Person
from bot.domain.greetings import Alternative
from bot.domain.guards import blocks, check, rests_on
from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.policy import settled
from bot.domain.learning import may_leave
from bot.drafters.base import Critic, Drafter

log = logging.getLogger(__name__)

SHOWN = 2
"""Alternatives on a card."""

AWAY = frozenset(
    {"timeout", "unreachable", "unavailable", "quota", "auth", "no_such_model", "wrong_url"}
)
"""Reasons of DraftingFailed (see ChatModel.ask) for which the model counts as a service that is away."""

UNREADABLE = "invalid"
"""Why the composer wrote when an answer of the model was too much for us."""

ATTEMPTS = 3
"""How often a greeting is written anew because others said the same meanwhile, or by a fault of ours."""


class Writing:
    """Writes with the model where there is one, with the composer where not. Knows no storage."""

    def __init__(
        self, composer: Drafter, model: Drafter | None = None, critic: Critic | None = None
    ) -> None:
        self._composer = composer
        self._model = model
        self._critic = critic

    async def warm_up(self) -> None:
        """Read the word lists before anybody waits for them: the guards' cost 0.2 s once."""
        nobody = Person("", None, Relationship.FRIEND, Register.VOS, "es", ())
        await asyncio.to_thread(check, Case("", nobody, ()))

    def asks(self, request: DraftRequest, private_notes: Sequence[Note] = ()) -> bool:
        """Whether there is a model, and something personal to ask it with. A wish that speaks of a
        private note is the composer's, which knows that note."""
        wish = request.hint or ""
        public = bool(request.person.notes) and may_leave(wish, request.person, private_notes)
        return self._model is not None and public

    async def write(
        self,
        request: DraftRequest,
        private_notes: Sequence[Note] = (),
        without: str | None = None,
    ) -> list[Alternative]:
        """Alternatives with their verdicts, those that may be approved first; perhaps none at all.

        `request` holds no private notes: only the composer, which stays on the machine, may rest on
        them. `without` says why the model is not to be asked.
        """
        fallback = without
        kept: list[Alternative] = []
        if without is None and self._model is not None and self.asks(request, private_notes):
            try:
                kept = await self._ask(self._model, request, private_notes)
            except DraftingFailed as failure:
                fallback = failure.reason
                log.warning("the model could not draft: %s", failure.reason)
            except Exception as error:  # noqa: BLE001 - what a model answers may cost its text alone
                fallback = UNREADABLE
                log.error("the model could not be read: %s", type(error).__name__)
        if usable(kept) >= SHOWN:
            return kept
        reason = fallback or ("rules" if kept else None)
        request = replace(request, avoid=(*request.avoid, *(one.text for one in kept)))
        composed = await self._compose(request, private_notes, reason)
        if not usable(kept):
            return composed if usable(composed) or not kept else kept
        return numbered([*kept, *composed[: SHOWN - usable(kept)]])

    async def _ask(
        self, model: Drafter, request: DraftRequest, private_notes: Sequence[Note]
    ) -> list[Alternative]:
        """Draft, guard, and one rewrite with the verdict as feedback."""
        public = _public(request, private_notes)
        first = await self._verdicts(request, await model.draft(public))
        if usable(first) >= SHOWN:
            return first
        feedback = tuple(
            f"{label}: {', '.join(words)}" if words else label
            for alternative in first
            for label, words in alternative.problems
        )
        tried = tuple(one.text for one in first)
        again = replace(public, feedback=feedback, avoid=(*public.avoid, *tried))
        request = replace(request, avoid=(*request.avoid, *tried))
        try:
            second = await self._verdicts(request, await model.draft(again))
        except DraftingFailed:
            second = []
        return numbered([*first, *second])

    async def _compose(
        self, request: DraftRequest, private_notes: Sequence[Note], fallback: str | None
    ) -> list[Alternative]:
        person = replace(request.person, notes=(*request.person.notes, *private_notes))
        request = replace(request, person=person)
        try:
            drafted = await self._composer.draft(request)
        except DraftingFailed:
            return []
        return await self._verdicts(request, drafted, fallback)

    async def _verdicts(
        self, request: DraftRequest, drafted: Sequence[Drafted], fallback: str | None = None
    ) -> list[Alternative]:
        """What guards and judge say of each; one may not resemble those offered before it."""
        names = [name for name in (request.person.name, request.person.nickname) if name]
        cases: list[Case] = []
        ruled: list[tuple[Problem, ...]] = []
        offered: list[str] = []
        for one in drafted:
            case = Case(
                text=one.text,
                person=request.person,
                occasions=request.occasions,
                siblings=(*request.siblings, *offered),
                previous=(*request.previous, *request.avoid),
            )
            cases.append(case)
            ruled.append(check(case))
            if not _blocked(ruled[-1]):
                offered.append(one.text)
        verdicts = await asyncio.gather(*map(self._second_look, cases, ruled))
        return numbered(
            [
                Alternative(
                    id=0,
                    number=number,
                    text=one.text,
                    note_ids=rests_on(one.text, request.person.notes, names),
                    problems=tuple((problem.label.value, problem.words) for problem in problems),
                    drafter=one.drafter,
                    version=one.version,
                    fallback=fallback,
                    offered=not _blocked(problems),
                )
                for number, (one, problems) in enumerate(zip(drafted, verdicts, strict=True), 1)
            ]
        )

    async def _second_look(self, case: Case, ruled: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The judge's word where there is a judge; where it fails, the rules stand alone."""
        if self._critic is None:
            return ruled
        try:
            return settled(ruled, await self._critic.judge(case))
        except DraftingFailed as failure:
            log.warning("the judge could not look: %s", failure.reason)
            return ruled


def _public(request: DraftRequest, private_notes: Sequence[Note]) -> DraftRequest:
    """The request without earlier texts that rest on a private note: the composer or the owner wrote
    them, or the note was made private since."""

    def public(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if may_leave(text, request.person, private_notes))

    return replace(request, previous=public(request.previous), avoid=public(request.avoid))


def _blocked(problems: Sequence[Problem]) -> bool:
    return any(map(blocks, problems))


def usable(alternatives: Sequence[Alternative]) -> int:
    """How many may be approved."""
    return sum(one.offered for one in alternatives)


def a_choice(alternatives: Sequence[Alternative]) -> list[Alternative]:
    """The same alternatives, but none offered when there is only one: that is no choice (rule 3), so
    the card says so and ✏️ starts from it."""
    if usable(alternatives) >= SHOWN:
        return list(alternatives)
    return [replace(one, offered=False) for one in alternatives]


def still_good(
    earlier: Sequence[Alternative], request: DraftRequest, beside: Sequence[Alternative]
) -> list[Alternative]:
    """Which of the alternatives of an earlier round may stand beside these new ones."""
    others = (*request.siblings, *(one.text for one in beside if one.offered))
    known = {note.id for note in request.person.notes}

    def stands(one: Alternative) -> bool:
        case = Case(one.text, request.person, request.occasions, others, request.previous)
        return known.issuperset(one.note_ids) and not _blocked(check(case))

    return [one for one in earlier if one.offered and one.drafter != "owner" and stands(one)]


def beside(
    texts: Sequence[str], request: DraftRequest, alternatives: Sequence[Alternative]
) -> list[Alternative]:
    """The same alternatives, but none offered that says what `texts` say, which others got while
    these were being written."""

    def repeats(one: Alternative) -> bool:
        case = Case(one.text, request.person, request.occasions, tuple(texts))
        return any(problem.label is Label.DUPLICATE for problem in check(case))

    return [replace(one, offered=one.offered and not repeats(one)) for one in alternatives]


def numbered(alternatives: Sequence[Alternative]) -> list[Alternative]:
    """Those that may be approved first, then numbered from 1."""
    ordered = sorted(alternatives, key=lambda one: not one.offered)
    return [replace(one, number=number) for number, one in enumerate(ordered, 1)]
