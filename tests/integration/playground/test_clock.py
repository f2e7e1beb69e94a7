"""The routes that show and move the clock of the demo."""

from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.clock import Clock
from bot.playground import Playground, clock

ZONE = "America/Argentina/Buenos_Aires"


class Stopped(Clock):
    """A clock that stands still."""

    def __init__(self, instant: datetime) -> None:
        super().__init__()
        self.instant = instant

    def now(self) -> datetime:
        return self.instant

    def move_to(self, instant: datetime) -> None:
        self.instant = instant


@pytest.fixture
def stopped() -> Stopped:
    return Stopped(datetime.fromisoformat("2026-03-03T13:00:00+00:00"))


@pytest.fixture
async def http(stopped: Stopped) -> AsyncIterator[httpx.AsyncClient]:
    async with Playground(now=stopped.now, pages=clock.routes(stopped, ZONE)) as tg:
        async with httpx.AsyncClient(trust_env=False, base_url=tg.url) as client:
            yield client


async def test_it_shows_the_hour_in_its_zone(http: httpx.AsyncClient) -> None:
    shown = (await http.get("/control/clock")).json()

    assert shown == {"now": "2026-03-03T10:00:00-03:00", "timezone": ZONE}


@pytest.mark.parametrize(
    ("wish", "then"),
    [
        ({"to": "friends-day-eve"}, "2026-07-19T20:00:00-03:00"),
        ({"to": "next-morning"}, "2026-03-04T09:00:00-03:00"),
        ({"add_seconds": 3600}, "2026-03-03T11:00:00-03:00"),
    ],
)
async def test_it_moves(
    http: httpx.AsyncClient, stopped: Stopped, wish: dict[str, str], then: str
) -> None:
    moved = (await http.post("/control/clock", json=wish)).json()

    assert moved["now"] == then
    assert stopped.now() == datetime.fromisoformat(then)


@pytest.mark.parametrize(
    "wish", [{}, [], {"to": "yesterday"}, {"add_seconds": -1}, {"add_seconds": 10**12}, "x"]
)
async def test_a_wish_it_does_not_know_moves_nothing(
    http: httpx.AsyncClient, stopped: Stopped, wish: object
) -> None:
    before = stopped.now()
    answer = await http.post("/control/clock", json=wish)

    assert answer.status_code == 422
    assert answer.json()["error"]
    assert stopped.now() == before


@pytest.mark.parametrize(
    ("now", "eve"),
    [
        ("2026-07-19T19:59:59-03:00", "2026-07-19T20:00:00-03:00"),
        ("2026-07-19T20:00:00-03:00", "2027-07-19T20:00:00-03:00"),
        ("2026-12-31T23:30:00-03:00", "2027-07-19T20:00:00-03:00"),
        ("2028-02-29T12:00:00-03:00", "2028-07-19T20:00:00-03:00"),
    ],
)
def test_the_eve_is_the_next_one(now: str, eve: str) -> None:
    found = clock.friends_day_eve(datetime.fromisoformat(now), ZoneInfo(ZONE))

    assert found == datetime.fromisoformat(eve)


def test_the_next_morning_is_nine_on_the_wall_after_a_clock_change() -> None:
    night = datetime.fromisoformat("2026-03-28T22:00:00+01:00")

    assert clock.next_morning(night, ZoneInfo("Europe/Rome")) == datetime.fromisoformat(
        "2026-03-29T09:00:00+02:00"
    )
