"""An evening that begins for many owners at once."""

from pathlib import Path
from typing import Any

from bot.playground import Playground
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend
from tests.fakes.inventive import inventive
from tests.fakes.model import FakeModel
from tests.fakes.people import NAMES, note_on
from tests.harness import PATIENCE, running

EACH = 3


def all_written(tg: Playground) -> set[int | None]:
    """Owners who were told that all of theirs are there."""
    done = f"{EACH}/{EACH}"
    return {call.chat_id for call in tg.calls if done in str(call.params.get("text"))}


async def test_everybody_has_a_first_draft_before_anybody_a_second(
    tmp_path: Path,
    tg: Playground,
    clock: StillClock,
    work: Work,
    on_it: dict[str, Any],
    model: FakeModel,
) -> None:
    model.always = inventive
    clock.at(18, 12)
    people: dict[str, int] = {}
    for number in range(6):
        person = tg.user(f"Marcelo{number}")
        person.account.started = True
        owner = await add_owner(work, clock, person.id)
        for name in NAMES[number * EACH : (number + 1) * EACH]:
            await befriend(work, owner, name, note_on(name))
            people[name] = owner.id
    clock.at(19, 20, 1)
    async with running(tmp_path, tg, clock, model, draft_concurrency=1, **on_it):
        await tg.wait_until(
            lambda: all_written(tg) >= set(people.values()),
            within=PATIENCE,
        )
    asked = [next(people[name] for name in people if name in str(one)) for one in model.requests]
    assert len(set(asked[:6])) == 6
