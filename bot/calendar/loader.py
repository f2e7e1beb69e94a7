"""Reads `tables/*.toml`: `kinds.toml` says what each occasion is, `feasts.toml` has the tables of moving
feasts, the other files say when an occasion is where."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from bot.calendar.rules import parse_rule
from bot.domain.occasions import Audience, Occasion, folded
from bot.domain.rules import Rule, Table

_KINDS = "kinds.toml"
_FEASTS = "feasts.toml"

Texts = Mapping[str, str]
"""A text by language: es, en, it, pt and, for names, those spoken where the day is kept."""


class BadData(ValueError):
    """A data file says something that makes no sense; the message names file, key and reason."""


def read_data() -> tuple[list[Occasion], Mapping[str, Texts]]:
    """Every occasion, and the names of every kind. `beside` among the names is the remark on a
    worldwide day in a country that keeps its own. Raises BadData."""
    folder = files("bot.calendar") / "tables"
    texts = {
        file.name: file.read_text("utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    kinds = tomllib.loads(texts.pop(_KINDS))
    feasts = {
        key: Table(tuple(map(date.fromisoformat, days.split())))
        for key, days in tomllib.loads(texts.pop(_FEASTS)).items()
    }
    names: dict[str, Texts] = {key: kind["names"] for key, kind in kinds["kinds"].items()}
    names["beside"] = kinds["notes"]["beside"]
    occasions = [
        _occasion(entry, kinds, feasts, name)
        for name, text in sorted(texts.items())
        for entry in tomllib.loads(text)["occasion"]
    ]
    return occasions, names


@cache
def known_countries() -> frozenset[str]:
    """The two-letter codes of ISO 3166, from the time zone database."""
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    return frozenset(line[:2] for line in table.splitlines() if line and line[0] != "#")


def _occasion(
    entry: dict[str, Any], kinds: dict[str, Any], feasts: Mapping[str, Rule], file: str
) -> Occasion:
    try:
        kind = kinds["kinds"][entry["key"]]
        merged = kind | entry
        note = merged.get("note", {})
        return Occasion(
            key=merged["key"],
            rule=parse_rule(merged["rule"], feasts),
            rule_text=merged["rule"],
            names=kind["names"] | entry.get("names", {}),
            audience=Audience(merged["for"]),
            countries=frozenset(merged["countries"]) - {"*"},
            beside=merged.get("beside"),
            source=merged["source"],
            confidence=merged["confidence"],
            default=merged.get("default", True),
            notes=kinds["notes"][note] if isinstance(note, str) else note,
            given_names=frozenset(map(folded, merged.get("given_names", ()))),
        )
    except (KeyError, ValueError) as error:
        raise BadData(f"{file}, {entry.get('key', '?')}: {error!r}") from error
