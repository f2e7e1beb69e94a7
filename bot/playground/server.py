"""The Bot API over HTTP: from a request to a method, past the planted faults, into the record."""

import asyncio
import inspect
import json
import logging
import time
from collections.abc import Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.playground import control, page, rules
from bot.playground.calls import Call
from bot.playground.errors import Refused, too_many_requests
from bot.playground.faults import Fault, Kind
from bot.playground.guard import LoopbackGuard
from bot.playground.methods import FLOODING, METHODS
from bot.playground.params import Params, read_params
from bot.playground.state import Telegram

logger = logging.getLogger(__name__)

GATEWAY_PAGE = "<html><head><title>Error</title></head><body><center>nginx</center></body></html>"


class BotApi:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, tg: Telegram) -> None:
        self.tg = tg
        self.gate = rules.FloodGate(tg.limits)

    async def method(self, request: Request) -> Response:
        """Run one method, or the fault that waits for it."""
        tg = self.tg
        call = tg.calls.open(request.path_params["method"], tg.now(), time.monotonic())
        try:
            self._check_token(request)
            params = await read_params(request, tg.limits.upload)
        except Refused as refused:
            return self._answer(call, self._refuse(call, refused))
        except ClientDisconnect:
            self._report(call)
            return Response()
        call.params = params.recorded()
        fault = tg.faults.strike(call.method, call.chat_id)
        if fault is None:
            return self._answer(call, await self._execute(call, params))
        return await self._fail(request, call, params, fault)

    async def file(self, request: Request) -> Response:
        """The second step of https://core.telegram.org/bots/api#getfile."""
        try:
            self._check_token(request)
        except Refused as refused:
            return _json(refused.code, refused.as_json())
        path = request.path_params["path"]
        stored = next((file for file in self.tg.files.values() if file.path == path), None)
        if stored is None:
            return _json(404, Refused(404, "Not Found").as_json())
        return Response(stored.data, media_type="application/octet-stream")

    def _check_token(self, request: Request) -> None:
        """https://core.telegram.org/bots/api#authorizing-your-bot."""
        if self.tg.token is not None and request.path_params["token"] != self.tg.token:
            raise Refused(401, "Unauthorized")

    async def _execute(self, call: Call, params: Params) -> Response:
        name = call.method.lower()
        if name not in METHODS:
            logger.warning("The playground does not know the method %s", call.method)
            return self._refuse(call, Refused(404, "Not Found"))
        try:
            if self.tg.limits.rates and name in FLOODING:
                self.gate.admit(call.chat_id or 0, call.monotonic)
            result = METHODS[name](self.tg, params)
            if inspect.isawaitable(result):
                result = await result
        except Refused as refused:
            return self._refuse(call, refused)
        call.accepted, call.status, call.result = True, 200, result
        return _json(200, {"ok": True, "result": result})

    def _refuse(self, call: Call, refused: Refused) -> Response:
        call.status, call.description = refused.code, refused.description
        return _json(refused.code, refused.as_json())

    def _answer(self, call: Call, response: Response) -> Response:
        call.answered = True
        self._report(call)
        return response

    def _report(self, call: Call) -> None:
        call.done = True
        if call.method.lower() != "getupdates":
            self.tg.happened("call", call.as_json())

    async def _fail(self, request: Request, call: Call, params: Params, fault: Fault) -> Response:
        call.fault = fault.kind
        self.tg.happened("fault", {"call_id": call.id, "method": call.method, "kind": fault.kind})
        truth = await self._execute(call, params) if fault.accept else None
        if fault.kind is Kind.HANG:
            return await self._hang(request, call, params, fault, truth)
        if fault.kind is Kind.CUT:
            self._report(call)
            request.state.transport.abort()
            await _gone(request)
            return Response()
        response = self._false_answer(call, fault)
        self._report(call)
        return response

    def _false_answer(self, call: Call, fault: Fault) -> Response:
        if fault.kind is Kind.BAD_JSON:
            call.status = 200
            return Response('{"ok":true,"result":{"mess', media_type="application/json")
        if fault.kind is Kind.SERVER_ERROR:
            call.status = fault.code or 502
            return Response(GATEWAY_PAGE, call.status, media_type="text/html")
        call.answered = not fault.accept
        if fault.kind is Kind.RETRY_AFTER:
            return self._refuse(call, too_many_requests(fault.retry_after))
        return self._refuse(call, Refused(fault.code or 400, fault.description))

    async def _hang(
        self, request: Request, call: Call, params: Params, fault: Fault, truth: Response | None
    ) -> Response:
        """Keep silent. Who leaves before an unaccepted call is released never sent it."""
        left = asyncio.create_task(_gone(request))
        freed = asyncio.create_task(fault.released.wait())
        await asyncio.wait(
            {left, freed}, timeout=fault.seconds, return_when=asyncio.FIRST_COMPLETED
        )
        gone = left.done()
        for task in (left, freed):
            task.cancel()
        if gone:
            self._report(call)
            return Response()
        return self._answer(call, truth or await self._execute(call, params))


async def _gone(request: Request) -> None:
    """Return when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _json(status: int, body: dict[str, Any]) -> Response:
    return Response(json.dumps(body), status, media_type="application/json")


def application(tg: Telegram, pages: Sequence[BaseRoute] = ()) -> Starlette:
    """The whole server: the Bot API, the control API, the page, and what others add."""
    api = BotApi(tg)
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", api.method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", api.file, methods=["GET"]),
            *control.routes(tg),
            *page.routes(),
            *pages,
        ],
        middleware=[Middleware(LoopbackGuard)],
    )
