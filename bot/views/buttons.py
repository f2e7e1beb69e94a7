"""Inline buttons: a label from the locale file and the data that comes back."""

from bot.domain.greetings import Greeting
from bot.domain.messages import Button
from bot.locales import Speech

LONGEST_DATA = 64
"""Bytes of callback data that Telegram takes."""

LONGEST_NAME = 24
"""Characters of a name that a phone shows on a button with other words."""


def tap(speech: Speech, label: str, verb: str, *parts: object, **values: object) -> Button:
    """A button that comes back as `verb:part:part`."""
    data = ":".join([verb, *(str(part) for part in parts)])
    return Button(speech(label, **values), data=data)


def cut(name: str) -> str:
    """A name as it fits beside other words of a label."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def marked(label: str, *, chosen: bool) -> str:
    """A choice; what holds now begins with a check mark, which is read aloud as one."""
    return f"✓ {label}" if chosen else label


def on_greeting(
    speech: Speech, label: str, verb: str, greeting: Greeting, *parts: object, **values: object
) -> Button:
    """A button of a greeting; the revision tells an old button from a current one."""
    return tap(speech, label, verb, greeting.id, greeting.revision, *parts, **values)
