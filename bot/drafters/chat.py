"""One model behind an OpenAI-compatible endpoint, asked for structured answers.

An answer is asked for down a ladder of ways (see ladder.py), and the way that worked is remembered
for the life of the process, so that the rungs that don't are paid for once.
Failures become DraftingFailed with a machine word, never with content: what is sent and answered
is people's lives, and goes into no log and no exception.
"""

import asyncio
import logging
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.domain.drafting import DraftingFailed
from bot.drafters import spending
from bot.drafters.ladder import Rung, json_in, response_format

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

Schema = TypeVar("Schema", bound=BaseModel)
Answer = TypeVar("Answer")

OFFICIAL = "https://api.openai.com/v1"
RETRIES = 2
DEADLINE_FACTOR = 2
"""A request, its retries and its ladder together take at most this many timeouts."""

_NO_KEY = "none"
"""Local servers want none, but the client refuses an empty one."""

_NO_SUCH = re.compile(r"not.?found|does not exist|invalid model|no such|unknown model")
_REASONS = {401: "auth", 403: "auth"} | dict.fromkeys(
    (301, 302, 303, 307, 308, 404, 405), "wrong_url"
)
_NO_COMPLETION = (AttributeError, TypeError, ValueError, IndexError, RecursionError)
"""What comes of reading an answer that is none."""

_QUIET = ("openai", "httpx2", "httpcore2", "httpx", "httpcore")


@dataclass(slots=True)
class Usage:
    """What the model has cost since the start, for /status and the metrics."""

    calls: int = 0
    seconds: float = 0.0
    """How long all calls took together."""
    too_many: int = 0
    """Answers 429."""
    failures: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    answered: int = 0
    failed_in_a_row: int = 0
    last_failure: str | None = None
    """The reason of the newest request if it failed; None while the model answers."""


class _Unsupported(Exception):
    """The endpoint refuses this way of asking."""


class _Invalid(Exception):
    """The answer is not what was asked for."""


class _Failed(Exception):
    """A call failed for a reason that another try may mend (`retry`) or not."""

    def __init__(self, reason: str, *, retry: bool = False, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry = retry
        self.after = after


class ChatModel:
    """Asks one model; `timeout` is in seconds per call, `concurrency` counts requests at once."""

    def __init__(
        self,
        api_key: str | None,
        base_url: str | None,
        model: str,
        timeout: float = 60,
        concurrency: int = 8,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.model = model
        self.usage = Usage()
        self._api_key = api_key or _NO_KEY
        self._base_url = base_url or OFFICIAL
        self._timeout = timeout
        self._concurrency = concurrency
        self._sleep = sleep
        self._rung = Rung.SCHEMA
        self._loop: asyncio.AbstractEventLoop | None = None
        self._slots, self._building = asyncio.Semaphore(concurrency), asyncio.Lock()
        self._client: AsyncOpenAI | None = None

    async def warm_up(self) -> None:
        """Imports and builds the client in a thread (half a second that nobody should wait for)."""
        await self._connected()

    async def aclose(self) -> None:
        """Closes the connections; the next request opens new ones."""
        client, self._client = self._client, None
        if client and self._loop is asyncio.get_running_loop():
            await client.close()

    async def ask(self, messages: list[dict[str, str]], schema: type[Schema]) -> Schema:
        """A valid answer, or DraftingFailed: timeout, unreachable, unavailable, quota, auth,
        no_such_model, wrong_url, rejected, refused, cut, invalid."""
        return await self._bounded(lambda end: self._descend(messages, schema, end))

    async def check(self) -> str | None:
        """One cheap call: None when the model answers, else what is wrong in a machine word."""
        hello = [{"role": "user", "content": "Answer with the word OK."}]
        try:
            await self._bounded(lambda end: self._call(hello, None, end))
        except DraftingFailed as failure:
            return failure.reason
        return None

    async def _bounded(self, work: Callable[[float], Awaitable[Answer]]) -> Answer:
        await self._connected()
        async with self._slots:
            end = asyncio.get_running_loop().time() + DEADLINE_FACTOR * self._timeout
            try:
                async with asyncio.timeout_at(end):
                    answer = await work(end)
            except _Failed as failed:
                reason = failed.reason
            except TimeoutError:
                reason = "timeout"
            except _Unsupported:
                reason = "rejected"
            except _Invalid:
                reason = "invalid"
            else:
                self.usage.last_failure = None
                self.usage.answered += 1
                self.usage.failed_in_a_row = 0
                return answer
        self.usage.failures += 1
        self.usage.failed_in_a_row += 1
        self.usage.last_failure = reason
        raise DraftingFailed(reason)

    async def _descend(
        self, messages: list[dict[str, str]], schema: type[Schema], end: float
    ) -> Schema:
        """Down the ladder from the rung that worked last; the lowest is tried twice."""
        for rung in list(Rung)[self._rung :]:
            try:
                answer = await self._on(rung, messages, schema, end)
            except (_Unsupported, _Invalid):
                continue
            self._rung = max(self._rung, rung)
            return answer
        return await self._on(Rung.PLAIN, messages, schema, end)

    async def _on(
        self, rung: Rung, messages: list[dict[str, str]], schema: type[Schema], end: float
    ) -> Schema:
        text = await self._call(messages, response_format(rung, schema), end)
        try:
            return schema.model_validate_json(json_in(text))
        except ValidationError:
            pass
        raise _Invalid

    async def _call(
        self, messages: list[dict[str, str]], form: dict[str, Any] | None, end: float
    ) -> str:
        """One answer's text, with up to two retries of what another try may mend."""
        attempt = 0
        while True:
            try:
                return await self._once(messages, form)
            except _Failed as failed:
                pause = backoff(attempt) if failed.after is None else failed.after
                left = end - asyncio.get_running_loop().time()
                if not failed.retry or attempt == RETRIES or pause > left:
                    raise
            attempt += 1
            await self._sleep(pause)

    async def _once(self, messages: list[dict[str, str]], form: dict[str, Any] | None) -> str:
        """One HTTP call. The client's exceptions carry the request, so none of them travels on."""
        import openai  # noqa: PLC0415  half a second, paid in a thread by warm_up

        client = await self._connected()
        asked: dict[str, Any] = {"model": self.model, "messages": messages}
        if form is not None:
            asked["response_format"] = form
        self.usage.calls += 1
        loop = asyncio.get_running_loop()
        began = loop.time()
        failure: Exception
        try:
            async with asyncio.timeout(self._timeout):
                completion = await client.chat.completions.create(**asked)
            return self._text_of(completion)
        except (openai.APITimeoutError, TimeoutError):
            failure = _Failed("timeout")
        except openai.APIConnectionError:
            failure = _Failed("unreachable", retry=True)
        except openai.APIStatusError as error:
            self.usage.too_many += error.status_code == 429
            failure = _from_status(error)
        except (openai.OpenAIError, *_NO_COMPLETION):
            failure = _Failed("invalid")
        finally:
            self.usage.seconds += loop.time() - began
        raise failure

    def _text_of(self, completion: Any) -> str:
        """The answer's text; AttributeError, TypeError or IndexError when it is no completion."""
        choice = completion.choices[0]
        spent = completion.usage
        details = getattr(spent, "prompt_tokens_details", None)
        asked = getattr(spent, "prompt_tokens", 0) or 0
        answered = getattr(spent, "completion_tokens", 0) or 0
        self.usage.prompt_tokens += asked
        self.usage.completion_tokens += answered
        spending.use(asked + answered)
        self.usage.cached_tokens += getattr(details, "cached_tokens", 0) or 0
        if choice.finish_reason == "content_filter" or choice.message.refusal:
            raise _Failed("refused")
        if choice.finish_reason == "length":
            raise _Failed("cut")
        return str(choice.message.content or "")

    async def _connected(self) -> "AsyncOpenAI":
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._client = loop, None
            self._slots, self._building = asyncio.Semaphore(self._concurrency), asyncio.Lock()
        async with self._building:
            if self._client is None:
                self._client = await asyncio.to_thread(self._build)
            return self._client

    def _build(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient, Timeout  # noqa: PLC0415  see _once

        for name in _QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        client = AsyncOpenAI(
            api_key=self._api_key,
            base_url=self._base_url,
            timeout=Timeout(self._timeout, connect=min(10, self._timeout)),
            max_retries=0,
            # What people confide goes to the address of the settings and is led nowhere else.
            http_client=DefaultAsyncHttpxClient(follow_redirects=False),
        )
        _ = client.chat.completions  # its modules load on first use
        return client


def backoff(attempt: int) -> float:
    """Seconds before the next try: about 1, then about 2, never in step with others."""
    return float(2**attempt * random.uniform(0.5, 1.5))  # noqa: S311  spreads load, hides nothing


def _from_status(error: "APIStatusError") -> Exception:
    status = error.status_code
    says = f"{error.code or ''} {error.message}".lower()
    if status == 429:
        spent = "insufficient_quota" in says
        return _Failed("quota", retry=not spent, after=_retry_after(error))
    if status >= 500 or status in {408, 409}:
        return _Failed("unavailable", retry=True, after=_retry_after(error))
    if "model" in says and _NO_SUCH.search(says):
        return _Failed("no_such_model")
    if "content_filter" in says or "content_policy" in says:
        return _Failed("refused")
    return _Unsupported() if status in {400, 422} else _Failed(_REASONS.get(status, "rejected"))


def _retry_after(error: "APIStatusError") -> float | None:
    """Seconds the endpoint asks to wait; a date counts from the answer's own date."""
    headers = error.response.headers
    asked = headers.get("retry-after", "")
    try:
        return max(0.0, float(asked))
    except ValueError:
        pass
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):
        return None
