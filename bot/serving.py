"""An HTTP server that is a guest in somebody's event loop.

It stands on uvicorn's protocol without `uvicorn.Server`, which takes the signals of the process and
needs up to 0.2 s to leave.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

KEEP_ALIVE = 600
"""Seconds an idle connection stays open: long, so that none closes under a request."""

FAREWELL = 2.0
"""Seconds that open requests get to end."""


class _CuttableProtocol(H11Protocol):
    """Hands the connection to the request, so that a fault can cut it."""

    def connection_made(self, transport: Any) -> None:
        """Keep the connection where a request finds it."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class HttpServer:
    """One application on one port; `host` is loopback unless said otherwise."""

    def __init__(self, app: Starlette, host: str = "127.0.0.1") -> None:
        self._host = host
        self._config = uvicorn.Config(
            app,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_keep_alive=KEEP_ALIVE,
        )
        self._state = ServerState()
        self._server: asyncio.Server | None = None

    async def start(self, port: int) -> int:
        """Listen; returns the port, which the system chooses when asked for 0."""
        self._config.load()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, self._host, port)
        chosen: int = self._server.sockets[0].getsockname()[1]
        return chosen

    async def stop(self, let_go: Callable[[], None] = lambda: None) -> None:
        """Take nothing new, let open requests end (`let_go` frees those that wait), then leave."""
        if self._server is None:
            return
        self._server.close()
        let_go()
        for connection in list(self._state.connections):
            connection.shutdown()
        if self._state.tasks:
            await asyncio.wait(self._state.tasks, timeout=FAREWELL)
        for connection in list(self._state.connections):
            connection.transport.abort()
        await self._server.wait_closed()

    def _protocol(self) -> H11Protocol:
        return _CuttableProtocol(config=self._config, server_state=self._state, app_state={})
