"""How long N drafts take with a slow model, and how soon the first card is there."""

import math
import tempfile
import time
from pathlib import Path

from bot.playground import Playground
from tests.benchmarks.figures import Figure
from tests.e2e.running import Abrazo
from tests.fakes.inventive import inventive
from tests.fakes.model import FakeModel

LATENCY = 3.0
CONCURRENCY = 8
PEOPLE = 32

HOBBIES = [
    "tenis", "ajedrez", "bandoneón", "remo", "yoga", "surf", "pintura", "tango", "cine",
    "cocina", "jardinería", "fútbol", "vóley", "natación", "boxeo", "teatro", "guitarra",
    "piano", "violín", "running", "ciclismo", "esquí", "pesca", "buceo", "costura", "cerámica",
    "fotografía", "poesía", "astronomía", "origami", "póker", "billar",
]  # fmt: skip
NAMES = [
    "Ana", "Beto", "Caro", "Dani", "Ema", "Fede", "Gabi", "Hugo", "Inés", "Juan", "Katia",
    "Lalo", "Mora", "Nico", "Olga", "Pepe", "Quique", "Rita", "Saúl", "Tina", "Uma", "Vero",
    "Walter", "Ximena", "Yani", "Zoe", "Abel", "Bruno", "Celia", "Darío", "Elsa", "Fabio",
]  # fmt: skip


async def measure() -> list[Figure]:
    """One `/draft friends-day` for PEOPLE friends, with a model that takes LATENCY seconds."""
    async with Playground() as tg, FakeModel(latency=LATENCY) as model:
        home = Path(tempfile.mkdtemp(prefix="abrazo-bench-"))
        owner = tg.user("Marcelo")
        abrazo = Abrazo(
            home, tg, model, ALLOWED_USER_IDS=str(owner.id), DRAFT_CONCURRENCY=str(CONCURRENCY)
        )
        abrazo.at(2027, 7, 18, 12)
        model.always = inventive
        await abrazo.start()
        for name, hobby in zip(NAMES, HOBBIES, strict=True):
            mark = tg.mark
            await owner.send(f"/add {name}, amistad, fanatismo por {hobby}")
            await owner.wait_for(lambda seen: "Anoté" in seen.text, within=30, since=mark)
        began, mark = time.perf_counter(), tg.mark
        await owner.send("/draft friends-day")
        await owner.wait_for(lambda seen: "✅ 1" in seen.labels, within=60, since=mark)
        first = time.perf_counter() - began
        await owner.wait_for(lambda seen: f"{PEOPLE}/{PEOPLE}" in seen.text, within=120, since=mark)
        total = time.perf_counter() - began
        await abrazo.stop()
    calls = len(model.requests)
    ideal = LATENCY * math.ceil(PEOPLE / CONCURRENCY)
    return [
        Figure(
            f"{PEOPLE} drafts / ideal",
            total / ideal,
            1.05,
            detail=f"{total:.2f} s, {calls} calls of {LATENCY} s, {CONCURRENCY} at once",
        ),
        Figure("first card / one model call", first / LATENCY, 1.2, detail=f"{first:.2f} s"),
    ]
