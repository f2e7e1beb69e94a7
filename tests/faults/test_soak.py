"""A month goes by: every day somebody's birthday, and two in a hundred requests fail. What was due left on
its day, and nothing grows but what is kept on purpose.

The whole bot runs in this process on a clock that the test moves. The long form, with its figures:
`--soak-days 30 --log-cli-level INFO | grep test_soak`.
"""

import asyncio
import gc
import logging
import random
import resource
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.channels.telegram import TelegramSender
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.greetings import WAITING, Greeting, State
from bot.playground import Kind, Person, Seen
from tests.conftest import BUENOS_AIRES, StillClock, add_owner
from tests.direct import Straightway, straightway
from tests.fakes.model import DROP, Answer, Body, FakeModel, good
from tests.fakes.people import NAMES, note_on

log = logging.getLogger(__name__)

FIRST = date(2027, 8, 2)
BIRTHDAYS = 10
"""Of each day."""

ONE_IN = 0.02
TELEGRAM_FAILS = (
    (Kind.RETRY_AFTER, False),
    (Kind.SERVER_ERROR, False),
    (Kind.SERVER_ERROR, True),
    (Kind.BAD_JSON, True),
    (Kind.CUT, False),
    (Kind.CUT, True),
)
MODEL_FAILS = (Answer(status=429, headers={"retry-after": "0"}), 500, DROP, "¡Claro!")

SOON = timedelta(seconds=20)
ROUNDS = 60
"""Ticks until what a step of the day waits for counts as never coming."""

HISTORY = {"alternative", "delivery", "greeting", "greeting_occasion", "message", "note"}
"""Tables that grow on purpose, with every greeting and every note."""

FOR_DAYS = {"undo", "update_inbox", "spending"}
"""Tables whose rows are kept for three days."""

WARM = 9
"""Days until every cache is full: the memory of the days after them is compared."""


class Month:
    """Marcelo, three hundred people who accepted, and the days as they come."""

    def __init__(self, bot: Straightway, clock: StillClock) -> None:
        self.bot, self.clock = bot, clock
        self.work, self.tg = bot.program.house.work, bot.tg
        self.owner = self.tg.user("Marcelo")
        self.owner.account.started = True
        self.guests: dict[int, Person] = {}
        self.sent = self.unknown = 0

    async def people(self) -> None:
        """BIRTHDAYS for each of thirty days, whatever the number of days that are lived."""
        marcelo = await add_owner(self.work, self.clock, owner_id=self.owner.id)
        async with self.work.begin() as unit:
            for number, name in enumerate(NAMES):
                guest = self.tg.user(name)
                guest.account.started = True
                one = await unit.contacts.add(
                    Contact(id=0, owner_id=marcelo.id, name=name, linked_chat_id=guest.id)
                )
                await unit.contacts.add_note(one, note_on(name))
                born = FIRST + timedelta(number // BIRTHDAYS)
                await unit.contacts.set_date(one, PersonalDate("birthday", born.month, born.day))
                self.guests[one.id] = guest

    def at(self, day: date, hour: int) -> None:
        self.clock.move_to(
            datetime(day.year, day.month, day.day, hour, tzinfo=BUENOS_AIRES).astimezone(UTC)
        )

    async def of(self, day: date) -> list[Greeting]:
        async with self.work.read() as unit:
            return await unit.greetings.find(owner_id=self.owner.id, day=day)

    async def tick(self) -> None:
        """A tick, what it began, and what people did meanwhile."""
        await self.bot.program.schedule.tick()
        await asyncio.sleep(0.02)
        await self.bot.settle()
        self.clock.move_to(self.clock.now() + SOON)

    async def until(self, day: date, *states: State) -> list[Greeting]:
        """Ticks until the greetings of a day are all in one of these states."""
        for _ in range(ROUNDS):
            greetings = await self.of(day)
            if greetings and {one.state for one in greetings} <= set(states):
                return greetings
            await self.tick()
        raise AssertionError(Counter(one.state for one in await self.of(day)))

    def offering(self, *labels: str) -> list[Seen]:
        """What the owner can tap, the newest first."""
        shown = reversed(self.owner.messages)
        return [one for one in shown if {label.split()[0] for label in one.labels} >= set(labels)]

    async def live(self, day: date) -> None:
        """From the evening before to noon."""
        self.at(day - timedelta(1), 20)
        await self.until(day, *WAITING)
        await self.decide(day)
        self.at(day, 4)
        await self.tick()
        self.at(day, 9)
        await self.until(day, State.SENT, State.UNKNOWN)
        await self.answer_what_is_unknown(day)
        self.at(day, 12)
        for words in ("/status", "/contacts", f"/note {NAMES[day.toordinal() % 300]}: se mudó"):
            await self.owner.send(words)
            await self.tick()
        await self.tick()  # what was put off by a fault
        self.judge(await self.of(day), day)

    async def decide(self, day: date) -> None:
        """✅ on every card as it comes; own words where a draft could not stand."""
        before: Seen | None = None
        for _ in range(ROUNDS):
            if not any(one.state in WAITING for one in await self.of(day)):
                return
            card = next(iter(self.offering("✏️")), None)
            if card == before:
                await self.tick()  # an answer that was lost comes again
                await self.owner.send("/review")
            elif card and "✅" in "".join(card.labels):
                await self.owner.tap("✅ 1", card.id)
            elif card:
                await self.owner.tap("✏️", card.id)
                await self.bot.settle()
                await self.owner.send(f"Feliz día. Brindo por vos, {day}.")
            before = card
            await self.bot.settle()
        raise AssertionError([one.text for one in self.owner.messages[-5:]])

    async def answer_what_is_unknown(self, day: date) -> None:
        """☑️ where it arrived, 🔁 where it did not, until nothing is unknown."""
        for _ in range(ROUNDS):
            unknown = [one for one in await self.of(day) if one.state is State.UNKNOWN]
            if not unknown:
                await self.until(day, State.SENT)
                return
            guest = self.guests[unknown[0].contact_id]
            asked = [
                one for one in self.offering("☑️", "🔁") if guest.account.first_name in one.text
            ]
            if asked:
                self.unknown += 1
                await self.owner.tap("☑️" if arrived(guest) else "🔁", asked[0].id)
            await self.tick()
        raise AssertionError("what is unknown was not asked, or not heard")

    def judge(self, greetings: list[Greeting], day: date) -> None:
        first = (day - FIRST).days * BIRTHDAYS
        due = set(list(self.guests)[first : first + BIRTHDAYS])
        assert {one.contact_id for one in greetings} == due
        self.sent += len(greetings)
        for contact_id, guest in self.guests.items():
            assert len(arrived(guest)) == (contact_id in due), guest.account.first_name

    def forget_yesterday(self) -> None:
        """The Telegram of the test remembers everything: that is not the bot's memory."""
        kept = self.tg.state.chats[self.owner.id][-20:]
        self.tg.state.chats = {self.owner.id: kept}
        self.tg.state.messages = {one.id: one for one in kept}
        self.tg.state.queries.clear()
        entries = self.tg.state.journal.entries
        entries[:] = [entries[0]] * len(entries)
        self.bot.request.edits.clear()
        self.bot.request.refused.clear()

    @property
    def struck(self) -> int:
        return sum(fault.hits for fault in self.tg.faults.planted)

    async def rows(self) -> Counter[str]:
        tables = SQLModel.metadata.tables
        async with self.work.read() as unit:
            return Counter({
                name: await unit.session.scalar(select(func.count()).select_from(table)) or 0
                for name, table in tables.items()
            })  # fmt: skip


def arrived(guest: Person) -> list[Seen]:
    return [one for one in guest.messages if one.from_bot]


def most_memory() -> int:
    """MB that this process has used at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


async def _at_once(_: TelegramSender) -> None:
    """Telegram's pace is measured elsewhere."""


async def test_a_month_with_a_fault_in_fifty_requests_drifts_and_swells_nowhere(
    tmp_path: Path,
    clock: StillClock,
    model: FakeModel,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    days = request.config.getoption("--soak-days")
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # as the command line sets it
    chance = random.Random(days)

    failed = 0

    def answer(body: Body) -> Any:
        nonlocal failed
        if chance.random() >= ONE_IN:
            return good(body)
        failed += 1
        return chance.choice(MODEL_FAILS)

    monkeypatch.setattr(TelegramSender, "ready", _at_once)
    clock.move_to(datetime(2027, 8, 1, 15, tzinfo=UTC))
    options: dict[str, Any] = {"spread_minutes": 0, "review_pause_every": 0, "backup_keep": 3}
    options |= {"openai_base_url": model.url, "openai_model": "fake"}
    async with straightway(tmp_path, clock, monkeypatch, **options) as bot:
        month = Month(bot, clock)
        await month.people()
        model.always = answer
        each = 1 - (1 - ONE_IN) ** (1 / len(TELEGRAM_FAILS))
        for kind, accept in TELEGRAM_FAILS:
            bot.tg.fault(kind, accept=accept, times=None, probability=each)
        began = time.perf_counter()
        blocks, tables = [], []
        for number in range(days):
            model.requests.clear()
            await month.live(FIRST + timedelta(number))
            month.forget_yesterday()
            gc.collect()
            blocks.append(sys.getallocatedblocks())
            tables.append(await month.rows())
        first, last = tables[0], tables[-1]
        log.info("%d days, %d sent, in %.0f s", days, month.sent, time.perf_counter() - began)
        log.info("%d requests failed, %d of the model's", month.struck, failed)
        log.info("%d greetings were unknown at first", month.unknown)
        log.info("memory blocks by day: %s; at most %d MB", blocks, most_memory())
        log.info("rows on the first and the last day: %s, %s", dict(first), dict(last))
        for name in last.keys() - HISTORY:
            bound = 5 * first[name] if name in FOR_DAYS else first[name]
            assert last[name] <= bound, name
        if days > WARM:
            assert max(blocks[WARM:]) <= 1.05 * blocks[WARM]
