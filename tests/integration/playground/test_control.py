"""Whoever sits in another process, or in a browser, can do and see the same over HTTP."""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.playground import Person, Playground
from tests.integration.playground.conftest import Api


class Control:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def __call__(self, path: str, body: Any = None, *, status: int = 200) -> Any:
        answer = await self.client.request("GET" if body is None else "POST", path, json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None


@pytest.fixture
async def control(tg: Playground) -> AsyncIterator[Control]:
    async with httpx.AsyncClient(trust_env=False, base_url=f"{tg.url}/control") as client:
        yield Control(client)


async def test_a_user_is_made_and_writes(control: Control, api: Api) -> None:
    ana = await control("/users", {"first_name": "Ana", "username": "ana_ok"}, status=201)
    sent = await control(f"/users/{ana['id']}/send", {"text": "/add Juana"})

    update = (await api("getUpdates"))["result"][0]

    assert update["message"] == sent["message"]
    assert sent["message"]["from"]["language_code"] == "es"
    assert sent["message"]["entities"][0]["type"] == "bot_command"


async def test_a_button_is_tapped_by_its_place(control: Control, api: Api, marcelo: Person) -> None:
    buttons = [{"text": "✅ 1", "callback_data": "a"}, {"text": "✅ 2", "callback_data": "b"}]
    markup = {"inline_keyboard": [buttons]}
    sent = await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)
    where = {"message_id": sent["result"]["message_id"]}

    tapped = await control(f"/users/{marcelo.id}/tap", where | {"index": 1})
    gone = await control(f"/users/{marcelo.id}/tap", where | {"index": 2}, status=409)
    forged = await control(f"/users/{marcelo.id}/forge", where | {"callback_data": "z"})

    updates = (await api("getUpdates"))["result"]
    data = [u["callback_query"]["data"] for u in updates if "callback_query" in u]
    assert data == ["b", "z"]
    assert tapped["kind"] == forged["kind"] == "callback"
    assert "no such button" in gone["error"]


async def test_a_voice_note_travels_as_base64_or_as_a_form(
    tg: Playground, control: Control, api: Api, marcelo: Person
) -> None:
    path = f"/users/{marcelo.id}/voice"
    text = base64.b64encode(b"OggS").decode()
    await control(path, {"data_base64": text, "duration": 3})
    await control.client.post(path, data={"duration": "4"}, files={"data": b"OggS"})

    voices = [m.raw["voice"] for m in marcelo.messages if m.kind == "voice"]
    file = (await api("getFile", file_id=voices[1]["file_id"]))["result"]
    got = await api.client.get(f"{tg.base_file_url}{tg.token}/{file['file_path']}")
    shown = await control.client.get(f"/files/{voices[0]['file_id']}")

    assert [voice["duration"] for voice in voices] == [3, 4]
    assert got.content == shown.content == b"OggS"
    assert shown.headers["content-type"] == "audio/ogg"


async def test_a_mistake_is_explained(control: Control, marcelo: Person) -> None:
    missing = await control(f"/users/{marcelo.id}/send", {}, status=422)
    unknown = await control("/users/1/send", {"text": "x"}, status=404)
    wrong = await control("/faults", {"kind": "earthquake"}, status=422)

    assert "text" in missing["error"]
    assert unknown == {"error": "no such user or action"}
    assert "earthquake" in wrong["error"]


async def test_a_fault_is_planted_seen_and_taken_away(
    control: Control, api: Api, marcelo: Person
) -> None:
    fault = {"kind": "refuse", "method": "sendMessage", "code": 400, "times": None}
    planted = await control("/faults", fault, status=201)
    refused = await api("sendMessage", chat_id=marcelo.id, text="x")
    listed = await control("/faults")
    await control.client.delete("/faults")
    accepted = await api("sendMessage", chat_id=marcelo.id, text="x")

    assert (refused["ok"], accepted["ok"]) == (False, True)
    assert [(f["id"], f["hits"]) for f in listed] == [(planted["id"], 1)]


async def test_the_record_keeps_what_was_asked_and_what_came_of_it(
    control: Control, api: Api, marcelo: Person
) -> None:
    await api.upload("sendDocument", marcelo.id, document=b"abc")
    await api("sendMessage", chat_id=0, text="x")

    sent, refused = await control("/calls")
    only = await control("/calls?method=sendmessage&after=1")

    assert sent["params"]["document"] == {"file_name": "a.bin", "size": 3}
    assert (sent["id"], sent["accepted"], sent["answered"], sent["status"]) == (1, True, True, 200)
    assert (refused["accepted"], refused["description"]) == (False, "Bad Request: chat not found")
    assert only == [refused]


async def test_the_state_shows_people_messages_and_menus(
    control: Control, api: Api, marcelo: Person
) -> None:
    commands = [{"command": "add", "description": "Sumar"}]
    await api("setMyCommands", commands=commands)
    await api("sendMessage", chat_id=marcelo.id, text="<b>x</b>", parse_mode="HTML")

    state = await control("/state")

    assert [user["first_name"] for user in state["users"]] == ["Marcelo"]
    assert state["messages"][1]["from_bot"] is True
    assert state["messages"][1]["message"]["entities"][0]["type"] == "bold"
    assert state["commands"] == [
        {"scope": {"type": "default"}, "language_code": "", "commands": commands}
    ]


async def test_events_follow_live_and_resume_where_they_stopped(
    tg: Playground, control: Control, api: Api, marcelo: Person
) -> None:
    mark = tg.mark
    await api("sendMessage", chat_id=marcelo.id, text="uno")

    events = await _events(control, mark, 2)
    resumed = await _events(control, events[0]["id"], 1)

    assert [event["kind"] for event in events] == ["message", "call"]
    assert events[0]["data"]["message"]["text"] == "uno"
    assert resumed == events[1:]


async def _events(control: Control, after: int, count: int) -> list[Any]:
    events: list[Any] = []
    headers = {"last-event-id": str(after)}
    async with control.client.stream("GET", "/events", headers=headers) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                events.append(json.loads(line.removeprefix("data: ")))
            if len(events) == count:
                break
    return events
