"""No two people of one occasion get the same greeting, however many they are."""

from itertools import combinations

import pytest

from bot.domain.drafting import DraftingFailed, DraftRequest, OccasionRef
from bot.domain.guards import LIKENESS_LIMIT, likeness
from bot.drafters.composer import Composer
from tests.unit.composer.crowd import crowd

DAYS = {
    "es": OccasionRef("friends-day", "Día del Amigo"),
    "en": OccasionRef("birthday", "Birthday"),
    "it": OccasionRef("christmas", "Natale"),
    "pt": OccasionRef("new-year", "Ano Novo"),
}


@pytest.mark.parametrize(("language", "size"), [("es", 300), ("en", 40), ("it", 40), ("pt", 40)])
async def test_no_two_greetings_of_an_occasion_are_alike(language: str, size: int) -> None:
    day = DAYS[language]
    texts: list[tuple[str, str]] = []
    used: set[str] = set()
    for seed, person in enumerate(crowd(language, size)):
        siblings = tuple(text for text, _ in texts)
        request = DraftRequest(
            person, (day,), siblings=siblings, used_frames=frozenset(used), seed=seed
        )
        try:
            first, *_ = await Composer().draft(request)
        except DraftingFailed:
            continue
        texts.append((first.text, person.called))
        used.add(first.version)
    assert len(texts) > size * 0.95
    alike = [
        (a, b)
        for (a, one), (b, other) in combinations(texts, 2)
        if likeness(a, b, (one, other, day.name)) >= LIKENESS_LIMIT
    ]
    assert alike == []
