"""Walking through every keyboard that can be reached: what each tap leads to, and old keyboards."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from bot.playground import Person, Seen
from tests.direct import Straightway

DEPTH = 3
"""Taps from a command on."""

_LAST = ("forgetyes", "occ:delyes", "impundo", "notedo", "mergeyes", "revert", "takeback", "untell")
"""What takes something away comes after all the rest."""

_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One tap and what was seen of it: `shown`, the messages that came or changed, and `answer`, the
    words that Telegram shows above the chat. `same`: the message already said what it would say."""

    way: tuple[str, ...]
    data: str
    message_id: int
    shown: tuple[Seen, ...]
    answer: str
    same: bool

    def __str__(self) -> str:
        return " › ".join(self.way)


@dataclass(slots=True)
class Walk:
    """Taps each kind of button once, wherever it is first met; remembers every keyboard."""

    bot: Straightway
    person: Person
    steps: list[Step] = field(default_factory=list)
    _met: dict[str, int] = field(default_factory=dict)
    """Each kind of button, with how many taps from the beginning it was met."""

    async def say(self, text: str) -> list[Seen]:
        """Write, and let what it sets going come to an end."""
        seen = await self.bot.answers(self.person, text)
        await self.settle()
        return seen

    async def through(self, command: str) -> None:
        """From a command on, to the third tap."""
        open_ = deque(self._buttons(await self.say(command), (command,)))
        late: deque[tuple[tuple[str, ...], int, str]] = deque()
        while open_ or late:
            way, message_id, data = open_.popleft() if open_ else late.popleft()
            if open_ and data.startswith(_LAST):
                late.append((way, message_id, data))
                continue
            step = await self.tap(way, message_id, data)
            self.steps.append(step)
            if len(way) <= DEPTH:  # the command, and a tap less than that
                open_.extend(self._buttons(step.shown, way))

    async def tap(self, way: tuple[str, ...], message_id: int, data: str) -> Step:
        """Tap a button, whether it stands there still or stood there once."""
        mark, refused = self.bot.tg.mark, len(self.bot.request.refused)
        tapped = await self.person.forge(message_id, data)
        await self.bot.settle()
        await self.settle()
        shown = [one for one in self.person.messages if one.from_bot and one.changed > mark]
        answer = self.bot.tg.state.queries[tapped.value].answer or {}
        same = len(self.bot.request.refused) > refused
        return Step(way, data, message_id, tuple(shown), answer.get("text") or "", same)

    async def settle(self) -> None:
        """Let the schedule do what it was woken for."""
        schedule, desk = self.bot.program.schedule, self.bot.program.schedule._desk
        for _ in range(_ROUNDS):
            if not schedule._awake.is_set() and not desk._tasks:
                break
            schedule._awake.clear()
            await schedule.tick()
            await asyncio.gather(*desk._tasks)
        await self.bot.program.house.post.struck_off()

    def _buttons(
        self, messages: list[Seen] | tuple[Seen, ...], way: tuple[str, ...]
    ) -> list[tuple[tuple[str, ...], int, str]]:
        found = []
        for message in messages:
            for button in message.buttons:
                data = button.data
                if data is None or self._met.get(kind := _kind(data), DEPTH + 1) <= len(way):
                    continue
                self._met[kind] = len(way)
                found.append(((*way, button.label), message.id, data))
        return found


def _kind(data: str) -> str:
    """What a button does, whomever it is about: numbers and the value that is chosen left out."""
    verb, *parts = data.split(":")
    named = ["#" if part.lstrip("-").isdecimal() else part for part in parts]
    return ":".join([verb, *named[: 1 if verb in {"opt", "occ", "unhere"} else 2]])
