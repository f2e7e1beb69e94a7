"""When the drafts of a day are written ahead: in the hours before its cards may open, each owner from
an instant of their own on, so that a feast of many owners is no rush."""

from datetime import datetime, timedelta
from zlib import crc32

EARLIEST = timedelta(hours=8)
"""How long before the first card the drafting of the first owners begins; what is told later than that
makes a draft stale, and a stale draft is a call of the model for nothing."""

LATEST = timedelta(hours=2)
"""How long before the first card the drafting of the last owners begins."""

QUIET = timedelta(minutes=15)
"""How long nothing new has been told of somebody before they are drafted ahead: whoever is telling
goes on telling."""


def begins_at(owner_id: int, opens: datetime) -> datetime:
    """When the drafts whose cards open at that instant begin to be written: always the same for an
    owner and a day, and evenly spread over the owners."""
    share = crc32(f"{owner_id} {opens.date()}".encode()) / 2**32
    return opens - EARLIEST + share * (EARLIEST - LATEST)
