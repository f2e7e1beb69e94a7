"""Telegram on its worst days, while greetings leave: one guest per fault, one process for all."""

from dataclasses import dataclass, field
from typing import Any

from bot.domain.greetings import State
from bot.playground import Kind, Playground
from tests.faults.conftest import Mornings
from tests.faults.tally import TALLY


@dataclass(frozen=True)
class Bad:
    """A fault on the request that carries one greeting, and what may become of the greeting."""

    kind: Kind
    settings: dict[str, Any] = field(default_factory=dict)
    ends: State = State.SENT
    arrives: int = 1


FAULTS = {
    "429": Bad(Kind.RETRY_AFTER),
    "429 three times": Bad(Kind.RETRY_AFTER, {"times": 3}),
    "502 before it took effect": Bad(Kind.SERVER_ERROR, {}, State.UNKNOWN, 0),
    "500 after it took effect": Bad(
        Kind.SERVER_ERROR, {"accept": True, "code": 500}, State.UNKNOWN
    ),
    "200 with half a JSON, not taken": Bad(Kind.BAD_JSON, {}, State.UNKNOWN, 0),
    "200 with half a JSON, taken": Bad(Kind.BAD_JSON, {"accept": True}, State.UNKNOWN),
    "cut before it took effect": Bad(Kind.CUT, {}, State.UNKNOWN, 0),
    "cut after it took effect": Bad(Kind.CUT, {"accept": True}, State.UNKNOWN),
    "silence for a second, taken": Bad(Kind.HANG, {"accept": True, "seconds": 1}),
    "silence for a second, then taken": Bad(Kind.HANG, {"seconds": 1}),
    "403 blocked": Bad(
        Kind.REFUSE,
        {"code": 403, "description": "Forbidden: bot was blocked by the user"},
        State.FAILED,
        0,
    ),
    "400 chat not found": Bad(
        Kind.REFUSE, {"description": "Bad Request: chat not found"}, State.FAILED, 0
    ),
}


async def test_each_fault_of_telegram_is_told_truly_and_doubles_nothing(
    a_morning: Mornings, tg: Playground
) -> None:
    named = {f"Guest{number}": fault for number, fault in enumerate(FAULTS)}
    morning = a_morning([*named, "Nobody's trouble"])
    for name, fault in named.items():
        bad = FAULTS[fault]
        tg.fault(bad.kind, "sendMessage", chat_id=morning.guests[name].id, **bad.settings)
    await morning.approve_all()
    await morning.bot.start()
    ended = await morning.verdict()
    for name, fault in named.items():
        bad = FAULTS[fault]
        assert (ended[name].state, morning.arrived(name)) == (bad.ends, bad.arrives), fault
        TALLY.note(f"Telegram: {fault}", ended[name].state)
    assert ended["Nobody's trouble"].state is State.SENT


async def test_what_the_owner_is_told_gets_through_a_telegram_that_stumbles(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    await morning.approve_all()
    tg.fault(Kind.CUT, "sendMessage", chat_id=morning.guests["Lucía"].id, accept=True)
    tg.fault(Kind.RETRY_AFTER, "sendMessage", chat_id=morning.owner.id, times=2)
    await morning.bot.start()
    told = await morning.told_unknown("Lucía")
    tapped = await morning.owner.tap("☑️", message_id=told.id)
    assert tapped.kind == "callback"
    await morning.owner.wait_for(lambda message: message.id == told.id and not message.labels)
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.SENT
