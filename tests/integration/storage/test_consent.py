"""An invitation opens for one person, for a while, once."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.contacts import Contact
from bot.domain.owners import Owner
from storage.consent import Invitation
from storage.unit import Work
from tests.conftest import StillClock, add_owner, befriend

MONTH = timedelta(days=30)


@pytest.fixture
async def lucia(work: Work, owner: Owner) -> Contact:
    return await befriend(work, owner, "Lucía")


async def invite(work: Work, contact: Contact) -> str:
    async with work.begin() as unit:
        return await unit.consents.invite(contact.owner_id, contact.id, unit.now + MONTH)


async def opened(work: Work, token: str, chat_id: int = 99) -> Invitation | None:
    async with work.begin() as unit:
        return await unit.consents.open(token, chat_id)


async def test_the_token_tells_who_invites_whom_and_fits_a_link(work: Work, lucia: Contact) -> None:
    token = await invite(work, lucia)
    invitation = await opened(work, token)
    assert invitation is not None
    assert (invitation.owner_id, invitation.contact_id) == (lucia.owner_id, lucia.id)
    assert len(token) <= 64
    assert token.replace("-", "").replace("_", "").isalnum()


async def test_who_opened_it_may_open_it_again_and_nobody_else(work: Work, lucia: Contact) -> None:
    token = await invite(work, lucia)
    assert await opened(work, token, 99)
    assert await opened(work, token, 100) is None
    assert await opened(work, token, 99)
    async with work.read() as unit:
        assert await unit.consents.opened_by(99, lucia.id)
        assert await unit.consents.opened_by(100, lucia.id) is None


async def test_of_two_chats_that_open_it_at_once_one_gets_in(work: Work, lucia: Contact) -> None:
    token = await invite(work, lucia)
    outcomes = await asyncio.gather(*(opened(work, token, chat) for chat in (99, 100, 101)))
    assert len([one for one in outcomes if one]) == 1


async def test_an_answered_invitation_is_spent(work: Work, lucia: Contact) -> None:
    token = await invite(work, lucia)
    invitation = await opened(work, token)
    assert invitation is not None
    async with work.begin() as unit:
        await unit.consents.end(invitation)
    assert await opened(work, token) is None


async def test_it_expires(work: Work, lucia: Contact, clock: StillClock) -> None:
    token = await invite(work, lucia)
    assert await opened(work, token)
    clock.move_to(clock.now() + MONTH)
    assert await opened(work, token) is None
    async with work.read() as unit:
        assert await unit.consents.opened_by(99, lucia.id) is None


async def test_a_new_invitation_ends_the_one_before(work: Work, lucia: Contact) -> None:
    first, second = await invite(work, lucia), await invite(work, lucia)
    assert await opened(work, first) is None
    assert await opened(work, second)


async def test_what_was_never_a_token_opens_nothing(work: Work, lucia: Contact) -> None:
    await invite(work, lucia)
    for token in ("", "x", "' OR 1=1 --", "é" * 64):
        assert await opened(work, token) is None


async def test_an_answer_to_a_recipient_leaves_once_and_is_its_owners(
    work: Work, lucia: Contact, clock: StillClock
) -> None:
    other = await add_owner(work, clock, 8)
    async with work.begin() as unit:
        relay = await unit.consents.add_relay(lucia.owner_id, lucia.id, "¡gracias, Lu!")
    async with work.read() as unit:
        assert await unit.consents.relay(lucia.owner_id, relay.id) == relay
        assert await unit.consents.relay(other.id, relay.id) is None

    async def take() -> bool:
        async with work.begin() as unit:
            return await unit.consents.move_relay(relay, "sending")

    assert sorted(await asyncio.gather(take(), take())) == [False, True]
