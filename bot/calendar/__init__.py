"""The right day, for that person, in that place."""

from bot.calendar.calendar import Calendar
from bot.calendar.own import own_occasions
from bot.calendar.personal import KEEP_IN_TOUCH, DueDay, days_for, personal_day
from bot.calendar.rules import BadRule, parse_rule

__all__ = [
    "KEEP_IN_TOUCH",
    "BadRule",
    "Calendar",
    "DueDay",
    "days_for",
    "own_occasions",
    "parse_rule",
    "personal_day",
]
