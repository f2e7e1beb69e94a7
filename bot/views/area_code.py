"""The question for the owner's area code: the likely ones as buttons, any other typed."""

from collections.abc import Sequence

from bot.domain.messages import Button
from bot.locales import Speech
from bot.views.buttons import tap

TYPE = "0"
"""In the place of a code: the owner will type it."""


def codes(likely: Sequence[str], *about: object) -> tuple[Button, ...]:
    """A button for each; `about`: what it is asked for."""
    return tuple(
        Button(f"☎️ {one}", data=":".join(["area", one, *map(str, about)])) for one in likely
    )


def row(likely: Sequence[str], speech: Speech, *about: object) -> tuple[Button, ...]:
    """The likely ones, and a button for another."""
    label = "btn-area-other" if likely else "btn-area-mine"
    return (*codes(likely, *about), tap(speech, label, "area", TYPE, *about))
