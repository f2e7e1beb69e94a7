"""A clock that jumps while the bot runs, and days on which it did not run."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.greetings import State
from bot.playground import Playground
from tests.faults.conftest import Mornings
from tests.faults.morning import PATIENCE
from tests.faults.seeding import an_undecided_card
from tests.faults.tally import TALLY

SHIM = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static long jump(void) {
    long seconds = 0;
    FILE *file = fopen(getenv("WALL_JUMP"), "r");
    if (file) {
        if (fscanf(file, "%ld", &seconds) != 1) seconds = 0;
        fclose(file);
    }
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += jump();
    return result;
}
"""
"""The system's wall clock moved by the seconds in a file; the monotonic one goes on as usual."""

Jump = Callable[[int], None]


@pytest.fixture
def wall_clock(tmp_path: Path) -> tuple[dict[str, str], Jump]:
    """What the bot's environment needs, and a function that makes its wall clock jump."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler to build a clock that jumps")
    source, library, offset = (tmp_path / name for name in ("jump.c", "jump.so", "jump.txt"))
    source.write_text(SHIM)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)

    def jump(seconds: int) -> None:
        half_written = offset.with_suffix(".new")
        half_written.write_text(str(seconds))
        half_written.replace(offset)

    jump(0)
    return {"LD_PRELOAD": str(library), "WALL_JUMP": str(offset)}, jump


@pytest.mark.parametrize("days", [-1, 1], ids=["a day back", "a day forward"])
async def test_when_the_systems_clock_jumps_the_tick_goes_on(
    days: int, a_morning: Mornings, tg: Playground, wall_clock: tuple[dict[str, str], Jump]
) -> None:
    environment, jump = wall_clock
    morning = a_morning(["Lucía"], TICK_SECONDS="1", cold=True, **environment)
    await morning.approve_all()
    morning.bot.at(2027, 7, 20, 8, 30)
    await morning.bot.start()
    await morning.ask("/status", "Así viene")
    offset = morning.home / "clock"
    seconds = float(offset.read_text()) + 40 * 60 - days * 86400
    jump(days * 86400)  # the bot's own clock says 9:10 of the same day once both are written
    offset.write_text(str(seconds))
    await tg.wait_until(lambda: morning.all_arrived == 1, within=PATIENCE)
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.SENT
    TALLY.note(f"wall clock jumps {days:+} day", ended["Lucía"].state)


async def test_a_clock_that_goes_ahead_and_back_sends_once(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    await morning.approve_all()
    morning.bot.at(2027, 7, 19, 8)
    await morning.bot.start()
    await morning.ask("/status", "Así viene")
    morning.bot.at(2027, 7, 18, 8)
    await morning.ask("/status", "Así viene")
    assert morning.all_arrived == 0
    morning.bot.at(2027, 7, 20, 9, 1)
    await tg.wait_until(lambda: morning.all_arrived == 1, within=PATIENCE)
    await morning.settled()
    morning.bot.at(2027, 7, 19, 9, 1)
    await morning.ask("/status", "Así viene")
    morning.bot.at(2027, 7, 20, 9, 1)
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.SENT
    TALLY.note("Abrazo's clock jumps ±1 day", ended["Lucía"].state)


async def test_what_is_undecided_at_the_hour_does_not_leave_and_stays_waiting(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    juana = tg.user("Juana")
    juana.account.started = True
    await morning.approve_all()
    await an_undecided_card(morning, juana)
    await morning.bot.start()
    await tg.wait_until(lambda: morning.all_arrived == 1, within=PATIENCE)
    ended = await morning.verdict()
    assert (ended["Lucía"].state, ended["Juana"].state) == (State.SENT, State.READY)
    assert tg.calls.accepted("sendMessage", juana.id) == []


async def test_after_three_days_of_downtime_nothing_late_leaves_and_all_is_told_by_name(
    a_morning: Mornings,
) -> None:
    morning = a_morning(["Lucía", "Teo"])
    await morning.approve_all()
    morning.bot.at(2027, 7, 23, 9, 1)
    await morning.bot.start()
    await morning.owner.wait_for(
        lambda one: "Lucía" in one.text and "Teo" in one.text and "Se pasó el día" in one.text,
        within=PATIENCE,
    )
    ended = await morning.verdict()
    assert {one.state for one in ended.values()} == {State.EXPIRED}
    TALLY.note("three days of downtime", *(one.state for one in ended.values()))


async def test_after_a_night_of_downtime_the_morning_is_caught_up(
    a_morning: Mornings, tg: Playground
) -> None:
    morning = a_morning(["Lucía"])
    await morning.approve_all()
    morning.bot.at(2027, 7, 20, 17)
    await morning.bot.start()
    await tg.wait_until(lambda: morning.all_arrived == 1, within=PATIENCE)
    ended = await morning.verdict()
    assert ended["Lucía"].state is State.SENT
    TALLY.note("eight hours of downtime", ended["Lucía"].state)
