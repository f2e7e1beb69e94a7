"""What was handed over and not ticked: asked about once, as a list that shrinks as it is ticked."""

from collections.abc import Sequence

from bot.domain.greetings import Greeting, State
from bot.domain.messages import Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views.buttons import tap
from bot.views.ronda import asleep, waiting_by_hand, way_back
from storage.unit import Unit

ASKED = frozenset({State.HANDED_OFF, State.UNKNOWN})
"""Only the owner knows of these whether they are out."""

LONGEST_LIST = 40
"""People in one list; Telegram takes 100 buttons."""


async def ask(unit: Unit, owner: Owner, pending: Sequence[Greeting], speech: Speech) -> None:
    """Once: ☑️ each, ☑️ all, 🔁 once more. In the owner's night it comes without a sound."""
    for start in range(0, len(pending), LONGEST_LIST):
        await show(unit, owner, pending[start : start + LONGEST_LIST], speech)


async def show(
    unit: Unit,
    owner: Owner,
    pending: Sequence[Greeting],
    speech: Speech,
    *,
    edit: int | None = None,
    ticked: int = 0,
    just: Sequence[Greeting] = (),
) -> None:
    """The list of those not answered yet, ▶️ to the rest of the ronda, and ↩️ for those `just` ticked.
    A button stays good while its greeting is unanswered; when none is left it says how many were
    `ticked`."""
    contacts = await unit.contacts.some([one.contact_id for one in (*pending, *just)])
    pending = sorted(pending, key=lambda one: contacts[one.contact_id].called.casefold())
    names = [contacts[one.contact_id].called for one in pending]
    rows: list[tuple[Button, ...]] = [
        (
            tap(speech, "btn-i-sent-name", "out", one.id, name=name),
            tap(speech, "btn-once-more", "onceagain", one.id),
        )
        for one, name in zip(pending, names, strict=True)
    ]
    if len(pending) > 1:
        rows.append((tap(speech, "btn-all-sent", "allsent"),))
    key = "evening-question" if pending else "all-sent"
    lines = [speech(key, names=speech.names(names), count=len(pending) or ticked)]
    waiting = await waiting_by_hand(unit, owner)
    if waiting:
        lines.append(speech("evening-left", count=len(waiting)))
        rows.append((tap(speech, "btn-go-on", "ronda"),))
    back = [way_back(one, contacts[one.contact_id], speech, "unout") for one in just]
    rows += [tuple(back[at : at + 2]) for at in range(0, len(back), 2)]
    await unit.outbox.add(
        Message(owner.id, "\n".join(lines), tuple(rows), edit=edit, silent=asleep(unit, owner))
    )
