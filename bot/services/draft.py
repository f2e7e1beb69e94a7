"""From a planned greeting to alternatives worth showing: draft, guard, once more, or ask for a memory.

No chain message is ever offered for approval, whatever the drafter does (rules 2, 4 and 5)."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.calendar import Calendar, own_occasions
from bot.domain.contacts import Contact, Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest, OccasionRef, Person
from bot.domain.greetings import Alternative, Greeting, State
from bot.domain.guards import BLOCKING, check, rests_on
from bot.domain.guards.base import Case, Label
from bot.domain.owners import Owner
from bot.drafters.base import Drafter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)
"""Longer than any drafter may take; after it another process may take the greeting over."""

SHOWN = 2
"""Alternatives on a card."""


@dataclass(frozen=True, slots=True)
class Task:
    """A claimed greeting with all that a drafter and the guards need."""

    greeting: Greeting
    owner: Owner
    contact: Contact
    request: DraftRequest
    private_notes: tuple[Note, ...]


class Drafting:
    """Writes the alternatives of one greeting at a time; many may run side by side."""

    def __init__(
        self, work: Work, calendar: Calendar, composer: Drafter, model: Drafter | None
    ) -> None:
        self._work = work
        self._calendar = calendar
        self._composer = composer
        self._model = model

    async def warm_up(self) -> None:
        """Read the word lists before anybody waits for them: the guards' cost 0.2 s once."""
        nobody = Person("", None, Relationship.FRIEND, Register.VOS, "es", ())
        await asyncio.to_thread(check, Case("", nobody, ()))

    async def write(self, greeting_id: int) -> Greeting | None:
        """Draft a planned greeting; answers it as it stands then, or None if there was nothing to do.

        A drafter that fails in an unforeseen way leaves the greeting planned for the next tick.
        """
        async with self._work.begin() as unit:
            task = await self._claim(unit, greeting_id)
        if task is None:
            return None
        alternatives = await self._alternatives(task)
        async with self._work.begin() as unit:
            return await self._keep(unit, task, alternatives)

    async def _claim(self, unit: Unit, greeting_id: int) -> Task | None:
        greeting = await unit.greetings.get(greeting_id)
        if greeting is None or greeting.state is not State.PLANNED:
            return None
        owner = await unit.owners.get(greeting.owner_id)
        contact = await unit.contacts.get(greeting.owner_id, greeting.contact_id)
        if owner is None or contact is None:
            return None
        claimed = await unit.greetings.move(
            greeting,
            State.DRAFTING,
            attempt=greeting.attempt + 1,
            lease_until=unit.now + LEASE,
        )
        if claimed is None:
            return None
        notes = (await unit.contacts.notes([contact.id]))[contact.id]
        request = DraftRequest(
            person=Person(
                name=contact.name,
                nickname=contact.nickname,
                relationship=contact.relationship,
                register=contact.register,
                language=_tag(contact),
                notes=tuple(note for note in notes if not note.private),
                form_of_address=contact.form_of_address,
                is_group=contact.kind == "group",
            ),
            occasions=self._occasions(claimed, owner, contact),
            previous=tuple(await unit.greetings.sent_texts(contact.id)),
            siblings=tuple(await self._siblings(unit, claimed)),
            hint=claimed.hint,
            examples=_examples(owner, contact),
            style=owner.style,
            avoid=tuple(await unit.greetings.earlier_texts(claimed)),
            used_frames=frozenset(await self._frames(unit, claimed)),
            seed=claimed.id + claimed.attempt,
            alternatives=SHOWN,
        )
        private = tuple(note for note in notes if note.private)
        return Task(claimed, owner, contact, request, private)

    def _occasions(
        self, greeting: Greeting, owner: Owner, contact: Contact
    ) -> tuple[OccasionRef, ...]:
        return tuple(
            occasion_ref(self._calendar, key, contact.language, contact, owner)
            for key in greeting.occasions
        )

    async def _siblings(self, unit: Unit, greeting: Greeting) -> list[str]:
        rounds = await self._others_today(unit, greeting)
        return [one.text for round_ in rounds for one in round_]

    async def _frames(self, unit: Unit, greeting: Greeting) -> list[str]:
        rounds = await self._others_today(unit, greeting)
        return [
            one.version.removeprefix("composer:")
            for round_ in rounds
            for one in round_
            if one.drafter == "composer"
        ]

    async def _others_today(self, unit: Unit, greeting: Greeting) -> list[list[Alternative]]:
        same_day = await unit.greetings.find(owner_id=greeting.owner_id, day=greeting.day)
        others = [one for one in same_day if one.id != greeting.id]
        return list((await unit.greetings.last_rounds(others)).values())

    async def _alternatives(self, task: Task) -> list[Alternative]:
        """What the model wrote, once more if it breaks the rules, or what the composer writes."""
        fallback: str | None = None
        kept: list[Alternative] = []
        if self._model is not None and task.request.person.notes:
            try:
                kept = await self._ask(self._model, task)
                if _usable(kept) >= SHOWN:
                    return kept
            except DraftingFailed as failure:
                fallback = failure.reason
                log.warning("the model could not draft: %s", failure.reason)
            else:
                if _usable(kept):
                    return kept
        composed = await self._compose(task, fallback or ("rules" if kept else None))
        return composed if _usable(composed) or not kept else kept

    async def _ask(self, model: Drafter, task: Task) -> list[Alternative]:
        """Draft, guard, and one rewrite with the verdict as feedback."""
        first = self._judge(task, await model.draft(task.request))
        if _usable(first) >= SHOWN:
            return first
        feedback = tuple(
            f"{label}: {', '.join(words)}" if words else label
            for alternative in first
            for label, words in alternative.problems
        )
        again = replace(
            task.request,
            feedback=feedback,
            avoid=(*task.request.avoid, *(one.text for one in first)),
        )
        try:
            second = self._judge(task, await model.draft(again))
        except DraftingFailed:
            second = []
        return _numbered([*first, *second])

    async def _compose(self, task: Task, fallback: str | None) -> list[Alternative]:
        """The composer stays on the machine, so it may rest on private notes as well."""
        person = task.request.person
        request = replace(
            task.request, person=replace(person, notes=(*person.notes, *task.private_notes))
        )
        try:
            drafted = await self._composer.draft(request)
        except DraftingFailed:
            return []
        return self._judge(replace(task, request=request), drafted, fallback)

    def _judge(
        self, task: Task, drafted: Sequence[Drafted], fallback: str | None = None
    ) -> list[Alternative]:
        """The guards' verdict on each; an alternative may not resemble the one before it either."""
        judged: list[Alternative] = []
        request = task.request
        names = [name for name in (request.person.name, request.person.nickname) if name]
        for one in drafted:
            before = [other.text for other in judged]
            case = Case(
                text=one.text,
                person=request.person,
                occasions=request.occasions,
                siblings=(*request.siblings, *before),
                previous=(*request.previous, *request.avoid),
            )
            problems = check(case)
            judged.append(
                Alternative(
                    id=0,
                    number=len(judged) + 1,
                    text=one.text,
                    note_ids=rests_on(one.text, request.person.notes, names),
                    problems=tuple((problem.label.value, problem.words) for problem in problems),
                    drafter=one.drafter,
                    version=one.version,
                    fallback=fallback,
                    offered=not any(problem.label in BLOCKING for problem in problems),
                )
            )
        return _numbered(judged)

    async def _keep(
        self, unit: Unit, task: Task, alternatives: list[Alternative]
    ) -> Greeting | None:
        """Write them, unless a sibling that was drafted meanwhile says the same."""
        siblings = await self._siblings(unit, task.greeting)
        fresh = [text for text in siblings if text not in task.request.siblings]
        if fresh:
            alternatives = [_compare(one, task, fresh) for one in alternatives]
            if not _usable(alternatives) and task.greeting.attempt < SHOWN + 1:
                return await unit.greetings.move(task.greeting, State.PLANNED)
        to = State.READY if _usable(alternatives) else State.NEEDS_MEMORY
        moved = await unit.greetings.move(task.greeting, to, hint=None)
        if moved and alternatives:
            await unit.greetings.offer(moved, _numbered(alternatives)[: SHOWN + 1])
        return moved


def _compare(one: Alternative, task: Task, fresh: list[str]) -> Alternative:
    """The verdict again, with the texts that appeared while this one was being written."""
    case = Case(one.text, task.request.person, task.request.occasions, tuple(fresh))
    duplicate = any(problem.label is Label.DUPLICATE for problem in check(case))
    return replace(one, offered=False) if duplicate else one


def _usable(alternatives: Sequence[Alternative]) -> int:
    return sum(one.offered for one in alternatives)


def _numbered(alternatives: Sequence[Alternative]) -> list[Alternative]:
    """Those that may be approved first, then numbered from 1."""
    ordered = sorted(alternatives, key=lambda one: not one.offered)
    return [replace(one, number=number) for number, one in enumerate(ordered, 1)]


def _examples(owner: Owner, contact: Contact) -> tuple[str, ...]:
    """What the owner gave to show how they write, for those who read their language."""
    newest_first = tuple(reversed(owner.samples))
    return newest_first if contact.language == owner.language else ()


def _tag(contact: Contact) -> str:
    """The language tag with the country's variety where it matters."""
    return f"{contact.language}-{contact.country}" if contact.country else contact.language


def occasion_ref(
    calendar: Calendar, key: str, language: str, contact: Contact, owner: Owner
) -> OccasionRef:
    """An occasion by key, as the reader of that language calls it."""
    for own in own_occasions(owner.own):
        if own.key == key:
            return own.ref_in(language)
    for country in (owner.country, contact.country):
        occasion = calendar.get(key, country, contact.name)
        if occasion is not None:
            return occasion.ref_in(language)
    return OccasionRef(key, calendar.name_of(key, language) or key)
