"""From a planned greeting to alternatives on a card, or to the question for a memory."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.calendar import Calendar
from bot.domain.contacts import Contact, Note, PersonalDate, Route
from bot.domain.drafting import DraftRequest, OccasionRef, Person
from bot.domain.greetings import Alternative, Greeting, State
from bot.domain.owners import Owner
from bot.domain.signing import signature_for, signed, unsigned
from bot.drafters.spending import counting
from bot.services import learning
from bot.services.approve import Ways, route_for
from bot.services.belated import is_late
from bot.services.occasion_names import occasion_ref
from bot.services.spending import Budget
from bot.services.writing import ATTEMPTS, SHOWN, Writing, beside, numbered, usable
from storage.outbox import Letter
from storage.unit import Unit, Work

LEASE = timedelta(seconds=90)
"""Renewed while a greeting is being drafted; after it another process may take the greeting over."""


SPENT = "spent"
"""Why the composer wrote when the owner's share of the day is used up."""


MODEL = "model"
"""The service that is away when a draft fails for one of these reasons (see ChatModel.ask)."""

AWAY = frozenset(
    {"timeout", "unreachable", "unavailable", "quota", "auth", "no_such_model", "wrong_url"}
)


@dataclass(frozen=True, slots=True)
class Task:
    """A claimed greeting with all that a drafter and the guards need."""

    greeting: Greeting
    owner: Owner
    contact: Contact
    request: DraftRequest
    private_notes: tuple[Note, ...]
    without_model: str | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """How a drafting ended, and what was written about it to the owner."""

    greeting: Greeting
    letters: list[Letter]


Tell = Callable[[Unit, Greeting], Awaitable[None]]
"""Shows the owner how far it is, in the transaction that writes the drafts down."""


class Drafting:
    """Writes the alternatives of one greeting at a time; many may run side by side."""

    def __init__(
        self,
        work: Work,
        calendar: Calendar,
        writing: Writing,
        ways: Ways,
        budget: Budget | None = None,
    ) -> None:
        self._work = work
        self._calendar = calendar
        self._writing = writing
        self._ways = ways
        self._budget = budget or Budget()

    async def warm_up(self) -> None:
        """Get ready in the background."""
        await self._writing.warm_up()

    async def write(self, greeting_id: int, tell: Tell | None = None) -> Drafted | None:
        """Draft a planned greeting; answers it as it stands then, or None if there was nothing to do.

        What was drafted is written down even if the database has to be waited for, and what `tell`
        says with it. A drafter that fails in an unforeseen way leaves the greeting planned for the
        next tick.
        """
        async with self._work.begin() as unit:
            task = await self._claim(unit, greeting_id)
        if task is None:
            return None
        try:
            with counting() as used:
                alternatives = await self._writing.write(
                    task.request, task.private_notes, task.without_model
                )
        except Exception:
            await self._work.insist(lambda unit: unit.greetings.move(task.greeting, State.PLANNED))
            raise

        async def write(unit: Unit) -> Drafted | None:
            await self._budget.spend(unit, task.owner, used.tokens)
            if any(one.fallback in AWAY for one in alternatives):
                await unit.outages.note(task.owner.id, MODEL)
                await self._budget.give_back_draft(unit, task.owner)
            kept = await self._keep(unit, task, alternatives)
            if kept is None:
                return None
            if tell is not None:
                await tell(unit, kept)
            return Drafted(kept, unit.outbox.letters)

        return await self._work.insist(write)

    async def _claim(self, unit: Unit, greeting_id: int) -> Task | None:
        greeting = await unit.greetings.claim(greeting_id)
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
        dates = (await unit.contacts.dates([contact.id]))[contact.id]
        others = await self._others_today(unit, claimed)
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
            occasions=self._occasions(claimed, owner, contact, dates),
            previous=_unsigned(await unit.greetings.sent_texts(contact.id), owner),
            siblings=_unsigned([one.text for one in others], owner),
            hint=claimed.hint,
            examples=await learning.examples(unit, owner, contact, claimed),
            style=owner.style,
            avoid=_unsigned(await unit.alternatives.earlier_texts(claimed), owner),
            used_frames=frozenset(one.version.removeprefix("composer:") for one in others),
            seed=claimed.id + claimed.attempt,
            late=is_late(claimed, contact, unit),
            alternatives=SHOWN,
        )
        private = tuple(note for note in notes if note.private)
        asks = self._writing.asks(request)
        without = SPENT if asks and not await self._budget.take_draft(unit, owner) else None
        return Task(claimed, owner, contact, request, private, without)

    def _occasions(
        self, greeting: Greeting, owner: Owner, contact: Contact, dates: Sequence[PersonalDate]
    ) -> tuple[OccasionRef, ...]:
        return tuple(
            occasion_ref(
                self._calendar,
                key,
                contact.language,
                contact,
                owner,
                day=greeting.day,
                dates=dates,
                milestones=owner.milestones,
            )
            for key in greeting.occasions
        )

    async def _others_today(self, unit: Unit, greeting: Greeting) -> list[Alternative]:
        """What is offered to everybody else on that day."""
        same_day = await unit.greetings.find(owner_id=greeting.owner_id, day=greeting.day)
        others = [one for one in same_day if one.id != greeting.id]
        rounds = await unit.alternatives.last_rounds(others)
        return [one for round_ in rounds.values() for one in round_]

    async def _keep(
        self, unit: Unit, task: Task, alternatives: list[Alternative]
    ) -> Greeting | None:
        """Write them, unless a sibling that was drafted meanwhile says the same."""
        await unit.owners.alone(task.owner.id)
        others = await self._others_today(unit, task.greeting)
        siblings = _unsigned([one.text for one in others], task.owner)
        fresh = [text for text in siblings if text not in task.request.siblings]
        if fresh:
            alternatives = beside(fresh, task.request, alternatives)
            if not usable(alternatives) and task.greeting.attempt < ATTEMPTS:
                return await unit.greetings.move(task.greeting, State.PLANNED)
        standing = alternatives or await unit.alternatives.last(task.greeting)
        to = State.READY if usable(standing) else State.NEEDS_MEMORY
        moved = await unit.greetings.move(task.greeting, to, hint=None)
        if moved and alternatives:
            shown = numbered(alternatives)[: SHOWN + 1]
            letter = route_for(task.contact, self._ways) is Route.EMAIL
            signature = signature_for(task.owner, task.contact.relationship, letter=letter)
            offered = [replace(one, text=signed(one.text, signature)) for one in shown]
            await unit.alternatives.offer(moved, offered)
        return moved


def _unsigned(texts: Sequence[str], owner: Owner) -> tuple[str, ...]:
    return tuple(unsigned(text, owner) for text in texts)


def _tag(contact: Contact) -> str:
    """The language tag with the country's variety where it matters."""
    return f"{contact.language}-{contact.country}" if contact.country else contact.language
