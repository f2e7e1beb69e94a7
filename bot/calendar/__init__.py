"""The right day, for that person, in that place."""

from bot.calendar.calendar import Calendar
from bot.calendar.own import own_occasions
from bot.calendar.personal import DueDay, LeapDay, days_for, personal_day
from bot.calendar.rules import BadRule, parse_rule

__all__ = [
    "BadRule",
    "Calendar",
    "DueDay",
    "LeapDay",
    "days_for",
    "own_occasions",
    "parse_rule",
    "personal_day",
]
