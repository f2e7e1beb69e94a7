"""A bot on a playground where nothing happens by itself, and what everybody sees of it as text.

Updates are handled one by one and the schedule ticks when it is told to, ids are counted instead of
drawn, and the clock stands still until it is moved: the same flow is told in the same words.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from pydantic import SecretStr

from bot.app import Program, assembled
from bot.intake import WANTED
from bot.playground import Person, Playground, Seen
from bot.settings import Settings
from tests.conftest import StillClock

_MOST_ROUNDS = 20
"""Ticks until everything is written and sent; a flow that needs more goes round in circles."""


@contextmanager
def counted_ids() -> Iterator[None]:
    """Ids decide which words the composer picks; tokens stand in links."""
    ids, tokens = itertools.count(1), itertools.count(1)
    with ExitStack() as patches:
        for target, made in (
            ("storage.ids.secrets.randbits", lambda _bits: next(ids)),
            (
                "storage.consent.secrets.token_urlsafe",
                lambda _bytes: f"invitation-of-marcelo-{next(tokens)}",
            ),
            ("bot.services.occasions.secrets.token_hex", lambda _bytes: f"{next(tokens):06x}"),
        ):
            patches.enter_context(mock.patch(target, made))
        yield


class Stage:
    """One flow: what people do, and what they see of it, in `told`."""

    def __init__(self, program: Program, tg: Playground, clock: StillClock, language: str) -> None:
        self.language = language
        self.program = program
        self.tg = tg
        self.clock = clock
        self.told: list[str] = []
        self._shown: dict[tuple[int, int], Seen] = {}
        self._answered: set[str] = set()
        self._offset: int | None = None
        self._alone = True

    def person(self, name: str, language: str) -> Person:
        """Somebody with a phone."""
        self._alone = not self.tg.people
        return self.tg.user(name, language_code=language)

    async def says(self, person: Person, *texts: str) -> None:
        """Write these, one after the other."""
        for text in texts:
            await self.does(person, text, person.send(text))

    async def taps(self, person: Person, *labels: str) -> None:
        """Tap the newest button that begins with each of these."""
        for label in labels:
            whole = next(
                (
                    button.label
                    for message in reversed(person.messages)
                    for button in message.buttons
                    if button.label.startswith(label)
                ),
                label,
            )
            await self.does(person, f"[{whole}]", person.tap(label))

    async def does(self, person: Person, words: str, doing: Awaitable[Any]) -> None:
        """Whatever else somebody does, and what comes of it."""
        self._tell(f"{person.account.first_name} ›", words)
        await doing
        await self._settle()

    async def at(self, day: int, hour: int, minute: int = 0, *, month: int = 7) -> None:
        """That hour of 2027 in Buenos Aires comes."""
        self.clock.at(day, hour, minute, month=month)
        await self._hour_comes()

    async def later(self, **by: float) -> None:
        """So much time passes."""
        self.clock.later(**by)
        await self._hour_comes()

    async def _hour_comes(self) -> None:
        local = self.clock.now() - timedelta(hours=3)
        self.program.schedule.wake()
        self.told.append(f"{local:· · ·  %d/%m, %H:%M  · · ·}\n")
        await self._settle()

    async def _settle(self) -> None:
        """Handle what came in, let the schedule do what it was woken for, and tell what changed."""
        await self._handle()
        schedule, desk = self.program.schedule, self.program.schedule._desk
        rounds = _MOST_ROUNDS if schedule._awake.is_set() else 0
        schedule._awake.clear()
        for _ in range(rounds):
            await schedule.tick()
            sending = [task for one in schedule.sending for task in one._carriers]
            working = [*desk._tasks, *sending]
            busy = any(not task.done() for task in working)
            await asyncio.gather(*working)
            for channel in schedule.sending:
                await channel.idle()
            if not busy and not desk._tasks:
                break
        await self.program.house.post.struck_off()
        self._tell_changes()

    async def _handle(self) -> None:
        bot, work = self.program.house.bot, self.program.house.work
        updates = await bot.get_updates(offset=self._offset, timeout=0, allowed_updates=WANTED)
        for update in updates:
            user = update.effective_user
            async with work.begin() as unit:
                row = (update.update_id, user.id if user else 0, update.to_dict())
                await unit.updates.store([row])
            await self.program.application.process_update(update)
            self._offset = update.update_id + 1

    def _tell_changes(self) -> None:
        for query in self.tg.state.queries.values():
            words = (query.answer or {}).get("text")
            if query.id not in self._answered and words:
                self._tell("Abrazo (…)", words)
            self._answered.add(query.id)
        for person in self.tg.people:
            name = "" if self._alone else f" → {person.account.first_name}"
            for message in person.messages:
                before = self._shown.get((person.id, message.id))
                self._shown[person.id, message.id] = message
                if not message.from_bot or (before and _looks(before) == _looks(message)):
                    continue
                self._tell(f"Abrazo{name}{' (↻)' if before else ''}:", *_looks(message))

    def _tell(self, who: str, *lines: str) -> None:
        body = "\n".join(lines).split("\n")
        self.told.append("\n".join([who, *(f"    {line}".rstrip() for line in body), ""]))


def _looks(message: Seen) -> Sequence[str]:
    """A message as lines: what it holds besides words, the words, the rows of buttons."""
    document = message.raw.get("document", {}).get("file_name")
    held = [] if message.kind == "text" else [f"({document or message.kind})"]
    words = [message.text] if message.text else []
    rows = ["".join(f"[{button.label}]" for button in row) for row in message.rows]
    return [*held, *words, *rows]


@asynccontextmanager
async def staged(home: Path, language: str, **settings: Any) -> AsyncIterator[Stage]:
    """An empty stage on 12 July 2027 at noon in Buenos Aires, a week before Friend's Day."""
    clock = StillClock()
    clock.at(12, 12)
    with counted_ids():
        async with Playground(now=clock.now) as tg:
            chosen: dict[str, Any] = {
                "telegram_bot_token": SecretStr(tg.token),
                "telegram_api_url": tg.url,
                "database_url": f"sqlite+aiosqlite:///{home / 'abrazo.db'}",
                "open_registration": True,
                "spread_minutes": 0,
            }
            configured = Settings(_env_file=None, **chosen | settings)
            async with assembled(configured, clock) as program:
                # One draft after the other: which of two comes first decides what both may say.
                program.schedule._desk._places = 1
                await program.application.initialize()
                try:
                    yield Stage(program, tg, clock, language)
                finally:
                    await program.house.post.close()
