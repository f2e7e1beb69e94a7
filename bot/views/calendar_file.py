"""A calendar that comes in, as a message with choices; the owner's own one, as events."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.calendar import KEEP_IN_TOUCH, own_occasions
from bot.calendar.own import ONCE
from bot.domain.contacts import LeapDay, PersonalDate
from bot.domain.messages import Button
from bot.domain.owners import Owner
from bot.exchange.entries import CalendarEntry
from bot.locales import Speech
from bot.services.calendar_file import Incoming, began
from bot.services.occasions import Coming, next_day
from bot.services.plan import Person
from bot.views.buttons import tap

NAMES_SHOWN = 6

_DAYS = {"MON": "MO", "TUE": "TU", "WED": "WE", "THU": "TH", "FRI": "FR", "SAT": "SA", "SUN": "SU"}
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def text(incoming: Incoming, speech: Speech) -> str:
    """What it would bring, a line for each kind; nothing of the file goes unmentioned."""

    def listed(names: Sequence[str]) -> str:
        return ", ".join(names[:NAMES_SHOWN]) + ("…" if len(names) > NAMES_SHOWN else "")

    def dated(name: str, day: PersonalDate) -> str:
        return f"{name} ({speech.month_day(day.month, day.day)})"

    lines = [speech("ics-found")]
    for key, names in (
        ("ics-known", [dated(one.name, one.day) for one in incoming.known]),
        ("ics-newcomers", [dated(one.name, one.day) for one in incoming.newcomers]),
        ("ics-yearly", [one.name for one in incoming.yearly]),
        ("ics-unclear", list(incoming.unclear)),
    ):
        if names:
            lines.append(speech(key, count=len(names), names=listed(names)))
    for one in incoming.differing[:NAMES_SHOWN]:
        if one.before is not None:
            mine = speech.month_day(one.before.month, one.before.day)
            theirs = speech.month_day(one.day.month, one.day.day)
            lines.append(speech("ics-differs", name=one.name, mine=mine, theirs=theirs))
    if incoming.present:
        lines.append(speech("ics-present", count=incoming.present))
    if incoming.left_out:
        lines.append(speech("ics-left-out", count=incoming.left_out))
    return "\n".join(lines)


def choices(incoming: Incoming, number: int, speech: Speech) -> tuple[tuple[Button, ...], ...]:
    """All of it, the birthdays alone, nothing."""
    birthdays = len(incoming.known) + len(incoming.newcomers)
    total = birthdays + len(incoming.yearly)
    rows: list[tuple[Button, ...]] = [(tap(speech, "btn-ics-all", "ics", number, 1, count=total),)]
    if birthdays and incoming.yearly:
        rows.append((tap(speech, "btn-import-birthday", "ics", number, 0, count=birthdays),))
    rows.append((tap(speech, "btn-import-none", "impno", number),))
    return tuple(rows)


def entries(
    owner: Owner,
    people: Iterable[Person],
    coming: Iterable[Coming],
    speech: Speech,
    today: date,
) -> list[CalendarEntry]:
    """Everybody's own dates, the owner's own days, and the public ones that greet somebody."""
    found = [
        _dated(one, day, owner, speech, today)
        for one in people
        for day in one.dates
        if not one.contact.deceased
    ]
    found += [
        CalendarEntry(
            f"{KEEP_IN_TOUCH}-{one.contact.id}-contact@abrazo",
            speech("ics-touch", name=one.contact.name),
            one.contact.touch.first,
            f"FREQ=MONTHLY;INTERVAL={one.contact.touch.months}",
        )
        for one in people
        if one.contact.touch
    ]
    for own in own_occasions(owner):
        day = next_day(own, today)
        if day is not None:
            again = _again(own.rule_text, owner.leap_day)
            name = own.name_in(owner.language)
            found.append(CalendarEntry(f"{own.key}@abrazo", name, day, again))
    mine = {one.key for one in owner.own}
    found += [
        CalendarEntry(f"{one.key}-{one.day}@abrazo", f"{one.name} · {len(one.people)}", one.day)
        for one in coming
        if not one.personal and one.key not in mine
    ]
    return found


def _dated(
    one: Person, day: PersonalDate, owner: Owner, speech: Speech, today: date
) -> CalendarEntry:
    name = one.contact.name
    if day.key == "birthday":
        summary = speech("ics-birthday", name=name)
    else:
        summary = speech("ics-date", name=name, what=day.name or speech(f"date-{day.key}"))
    again = _again(f"fixed:{day.month:02}-{day.day:02}", owner.leap_day)
    uid = f"{day.key}-{one.contact.id}-contact@abrazo"
    return CalendarEntry(uid, summary, began(day, today), again, day.year)


def _again(rule: str, leap_day: LeapDay) -> str | None:
    """A rule as RFC 5545 writes it. In common years a plain 29 February would not come at all: the
    last day of February does, and so does the 60th of the year, which is 1 March then."""
    kind, _, what = rule.partition(":")
    if f"{kind}:" == ONCE:
        return None
    if kind == "fixed":
        if what != "02-29":
            return "FREQ=YEARLY"
        last = leap_day is LeapDay.FEBRUARY_28
        return f"FREQ=YEARLY;{'BYMONTH=2;BYMONTHDAY=-1' if last else 'BYYEARDAY=60'}"
    weekday, number, month = what.split(",")
    return f"FREQ=YEARLY;BYMONTH={_MONTHS.index(month) + 1};BYDAY={number}{_DAYS[weekday]}"
