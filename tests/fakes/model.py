"""A model behind an OpenAI-compatible endpoint, on loopback: a queue of answers and a history.

async with FakeModel() as model:
    model.answer({"alternatives": []}, 429, HANG)   # consumed in order, then `always`
    drafter = OpenAIDrafter(None, model.url, "fake")
    model.requests                                   # the parsed bodies, oldest first
"""

import asyncio
import hashlib
import json
import random
import re
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

Body = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """One answer. `content` is the model's text; `raw` replaces the whole HTTP body."""

    content: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    refusal: str | None = None
    error: Body = field(default_factory=lambda: {"message": "fake failure"})
    raw: str | None = None

    def response(self) -> Response:
        """The same as HTTP."""
        if self.raw is not None:
            return Response(self.raw, self.status, self.headers, "application/json")
        if self.status != 200:
            return JSONResponse({"error": self.error}, self.status, self.headers)
        message = {"role": "assistant", "content": self.content, "refusal": self.refusal}
        choice = {"index": 0, "message": message, "finish_reason": self.finish}
        usage = {"prompt_tokens": 1200, "completion_tokens": 80, "total_tokens": 1280}
        usage_ = usage | {"prompt_tokens_details": {"cached_tokens": 1024}}
        head = {"id": "x", "object": "chat.completion", "created": 0, "model": "fake"}
        return JSONResponse(head | {"choices": [choice], "usage": usage_})


class _Dropped(Response):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": False})


HANG = object()
"""An answer that never comes."""
DROP = object()
"""The connection breaks inside the answer."""
CUT = Answer('{"alternatives": [{"text": "Feliz', finish="length")
REFUSAL = Answer(refusal="I can't help with that.")

Given = Answer | str | int | Body | list[Any] | Callable[[Body], Any] | object


class FakeModel:
    """The server. `latency` is in seconds per answer; `most_at_once` is the peak of open calls."""

    def __init__(self, latency: float = 0) -> None:
        self.latency = latency
        self.requests: list[Body] = []
        self.transcript: str | int = "Teo se compró un velero"
        """What is heard in any recording, or the status that is answered instead."""
        self.recordings: list[tuple[str | None, str | None]] = []
        """Name and media type of each recording."""
        self.always: Given = good
        """What is answered when nothing is queued."""
        self.most_at_once = 0
        self._open = 0
        self._queue: deque[Given] = deque()

    def answer(self, *answers: Given) -> None:
        """Queues answers: text, JSON, a status, an Answer, HANG, DROP, or a function of the body."""
        self._queue.extend(answers)

    def forget(self) -> None:
        """Drops the answers that wait: from now on all is well."""
        self._queue.clear()

    async def __aenter__(self) -> Self:
        routes = [
            Route("/v1/chat/completions", self._chat, methods=["POST"]),
            Route("/v1/models", self._models),
            Route("/v1/audio/transcriptions", self._transcribe, methods=["POST"]),
        ]
        # Named as TCP, or asyncio leaves Nagle's algorithm on and every answer takes 40 ms longer.
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.bind(("127.0.0.1", 0))
        listening.listen(2048)
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        quiet: Any = {"log_config": None, "access_log": False, "date_header": False}
        config = uvicorn.Config(Starlette(routes=routes), lifespan="off", **quiet)
        self._server = uvicorn.Server(config)
        config.load()
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup([listening])
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        # By hand: uvicorn's own shutdown sleeps, which hundreds of tests would feel.
        state = self._server.server_state
        for server in self._server.servers:
            server.close()
        for connection in list(state.connections):
            connection.shutdown()
        running = list(state.tasks)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _models(self, _: Request) -> Response:
        return JSONResponse({"object": "list", "data": [{"id": "fake", "object": "model"}]})

    async def _transcribe(self, request: Request) -> Response:
        async with request.form() as form:
            file = form["file"]
            assert isinstance(file, UploadFile)
            self.recordings.append((file.filename, file.content_type))
        if isinstance(self.transcript, int):
            return JSONResponse({"error": {"message": "no"}}, self.transcript)
        return JSONResponse({"text": self.transcript})

    async def _chat(self, request: Request) -> Response:
        body = await request.json()
        self.requests.append(body)
        self._open += 1
        self.most_at_once = max(self.most_at_once, self._open)
        try:
            await asyncio.sleep(self.latency)
            return await self._respond(body)
        finally:
            self._open -= 1

    async def _respond(self, body: Body) -> Response:
        given = self._queue.popleft() if self._queue else self.always
        if callable(given):
            given = given(body)
        if given is HANG:
            await asyncio.Event().wait()
        if given is DROP:
            return _Dropped()
        if isinstance(given, int):
            given = Answer(status=given)
        elif not isinstance(given, Answer):
            given = Answer(given if isinstance(given, str) else json.dumps(given))
        return given.response()


def data_of(body: Body) -> Body:
    """What a recorded request says of the contact; empty when it asks for something else."""
    found = re.search(r"<data>(.*)</data>", body["messages"][-1]["content"], re.DOTALL)
    data: Body = json.loads(found[1]) if found else {}
    return data


_WORDS = {
    "es": "risas siestas mates guitarras libros atardeceres abrazos charlas budines caminatas "
    "canciones semillas barriletes veranos sobremesas recetas postales domingos "
    "madrugadas bicicletas fogones acordes mantas faroles cosquillas chistes limonadas "
    "empanadas hamacas luciérnagas plazas tormentas pañuelos burbujas aplausos meriendas",
    "it": "risate sieste chitarre libri tramonti abbracci chiacchiere torte passeggiate canzoni "
    "semi aquiloni estati ricette cartoline domeniche colline finestre",
    "pt": "risadas violões livros abraços conversas bolos caminhadas canções sementes verões "
    "receitas praias redes varandas tardes histórias jardins passarinhos",
    "en": "laughs naps guitars books sunsets hugs talks cakes walks songs seeds kites summers "
    "recipes postcards sundays hills windows",
}
_FRAMES = {
    "es": (
        "¡Felicidades, {name}! {note}: eso sí merece {a} y {b}.",
        "{name}, brindo por {note}, con {a} y {b} de sobra.",
        "Hoy pienso en {note}, {name}, entre {a} y {b}.",
        "Un abrazo, {name}. Para {note}, todo: {a} y {b}.",
    ),
    "it": (
        "Auguri, {name}! {note}: che ci siano {a} e {b}.",
        "{name}, con {note} nel cuore, tanti auguri di {a} e {b}.",
        "Oggi penso a {note}, {name}, tra {a} e {b}.",
        "Un abbraccio, {name}. Per {note}, solo cose belle: {a} e {b}.",
    ),
    "pt": (
        "Parabéns, {name}! {note}: isso merece {a} e {b}.",
        "{name}, um brinde a {note}, com muitos votos de {a} e {b}.",
        "Hoje penso em {note}, {name}, entre {a} e {b}.",
        "Um abraço, {name}. Para {note}, só coisas boas: {a} e {b}.",
    ),
    "en": (
        "Cheers, {name}! {note}: that deserves {a} and {b}.",
        "{name}, here is to {note}, with lots of {a} and {b}.",
        "Thinking of {note} today, {name}, with {a} and {b}.",
        "A big hug, {name}. For {note}, only good things: {a} and {b}.",
    ),
}
_TOUCHY = re.compile(
    r"quimio|cáncer|operaci|enferm|divorci|separ|murió|falleci|duelo|viud|juicio|deuda|plata|kilos"
    r"|polític|peronis|lost her|cerrar|vot[aó]|misa|iglesia|embaraz|gay|novi[oa] nuev|depres|terapia"
    r"|chemio|morto|dívida"
    r"|cancer|died|divorc|debt|lawsuit|surgery|church",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:a \w+ )?(?:le|les|me|se|lo|la) \w+|likes|loves|(?:le|gli) piac\w+|ama|gosta d[eao]"
    r"|juega al?|toca|hace)\s+",
    re.IGNORECASE,
)


def good(body: Body) -> Any:
    """Different greetings for every contact, each with a note's own words; a judge's blessing, or "OK"."""
    data = data_of(body)
    if "text" in data:
        return {"problems": []}
    if "notes" not in data:
        return "OK"
    language = data["language"].split("-")[0]
    language = language if language in _FRAMES else "en"
    notes = [note for note in data["notes"] if not _TOUCHY.search(note["text"])] or data["notes"]
    seed = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
    chance = random.Random(seed)
    frames = chance.sample(_FRAMES[language], len(_FRAMES[language]))
    alternatives = []
    for index in range(max(2, data["count"])):
        note = notes[index % len(notes)]
        detail = " ".join(re.findall(r"\b[A-Z]\.|[\w’'-]+", _LEAD.sub("", note["text"]))[:6])
        a, b = chance.sample(_WORDS[language].split(), 2)
        frame = frames[index % len(frames)]
        text = frame.format(name=data["name"], note=detail, a=a, b=b)
        alternatives.append({"text": text, "notes": [note["n"]]})
    return {"alternatives": alternatives}
