"""`/health/live`, `/health/ready` and `/metrics` on HEALTH_PORT: numbers and machine words alone, nothing
of anybody's."""

from collections.abc import Callable, Iterable, Sequence

from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    SummaryMetricFamily,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.drafters.chat import Usage
from bot.line import Line
from bot.schedule import Schedule
from bot.serving import HttpServer
from bot.settings import Settings, SettingsProblem
from storage.engine import AWAY
from storage.unit import Work
from storage.vitals import Vitals

LATE_TICKS = 4
"""How many ticks may be missing before the schedule counts as stuck."""

LEAST_PATIENCE = 60.0
"""Seconds that a tick may take anyway: a day's planning for thousands."""


class Health:
    """The server, and what it looks at."""

    def __init__(
        self,
        settings: Settings,
        work: Work,
        schedule: Schedule,
        line: Line,
        usages: Sequence[Usage],
    ) -> None:
        self._host, self._port = settings.health_host, settings.health_port or 0
        self._work = work
        self._schedule = schedule
        self._line = line
        self._usages = usages
        self._patience = max(LEAST_PATIENCE, LATE_TICKS * settings.tick_seconds)
        self._server = HttpServer(
            Starlette(
                routes=[
                    Route("/health/live", self._live),
                    Route("/health/ready", self._ready),
                    Route("/metrics", self._metrics),
                ]
            ),
            self._host,
        )

    async def open(self) -> int:
        """Listen; answers the port. Raises SettingsProblem."""
        try:
            return await self._server.start(self._port)
        except OSError as error:
            raise SettingsProblem(
                f"HEALTH_PORT {self._port} cannot be opened on {self._host} ({error.strerror}): "
                "choose another."
            ) from None

    async def close(self) -> None:
        """Answer nothing more."""
        await self._server.stop()

    async def _live(self, _: Request) -> Response:
        """That this is answered at all shows that the event loop turns."""
        return PlainTextResponse("ok\n")

    async def _ready(self, _: Request) -> Response:
        """200 when everything it needs is there, else 503; the body says what is not."""
        age = self._schedule.tick_age
        state = {
            "database": "ok" if await self._vitals() else "away",
            "telegram": "ok" if self._line.is_up else "away",
            "tick": "ok" if age is not None and age <= self._patience else "late",
        }
        ready = all(word == "ok" for word in state.values())
        return JSONResponse({"ready": ready} | state, 200 if ready else 503)

    async def _metrics(self, _: Request) -> Response:
        vitals = await self._vitals()
        registry = CollectorRegistry()
        registry.register(_Snapshot(lambda: self._families(vitals)))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    async def _vitals(self) -> Vitals | None:
        """None when the database is away."""
        try:
            async with self._work.read() as unit:
                return await unit.vitals()
        except AWAY:
            return None

    def _families(self, vitals: Vitals | None) -> Iterable[Metric]:
        yield _gauge("database_up", "Whether the database answers.", vitals is not None)
        yield _gauge("telegram_up", "Whether the newest request was answered.", self._line.is_up)
        age = self._schedule.tick_age
        if age is not None:
            late = max(0.0, age - self._schedule.tick_seconds)
            yield _gauge("tick_lag_seconds", "By how much the next tick is late.", late)
        if vitals is not None:
            yield from self._of_the_database(vitals)
        yield from self._of_the_models()
        refused = CounterMetricFamily(
            "abrazo_too_many_requests", "Answers 429, by who gave them.", labels=["service"]
        )
        refused.add_metric(["telegram"], self._line.refused)
        refused.add_metric(["model"], sum(usage.too_many for usage in self._usages))
        yield refused

    def _of_the_database(self, vitals: Vitals) -> Iterable[Metric]:
        greetings = GaugeMetricFamily(
            "abrazo_greetings", "Greetings in each state.", labels=["state"]
        )
        for state, number in vitals.greetings.items():
            greetings.add_metric([state.value], number)
        yield greetings
        waited = 0.0
        if vitals.oldest_due is not None:
            waited = (self._schedule.now() - vitals.oldest_due).total_seconds()
        yield _gauge(
            "oldest_due_seconds", "How long the greeting waits that is due longest.", waited
        )
        yield _gauge(
            "messages_waiting", "Messages to owners not sent yet.", vitals.messages_waiting
        )
        yield _gauge("updates_waiting", "Updates not handled yet.", vitals.updates_waiting)

    def _of_the_models(self) -> Iterable[Metric]:
        usages = self._usages
        yield SummaryMetricFamily(
            "abrazo_model_seconds",
            "Calls of models, and how long they took.",
            count_value=sum(usage.calls for usage in usages),
            sum_value=sum(usage.seconds for usage in usages),
        )
        yield CounterMetricFamily(
            "abrazo_model_failures",
            "Requests to models that came to nothing.",
            value=sum(usage.failures for usage in usages),
        )
        tokens = CounterMetricFamily(
            "abrazo_model_tokens", "Tokens, asked (cached or not) and answered.", labels=["kind"]
        )
        tokens.add_metric(["asked"], sum(usage.prompt_tokens for usage in usages))
        tokens.add_metric(["cached"], sum(usage.cached_tokens for usage in usages))
        tokens.add_metric(["answered"], sum(usage.completion_tokens for usage in usages))
        yield tokens


class _Snapshot:
    """Hands over what was read before: prometheus_client collects outside of any event loop."""

    def __init__(self, families: Callable[[], Iterable[Metric]]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        """The families of this scrape."""
        return self._families()


def _gauge(name: str, says: str, value: float) -> Metric:
    return GaugeMetricFamily(f"abrazo_{name}", says, value=value)
