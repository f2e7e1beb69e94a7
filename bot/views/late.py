"""What was missed within the last week, in one message."""

from collections.abc import Sequence

from bot.domain.messages import Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.belated import Missed
from bot.views.buttons import cut, tap

NAMES_SHOWN = 12
DAYS_SHOWN = 12


def page(
    owner: Owner,
    missed: Sequence[Missed],
    names: Sequence[str],
    speech: Speech,
    *,
    edit: int | None = None,
) -> Message:
    """A line and a button for each day, named in `names`; one that waits for the owner's word says
    so."""
    lines = [speech("late-head" if missed else "late-none")]
    rows: list[tuple[Button, ...]] = []
    for one, name in list(zip(missed, names, strict=True))[:DAYS_SHOWN]:
        day = speech.short_day(one.day)
        lines.append(speech("late-line", day=day, name=name, names=_people(one, speech)))
        if one.unanswered:
            lines.append(speech("late-unanswered", count=len(one.unanswered)))
            rows.append((tap(speech, "btn-late-ask", "occ:lateask", one.day, day=day),))
        else:
            count = str(len(one.people))
            rows.append(
                (
                    tap(
                        speech,
                        "btn-late-go",
                        "occ:latego",
                        one.day,
                        one.key,
                        name=cut(name),
                        count=count,
                    ),
                )
            )
    rows.append((tap(speech, "btn-back", "occ:list:0"), tap(speech, "btn-shut", "occ:shut")))
    return Message(owner.id, "\n".join(lines), tuple(rows), edit=edit)


def _people(one: Missed, speech: Speech) -> str:
    called = [contact.called for contact in one.people]
    more = len(called) - NAMES_SHOWN
    return speech.names(called[:NAMES_SHOWN] + ([f"+{more}"] if more > 0 else []))
