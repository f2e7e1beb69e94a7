"""/status: who stands where, by name."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from telegram import CallbackQuery, Update
from telegram import Message as Tapped

from bot.domain.greetings import BEING_WRITTEN, WAITING, Greeting, State
from bot.domain.messages import Button, Message, Rows
from bot.handlers.context import Context, Turn
from bot.services import learning
from bot.views import unsettled
from bot.views.buttons import tap

_LINES = (
    ("waiting", {State.READY, State.STALE, State.SNOOZED}),
    ("needs-memory", {State.NEEDS_MEMORY}),
    ("writing", {State.PLANNED, State.DRAFTING}),
    ("approved", {State.APPROVED, State.SENDING}),
    ("handed-off", {State.HANDED_OFF}),
    ("call", {State.CALL}),
    ("sent", {State.SENT}),
    ("skipped", {State.SKIPPED}),
    ("failed", {State.FAILED}),
    ("unknown", {State.UNKNOWN}),
    ("expired", {State.EXPIRED}),
)

RECENT_DAYS = 3
"""For how long what has ended is still listed."""

FEWEST_TEXTS = 3
"""Fewer approved texts than this say nothing about the drafts."""

_ENDED = {State.SENT, State.SKIPPED, State.FAILED, State.EXPIRED}


async def status(update: Update, context: Context) -> None:
    """Waiting, approved, sent, failed, unknown; the last tick; the model. What only the owner can
    settle is a tap away."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        machine = [*await _machine(turn), *await _spent(turn)]
        greetings = await _recent(turn)
        people = [*await _people(turn, greetings), *await _touched(turn)]
        lines = [turn.speech("status-head"), *people, *machine]
        rows: Rows = (await _next_step(turn),)
        if any(one.state in unsettled.STATES for one in greetings):
            rows = ((tap(turn.speech, "btn-unsettled", "unsettled"),), *rows)
        await turn.send(Message(turn.owner.id, "\n".join(lines), rows))


async def open_ends(update: Update, context: Context) -> None:
    """❔: ☑️ and 🔁 for what may be out, and why what failed did, with 🔁."""
    async with context.turn(update) as turn:
        greetings = [one for one in await _recent(turn) if one.state in unsettled.STATES]
        if not greetings:
            turn.toast = turn.speech("toast-moved-on")
        await _spend(turn, update.callback_query)
        await unsettled.show(turn.unit, turn.owner, greetings, turn.speech)


async def _spend(turn: Turn, query: CallbackQuery | None) -> None:
    """What was tapped keeps its words and loses ❔, so that no second list comes below the first."""
    tapped = query.message if query else None
    if not isinstance(tapped, Tapped) or not tapped.text or tapped.reply_markup is None:
        return
    keys = [
        [Button(key.text, data=str(key.callback_data)) for key in row]
        for row in tapped.reply_markup.inline_keyboard
    ]
    rows = [tuple(key for key in row if key.data != "unsettled") for row in keys]
    left = tuple(row for row in rows if row)
    await turn.send(Message(turn.owner.id, tapped.text, left, edit=tapped.message_id))


async def _next_step(turn: Turn) -> tuple[Button, ...]:
    """What can be done now: decide, write to somebody, or begin with a first person."""
    undecided = {*WAITING, *BEING_WRITTEN, State.SNOOZED}
    if await turn.unit.greetings.find(owner_id=turn.owner.id, states=undecided, limit=1):
        return (tap(turn.speech, "btn-review", "goon"),)
    if await turn.unit.contacts.count(turn.owner.id):
        return (
            tap(turn.speech, "btn-draft-day", "draftnext"),
            tap(turn.speech, "btn-days", "occ:list:0"),
        )
    return (tap(turn.speech, "btn-add", "add"),)


async def _recent(turn: Turn) -> list[Greeting]:
    """What is not over, or has ended of late."""
    today = turn.unit.now.astimezone(ZoneInfo(turn.owner.timezone)).date()
    return [
        one
        for one in await turn.unit.greetings.find(owner_id=turn.owner.id)
        if one.state not in _ENDED or (today - one.day).days <= RECENT_DAYS
    ]


async def _people(turn: Turn, greetings: Sequence[Greeting]) -> list[str]:
    """A line per state, so that a name never shares one with a name in another state."""
    contacts = await turn.unit.contacts.some({one.contact_id for one in greetings})
    lines = []
    for key, states in _LINES:
        names = [contacts[one.contact_id].name for one in greetings if one.state in states]
        if names:
            lines.append(turn.speech(f"status-{key}", names=", ".join(names), count=len(names)))
    return lines or [turn.speech("status-nothing")]


async def _touched(turn: Turn) -> list[str]:
    """How much of the newest texts went out as they were drafted, and of the ones before."""
    newest, before = await learning.touched(turn.unit, turn.owner)
    if newest is None or newest.count < FEWEST_TEXTS:
        return []
    lines = [
        turn.speech(
            "status-touched",
            untouched=newest.untouched, count=newest.count, share=round(newest.share * 100),
        )
    ]  # fmt: skip
    if before is not None and before.count == newest.count:
        lines.append(
            turn.speech(
                "status-touched-before",
                untouched=before.untouched, count=before.count, share=round(before.share * 100),
            )
        )  # fmt: skip
    return lines


async def _machine(turn: Turn) -> list[str]:
    standing = await turn.house.status(turn.unit)
    tick = standing.last_tick
    zone = ZoneInfo(turn.owner.timezone)
    lines = []
    if tick is not None:
        lines.append(turn.speech("status-tick", hour=turn.speech.hour(tick.astimezone(zone))))
    lines.append(turn.speech(f"status-model-{standing.model}"))
    return lines


async def _spent(turn: Turn) -> list[str]:
    """How much of today's share the models have used, where there is a bound."""
    budget = turn.house.budget
    lines = []
    if budget.drafts is not None:
        drafted = await budget.drafted(turn.unit, turn.owner)
        lines.append(turn.speech("status-drafts", used=drafted, bound=budget.drafts))
    if budget.tokens is not None:
        used = await budget.used(turn.unit, turn.owner)
        lines.append(turn.speech("status-tokens", used=used, bound=budget.tokens))
    return lines
