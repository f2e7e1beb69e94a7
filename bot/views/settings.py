"""The owner's settings: one message, changed in place, that says what is set and what it means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from bot.calendar import zones
from bot.domain.contacts import FriendsDay, LeapDay, Relationship
from bot.domain.messages import Button, Message, Rows
from bot.domain.owners import Owner
from bot.locales import LANGUAGES, Speech
from bot.services import settings as choices
from bot.views.buttons import tap

PAGE = 12

_TOPICS = (
    "language", "country", "zone", "prepare", "send", "quiet", "gap", "clients", "pause", "talk", "style",
    "signature", "after", "days",
)  # fmt: skip


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


Page = tuple[str, Rows]


def main(shown: Shown) -> Page:
    """Everything that is set, a line each, and a button for each."""
    owner, speech = shown.owner, shown.speech
    lines = [
        speech("settings-head"),
        "",
        speech("settings-language", value=_language(owner.language)),
        speech("settings-country", value=_country(owner.country, shown)),
        speech("settings-zone", value=_city(owner.timezone, shown), hour=_clock(shown)),
        speech("settings-prepare", hour=speech.hour(owner.prepare_at)),
        speech("settings-send", hour=speech.hour(owner.send_at)),
        speech(
            "settings-quiet",
            sleeps=speech.hour(owner.sleeps_at),
            wakes=speech.hour(owner.wakes_at),
        ),
        speech("settings-gap", days=owner.gap_days),
        speech("settings-clients", count=owner.client_year),
        speech("settings-pause", cards=shown.pause),
        speech("settings-talk", on=_talks(shown)),
        speech("settings-style", samples=len(owner.samples), note=owner.style or "—"),
        speech("settings-signature", value=owner.signature or "—", others=len(owner.signatures)),
        speech("settings-after", on=_yes(owner.follow_up)),
        speech(
            "settings-days",
            friends=owner.friends_day.value,
            leap=_leap(owner.leap_day),
            milestones=_yes(owner.milestones),
        ),
    ]
    buttons = [tap(speech, f"btn-opt-{topic}", "optp", topic) for topic in _TOPICS]
    rows = [*_rows(buttons, 2), (tap(speech, "btn-shut", "optp", "shut"),)]
    return "\n".join(lines), tuple(rows)


def _yes(on: bool) -> str:
    return "yes" if on else "no"


def _talks(shown: Shown) -> str:
    return _yes(shown.owner.talk_with_model) if shown.has_model else "none"


def _language(code: str) -> str:
    name = Locale(code).get_display_name(code) or code
    return name[0].upper() + name[1:]


def _country(code: str, shown: Shown) -> str:
    return str(shown.locale.territories.get(code, code))


def _city(zone: str, shown: Shown) -> str:
    # Babel names some cities under the zone's former name: America/Cordoba.
    former = (old for old, new in get_global("zone_aliases").items() if new == zone)
    named = (shown.locale.time_zones.get(one, {}).get("city") for one in (zone, *former))
    return str(next(filter(None, named), None) or zone.rpartition("/")[2].replace("_", " "))


def _clock(shown: Shown) -> str:
    return shown.speech.hour(shown.now.astimezone(ZoneInfo(shown.owner.timezone)))


def _rows(buttons: Sequence[Button], columns: int) -> list[tuple[Button, ...]]:
    return [tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]


def _choice(label: str, field: str, value: object, *, chosen: bool) -> Button:
    return Button(f"• {label}" if chosen else label, data=f"opt:{field}:{value}")


def _out(speech: Speech, back: str = "main") -> tuple[Button, ...]:
    return (tap(speech, "btn-back", "optp", back), tap(speech, "btn-shut", "optp", "shut"))


def _turning(where: str, page: int, total: int, speech: Speech) -> list[tuple[Button, ...]]:
    row = []
    if page > 0:
        row.append(tap(speech, "btn-previous", "optp", where, page - 1))
    if (page + 1) * PAGE < total:
        row.append(tap(speech, "btn-next", "optp", where, page + 1))
    return [tuple(row)] if row else []


def language(shown: Shown) -> Page:
    """The four languages, each in its own name."""
    current = shown.owner.language
    buttons = [
        _choice(_language(code), "language", code, chosen=code == current) for code in LANGUAGES
    ]
    return shown.speech("settings-ask-language"), (*_rows(buttons, 2), _out(shown.speech))


def country(shown: Shown, page: int) -> Page:
    """The countries with a calendar, by name."""
    names = {code: _country(code, shown) for code in choices.countries()}
    codes = choices.by_name(names, names)
    buttons = [
        _choice(names[code], "country", code, chosen=code == shown.owner.country)
        for code in codes[page * PAGE : (page + 1) * PAGE]
    ]
    rows = [*_rows(buttons, 2), *_turning("country", page, len(codes), shown.speech)]
    rows.append((tap(shown.speech, "btn-here", "here"),))
    now = _country(shown.owner.country, shown)
    return shown.speech("settings-ask-country", value=now), (*rows, _out(shown.speech))


def zone(shown: Shown, region: str, page: int) -> Page:
    """The zones of the owner's country (no region), or of a part of the world, each with its hour."""
    found = zones.zones_in(region) if region else zones.zones_of(shown.owner.country)
    where = f"zone:{region}"
    buttons = [_zone_button(one, shown) for one in found[page * PAGE : (page + 1) * PAGE]]
    rows = [*_rows(buttons, 2), *_turning(where, page, len(found), shown.speech)]
    regions_button = tap(shown.speech, "btn-opt-regions", "optp", "regions")
    rows.append((tap(shown.speech, "btn-here", "here"), regions_button))
    text = shown.speech(
        "settings-ask-zone", value=_city(shown.owner.timezone, shown), hour=_clock(shown)
    )
    return text, (*rows, _out(shown.speech))


def _zone_button(zone_name: str, shown: Shown) -> Button:
    hour = shown.speech.hour(shown.now.astimezone(ZoneInfo(zone_name)))
    label = f"{_city(zone_name, shown)} · {hour}"
    return _choice(label, "zone", zone_name, chosen=zone_name == shown.owner.timezone)


def here(owner: Owner, speech: Speech) -> Message:
    """A key that sends where the owner is, and one that leaves it."""
    keys = (speech("btn-send-here"), speech("btn-close"))
    return Message(owner.id, speech("settings-ask-here"), locator=keys)


def settled(shown: Shown, before: Owner) -> Message:
    """What a place was taken for, and the way back to what was set before."""
    text = shown.speech(
        "settings-settled",
        country=_country(shown.owner.country, shown),
        value=_city(shown.owner.timezone, shown),
        hour=_clock(shown),
    )
    undo = tap(shown.speech, "btn-undo", "unhere", before.country, before.timezone)
    return Message(before.id, text, ((undo,),))


def regions(shown: Shown) -> Page:
    """The parts of the world."""
    speech = shown.speech
    buttons = [
        Button(speech(f"region-{name.lower()}"), data=f"optp:zone:{name}:0")
        for name in zones.regions()
    ]
    return speech("settings-ask-region"), (*_rows(buttons, 2), _out(speech, "zone"))


def hour(shown: Shown, field: str, now: time) -> Page:
    """Every full hour, and a quarter more or less."""
    speech = shown.speech
    current = minutes(now)
    buttons = [
        _choice(speech.hour(time(h)), field, h * 60, chosen=h * 60 == current)
        for h in choices.HOURS
    ]
    less = (current - choices.STEP_MINUTES) % (24 * 60)
    more = (current + choices.STEP_MINUTES) % (24 * 60)
    finer = (
        tap(speech, "btn-earlier", "opt", field, less),
        tap(speech, "btn-later-by", "opt", field, more),
    )
    text = speech(f"settings-ask-{field}", hour=speech.hour(now))
    return text, (*_rows(buttons, 4), finer, _out(speech))


def minutes(of: time) -> int:
    """Minutes since midnight."""
    return of.hour * 60 + of.minute


def quiet(shown: Shown) -> Page:
    """When the owner wakes and sleeps."""
    owner, speech = shown.owner, shown.speech
    rows = [
        tuple(
            _choice(
                f"{sign} {speech.hour(time(*divmod(value, 60)))}",
                field,
                value,
                chosen=value == minutes(now),
            )
            for value in values
        )
        for sign, field, values, now in (
            ("🌅", "wakes", choices.WAKES, owner.wakes_at),
            ("🌙", "sleeps", choices.SLEEPS, owner.sleeps_at),
        )
    ]
    text = speech(
        "settings-ask-quiet",
        sleeps=speech.hour(owner.sleeps_at),
        wakes=speech.hour(owner.wakes_at),
    )
    return text, (*(part for row in rows for part in _rows(row, 3)), _out(speech))


def number(shown: Shown, field: str, values: Iterable[int], now: int) -> Page:
    """A few numbers to choose from; 0 has a word of its own."""
    speech = shown.speech
    buttons = [
        _choice(speech(f"settings-{field}-value", count=value), field, value, chosen=value == now)
        for value in values
    ]
    return speech(f"settings-ask-{field}"), (*_rows(buttons, 2), _out(speech))


def switch(shown: Shown, field: str, *, on: bool) -> Page:
    """👍 or ❌."""
    speech = shown.speech
    known = _talks(shown) if field == "talk" else _yes(on)
    both = (tap(speech, "btn-yes", "opt", field, 1), tap(speech, "btn-no", "opt", field, 0))
    rows = (_out(speech),) if known == "none" else (both, _out(speech))
    return speech(f"settings-ask-{field}", on=known), rows


def _leap(day: LeapDay) -> str:
    return "february" if day is LeapDay.FEBRUARY_28 else "march"


def days(shown: Shown) -> Page:
    """Whose Friend's Day is kept, when 29 February is, and whether drafts count years."""
    owner, speech = shown.owner, shown.speech
    friends = [
        _choice(
            speech("settings-friends-day", choice=one.value),
            "friends",
            one.value,
            chosen=one is owner.friends_day,
        )
        for one in FriendsDay
    ]
    leap = [
        _choice(
            speech("settings-leap-day", choice=_leap(one)),
            "leap",
            one.value,
            chosen=one is owner.leap_day,
        )
        for one in LeapDay
    ]
    milestones = [
        _choice(
            speech("settings-milestones", choice=_yes(on)),
            "milestones",
            int(on),
            chosen=on is owner.milestones,
        )
        for on in (True, False)
    ]
    rows = (tuple(friends), tuple(leap), tuple(milestones), _out(speech))
    return speech("settings-ask-days"), rows


def style(shown: Shown) -> Page:
    """How the owner writes: a line of theirs, and texts of theirs."""
    owner, speech = shown.owner, shown.speech
    lines = [
        speech("settings-ask-style"),
        "",
        speech("settings-style-note", note=owner.style or "—"),
    ]
    lines += [speech("settings-style-sample", text=_cut(one)) for one in owner.samples]
    rows: list[tuple[Button, ...]] = [
        (
            tap(speech, "btn-add-sample", "optt", "sample"),
            tap(speech, "btn-style-note", "optt", "style"),
        )
    ]
    if owner.samples:
        rows.append((tap(speech, "btn-drop-samples", "opt", "samples", 0),))
    if owner.style:
        rows.append((tap(speech, "btn-drop-style", "opt", "style", 0),))
    return "\n".join(lines), (*rows, _out(speech))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"


def signature(shown: Shown, who: Relationship | None) -> Page:
    """What ends the drafts for a relationship; without one, what ends letters and those to clients,
    and the way to the others."""
    owner, speech = shown.owner, shown.speech
    kept = owner.signatures.get(who) if who else owner.signature
    whose = who.value if who else "all"
    rows: list[tuple[Button, ...]] = [(tap(speech, "btn-signature", "optt", "signature", whose),)]
    if kept:
        rows.append((tap(speech, "btn-drop-signature", "opt", "signature", whose),))
    if who is not None:
        text = speech(
            "settings-ask-signature-of", who=_relationship(who, speech), value=kept or "—"
        )
        return text, (*rows, _out(speech, "signature"))
    lines, buttons = [], []
    for one in Relationship:
        name = _relationship(one, speech)
        buttons.append(tap(speech, "btn-signature-of", "optp", "signature", one.value, who=name))
        if one in owner.signatures:
            lines.append(speech("settings-signature-of", who=name, value=owner.signatures[one]))
    text = "\n".join([speech("settings-ask-signature", value=kept or "—"), *lines])
    return text, (*rows, *_rows(buttons, 2), _out(speech))


def signature_asked(speech: Speech, who: Relationship | None) -> Page:
    """The question how the owner signs, and the way back to where it was asked."""
    if who is None:
        text = speech("settings-type-signature")
    else:
        text = speech("settings-type-signature-of", who=_relationship(who, speech))
    return text, ((tap(speech, "btn-back", "optp", "signature", who.value if who else "all"),),)


def _relationship(who: Relationship, speech: Speech) -> str:
    return speech(f"relationship-{who.value}")


def message(owner: Owner, page: Page, edit: int | None) -> Message:
    """The page as a message, in the place of the one whose button was tapped."""
    text, rows = page
    return Message(owner.id, text, rows, edit=edit)
