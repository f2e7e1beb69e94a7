"""Domain objects as plain JSON values and back, whatever fields they have."""

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.history import Past
from bot.domain.owners import Owner

CONTACT = TypeAdapter(Contact)
NOTES = TypeAdapter(tuple[Note, ...])
DATES = TypeAdapter(tuple[PersonalDate, ...])
PASTS = TypeAdapter(tuple[Past, ...])
OWNER = TypeAdapter(Owner)
