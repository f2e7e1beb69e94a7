"""What a message means, by a model: it proposes actions of the list, and nothing but those.

It sees the message without phones, addresses and the surnames that show, and the first names the words
may mean; never a note, never the address book. What it answers is checked against the message: words
that are not the owner's are dropped.
"""

import asyncio
import json
import re
from datetime import timedelta
from itertools import islice
from typing import Any, Literal

from pydantic import BaseModel, field_validator

import prompts
from bot.domain.drafting import DraftingFailed
from bot.drafters.chat import ChatModel
from bot.drafters.strangers import surnames
from bot.parsing.names import leading_name, match_names
from bot.parsing.text import fold, has_letters, squeeze
from bot.parsing.vocabulary import any_of
from bot.understanding.actions import Action, Add, Ask, Tell, Topic, Unclear
from bot.understanding.masking import Masked
from bot.understanding.periods import days
from bot.understanding.questions import Circumstances

PATIENCE = timedelta(seconds=15)
"""How long somebody who talks waits for a model before the rules answer."""

REST = timedelta(minutes=2)
"""How long a model that failed is left alone."""

LONGEST = 1500
"""Characters of a message that is shown to a model; more than that is no quick remark."""

_MOST_ACTIONS = 8
_MOST_NAMES = 12
_OWN_WORDS = 0.7
"""The least share of a proposal's words that have to be the owner's."""

_PRIVATE = re.compile(rf"🔒|(?<!\w)(?:{any_of('private')})(?!\w)")


class Proposal(BaseModel):
    """One action as the model proposes it."""

    do: Literal["add", "note", "fact", "ask", "none"]
    who: str
    text: str
    question: Literal["", "person", "birthday", "birthdays", "coming", "who"]
    when: str


class Proposals(BaseModel):
    """What the model answers; actions that are not on the list are dropped."""

    actions: list[Proposal]

    @field_validator("actions", mode="before")
    @classmethod
    def _of_the_list(cls, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        empty = {"who": "", "text": "", "question": "", "when": ""}
        given = [empty | one for one in value if isinstance(one, dict)]
        allowed = {"add", "note", "fact", "ask", "none"}
        asked = {"", *(topic.value for topic in Topic)} - {Topic.LIST.value}
        return [one for one in given if one.get("do") in allowed and one["question"] in asked]


class Talker:
    """Understands talk with a model."""

    def __init__(self, model: ChatModel) -> None:
        self._model = model
        self._resting_until = 0.0

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._model.aclose()

    def may_see(self, message: str) -> bool:
        """Whether the message may leave the machine and the model is worth asking now."""
        now = asyncio.get_running_loop().time()
        private = _PRIVATE.search(fold(message))
        return not private and len(message) <= LONGEST and now >= self._resting_until

    async def understand(self, message: str, known: Circumstances) -> tuple[Action, ...] | None:
        """The actions the model proposes and the message bears out; None when it fails, is slow,
        or has nothing to propose."""
        named = _named(message, known)
        strangers = frozenset(map(fold, surnames(message).values()))
        masked = Masked(message, _surnames(named) | strangers)
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                answer = await self._model.ask(_messages(masked.text, named, known), Proposals)
        except (DraftingFailed, TimeoutError):
            self._resting_until = asyncio.get_running_loop().time() + REST.total_seconds()
            return None
        read = _Reading(message, masked, known)
        found = [read.action(one) for one in answer.actions[:_MOST_ACTIONS]]
        actions = tuple(one for one in found if one is not None)
        return actions or None


def _named(message: str, known: Circumstances) -> list[str]:
    """The names of those whom words of the message may mean: who is named, or nearly."""
    ids: dict[int, None] = {}
    words = squeeze(message)
    capitals = (
        word for word in re.finditer(r"[^\W\d_][\w'’-]*", words) if _may_name(word[0], known)
    )
    for word in islice(capitals, _MOST_NAMES):
        lead = leading_name(words[word.start() : word.start() + 120], known.candidates)
        if lead:
            ids.update(dict.fromkeys((lead.match.exact or lead.match.similar)[:3]))
    return [str(one[1]) for one in known.candidates if one[0] in ids]


def _may_name(word: str, known: Circumstances) -> bool:
    return word[0].isupper() or fold(word) in known.candidates.words


def _surnames(names: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for name in names for word in name.split()[1:])


def _messages(message: str, named: list[str], known: Circumstances) -> list[dict[str, str]]:
    data = {
        "language": known.language,
        "today": known.today.isoformat(),
        "people": list(dict.fromkeys(name.split()[0] for name in named)),
        "about": "the one just shown" if known.topic is not None else "",
        "message": message,
    }
    content = json.dumps(data, ensure_ascii=False).replace("<", "‹").replace(">", "›")
    return [
        {"role": "system", "content": prompts.load("talk").render()},
        {"role": "user", "content": f"<data>{content}</data>"},
    ]


class _Reading:
    """Turns proposals about one message into actions, or drops them."""

    def __init__(self, message: str, masked: Masked, known: Circumstances) -> None:
        self._message = message
        self._said = set(_words(message))
        self._masked = masked
        self._known = known

    def action(self, proposal: Proposal) -> Action | None:
        """What a proposal comes to; None for what the owner did not say."""
        who = squeeze(self._masked.restore(proposal.who))
        text = self._masked.restore(proposal.text).strip()
        if who and not self._own(who, least=1.0):
            return None
        if proposal.do == "ask":
            return self._ask(proposal, who, text)
        if proposal.do == "none" or not self._own(text, least=_OWN_WORDS):
            return None
        if proposal.do == "add":
            return self._add(who, text)
        return self._tell(who, text)

    def _add(self, who: str, text: str) -> Action | None:
        if not has_letters(who):
            return None
        match = match_names(who, self._known.candidates)
        if match.exact and text:
            return Tell(who, text)
        name = who.replace(",", " ")
        return Add(f"{name}, {text}" if text else name)

    def _tell(self, who: str, text: str) -> Action | None:
        if not has_letters(text):
            return None
        if not who:
            return Tell(None, text) if self._known.topic is not None else None
        match = match_names(who, self._known.candidates)
        if match.exact or match.similar:
            return Tell(who, text)
        return Unclear(f"{who}, {text}", newcomer=who)

    def _ask(self, proposal: Proposal, who: str, text: str) -> Action | None:
        if proposal.question == "who":
            own = has_letters(text) and self._own(text, least=_OWN_WORDS)
            return Ask(Topic.WHO, words=text) if own else None
        if proposal.question in {"person", "birthday"}:
            return Ask(Topic(proposal.question), who) if has_letters(who) else None
        if not proposal.question:
            return None
        known = self._known
        stretch = days(proposal.when, today=known.today, language=known.language)
        stretch = stretch or days("", today=known.today, language=known.language)
        return Ask(Topic(proposal.question), None, *stretch) if stretch else None

    def _own(self, text: str, *, least: float) -> bool:
        """Whether enough of the words are the owner's."""
        words = _words(text)
        return not words or sum(word in self._said for word in words) >= least * len(words)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))
