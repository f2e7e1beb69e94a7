"""When the model or Telegram is away, the owners it concerns hear of it once, and once that it is back."""

import asyncio
import time
from collections.abc import Callable

from bot.domain.greetings import Channel, State
from bot.drafters.openai import OpenAIDrafter
from bot.line import Line
from bot.one_by_one import OneByOne
from bot.post import Post
from bot.services.draft import MODEL
from bot.views import notices
from bot.views.review import Review
from storage.unit import Unit, Work

IN_A_ROW = 3
"""Requests of a model that have to fail before anybody hears of it."""

PROBE_SECONDS = 60.0
"""Between two questions to a model that is away: it is not to be missed when it comes back, though
nobody is drafted for meanwhile."""


class Outages:
    """A step of the tick. What was told is kept in the database: a restart tells nobody twice."""

    def __init__(
        self,
        work: Work,
        review: Review,
        post: Post,
        model: OpenAIDrafter | None,
        line: Line,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._work = work
        self._review = review
        self._post = post
        self._each = OneByOne(work, post)
        self._model = model
        self._line = line
        self._monotonic = monotonic
        self._probed = monotonic()
        self._probing: asyncio.Task[str | None] | None = None

    async def look(self) -> None:
        """Tell what there is to tell."""
        await self._of_telegram()
        if self._model is not None:
            await self._of_the_model(self._model)

    async def stop(self) -> None:
        """Ask nothing more."""
        if self._probing is not None:
            self._probing.cancel()
            await asyncio.gather(self._probing, return_exceptions=True)

    async def _of_the_model(self, model: OpenAIDrafter) -> None:
        async with self._work.read() as unit:
            if not await unit.outages.any(MODEL):
                return
        usage = model.usage
        if usage.last_failure is None and usage.answered:
            async with self._work.begin() as unit:
                for owner_id in await unit.outages.over(MODEL):
                    owner = await unit.owners.get(owner_id)
                    if owner is not None:
                        await notices.model_is_back(unit, owner, self._review.speech(owner))
            await self._post.flush(unit.outbox.letters)
            return
        if usage.failed_in_a_row >= IN_A_ROW:
            why = usage.last_failure or ""
            async with self._work.begin() as unit:
                for owner_id, since in (await unit.outages.tell(MODEL)).items():
                    owner = await unit.owners.get(owner_id)
                    if owner is not None:
                        speech = self._review.speech(owner)
                        await notices.model_is_away(unit, owner, since, why, speech)
            await self._post.flush(unit.outbox.letters)
        self._probe(model)

    def _probe(self, model: OpenAIDrafter) -> None:
        """Ask without waiting for the answer: it may take minutes, and the tick has more to do."""
        if self._probing is not None and not self._probing.done():
            return
        if self._monotonic() - self._probed >= PROBE_SECONDS:
            self._probed = self._monotonic()
            self._probing = asyncio.create_task(model.check())

    async def _of_telegram(self) -> None:
        absence = self._line.came_back()
        if absence is None:
            return
        async with self._work.read() as unit:
            owners = await unit.greetings.owners(
                {State.APPROVED, State.SENDING},
                due_before=unit.now + notices.SOON,
                channels=[one for one in Channel if one.by_itself],
            )

        async def tell(unit: Unit, owner_id: int) -> None:
            """Their greetings were to leave by themselves and have not left."""
            owner = await unit.owners.get(owner_id)
            if owner is not None:
                speech = self._review.speech(owner)
                await notices.telegram_was_away(unit, owner, absence.since, absence.until, speech)

        await self._each.each("tell_of_telegram", owners, tell)
