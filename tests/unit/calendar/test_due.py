"""Instants: right through every gap, fold and missing day of every zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.due import (
    LEAD,
    due,
    expires_at,
    in_quiet_hours,
    local_instant,
    outside_quiet_hours,
    prepare_at,
    send_at,
    within_waking_hours,
)

BUENOS_AIRES = "America/Argentina/Buenos_Aires"
ZONES = sorted(available_timezones())

zones = st.sampled_from(ZONES)
days = st.dates(date(1970, 1, 3), date(2037, 12, 30))
instants = st.integers(0, 2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
hours = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def there(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def shown(instant: datetime, zone: str) -> str:
    return there(instant, zone).isoformat(timespec="minutes")


def exists(day: date, zone: str) -> bool:
    noon = datetime.combine(day, time(12), ZoneInfo(zone))
    return there(noon.astimezone(UTC), zone).date() == day


@given(days, hours, zones)
@settings(max_examples=400, deadline=None)
def test_an_instant_is_on_the_intended_day(day: date, at: time, zone: str) -> None:
    instant = local_instant(day, at, zone)
    assert instant.utcoffset() == timedelta(0)
    assert there(instant, zone).date() == day or not exists(day, zone)


def days_of_change(zone: str, year: int) -> Iterator[date]:
    """The days of a year on which the zone's clocks change."""
    day = date(year, 1, 1)
    offset = datetime.combine(day, time(0), ZoneInfo(zone)).utcoffset()
    while day.year == year:
        following = day + timedelta(1)
        later = datetime.combine(following, time(0), ZoneInfo(zone)).utcoffset()
        if later != offset:
            yield from (day, following)
        day, offset = following, later


@pytest.mark.parametrize("year", [1987, 2011, 2024, 2027])
def test_on_days_of_change_an_instant_stays_on_the_day_in_every_zone(year: int) -> None:
    ends = (time(0), time(0, 30), time(2, 30), time(22, 30), time(23, 30), time(23, 59))
    astray = [
        (zone, day, at)
        for zone in ZONES
        for day in days_of_change(zone, year)
        for at in ends
        if there(local_instant(day, at, zone), zone).date() != day and exists(day, zone)
    ]
    assert astray == []


@given(days, hours, zones)
@settings(max_examples=200, deadline=None)
def test_an_hour_that_exists_is_the_one_on_the_clock(day: date, at: time, zone: str) -> None:
    wall = datetime.combine(day, at)
    read = there(local_instant(day, at, zone), zone)
    real = there(wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone) == wall
    assert (read == wall) is real


@given(days, zones, zones, hours, hours, hours, hours)
@settings(max_examples=300, deadline=None)
def test_the_three_instants_are_in_order_and_the_greeting_leaves_on_its_day(
    day: date, owner: str, contact: str, prepare: time, send: time, quiet: time, awake: time
) -> None:
    found = due(
        day,
        owner_zone=owner,
        contact_zone=contact,
        prepare_hour=prepare,
        send_hour=send,
        quiet_from=quiet,
        quiet_to=awake,
    )
    assert found.prepare_at + LEAD <= found.send_at < found.expires_at
    assert there(found.send_at, contact).date() == day or not exists(day, contact)
    last_second = found.expires_at - timedelta(seconds=1)
    assert there(last_second, contact).date() == there(found.send_at, contact).date()


@given(instants, zones, hours, hours)
@settings(max_examples=300, deadline=None)
def test_the_next_allowed_instant_is_outside_the_quiet_hours_and_not_before(
    instant: datetime, zone: str, quiet: time, awake: time
) -> None:
    allowed = outside_quiet_hours(instant, zone, quiet, awake)
    assert allowed >= instant
    assert not in_quiet_hours(allowed, zone, quiet, awake)
    if in_quiet_hours(instant, zone, quiet, awake):
        just_before = allowed - timedelta(seconds=1)
        assert just_before < instant or in_quiet_hours(just_before, zone, quiet, awake)


@pytest.mark.parametrize(
    ("zone", "day", "at", "reading"),
    [
        ("America/Santiago", "2027-09-05", time(0), "2027-09-05T01:00"),
        ("America/Havana", "2026-03-08", time(0, 30), "2026-03-08T01:00"),
        ("America/New_York", "2026-03-08", time(2, 30), "2026-03-08T03:00"),
        ("Pacific/Apia", "2011-12-30", time(9), "2011-12-31T00:00"),
        ("America/Nuuk", "2024-03-30", time(23, 30), "2024-03-30T22:59:59"),
    ],
)
def test_an_hour_the_clock_skips(zone: str, day: str, at: time, reading: str) -> None:
    instant = local_instant(date.fromisoformat(day), at, zone)
    assert there(instant, zone) == datetime.fromisoformat(reading)


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("America/Havana", "2026-11-01", time(0, 30), "2026-11-01T04:30+00:00"),
        ("America/New_York", "2026-11-01", time(1, 30), "2026-11-01T05:30+00:00"),
        ("America/Santiago", "2027-04-03", time(23, 30), "2027-04-04T02:30+00:00"),
    ],
)
def test_an_hour_that_comes_twice_is_the_first(zone: str, day: str, at: time, utc: str) -> None:
    assert local_instant(date.fromisoformat(day), at, zone) == datetime.fromisoformat(utc)


def test_a_day_that_apia_skipped_is_greeted_on_the_next() -> None:
    skipped = date(2011, 12, 30)
    sent = send_at(skipped, "Pacific/Apia", time(9))
    assert shown(sent, "Pacific/Apia") == "2011-12-31T09:00"
    over = expires_at(skipped, "Pacific/Apia")
    assert shown(over, "Pacific/Apia") == "2012-01-01T00:00"


def test_drafts_are_prepared_the_evening_before() -> None:
    found = due(
        date(2027, 7, 20),
        owner_zone=BUENOS_AIRES,
        contact_zone=BUENOS_AIRES,
        prepare_hour=time(20),
        send_hour=time(9),
    )
    assert shown(found.prepare_at, BUENOS_AIRES) == "2027-07-19T20:00"
    assert shown(found.send_at, BUENOS_AIRES) == "2027-07-20T09:00"
    assert shown(found.expires_at, BUENOS_AIRES) == "2027-07-21T00:00"


@pytest.mark.parametrize(
    ("contact_zone", "evening"),
    [("Europe/Rome", 19), ("Asia/Tokyo", 18), ("Pacific/Auckland", 18)],
)
def test_for_a_contact_far_to_the_east_preparation_comes_an_evening_earlier(
    contact_zone: str, evening: int
) -> None:
    day = date(2027, 7, 20)
    prepared = prepare_at(day, BUENOS_AIRES, time(20), send_at(day, contact_zone, time(9)))
    assert shown(prepared, BUENOS_AIRES) == f"2027-07-{evening}T20:00"


@pytest.mark.parametrize(
    ("hour", "leaves"),
    [(time(9), time(9)), (time(6), time(8)), (time(23), time(21, 45)), (time(22), time(21, 45))],
)
def test_a_greeting_leaves_outside_the_quiet_hours_and_on_its_day(hour: time, leaves: time) -> None:
    sent = send_at(date(2027, 7, 20), BUENOS_AIRES, hour, quiet_from=time(22), quiet_to=time(8))
    assert there(sent, BUENOS_AIRES) == datetime.combine(date(2027, 7, 20), leaves)


def test_the_owner_is_not_woken() -> None:
    night = datetime(2027, 7, 20, 6, tzinfo=UTC)
    woken = within_waking_hours(night, BUENOS_AIRES, wakes=time(8), sleeps=time(23))
    assert shown(woken, BUENOS_AIRES) == "2027-07-20T08:00"
    noon = datetime(2027, 7, 20, 15, tzinfo=UTC)
    assert within_waking_hours(noon, BUENOS_AIRES, wakes=time(8), sleeps=time(23)) == noon


def test_in_an_hour_that_comes_twice_quiet_ends_at_its_second_end() -> None:
    second_half_past_one = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    allowed = outside_quiet_hours(second_half_past_one, "America/New_York", time(22), time(1, 45))
    assert allowed == datetime(2026, 11, 1, 6, 45, tzinfo=UTC)
