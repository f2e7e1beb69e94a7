"""Domain objects as plain JSON values and back, whatever fields they have."""

from pydantic import TypeAdapter

from bot.domain.contacts import Contact, Note, PersonalDate
from bot.domain.greetings import Alternative, Greeting
from bot.domain.history import Past

CONTACT = TypeAdapter(Contact)
NOTES = TypeAdapter(tuple[Note, ...])
DATES = TypeAdapter(tuple[PersonalDate, ...])
PASTS = TypeAdapter(tuple[Past, ...])
DRAFTED = TypeAdapter(tuple[tuple[Greeting, tuple[tuple[Alternative, ...], ...]], ...])
"""Greetings with every round of their alternatives."""
