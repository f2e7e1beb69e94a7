"""What an address book would bring, as a message with choices."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.domain.contacts import Contact
from bot.domain.messages import Button, Message, Rows
from bot.exchange.entries import LONGEST_NAME
from bot.locales import Speech
from bot.services.arrivals import Preview, Verdict
from bot.services.exchange import AT_ONCE, STEP, Brought
from bot.services.mobiles import is_mobile
from bot.views.buttons import marked, tap
from bot.views.contact import PAGE, pages_row
from bot.views.naming import setting_name
from bot.views.progress import bar

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
    unread = [one for one in preview.arrivals if one.unread]
    if unread:
        names = _names([one.contact.name for one in unread], len(unread))
        count = sum(one.unread for one in unread)
        lines.append(speech("import-unread", count=count, names=names))
    local = [number for one in preview.arrivals for number in one.local]
    if local:
        lines.append(speech("import-local", count=len(local), example=local[0][:LONGEST_NAME]))
    if preview.odd:
        lines.append(speech("import-odd-settings", names=_settings(preview.odd, speech)))
    return "\n".join(lines)


def _settings(names: Sequence[str], speech: Speech) -> str:
    """Settings by what stands on their buttons, each once."""
    return ", ".join(dict.fromkeys(setting_name(name, speech) for name in names))


def _left_out(preview: Preview) -> int:
    return sum(count for count, _ in preview.skipped.values())


def _names(names: Sequence[str], count: int) -> str:
    shown = [_cut(name) for name in names[:_NAMES_SHOWN]]
    return ", ".join(shown) + ("…" if count > len(shown) else "")


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME // 2 else name[: LONGEST_NAME // 2 - 1].rstrip() + "…"


def choices(
    number: int, counts: Mapping[str, int], groups: int, speech: Speech
) -> tuple[tuple[Button, ...], ...]:
    """All, with birthday, by letter or group, what completes somebody, the doubtful, none."""
    new = counts["all"]
    rows: list[tuple[Button, ...]] = []
    if 0 < new <= AT_ONCE:
        rows.append((tap(speech, "btn-import-all", "imp", number, "all", count=new),))
    if 0 < counts["birthday"] < new:
        label = "btn-import-birthday"
        rows.append((tap(speech, label, "imp", number, "birthday", count=counts["birthday"]),))
    if new > 1:
        by = [tap(speech, "btn-import-letters", "impl", number, "")]
        if groups:
            by.append(tap(speech, "btn-import-groups", "impg", number, 0))
        rows.append(tuple(by))
    for kind in (Verdict.COMPLETES, Verdict.DOUBTFUL):
        if counts[kind]:
            label = f"btn-import-{kind.value}"
            rows.append((tap(speech, label, "imp", number, kind.value, count=counts[kind]),))
    rows.append((tap(speech, "btn-import-none", "impno", number),))
    return tuple(rows)


def progress(done: int, total: int, speech: Speech) -> str:
    """How far an import is; a long one with a bar."""
    if total <= STEP:
        return speech("import-working", count=total)
    return speech("import-progress", bar=bar(done, total), done=done, total=total)


def done(brought: Brought, left: int | None, *, plain: bool, speech: Speech) -> Message:
    """What came of it, with ↩️; `left` is the number under which others still wait, `plain` whether
    somebody came in as an acquaintance."""
    lines = []
    if brought.added or not brought.completed:
        key = "import-done-acquaintances" if plain and brought.added else "import-done"
        lines.append(speech(key, count=brought.added))
    if brought.completed:
        lines.append(speech("import-completed", count=brought.completed))
    rows: list[tuple[Button, ...]] = []
    if brought.maybe_mobile:
        count = brought.maybe_mobile
        lines.append(speech("import-mobiles", count=count))
        rows.append(
            (
                tap(speech, "btn-import-mobiles", "impmob", brought.undo_id, count=count),
                tap(speech, "btn-import-each", "impone", brought.undo_id),
            )
        )
    rows.append((tap(speech, "btn-undo", "impundo", brought.undo_id),))
    more = () if left is None else (tap(speech, "btn-import-more", "impmore", left),)
    rows.append((*more, tap(speech, "btn-list", "people", 0)))
    return Message(0, "\n".join(lines), tuple(rows))


def by_number(number: int, people: Sequence[Contact], page: int, speech: Speech) -> Rows:
    """Each whose number may be a mobile or a fixed line, as it stands; a tap turns it over."""
    pages = max(1, -(-len(people) // PAGE))
    page = min(page, pages - 1)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                f"{'📱' if is_mobile(one) else '☎️'} {one.name[:28]} · {(one.phone or '')[-8:]}",
                data=f"impone:{number}:{page}:{one.id}",
            ),
        )
        for one in people[page * PAGE : (page + 1) * PAGE]
    ]
    if turning := pages_row(speech, page, pages, "impone", number):
        rows.append(turning)
    return (*rows, (tap(speech, "btn-list", "people", 0), tap(speech, "btn-shut", "close")))


def by_group(
    number: int, counts: Counter[str], page: int, speech: Speech
) -> tuple[tuple[Button, ...], ...]:
    """A group each, the largest ones first; a tap brings it in."""
    places = {name: place for place, name in enumerate(sorted(counts))}
    names = [name for name, count in counts.most_common() if count <= AT_ONCE]
    pages = max(1, -(-len(names) // PAGE))
    page = min(page, pages - 1)
    rows: list[tuple[Button, ...]] = [
        (Button(f"🏷 {name[:28]} · {counts[name]}", data=f"imp:{number}:#{places[name]}"),)
        for name in names[page * PAGE : (page + 1) * PAGE]
    ]
    if turning := pages_row(speech, page, pages, "impg", number):
        rows.append(turning)
    rows.append((tap(speech, "btn-back", "impb", number),))
    return tuple(rows)


def by_letter(
    number: int, counts: Counter[str], picked: str, speech: Speech
) -> tuple[tuple[Button, ...], ...]:
    """A letter each; a tap picks it or lets it go."""
    buttons = [
        Button(
            marked(f"{letter} {counts[letter]}", chosen=letter in picked),
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
