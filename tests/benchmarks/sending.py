"""A thousand approved greetings, against Telegram's thirty messages a second."""

import tempfile
import time
from pathlib import Path

import httpx

from bot.playground import Limits, Playground
from tests.benchmarks.figures import Figure
from tests.e2e.running import Abrazo
from tests.e2e.seed import approved_greetings

GREETINGS = 1_000
PER_SECOND = 30


async def measure() -> list[Figure]:
    """Sent through a Telegram that enforces its limits; the 429s are counted."""
    async with Playground(limits=Limits(rates=True)) as tg:
        home = Path(tempfile.mkdtemp(prefix="abrazo-bench-"))
        owner = tg.user("Marcelo")
        await owner.send("/start")
        guests = {}
        for number in range(GREETINGS):
            guest = tg.user(f"Guest{number}")
            await guest.send("/start")
            guests[guest.id] = f"Guest{number}"
        await _nothing_to_answer(tg)
        await approved_greetings(home, owner.id, guests)
        abrazo = Abrazo(home, tg, None, ALLOWED_USER_IDS=str(owner.id), TICK_SECONDS="1")
        abrazo.at(2027, 7, 20, 9, 1)
        await abrazo.start()
        times = await _until_all(tg, guests)
        await abrazo.stop()
        refused = sum(call.status == 429 for call in tg.calls)
    rate = (len(times) - 1) / (times[-1] - times[0])
    return [
        Figure(
            f"{GREETINGS} greetings: share of {PER_SECOND}/s",
            rate / PER_SECOND,
            0.95,
            at_most=False,
            detail=f"{rate:.1f}/s",
        ),
        Figure("answers 429", refused, 0, detail="none allowed"),
    ]


async def _nothing_to_answer(tg: Playground) -> None:
    """Have the guests' first messages behind us: answering them is not what is measured."""
    async with httpx.AsyncClient() as client:
        await client.get(f"{tg.base_url}{tg.token}/getUpdates", params={"offset": 2**31 - 1})


async def _until_all(tg: Playground, guests: dict[int, str]) -> list[float]:
    """When each greeting was taken, in order."""

    def taken() -> list[float]:
        return [
            call.monotonic
            for call in tg.calls.accepted("sendMessage")
            if call.chat_id in guests and "feliz día" in call.params["text"]
        ]

    began = time.perf_counter()
    while len(taken()) < len(guests) and time.perf_counter() - began < 120:
        mark = len(tg.calls)
        await tg.wait_for_call(lambda call: call.method.lower() == "sendmessage", 30, since=mark)
    return sorted(taken())
