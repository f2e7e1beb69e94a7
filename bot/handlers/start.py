"""/start, /help, /privacy, /cancel, and what nobody understood."""

from collections.abc import Callable, Collection, Coroutine
from typing import Any
from zoneinfo import ZoneInfo

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from telegram import Update

from bot.domain.messages import Button, Message, Rows
from bot.handlers import recipients
from bot.handlers.context import Context, Turn
from bot.introduction import owners_menu, show_menu
from bot.locales import LANGUAGES, Speech
from bot.services import settings
from bot.views.buttons import tap
from bot.views.naming import country_name

_ALIKE = 0.83
"""Least likeness (Jaro-Winkler, 0-1: the first letters weigh most) of a slip or the beginning of a
name: "dratf" has 0.95 of "draft" and "occ" 0.84 of "occasions", but "greetings" 0.81 of "settings"."""


async def start(update: Update, context: Context) -> None:
    """Three short lines and the first step; an owner may be somebody else's guest, too."""
    if await recipients.carries_invitation(update, context):
        await recipients.invited(update, context)
        return
    spoken = update.effective_user.language_code if update.effective_user else None
    async with context.turn(update) as turn:
        if await turn.unit.contacts.count(turn.owner.id):
            await turn.say("welcome-back", menu(turn.speech), name=turn.owner.name)
        else:
            await _welcome(turn, (spoken or "").split("-")[0], edit=None)


async def _welcome(turn: Turn, spoken: str, edit: int | None) -> None:
    """The first step. Whose Telegram speaks another language is offered it, in that language."""
    speech = turn.speech
    rows: list[tuple[Button, ...]] = [
        (tap(speech, "btn-add", "add"), tap(speech, "btn-import", "import")),
        (tap(speech, "btn-how", "how"), tap(speech, "btn-settings", "optp:main")),
    ]
    if spoken in LANGUAGES and spoken != turn.owner.language:
        other = Speech(spoken, turn.owner.country)
        rows.append((tap(other, "btn-speak", "speak", spoken),))
    rows.append((tap(speech, "btn-elsewhere", "elsewhere"),))
    owner = turn.owner
    here = turn.unit.now.astimezone(ZoneInfo(owner.timezone))
    country = country_name(owner.country, speech)
    text = speech("welcome", name=owner.name, country=country, hour=speech.hour(here))
    await turn.send(Message(owner.id, text, tuple(rows), edit=edit))


async def speak(update: Update, context: Context) -> None:
    """🌐 under the welcome: the language of the owner's Telegram from now on."""
    data = (update.callback_query.data or "") if update.callback_query else ""
    language = data.partition(":")[2]
    async with context.turn(update) as turn:
        if language not in LANGUAGES:
            turn.toast = turn.speech("toast-old")
            return
        turn.owner = await settings.change(turn.unit, turn.owner, language=language)
        turn.speech = turn.house.review.speech(turn.owner)
        await _welcome(turn, language, edit=turn.message_id)
    await show_menu(context.house.bot, turn.owner.id, owners_menu(turn.speech))


def menu(speech: Speech) -> Rows:
    """Everything there is, by buttons."""
    return (
        (tap(speech, "btn-add", "add"), tap(speech, "btn-note", "mem:anybody")),
        (tap(speech, "btn-list", "people", 0), tap(speech, "btn-days", "occ:list:0")),
        (tap(speech, "btn-draft-day", "draftnext"), tap(speech, "btn-review", "goon")),
        (tap(speech, "btn-status", "status"), tap(speech, "btn-settings", "optp:main")),
        (tap(speech, "btn-import", "import"), tap(speech, "btn-export", "export")),
        (tap(speech, "btn-privacy", "privacy"), tap(speech, "btn-how", "how")),
    )


async def help_(update: Update, context: Context) -> None:
    """Short, by task."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        await turn.say("help", menu(turn.speech)[:-1])


async def privacy(update: Update, context: Context) -> None:
    """What is kept, where, and what leaves."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        model = "yes" if turn.house.settings.has_model else "no"
        rows = (
            (tap(turn.speech, "btn-settings", "optp:main"), tap(turn.speech, "btn-how", "how")),
        )
        await turn.say("privacy", rows, model=model)


async def cancel(update: Update, context: Context) -> None:
    """Leaves any half-finished step."""
    async with context.turn(update) as turn:
        await turn.say("cancelled" if context.left else "nothing-to-cancel")


def unknown_command(
    english: Collection[str], spanish: Collection[str]
) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """Who answers what is no command: with the one that looks like it, if any; the `spanish` names
    are offered to those who speak it."""

    async def answer(update: Update, context: Context) -> None:
        async with context.turn(update) as turn:
            text = update.effective_message.text if update.effective_message else None
            typed = (text or "/").split()[0]
            name = typed[1:].partition("@")[0].casefold()
            scorer = JaroWinkler.normalized_similarity
            known = [*english, *(spanish if turn.owner.language == "es" else ())]
            closest = process.extractOne(name, known, scorer=scorer, score_cutoff=_ALIKE)
            if closest is None:
                await turn.say("unknown-command", command=typed)
            else:
                await turn.say("mistyped-command", command=typed, meant=f"/{closest[0]}")

    return answer


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing by itself; say so. A live place moves without a word."""
    moved = update.effective_message is not None and update.effective_message.location is not None
    async with context.turn(update) as turn:
        if not moved:
            await turn.say("edited-message")


async def close(update: Update, context: Context) -> None:
    """❌ on a question: nothing happens, and it says so."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        await turn.edit("closed")


async def old_button(update: Update, context: Context) -> None:
    """A button that no handler knows any more."""
    async with context.turn(update) as turn:
        turn.toast = turn.speech("toast-old")
