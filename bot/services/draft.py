"""From a planned greeting to alternatives on a card, or to the question for a memory."""

import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain

from bot.calendar import Calendar
from bot.domain.contacts import Contact, Note, Route
from bot.domain.drafting import DraftRequest
from bot.domain.greetings import Alternative, Greeting, State
from bot.domain.owners import Owner
from bot.domain.signing import signature_for, signed, unsigned
from bot.drafters.spending import counting
from bot.services import learning
from bot.services.approve import Ways, route_for
from bot.services.brief import briefs
from bot.services.spending import Budget
from bot.services.writing import (
    ATTEMPTS,
    AWAY,
    SHOWN,
    Writing,
    a_choice,
    beside,
    numbered,
    still_good,
    usable,
)
from storage.outbox import Letter
from storage.unit import Unit, Work

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=90)
"""Renewed while a greeting is being drafted; after it another process may take the greeting over."""


SPENT = "spent"
"""Why the composer wrote when the owner's share of the day is used up."""


MODEL = "model"
"""The service that is away when a draft fails for a reason in AWAY."""


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
        says with it. A fault of ours leaves the greeting planned for the next tick; after ATTEMPTS of
        them the card says that there is no draft, and what can be done.
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
        except Exception as error:
            if task.greeting.attempt < ATTEMPTS:
                await self._work.insist(lambda unit: self._put_back(unit, task, used.tokens))
                raise
            log.error("a draft failed for the last time: %s", type(error).__name__)
            alternatives = []

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
        others = await offered_that_day(unit, claimed)
        brief = (await briefs(unit, self._calendar, owner, [claimed]))[contact.id, claimed.day]
        request = replace(
            brief.request,
            siblings=without_signature([one.text for one in others], owner),
            begun=without_signature(by_model(others), owner),
            examples=await learning.examples(unit, owner, contact, claimed),
            avoid=without_signature(await unit.alternatives.earlier_texts(claimed), owner),
            used_frames=frames(others),
            seed=claimed.id + claimed.attempt,
        )
        asks = self._writing.asks(request, brief.private)
        without = SPENT if asks and not await self._budget.take_draft(unit, owner) else None
        return Task(claimed, owner, contact, request, brief.private, without)

    async def _put_back(self, unit: Unit, task: Task, tokens: int) -> None:
        """Plan it again; what the model used is booked all the same."""
        await self._budget.spend(unit, task.owner, tokens)
        await unit.greetings.move(task.greeting, State.PLANNED)

    async def _keep(
        self, unit: Unit, task: Task, alternatives: list[Alternative]
    ) -> Greeting | None:
        """Write them, unless a sibling that was drafted meanwhile says the same."""
        await unit.owners.alone(task.owner.id)
        others = await offered_that_day(unit, task.greeting)
        siblings = without_signature([one.text for one in others], task.owner)
        fresh = [text for text in siblings if text not in task.request.siblings]
        if fresh:
            alternatives = beside(fresh, task.request, alternatives)
            if usable(alternatives) < SHOWN and task.greeting.attempt < ATTEMPTS:
                return await unit.greetings.move(task.greeting, State.PLANNED)
        if usable(alternatives) == 1:
            earlier = [
                replace(one, text=unsigned(one.text, task.owner))
                for one in await unit.alternatives.last(task.greeting)
            ]
            request = replace(task.request, siblings=siblings)
            alternatives += still_good(earlier, request, alternatives)[:1]
        return await offer(unit, task.owner, task.contact, task.greeting, alternatives, self._ways)


async def offer(
    unit: Unit,
    owner: Owner,
    contact: Contact,
    greeting: Greeting,
    alternatives: Sequence[Alternative],
    ways: Ways,
) -> Greeting | None:
    """Bring a greeting with these alternatives to its card, signed as letters are; None when it is not
    where the caller saw it."""
    alternatives = a_choice(alternatives)
    standing = alternatives or await unit.alternatives.last(greeting)
    to = State.READY if usable(standing) else State.NEEDS_MEMORY
    moved = await unit.greetings.move(greeting, to, hint=None)
    if moved and alternatives:
        shown = numbered(alternatives)[: SHOWN + 1]
        letter = route_for(contact, ways) is Route.EMAIL
        signature = signature_for(owner, contact.relationship, letter=letter)
        offered = [replace(one, text=signed(one.text, signature)) for one in shown]
        await unit.alternatives.offer(moved, offered)
    return moved


async def offered_that_day(unit: Unit, greeting: Greeting) -> list[Alternative]:
    """What is offered to everybody else on that day, or was drafted ahead for them."""
    same_day = await unit.greetings.find(owner_id=greeting.owner_id, day=greeting.day)
    others = [one for one in same_day if one.id != greeting.id]
    rounds = await unit.alternatives.last_rounds(others)
    ahead = await unit.ahead.written(greeting.owner_id, greeting.day)
    ahead.pop((greeting.contact_id, greeting.day), None)
    drafts = [*rounds.values(), *(written.drafts for written in ahead.values())]
    return [*chain.from_iterable(drafts)]


def frames(alternatives: Iterable[Alternative]) -> frozenset[str]:
    """The composer's frames that these have used."""
    return frozenset(one.version.removeprefix("composer:") for one in alternatives)


def by_model(alternatives: Iterable[Alternative]) -> list[str]:
    """The texts of these that a model wrote."""
    return [one.text for one in alternatives if one.drafter == "model"]


def without_signature(texts: Sequence[str], owner: Owner) -> tuple[str, ...]:
    """The texts as they were before the owner's signature came under them."""
    return tuple(unsigned(text, owner) for text in texts)
