"""What the endpoint reads of greetings with a history: whole requests, over HTTP."""

import json
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Greeting, State
from bot.domain.owners import Owner
from bot.drafters.composer import Composer
from bot.drafters.openai import OpenAIDrafter
from bot.services.approve import Ways
from bot.services.draft import Drafting
from bot.services.writing import Writing
from storage.unit import Work
from tests.conftest import befriend
from tests.fakes.model import REFUSAL, FakeModel, data_of
from tests.integration.services.conftest import Ready

NO_MAIL = Ways(timedelta(0))
LAST_YEAR = date(2026, 7, 20)


class Desk:
    """Writes greetings with a model over HTTP, and looks at all that it was sent."""

    def __init__(self, work: Work, calendar: Calendar, planned: Ready, model: FakeModel) -> None:
        self._work = work
        self._planned = planned
        self._model = model
        self._drafter = OpenAIDrafter(None, model.url, "fake")
        writing = Writing(Composer(), self._drafter)
        self._drafting = Drafting(work, calendar, writing, NO_MAIL)

    async def write(self, contact: Contact, wish: str | None = None) -> list[Alternative]:
        """A first round, or with 🔄 another one."""
        greeting = await self._planned(contact)
        if greeting.state is not State.PLANNED:
            async with self._work.begin() as unit:
                again = await unit.greetings.move(greeting, State.PLANNED, hint=wish)
            assert again is not None
            greeting = again
        drafted = await self._drafting.write(greeting.id)
        assert drafted is not None
        async with self._work.read() as unit:
            return await unit.alternatives.last(drafted.greeting)

    @property
    def seen(self) -> str:
        """Every request to the letter."""
        return json.dumps(self._model.requests, ensure_ascii=False)

    async def aclose(self) -> None:
        await self._drafter.aclose()


@pytest.fixture
async def desk(
    work: Work, calendar: Calendar, planned: Ready, model: FakeModel
) -> AsyncIterator[Desk]:
    one = Desk(work, calendar, planned, model)
    yield one
    await one.aclose()


async def sent(work: Work, contact: Contact, text: str) -> None:
    """That text went out a year before."""
    async with work.begin() as unit:
        await unit.greetings.plan(
            contact.owner_id, contact.id, LAST_YEAR, ["friends-day"], unit.now
        )
        greeting: Greeting | None
        (greeting,) = await unit.greetings.find(contact_id=contact.id, day=LAST_YEAR)
        for state in (State.DRAFTING, State.READY, State.SENT):
            assert greeting is not None
            greeting = await unit.greetings.move(greeting, state, text=text)


async def test_what_the_composer_told_of_a_private_note_stays_when_others_are_asked_for(
    desk: Desk, work: Work, owner: Owner, model: FakeModel
) -> None:
    rita = await befriend(work, owner, "Rita", "toca el cello", private="hace yoga")
    model.answer(REFUSAL)
    shown = await desk.write(rita)
    assert any("yoga" in one.text for one in shown)
    await desk.write(rita)
    assert len(model.requests) > 1
    assert "cello" in desk.seen
    assert "yoga" not in desk.seen


async def test_what_they_got_before_stays_where_it_rests_on_a_private_note(
    desk: Desk, work: Work, owner: Owner, model: FakeModel
) -> None:
    rita = await befriend(work, owner, "Rita", "toca el cello", private="toma té de ceibo")
    await sent(work, rita, "Rita, que el té de este año venga con bizcochos.")
    await desk.write(rita)
    assert "cello" in desk.seen
    assert "bizcochos" not in desk.seen


async def test_a_wish_that_speaks_of_a_private_note_is_the_composers(
    desk: Desk, work: Work, owner: Owner, model: FakeModel
) -> None:
    rita = await befriend(work, owner, "Rita", "toca el cello", private="colecciona dedales")
    await desk.write(rita)
    model.requests.clear()
    shown = await desk.write(rita, "algo con los dedales")
    assert model.requests == []
    assert {one.drafter for one in shown} == {"composer"}


async def test_another_contacts_text_does_not_leave_as_a_correction(
    desk: Desk, work: Work, owner: Owner, model: FakeModel
) -> None:
    texts = [
        "Sra. Bianchi, que el bandoneón suene hasta que tiemble la medianera. Feliz día.",
        "Hoy brindo por el bandoneón y por los vecinos que aguantan, Sra. Bianchi.",
    ]
    said = {"alternatives": [{"text": text, "notes": [1]} for text in texts]}
    olga = await befriend(
        work, owner, "Olga Bianchi", "toca el bandoneón", form_of_address="Sra. Bianchi"
    )
    rita = await befriend(work, owner, "Rita", "toca el bandoneón")
    model.answer(said)
    await desk.write(olga)
    model.requests.clear()
    mine = [text.replace("Sra. Bianchi", "Rita") for text in texts]
    model.answer({"alternatives": [{"text": text, "notes": [1]} for text in mine]})
    await desk.write(rita)
    corrections = [data_of(body).get("corrections") for body in model.requests]
    assert any(lines and "duplicate" in lines for lines in corrections)
    assert "Sra." not in str(corrections)
    assert "Bianchi" not in desk.seen


async def test_how_a_private_note_of_somebody_else_begins_a_text_stays(
    desk: Desk, work: Work, owner: Owner, model: FakeModel
) -> None:
    ana = await befriend(work, owner, "Ana", private="colecciona dedales")
    shown = await desk.write(ana)
    assert {one.drafter for one in shown} == {"composer"}
    rita = await befriend(work, owner, "Rita", "toca el cello")
    await desk.write(rita)
    (body,) = model.requests
    assert "do_not_begin_like" not in data_of(body)
    elsa = await befriend(work, owner, "Elsa", "cría canarios")
    await desk.write(elsa)
    assert len(data_of(model.requests[-1])["do_not_begin_like"]) == 2
