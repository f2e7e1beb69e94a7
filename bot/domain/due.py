"""From a day to instants: when drafts are prepared, when a greeting leaves, when its day is over.

Zones are IANA names (an unknown one raises `ZoneInfoNotFoundError`); every instant returned is UTC.
Clocks jump: where an hour does not exist on a day, the first instant after the gap stands for it;
where it comes twice, the first; where a whole day is missing (Apia skipped 30 December 2011), the
next day that exists.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

LEAD = timedelta(hours=2)
"""The least time the owner has between the first card and the hour to send."""

BEFORE_QUIET = timedelta(minutes=15)
"""How long before the quiet hours a greeting leaves whose own hour lies in them for the rest of the
day; long enough for the sends of one hour to be spread."""

NO_QUIET = time(0)
"""As both ends of the quiet hours: there are none."""


def local_instant(day: date, at: time, zone: str) -> datetime:
    """The instant at which a clock in the zone shows that hour of that day.

    It never leaves the day while the day exists: where clocks jump over the hour and midnight at
    once, it is the last second before the jump.
    """
    instant = _wall(day, at, zone)
    if _local(instant, zone).date() > day:
        before = instant - SECOND
        if _local(before, zone).date() == day:
            return before
    return instant


def existing_day(day: date, zone: str) -> date:
    """The day itself, or the next one that exists in the zone."""
    return _local(local_instant(day, time(12), zone), zone).date()


def in_quiet_hours(instant: datetime, zone: str, quiet_from: time, quiet_to: time) -> bool:
    """Whether the zone's clock is between the two (the first included); they may span midnight,
    and when they are equal there are no quiet hours."""
    now = _local(instant, zone).time()
    if quiet_from <= quiet_to:
        return quiet_from <= now < quiet_to
    return now >= quiet_from or now < quiet_to


def outside_quiet_hours(instant: datetime, zone: str, quiet_from: time, quiet_to: time) -> datetime:
    """The instant itself, or the end of the quiet hours it lies in."""
    instant = instant.astimezone(UTC)
    if not in_quiet_hours(instant, zone, quiet_from, quiet_to):
        return instant
    today = _local(instant, zone).date()
    ends = (_wall(today + n * DAY, quiet_to, zone, fold) for n in (0, 1, 2) for fold in (0, 1))
    return min(
        end for end in ends if end > instant and not in_quiet_hours(end, zone, quiet_from, quiet_to)
    )


def within_waking_hours(instant: datetime, zone: str, wakes: time, sleeps: time) -> datetime:
    """The instant itself, or the next waking hour: nothing buzzes the owner at night."""
    return outside_quiet_hours(instant, zone, quiet_from=sleeps, quiet_to=wakes)


def send_at(
    day: date,
    contact_zone: str,
    hour: time,
    quiet_from: time = NO_QUIET,
    quiet_to: time = NO_QUIET,
) -> datetime:
    """When a greeting of that day leaves, on the contact's clock and outside their quiet hours.

    It stays on the day: an hour in quiet hours that last past midnight moves forward to a little
    before them. A day that is quiet throughout keeps the hour.
    """
    day = existing_day(day, contact_zone)
    wished = local_instant(day, hour, contact_zone)
    early = local_instant(day, quiet_from, contact_zone) - BEFORE_QUIET
    for instant in (outside_quiet_hours(wished, contact_zone, quiet_from, quiet_to), early):
        on_the_day = _local(instant, contact_zone).date() == day
        if on_the_day and not in_quiet_hours(instant, contact_zone, quiet_from, quiet_to):
            return instant
    return wished


def prepare_at(day: date, owner_zone: str, hour: time, send: datetime | None = None) -> datetime:
    """When the drafts of that day are written: that hour of the evening before, for the owner.

    For contacts far to the east the day has begun by then; with `send`, the preparation comes as
    many evenings earlier as it takes for the owner to have the cards LEAD before it.
    """
    eve = day - DAY
    while send is not None and local_instant(eve, hour, owner_zone) > send - LEAD:
        eve -= DAY
    return local_instant(eve, hour, owner_zone)


def expires_at(day: date, contact_zone: str) -> datetime:
    """The end of that day for the contact: nothing of it leaves from this instant on."""
    return local_instant(existing_day(day, contact_zone) + DAY, time(0), contact_zone)


@dataclass(frozen=True, slots=True)
class Due:
    """The three instants of a greeting, in this order."""

    prepare_at: datetime
    send_at: datetime
    expires_at: datetime


def due(
    day: date,
    *,
    owner_zone: str,
    contact_zone: str,
    prepare_hour: time,
    send_hour: time,
    quiet_from: time = NO_QUIET,
    quiet_to: time = NO_QUIET,
) -> Due:
    """All the instants of a greeting of that day."""
    send = send_at(day, contact_zone, send_hour, quiet_from, quiet_to)
    return Due(
        prepare_at=prepare_at(day, owner_zone, prepare_hour, send),
        send_at=send,
        expires_at=expires_at(day, contact_zone),
    )


def _local(instant: datetime, zone: str) -> datetime:
    return instant.astimezone(ZoneInfo(zone))


def _wall(day: date, at: time, zone: str, fold: int = 0) -> datetime:
    """The instant of a wall clock's reading; the first after the gap when it is never shown."""
    wall = datetime.combine(day, at, ZoneInfo(zone)).replace(fold=fold)
    instant = wall.astimezone(UTC)
    if _local(instant, zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return instant
    return _first_after_gap(
        wall.replace(fold=1).astimezone(UTC), wall.replace(fold=0).astimezone(UTC), zone
    )


def _first_after_gap(before: datetime, after: datetime, zone: str) -> datetime:
    """The second of the only change of offset between two instants, by bisection."""
    offset = _local(before, zone).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if _local(datetime.fromtimestamp(middle, UTC), zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)
