"""Three hundred people whom nobody confuses: names that resemble no other, and what is known of each."""

from itertools import product

HEADS = ("Ad", "Bel", "Cor", "Dal", "El", "Fer", "Gr", "Hil", "Iv", "Jul")
MIDDLES = ("a", "i", "o", "ue", "and", "er")
TAILS = ("lina", "sta", "mora", "dia", "nka")
NAMES = ["".join(parts) for parts in product(HEADS, MIDDLES, TAILS)]


def note_on(name: str) -> str:
    """What the owner wrote down about one of them."""
    return f"colecciona faroles de {name.lower()[::-1]} y toca el {name.lower()}ófono"
