"""The timeline of a contact: what was sent, when and how, what came back, what was held back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.contacts import Contact, Relationship
from bot.domain.greetings import State
from bot.domain.measure import Held, Why
from bot.domain.messages import Media, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.story import Event
from bot.views.card import channel_name
from bot.views.contact import pages_row
from bot.views.sheet import Sheet

PAGE = 6
LONGEST_TEXT = 300


def story(
    sheet: Sheet, events: Sequence[Event], named: Callable[[Event], str], page: int
) -> Message:
    """A page of what happened, the newest first; `named` calls the occasions of an event."""
    pages = max(1, -(-len(events) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = events[page * PAGE : (page + 1) * PAGE]
    sent = sum(1 for one in events if one.greeting and one.greeting.state is State.SENT)
    key = "story-head" if sent else "story-none"
    head = sheet.speech(key, name=sheet.contact.called, count=sent)
    blocks = [head, *_never(sheet.contact, sheet.speech)]
    blocks += ["\n".join(_lines(sheet, one, named(one))) for one in shown]
    rows = []
    if turning := pages_row(sheet.speech, page, pages, "story", sheet.contact.id):
        rows.append(turning)
    return sheet.screen("\n\n".join(blocks), [*rows, sheet.out("person")])


def _never(contact: Contact, speech: Speech) -> list[str]:
    """Why somebody is not greeted at all, or hardly."""
    if contact.deceased:
        return [speech("story-deceased")]
    if contact.paused:
        return [speech("story-paused")]
    if contact.relationship is Relationship.ACQUAINTANCE:
        return [speech("story-acquaintance")]
    return []


def _lines(sheet: Sheet, event: Event, occasion: str) -> list[str]:
    speech = sheet.speech
    day = _day(event.day, speech)
    if event.held is not None:
        return [f"{day} · {occasion}", held_line(event.held, sheet.contact, sheet.owner, speech)]
    if event.relay is not None:
        relay = event.relay
        key = "story-heard" if relay.heard else "story-answered"
        hour = _hour(event.at, sheet)
        head = speech(key, day=day, hour=hour, name=sheet.contact.called)
        return [head, *_said(relay.text, relay.media, speech)]
    greeting = event.greeting
    if greeting is None:
        return []
    state = speech(f"story-{greeting.state.value.replace('_', '-')}")
    if event.left is not None and greeting.state is State.SENT:
        recorded = greeting.media is not None
        channel = channel_name(event.left.channel, sheet.contact, speech, recorded=recorded)
        state = speech("story-left", hour=_hour(event.at, sheet), channel=channel)
    head = f"{day} · {occasion}" if occasion else day
    return [head, state, *_said(greeting.text or "", greeting.media, speech)]


def held_line(held: Held, contact: Contact, owner: Owner, speech: Speech) -> str:
    """Why the measure holds a greeting back."""
    key = "occasion-held-gap" if held.why is Why.GAP else "occasion-held-client"
    last = speech.date(held.last)
    return speech(
        key, name=contact.called, last=last, days=str(owner.gap_days), count=owner.client_year
    )


def _day(day: date, speech: Speech) -> str:
    return speech("story-day", day=speech.month_day(day.month, day.day), year=str(day.year))


def _hour(at: datetime | None, sheet: Sheet) -> str:
    zone = ZoneInfo(sheet.owner.timezone)
    return sheet.speech.hour(at.astimezone(zone)) if at is not None else ""


def _said(text: str, media: Media | None, speech: Speech) -> list[str]:
    """The words, cut where they are too long, and what they came with."""
    lines = [speech("story-media", kind=media.kind)] if media and media.kind != "text" else []
    flat = " ".join(text.split())
    if flat:
        cut = flat if len(flat) <= LONGEST_TEXT else flat[: LONGEST_TEXT - 1] + "…"
        lines.append(f"«{cut}»")
    return lines
