"""The control API: people act, faults are planted, and a page or a test looks on.

Every route and JSON shape is in docs/playground.md.
"""

import base64
import binascii
import dataclasses
import functools
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from pydantic import TypeAdapter, ValidationError, validate_call
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.playground.errors import NotPossible
from bot.playground.faults import Fault, Kind
from bot.playground.seen import Seen
from bot.playground.state import Account, Telegram
from bot.playground.users import Person, Tapped

Json = dict[str, Any]
Endpoint = Callable[[Request], Awaitable[Response]]

ACTIONS: dict[str, Callable[..., Awaitable[Any]]] = {
    "start": Person.start,
    "send": Person.send,
    "contact": Person.send_contact,
    "users_shared": Person.share_users,
    "location": Person.send_location,
    "document": Person.send_document,
    "photo": Person.send_photo,
    "voice": Person.send_voice,
    "video_note": Person.send_video_note,
    "sticker": Person.send_sticker,
    "forward": Person.forward,
    "edit": Person.edit,
    "reaction": Person.react,
    "tap": Person.tap,
    "forge": Person.forge,
    "inline_query": Person.inline_query,
    "choose": Person.choose,
    "block": Person.block,
    "unblock": Person.unblock,
    "deactivate": Person.deactivate,
    "delete_chat": Person.delete_chat,
}


@dataclasses.dataclass(frozen=True, slots=True)
class NewUser:
    """What `POST /control/users` takes."""

    first_name: str
    id: int | None = None
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "es"


@dataclasses.dataclass(frozen=True, slots=True)
class NewFault:
    """What `POST /control/faults` takes; the fields of `Fault` that one may set."""

    kind: Kind
    method: str = "*"
    chat_id: int | None = None
    accept: bool = False
    times: int | None = 1
    skip: int = 0
    probability: float = 1.0
    retry_after: int = 1
    code: int | None = None
    description: str = "Bad Request: refused by the playground"
    seconds: float | None = None


NEW_USER = TypeAdapter(NewUser)
NEW_FAULT = TypeAdapter(NewFault)


def create_user(tg: Telegram, new: NewUser) -> Person:
    """Somebody new on Telegram, who has not written to the bot yet."""
    user_id = new.id if new.id is not None else _free_id(tg)
    if user_id in tg.accounts:
        raise NotPossible(f"there is a user {user_id} already")
    account = Account(user_id, new.first_name, new.last_name, new.username, new.language_code)
    tg.accounts[user_id] = account
    tg.happened("user", {"user": account.as_user()})
    return Person(tg, account)


def _free_id(tg: Telegram) -> int:
    return max([5_000_000, *tg.accounts]) + 1


class Control:
    """The endpoints under `/control`."""

    def __init__(self, tg: Telegram) -> None:
        self.tg = tg

    async def state(self, _request: Request) -> Response:
        """Everything at once, and the journal number from which to follow."""
        tg = self.tg
        return JSONResponse(
            {
                "last_event": tg.journal.last,
                "now": tg.now().isoformat(),
                "bot": tg.profile.as_user(),
                "commands": _commands(tg),
                "users": [_user(account) for account in tg.accounts.values()],
                "messages": [tg.view(message) for message in tg.messages.values()],
                "queries": [dataclasses.asdict(query) for query in tg.queries.values()],
                "pending_updates": len(tg.updates.pending),
                "webhook": tg.updates.webhook.get("url", ""),
            }
        )

    async def events(self, request: Request) -> Response:
        """Server-sent events; resumes after `Last-Event-ID` or `?after=`."""
        after = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        return StreamingResponse(self._stream(int(after)), media_type="text/event-stream")

    async def _stream(self, after: int) -> AsyncIterator[str]:
        yield ": hello\n\n"
        async for entry in self.tg.journal.follow(after):
            text = json.dumps(entry.as_json())
            yield f"id: {entry.id}\nevent: {entry.kind}\ndata: {text}\n\n"

    async def calls(self, request: Request) -> Response:
        """The record of calls, oldest first; `?after=`, `?method=` and `?chat_id=` narrow it."""
        wanted = request.query_params
        after = int(wanted.get("after", 0))
        method, chat_id = wanted.get("method", "").lower(), wanted.get("chat_id")
        return JSONResponse(
            [
                call.as_json()
                for call in self.tg.calls[after:]
                if method in {"", call.method.lower()} and chat_id in {None, str(call.chat_id)}
            ]
        )

    async def add_user(self, request: Request) -> Response:
        """A new user."""
        person = create_user(self.tg, NEW_USER.validate_python(await _body(request)))
        return JSONResponse(_user(person.account), 201)

    async def act(self, request: Request) -> Response:
        """Something a person does; the body holds the arguments."""
        account = self.tg.accounts.get(request.path_params["user_id"])
        action = ACTIONS.get(request.path_params["action"])
        if account is None or action is None:
            return JSONResponse({"error": "no such user or action"}, 404)
        result = await _validated(action)(Person(self.tg, account), **await _body(request))
        return JSONResponse(_shown(self.tg, result))

    async def plant(self, request: Request) -> Response:
        """A new fault at the end of the queue."""
        new = NEW_FAULT.validate_python(await _body(request))
        fault = self.tg.faults.plant(Fault(**dataclasses.asdict(new)))
        return JSONResponse(fault.as_json(), 201)

    async def faults(self, _request: Request) -> Response:
        """The faults that still wait for a call."""
        return JSONResponse([fault.as_json() for fault in self.tg.faults.planted])

    async def clear(self, _request: Request) -> Response:
        """No more faults; hanging calls go on."""
        self.tg.faults.clear()
        return Response(status_code=204)

    async def release(self, request: Request) -> Response:
        """Let the calls go that hang on a fault."""
        self.tg.faults.release(request.path_params["fault_id"])
        return Response(status_code=204)

    async def file(self, request: Request) -> Response:
        """A file of a message, for a page to show."""
        stored = self.tg.files.get(request.path_params["file_id"])
        if stored is None:
            return JSONResponse({"error": "no such file"}, 404)
        return Response(stored.data, media_type=stored.mime)


@functools.cache
def _validated(action: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    return validate_call(action)


def _user(account: Account) -> Json:
    return dataclasses.asdict(account)


def _commands(tg: Telegram) -> list[Json]:
    return [
        {"scope": json.loads(scope), "language_code": language, "commands": commands}
        for (scope, language), commands in tg.profile.commands.items()
    ]


def _shown(tg: Telegram, result: Any) -> Any:
    if isinstance(result, Seen):
        return tg.view(tg.messages[result.id])
    return dataclasses.asdict(result) if isinstance(result, Tapped) else {"result": result}


async def _body(request: Request) -> Json:
    """JSON, or a multipart form whose `data` is a file; JSON carries files as `data_base64`."""
    kind = request.headers.get("content-type", "").split(";")[0]
    if kind == "multipart/form-data":
        async with request.form() as form:
            values: Json = {}
            for name, value in form.items():
                values[name] = value if isinstance(value, str) else await value.read()
            return values
    body = json.loads(await request.body() or b"{}")
    if not isinstance(body, dict):
        raise TypeError("the body must be a JSON object")
    if "data_base64" in body:
        body["data"] = base64.b64decode(body.pop("data_base64"), validate=True)
    return body


def _kindly(endpoint: Endpoint) -> Endpoint:
    """Say what is wrong: 409 what no client could do, 422 what can't be understood."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except NotPossible as error:
            return JSONResponse({"error": str(error)}, 409)
        except (ValidationError, ValueError, TypeError, binascii.Error) as error:
            return JSONResponse({"error": str(error)}, 422)

    return answer


def routes(tg: Telegram) -> list[Route]:
    """The control API of one playground."""
    control = Control(tg)
    table: list[tuple[str, str, Endpoint]] = [
        ("GET", "/control/state", control.state),
        ("GET", "/control/events", control.events),
        ("GET", "/control/calls", control.calls),
        ("GET", "/control/files/{file_id}", control.file),
        ("GET", "/control/faults", control.faults),
        ("POST", "/control/faults", control.plant),
        ("DELETE", "/control/faults", control.clear),
        ("POST", "/control/faults/{fault_id:int}/release", control.release),
        ("POST", "/control/users", control.add_user),
        ("POST", "/control/users/{user_id:int}/{action}", control.act),
    ]
    return [Route(path, _kindly(endpoint), methods=[verb]) for verb, path, endpoint in table]
