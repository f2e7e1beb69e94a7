"""Where the owner is: country and time zone, by buttons or by a location."""

from zoneinfo import ZoneInfo

from bot.calendar import zones
from bot.domain.messages import Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services import settings as choices
from bot.services.capture import reads
from bot.views import area_code
from bot.views.buttons import tap
from bot.views.settings.page import (
    PAGE,
    Page,
    Shown,
    choice,
    city_name,
    clock,
    country_name,
    in_columns,
    way_out,
)


def country(shown: Shown, page: int) -> Page:
    """The countries with a calendar: those that read the owner's language first, then by name."""
    names = {code: country_name(code, shown) for code in choices.countries()}
    codes = choices.by_name(names, names)
    mine = shown.owner.country
    codes.sort(key=lambda code: (not reads(code, shown.owner.language), code != mine))
    buttons = [
        choice(names[code], "country", code, chosen=code == shown.owner.country)
        for code in codes[page * PAGE : (page + 1) * PAGE]
    ]
    rows = [*in_columns(buttons, 2), *_turning("country", page, len(codes), shown.speech)]
    area = shown.owner.area_code
    areas = tap(shown.speech, "btn-area-mine", "area", area_code.TYPE, "settings")
    rows.append((tap(shown.speech, "btn-here", "here"), areas))
    if area:
        rows.append((tap(shown.speech, "btn-drop-area", "opt", "area", "", code=area),))
    now = country_name(shown.owner.country, shown)
    text = shown.speech("settings-ask-country", value=now, area=area or "none")
    return text, (*rows, way_out(shown.speech))


def zone(shown: Shown, region: str, page: int) -> Page:
    """The clocks of the owner's country (no region), or the zones of a part of the world, each with
    its hour."""
    owner = shown.owner
    found = (
        zones.zones_in(region)
        if region
        else zones.clocks_of(owner.country, owner.timezone, shown.now.year)
    )
    where = f"zone:{region}"
    buttons = [_zone_button(one, shown) for one in found[page * PAGE : (page + 1) * PAGE]]
    rows = [*in_columns(buttons, 2), *_turning(where, page, len(found), shown.speech)]
    regions_button = tap(shown.speech, "btn-opt-regions", "optp", "regions")
    rows.append((tap(shown.speech, "btn-here", "here"), regions_button))
    text = shown.speech(
        "settings-ask-zone", value=city_name(shown.owner.timezone, shown), hour=clock(shown)
    )
    return text, (*rows, way_out(shown.speech))


def _zone_button(zone_name: str, shown: Shown) -> Button:
    hour = shown.speech.hour(shown.now.astimezone(ZoneInfo(zone_name)))
    label = f"{city_name(zone_name, shown)} · {hour}"
    return choice(label, "zone", zone_name, chosen=zone_name == shown.owner.timezone)


def _turning(where: str, page: int, total: int, speech: Speech) -> list[tuple[Button, ...]]:
    row = []
    if page > 0:
        row.append(tap(speech, "btn-previous", "optp", where, page - 1))
    if (page + 1) * PAGE < total:
        row.append(tap(speech, "btn-next", "optp", where, page + 1))
    return [tuple(row)] if row else []


def regions(shown: Shown) -> Page:
    """The parts of the world."""
    speech = shown.speech
    buttons = [
        Button(speech(f"region-{name.lower()}"), data=f"optp:zone:{name}:0")
        for name in zones.regions()
    ]
    return speech("settings-ask-region"), (*in_columns(buttons, 2), way_out(speech, "zone"))


def here(owner: Owner, speech: Speech) -> Message:
    """A key that sends where the owner is, and one that leaves it."""
    keys = (speech("btn-send-here"), speech("btn-close"))
    return Message(owner.id, speech("settings-ask-here"), locator=keys)


def settled(shown: Shown, before: Owner) -> Message:
    """What a place was taken for, and the way back to what was set before."""
    text = shown.speech(
        "settings-settled",
        country=country_name(shown.owner.country, shown),
        value=city_name(shown.owner.timezone, shown),
        hour=clock(shown),
    )
    undo = tap(shown.speech, "btn-undo", "unhere", before.country, before.timezone)
    return Message(before.id, text, ((undo,),))
