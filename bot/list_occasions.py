"""`abrazo occasions`: what the calendar holds for a country and a year."""

import json
import sys
from datetime import date
from typing import TextIO

from bot.calendar import Calendar
from bot.calendar.loader import known_countries
from bot.domain.occasions import OccasionDay

FIRST_YEAR, LAST_YEAR = 2000, 2075
"""The years that the tables of moving feasts cover."""


def list_occasions(
    country: str, year: int, as_json: bool, out: TextIO, language: str = "es"
) -> int:
    """Writes every occasion valid in a country, worldwide and off-by-default ones included, by
    date, names and notes in the language; returns the exit code (2: no such country or year)."""
    country = country.upper()
    if country not in known_countries():
        return _refuse(f"{country!r} is no country: give two letters of ISO 3166, such as AR.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _refuse(f"{year} is out of range: give a year from {FIRST_YEAR} to {LAST_YEAR}.")
    calendar = Calendar.load()
    found = calendar.between(date(year, 1, 1), date(year, 12, 31), country)
    for occasion, last in calendar.run_out(country, year):
        sys.stderr.write(
            f"abrazo occasions: {occasion.key} is left out: its table ends in {last}, and a wrong "
            "day is worse than none.\n"
        )
    rows = [_row(each, country, language) for each in found]
    if as_json:
        json.dump(rows, out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        out.writelines(_line(row) + "\n" for row in rows)
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(f"abrazo occasions: {message}\n")
    return 2


def _row(found: OccasionDay, country: str, language: str) -> dict[str, str | bool | None]:
    occasion = found.occasion
    return {
        "date": found.day.isoformat(),
        "key": occasion.key,
        "name": occasion.name_in(language),
        "country": country if occasion.countries else "*",
        "rule": occasion.rule_text,
        "confidence": occasion.confidence,
        "default": occasion.default,
        "note": occasion.note_in(language),
    }


def _line(row: dict[str, str | bool | None]) -> str:
    """One line of the table; ● is greeted by default, ○ only if the owner wants."""
    mark = "●" if row["default"] else "○"
    text = f"{row['date']}  {mark}  {row['country']:<2}  {row['key']:<28}  {row['name']}"
    return f"{text}  ({row['note']})" if row["note"] else text
