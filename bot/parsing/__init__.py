"""Forgiving readers of what an owner types.

They say what they understood, keep what they did not, and never guess in silence.
"""

from bot.parsing.contacts import ParsedContact, parse_contact, parse_facts
from bot.parsing.dates import DateReading, Order, Status, date_order, parse_date
from bot.parsing.gathered import Doubt, Understood
from bot.parsing.names import Candidate, LeadingName, Match, leading_name, match_names, search
from bot.parsing.note import ParsedNoteLine, parse_note
from bot.parsing.phones import PhoneReading, parse_phone, wa_digits
from bot.parsing.text import ParsedNote, ParseProblem

__all__ = [
    "Candidate",
    "DateReading",
    "Doubt",
    "LeadingName",
    "Match",
    "Order",
    "ParseProblem",
    "ParsedContact",
    "ParsedNote",
    "ParsedNoteLine",
    "PhoneReading",
    "Status",
    "Understood",
    "date_order",
    "leading_name",
    "match_names",
    "parse_contact",
    "parse_date",
    "parse_facts",
    "parse_note",
    "parse_phone",
    "search",
    "wa_digits",
]
