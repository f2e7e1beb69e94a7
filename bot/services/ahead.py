"""Drafts written ahead of the hour at which cards may open. Nobody sees them before, and nothing depends
on them: what is missing or stale at the hour is drafted then."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.calendar import Calendar
from bot.domain.drafting import DraftRequest
from bot.domain.due import expires_at
from bot.domain.greetings import Alternative, Greeting, State
from bot.domain.owners import Owner
from bot.drafters.spending import counting
from bot.services import learning
from bot.services.approve import Ways
from bot.services.brief import Brief, briefs
from bot.services.draft import by_model, frames, offer, offered_that_day, without_signature
from bot.services.spending import Budget
from bot.services.writing import ATTEMPTS, AWAY, SHOWN, Writing, beside, usable
from storage.ahead import Place, Wanted, Written
from storage.unit import Unit, Work

LEASE = timedelta(minutes=10)
"""After it another process may take over; nobody waits for it, so nobody renews it."""

LATER = timedelta(minutes=5)
"""Until the next try when the model is away or the owner's share is used up."""

AT_ONCE = 60
"""Greetings that come to their cards in one transaction at most: others write meanwhile."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is drafted ahead, with all that it takes."""

    wanted: Wanted
    greeting: Greeting
    owner: Owner
    brief: Brief
    request: DraftRequest


class Ahead:
    """Drafts for greetings that are not planned yet, and brings the drafts to them when they are."""

    def __init__(
        self,
        work: Work,
        calendar: Calendar,
        writing: Writing,
        ways: Ways,
        budget: Budget,
        voice: str,
    ) -> None:
        """`voice`: who writes; what another one wrote is stale."""
        self._work = work
        self._calendar = calendar
        self._writing = writing
        self._ways = ways
        self._budget = budget
        self._voice = voice

    async def write(self, place: Place) -> None:
        """Draft one greeting that is wanted ahead, if nobody else does."""
        async with self._work.begin() as unit:
            task = await self._claim(unit, place)
        if task is None:
            return
        with counting() as used:
            alternatives = await self._writing.write(task.request, task.brief.private)

        async def write(unit: Unit) -> None:
            await self._budget.spend(unit, task.owner, used.tokens)
            if any(one.fallback in AWAY for one in alternatives):
                await self._budget.give_back_draft(unit, task.owner)
                await unit.ahead.put_off(task.wanted, unit.now + LATER)
            else:
                await self._keep(unit, task, alternatives)

        await self._work.insist(write)

    async def _claim(self, unit: Unit, place: Place) -> Task | None:
        wanted = await unit.ahead.claim(place, unit.now + LEASE)
        owner = await unit.owners.get(wanted.owner_id) if wanted else None
        if wanted is None or owner is None:
            return None
        contact = await unit.contacts.get(owner.id, wanted.contact_id)
        if contact is None or contact.paused or contact.deceased:
            await unit.ahead.drop([place])
            return None
        greeting = Greeting(
            id=0,
            owner_id=owner.id,
            contact_id=contact.id,
            day=wanted.day,
            state=State.PLANNED,
            revision=0,
            expires_at=expires_at(wanted.day, contact.timezone),
            occasions=wanted.occasions,
        )
        brief = (await briefs(unit, self._calendar, owner, [greeting]))[place]
        others = await offered_that_day(unit, greeting)
        request = replace(
            brief.request,
            siblings=without_signature([one.text for one in others], owner),
            begun=without_signature(by_model(others), owner),
            examples=await learning.examples(unit, owner, contact, greeting),
            used_frames=frames(others),
            seed=contact.id + wanted.attempt,
        )
        if self._writing.asks(request, brief.private) and not await self._budget.take_ahead(
            unit, owner
        ):
            await unit.ahead.put_off(wanted, unit.now + LATER)
            return None
        return Task(wanted, greeting, owner, brief, request)

    async def _keep(self, unit: Unit, task: Task, alternatives: list[Alternative]) -> None:
        """Write them down, unless another that was drafted meanwhile says the same."""
        await unit.owners.alone(task.owner.id)
        others = await offered_that_day(unit, task.greeting)
        texts = without_signature([one.text for one in others], task.owner)
        fresh = [text for text in texts if text not in task.request.siblings]
        drafts = beside(fresh, task.request, alternatives) if fresh else alternatives
        if fresh and usable(drafts) < SHOWN and task.wanted.attempt < ATTEMPTS:
            await unit.ahead.put_off(task.wanted, unit.now)
        else:
            facts = task.brief.facts(self._voice)
            await unit.ahead.keep(Written(task.wanted, facts, tuple(drafts)))

    async def adopt(self, unit: Unit, owner: Owner) -> int:
        """Bring what was drafted ahead to the greetings that are planned by now, AT_ONCE at most, and
        drop what is stale; answers how many there were to look at."""
        written = await unit.ahead.written(owner.id)
        if not written:
            return 0
        planned = await unit.greetings.find(owner_id=owner.id, states={State.PLANNED})
        planned = [one for one in planned if (one.contact_id, one.day) in written]
        planned = sorted(planned, key=lambda one: written[one.contact_id, one.day].wanted.turn)
        planned = planned[:AT_ONCE]
        told = await briefs(unit, self._calendar, owner, planned)
        for greeting in planned:
            place = (greeting.contact_id, greeting.day)
            brief, ahead = told[place], written[place]
            if ahead.facts == brief.facts(self._voice):
                await offer(unit, owner, brief.contact, greeting, ahead.drafts, self._ways)
        await unit.ahead.drop((one.contact_id, one.day) for one in planned)
        return len(planned)
