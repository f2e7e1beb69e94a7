"""Updates brought by Telegram: each is answered with 200 once it is stored, and not before."""

import asyncio
import hmac
import json
import logging
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import BadRequest, TelegramError

from bot.intake import WANTED, Intake
from bot.serving import HttpServer
from bot.settings import Settings, SettingsProblem
from storage.engine import AWAY

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

LARGEST = 1_000_000
"""Bytes of an update; Telegram's are some kilobytes."""

LONGEST_PAUSE = 30.0


class Webhook:
    """The address under which Telegram brings updates. TLS ends at the proxy before it."""

    def __init__(self, settings: Settings, bot: Bot, intake: Intake) -> None:
        """`settings.webhook_url` must be set."""
        self._url = settings.webhook_url or ""
        self._secret = settings.webhook_token
        self._bot = bot
        self._intake = intake
        path = urlsplit(self._url).path or "/"
        app = Starlette(routes=[Route(path, self._receive, methods=["POST"])])
        host, self._port = settings.webhook_address
        self._server = HttpServer(app, host)

    async def open(self, stop: asyncio.Event) -> None:
        """Listen, then tell Telegram where, however long it is away, until `stop` is set. Raises
        SettingsProblem."""
        try:
            await self._server.start(self._port)
        except OSError:
            line = f"Port {self._port} is taken: free it or set WEBHOOK_LISTEN."
            raise SettingsProblem(line) from None
        pause = 1.0
        while not stop.is_set():
            try:
                await self._bot.set_webhook(
                    self._url, secret_token=self._secret, allowed_updates=WANTED
                )
            except BadRequest as error:
                await self.close()
                raise SettingsProblem(
                    f"WEBHOOK_URL is refused by Telegram ({error.message})."
                ) from None
            except TelegramError as error:
                log.warning("the webhook could not be set yet: %s", type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            else:
                return

    async def close(self) -> None:
        """Take nothing more. Telegram keeps what comes meanwhile, and the address: other processes
        may be listening there."""
        await self._server.stop()

    async def _receive(self, request: Request) -> Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._secret.encode()):
            return Response(status_code=403)
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                return Response(status_code=413)
        try:
            update = Update.de_json(json.loads(body), self._bot)
        except Exception as error:  # noqa: BLE001 - whatever the library makes of what is no update
            log.warning("what came was no update: %s", type(error).__name__)
            return Response(status_code=400)
        try:
            await self._intake.take([update])
        except AWAY as error:
            log.warning("the database does not answer: %s", type(error).__name__)
            return Response(status_code=503)
        return Response()
