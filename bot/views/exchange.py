"""What an address book would bring, as a message with choices."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.messages import Button
from bot.exchange.entries import LONGEST_NAME
from bot.locales import Speech
from bot.services.exchange import AT_ONCE, Preview, Verdict
from bot.views.buttons import tap

_NAMES_SHOWN = 3
_LETTERS_IN_A_ROW = 5


def text(preview: Preview, speech: Speech) -> str:
    """How many are new, known, doubtful, left out and why: every card of the file is in one line."""
    lines = [speech("import-found", count=len(preview.arrivals) + _left_out(preview))]
    for verdict in Verdict:
        found = preview.of(verdict)
        if found:
            names = _names([one.contact.name for one in found], len(found))
            lines.append(speech(f"import-{verdict.value}", count=len(found), names=names))
    for reason, (count, labels) in preview.skipped.items():
        names = _names(labels, count)
        lines.append(speech(f"import-skipped-{reason}", count=count, names=names))
    unread = sum(one.unread for one in preview.arrivals)
    if unread:
        lines.append(speech("import-unread", count=unread))
    return "\n".join(lines)


def _left_out(preview: Preview) -> int:
    return sum(count for count, _ in preview.skipped.values())


def _names(names: Sequence[str], count: int) -> str:
    shown = [name[: LONGEST_NAME // 2] for name in names[:_NAMES_SHOWN]]
    return ", ".join(shown) + ("…" if count > len(shown) else "")


def choices(
    number: int, new: int, birthdays: int, doubtful: int, speech: Speech
) -> tuple[tuple[Button, ...], ...]:
    """All, with birthday, by letter, the doubtful, none."""
    rows: list[tuple[Button, ...]] = []
    if 0 < new <= AT_ONCE:
        rows.append((tap(speech, "btn-import-all", "imp", number, "all", count=new),))
    if 0 < birthdays < new:
        label = "btn-import-birthday"
        rows.append((tap(speech, label, "imp", number, "birthday", count=birthdays),))
    if new > 1:
        rows.append((tap(speech, "btn-import-letters", "impl", number, ""),))
    if doubtful:
        label = "btn-import-doubtful"
        rows.append((tap(speech, label, "imp", number, "doubtful", count=doubtful),))
    rows.append((tap(speech, "btn-import-none", "impno", number),))
    return tuple(rows)


def by_letter(
    number: int, counts: Counter[str], picked: str, speech: Speech
) -> tuple[tuple[Button, ...], ...]:
    """A letter each; a tap picks it or lets it go."""
    buttons = [
        Button(
            f"{'● ' if letter in picked else ''}{letter} {counts[letter]}",
            data=f"impl:{number}:{_toggled(picked, letter)}",
        )
        for letter in sorted(counts)
    ]
    at_once = range(0, len(buttons), _LETTERS_IN_A_ROW)
    rows = [tuple(buttons[at : at + _LETTERS_IN_A_ROW]) for at in at_once]
    total = sum(counts[letter] for letter in picked)
    if picked and total <= AT_ONCE:
        rows.append((tap(speech, "btn-import-all", "imp", number, picked, count=total),))
    rows.append((tap(speech, "btn-back", "impb", number),))
    return tuple(rows)


def _toggled(picked: str, letter: str) -> str:
    return picked.replace(letter, "") if letter in picked else "".join(sorted(picked + letter))
