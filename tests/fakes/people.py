"""Marcelo, whose people these are, and three hundred whom nobody confuses: names that resemble no other,
and what is known of each."""

from datetime import UTC, datetime, time
from itertools import product
from typing import Any

from bot.domain.owners import Owner

HEADS = ("Ad", "Bel", "Cor", "Dal", "El", "Fer", "Gr", "Hil", "Iv", "Jul")
MIDDLES = ("a", "i", "o", "ue", "and", "er")
TAILS = ("lina", "sta", "mora", "dia", "nka")
NAMES = ["".join(parts) for parts in product(HEADS, MIDDLES, TAILS)]


def marcelo(owner_id: int, **changes: Any) -> Owner:
    """An owner in Buenos Aires who prepares at 20:00 and sends at 9:00; planned on the eve of Friend's
    Day 2027."""
    return Owner(
        id=owner_id,
        name="Marcelo",
        language="es",
        country="AR",
        timezone="America/Argentina/Buenos_Aires",
        prepare_at=time(20),
        send_at=time(9),
        next_plan_at=datetime(2027, 7, 19, 23, tzinfo=UTC),
    ).evolve(**changes)


def note_on(name: str) -> str:
    """What the owner wrote down about one of them."""
    return f"colecciona faroles de {name.lower()[::-1]} y toca el {name.lower()}ófono"
