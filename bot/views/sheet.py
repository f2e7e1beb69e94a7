"""A contact on the screen: what every screen behind the card starts from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.messages import About, Button, Message
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.services.approve import Ways
from bot.views.buttons import tap
from bot.views.contact import facts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contact with what hangs on it, as the screens need it; `edit` is the living message, `ways`
    what the house can do."""

    owner: Owner
    contact: Contact
    notes: Sequence[Note]
    dates: Sequence[PersonalDate]
    speech: Speech
    edit: int | None = None
    ways: Ways = field(default_factory=lambda: Ways(timedelta()))

    def screen(self, text: str, rows: Sequence[tuple[Button, ...]]) -> Message:
        """A message in the place of the living one, about this contact."""
        about = About(self.owner.id, self.contact.id, kind="contact")
        return Message(self.owner.id, text, tuple(rows), edit=self.edit, about=about)

    @property
    def facts(self) -> str:
        """All that is known."""
        return facts(self.owner, self.contact, self.notes, self.dates, self.speech)

    def button(self, key: str, verb: str, *parts: object) -> Button:
        """A button about this contact."""
        return tap(self.speech, key, verb, self.contact.id, *parts)

    def out(self, verb: str, *parts: object) -> tuple[Button, ...]:
        """↩️ to where one came from, and ❌."""
        return (self.button("btn-back", verb, *parts), self.button("btn-shut", "shut"))
