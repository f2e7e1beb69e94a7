"""Domain objects as plain JSON values and back, whatever fields they have."""

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.owners import Owner

CONTACT = TypeAdapter(Contact)
NOTE = TypeAdapter(Note)
NOTES = TypeAdapter(tuple[Note, ...])
DATE = TypeAdapter(PersonalDate)
DATES = TypeAdapter(tuple[PersonalDate, ...])
OWNER = TypeAdapter(Owner)
