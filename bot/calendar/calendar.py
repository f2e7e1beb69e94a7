"""The calendar: every occasion of the data files, by country and by day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from bot.calendar.loader import read_data
from bot.domain.occasions import Occasion, OccasionDay, folded, text_in
from bot.domain.rules import Table


class Calendar:
    """What is celebrated where. Immutable; `Calendar.load()` gives the shared one."""

    def __init__(
        self, occasions: Iterable[Occasion], kinds: Mapping[str, Mapping[str, str]]
    ) -> None:
        """`kinds`: names by language of keys that have no entry of their own (`birthday`)."""
        self._all = tuple(occasions)
        self._kinds = kinds
        self._by_country: dict[str, tuple[Occasion, ...]] = {}
        self._by_year: dict[tuple[str, int], tuple[OccasionDay, ...]] = {}

    @classmethod
    def load(cls) -> "Calendar":
        """The calendar of the data files, read once."""
        return _shared()

    def occasions(self, country: str) -> tuple[Occasion, ...]:
        """Those of a country and the worldwide ones, the off-by-default included.

        A country's own day takes the place of the worldwide one of the same key, which stays
        listed under its `beside` key, off, when it falls on another date.
        """
        country = country.upper()
        if country not in self._by_country:
            self._by_country[country] = self._of(country)
        return self._by_country[country]

    def _of(self, country: str) -> tuple[Occasion, ...]:
        own = [o for o in self._all if country in o.countries]
        rules: dict[str, set[str]] = {}
        for occasion in own:
            rules.setdefault(occasion.key, set()).add(occasion.rule_text)
        listed = list(own)
        for world in (o for o in self._all if not o.countries):
            if world.key not in rules:
                listed.append(world)
            elif world.beside and world.rule_text not in rules[world.key]:
                listed.append(self._put_beside(world, world.beside))
        return tuple(listed)

    def _put_beside(self, world: Occasion, key: str) -> Occasion:
        names = self._kinds.get(key) or world.names
        return replace(world, key=key, names=names, default=False, notes=self._kinds["beside"])

    def get(self, key: str, country: str, called: str | None = None) -> Occasion | None:
        """The occasion of that key in a country. Name days share a key: `called` (the contact's
        name) picks one."""
        found = [o for o in self.occasions(country) if o.key == key]
        if called:
            first = folded(called.split()[0])
            found = [o for o in found if not o.given_names or first in o.given_names]
        return found[0] if found else None

    def name_of(self, key: str, language: str) -> str | None:
        """The name of a kind of personal date (`birthday`) in a language, English where unknown;
        None for the owner's own keys."""
        return text_in(self._kinds.get(key, {}), language)

    def between(self, first: date, last: date, country: str) -> list[OccasionDay]:
        """What falls on the days from `first` to `last`, both included, in order."""
        return [
            found
            for year in range(first.year, last.year + 1)
            for found in self._year(country.upper(), year)
            if first <= found.day <= last
        ]

    def run_out(self, country: str, year: int) -> list[tuple[Occasion, int]]:
        """The feasts of a country whose tables end before that year, each with its last year."""
        return [
            (occasion, occasion.rule.days[-1].year)
            for occasion in self.occasions(country)
            if isinstance(occasion.rule, Table) and occasion.rule.days[-1].year < year
        ]

    def _year(self, country: str, year: int) -> tuple[OccasionDay, ...]:
        if (country, year) not in self._by_year:
            self._by_year[country, year] = tuple(
                sorted(
                    OccasionDay(day, occasion)
                    for occasion in self.occasions(country)
                    for day in occasion.dates_in(year)
                )
            )
        return self._by_year[country, year]

    def on(self, day: date, country: str) -> tuple[Occasion, ...]:
        """What falls on a day."""
        return tuple(found.occasion for found in self.between(day, day, country))


@cache
def _shared() -> Calendar:
    return Calendar(*read_data())
