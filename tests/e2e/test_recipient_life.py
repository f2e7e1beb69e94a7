"""The other end: who gets greetings through the bot, what they answer, and how they leave."""

import asyncio
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.domain.contacts import Contact
from bot.domain.greetings import Alternative, Channel, State
from bot.playground import Kind, Person, Playground, Seen
from tests.e2e.running import Abrazo
from tests.e2e.seed import (
    FRIENDS_DAY,
    NINE,
    approved_greetings,
    open_database,
    states,
    text_for,
)

OWNER = 5_000_100
EVENING = NINE + timedelta(hours=12)
MIDNIGHT = NINE + timedelta(hours=15)
LATE = 60


def sees(text: str, *labels: str) -> Callable[[Seen], bool]:
    """A message that holds this text and buttons that start like these."""

    def fits(message: Seen) -> bool:
        return text in message.text and all(map(message.button, labels))

    return fits


async def running(abrazo: Abrazo, tg: Playground, guests: dict[int, str]) -> Person:
    """A bot whose owner has greetings approved for these chats."""
    owner = tg.user("Marcelo", id=OWNER)
    await approved_greetings(abrazo.home, OWNER, guests)
    await owner.send("/status")
    await abrazo.start()
    await owner.wait_for(sees("Aprobados"), within=LATE)
    return owner


async def invite(owner: Person, guest: Person, name: str, tg: Playground) -> None:
    mark = tg.mark
    await owner.send(f"/invite {name}")
    link = await owner.wait_for(sees("?start="), within=LATE, since=mark)
    found = re.search(r"\?start=(\S+)", link.text)
    assert found is not None
    await guest.start(found[1])
    await guest.tap("👍", within=LATE)
    await owner.wait_for(sees("aceptó"), within=LATE, since=mark)


async def test_a_recipient_answers_is_answered_stops_and_comes_back(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 8)
    owner = await running(abrazo, tg, {lucia.id: "Lucía"})
    abrazo.at(2027, 7, 20, 9, 1)
    greeting = await lucia.wait_for(sees(text_for("Lucía")), within=LATE)
    assert greeting.text == f"Marcelo\n\n{text_for('Lucía')}"

    await lucia.send("jajaja, me recibí de piloto!!", reply_to=greeting.id)
    heard = await owner.wait_for(sees("me recibí"), within=LATE)
    assert heard.text == "💬 Lucía: jajaja, me recibí de piloto!!"
    await owner.tap("➕", message_id=heard.id)
    await owner.wait_for(sees("📝 Lucía: jajaja"), within=LATE)
    await lucia.send_voice(b"risas")
    await owner.wait_for(lambda one: one.kind == "voice" and "Lucía" in one.text, within=LATE)
    await lucia.send_sticker("🤗")
    await owner.wait_for(lambda one: one.kind == "sticker", within=LATE)
    await lucia.react(greeting.id, "❤️")
    await owner.wait_for(sees("❤️ Lucía"), within=LATE)

    await owner.send("¡te felicito!", reply_to=heard.id)
    asked = await owner.wait_for(sees("te felicito", "🚀", "❌"), within=LATE)
    assert not [one for one in lucia.messages if "te felicito" in one.text]
    await owner.tap("🚀", message_id=asked.id)
    send_it = asked.button("🚀")
    assert send_it is not None
    await owner.forge(asked.id, send_it.data or "")  # a thumb that taps twice
    answered = await lucia.wait_for(sees("te felicito"), within=LATE)
    assert answered.text == "Marcelo\n\n¡te felicito!"
    await owner.wait_for(sees("Le llegó a Lucía"), within=LATE)
    await owner.send_voice(b"canto", reply_to=heard.id)
    await owner.tap("🚀", within=LATE)
    await lucia.wait_for(lambda one: one.kind == "voice" and one.text == "Marcelo", within=LATE)
    assert len([one for one in lucia.messages if "te felicito" in one.text]) == 1

    mark = tg.mark
    await lucia.send("/stop")
    await owner.wait_for(sees("Lucía pidió no recibir más"), within=LATE, since=mark)
    await lucia.send("¿hola?")
    await lucia.wait_for(sees("hace falta una invitación"), within=LATE, since=mark)
    assert not [one for one in owner.messages if "¿hola?" in one.text]
    mark = tg.mark
    await lucia.start()
    await lucia.wait_for(sees("A Marcelo le gustaría", "👍", "❌"), within=LATE, since=mark)
    await lucia.tap("👍")
    await owner.wait_for(sees("aceptó"), within=LATE, since=mark)
    await lucia.send("volví")
    await owner.wait_for(sees("💬 Lucía: volví"), within=LATE)


async def test_who_asks_to_be_forgotten_is_even_after_stopping(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 9, 1)
    owner = tg.user("Marcelo", id=OWNER)
    await owner.send("/help")
    await approved_greetings(abrazo.home, OWNER, {lucia.id: "Lucía"})
    await abrazo.start()
    await lucia.wait_for(sees(text_for("Lucía")), within=LATE)
    await lucia.send("/stop")
    await lucia.wait_for(sees("/forgetme"), within=LATE)

    await lucia.send("/forgetme")
    await lucia.wait_for(sees("Marcelo", "🗑", "❌"), within=LATE)
    await lucia.tap("❌")
    await lucia.wait_for(sees("no cambió nada"), within=LATE)
    assert set(await states(abrazo.home, OWNER)) == {"Lucía"}
    await lucia.send("/olvidame")
    await lucia.tap("🗑", within=LATE)
    await owner.wait_for(sees("Lucía pidió que borre todo"), within=LATE)
    assert await states(abrazo.home, OWNER) == {}
    await abrazo.stop()
    assert not await _knows(abrazo.home, OWNER, lucia.id)


async def _knows(home: Path, owner_id: int, chat_id: int) -> bool:
    database, work = await open_database(home)
    async with work.read() as unit:
        contacts = await unit.contacts.of_owner(owner_id)
        wrote = await unit.consents.contacts_of(chat_id)
    await database.close()
    return bool(contacts or wrote)


async def test_who_blocks_the_bot_is_asked_about_by_name_and_once(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 8)
    owner = await running(abrazo, tg, {lucia.id: "Lucía"})
    await lucia.block()
    await owner.wait_for(sees("Lucía ya no recibe del bot"), within=LATE)
    card = await owner.wait_for(sees("Lucía", "✅ 1"), within=LATE)
    abrazo.at(2027, 7, 20, 9, 1)
    await owner.tap("✅ 1", message_id=card.id)
    await owner.wait_for(lambda one: one.text.startswith("✅ Lucía"), within=LATE)
    await owner.tap("🚀")
    handed = await owner.wait_for(sees(text_for("Lucía"), "📲", "☑️ Ya está"), within=LATE)
    assert handed.button("📲 Elegir")
    assert not [one for one in lucia.messages if text_for("Lucía") in one.text]
    assert len([one for one in owner.messages if "ya no recibe" in one.text]) == 1


async def test_an_account_that_was_closed_is_told_and_handed_over_instead(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 8)
    owner = await running(abrazo, tg, {lucia.id: "Lucía"})
    await lucia.deactivate()
    abrazo.at(2027, 7, 20, 9, 1)
    told = await owner.wait_for(sees("Lucía", "🔁"), within=LATE)
    assert "ya no existe" in told.text
    await owner.tap("🔁", message_id=told.id)
    await owner.wait_for(sees(text_for("Lucía"), "📲", "☑️"), within=LATE)


async def test_a_reply_cut_on_its_way_is_never_sent_again(abrazo: Abrazo, tg: Playground) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 9, 1)
    owner = tg.user("Marcelo", id=OWNER)
    await owner.send("/help")
    await approved_greetings(abrazo.home, OWNER, {lucia.id: "Lucía"})
    await abrazo.start()
    await lucia.wait_for(sees(text_for("Lucía")), within=LATE)
    await lucia.send("¡gracias!")
    heard = await owner.wait_for(sees("¡gracias!"), within=LATE)
    await owner.send("de nada", reply_to=heard.id)
    asked = await owner.wait_for(sees("de nada", "🚀"), within=LATE)
    tg.fault(Kind.CUT, "sendMessage", chat_id=lucia.id, accept=True)
    await owner.tap("🚀", message_id=asked.id)
    await owner.wait_for(sees("Puede que a Lucía le haya llegado"), within=LATE)
    assert len([one for one in lucia.messages if "de nada" in one.text]) == 1
    await abrazo.stop()
    await abrazo.start()
    mark = tg.mark
    await owner.send("/status")
    await owner.wait_for(sees("Enviados"), within=LATE, since=mark)
    assert len([one for one in lucia.messages if "de nada" in one.text]) == 1


async def test_a_kill_in_the_middle_of_a_reply_is_told_and_nothing_is_sent_again(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.start()
    abrazo.at(2027, 7, 20, 8)
    owner = await running(abrazo, tg, {lucia.id: "Lucía"})
    await lucia.send("¿llegás?")
    heard = await owner.wait_for(sees("¿llegás?"), within=LATE)
    await owner.send("en diez", reply_to=heard.id)
    asked = await owner.wait_for(sees("en diez", "🚀"), within=LATE)
    tg.fault(Kind.HANG, "sendMessage", chat_id=lucia.id, accept=True)
    await owner.tap("🚀", message_id=asked.id)
    await lucia.wait_for(sees("en diez"), within=LATE)
    await abrazo.kill()
    await abrazo.start()
    await owner.wait_for(sees("Puede que a Lucía le haya llegado"), within=LATE)
    await owner.tap("🚀", message_id=asked.id)
    mark = tg.mark
    await owner.send("/status")
    await owner.wait_for(sees("Lucía"), within=LATE, since=mark)
    assert len([one for one in lucia.messages if "en diez" in one.text]) == 1


async def test_where_anybody_may_own_a_guests_words_still_go_to_who_greeted_them(
    tmp_path: Path, tg: Playground
) -> None:
    lucia = tg.user("Lucía")
    await lucia.send("/help")
    abrazo = Abrazo(tmp_path, tg, None, OPEN_REGISTRATION="true")
    try:
        abrazo.at(2027, 7, 20, 8)
        owner = await running(abrazo, tg, {lucia.id: "Lucía"})
        await lucia.send("¡gracias!")
        await owner.wait_for(sees("💬 Lucía: ¡gracias!"), within=LATE)
        await lucia.start()
        await lucia.wait_for(sees("Soy Abrazo"), within=LATE)
    finally:
        await abrazo.kill()


async def test_an_owner_is_also_somebody_elses_guest(tmp_path: Path, tg: Playground) -> None:
    ana = tg.user("Ana")
    abrazo = Abrazo(tmp_path, tg, None, ALLOWED_USER_IDS=f"{OWNER},{ana.id}")
    try:
        abrazo.at(2027, 7, 20, 8)
        await ana.send("/help")
        owner = await running(abrazo, tg, {ana.id: "Ana"})
        abrazo.at(2027, 7, 20, 9, 1)
        greeting = await ana.wait_for(sees(text_for("Ana")), within=LATE)
        await owner.wait_for(sees("Ya salió el saludo para Ana"), within=LATE)  # it is written down
        await ana.send("¡y para vos!", reply_to=greeting.id)
        await owner.wait_for(sees("💬 Ana: ¡y para vos!"), within=LATE)
        mark = tg.mark
        await ana.send("/add Beto, amigo, hace un asado memorable")
        await ana.wait_for(sees("asado memorable"), within=LATE, since=mark)
        assert not [one for one in owner.messages if "asado" in one.text]
        await ana.send("/stop")
        await owner.wait_for(sees("Ana pidió no recibir más"), within=LATE)
    finally:
        await abrazo.kill()


async def test_a_guest_of_two_answers_the_one_they_reply_to(abrazo: Abrazo, tg: Playground) -> None:
    lucia, other = tg.user("Lucía"), tg.user("Pedro", id=OWNER + 1)
    await lucia.start()
    await other.send("/help")
    abrazo.at(2027, 7, 20, 8)
    await approved_greetings(abrazo.home, other.id, {lucia.id: "Lu"})
    owner = await running(abrazo, tg, {lucia.id: "Lucía"})
    abrazo.at(2027, 7, 20, 9, 1)
    await lucia.wait_for(sees(text_for("Lucía")), within=LATE)
    his = await lucia.wait_for(sees(text_for("Lu")), within=LATE)
    await lucia.send("¡gracias, Pedro!", reply_to=his.id)
    await other.wait_for(sees("💬 Lu: ¡gracias, Pedro!"), within=LATE)
    await lucia.send("/stop")
    await other.wait_for(sees("Lu pidió no recibir más"), within=LATE)
    await owner.wait_for(sees("Lucía pidió no recibir más"), within=LATE)
    assert not [one for one in owner.messages if "gracias, Pedro" in one.text]


async def _ready_card(home: Path, **contact: object) -> None:
    """Somebody whose card waits for the owner."""
    database, work = await open_database(home)
    async with work.begin() as unit:
        person = await unit.contacts.add(Contact(id=0, owner_id=OWNER, **contact))  # type: ignore[arg-type]
        await unit.greetings.plan(OWNER, person.id, FRIENDS_DAY, ["friends-day"], MIDNIGHT)
        (greeting,) = await unit.greetings.find(contact_id=person.id)
        for state in (State.DRAFTING, State.READY):
            moved = await unit.greetings.move(greeting, state)
            assert moved is not None
            greeting = moved
        await unit.alternatives.offer(
            greeting, [Alternative(id=0, number=1, text="Feliz día, che.")]
        )
    await database.close()


async def record(owner: Person, name: str, tg: Playground) -> Seen:
    """🎙 on a card, and the recording that comes back as one."""
    mark = tg.mark
    await owner.send("/review")
    card = await owner.wait_for(sees(name, "🎙"), within=LATE, since=mark)
    await owner.tap("🎙", message_id=card.id)
    await owner.wait_for(sees(f"para {name}", "❌"), within=LATE, since=mark)
    recorded = await owner.send_voice(b"canto")
    card = await owner.wait_for(
        lambda one: "🎙 Nota de voz" in one.text and bool(one.button("✅ 1")),
        within=LATE,
        since=mark,
    )
    assert card.button("↩️")
    await owner.tap("✅ 1", message_id=card.id)
    await owner.wait_for(lambda one: one.text.startswith(f"✅ {name}"), within=LATE, since=mark)
    return recorded


async def test_a_recording_reaches_a_linked_contact_once_under_the_owners_name(
    abrazo: Abrazo, tg: Playground
) -> None:
    lucia, rita = tg.user("Lucía"), tg.user("Rita")
    await lucia.start()
    await rita.start()
    abrazo.at(2027, 7, 19, 21)
    owner = await running(abrazo, tg, {rita.id: "Rita"})
    await abrazo.stop()
    await _ready_card(abrazo.home, name="Lucía", linked_chat_id=lucia.id)
    await abrazo.start()
    await record(owner, "Lucía", tg)
    assert not [one for one in lucia.messages if one.kind == "voice"]
    abrazo.at(2027, 7, 20, 9, 1)
    got = await lucia.wait_for(lambda one: one.kind == "voice", within=LATE)
    assert got.text == "Marcelo"
    await owner.wait_for(sees("Lucía"), within=LATE)
    assert len(tg.calls.accepted("copyMessage", lucia.id)) == 1


async def test_a_recording_for_a_telegram_contact_comes_back_ready_to_forward(
    abrazo: Abrazo, tg: Playground
) -> None:
    rita = tg.user("Rita")
    await rita.start()
    abrazo.at(2027, 7, 19, 21)
    owner = await running(abrazo, tg, {rita.id: "Rita"})
    await abrazo.stop()
    await _ready_card(abrazo.home, name="Teo", username="teobando")
    await abrazo.start()
    recorded = await record(owner, "Teo", tg)
    abrazo.at(2027, 7, 20, 9, 1)
    handed = await owner.wait_for(sees("Teo", "📲", "☑️", "⏭"), within=LATE)
    button = handed.button("📲")
    assert button is not None
    assert button.url == "https://t.me/teobando"
    assert handed.reply_to == recorded.id
    await owner.tap("☑️", message_id=handed.id)
    await owner.wait_for(sees("Teo terminaste la ronda"), within=LATE)
    assert (await states(abrazo.home, OWNER))["Teo"].state is State.SENT


async def test_a_text_posted_in_a_chat_of_ones_own_choice_counts_as_sent(
    abrazo: Abrazo, tg: Playground
) -> None:
    rita, stranger = tg.user("Rita"), tg.user("Nadie")
    await rita.start()
    abrazo.at(2027, 7, 19, 21)
    owner = await running(abrazo, tg, {rita.id: "Rita"})
    await abrazo.stop()
    await _ready_card(abrazo.home, name="Los del fútbol")
    await abrazo.start()
    await owner.send("/review")
    await owner.tap("✅ 1", within=LATE)
    await owner.wait_for(lambda one: one.text.startswith("✅ Los del"), within=LATE)
    abrazo.at(2027, 7, 20, 9, 1)
    handed = await owner.wait_for(sees("Los del fútbol", "📲 Elegir acá"), within=LATE)
    asked = await owner.tap("📲 Elegir acá", message_id=handed.id)
    nosy = await stranger.inline_query(asked.value)
    query = await owner.inline_query(asked.value)
    await tg.wait_until(lambda: tg.state.queries[query].answer is not None, within=LATE)
    assert await owner.choose(query) == "Feliz día, che."
    await owner.wait_for(sees("Los del fútbol terminaste la ronda"), within=LATE)
    ended = (await states(abrazo.home, OWNER))["Los del fútbol"]
    assert (ended.state, ended.channel) == (State.SENT, Channel.SHARE)
    assert tg.state.queries[nosy].answer is None


async def said_of(owner: Person, tg: Playground) -> Seen:
    """How everything stands."""
    mark = tg.mark
    await owner.send("/status")
    return await owner.wait_for(sees("📊"), within=LATE, since=mark)


async def _handed_over(home: Path, *names: str) -> None:
    """Friends whose message the owner was given at nine and has not ticked."""
    database, work = await open_database(home)
    async with work.begin() as unit:
        for name in names:
            person = await unit.contacts.add(
                Contact(id=0, owner_id=OWNER, name=name, phone="+5491155551234")
            )
            await unit.greetings.plan(OWNER, person.id, FRIENDS_DAY, ["friends-day"], MIDNIGHT)
            (greeting,) = await unit.greetings.find(contact_id=person.id)
            for state in (State.DRAFTING, State.READY):
                moved = await unit.greetings.move(greeting, state)
                assert moved is not None
                greeting = moved
            approved = await unit.greetings.move(
                greeting, State.APPROVED, text=text_for(name), channel=Channel.LINK, due_at=NINE
            )
            assert approved is not None
            await unit.greetings.move(approved, State.HANDED_OFF, due_at=EVENING)
    await database.close()


async def test_the_evenings_list_shrinks_as_it_is_ticked(abrazo: Abrazo, tg: Playground) -> None:
    rita = tg.user("Rita")
    await rita.start()
    abrazo.at(2027, 7, 20, 8)
    owner = await running(abrazo, tg, {rita.id: "Rita"})
    await abrazo.stop()
    await _handed_over(abrazo.home, "Ana", "Beto", "Caro", "Dani")
    await abrazo.start()
    abrazo.at(2027, 7, 20, 21, 5)
    asked = await owner.wait_for(sees("4 sin confirmar", "☑️ Ana", "☑️ Dani"), within=LATE)
    await owner.tap("☑️ Beto", message_id=asked.id)
    await owner.wait_for(sees("3 sin confirmar: Ana, Caro y Dani"), within=LATE)
    await owner.tap("🔁", message_id=asked.id)
    await owner.wait_for(sees(text_for("Ana"), "📲", "☑️ Ya está"), within=LATE)

    abrazo.at(2027, 7, 21, 0, 5)
    async with asyncio.timeout(LATE):
        status = await said_of(owner, tg)
        while "No sé si llegaron" not in status.text:
            status = await said_of(owner, tg)
    line = next(one for one in status.text.splitlines() if "No sé si llegaron" in one)
    assert all(name in line for name in ("Ana", "Caro", "Dani"))
    assert len([one for one in owner.messages if "sin confirmar" in one.text]) == 1
    await owner.tap("☑️ Salieron", message_id=asked.id)
    await owner.wait_for(sees("Anotado"), within=LATE)
    ended = await states(abrazo.home, OWNER)
    assert {ended[name].state for name in ("Ana", "Beto", "Caro", "Dani")} == {State.SENT}
