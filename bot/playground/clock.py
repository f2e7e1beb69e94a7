"""The routes by which the page shows and moves the bot's clock; mounted by `abrazo demo`."""

import json
from datetime import datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

EVE = (7, 19, time(20))
"""Month, day and hour at which a new owner's drafts for Día del Amigo (20 July) are prepared."""

MORNING = time(9)
"""When greetings leave, unless the owner chose another hour."""

LONGEST_JUMP = 366 * 24 * 3600
"""Seconds."""


class MovableClock(Protocol):
    """What `bot.clock.Clock` is."""

    def now(self) -> datetime:
        """The current instant, aware."""

    def move_to(self, instant: datetime) -> None:
        """Go on from that instant."""


def friends_day_eve(now: datetime, zone: ZoneInfo) -> datetime:
    """The next 19 July, 20:00, in that zone."""
    month, day, hour = EVE
    local = now.astimezone(zone)
    eve = datetime.combine(local.date().replace(month=month, day=day), hour, zone)
    return eve if eve > local else eve.replace(year=eve.year + 1)


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """The next 09:00 in that zone."""
    local = now.astimezone(zone)
    morning = datetime.combine(local.date(), MORNING, zone)
    return morning if morning > local else morning + timedelta(days=1)


DESTINATIONS = {"friends-day-eve": friends_day_eve, "next-morning": next_morning}


def routes(clock: MovableClock, timezone: str) -> list[BaseRoute]:
    """`GET` and `POST /control/clock`, see docs/playground.md; `timezone` is an IANA name."""
    zone = ZoneInfo(timezone)

    def shown() -> Response:
        now = clock.now().astimezone(zone)
        return JSONResponse({"now": now.isoformat(), "timezone": timezone})

    async def read(_request: Request) -> Response:
        return shown()

    async def move(request: Request) -> Response:
        try:
            clock.move_to(_destination(json.loads(await request.body()), clock.now(), zone))
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 422)
        return shown()

    return [
        Route("/control/clock", read, methods=["GET"]),
        Route("/control/clock", move, methods=["POST"]),
    ]


def _destination(wish: Any, now: datetime, zone: ZoneInfo) -> datetime:
    """Raises ValueError when the wish is not understood. Time only goes forward."""
    if not isinstance(wish, dict):
        raise TypeError("the body must be a JSON object")
    if (place := wish.get("to")) in DESTINATIONS:
        return DESTINATIONS[place](now, zone)
    seconds = wish.get("add_seconds")
    if isinstance(seconds, int) and 0 < seconds <= LONGEST_JUMP:
        return now + timedelta(seconds=seconds)
    raise ValueError(
        f'"to" is one of {", ".join(DESTINATIONS)}; "add_seconds" is 1 to {LONGEST_JUMP}'
    )
