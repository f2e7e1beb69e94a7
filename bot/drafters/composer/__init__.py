"""The built-in composer: writes greetings from a contact's notes without any model."""

from bot.drafters.composer.composer import Composer

__all__ = ["Composer"]
