"""A model that never says the same twice: nonsense around a note's last word.

Where hundreds of greetings are written at once the words don't matter, but that each passes the
checks at the first go does: what is measured or killed is then what happens with a good model.
"""

import random
from typing import Any

from tests.fakes.model import Body, data_of

_SYLLABLES = (
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo",
    "char", "llan", "bre", "tran", "plu", "gri",
)  # fmt: skip
_LINKS = ("ojalá", "siempre", "aunque", "despacio", "todavía", "quizás", "mañana", "ayer")


def inventive(body: Body) -> Any:
    """Two greetings in Spanish that rest on the first note and resemble no others."""
    data = data_of(body)
    name, note = str(data["name"]), data["notes"][0]
    detail = str(note["text"]).split()[-1]
    chance = random.Random(f"{name} {detail} {len(body['messages'])}")
    openings = (f"{name}, por tu {detail}", f"Feliz día, {name}: {detail}")
    texts = [f"{opening}, {_nonsense(chance)}." for opening in openings]
    return {"alternatives": [{"text": text, "notes": [note["n"]]} for text in texts]}


def _nonsense(chance: random.Random) -> str:
    words = ["".join(chance.sample(_SYLLABLES, 4)) for _ in range(6)]
    links = chance.sample(_LINKS, 3)
    pairs = zip(links, words[::2], words[1::2], strict=True)
    return ", ".join(f"{link} {one} y {other}" for link, one, other in pairs)
