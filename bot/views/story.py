"""The timeline of a contact: what was sent, when and how."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from bot.domain.greetings import Greeting, State
from bot.domain.messages import Message
from bot.views.card import channel_name
from bot.views.contact import pages_row
from bot.views.sheet import Sheet
from storage.history import Delivered

PAGE = 6
LONGEST_TEXT = 300


def story(
    sheet: Sheet,
    greetings: Sequence[Greeting],
    occasions: Mapping[int, str],
    deliveries: Mapping[int, Delivered],
    page: int,
) -> Message:
    """A page of the greetings, the newest first; `occasions` and `deliveries` by greeting."""
    pages = max(1, -(-len(greetings) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = greetings[page * PAGE : (page + 1) * PAGE]
    blocks = [_one(sheet, one, occasions[one.id], deliveries.get(one.id)) for one in shown]
    key = "story-head" if greetings else "story-none"
    head = sheet.speech(key, name=sheet.contact.called, count=len(greetings))
    rows = []
    if turning := pages_row(sheet.speech, page, pages, "story", sheet.contact.id):
        rows.append(turning)
    return sheet.screen("\n\n".join([head, *blocks]), [*rows, sheet.out("person")])


def _one(sheet: Sheet, greeting: Greeting, occasion: str, left: Delivered | None) -> str:
    speech = sheet.speech
    day = speech("story-day", day=speech.month_day(greeting.day.month, greeting.day.day),
                 year=str(greeting.day.year))  # fmt: skip
    state = speech(f"story-{greeting.state.value.replace('_', '-')}")
    if left is not None and greeting.state is State.SENT:
        hour = speech.hour(left.at.astimezone(ZoneInfo(sheet.owner.timezone)))
        channel = channel_name(left.channel, sheet.contact, speech)
        state = speech("story-left", hour=hour, channel=channel)
    lines = [f"{day} · {occasion}", state]
    if greeting.text:
        text = greeting.text.replace("\n", " ")
        cut = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
        lines.append(f"«{cut}»")
    return "\n".join(lines)
