"""What the bot says: one Fluent file per language, `es-tu.ftl` for Spanish outside the voseo."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource, resolver

from bot.domain.contacts import VOSEO_COUNTRIES

LANGUAGES = ("es", "en", "it", "pt")

resolver.MAX_PART_LENGTH = 8192
"""Fluent refuses values of more than 2,500 characters; people's words come in messages of 4,096."""

MOST_NAMES = 50
"""Names that anybody reads in one sentence."""

_TERRITORY = {"es": "AR", "en": "US", "it": "IT", "pt": "BR"}
_BABEL = {
    "es": {"AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX", "NI", "PA"}
    | {"PE", "PR", "PY", "SV", "US", "UY", "VE"},
    "en": {"AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"},
    "it": {"CH", "IT"},
    "pt": {"BR", "PT"},
}


_Y_BEFORE_I = re.compile(r" y (?=h?[iíIÍ](?![aeouáéóú])[^,]*$)", re.IGNORECASE)


class MissingText(Exception):
    """A key stands in no locale file: a mistake of ours, caught by the tests."""


class Speech:
    """Says things in one language, in the voice of one country."""

    def __init__(self, language: str, country: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.country = country.upper()
        known = self.country in _BABEL[self.language]
        territory = self.country if known else _TERRITORY[self.language]
        self._locale = f"{self.language}_{territory}"
        voice = "tu" if self.language == "es" and self.country not in VOSEO_COUNTRIES else ""
        self._bundles = _bundles(self.language, voice)

    def __call__(self, key: str, /, **values: Any) -> str:
        """The text of a key, values filled in as plain text. Raises MissingText."""
        for bundle in self._bundles:
            if not bundle.has_message(key):
                continue
            pattern = bundle.get_message(key).value
            if pattern is None:
                continue
            text, errors = bundle.format_pattern(pattern, values)
            if errors:
                raise MissingText(f"{self.language}: {key}: {errors[0]}")
            return str(text)
        raise MissingText(f"{self.language}: {key}")

    def has(self, key: str) -> bool:
        """Whether this language has a text of its own for a key."""
        return any(bundle.has_message(key) for bundle in self._bundles)

    def names(self, names: Sequence[str]) -> str:
        """Names as a list in a sentence: "Ana, Beto y Caro"; "Ana, … y +12" where they are more than
        MOST_NAMES."""
        shown = list(names[:MOST_NAMES])
        if len(names) > MOST_NAMES:
            shown.append(f"+{len(names) - MOST_NAMES}")
        listed = format_list(shown, locale=self._locale)
        if self.language == "es" and len(names) > 1:
            listed = _Y_BEFORE_I.sub(" e ", listed)  # "Ana e Ignacio", which CLDR leaves to us
        return listed

    def day(self, day: date, today: date) -> str:
        """A day as people say it: today, tomorrow, or the weekday with its date."""
        distance = (day - today).days
        if distance in {0, 1}:
            return self("day-today" if distance == 0 else "day-tomorrow")
        return self.date(day)

    def short_day(self, day: date) -> str:
        """A day in a list: "lun 20 jul"."""
        pattern = {"en_US": "EEE, MMM d"}.get(self._locale, "EEE d MMM")
        return str(format_date(day, pattern, locale=self._locale))

    def date(self, day: date) -> str:
        """The weekday and the date, without the year: "lunes 20 de julio"."""
        patterns = {
            "en_US": "EEEE, MMMM d",
            "en": "EEEE d MMMM",
            "it": "EEEE d MMMM",
            "pt": "EEEE, d 'de' MMMM",
        }
        pattern = patterns.get(self._locale) or patterns.get(self.language, "EEEE d 'de' MMMM")
        return str(format_date(day, pattern, locale=self._locale))

    def month_day(self, month: int, day: int) -> str:
        """A yearly date: "3 de mayo"."""
        pattern = {"en": "MMMM d", "it": "d MMMM"}.get(self.language, "d 'de' MMMM")
        return str(format_date(date(2000, month, day), pattern, locale=self._locale))

    def month(self, month: int) -> str:
        """The name of a month as a heading: "Mayo"."""
        name = str(format_date(date(2000, month, 1), "LLLL", locale=self._locale))
        return name[:1].upper() + name[1:]

    @property
    def first_weekday(self) -> int:
        """With which day a week begins where this language is read; Monday is 0."""
        return int(Locale.parse(self._locale).first_week_day)

    def hour(self, moment: time | datetime) -> str:
        """An hour of the day: "9:00"."""
        pattern = "h:mm a" if self._locale == "en_US" else "H:mm"
        return str(format_time(moment, pattern, locale=self._locale))


@cache
def _bundles(language: str, voice: str) -> tuple[FluentBundle, ...]:
    """The bundles asked in order: the voice's own words first, then the language's."""
    names = [f"{language}-{voice}", language] if voice else [language]
    return tuple(_bundle(name, language) for name in names)


@cache
def _bundle(name: str, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    path = Path(__file__).parent / f"{name}.ftl"
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
