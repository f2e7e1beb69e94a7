"""How roles, languages, countries and zones are called in the owner's language."""

from functools import cache
from importlib.resources import files

from babel import Locale

from bot.locales import Speech
from bot.parsing.vocabulary import load


def role_name(role: str, speech: Speech) -> str:
    """ "mamá"."""
    words: dict[str, list[str]] = load(speech.language)["role"]
    return words[role][0] if words.get(role) else role


def roles() -> tuple[str, ...]:
    """Every role there is a word for."""
    return tuple(load("es")["role"])


_SETTINGS = {
    "language": "btn-opt-language",
    "country": "btn-opt-country",
    "area_code": "btn-opt-country",
    "timezone": "btn-opt-zone",
    "prepare_at": "btn-opt-prepare",
    "send_at": "btn-opt-send",
    "wakes_at": "btn-opt-quiet",
    "sleeps_at": "btn-opt-quiet",
    "gap_days": "btn-opt-gap",
    "client_year": "btn-opt-clients",
    "pause_every": "btn-opt-pause",
    "talk_with_model": "btn-opt-talk",
    "style": "btn-opt-style",
    "samples": "btn-opt-style",
    "signature": "btn-opt-signature",
    "signatures": "btn-opt-signature",
    "follow_up": "btn-opt-after",
    "friends_day": "btn-opt-days",
    "leap_day": "btn-opt-days",
    "milestones": "btn-opt-days",
    "own": "btn-own-day",
    "switches": "btn-off-days",
}
"""Under which button of /settings or /occasions a setting of an export is chosen."""


def setting_name(name: str, speech: Speech) -> str:
    """ "⏳ Cada cuánto" of `gap_days`."""
    return speech(_SETTINGS[name])


def language_name(code: str, speech: Speech) -> str:
    """ "italiano"."""
    return str(Locale(speech.language).languages.get(code.partition("-")[0], code))


def country_name(code: str, speech: Speech) -> str:
    """ "Italia"."""
    return str(Locale(speech.language).territories.get(code, code))


def city(zone: str, speech: Speech) -> str:
    """ "Roma" of `Europe/Rome`."""
    known = Locale(speech.language).time_zones.get(zone, {}).get("city")
    return str(known or zone.rpartition("/")[2].replace("_", " "))


@cache
def zones(country: str) -> tuple[str, ...]:
    """The time zones of a country, the most peopled first."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple(row[2] for row in rows if row[0] == country)
