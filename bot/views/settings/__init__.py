"""The owner's settings: one message, changed in place, that says what is set and what it means."""

from bot.views.settings.habits import days, hour, language, number, quiet, switch
from bot.views.settings.overview import main
from bot.views.settings.page import Page, Shown, message
from bot.views.settings.place import country, here, regions, settled, zone
from bot.views.settings.writing import signature, signature_asked, style

__all__ = [
    "Page",
    "Shown",
    "country",
    "days",
    "here",
    "hour",
    "language",
    "main",
    "message",
    "number",
    "quiet",
    "regions",
    "settled",
    "signature",
    "signature_asked",
    "style",
    "switch",
    "zone",
]
