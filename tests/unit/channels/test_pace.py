"""Thirty messages a second, never thirty-one."""

import asyncio
from contextlib import ExitStack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels import pace
from bot.channels.pace import AT_ONCE, PER_SECOND, ChatPace, Pace

_others_go_on = asyncio.sleep


class Wall:
    """The clock of a loop that never really waits."""

    def __init__(self) -> None:
        self.now = 1000.0

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await _others_go_on(0)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    return _hung(monkeypatch)


def _hung(monkeypatch: pytest.MonkeyPatch) -> Wall:
    clock = Wall()
    monkeypatch.setattr(pace, "_now", lambda: clock.now)
    monkeypatch.setattr(asyncio, "sleep", clock.sleep)
    return clock


def most_in_a_second(arrivals: list[float]) -> int:
    """As Telegram counts: at each arrival, those of the last second, itself included."""
    return max(sum(0 <= at - one < 1 for one in arrivals) for at in arrivals)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 0.19), st.floats(0, 1)), min_size=120, max_size=120))
def test_telegram_never_counts_more_than_it_takes(ways: list[tuple[float, float]]) -> None:
    """However long each request is on its way, and whenever in that time Telegram counts it."""
    with pytest.MonkeyPatch.context() as patch:
        wall = _hung(patch)
        pacing = Pace()
        arrivals: list[float] = []

        async def send_all() -> None:
            for latency, share in ways:
                await pacing.ready()
                with pacing.place():
                    arrivals.append(wall.now + latency * share)
                    wall.now += latency

        asyncio.run(send_all())
    assert most_in_a_second(arrivals) <= PER_SECOND


async def test_quick_answers_let_nearly_thirty_leave_each_second(wall: Wall) -> None:
    pacing, began = Pace(), wall.now
    for _ in range(600):
        await pacing.ready()
        with pacing.place():
            wall.now += 0.005
    assert 600 / (wall.now - began) > 0.97 * PER_SECOND


async def test_what_owners_are_told_takes_places_too(wall: Wall) -> None:
    pacing, began = Pace(), wall.now
    for _ in range(PER_SECOND):
        with pacing.place():
            pass
    await pacing.ready()
    assert wall.now - began > 1


async def test_nothing_more_leaves_while_telegram_answers_nothing(wall: Wall) -> None:
    pacing, began = Pace(), wall.now
    with ExitStack() as unanswered:
        for _ in range(PER_SECOND):
            await pacing.ready()
            unanswered.enter_context(pacing.place())
        waiting = asyncio.create_task(pacing.ready())
        while not waiting.done() and wall.now < began + 60:
            await _others_go_on(0)
        assert not waiting.done()
    answered = wall.now
    await waiting
    assert answered + 1 < wall.now < answered + 2


async def test_a_pause_holds_everything_back(wall: Wall) -> None:
    pacing, began = Pace(), wall.now
    pacing.pause(7)
    await pacing.ready()
    assert wall.now - began >= 7


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 1), st.floats(0, 3)), max_size=40))
def test_a_chat_gets_three_at_once_and_then_one_a_second(
    ways: list[tuple[float, float, float]],
) -> None:
    """As Telegram counts them, however long a request is on its way and whenever the next one comes."""
    with pytest.MonkeyPatch.context() as patch:
        wall = _hung(patch)
        chats, even_at = ChatPace(), 0.0
        for latency, share, pause in ways:
            wall.now += chats.wait(7)
            with chats.message(7):
                arrival = wall.now + latency * share
                even_at = max(even_at, arrival) + 1
                assert even_at - arrival <= AT_ONCE
                wall.now += latency
            assert chats.wait(8) == 0
            wall.now += pause


async def test_a_slow_answer_counts_though_its_chat_was_forgotten_meanwhile(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "_MOST_CHATS", 2)
    chats = ChatPace()
    with chats.message(7):
        wall.now += 30
        for chat in (8, 9, 10):
            with chats.message(chat):
                pass
    assert chats.wait(7) == 0


async def test_places_are_had_in_the_order_of_asking() -> None:
    pacing, had = Pace(), []

    async def wait(name: str) -> None:
        await pacing.ready()
        had.append(name)

    await asyncio.gather(*(wait(name) for name in "abcdef"))
    assert had == list("abcdef")
