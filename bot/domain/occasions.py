"""Dated reasons to greet: which day they fall on, and what they are called."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.drafting import OccasionRef
from bot.domain.rules import Rule


class Audience(StrEnum):
    """Whom an occasion is for (`for` in the data files)."""

    FRIENDS = "friends"
    PARTNERS = "partners"
    MOTHERS = "mothers"
    FATHERS = "fathers"
    GRANDPARENTS = "grandparents"
    GRANDFATHERS = "grandfathers"
    GRANDMOTHERS = "grandmothers"
    CHILDREN = "children"
    WOMEN = "women"
    TEACHERS = "teachers"
    SCHOOLTEACHERS = "schoolteachers"
    PROFESSORS = "professors"
    STUDENTS = "students"
    SECRETARIES = "secretaries"
    DOCTORS = "doctors"
    NAMESAKES = "namesakes"
    NEAR = "near"
    EVERYONE = "everyone"
    CHRISTIANS = "christians"
    JEWS = "jews"
    MUSLIMS = "muslims"
    HINDUS = "hindus"
    CHINESE = "chinese"


def folded(text: str) -> str:
    """Lower case without accents, so that «Católica» is `catolica` and «José» is `jose`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip()


def text_in(texts: Mapping[str, str], language: str) -> str | None:
    """The text for a reader of a language tag (`pt-BR` reads `pt`), or else the English one."""
    return texts.get(language.partition("-")[0].lower()) or texts.get("en")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry of the calendar.

    `countries`: ISO 3166 codes; empty means worldwide. `beside`: the key under which a worldwide
    day stays listed, off, in a country that keeps its own on another date. `default`: greeted
    unless the owner says otherwise; contested and uncertain days are not, and `notes` says why, by
    language. `given_names` are folded; only name days have them, and all share one key.
    """

    key: str
    rule: Rule
    rule_text: str
    names: Mapping[str, str] = field(hash=False)
    audience: Audience
    countries: frozenset[str] = frozenset()
    beside: str | None = None
    source: str = ""
    confidence: str = "high"
    default: bool = True
    notes: Mapping[str, str] = field(default_factory=dict, hash=False)
    given_names: frozenset[str] = frozenset()

    def dates_in(self, year: int) -> tuple[date, ...]:
        """The days of that year; a feast that begins at sunset has its first full day."""
        return self.rule.dates_in(year)

    def name_in(self, language: str) -> str:
        """The name for a reader of a language tag, English where unknown."""
        return text_in(self.names, language) or self.key

    def note_in(self, language: str) -> str | None:
        """What the owner should know about the day, in their language or else in English."""
        return text_in(self.notes, language)

    def ref_in(self, language: str) -> OccasionRef:
        """What a drafter is told of it."""
        return OccasionRef(self.key, self.name_in(language))


@dataclass(frozen=True, slots=True, order=True)
class OccasionDay:
    """An occasion on one of its days."""

    day: date
    occasion: Occasion = field(compare=False)
