"""Keeps other sites out: the page and the control API are for this machine's own browser.

A page somewhere on the web can make its name point at 127.0.0.1 (DNS rebinding) or post a form
across origins. The Bot API itself is left alone: bots reach it under any name, with their token.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
BOT_API = ("/bot", "/file/bot")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

FILE_POLICY = "default-src 'none'; sandbox"
"""For what people and bots upload: shown as a file, never run as a page of this origin."""


class LoopbackGuard:
    """ASGI middleware: 403 for a foreign Host, and for a change asked for by a foreign Origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or say why not."""
        path: str = scope.get("path", "")
        if scope["type"] != "http" or path.startswith(BOT_API):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if _host(f"//{headers.get('host', '')}") not in LOOPBACK:
            refusal = PlainTextResponse("Open this page as http://127.0.0.1 or localhost.", 403)
            await refusal(scope, receive, send)
        elif scope["method"] not in SAFE_METHODS and not _same_origin(headers):
            refusal = PlainTextResponse("Another site may not act here.", 403)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, _careful(send))


def _same_origin(headers: Headers) -> bool:
    """Programs send no Origin; browsers send it with every POST."""
    origin = headers.get("origin")
    return origin is None or origin == f"http://{headers.get('host')}"


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _careful(send: Send) -> Send:
    async def forward(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("X-Content-Type-Options", "nosniff")
            headers.setdefault("Content-Security-Policy", FILE_POLICY)
        await send(message)

    return forward
