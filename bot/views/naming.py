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
