"""An owner's whole Día del Amigo with thirty people of every kind, from the drafts to the next morning:
who got what, by which way, exactly once."""

import re
from pathlib import Path
from urllib.parse import unquote

from pydantic import SecretStr

from bot.app import Program
from bot.domain.greetings import State
from bot.playground import Person, Playground, Seen
from tests.conftest import StillClock
from tests.fakes.model import FakeModel
from tests.harness import PATIENCE, answers, running
from tests.integration.channels.conftest import Office
from tests.integration.day.acting import at, card_of, know, link, sees, tap

GUESTS = {
    "Lucía": "amiga, canta en un coro de barrio",
    "Nico": "amigo, me prestó la carpa, +54 9 11 5555-0020",
    "Rita": "amiga, vive en Japón, colecciona teteras",
    "Kate": "friend, in English, bakes rhubarb pie",
    "Bruno": "amigo, vive en Brasil, em português, toca violão aos domingos",
}
OTHERS = (
    "Juana, amiga, le gusta el té de jazmín, +54 9 11 5555-0001, @juanap",
    "Teo, amigo, se compró un velero, +54 9 11 5555-0002",
    "Beto, amigo, hace asado los sábados, +54 9 11 5555-0003",
    "Caro, amiga, pinta acuarelas, +54 9 11 5555-0004",
    "Dani, amigo, colecciona vinilos, +54 9 11 5555-0005",
    "Elsa, amiga, baila tango, +54 9 11 5555-0006",
    "Fede, amigo, corre maratones, +54 9 11 5555-0007",
    "Yami, amiga, enseña cerámica, +54 9 11 5555-0008",
    "Ulises, amigo, escribe cartas larguísimas, +54 9 11 5555-0009",
    "Vera, amiga, +54 9 11 5555-0010",
    "Gabi, amiga, tiene una huerta, @gabihuerta",
    "Hugo, amigo, arregla bicicletas, @hugobici",
    "Inés, amiga, estudia griego, @inesgriega",
    "Olga, amiga, restaura muebles, olga@example.net",
    "Pepe, amigo, hace radio, pepe@example.net",
    "Quique, amigo, juega al ajedrez",
    "Rosa, amiga, hace budín de limón",
    "Los del Fútbol, grupo, amigos, jugamos los martes y siempre perdemos",
    "Toni, amigo, vive en España, nada en el mar en enero, +34 600 111 222",
    "Gianni, amigo, vive en Italia, suona il mandolino, +39 333 123 4567",
    "Sam, amigo, vive en Australia, in English, surfs at dawn, +61 412 345 678",
    "Sole, amiga, no quiere saludos, +54 9 11 5555-0011",
    "Sr. Rossi, cliente, siempre viene con su perro, rossi@example.org",
    "Dra. Vidal, cliente, le gusta el cine mudo, vidal@example.org, cumple 20/7",
    "Walter, colega, juega al truco, +54 9 11 5555-0012",
)
LONG = "Ulises, che. " + "Tus cartas me alegran el mes entero. " * 8
MEMORY = "fuimos a ver ballenas a Madryn"

PHONES = ("Elsa", "Fede", "Gianni", "Nico", "Teo", "Toni", "Ulises", "Vera", "Yami")
NAMES = ("Gabi", "Hugo", "Inés")
PICKED = ("Los del Fútbol", "Quique", "Rosa")
LEFT_OPEN = "Vera"
NOT_OPENED = "Yami"


class Owner:
    """What the owner decides, and every text as it was approved."""

    def __init__(self, bot: Program, person: Person) -> None:
        self.bot = bot
        self.person = person
        self.approved: dict[str, str] = {}
        self.decided: set[int] = set()

    async def review(self, *names: str) -> None:
        """Decide these cards as they come, whatever their order."""
        waiting = set(names)
        while waiting:
            shown = await self.person.wait_for(self._asks, within=PATIENCE)
            self.decided.add(shown.id)
            if shown.button("▶️"):
                await self.person.tap("▶️", message_id=shown.id)
                continue
            name = shown.text.split(" · ")[1]
            waiting.remove(name)
            await self.decide(name, shown)

    def _asks(self, one: Seen) -> bool:
        card = one.text.startswith("💌 ") and one.button("⏭") is not None
        pause = "¿Seguimos o cortamos un rato?" in one.text
        return (card or pause) and one.id not in self.decided

    async def decide(self, name: str, card: Seen) -> None:
        match name:
            case "Beto":
                await tap(self.person, card, "📞", "te toca llamar")
            case "Caro":
                await tap(self.person, card, "⏭", "lo dejamos pasar")
            case "Dani" | "Rita":
                await tap(self.person, card, "🕘", "te lo muestro en un rato")
            case "Ulises":
                await tap(self.person, card, "✏️", "Escribime el saludo")
                await answers(self.bot, self.person, LONG)
                await self.approve(name, await card_of(self.person, name, "↩️", since=card.changed))
            case "Vera":
                await tap(self.person, card, "➕", "¿Qué fue lo último")
                await answers(self.bot, self.person, MEMORY)
                await self.approve(
                    name, await card_of(self.person, name, "✅ 1", since=card.changed)
                )
            case _:
                await self.approve(name, card)

    async def approve(self, name: str, card: Seen) -> None:
        self.decided.add(card.id)
        self.approved[name] = text_of(card)
        await tap(self.person, card, "✅ 1", f"✅ {name} · ")


def text_of(card: Seen) -> str:
    """The first alternative of a card."""
    found = re.search(r"1️⃣ (.*?)(?=\n2️⃣|\nSe apoya en|\n📝|\Z)", card.text, re.DOTALL)
    assert found is not None
    return found[1]


async def got(person: Person) -> list[str]:
    """The greetings that somebody has received through the bot."""
    return [one.text for one in person.messages if one.text.startswith("Marcelo\n\n")]


async def test_thirty_people_and_a_day(
    tmp_path: Path, tg: Playground, model: FakeModel, clock: StillClock
) -> None:
    async with Office().open() as office:
        mail = SecretStr(f"smtp://127.0.0.1:{office.port}/?from=marcelo@example.org")
        async with running(tmp_path, tg, clock, model, smtp_url=mail) as bot:
            owner = Owner(bot, tg.user("Marcelo"))
            guests = {name: tg.user(name) for name in GUESTS}
            await prepare(bot, owner, guests, clock)
            await the_eve(bot, owner, guests, clock)
            await the_morning(bot, owner, guests, clock)
            await the_evening(bot, owner, guests, clock)
            await the_day_after(bot, owner, clock)

            letters = {one["To"].addresses[0].addr_spec: one for one in office.taken}
            assert sorted(office.recipients) == [
                "olga@example.net", "pepe@example.net", "vidal@example.org",
            ]  # fmt: skip
            for address, name in (("olga@example.net", "Olga"), ("pepe@example.net", "Pepe")):
                body = letters[address].get_body(("plain",))
                assert body is not None
                assert body.get_content().rstrip() == owner.approved[name]
            for name in ("Lucía", "Kate", "Bruno", "Rita"):
                assert await got(guests[name]) == [f"Marcelo\n\n{owner.approved[name]}"]
            assert await got(guests["Nico"]) == []


async def prepare(bot: Program, owner: Owner, guests: dict[str, Person], clock: StillClock) -> None:
    clock.at(17, 12)
    await know(bot, owner.person, *OTHERS)
    for name, about in GUESTS.items():
        await know(bot, owner.person, f"{name}, {about}")
        await link(bot, owner.person, guests[name], name)


async def the_eve(bot: Program, owner: Owner, guests: dict[str, Person], clock: StillClock) -> None:
    """Those far to the east come an evening earlier; Nico blocks the bot and is asked about anew."""
    await at(bot, clock, 18, 20, 1)
    await owner.review("Rita", "Sam")
    await at(bot, clock, 19, 20, 1)
    sam = await sees(owner.person, "📲 Sam · el último", "☑️ Ya está")
    await tap(owner.person, sam, "☑️ Ya está", "Con Sam terminaste la ronda")
    owner.decided.clear()
    await owner.review(
        *("Rita", "Beto", "Caro", "Dani", "Lucía", "Kate", "Bruno", "Juana", "Olga", "Pepe"),
        *(*PHONES, *NAMES, *PICKED, "Dra. Vidal"),
    )
    await sees(owner.person, "Listo, no queda nada por decidir")
    await guests["Nico"].block()
    told = await sees(owner.person, "Nico ya no recibe del bot")
    await owner.approve("Nico", await card_of(owner.person, "Nico", "✅ 1", since=told.changed - 1))


async def the_morning(
    bot: Program, owner: Owner, guests: dict[str, Person], clock: StillClock
) -> None:
    await at(bot, clock, 20, 9, 1)
    by_hand = sorted(["Juana", *PHONES, *NAMES, *PICKED], key=str.casefold)
    opening = await sees(owner.person, "¡Feliz Día del Amigo, Marcelo!")
    assert f"6 los mando yo y {len(by_hand)} van desde tu cuenta" in opening.text
    await sees(owner.person, "Ya salieron 6 saludos")
    for name in by_hand:
        if name == NOT_OPENED:
            break
        left = len(by_hand) - by_hand.index(name)
        text = owner.approved[name]
        handed = await sees(owner.person, f"📲 {name} · quedan {left}\n\n{text}", "☑️", "⏭")
        ways(name, text, handed)
        if name != LEFT_OPEN:
            await owner.person.tap("☑️ Ya está", message_id=handed.id)

    owner.decided.clear()
    dani = await sees(owner.person, "· Dani · Día del Amigo, hoy", "📲 1", "☑️ Mandé 1")
    await tap(owner.person, dani, "☑️ Mandé 1", "☑️ Dani")
    clock.at(20, 10, 5)  # late at night in Tokyo
    await owner.approve("Rita", await card_of(owner.person, "Rita", "✅ 1"))
    await sees(owner.person, "✅ Rita · hoy 20:00, por el bot")
    greeting = await sees(guests["Lucía"], owner.approved["Lucía"])
    await guests["Lucía"].send("jajaja te quiero", reply_to=greeting.id)
    await sees(owner.person, "💬 Lucía: jajaja te quiero")


def ways(name: str, text: str, handed: Seen) -> None:
    """The buttons that open it in the owner's own account carry it to the letter."""
    urls = [button.url for button in handed.buttons if button.url]
    expected = 2 if name in {"Juana", *PICKED} else 1
    assert len(urls) == expected
    assert all(unquote(url.partition("=")[2]) == text for url in urls)
    heads = tuple(url.partition("?")[0] for url in urls)
    if name in PICKED:
        assert heads == ("https://wa.me/", "https://t.me/share/url")
        assert handed.button("📲 Elegir acá")
    elif name in NAMES:
        assert heads[0].startswith("https://t.me/")
    else:
        assert heads[0].startswith("https://wa.me/")
    copied = handed.button("📋")
    if len(text) <= 256:
        assert copied is not None
        assert copied.raw["copy_text"]["text"] == text
    else:
        assert copied is None
        assert [mark["type"] for mark in handed.entities] == ["pre"]


async def the_evening(
    bot: Program, owner: Owner, guests: dict[str, Person], clock: StillClock
) -> None:
    await at(bot, clock, 20, 17, 5)
    call = await sees(owner.person, "Te queda llamar a Beto · +5491155550003", "☑️")
    await tap(owner.person, call, "☑️", "☑️ Beto")
    assert await got(guests["Rita"]) == []
    await at(bot, clock, 20, 20, 1)
    await sees(guests["Rita"], owner.approved["Rita"])
    await at(bot, clock, 20, 21, 5)
    listed = await sees(owner.person, f"Me quedó uno sin confirmar: {LEFT_OPEN}", "▶️")
    handed = await tap(owner.person, listed, "▶️", f"📲 {NOT_OPENED} · el último", "☑️ Ya está")
    await tap(owner.person, handed, "☑️ Ya está", "terminaste la ronda")


async def the_day_after(bot: Program, owner: Owner, clock: StillClock) -> None:
    await at(bot, clock, 21, 11)
    await sees(owner.person, "Ayer saludaste a 25 personas")
    status = (await answers(bot, owner.person, "/status"))[0].text
    assert re.search(rf"No sé si llegaron: {LEFT_OPEN}$", status, re.MULTILINE)
    assert re.search(r"Dejaste pasar: Caro$", status, re.MULTILINE)
    async with bot.house.work.read() as unit:
        greetings = await unit.greetings.find(owner_id=owner.person.id)
        people = await unit.contacts.some([one.contact_id for one in greetings])
    ended = {people[one.contact_id].name: one for one in greetings}
    assert not {"Sole", "Sr. Rossi", "Walter"} & set(ended)
    sent = {name for name, one in ended.items() if one.state is State.SENT}
    assert sent == set(ended) - {"Caro", LEFT_OPEN}
    assert all(ended[name].text == text for name, text in owner.approved.items())
