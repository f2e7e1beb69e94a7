"""How the owner writes and signs."""

from bot.domain.contacts import Relationship
from bot.domain.messages import Button
from bot.locales import Speech
from bot.views.buttons import tap
from bot.views.settings.page import Page, Shown, in_columns, way_out


def style(shown: Shown) -> Page:
    """How the owner writes: a line of theirs, and texts of theirs."""
    owner, speech = shown.owner, shown.speech
    lines = [
        speech("settings-ask-style"),
        "",
        speech("settings-style-note", note=owner.style or "—"),
    ]
    lines += [speech("settings-style-sample", text=_cut(one)) for one in owner.samples]
    rows: list[tuple[Button, ...]] = [
        (
            tap(speech, "btn-add-sample", "optt", "sample"),
            tap(speech, "btn-style-note", "optt", "style"),
        )
    ]
    if owner.samples:
        rows.append((tap(speech, "btn-drop-samples", "opt", "samples", 0),))
    if owner.style:
        rows.append((tap(speech, "btn-drop-style", "opt", "style", 0),))
    return "\n".join(lines), (*rows, way_out(speech))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"


def signature(shown: Shown, who: Relationship | None) -> Page:
    """What ends the drafts for a relationship; without one, what ends letters and those to clients,
    and the way to the others."""
    owner, speech = shown.owner, shown.speech
    kept = owner.signatures.get(who) if who else owner.signature
    whose = who.value if who else "all"
    rows: list[tuple[Button, ...]] = [(tap(speech, "btn-signature", "optt", "signature", whose),)]
    if kept:
        rows.append((tap(speech, "btn-drop-signature", "opt", "signature", whose),))
    if who is not None:
        text = speech(
            "settings-ask-signature-of", who=_relationship(who, speech), value=kept or "—"
        )
        return text, (*rows, way_out(speech, "signature"))
    lines, buttons = [], []
    for one in Relationship:
        name = _relationship(one, speech)
        buttons.append(tap(speech, "btn-signature-of", "optp", "signature", one.value, who=name))
        if one in owner.signatures:
            lines.append(speech("settings-signature-of", who=name, value=owner.signatures[one]))
    text = "\n".join([speech("settings-ask-signature", value=kept or "—"), *lines])
    return text, (*rows, *in_columns(buttons, 2), way_out(speech))


def signature_asked(speech: Speech, who: Relationship | None) -> Page:
    """The question how the owner signs, and the way back to where it was asked."""
    if who is None:
        text = speech("settings-type-signature")
    else:
        text = speech("settings-type-signature-of", who=_relationship(who, speech))
    return text, ((tap(speech, "btn-back", "optp", "signature", who.value if who else "all"),),)


def _relationship(who: Relationship, speech: Speech) -> str:
    return speech(f"relationship-{who.value}")
