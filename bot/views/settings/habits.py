"""Language, hours, measure, switches and days: what is chosen among a few values."""

from collections.abc import Iterable
from datetime import time

from bot.domain.contacts import FriendsDay, LeapDay
from bot.locales import LANGUAGES
from bot.services import settings as choices
from bot.views.buttons import tap
from bot.views.settings.page import (
    Page,
    Shown,
    choice,
    in_columns,
    language_name,
    leap_name,
    talks,
    way_out,
    yes,
)


def language(shown: Shown) -> Page:
    """The four languages, each in its own name."""
    current = shown.owner.language
    buttons = [
        choice(language_name(code), "language", code, chosen=code == current) for code in LANGUAGES
    ]
    return shown.speech("settings-ask-language"), (*in_columns(buttons, 2), way_out(shown.speech))


def hour(shown: Shown, field: str, now: time) -> Page:
    """Every full hour, and a quarter more or less."""
    speech = shown.speech
    current = _minutes(now)
    buttons = [
        choice(speech.hour(time(h)), field, h * 60, chosen=h * 60 == current) for h in choices.HOURS
    ]
    less = (current - choices.STEP_MINUTES) % (24 * 60)
    more = (current + choices.STEP_MINUTES) % (24 * 60)
    finer = (
        tap(speech, "btn-earlier", "opt", field, less),
        tap(speech, "btn-later-by", "opt", field, more),
    )
    text = speech(f"settings-ask-{field}", hour=speech.hour(now))
    return text, (*in_columns(buttons, 4), finer, way_out(speech))


def _minutes(of: time) -> int:
    """Minutes since midnight."""
    return of.hour * 60 + of.minute


def quiet(shown: Shown) -> Page:
    """When the owner wakes and sleeps."""
    owner, speech = shown.owner, shown.speech
    rows = [
        tuple(
            choice(
                speech(key, hour=speech.hour(time(*divmod(value, 60)))),
                field,
                value,
                chosen=value == _minutes(now),
            )
            for value in values
        )
        for key, field, values, now in (
            ("settings-wakes", "wakes", choices.WAKES, owner.wakes_at),
            ("settings-sleeps", "sleeps", choices.SLEEPS, owner.sleeps_at),
        )
    ]
    text = speech(
        "settings-ask-quiet",
        sleeps=speech.hour(owner.sleeps_at),
        wakes=speech.hour(owner.wakes_at),
    )
    return text, (*(part for row in rows for part in in_columns(row, 2)), way_out(speech))


def number(shown: Shown, field: str, values: Iterable[int], now: int) -> Page:
    """A few numbers to choose from; 0 has a word of its own."""
    speech = shown.speech
    buttons = [
        choice(speech(f"settings-{field}-value", count=value), field, value, chosen=value == now)
        for value in values
    ]
    return speech(f"settings-ask-{field}"), (*in_columns(buttons, 2), way_out(speech))


def switch(shown: Shown, field: str, *, on: bool) -> Page:
    """👍 or ❌."""
    speech = shown.speech
    known = talks(shown) if field == "talk" else yes(on)
    both = (tap(speech, "btn-yes", "opt", field, 1), tap(speech, "btn-no", "opt", field, 0))
    rows = (way_out(speech),) if known == "none" else (both, way_out(speech))
    return speech(f"settings-ask-{field}", on=known), rows


def days(shown: Shown) -> Page:
    """Whose Friend's Day is kept, when 29 February is, and whether drafts count years."""
    owner, speech = shown.owner, shown.speech
    friends = [
        choice(
            speech("settings-friends-day", choice=one.value),
            "friends",
            one.value,
            chosen=one is owner.friends_day,
        )
        for one in FriendsDay
    ]
    leap = [
        choice(
            speech("settings-leap-day", choice=leap_name(one)),
            "leap",
            one.value,
            chosen=one is owner.leap_day,
        )
        for one in LeapDay
    ]
    milestones = [
        choice(
            speech("settings-milestones", choice=yes(on)),
            "milestones",
            int(on),
            chosen=on is owner.milestones,
        )
        for on in (True, False)
    ]
    rows = (tuple(friends), tuple(leap), tuple(milestones), way_out(speech))
    return speech("settings-ask-days"), rows
