"""What every handler is given: the parts of the house, who speaks, and a transaction to answer in."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from telegram import Bot, Update
from telegram.error import TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from bot.calendar import Calendar
from bot.channels.telegram import TelegramSender
from bot.domain.messages import Message, Rows
from bot.domain.owners import Owner
from bot.drafters.spending import counting
from bot.locales import Speech
from bot.post import Post
from bot.services.ahead import Ahead
from bot.services.spending import Budget
from bot.settings import Settings
from bot.standing import Standing
from bot.understanding.hearing import Ears
from bot.understanding.model import Talker
from bot.views import notices
from bot.views.review import Review
from storage.unit import Unit, Work

log = logging.getLogger(__name__)


class Wake(Protocol):
    """Schedule.wake."""

    def __call__(self, *, hurry: bool = False) -> None:
        """There is something to do now; `hurry`: somebody waits for it."""


@dataclass(slots=True)
class House:
    """The parts that handlers use."""

    settings: Settings
    work: Work
    calendar: Calendar
    review: Review
    ahead: Ahead
    post: Post
    sender: TelegramSender
    bot: Bot
    wake: Wake
    status: Callable[[Unit], Awaitable[Standing]]
    budget: Budget
    pairing_code: str | None = None
    talker: Talker | None = None
    ears: Ears | None = None
    owners: set[int] = field(default_factory=set)
    """Owners seen since the start, so that the guard needs no query for each update."""


@dataclass(slots=True)
class Turn:
    """One update of an owner, answered in one transaction."""

    house: House
    unit: Unit
    owner: Owner
    speech: Speech
    message_id: int | None = None
    toast: str | None = None
    alert: bool = False

    async def announce(self, key: str, **values: Any) -> None:
        """Say that something is being written: "typing…" is shown until it comes."""
        text = self.speech(key, **values)
        await self.send(Message(self.owner.id, text, more_to_come=True))

    async def say(self, key: str, rows: Rows = (), **values: Any) -> None:
        """Answer with a text of the locale files."""
        await self.send(Message(self.owner.id, self.speech(key, **values), rows))

    async def send(self, message: Message) -> None:
        """Answer with a message."""
        await self.unit.outbox.add(message)

    async def edit(self, key: str, rows: Rows = (), **values: Any) -> None:
        """Put a text in the place of the message whose button was tapped."""
        text = self.speech(key, **values)
        await self.send(Message(self.owner.id, text, rows, edit=self.message_id))


class AlreadyDone(Exception):
    """This update was handled before; nothing is done twice."""


class TooMany(Exception):
    """More people than an owner may keep here: nothing of this update was saved."""


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with the house; `owner_id` is set by the guard. `command`: the update is one, and
    leaves whichever step is half-finished; `left`: there was such a step."""

    owner_id: int = 0
    command: bool = False
    left: bool = False

    @property
    def house(self) -> House:
        """The parts."""
        house: House = self.bot_data["house"]
        return house

    @asynccontextmanager
    async def unit(self, update: Update) -> AsyncIterator[Unit]:
        """A transaction that also marks the update done: both happen or neither does.

        What it says is sent after the commit. Raises AlreadyDone for an update seen before.
        """
        house = self.house
        async with house.work.begin() as unit:
            await self._take(update, unit)
            yield unit
        if unit.stirred:
            house.wake(hurry=unit.greetings.stirred)
        await house.post.flush(unit.outbox.letters)

    @asynccontextmanager
    async def metered(self) -> AsyncIterator[None]:
        """What models use inside counts for the owner, who hears if that was the last of today."""
        with counting() as used:
            yield
        if not used.tokens:
            return
        house = self.house
        async with house.work.begin() as unit:
            owner = await unit.owners.get(self.owner_id)
            if owner is None:
                return
            await house.budget.spend(unit, owner, used.tokens)
            if await house.budget.ran_out(unit, owner):
                await notices.share_ran_out(unit, owner, house.review.speech(owner))
        await house.post.flush(unit.outbox.letters)

    @asynccontextmanager
    async def turn(self, update: Update) -> AsyncIterator[Turn]:
        """The owner's transaction; a tap is answered, with the toast if there is one."""
        query = update.callback_query
        house = self.house
        async with house.work.begin() as unit:
            await self._take(update, unit)
            owner = await unit.owners.get(self.owner_id)
            if owner is None:  # another process has erased them since
                house.owners.discard(self.owner_id)
                raise KeyError(self.owner_id)
            turn = Turn(house, unit, owner, house.review.speech(owner))
            turn.message_id = query.message.message_id if query and query.message else None
            yield turn
            await self._keep_within_bounds(unit)
        if query is not None:
            await answer(query.answer, turn.toast, alert=turn.alert)
        if unit.stirred:
            house.wake(hurry=unit.greetings.stirred)
        await house.post.flush(unit.outbox.letters)

    async def _take(self, update: Update, unit: Unit) -> None:
        if not await unit.updates.done(update.update_id):
            raise AlreadyDone
        if self.command and update.effective_user is not None:
            self.left = await unit.conversations.leave(update.effective_user.id)

    async def _keep_within_bounds(self, unit: Unit) -> None:
        bound = self.house.settings.max_contacts
        if bound is None or not unit.contacts.added:
            return
        if await unit.contacts.count(self.owner_id) > bound:
            raise TooMany


async def answer(reply: Callable[..., Any], text: str | None, *, alert: bool = False) -> None:
    """Stop the spinner of a button; an answer that comes too late is refused, and no matter."""
    with suppress(TelegramError):
        await reply(text[:200] if text else None, show_alert=alert and bool(text))


App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]
