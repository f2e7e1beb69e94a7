"""What the owner's edits teach: how much of a draft they change, and which texts show how they write."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.domain.contacts import Contact, Note
from bot.domain.drafting import Person
from bot.domain.greetings import Alternative
from bot.domain.guards import rests_on

HIDDEN = "…"


def changed(text: str, rounds: Sequence[Sequence[Alternative]]) -> float | None:
    """The share of a draft that the owner changed, 0 for none to 1 for all of it, against the draft
    nearest to what they approved; None when there was no draft to change."""
    drafts = [one.text for round_ in rounds for one in round_ if one.drafter != "owner"]
    if not drafts:
        return None
    if text in drafts:
        return 0.0
    return 1 - max(SequenceMatcher(None, draft, text, autojunk=False).ratio() for draft in drafts)


@dataclass(frozen=True, slots=True)
class Touch:
    """How much the owner touched of so many texts in a row: how many went out as they were, and the
    mean share that was changed."""

    count: int
    untouched: int
    share: float


def touch(shares: Sequence[float]) -> Touch:
    """The measure of at least one text."""
    return Touch(len(shares), sum(share == 0 for share in shares), sum(shares) / len(shares))


def nameless(text: str, contact: Contact) -> str:
    """The text without the name of whom it was for: as an example it shows a voice, not a person."""
    names = {*contact.name.split(), *(contact.nickname or "").split(), contact.called}
    kept = sorted((re.escape(name) for name in names if len(name) > 1), key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(kept)})(?!\w)", HIDDEN, text) if kept else text


def may_leave(text: str, contact: Contact | Person, notes: Iterable[Note]) -> bool:
    """Whether nothing in the text comes from a private note, which never leaves the machine."""
    private = [note for note in notes if note.private]
    return not rests_on(text, private, ignore=[contact.name, contact.nickname or ""])
