"""What of a message may be shown to a model: numbers stand for phones, addresses and surnames, and
are exchanged back in its answer."""

import re

from bot.drafters.disclosure import HIDDEN, hide_addresses
from bot.parsing.text import fold

_MARK = re.compile(r"\[(\d{1,2})\]")
_WORD = re.compile(r"\S+")


class Masked:
    """A message without what need not be seen. `surnames` are folded words to hide as well."""

    def __init__(self, message: str, surnames: frozenset[str] = frozenset()) -> None:
        self._real: list[str] = []
        self.text = self._hide(message, surnames)

    def restore(self, text: str) -> str:
        """Words of the answer with everything hidden put back."""
        return _MARK.sub(self._reveal, text)

    def _reveal(self, mark: re.Match[str]) -> str:
        number = int(mark[1])
        return self._real[number - 1] if 0 < number <= len(self._real) else mark[0]

    def _hide(self, message: str, surnames: frozenset[str]) -> str:
        """Exchanges a mark for each part that `hide_addresses` takes out."""
        message = _MARK.sub(lambda typed: self._mark(typed[0]), message.replace(HIDDEN, "..."))
        left = hide_addresses(message).split(HIDDEN)
        parts = re.fullmatch("(.+?)".join(map(re.escape, left)), message, re.DOTALL)
        hidden = [self._mark(part) for part in parts.groups()] if parts else [""] * len(left)
        found = left[0] + "".join(mark + rest for mark, rest in zip(hidden, left[1:], strict=False))
        if not surnames:
            return found
        return _WORD.sub(lambda word: self._surname(word[0], surnames), found)

    def _surname(self, word: str, surnames: frozenset[str]) -> str:
        bare = word.strip(".,;:!?¿¡()\"'")
        return word.replace(bare, self._mark(bare)) if fold(bare) in surnames else word

    def _mark(self, real: str) -> str:
        self._real.append(real)
        return f"[{len(self._real)}]"
