"""/settings: everything by buttons, in one message."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any
from zoneinfo import available_timezones

from telegram import Update

from bot.calendar import zones
from bot.domain.contacts import FriendsDay, LeapDay, Relationship
from bot.domain.owners import LONGEST_STYLE
from bot.handlers.context import Context, Turn
from bot.handlers.occasions import tell_withdrawn
from bot.introduction import owners_menu, show_menu
from bot.locales import LANGUAGES
from bot.services import occasions
from bot.services import settings as choices
from bot.views import settings as views
from bot.views.buttons import tap

STEP = "setting"
"""The next text is a sample, a line on style or a signature: `field` says which."""


@dataclass(frozen=True, slots=True)
class _Field:
    """What a button changes: the owner's field, how its text is read (ValueError on nonsense), and
    the page that shows it when that has another name."""

    name: str
    read: Callable[[str], object]
    page: str | None = None


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise ValueError(text)
    return text


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise ValueError(text)
    return text


def _hour(text: str) -> time:
    return time(*divmod(int(text), 60))


def _number(text: str) -> int:
    if not 0 <= int(text) <= 365:
        raise ValueError(text)
    return int(text)


def _yes(text: str) -> bool:
    return bool(int(text))


_FIELDS = {
    "language": _Field("language", _language),
    "zone": _Field("timezone", _zone),
    "prepare": _Field("prepare_at", _hour),
    "send": _Field("send_at", _hour),
    "wakes": _Field("wakes_at", _hour, "quiet"),
    "sleeps": _Field("sleeps_at", _hour, "quiet"),
    "gap": _Field("gap_days", _number),
    "clients": _Field("client_year", _number),
    "area": _Field("area_code", lambda _: None, "country"),
    "pause": _Field("pause_every", _number),
    "talk": _Field("talk_with_model", _yes),
    "after": _Field("follow_up", _yes),
    "friends": _Field("friends_day", FriendsDay, "days"),
    "leap": _Field("leap_day", LeapDay, "days"),
    "milestones": _Field("milestones", _yes, "days"),
    "samples": _Field("samples", lambda _: (), "style"),
    "style": _Field("style", lambda _: None),
}


async def settings_command(update: Update, context: Context) -> None:
    """`/settings`."""
    async with context.turn(update) as turn:
        await _show(turn, "main", [], edit=None)


async def show_country(turn: Turn) -> None:
    """The page of country and area code, in the place of the message that was tapped."""
    await _show(turn, "country", [], edit=turn.message_id)


async def page_button(update: Update, context: Context) -> None:
    """`optp:page:…` opens a page in place."""
    _, page, *parts = _data(update)
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        if page == "shut":
            nobody = not await turn.unit.contacts.count(turn.owner.id)
            first = ((tap(turn.speech, "btn-add", "add"),),) if nobody else ()
            await turn.edit("settings-shut", first)
        else:
            await _show(turn, page, parts, edit=turn.message_id)


async def choose_button(update: Update, context: Context) -> None:
    """`opt:field:value` keeps a choice; what cannot be is refused."""
    _, field, *parts = _data(update)
    async with context.turn(update) as turn:
        text = ":".join(parts)
        if field == "country" and text in choices.countries():
            turn.owner, withdrawn = await choices.move_to(
                turn.unit, turn.owner, turn.house.calendar, text
            )
            _speak(turn)
            await _show(turn, "zone", [], edit=turn.message_id)
            await tell_withdrawn(turn, withdrawn)
            return
        if field == "signature":
            turn.owner = await choices.sign(turn.unit, turn.owner, _who(parts), "")
            await _show(turn, field, parts, edit=turn.message_id)
            turn.toast = turn.speech("toast-kept")
            return
        if field not in _FIELDS:
            turn.toast = turn.speech("toast-old")
            return
        chosen = _FIELDS[field]
        try:
            value = chosen.read(text)
        except ValueError:
            turn.toast = turn.speech("toast-old")
            return
        turn.owner = await choices.change(turn.unit, turn.owner, **{chosen.name: value})
        _speak(turn)
        await _show(turn, chosen.page or field, [], edit=turn.message_id)
        turn.toast = turn.speech("toast-kept")
        if chosen.page == "days":
            calendar = turn.house.calendar
            gone = await occasions.withdraw_what_is_off(turn.unit, turn.owner, calendar)
            await tell_withdrawn(turn, gone)
    if field == "language":
        await show_menu(context.house.bot, turn.owner.id, owners_menu(turn.speech))


def _data(update: Update) -> list[str]:
    data = (update.callback_query.data or "") if update.callback_query else ""
    return [*data.split(":"), ""] if data.count(":") < 1 else data.split(":")


def _speak(turn: Turn) -> None:
    """What follows is said in the language of now."""
    turn.speech = turn.house.review.speech(turn.owner)


async def _show(turn: Turn, page: str, parts: list[str], *, edit: int | None) -> None:
    render = _PAGES.get(page, _PAGES["main"])
    await turn.send(views.message(turn.owner, render(shown(turn), parts), edit))


def shown(turn: Turn) -> views.Shown:
    """What the pages are made of."""
    return views.Shown(
        turn.owner,
        turn.speech,
        turn.unit.now,
        turn.house.settings.review_pause_every,
        turn.house.settings.has_model,
    )


def _page_number(parts: list[str]) -> int:
    return next((int(part) for part in reversed(parts) if part.isdecimal()), 0)


def _who(parts: list[str]) -> Relationship | None:
    """Whose signature a button is about; None for the one of all others."""
    return next((one for one in Relationship if one.value in parts[:1]), None)


def _zones(shown: views.Shown, parts: list[str]) -> views.Page:
    region = parts[0] if parts and parts[0] in zones.regions() else ""
    return views.zone(shown, region, _page_number(parts))


_PAGES: dict[str, Callable[[views.Shown, list[str]], views.Page]] = {
    "main": lambda shown, _: views.main(shown),
    "language": lambda shown, _: views.language(shown),
    "country": lambda shown, parts: views.country(shown, _page_number(parts)),
    "zone": _zones,
    "regions": lambda shown, _: views.regions(shown),
    "prepare": lambda shown, _: views.hour(shown, "prepare", shown.owner.prepare_at),
    "send": lambda shown, _: views.hour(shown, "send", shown.owner.send_at),
    "quiet": lambda shown, _: views.quiet(shown),
    "gap": lambda shown, _: views.number(shown, "gap", choices.GAPS, shown.owner.gap_days),
    "clients": lambda shown, _: views.number(
        shown, "clients", choices.CLIENT_YEARS, shown.owner.client_year
    ),
    "pause": lambda shown, _: views.number(shown, "pause", choices.PAUSES, shown.pause),
    "talk": lambda shown, _: views.switch(shown, "talk", on=shown.owner.talk_with_model),
    "after": lambda shown, _: views.switch(shown, "after", on=shown.owner.follow_up),
    "days": lambda shown, _: views.days(shown),
    "style": lambda shown, _: views.style(shown),
    "signature": lambda shown, parts: views.signature(shown, _who(parts)),
}


async def type_button(update: Update, context: Context) -> None:
    """`optt:field`: the next text is it; `optt:signature:client`: for that relationship."""
    _, field, *parts = _data(update)
    async with context.turn(update) as turn:
        if field not in {"sample", "style", "signature"}:
            turn.toast = turn.speech("toast-old")
            return
        who = _who(parts)
        await turn.unit.conversations.begin(turn.owner.id, STEP, field=field, who=who)
        if field == "signature":
            text, rows = views.signature_asked(turn.speech, who)
            await turn.send(views.message(turn.owner, (text, rows), turn.message_id))
        else:
            back = tap(turn.speech, "btn-back", "optp", "style")
            await turn.edit(f"settings-type-{field}", ((back,),))


async def typed(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """What the owner typed for their style. Samples may follow one another."""
    field = str(data["field"])
    if field == "sample":
        turn.owner = await choices.add_sample(turn.unit, turn.owner, words)
        await turn.unit.conversations.begin(turn.owner.id, STEP, field=field)
    elif field == "style":
        style = " ".join(words.split())[:LONGEST_STYLE]
        turn.owner = await choices.change(turn.unit, turn.owner, style=style)
    else:
        whose = [data["who"]] if data.get("who") else []
        turn.owner = await choices.sign(turn.unit, turn.owner, _who(whose), words)
        await _show(turn, "signature", whose, edit=None)
        return True
    await _show(turn, "style", [], edit=None)
    return True
