"""A tap decides once, and can be taken back until it is out."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Channel, Greeting, State
from bot.domain.owners import Owner
from bot.services import approve as decisions
from bot.services import consent, forget
from storage.unit import Work
from tests.conftest import StillClock, befriend
from tests.integration.services.conftest import END_OF_DAY, Ready

AT_ONCE = decisions.Ways(timedelta())
NINE = datetime(2027, 7, 20, 12, tzinfo=UTC)


@pytest.fixture
async def juana(work: Work, owner: Owner) -> Contact:
    return await befriend(work, owner, "Juana", "le gusta el té", phone="+5491155551234")


async def approve(
    work: Work, owner: Owner, contact: Contact, greeting: Greeting,
    number: int = 1, ways: decisions.Ways = AT_ONCE,
) -> Greeting | None:  # fmt: skip
    async with work.begin() as unit:
        alternative = (await unit.alternatives.last(greeting))[number - 1]
        return await decisions.approve(unit, owner, greeting, contact, alternative, ways)


async def test_the_tapped_text_is_frozen_for_nine_in_the_owners_own_account(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana, "uno", Alternative(0, 2, "dos", note_ids=(5,)))
    approved = await approve(work, owner, juana, greeting, number=2)
    assert approved is not None
    assert (approved.text, approved.rests_on) == ("dos", (5,))
    assert (approved.due_at, approved.channel) == (NINE, Channel.LINK)


async def test_a_linked_contact_gets_it_from_the_bot_within_the_spread(
    work: Work, owner: Owner, ready: Ready
) -> None:
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    spread = decisions.Ways(timedelta(minutes=5))
    approved = await approve(work, owner, lucia, await ready(lucia), ways=spread)
    assert approved is not None
    assert approved.channel is Channel.BOT
    assert approved.due_at is not None
    assert NINE <= approved.due_at < NINE + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("mail", "phone", "channel"),
    [
        (True, None, Channel.EMAIL),
        (True, "+5491155551234", Channel.LINK),
        (False, None, Channel.LINK),
    ],
)
async def test_a_letter_goes_to_who_has_no_other_address(
    work: Work, owner: Owner, ready: Ready, mail: bool, phone: str | None, channel: Channel
) -> None:
    olga = await befriend(work, owner, "Olga", email="olga@example.org", phone=phone)
    ways = decisions.Ways(timedelta(), mail=mail)
    approved = await approve(work, owner, olga, await ready(olga), ways=ways)
    assert approved is not None
    assert approved.channel is channel


async def test_after_the_day_nothing_is_approved_any_more(
    work: Work, owner: Owner, juana: Contact, ready: Ready, clock: StillClock
) -> None:
    greeting = await ready(juana)
    clock.move_to(END_OF_DAY)
    assert await approve(work, owner, juana, greeting) is None


async def test_a_double_tap_approves_once(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana, "uno", "dos")
    outcomes = await asyncio.gather(
        approve(work, owner, juana, greeting, 1), approve(work, owner, juana, greeting, 2)
    )
    assert len([one for one in outcomes if one]) == 1


async def test_a_text_that_breaks_the_rules_is_not_approved(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana, Alternative(0, 1, "Feliz día a todos", offered=False))
    assert await approve(work, owner, juana, greeting) is None


async def test_after_the_hour_it_leaves_within_a_minute_and_can_still_be_taken_back(
    work: Work, owner: Owner, juana: Contact, ready: Ready, clock: StillClock
) -> None:
    greeting = await ready(juana)
    now = clock.at(20, 11)
    approved = await approve(work, owner, juana, greeting)
    assert approved is not None
    assert approved.due_at is not None
    assert now < approved.due_at <= now + timedelta(seconds=60)


async def test_in_the_recipients_quiet_hours_it_waits_for_the_morning_and_does_not_expire(
    work: Work, owner: Owner, juana: Contact, ready: Ready, clock: StillClock
) -> None:
    greeting = await ready(juana)
    clock.at(20, 23)
    approved = await approve(work, owner, juana, greeting)
    assert approved is not None
    assert approved.due_at == clock.at(21, 8)
    assert approved.expires_at > approved.due_at


async def test_taken_back_the_card_asks_again_with_what_it_had(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    approved = await approve(work, owner, juana, await ready(juana, "uno", "dos"))
    assert approved is not None
    async with work.begin() as unit:
        back = await decisions.take_back(unit, approved)
        assert back is not None
        assert [one.text for one in await unit.alternatives.last(back)] == ["uno", "dos"]
    assert (back.state, back.text, back.due_at) == (State.READY, None, None)
    again = await approve(work, owner, juana, back, 2)
    assert again is not None
    assert again.text == "dos"


@pytest.mark.parametrize("decision", [State.SKIPPED, State.CALL, State.SNOOZED])
async def test_every_decision_can_be_taken_back(
    work: Work, owner: Owner, juana: Contact, ready: Ready, decision: State
) -> None:
    greeting = await ready(juana)
    async with work.begin() as unit:
        decided = await decisions.decide(unit, owner, greeting, decision)
        assert decided is not None
        back = await decisions.take_back(unit, decided)
    assert back is not None
    assert back.state is State.READY


async def test_snoozed_it_comes_back_in_an_hour(
    work: Work, owner: Owner, juana: Contact, ready: Ready, clock: StillClock
) -> None:
    greeting = await ready(juana)
    async with work.begin() as unit:
        snoozed = await decisions.decide(unit, owner, greeting, State.SNOOZED)
    assert snoozed is not None
    assert snoozed.due_at == clock.now() + timedelta(hours=1)


async def test_sent_now_it_is_due_at_once_by_the_same_channel(
    work: Work, owner: Owner, juana: Contact, ready: Ready, clock: StillClock
) -> None:
    approved = await approve(work, owner, juana, await ready(juana, "uno"))
    assert approved is not None
    async with work.begin() as unit:
        now = await decisions.send_now(unit, approved)
    assert now is not None
    assert (now.due_at, now.text, now.channel) == (clock.now(), "uno", Channel.LINK)


async def test_when_a_note_it_rests_on_changes_the_card_asks_again(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana, Alternative(0, 1, "uno", note_ids=(5,)))
    await approve(work, owner, juana, greeting)
    async with work.begin() as unit:
        assert await decisions.stale_after_change(unit, juana, note_id=6) == []
        (changed,) = await decisions.stale_after_change(unit, juana, note_id=5)
    assert (changed.id, changed.state) == (greeting.id, State.STALE)


async def test_when_the_address_changes_the_card_asks_again(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    await approve(work, owner, juana, await ready(juana))
    async with work.begin() as unit:
        (changed,) = await decisions.stale_after_change(unit, juana)
        assert changed.state is State.STALE
        alternatives = await unit.alternatives.last(changed)
    approved = await approve(work, owner, juana, changed)
    assert approved is not None
    assert approved.text == alternatives[0].text


async def test_the_owners_words_stand_alone_and_can_be_taken_back(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana, "uno", "dos")
    async with work.begin() as unit:
        written = await decisions.own_words(unit, greeting, "lo mío")
        assert written is not None
        shown = await unit.alternatives.last(written)
        assert [(one.text, one.drafter, one.offered) for one in shown] == [
            ("lo mío", "owner", True)
        ]
        back = await decisions.restore_drafts(unit, written)
        assert back is not None
        assert [one.text for one in await unit.alternatives.last(back)] == ["uno", "dos"]


async def test_who_stops_gets_nothing_approved_either(
    work: Work, owner: Owner, ready: Ready
) -> None:
    lucia = await befriend(work, owner, "Lucía", linked_chat_id=99)
    approved = await approve(work, owner, lucia, await ready(lucia))
    assert approved is not None
    async with work.begin() as unit:
        ((stopped_for, contact, asking),) = await consent.stop(unit, 99)
        assert await consent.stop(unit, 99) == []
        found = await unit.contacts.get(owner.id, lucia.id)
    assert (stopped_for, contact.id) == (owner, lucia.id)
    assert [(one.id, one.state) for one in asking] == [(approved.id, State.STALE)]
    assert found is not None
    assert found.linked_chat_id is None


@pytest.mark.parametrize(("accepted", "chat"), [(True, 99), (False, None)])
async def test_who_is_invited_is_linked_only_by_accepting(
    work: Work, owner: Owner, juana: Contact, accepted: bool, chat: int | None
) -> None:
    async with work.begin() as unit:
        token = await consent.invite(unit, juana)
        assert await consent.open_invitation(unit, token, owner.id) is None
    async with work.begin() as unit:
        token = await consent.invite(unit, juana)
        assert await consent.open_invitation(unit, token, 99) is not None
    async with work.begin() as unit:
        assert await consent.answer(unit, 99, juana.id, accepted=accepted) is not None
        assert await consent.answer(unit, 99, juana.id, accepted=True) is None
        found = await unit.contacts.get(owner.id, juana.id)
    assert found is not None
    assert found.linked_chat_id == chat


async def test_forgetting_says_before_what_goes_and_frees_the_review(
    work: Work, owner: Owner, juana: Contact, ready: Ready
) -> None:
    greeting = await ready(juana)
    async with work.begin() as unit:
        await unit.reviews.open(owner.id, greeting.id)
    async with work.begin() as unit:
        goes = await forget.what_goes(unit, juana)
        await forget.forget(unit, owner, juana)
        assert (await unit.reviews.get(owner.id)).open_greeting_id is None
        assert await unit.greetings.get(greeting.id) is None
    assert (goes.notes, goes.dates, goes.greetings) == (1, 0, 1)
