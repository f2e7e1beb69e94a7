"""docs/composer-drafts.md shows what the composer writes today, and all of it may be sent."""

from pathlib import Path

from bot.domain.guards import Case, check
from tests.unit.composer.page import drafted, page

PAGE = Path(__file__).parents[3] / "docs" / "composer-drafts.md"


async def test_the_page_shows_what_the_composer_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == await page()


async def test_the_guards_find_nothing_in_the_drafts_of_the_page() -> None:
    texts: list[str] = []
    for request, drafts in await drafted():
        for draft in drafts:
            case = Case(draft.text, request.person, request.occasions, tuple(texts))
            assert check(case) == (), draft.text
        texts.append(drafts[0].text)
