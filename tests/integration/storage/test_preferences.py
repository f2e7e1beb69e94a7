"""What an owner likes is kept sealed, and written without touching anything else."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import text

from bot.domain.contacts import Relationship
from bot.domain.owners import Owner, OwnOccasion, Question
from storage.unit import Work
from tests.conftest import StillClock


async def test_every_preference_comes_back_as_it_was_kept(work: Work, owner: Owner) -> None:
    liked = owner.evolve(
        language="it",
        wakes_at=time(7, 15),
        sleeps_at=time(0),
        gap_days=30,
        pause_every=0,
        talk_with_model=False,
        style="corto y con humor",
        samples=("Che loco, feliz día", "Juani: te debo un té"),
        signature="Un abrazo, Marce",
        signatures={Relationship.CLIENT: "Cordialmente, Marcelo Gil"},
        follow_up=False,
        switches={("friends-day", Relationship.FAMILY): True},
        own=(OwnOccasion("own-1", "asado", "nth:SAT,2,OCT"),),
        hints=frozenset({"first-look"}),
        questions=(Question(5, date(2027, 7, 20), date(2027, 7, 13), again=True),),
        ask_after=datetime(2027, 7, 14, 13, tzinfo=UTC),
        followed_up=date(2027, 7, 20),
    )
    async with work.begin() as unit:
        await unit.owners.save(liked)
    async with work.read() as unit:
        assert await unit.owners.get(owner.id) == liked


async def test_nothing_of_it_can_be_read_in_the_database(work: Work, owner: Owner) -> None:
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(style="corto y con humor", signature="Marce"))
        await unit.session.flush()
        connection = await unit.session.connection()
        rows = await connection.execute(text("SELECT * FROM owner"))
        stored = b"|".join(str(value).encode() for row in rows for value in row)
    assert b"humor" not in stored
    assert b"Marce" not in stored


async def test_the_schedule_changes_only_when_to_look_again(
    work: Work, owner: Owner, clock: StillClock
) -> None:
    later = clock.now() + timedelta(hours=3)
    async with work.begin() as unit:
        await unit.owners.save(owner.evolve(timezone="Europe/Rome", style="corto"))
    async with work.begin() as unit:
        await unit.owners.look_at(owner.id, later)
    async with work.read() as unit:
        kept = await unit.owners.get(owner.id)
    assert kept is not None
    assert (kept.next_plan_at, kept.timezone, kept.style) == (later, "Europe/Rome", "corto")
