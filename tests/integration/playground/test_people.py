"""People can do what Telegram's clients let them do, and nothing else."""

import asyncio

import pytest

from bot.playground import NeverSeen, NotPossible, Person, Playground
from tests.integration.playground.conftest import Api


async def test_an_invitation_link_carries_its_payload(tg: Playground, api: Api) -> None:
    juana = tg.user("Juana")
    await juana.start("abc-DEF_123")

    message = (await api("getUpdates"))["result"][0]["message"]

    assert message["text"] == "/start abc-DEF_123"
    for payload in ("con espacio", "x" * 65):
        with pytest.raises(NotPossible):
            await juana.start(payload)


async def test_who_blocked_the_bot_cannot_write(marcelo: Person) -> None:
    await marcelo.block()

    with pytest.raises(NotPossible):
        await marcelo.send("hola")


async def test_a_cleared_chat_is_empty_for_them_and_whole_for_the_bot(
    api: Api, marcelo: Person
) -> None:
    sent = (await api("sendMessage", chat_id=marcelo.id, text="x"))["result"]["message_id"]
    await marcelo.delete_chat()

    assert marcelo.messages == []
    edited = await api("editMessageText", chat_id=marcelo.id, message_id=sent, text="y")
    assert edited["ok"]


async def test_a_test_can_wait_until_something_is_gone(
    tg: Playground, api: Api, marcelo: Person
) -> None:
    sent = (await api("sendMessage", chat_id=marcelo.id, text="▓▓░"))["result"]["message_id"]
    gone = asyncio.create_task(tg.wait_until(lambda: all(m.id != sent for m in marcelo.messages)))
    await api("getMe")
    assert not gone.done()

    await api("deleteMessage", chat_id=marcelo.id, message_id=sent)

    await gone
    with pytest.raises(NeverSeen):
        await tg.wait_until(lambda: False, 0.01)


async def test_the_newest_button_with_that_label_is_meant(api: Api, marcelo: Person) -> None:
    for n in (1, 2):
        markup = {"inline_keyboard": [[{"text": "✅ 1", "callback_data": f"card{n}"}]]}
        await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)

    await marcelo.tap("✅")

    update = (await api("getUpdates"))["result"][-1]
    assert update["callback_query"]["data"] == "card2"


async def test_an_edit_without_a_keyboard_takes_the_buttons_away(api: Api, marcelo: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "✅ 1", "callback_data": "x"}]]}
    sent = await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup=markup)
    where = {"chat_id": marcelo.id, "message_id": sent["result"]["message_id"]}
    await api("editMessageText", text="y", **where)

    with pytest.raises(NotPossible):
        await marcelo.tap("✅")


async def test_keys_of_the_reply_keyboard_write_their_label_or_open_a_chooser(
    api: Api, marcelo: Person
) -> None:
    keys = [["➕ Juana", {"text": "👥", "request_users": {"request_id": 5}}]]
    await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup={"keyboard": keys})

    chooser = await marcelo.tap("👥")
    await marcelo.tap("➕")

    assert (chooser.kind, chooser.value) == ("request_users", "5")
    assert marcelo.messages[-1].text == "➕ Juana"
    await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup={"remove_keyboard": True})
    with pytest.raises(NotPossible):
        await marcelo.tap("➕")


async def test_users_are_shared_only_as_a_key_asks_for_them(
    tg: Playground, api: Api, marcelo: Person
) -> None:
    ana = tg.user("Ana", username="ana_ok")
    key = {"text": "👥", "request_users": {"request_id": 5, "request_name": True}}
    await api("sendMessage", chat_id=marcelo.id, text="x", reply_markup={"keyboard": [[key]]})

    shared = await marcelo.share_users(5, [ana.id])

    assert shared.raw["users_shared"]["users"] == [{"user_id": ana.id, "first_name": "Ana"}]
    for request_id, users in ((6, [ana.id]), (5, [ana.id, marcelo.id])):
        with pytest.raises(NotPossible):
            await marcelo.share_users(request_id, users)


async def test_a_greeting_is_shared_through_inline_mode(api: Api, marcelo: Person) -> None:
    query_id = await marcelo.inline_query("g42")
    content = {"message_text": "¡Feliz día, Juana!"}
    article = {"type": "article", "id": "1", "title": "x", "input_message_content": content}
    await api("answerInlineQuery", inline_query_id=query_id, results=[article])

    assert await marcelo.choose(query_id) == "¡Feliz día, Juana!"
    chosen = (await api("getUpdates"))["result"][-1]["chosen_inline_result"]
    assert (chosen["result_id"], chosen["query"]) == ("1", "g42")


async def test_a_draft_is_seen_until_the_message_comes(api: Api, marcelo: Person) -> None:
    await api("sendMessageDraft", chat_id=marcelo.id, draft_id=1, text="Quer")
    seen_before = marcelo.draft
    await api("sendMessage", chat_id=marcelo.id, text="Querida")

    assert (seen_before, marcelo.draft) == ("Quer", None)


async def test_copies_hide_where_they_come_from_and_forwards_tell(
    tg: Playground, api: Api, marcelo: Person
) -> None:
    juana = tg.user("Juana")
    await juana.start()
    sent = await juana.send("hola Marcelo")
    where = {"chat_id": marcelo.id, "from_chat_id": juana.id, "message_id": sent.id}

    await api("copyMessage", **where)
    await api("forwardMessage", **where)

    copied, forwarded = (m.raw for m in marcelo.messages if m.from_bot)
    assert copied["text"] == forwarded["text"] == "hola Marcelo"
    assert "forward_origin" not in copied
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Juana"


async def test_the_bot_reacts_to_a_message(api: Api, marcelo: Person) -> None:
    sent = await marcelo.send("hola")
    heart = [{"type": "emoji", "emoji": "❤"}]

    await api("setMessageReaction", chat_id=marcelo.id, message_id=sent.id, reaction=heart)

    assert api.tg.state.messages[sent.id].reactions == [{"from_bot": True, **heart[0]}]
