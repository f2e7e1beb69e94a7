"""Every tap and every stroke of the clock, on a greeting in every state: what the random walks of
`test_state_machine.py` reach by luck is tried here once each, under the same invariants."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.base import NotSent, Unknown
from bot.domain.contacts import Contact
from bot.domain.greetings import MOVES, Greeting, State
from storage.greetings import Greetings
from tests.conftest import NOON
from tests.integration.machine.test_state_machine import END, Killed, Life

Act = Callable[[Life, Contact, Greeting], object]


def claim(life: Life, greeting: Greeting) -> None:
    life.decided(lambda unit: unit.greetings.move(greeting, State.DRAFTING))


def over(life: Life) -> None:
    life.clock.move_to(END + timedelta(hours=1))
    life.close_the_day()


ACTS: dict[str, Act] = {
    "draft": lambda life, who, _: life.draft(who),
    "ahead": lambda life, who, _: life.draft(who, ahead=True),
    "claim": lambda life, _, it: claim(life, it),
    "note": lambda life, who, _: life.note(who),
    "✅": lambda life, _, it: life.tap(it, 0, times=2),
    "↩️": lambda life, _, it: life.take_back(it, current=True),
    "🔄": lambda life, _, it: life.others(it, current=True),
    "✏️": lambda life, _, it: life.own_words(it, current=True),
    "🚀": lambda life, _, it: life.send_now(it, current=True),
    "🔁": lambda life, _, it: life.once_more(it, current=True),
    "☑️": lambda life, _, it: life.tick_sent(it, current=True),
    "📲": lambda life, _, it: life.hand_over(it, current=True),
    "untick": lambda life, _, it: life.untick(it, current=True),
    "⏭": lambda life, _, it: life.decide(it, current=True, to=State.SKIPPED),
    "📞": lambda life, _, it: life.decide(it, current=True, to=State.CALL),
    "🕘": lambda life, _, it: life.decide(it, current=True, to=State.SNOOZED),
    "changed": lambda life, who, _: life.something_changed(who),
    "/stop": lambda life, who, _: life.stop(who),
    "sent": lambda life, *_: life.send_due(None, at_the_hour=True),
    "unknown": lambda life, *_: life.send_due(Unknown(), at_the_hour=True),
    "busy": lambda life, *_: life.send_due(
        NotSent("busy", permanent=False, wait=1), at_the_hour=True
    ),
    "blocked": lambda life, *_: life.send_due(NotSent("blocked", permanent=True), at_the_hour=True),
    "killed": lambda life, *_: life.send_due(Killed(), at_the_hour=True),
    "woken": lambda life, *_: life.wake_the_snoozed(),
    "restored": lambda life, _, it: life.drafts_again(it, current=True),
    "belated": lambda life, who, _: life.belated(who),
    "crash": lambda life, *_: life.crash(),
    "over": lambda life, *_: over(life),
}

ALL = " ".join(ACTS)
BACK = "↩️ note woken over"
BY_HAND = "📲 ☑️ ⏭ over"

WAYS: dict[str, tuple[bool, bool, str, str]] = {
    "planned": (True, True, "", ALL),
    "planned of whom nothing is known": (True, False, "", "ahead"),
    "drafting": (True, True, "claim", ALL),
    "ready": (True, True, "draft", ALL),
    "needs_memory": (True, False, "draft", ALL),
    "ready with one's own words alone": (True, False, "draft ✏️", "restored"),
    "approved": (True, True, "draft ✅", ALL),
    "approved by hand": (False, True, "draft ✅", BY_HAND),
    "stale": (True, True, "draft ✅ changed", ALL),
    "handed_off": (False, True, "draft ✅ 📲", ALL),
    "sent": (True, True, "draft ✅ sent", ALL),
    "sent by hand": (False, True, "draft ✅ 📲 ☑️", "untick"),
    "unknown": (True, True, "draft ✅ unknown", ALL),
    "unknown by hand": (False, True, "draft ✅ 📲 over", BY_HAND),
    "failed": (True, True, "draft ✅ blocked", ALL),
    "call": (True, True, "draft 📞", ALL),
    "call of whom nothing is known": (True, False, "draft 📞", BACK),
    "skipped": (True, True, "draft ⏭", ALL),
    "skipped of whom nothing is known": (True, False, "draft ⏭", BACK),
    "snoozed": (True, True, "draft 🕘", ALL),
    "snoozed of whom nothing is known": (True, False, "draft 🕘", BACK),
    "expired": (True, True, "draft over", ALL),
    "expired when approved": (True, True, "draft ✅ over", "belated"),
}
"""How a greeting comes into each state: whether its person is linked and something is known of them,
what happens, and what is tried then."""


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> set[tuple[State, State]]:
    """The moves that took place."""
    seen: set[tuple[State, State]] = set()
    move = Greetings.move

    async def noted(
        self: Greetings, greeting: Greeting, to: State, **changes: object
    ) -> Greeting | None:
        done = await move(self, greeting, to, **changes)
        if done is not None:
            seen.add((greeting.state, to))
        return done

    monkeypatch.setattr(Greetings, "move", noted)
    return seen


def test_whatever_is_done_to_a_greeting_in_whatever_state(
    moved: set[tuple[State, State]],
) -> None:
    for begun, (linked, knows, way, acts) in WAYS.items():
        life = Life()
        life.begin()
        for name in acts.split():
            who = life.befriend(linked=linked, knows=knows)
            life.clock.move_to(NOON)
            for step in way.split():
                ACTS[step](life, who, life.shown(who)[0])
            assert life.shown(who)[0].state.value == begun.split()[0]
            ACTS[name](life, who, life.shown(who)[0])
            life.sent_at_most_once()
            life.what_stands_in_the_database_is_possible()
        life.teardown()
    everything = {(one, to) for one, allowed in MOVES.items() for to in allowed}
    assert moved == everything
