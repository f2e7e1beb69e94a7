"""Whether what is said while somebody is asked about is the answer, or talk of its own."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.parsing.names import Known, match_names
from bot.understanding.actions import Action, Add, Ask, Greet, Offer, Tell
from bot.understanding.shapes import like_a_name


class Heard(StrEnum):
    """What words are, said while somebody is asked about."""

    ANSWER = "answer"
    MEANWHILE = "meanwhile"
    """A question or a kindness: the question that is open goes on waiting."""
    ELSEWHERE = "elsewhere"
    """About somebody else: what follows is about them, too."""
    EITHER = "either"
    """Somebody else does something in it ("con Pedro fuimos a verla"): only the owner knows."""


def heard(words: str, actions: Sequence[Action], about: int | None, known: Known) -> Heard:
    """What `words`, understood as `actions`, are while something is to be told of contact `about`, or
    of anybody. What nobody understands is the answer."""
    kinds = {_kind(action, words, about, known) for action in actions}
    if kinds == {Heard.MEANWHILE}:
        return Heard.MEANWHILE
    if about is None or None in kinds:
        return Heard.ANSWER
    if Heard.ELSEWHERE in kinds or {Heard.EITHER, Heard.ANSWER} <= kinds:
        return Heard.ELSEWHERE
    return Heard.EITHER if Heard.EITHER in kinds else Heard.ANSWER


def _kind(action: Action, words: str, about: int | None, known: Known) -> Heard | None:
    """None for what may be anything, so that the whole is the answer."""
    found = None
    match action:
        case Greet():
            found = Heard.MEANWHILE
        case Ask() if "?" in words:
            found = Heard.MEANWHILE
        case Offer():
            found = Heard.ELSEWHERE
        case Add(line=line) if _is_somebody(line):
            found = Heard.ELSEWHERE
        case Tell(name=str(name), text=text):
            exact = match_names(name, known).exact
            whole = Heard.EITHER if text == words.strip() else Heard.ELSEWHERE
            found = Heard.ANSWER if about in exact else whole if exact else None
    return found


def _is_somebody(line: str) -> bool:
    """Whether somebody is to be added ("agregá a Tomi", "Tomi, amigo, cumple 3/5"), and it is not told
    what was done with somebody ("conocí a su novio", "Mendoza, amigos, vino")."""
    said = line.removeprefix("agregar ")
    asked_for = said != line or re.search(r"[\d@]", line) is not None
    return asked_for and like_a_name(said.partition(",")[0])
