"""What comes and for whom, in one message that the buttons under it change."""

from collections.abc import Sequence
from datetime import date

from bot.domain.contacts import Contact
from bot.domain.messages import Button, Message, Rows
from bot.domain.occasions import Occasion
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.occasions import Coming, Switch
from bot.views.buttons import tap
from bot.views.story import held_line

PAGE = 8
PAGE_OF_PEOPLE = 10
NAMES_SHOWN = 12
HELD_SHOWN = 5

_LONGEST_NAME = 32


def listing(
    owner: Owner,
    days: Sequence[Coming],
    page: int,
    speech: Speech,
    *,
    missed: int = 0,
    edit: int | None = None,
) -> Message:
    """A page of what comes; each day that is not one person's own opens under its button. `missed`:
    people whose day passed without a greeting."""
    pages = max(1, -(-len(days) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = days[page * PAGE : (page + 1) * PAGE]
    lines = [speech("occasions-head" if days else "occasions-none")]
    lines += [_line(one, speech) for one in shown]
    keys = dict.fromkeys((one.key, one.name) for one in shown if not one.personal)
    rows: list[tuple[Button, ...]] = [
        (Button(f"📅 {_short(name)}", data=f"occ:one:{key}"),) for key, name in keys
    ]
    rows += turning("list", page, pages, speech)
    if missed:
        rows.append((tap(speech, "btn-late", "occ:late", count=str(missed)),))
    rows.append((tap(speech, "btn-own-day", "occ:add"), tap(speech, "btn-off-days", "occ:off:0")))
    rows.append((tap(speech, "btn-year", "year"), tap(speech, "btn-calendar", "icsout")))
    rows.append((tap(speech, "btn-shut", "occ:shut"),))
    return Message(owner.id, "\n".join(lines), tuple(rows), edit=edit)


def _line(one: Coming, speech: Speech) -> str:
    day = speech.short_day(one.day)
    if one.personal:
        names = speech.names([contact.called for contact in one.people])
        return speech("occasions-personal", day=day, name=one.name, names=names)
    if one.held:
        return speech(
            "occasions-line-held",
            day=day,
            name=one.name,
            count=str(len(one.writable)),
            held=str(len(one.held)),
        )
    return speech("occasions-line", day=day, name=one.name, count=str(len(one.people)))


def turning(where: str, page: int, pages: int, speech: Speech) -> list[tuple[Button, ...]]:
    """◀️ and ▶️, where there is somewhere to go."""
    row = []
    if page > 0:
        row.append(tap(speech, "btn-previous", "occ", where, page - 1))
    if page < pages - 1:
        row.append(tap(speech, "btn-next", "occ", where, page + 1))
    return [tuple(row)] if row else []


def off_days(
    owner: Owner,
    days: Sequence[tuple[date, Occasion]],
    page: int,
    speech: Speech,
    *,
    edit: int | None = None,
) -> Message:
    """A page of the days that greet nobody, contested ones with the reason."""
    pages = max(1, -(-len(days) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = days[page * PAGE : (page + 1) * PAGE]
    lines = [speech("occasions-off-head" if days else "occasions-off-none")]
    rows: list[tuple[Button, ...]] = []
    for day, occasion in shown:
        name = occasion.name_in(owner.language)
        lines.append(speech("occasions-off-line", day=speech.short_day(day), name=name))
        if not occasion.default and (note := occasion.note_in(owner.language)):
            lines.append(speech("occasion-note", note=note))
        rows.append((Button(f"📅 {_short(name)}", data=f"occ:one:{occasion.key}"),))
    rows += turning("off", page, pages, speech)
    rows.append((tap(speech, "btn-back", "occ:list:0"), tap(speech, "btn-shut", "occ:shut")))
    return Message(owner.id, "\n".join(lines), tuple(rows), edit=edit)


def one(
    owner: Owner,
    occasion: Occasion,
    day: date | None,
    switches: Sequence[Switch],
    days: Sequence[Coming],
    speech: Speech,
    *,
    own: bool,
    heading: str | None = None,
    edit: int | None = None,
) -> Message:
    """One occasion: when, for whom, what is held back and why; a switch per relationship."""
    lines = [heading or speech("occasion-head", name=occasion.name_in(owner.language))]
    if day is not None:
        lines.append(speech("occasion-when", day=speech.date(day)))
    if not occasion.default and (note := occasion.note_in(owner.language)):
        lines.append(speech("occasion-note", note=note))
    mine = [found for found in days if found.key == occasion.key]
    lines += _people(mine, owner, speech)
    if mine or any(switch.on and switch.people for switch in switches):
        lines += ["", speech("occasion-switches")]
    else:
        lines += ["", speech("occasion-for-nobody")]
    rows = [*_switches(occasion, switches, speech), *_ways_out(occasion, mine, speech, own=own)]
    return Message(owner.id, "\n".join(lines), tuple(rows), edit=edit)


def _people(days: Sequence[Coming], owner: Owner, speech: Speech) -> list[str]:
    lines = []
    for found in days:
        names = [contact.called for contact in found.writable]
        if names:
            more = len(names) - NAMES_SHOWN
            names = names[:NAMES_SHOWN] + ([f"+{more}"] if more > 0 else [])
            lines.append(speech("occasion-people", names=speech.names(names)))
        for contact, why in found.held[:HELD_SHOWN]:
            lines.append(held_line(why, contact, owner, speech))
        if (more := len(found.held) - HELD_SHOWN) > 0:
            lines.append(speech("occasion-held-more", count=str(more)))
        if found.held:
            lines.append(speech("occasion-held-how", name=found.held[0][0].called))
    return lines


def _switches(occasion: Occasion, switches: Sequence[Switch], speech: Speech) -> Rows:
    buttons = [
        tap(
            speech,
            "btn-on" if switch.on else "btn-off",
            "occ:flip",
            occasion.key,
            switch.relationship.value,
            who=speech(f"relationship-{switch.relationship.value}"),
            count=str(len(switch.people)),
        )
        for switch in switches
    ]
    return tuple((button,) for button in buttons)


def _ways_out(
    occasion: Occasion, days: Sequence[Coming], speech: Speech, *, own: bool
) -> Sequence[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = [(tap(speech, "btn-who", "occ:who", occasion.key, 0),)]
    if any(found.writable for found in days):
        rows.append((tap(speech, "btn-draft-day", "occ:draft", occasion.key),))
    if own:
        rows.append((tap(speech, "btn-delete-day", "occ:del", occasion.key),))
    rows.append((tap(speech, "btn-back", "occ:list:0"), tap(speech, "btn-shut", "occ:shut")))
    return rows


def who(
    owner: Owner,
    occasion: Occasion,
    people: Sequence[Contact],
    page: int,
    speech: Speech,
    *,
    edit: int | None = None,
) -> Message:
    """Who is greeted on a day by name, whatever they are to the owner: a mark each."""
    pages = max(1, -(-len(people) // PAGE_OF_PEOPLE))
    page = min(max(page, 0), pages - 1)
    shown = people[page * PAGE_OF_PEOPLE : (page + 1) * PAGE_OF_PEOPLE]
    rows: list[tuple[Button, ...]] = [
        (
            tap(
                speech,
                "btn-marked" if occasion.key in one.tags else "btn-unmarked",
                "occ:mark",
                occasion.key,
                one.id,
                page,
                name=_short(one.name),
            ),
        )
        for one in shown
    ]
    rows += turning(f"who:{occasion.key}", page, pages, speech)
    rows.append((tap(speech, "btn-back", "occ:one", occasion.key),))
    text = speech("occasion-who", name=occasion.name_in(owner.language))
    return Message(owner.id, text, tuple(rows), edit=edit)


def ask_delete(
    owner: Owner, occasion: Occasion, speech: Speech, *, edit: int | None = None
) -> Message:
    """🗑 asks once more."""
    rows = (
        (
            tap(speech, "btn-delete-day", "occ:delyes", occasion.key),
            tap(speech, "btn-back", "occ:one", occasion.key),
        ),
    )
    text = speech("own-delete-confirm", name=occasion.name_in(owner.language))
    return Message(owner.id, text, rows, edit=edit)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
