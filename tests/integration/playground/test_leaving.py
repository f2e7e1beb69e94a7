"""The playground leaves promptly, whatever still hangs on it."""

import asyncio

import httpx

from bot.playground import Kind, Playground


async def test_open_polls_streams_and_hanging_calls_end_with_it() -> None:
    async with httpx.AsyncClient(trust_env=False, timeout=20) as client:
        async with Playground() as tg:
            root = f"{tg.base_url}{tg.token}"
            tg.fault(Kind.HANG, "getMe")
            waiting = [
                asyncio.create_task(client.get(f"{root}/getUpdates?timeout=50")),
                asyncio.create_task(client.get(f"{root}/getMe")),
                asyncio.create_task(client.get(f"{tg.url}/control/events")),
            ]
            await client.get(f"{root}/getMyCommands")
            while len(tg.calls) < 3:
                await client.get(f"{tg.url}/control/faults")

        answers = await asyncio.wait_for(asyncio.gather(*waiting), 5)

    assert answers[0].json() == {"ok": True, "result": []}
    assert answers[1].json()["result"]["is_bot"] is True
    assert answers[2].text.startswith(": hello")


async def test_a_playground_can_follow_another_on_the_same_port() -> None:
    async with Playground() as first:
        port = int(first.url.rpartition(":")[2])
    async with Playground(port=port) as second:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(f"{second.base_url}{second.token}/getMe")

    assert answer.json()["ok"]


async def test_any_bot_may_come_in_when_no_token_is_set() -> None:
    async with Playground(token=None) as tg:
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.get(f"{tg.base_url}123:abc/getMe")

    assert answer.json()["ok"]
