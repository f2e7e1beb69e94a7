"""What the pages of the settings share: what they show, and their rows of buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from bot.domain.contacts import LeapDay
from bot.domain.messages import Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views.buttons import marked, tap

Page = tuple[str, Rows]

PAGE = 12
"""Buttons of a list on one page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the pages show. `pause_every`: cards between pauses when the owner said nothing."""

    owner: Owner
    speech: Speech
    now: datetime
    pause_every: int
    has_model: bool

    @property
    def pause(self) -> int:
        """Cards between two offers of a pause."""
        chosen = self.owner.pause_every
        return self.pause_every if chosen is None else chosen

    @property
    def locale(self) -> Locale:
        """Names of countries, languages and cities."""
        return Locale(self.speech.language)


def yes(on: bool) -> str:
    """How a switch is named in the texts."""
    return "yes" if on else "no"


def talks(shown: Shown) -> str:
    """Whether the model reads what is typed: "yes", "no", or "none" without a model."""
    return yes(shown.owner.talk_with_model) if shown.has_model else "none"


def language_name(code: str) -> str:
    """A language in its own name."""
    name = Locale(code).get_display_name(code) or code
    return name[0].upper() + name[1:]


def country_name(code: str, shown: Shown) -> str:
    """A country in the owner's language."""
    return str(shown.locale.territories.get(code, code))


def city_name(zone: str, shown: Shown) -> str:
    """A time zone by its city."""
    # Babel names some cities under the zone's former name: America/Cordoba.
    former = (old for old, new in get_global("zone_aliases").items() if new == zone)
    named = (shown.locale.time_zones.get(one, {}).get("city") for one in (zone, *former))
    return str(next(filter(None, named), None) or zone.rpartition("/")[2].replace("_", " "))


def clock(shown: Shown) -> str:
    """The hour it is for the owner."""
    return shown.speech.hour(shown.now.astimezone(ZoneInfo(shown.owner.timezone)))


def leap_name(day: LeapDay) -> str:
    """How the day of those born on 29 February is named in the texts."""
    return "february" if day is LeapDay.FEBRUARY_28 else "march"


def in_columns(buttons: Sequence[Button], columns: int) -> list[tuple[Button, ...]]:
    """The buttons, so many in a row."""
    return [tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]


def choice(label: str, field: str, value: object, *, chosen: bool) -> Button:
    """A button that chooses a value."""
    return Button(marked(label, chosen=chosen), data=f"opt:{field}:{value}")


def way_out(speech: Speech, back: str = "main") -> tuple[Button, ...]:
    """The last row: back and close."""
    return (tap(speech, "btn-back", "optp", back), tap(speech, "btn-shut", "optp", "shut"))


def message(owner: Owner, page: Page, edit: int | None) -> Message:
    """The page as a message, in the place of the one whose button was tapped."""
    text, rows = page
    return Message(owner.id, text, rows, edit=edit)
