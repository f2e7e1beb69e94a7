"""A bad day on the network, as python-telegram-bot meets it, and what the record says of it."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.playground import Fault, Kind, Person, Playground
from bot.playground.faults import Faults


def texts(person: Person) -> list[str]:
    return [m.text for m in person.messages if m.from_bot]


async def test_429_says_how_long_to_wait(tg: Playground, bot: Bot, marcelo: Person) -> None:
    tg.fault(Kind.RETRY_AFTER, "sendMessage", retry_after=7)

    with pytest.raises(RetryAfter) as error:
        await bot.send_message(marcelo.id, "hola")

    assert error.value.retry_after == timedelta(seconds=7)
    assert texts(marcelo) == []


async def test_a_cut_after_the_work_leaves_the_bot_in_the_dark(
    tg: Playground, bot: Bot, marcelo: Person
) -> None:
    tg.fault(Kind.CUT, "sendMessage", accept=True)

    with pytest.raises(NetworkError) as error:
        await bot.send_message(marcelo.id, "hola")

    assert not isinstance(error.value, BadRequest)
    assert texts(marcelo) == ["hola"]
    call = tg.calls.accepted("sendMessage", marcelo.id)[0]
    assert (call.accepted, call.answered, call.fault) == (True, False, "cut")


async def test_a_cut_before_the_work_sends_nothing(
    tg: Playground, bot: Bot, marcelo: Person
) -> None:
    tg.fault(Kind.CUT, "sendMessage")

    with pytest.raises(NetworkError):
        await bot.send_message(marcelo.id, "hola")

    assert texts(marcelo) == []
    assert tg.calls.accepted("sendMessage") == []


async def test_a_gateway_answers_with_a_page(tg: Playground, bot: Bot, marcelo: Person) -> None:
    tg.fault(Kind.SERVER_ERROR, "sendMessage", code=502, accept=True)

    with pytest.raises(NetworkError):
        await bot.send_message(marcelo.id, "hola")

    assert texts(marcelo) == ["hola"]
    assert tg.calls[-1].status == 502


async def test_an_answer_may_be_torn(tg: Playground, bot: Bot, marcelo: Person) -> None:
    tg.fault(Kind.BAD_JSON, "sendMessage", accept=True)

    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(marcelo.id, "hola")

    assert texts(marcelo) == ["hola"]


async def test_silence_after_the_work_times_out(tg: Playground, bot: Bot, marcelo: Person) -> None:
    tg.fault(Kind.HANG, "sendMessage", accept=True)

    with pytest.raises(TimedOut):
        await bot.send_message(marcelo.id, "hola", read_timeout=0.05)

    assert texts(marcelo) == ["hola"]


async def test_silence_before_the_work_sends_nothing_when_the_bot_leaves(
    tg: Playground, bot: Bot, marcelo: Person
) -> None:
    tg.fault(Kind.HANG, "sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(marcelo.id, "hola", read_timeout=0.05)

    call = await tg.wait_for_call(lambda call: call.fault == "hang" and call.done)
    tg.faults.release()
    await bot.send_message(marcelo.id, "chau")

    assert not call.accepted
    assert texts(marcelo) == ["chau"]


async def test_what_hangs_goes_on_when_released(tg: Playground, bot: Bot, marcelo: Person) -> None:
    fault = tg.fault(Kind.HANG, "sendMessage")
    sending = asyncio.create_task(bot.send_message(marcelo.id, "hola", read_timeout=10))
    await bot.get_me()

    tg.faults.release(fault.id)

    assert (await sending).text == "hola"


async def test_permanent_refusals_can_be_planted(tg: Playground, bot: Bot, marcelo: Person) -> None:
    tg.fault(
        Kind.REFUSE,
        "sendMessage",
        code=403,
        description="Forbidden: bot was blocked by the user",
    )

    with pytest.raises(Forbidden):
        await bot.send_message(marcelo.id, "hola")

    await bot.send_message(marcelo.id, "otra vez")
    assert texts(marcelo) == ["otra vez"]


async def test_a_fault_can_be_meant_for_one_chat_and_for_a_later_call(
    tg: Playground, bot: Bot, marcelo: Person
) -> None:
    juana = tg.user("Juana")
    await juana.start()
    tg.fault(Kind.REFUSE, "sendMessage", chat_id=juana.id, skip=1, times=2, code=400)

    outcomes = []
    for person in (marcelo, juana, juana, marcelo, juana, juana):
        try:
            await bot.send_message(person.id, "hola")
            outcomes.append("sent")
        except BadRequest:
            outcomes.append("refused")

    assert outcomes == ["sent", "sent", "refused", "sent", "refused", "sent"]


def test_a_chance_fault_strikes_some_calls_and_repeats_from_run_to_run() -> None:
    runs = []
    for _ in range(2):
        faults = Faults()
        faults.plant(Fault(Kind.CUT, times=None, probability=0.5))
        runs.append([faults.strike("sendMessage", 1) is not None for _ in range(100)])

    assert runs[0] == runs[1]
    assert 30 < sum(runs[0]) < 70


async def test_a_fault_for_everything_spares_the_polls(tg: Playground, bot: Bot) -> None:
    tg.fault(Kind.REFUSE, code=400)

    assert await bot.get_updates(timeout=0) == ()
    with pytest.raises(BadRequest):
        await bot.get_me()


async def test_a_request_torn_in_the_middle_does_nothing(tg: Playground, marcelo: Person) -> None:
    port = int(tg.url.rpartition(":")[2])
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /bot{tg.token}/sendMessage HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n"
    writer.write(f"{head}content-type: application/json\r\n\r\n{{".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()

    call = await tg.wait_for_call(lambda call: call.done)

    assert not call.accepted
    assert texts(marcelo) == []
