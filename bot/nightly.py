"""The copy of every night, and a word to whoever runs the bot when it can't be made."""

import logging
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DatabaseError

from bot.post import Post
from bot.views import notices
from bot.views.review import Review
from storage import copies
from storage.engine import AWAY
from storage.unit import Work

log = logging.getLogger(__name__)

SERVICE = "copies"

NIGHT = timedelta(hours=3)
"""Past midnight: when a day's work is over in every house."""

AGAIN = timedelta(hours=1)
"""How long a disk that is full is left alone."""


class Nightly:
    """A step of the tick: looks whether last night has its copy."""

    def __init__(self, work: Work, review: Review, post: Post, keep: int, timezone: str) -> None:
        """`keep` copies are left; 0 makes none. `timezone` says when it is night."""
        self._work = work
        self._review = review
        self._post = post
        self._keep = keep
        self._zone = ZoneInfo(timezone)
        self._made: date | None = None
        self._failed: datetime | None = None

    async def look(self) -> None:
        """Make the copy that is missing, if one is."""
        if not self._keep:
            return
        async with self._work.read() as unit:
            now = unit.now
        night = (now.astimezone(self._zone) - NIGHT).date()
        if night == self._made or (self._failed and abs(now - self._failed) < AGAIN):
            return
        try:
            await copies.copy(self._work.database, night, self._keep)
        except (*AWAY, DatabaseError) as error:
            self._failed = now
            log.error("the nightly copy could not be made: %s", type(error).__name__)
            await self._tell_trouble()
        else:
            self._made, self._failed = night, None
            await self._tell_relief()

    async def _tell_trouble(self) -> None:
        async with self._work.begin() as unit:
            keeper = await unit.owners.eldest()
            if keeper is None:
                return
            await unit.outages.note(keeper.id, SERVICE)
            if await unit.outages.tell(SERVICE):
                await notices.copy_failed(unit, keeper, self._review.speech(keeper))
        await self._post.flush(unit.outbox.letters)

    async def _tell_relief(self) -> None:
        async with self._work.read() as unit:
            if not await unit.outages.any(SERVICE):
                return
        async with self._work.begin() as unit:
            for owner_id in await unit.outages.over(SERVICE):
                owner = await unit.owners.get(owner_id)
                if owner is not None:
                    await notices.copy_made(unit, owner, self._review.speech(owner))
        await self._post.flush(unit.outbox.letters)
