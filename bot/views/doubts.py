"""What was read and left in doubt: a tap settles it where two readings are possible."""

import re
from collections.abc import Sequence

from bot.domain.contacts import Contact
from bot.domain.messages import Button, Rows
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.parsing.contacts import Doubt
from bot.views import area_code
from bot.views.buttons import tap
from bot.views.naming import zones

DATES = ("birthday", "anniversary")


def choices(contact_id: int, doubts: Sequence[Doubt], speech: Speech) -> Rows:
    """A row for each doubt that has readings to choose from; a tap writes that one."""
    rows = (_row(contact_id, doubt, speech) for doubt in doubts)
    return tuple(row for row in rows if row)


def clock(contact: Contact, owner: Owner, speech: Speech) -> Rows:
    """A way to say where in their country somebody lives, when it has several clocks and the one
    that was taken may be wrong."""
    if contact.country == owner.country or len(zones(contact.country)) < 2:
        return ()
    return ((tap(speech, "field-timezone", "field", contact.id, "timezone"),),)


def _row(contact_id: int, doubt: Doubt, speech: Speech) -> tuple[Button, ...]:
    if doubt.key == "is_mobile":
        mobile, fixed = doubt.options
        return (
            tap(speech, "btn-mobile", "set", contact_id, "phone", mobile),
            tap(speech, "btn-fixed", "set", contact_id, "phone", fixed),
        )
    if doubt.key == "area_code":
        digits = re.sub(r"\D", "", doubt.words)
        return area_code.row((), speech, "phone", contact_id, digits)
    if doubt.key == "ambiguous_date":
        key = doubt.reason if doubt.reason in DATES else DATES[0]
        return tuple(_day(contact_id, key, one, "btn-option", speech) for one in doubt.options)
    if doubt.key == "which_date" and len(doubt.options) == 1:
        return tuple(
            _day(contact_id, key, doubt.options[0], f"btn-date-{key}", speech) for key in DATES
        )
    return ()


def _day(contact_id: int, key: str, option: str, label: str, speech: Speech) -> Button:
    iso = re.sub("^--", "0000-", option)
    _, month, day = map(int, iso.split("-"))
    said = speech.month_day(month, day)
    return tap(speech, label, "set", contact_id, key, iso, value=said)
