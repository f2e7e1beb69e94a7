"""Everything that is set, on one page."""

from bot.views.buttons import tap
from bot.views.settings.page import (
    Page,
    Shown,
    city_name,
    clock,
    country_name,
    in_columns,
    language_name,
    leap_name,
    talks,
    yes,
)

_TOPICS = (
    "language", "country", "zone", "prepare", "send", "quiet", "gap", "clients", "pause", "talk", "style",
    "signature", "after", "days",
)  # fmt: skip


def main(shown: Shown) -> Page:
    """Everything that is set, a line each, and a button for each."""
    owner, speech = shown.owner, shown.speech
    lines = [
        speech("settings-head"),
        "",
        speech("settings-language", value=language_name(owner.language)),
        speech(
            "settings-country",
            value=country_name(owner.country, shown),
            area=owner.area_code or "none",
        ),
        speech("settings-zone", value=city_name(owner.timezone, shown), hour=clock(shown)),
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
        speech("settings-talk", on=talks(shown)),
        speech("settings-style", samples=len(owner.samples), note=owner.style or "—"),
        speech("settings-signature", value=owner.signature or "—", others=len(owner.signatures)),
        speech("settings-after", on=yes(owner.follow_up)),
        speech(
            "settings-days",
            friends=owner.friends_day.value,
            leap=leap_name(owner.leap_day),
            milestones=yes(owner.milestones),
        ),
    ]
    buttons = [tap(speech, f"btn-opt-{topic}", "optp", topic) for topic in _TOPICS]
    rows = [*in_columns(buttons, 2), (tap(speech, "btn-shut", "optp", "shut"),)]
    return "\n".join(lines), tuple(rows)
