"""Domain objects as plain JSON values and back, whatever fields they have."""

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.owners import Owner

CONTACT = TypeAdapter(Contact)
NOTES = TypeAdapter(tuple[Note, ...])
DATES = TypeAdapter(tuple[PersonalDate, ...])
OWNER = TypeAdapter(Owner)
