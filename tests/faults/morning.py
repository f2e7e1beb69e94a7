"""A morning with greetings to send, a bot in its own process, and the verdict on how it went.

The verdict comes from the Telegram server's own record and from the reopened database, never from what
the bot believes.
"""

import os
import re
import signal
from collections.abc import Sequence
from pathlib import Path

import bot
from bot.domain.greetings import Greeting, State
from bot.playground import Person, Playground, Seen
from tests.e2e.running import Abrazo
from tests.e2e.seed import approved_greetings, states, text_for
from tests.fakes.model import FakeModel
from tests.faults.nursery import Forked, Nursery

PATIENCE = 60.0
"""Seconds until a wait is given up; nothing is asserted about time."""

LOGGED = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ [A-Z]+ [\w.]+: "
NOT_BEGUN = r"The database cannot be used: .* start again\.$"
"""What a start says that found no database."""

LINES = {
    State.SENT: "☑️ Enviados",
    State.UNKNOWN: "❔ No sé si llegaron",
    State.FAILED: "✖️ No salieron",
    State.APPROVED: "✅ Aprobados",
    State.EXPIRED: "🗓 Se pasó el día",
    State.READY: "💌 Esperan tu decisión",
    State.SKIPPED: "⏭ Dejaste pasar",
    State.HANDED_OFF: "📲 En tus manos",
    State.NEEDS_MEMORY: "➕ Me falta un recuerdo de",
}
"""Where /status shows a greeting in each state it may rest in."""


class Process(Abrazo):
    """The bot, and whether it lives."""

    @property
    def pid(self) -> int:
        """The process id of the running bot."""
        assert self._process is not None
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process is not None and self._process.returncode is None

    async def ended(self) -> int:
        """Wait until the process ends by itself; its exit code."""
        assert self._process is not None
        return await self._process.wait()

    def terminate(self) -> None:
        """SIGTERM, without waiting."""
        os.kill(self.pid, signal.SIGTERM)


class Morning:
    """Marcelo and his guests, each linked and with a greeting approved for nine."""

    def __init__(
        self,
        home: Path,
        tg: Playground,
        guests: Sequence[str],
        model: FakeModel | None = None,
        nursery: Nursery | None = None,
        **settings: str,
    ) -> None:
        self.home, self.tg = home, tg
        self.owner = tg.user("Marcelo", last_name="Gil")
        self.guests: dict[str, Person] = {name: tg.user(name) for name in guests}
        for person in tg.people:
            person.account.started = True
        self.settings = settings
        settings = {"ALLOWED_USER_IDS": str(self.owner.id)} | settings
        here = {"PYTHONPATH": str(Path(bot.__file__).parents[1])}
        self.bot: Process | Forked
        if nursery is None:
            self.bot = Process(home, tg, model, **here, **settings)
        else:
            self.bot = Forked(home, tg, model, **here, **settings)
            self.bot.nursery = nursery

    async def approve_all(self) -> None:
        """Seed the database; the clock shows one minute past nine."""
        guests = {who.id: name for name, who in self.guests.items()}
        await approved_greetings(self.home, self.owner.id, guests, self.settings)
        self.bot.at(2027, 7, 20, 9, 1)

    async def states(self) -> dict[str, Greeting]:
        """The greetings of the reopened database."""
        return await states(self.home, self.owner.id, self.settings)

    def received(self, name: str) -> list[str]:
        """What took effect in a guest's chat, whether or not the bot heard of it."""
        calls = self.tg.calls.accepted("sendMessage", self.guests[name].id)
        return [call.params["text"] for call in calls]

    def arrived(self, name: str) -> int:
        """How often the approved greeting arrived, to the letter."""
        return self.received(name).count(f"Marcelo\n\n{text_for(name)}")

    @property
    def all_arrived(self) -> int:
        """How many greetings have arrived so far."""
        return sum(self.arrived(name) for name in self.guests)

    async def ask(self, command: str, sign: str) -> Seen:
        """The owner writes, and gets an answer that shows the sign."""
        mark = self.tg.mark
        await self.owner.send(command)
        return await self.owner.wait_for(
            lambda message: sign in message.text, since=mark, within=PATIENCE
        )

    async def status(self) -> dict[str, str]:
        """/status as name → the line it stands in."""
        text = (await self.ask("/status", "Así viene")).text
        lines = [line.split(": ", 1) for line in text.splitlines() if ": " in line]
        return {name: head for head, names in lines for name in names.split(", ")}

    async def settled(self) -> dict[str, str]:
        """/status once nothing is approved any more."""
        while True:
            status = await self.status()
            if LINES[State.APPROVED] not in status.values():
                return status

    async def told_unknown(self, name: str) -> Seen:
        """The owner is told by name, with ☑️ and 🔁."""
        return await self.owner.wait_for(
            lambda message: (
                name in message.text
                and {"☑️", "🔁"} <= {label.split()[0] for label in message.labels}
            ),
            within=PATIENCE,
        )

    async def verdict(self) -> dict[str, Greeting]:
        """Stop the bot and judge the morning; answers the greetings of the reopened database."""
        status = await self.settled()
        unknown = [name for name, line in status.items() if line == LINES[State.UNKNOWN]]
        for name in unknown:
            await self.told_unknown(name)
        assert self.bot.alive
        assert await self.bot.stop() == 0
        ended = await self.states()
        for name in self.guests:
            state, arrived = ended[name].state, self.arrived(name)
            assert arrived <= 1, f"{name} got it {arrived} times"
            assert len(self.received(name)) == arrived, f"{name} got what nobody approved"
            assert status[name] == LINES[state], f"{name} is {state}, /status says {status[name]}"
            if state is State.SENT:
                assert arrived == 1, f"{name} counts as sent and got nothing"
            elif state is not State.UNKNOWN:
                assert arrived == 0, f"{name} got it and is {state}"
        self.check_log()
        return ended

    def check_log(self) -> None:
        """One line each, no traceback, no token, no words of anybody's."""
        log = self.bot.log.read_text()
        assert "Traceback" not in log
        assert self.tg.token.split(":")[1] not in log
        assert "charla larga" not in log
        for name in self.guests:
            assert not re.search(rf"\b{name}\b", log)
        for line in log.splitlines():
            assert re.match(rf"{LOGGED}|{NOT_BEGUN}", line), line
