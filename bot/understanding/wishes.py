"""What an owner wishes of other drafts: "más corto", "something about the boat"."""

import re

from bot.parsing.text import fold
from bot.understanding.vocabulary import any_of

_LONGEST = 12
"""Words of a wish; a longer text tells something."""


def is_wish(words: str) -> bool:
    """Whether words speak of a draft and not of somebody."""
    said = fold(words).strip(" .!¡")
    return len(said.split()) <= _LONGEST and re.match(rf"(?:{any_of('wish')})\b", said) is not None
