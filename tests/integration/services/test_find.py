"""The list finds people by name, tag, relationship, and by what is missing."""

from datetime import date

import pytest

from bot.domain.contacts import Contact, Relationship
from bot.domain.greetings import State
from bot.domain.history import Past
from bot.domain.owners import Owner
from bot.services.find import BARE, LONGEST, find
from storage.unit import Work
from tests.conftest import befriend


@pytest.fixture
async def people(work: Work, owner: Owner) -> dict[str, Contact]:
    return {
        "Ana": await befriend(work, owner, "Ana Díaz", "canta", tags=frozenset({"club"})),
        "Beto": await befriend(work, owner, "Beto Amigo"),
        "Caro": await befriend(work, owner, "Caro Gil", relationship=Relationship.CLIENT),
        "Dora": await befriend(work, owner, "Dora Sosa", "teje", deceased=True),
    }


async def found(work: Work, owner: Owner, query: str) -> list[str]:
    async with work.read() as unit:
        everybody = await unit.contacts.of_owner(owner.id)
        return [one.first_name for one in await find(unit, everybody, query, owner.language)]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Ana", "Beto", "Caro", "Dora"]),
        ("an", ["Ana"]),
        ("DIAZ", ["Ana"]),
        ("#club", ["Ana"]),
        ("club", ["Ana"]),
        ("clientas", ["Caro"]),
        ("~client", ["Caro"]),
        ("amigo", ["Beto"]),
        ("sin notas", ["Beto", "Caro"]),
        (BARE, ["Beto", "Caro"]),
        ("zzz", []),
    ],
)
async def test_a_search_finds(work: Work, owner: Owner, query: str, names: list[str]) -> None:
    assert await found(work, owner, query) == names


async def test_who_has_waited_longest_comes_first(
    work: Work, owner: Owner, people: dict[str, Contact]
) -> None:
    async with work.begin() as unit:
        for name, month in (("Ana", 6), ("Beto", 2)):
            past = [Past(date(2027, month, 1), State.SENT, text="hola")]
            await unit.history.restore(people[name], past)
    assert await found(work, owner, LONGEST) == ["Caro", "Beto", "Ana"]
