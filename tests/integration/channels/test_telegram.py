"""What is known of a message of the bot's when Telegram or the network has a bad day."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.channels.base import NotSent, Unknown
from bot.channels.telegram import TelegramSender
from bot.domain.contacts import Contact
from bot.playground import Kind, Person, Playground
from tests.integration.channels.conftest import JUANA, OWNER, nasty_texts


@pytest.fixture(autouse=True)
def quiet_retry_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it, RetryAfter warns of its own future


@pytest.fixture
async def juana(tg: Playground) -> Person:
    person = tg.user("Juana")
    await person.start()
    return person


@asynccontextmanager
async def sending(
    tg: Playground, *, read_timeout: float = 5.0, connections: int = 4, pool_timeout: float = 1.0
) -> AsyncIterator[TelegramSender]:
    """A sender on the playground, as patient as it is told."""
    request = HTTPXRequest(
        connections,
        read_timeout=read_timeout,
        pool_timeout=pool_timeout,
        httpx_kwargs={"trust_env": False},
    )
    async with Bot(tg.token, base_url=tg.base_url, request=request) as bot:
        yield TelegramSender(bot)


def linked(person: Person) -> Contact:
    return JUANA.evolve(linked_chat_id=person.id)


def got(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.from_bot]


async def test_the_owners_name_stands_above_the_text_and_nothing_below(
    tg: Playground, juana: Person
) -> None:
    async with sending(tg) as sender:
        proof = await sender.send(OWNER, linked(juana), "¡Feliz día!\n<b>Te</b> _quiero_ 💌")

    [message] = [message for message in juana.messages if message.from_bot]
    assert message.text == "Marcelo Gil\n\n¡Feliz día!\n<b>Te</b> _quiero_ 💌"
    assert proof == str(message.id)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=nasty_texts)
async def test_every_text_arrives_to_the_letter(tg: Playground, juana: Person, text: str) -> None:
    """But for blanks at its end, which Telegram takes away."""
    async with sending(tg) as sender:
        await sender.send(OWNER, linked(juana), text)

    assert got(juana)[-1] == f"Marcelo Gil\n\n{text}".rstrip()


async def verdict(sender: TelegramSender, contact: Contact, text: str = "hola") -> NotSent:
    with pytest.raises(NotSent) as error:
        await sender.send(OWNER, contact, text)
    return error.value


async def test_whoever_blocked_the_bot_is_out_of_reach_for_good(
    tg: Playground, juana: Person
) -> None:
    await juana.block()
    async with sending(tg) as sender:
        error = await verdict(sender, linked(juana))

    assert (error.reason, error.permanent) == ("blocked", True)


async def test_a_deleted_account_is_gone_for_good(tg: Playground, juana: Person) -> None:
    await juana.deactivate()
    async with sending(tg) as sender:
        error = await verdict(sender, linked(juana))

    assert (error.reason, error.permanent) == ("gone", True)


async def test_a_chat_telegram_does_not_know_is_gone_for_good(tg: Playground) -> None:
    async with sending(tg) as sender:
        error = await verdict(sender, JUANA.evolve(linked_chat_id=999))

    assert (error.reason, error.permanent) == ("gone", True)


async def test_who_never_pressed_start_cannot_be_written_to(tg: Playground, juana: Person) -> None:
    async with sending(tg) as sender:
        tg.fault(
            Kind.REFUSE,
            "sendMessage",
            code=403,
            description="Forbidden: bot can't initiate conversation with a user",
        )
        error = await verdict(sender, linked(juana))

    assert (error.reason, error.permanent) == ("blocked", True)


async def test_what_telegram_refuses_is_refused_for_good(tg: Playground, juana: Person) -> None:
    async with sending(tg) as sender:
        error = await verdict(sender, linked(juana), "a" * 4096)

    assert (error.reason, error.permanent) == ("refused", True)
    assert got(juana) == []


async def test_who_is_not_linked_gets_nothing(tg: Playground, juana: Person) -> None:
    async with sending(tg) as sender:
        error = await verdict(sender, JUANA)

    assert (error.reason, error.permanent) == ("unlinked", True)
    assert tg.calls.accepted("sendMessage") == []


async def test_429_waits_as_long_as_telegram_says(tg: Playground, juana: Person) -> None:
    async with sending(tg) as sender:
        tg.fault(Kind.RETRY_AFTER, "sendMessage", retry_after=7)
        error = await verdict(sender, linked(juana))

    assert (error.reason, error.permanent, error.wait) == ("busy", False, 7)
    assert got(juana) == []


async def test_after_a_429_to_an_answer_nothing_else_leaves_either(
    tg: Playground, juana: Person
) -> None:
    async with sending(tg) as sender:
        tg.fault(Kind.RETRY_AFTER, "sendMessage", retry_after=600)
        with pytest.raises(NotSent):
            await sender.pass_on(juana.id, OWNER, "sí, llevo vino")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await sender.ready()


async def test_a_withdrawn_token_is_tried_again_later(tg: Playground, juana: Person) -> None:
    async with sending(tg) as sender:
        tg.fault(Kind.REFUSE, "sendMessage", code=401, description="Unauthorized")
        error = await verdict(sender, linked(juana))

    assert (error.reason, error.permanent) == ("token", False)
    assert error.wait > 0


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.SERVER_ERROR, 500),
        (Kind.SERVER_ERROR, 502),
        (Kind.BAD_JSON, None),
        (Kind.CUT, None),
        (Kind.HANG, None),
    ],
)
async def test_without_telegrams_answer_it_is_unknown_whether_or_not_it_arrived(
    tg: Playground, juana: Person, kind: Kind, code: int | None, arrived: bool
) -> None:
    async with sending(tg, read_timeout=0.2) as sender:
        tg.fault(kind, "sendMessage", code=code, accept=arrived)
        with pytest.raises(Unknown):
            await sender.send(OWNER, linked(juana), "hola")
        await tg.wait_for_call(lambda call: call.fault == kind and call.done)

    assert len(got(juana)) == arrived


async def test_a_closed_door_is_no_delivery(tg: Playground, juana: Person) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/bot"
        request = HTTPXRequest(httpx_kwargs={"trust_env": False})
        error = await verdict(
            TelegramSender(Bot(tg.token, base_url=url, request=request)), linked(juana)
        )

    assert (error.reason, error.permanent) == ("unreachable", False)


async def test_no_free_connection_is_no_delivery(tg: Playground, juana: Person) -> None:
    async with sending(tg, connections=1, pool_timeout=0.05) as sender:
        tg.fault(Kind.HANG, "sendMessage")
        first = asyncio.create_task(sender.send(OWNER, linked(juana), "uno"))
        await tg.wait_for_call(lambda call: call.fault == "hang")
        error = await verdict(sender, linked(juana), "dos")
        tg.faults.release()
        await first

    assert (error.reason, error.permanent) == ("unreachable", False)
    assert got(juana) == ["Marcelo Gil\n\nuno"]
