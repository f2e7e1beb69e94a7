"""A failing model costs a bounded time, says why in one word, and betrays nothing."""

import asyncio
import logging
import socket
import traceback
from collections.abc import Callable

import pytest

from bot.domain.drafting import DraftingFailed
from bot.drafters.openai import OpenAIDrafter
from tests.fakes.model import CUT, DROP, HANG, REFUSAL, Answer, FakeModel
from tests.integration.drafters.conftest import Pauses, request_for

NO_MODEL = Answer(status=404, error={"message": "model 'fake' not found, try pulling it first"})
SPENT = Answer(status=429, error={"code": "insufficient_quota", "message": "pay"})
ECHO = Answer(status=418, error={"message": "I will not write about jazmín"})
FILTERED = Answer(status=400, error={"code": "content_filter", "message": "filtered"})


async def reason_of(drafter: OpenAIDrafter) -> str:
    with pytest.raises(DraftingFailed) as failure:
        await drafter.draft(request_for())
    return failure.value.reason


@pytest.mark.parametrize(
    ("answers", "reason", "calls"),
    [
        ([401], "auth", 1),
        ([403], "auth", 1),
        ([404], "wrong_url", 1),
        ([NO_MODEL], "no_such_model", 1),
        ([429] * 3, "quota", 3),
        ([SPENT], "quota", 1),
        ([500, 503, 502], "unavailable", 3),
        ([DROP] * 3, "unreachable", 3),
        ([400] * 4, "rejected", 4),
        ([413], "rejected", 1),
        ([FILTERED], "refused", 1),
        ([REFUSAL], "refused", 1),
        ([Answer("", finish="content_filter")], "refused", 1),
        ([CUT], "cut", 1),
        ([Answer(raw="<html>hello</html>")], "invalid", 1),
        ([Answer(raw='{"ok": true}')], "invalid", 1),
        ([Answer(raw="[]")], "invalid", 1),
        ([Answer(raw="[" * 100_000)], "invalid", 1),
    ],
)
async def test_each_failure_has_its_word_and_is_retried_only_where_that_helps(
    answers: list[object], reason: str, calls: int, model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(*answers)
    assert await reason_of(drafter) == reason
    assert len(model.requests) == calls
    assert drafter.usage.last_failure == reason


@pytest.mark.parametrize("trouble", [429, 500, DROP])
async def test_passing_trouble_is_waited_out(
    trouble: object, model: FakeModel, drafter: OpenAIDrafter, pauses: Pauses
) -> None:
    model.answer(trouble, trouble)
    assert len(await drafter.draft(request_for())) == 2
    assert 0.5 <= pauses.asked[0] <= 1.5 <= 2 * pauses.asked[1] <= 6
    assert drafter.usage.last_failure is None


async def test_a_retry_waits_as_long_as_the_endpoint_asks(
    model: FakeModel, drafter: OpenAIDrafter, pauses: Pauses
) -> None:
    dated = {
        "retry-after": "Mon, 20 Jul 2026 09:00:04 GMT",
        "date": "Mon, 20 Jul 2026 09:00:00 GMT",
    }
    model.answer(
        Answer(status=429, headers={"retry-after": "3"}), Answer(status=503, headers=dated)
    )
    await drafter.draft(request_for())
    assert pauses.asked[0] == 3
    assert 3 <= pauses.asked[1] <= 4.5


async def test_a_wait_beyond_the_deadline_is_not_begun(
    model: FakeModel, drafter: OpenAIDrafter, pauses: Pauses
) -> None:
    model.answer(Answer(status=429, headers={"retry-after": "3600"}))
    assert await reason_of(drafter) == "quota"
    assert pauses.asked == []


async def test_an_answer_that_never_comes_costs_one_timeout(
    model: FakeModel, drafter_for: Callable[..., OpenAIDrafter]
) -> None:
    model.answer(HANG)
    drafter = drafter_for(model.url, timeout=0.2)
    async with asyncio.timeout(20):
        assert await reason_of(drafter) == "timeout"


async def test_slow_rungs_together_stay_within_two_timeouts(
    drafter_for: Callable[..., OpenAIDrafter],
) -> None:
    async with FakeModel(latency=1.2) as slow:
        slow.answer(*["no sé"] * 9)
        drafter = drafter_for(slow.url, timeout=1.6)
        async with asyncio.timeout(20):
            assert await reason_of(drafter) == "timeout"
        assert len(slow.requests) == 3


async def test_nobody_there(drafter_for: Callable[..., OpenAIDrafter]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        drafter = drafter_for(url)
        assert await reason_of(drafter) == "unreachable"
        assert await drafter.check() == "unreachable"


async def test_check_is_one_small_call(model: FakeModel, drafter: OpenAIDrafter) -> None:
    assert await drafter.check() is None
    (body,) = model.requests
    assert set(body) == {"model", "messages"}
    model.answer(401)
    assert await drafter.check() == "auth"


@pytest.mark.parametrize("trouble", [400, 401, 500, DROP, CUT, ECHO])
async def test_neither_key_nor_content_reaches_log_or_exception(
    trouble: object,
    model: FakeModel,
    drafter: OpenAIDrafter,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_LOG", "debug")
    caplog.set_level(logging.DEBUG)
    model.answer(*[trouble] * 4)
    with pytest.raises(DraftingFailed) as failure:
        await drafter.draft(request_for())
    shown = "".join(traceback.format_exception(failure.value)) + caplog.text + repr(drafter)
    assert "jazmín" not in shown
    assert "very-secret" not in shown
    assert failure.value.__context__ is None


async def test_no_more_calls_at_once_than_allowed(
    drafter_for: Callable[..., OpenAIDrafter],
) -> None:
    async with FakeModel(latency=0.02) as busy:
        drafter = drafter_for(busy.url, concurrency=3)
        await asyncio.gather(*(drafter.draft(request_for()) for _ in range(12)))
        assert busy.most_at_once == 3


def test_one_drafter_serves_one_loop_after_another(
    drafter_for: Callable[..., OpenAIDrafter],
) -> None:
    async def use() -> int:
        async with FakeModel() as model:
            drafter = drafter_for(model.url)
            drafts = await drafter.draft(request_for())
            await drafter.aclose()
            return len(drafts)

    assert [asyncio.run(use()), asyncio.run(use())] == [2, 2]
