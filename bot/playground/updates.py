"""The way updates reach the bot: long polling, or a webhook that is retried until it answers 2xx.

https://core.telegram.org/bots/api#getting-updates
"""

import asyncio
from collections import deque
from typing import Any

import httpx

from bot.playground.errors import Refused

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""https://core.telegram.org/bots/api#getupdates: kinds a bot only gets when it names them."""

LONGEST_RETRY = 60.0


class Updates:
    """The queue of what the bot has not confirmed yet."""

    def __init__(self) -> None:
        self.pending: deque[dict[str, Any]] = deque()
        self.allowed: list[str] = []
        self.webhook: dict[str, Any] = {}
        self.closed = False
        self._next_id = 100_000_001
        self._poll: asyncio.Future[None] | None = None
        self._arrived = asyncio.Event()

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Queue an update, unless the bot does not want its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if not wanted:
            return
        self.pending.append({"update_id": self._next_id, kind: payload})
        self._next_id += 1
        self._arrived.set()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    def allow(self, kinds: list[str] | None) -> None:
        """Remember the kinds the bot asked for; None keeps the last list, as Telegram does."""
        if kinds is not None:
            self.allowed = kinds

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Confirm what comes before `offset`, then wait up to `seconds` for an update."""
        if self.webhook:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._end_poll("other getUpdates request; make sure that only one bot instance is running")
        self._confirm(offset)
        if not self.pending and seconds > 0 and not self.closed:
            await self._wait(seconds)
        return list(self.pending)[:limit]

    async def _wait(self, seconds: float) -> None:
        mine = asyncio.get_running_loop().create_future()
        self._poll = mine
        try:
            async with asyncio.timeout(seconds):
                await mine
        except TimeoutError:
            pass
        finally:
            if self._poll is mine:
                self._poll = None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while offset > 0 and self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()

    def _end_poll(self, reason: str) -> None:
        """An older poll is the one that loses (Client.cpp, abort_long_poll)."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(Refused(409, f"Conflict: terminated by {reason}"))

    def set_webhook(self, settings: dict[str, Any]) -> None:
        """Deliver to a URL from now on; an empty dict goes back to polling."""
        if settings:
            self._end_poll("setWebhook request")
        self.webhook = settings
        self._arrived.set()

    def close(self) -> None:
        """Let an open poll end with what there is; later ones answer at once."""
        self.closed = True
        if self._poll and not self._poll.done():
            self._poll.set_result(None)

    async def deliver(self, first_retry: float) -> None:
        """Send pending updates to the webhook, one after the other, for as long as it runs."""
        async with httpx.AsyncClient(trust_env=False) as client:
            delay = first_retry
            while True:
                await self._arrived.wait()
                if not (self.webhook and self.pending):
                    self._arrived.clear()
                    continue
                if await self._hand_over(client, self.pending[0]):
                    delay = first_retry
                else:
                    await asyncio.sleep(delay)
                    delay = min(delay * 2, LONGEST_RETRY)

    async def _hand_over(self, client: httpx.AsyncClient, update: dict[str, Any]) -> bool:
        webhook = self.webhook  # another one may be set while this one is being tried
        headers = {}
        if secret := webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        try:
            answer = await client.post(webhook["url"], json=update, headers=headers)
        except httpx.HTTPError as error:
            webhook["last_error_message"] = str(error) or type(error).__name__
            return False
        if not answer.is_success:
            reason = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            webhook["last_error_message"] = reason
            return False
        if self.pending and self.pending[0] is update:
            self.pending.popleft()
        return True
