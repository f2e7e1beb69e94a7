"""Voice notes into words, through the endpoint that also writes, where it can."""

import asyncio
import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.drafters import spending
from bot.drafters.chat import OFFICIAL

if TYPE_CHECKING:
    from openai import AsyncOpenAI

LARGEST = 20 * 1024 * 1024
"""Bytes of a file that Telegram lets a bot download."""

_NO_KEY = "none"
_QUIET = ("openai", "httpx2", "httpcore2", "httpx", "httpcore")
_CANNOT = frozenset({400, 404, 405, 415, 422, 501})


class Deaf(StrEnum):
    """Why nothing was heard."""

    CANNOT = "cannot"
    FAILED = "failed"


class NotHeard(Exception):
    """There are no words; `why` says whether another try may help."""

    def __init__(self, why: Deaf) -> None:
        super().__init__(why.value)
        self.why = why


class Ears:
    """Transcribes with one model; `timeout` is in seconds per recording."""

    def __init__(
        self, api_key: str | None, base_url: str | None, model: str, timeout: float = 60
    ) -> None:
        self._api_key = api_key or _NO_KEY
        self._base_url = base_url
        self._model = model
        self._timeout = timeout
        self._client: AsyncOpenAI | None = None

    async def aclose(self) -> None:
        """Closes the connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def hear(self, recording: bytes, name: str, kind: str) -> str:
        """The words of a recording, stripped; may be empty. Raises NotHeard.

        Nothing of an answer or a failure travels further than that: it may hold people's words.
        """
        import openai  # noqa: PLC0415  half a second, for who sends a voice note first

        if self._client is None:
            self._client = await asyncio.to_thread(self._build)
        client = self._client
        try:
            async with asyncio.timeout(self._timeout):
                heard = await client.audio.transcriptions.create(
                    file=(name, recording, kind), model=self._model
                )
            spending.use(getattr(heard.usage, "total_tokens", 0) or 0)
            return str(heard.text or "").strip()
        except openai.APIStatusError as error:
            why = Deaf.CANNOT if error.status_code in _CANNOT else Deaf.FAILED
        except (openai.OpenAIError, TimeoutError):
            why = Deaf.FAILED
        except (AttributeError, TypeError, ValueError, RecursionError):
            why = Deaf.CANNOT
        raise NotHeard(why)

    def _build(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient  # noqa: PLC0415  see hear

        for name in _QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        client = AsyncOpenAI(
            api_key=self._api_key,
            base_url=self._base_url or OFFICIAL,
            timeout=self._timeout,
            max_retries=1,
            http_client=DefaultAsyncHttpxClient(follow_redirects=False),
        )
        _ = client.audio.transcriptions  # its modules load on first use
        return client
