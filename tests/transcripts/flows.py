"""The flows: what the owner, Marcelo, and his people do, in each language."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.playground import Person
from tests.transcripts.stage import Stage
from tests.transcripts.words import WORDS

__all__ = ["FLOWS", "WORDS"]

_BOOK = Path("tests/data/addressbooks/iphone-3.0.vcf").read_bytes()

EVERYBODY = ("juana", "teo", "lucia", "rossi", "rulo", "ana")


async def settled_owner(stage: Stage, words: dict[str, str], *known: str) -> Person:
    """Marcelo, who told of these people (of all of them) before the flow begins."""
    marcelo = stage.person("Marcelo", stage.language)
    for one in known or EVERYBODY:
        await stage.says(marcelo, f"/add {words[one].removeprefix('/add ')}")
    stage.told.clear()
    return marcelo


async def first_minute(stage: Stage, words: dict[str, str]) -> None:
    """The first contact, the first note and the first draft."""
    marcelo = stage.person("Marcelo", stage.language)
    await stage.says(marcelo, "/start")
    if stage.language != "es":
        await stage.taps(marcelo, "🌐")
    await stage.taps(marcelo, "➕")
    await stage.says(marcelo, words["juana"])
    await stage.taps(marcelo, "👀", "✅ 1", "↩️")
    await stage.says(marcelo, words["birthday"], words["teo"], words["ana"], words["lucia"])


async def empty_house(stage: Stage, words: dict[str, str]) -> None:
    """Everything, with nobody there yet."""
    marcelo = stage.person("Marcelo", stage.language)
    await stage.says(marcelo, "/start", "/help", "/add", "/cancel", "/cancel", "/note", "/contacts")
    await stage.says(marcelo, "/draft", "/review", "/occasions", "/invite", "/import", "/export")
    await stage.says(marcelo, "/forget", "/status", "/privacy", words["mistyped"])
    await stage.says(marcelo, words["gibberish"], words["nobody"])


async def telling(stage: Stage, words: dict[str, str]) -> None:
    """Notes, dates and questions through the year."""
    marcelo = await settled_owner(stage, words)
    await stage.says(marcelo, words["moved"])
    await stage.taps(marcelo, "↩️")
    await stage.says(marcelo, words["locked"], words["birthday"], words["boat"])
    await stage.says(marcelo, words["riddle"], words["when"], words["whom"])
    await stage.says(marcelo, words["impossible"], f"/add {words['juana']}")
    await stage.taps(marcelo, "❌")
    await stage.says(marcelo, words["nobody"])
    await stage.taps(marcelo, "➕")
    await stage.says(marcelo, "/note", "/cancel")


async def people(stage: Stage, words: dict[str, str]) -> None:
    """The list, a card, editing it, and forgetting somebody."""
    marcelo = await settled_owner(stage, words)
    await stage.says(marcelo, "/contacts", "/contacts ju", "/contacts zz", "/contacts")
    await stage.taps(marcelo, "Juana", "✏️", words["name"])
    await stage.says(marcelo, words["other_name"])
    await stage.taps(marcelo, "↩️", "📝", "↩️", "🕰", "↩️")
    await stage.says(marcelo, "/forget Rulo")
    await stage.taps(marcelo, "🗑")
    await stage.says(marcelo, f"/forget {words['all']}", words["mistyped"].lstrip("/"))


async def the_week_before(stage: Stage, words: dict[str, str]) -> None:
    """A few questions, while there is time."""
    marcelo = await settled_owner(stage, words)
    await stage.at(14, 10, 30)
    await stage.taps(marcelo, "➕")
    await stage.says(marcelo, words["memory"])


async def the_eve(stage: Stage, words: dict[str, str]) -> None:
    """The review: one card at a time, and every button of a card."""
    marcelo = await settled_owner(stage, words)
    await stage.at(19, 20, 1)
    await stage.taps(marcelo, "🔄", words["shorter"], "✅ 1")
    await stage.taps(marcelo, "✏️")
    await stage.says(marcelo, words["own"])
    await stage.taps(marcelo, "✅ 1", "🕘", "📞")
    await stage.says(marcelo, words["memory"])
    await stage.taps(marcelo, "✅ 1", words["change"], "↩️ Teo", "⏭")
    await stage.says(marcelo, "/review", "/status")
    await stage.at(19, 21, 30)
    await stage.taps(marcelo, "✅ 1")


async def pausing(stage: Stage, words: dict[str, str]) -> None:
    """A pause is offered, here after three cards; nothing is lost by it."""
    marcelo = await settled_owner(stage, words, "juana", "teo", "lucia", "ana")
    await stage.at(19, 20, 1)
    await stage.taps(marcelo, "✅ 1", "✅ 2", "✅ 1", "🕘", "▶️", "⏭")


async def the_day(stage: Stage, words: dict[str, str]) -> None:
    """The round of what the owner sends, the evening, and the day after."""
    marcelo = await settled_owner(stage, words)
    await stage.at(19, 20, 1)
    await stage.taps(marcelo, "✅ 1", "✅ 1", "✅ 1", "📞")
    await stage.at(20, 9, 0)
    await stage.taps(marcelo, "☑️", "⏭", "⏭", "↩️", "✅ 1")
    await stage.at(20, 9, 5)
    await stage.at(20, 21, 0)
    await stage.taps(marcelo, "☑️")
    await stage.at(21, 10, 30)


async def by_the_bot(stage: Stage, words: dict[str, str]) -> None:
    """Lucía receives through the bot: invitation, greeting, answer, and the end."""
    marcelo = await settled_owner(stage, words, "lucia", "ana")
    lucia = stage.person("Lucía", stage.language)
    await stage.says(marcelo, "/invite Lucía")
    await stage.says(lucia, "/start invitation-of-marcelo-1")
    await stage.taps(lucia, "👍")
    await stage.says(marcelo, "/draft Lucía")
    await stage.taps(marcelo, "✅ 1")
    await stage.at(20, 9, 0)
    await stage.says(lucia, words["answer"])
    incoming = marcelo.last
    await stage.does(marcelo, f"(↩ 💬) {words['back']}", marcelo.send(words["back"], incoming.id))
    await stage.taps(marcelo, "🚀")
    await stage.says(lucia, "/help", "/stop", "/forgetme")
    await stage.taps(lucia, "🗑")


async def days(stage: Stage, words: dict[str, str]) -> None:
    """What is coming, for whom, and a day of one's own."""
    marcelo = await settled_owner(stage, words)
    await stage.says(marcelo, "/occasions")
    await stage.taps(marcelo, words["friends_day"], "🔔", "🔕", "↩️", "🔕", "↩️", "➕")
    await stage.says(marcelo, words["club"])


async def settings(stage: Stage, words: dict[str, str]) -> None:
    """Everything by buttons."""
    marcelo = await settled_owner(stage, words, "teo")
    await stage.says(marcelo, "/settings")
    for topic in ("🌐", "🏳️", "🕰", "📝", "⏰", "🌙", "⏳", "☕", "🧩", "✍️", "🌤"):
        await stage.taps(marcelo, topic, "↩️")
    await stage.taps(marcelo, "🖋", "✏️")
    await stage.says(marcelo, words["signature"])
    await stage.taps(marcelo, "↩️", "🕰", "📍")
    await stage.does(marcelo, "[📍 Córdoba]", marcelo.send_location(-31.4167, -64.1833))
    await stage.taps(marcelo, "↩️")
    await stage.says(marcelo, "/settings")
    await stage.taps(marcelo, "❌")


async def address_book(stage: Stage, words: dict[str, str]) -> None:
    """In and out."""
    marcelo = await settled_owner(stage, words, "teo")
    await stage.says(marcelo, "/import")
    await stage.does(marcelo, "(agenda.vcf)", marcelo.send_document("agenda.vcf", _BOOK))
    await stage.taps(marcelo, "👍", "↩️")
    await stage.says(marcelo, "/export")
    await stage.does(marcelo, "(notes.pdf)", marcelo.send_document("notes.pdf", b"%PDF-1.4"))


async def troubles(stage: Stage, words: dict[str, str]) -> None:
    """What does not work out, and what is said of it."""
    marcelo = await settled_owner(stage, words, "lucia", "ana")
    lucia = stage.person("Lucía", stage.language)
    await stage.says(marcelo, "/invite Lucía")
    await stage.says(lucia, "/start invitation-of-marcelo-1")
    await stage.taps(lucia, "👍")
    await stage.at(19, 20, 1)
    await stage.taps(marcelo, "✅ 1", "✅ 1")
    await stage.says(marcelo, words["lucia"].replace("/add Lucía,", "/note Lucía:"))
    await stage.does(lucia, "(🚫)", lucia.block())
    await stage.at(20, 9, 1)
    await stage.at(21, 9, 0)
    await stage.says(marcelo, "/status")
    await stage.taps(marcelo, "❔", "☑️")


FLOWS: dict[str, Callable[[Stage, dict[str, str]], Awaitable[None]]] = {
    "1-first-minute": first_minute,
    "2-empty-house": empty_house,
    "3-telling": telling,
    "4-people": people,
    "5-the-week-before": the_week_before,
    "6-the-eve": the_eve,
    "7-pausing": pausing,
    "8-the-day": the_day,
    "9-by-the-bot": by_the_bot,
    "10-days": days,
    "11-settings": settings,
    "12-address-book": address_book,
    "13-troubles": troubles,
}
