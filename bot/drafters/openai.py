"""The drafter that asks a model behind an OpenAI-compatible endpoint."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest
from bot.drafters.chat import ChatModel, Usage
from bot.drafters.disclosure import fold
from bot.drafters.prompting import Alternatives, Conversation

LONGEST = 1200
"""Characters of a text that may be a greeting at all, twice what is remarked upon: two of them fit a
card, and the guards read all of each."""


class OpenAIDrafter:
    """Writes with a model. Holds connections: `warm_up` after the start, `aclose` at the end.

    `timeout` is in seconds per call, `concurrency` counts greetings written at once. Without a
    `base_url` it is OpenAI's; without an `api_key` (local servers) none is needed.
    """

    def __init__(
        self,
        api_key: str | None,
        base_url: str | None,
        model: str,
        timeout: float = 60,
        concurrency: int = 8,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._model = ChatModel(api_key, base_url, model, timeout, concurrency, sleep=sleep)

    @property
    def usage(self) -> Usage:
        """Calls, tokens and the newest failure since the start."""
        return self._model.usage

    async def warm_up(self) -> None:
        """Loads the client in the background, so that the first greeting does not pay for it."""
        await self._model.warm_up()

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._model.aclose()

    async def check(self) -> str | None:
        """None when the model answers, else what is wrong in a machine word (see ChatModel)."""
        return await self._model.check()

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        """Different texts; fewer than asked for when the model, asked again, has no more.

        Raises DraftingFailed with a reason of ChatModel.ask, `nothing_personal` when nothing about
        this contact may leave the machine, or `too_few` when no text was new.
        """
        conversation = Conversation(request)
        if not conversation.has_something_to_say:
            raise DraftingFailed("nothing_personal")
        wanted = max(2, request.alternatives)
        drafts = await self._new(conversation, request, wanted, [])
        if len(drafts) < wanted:
            drafts += await self._more(conversation, request, wanted - len(drafts), drafts)
        if not drafts:
            raise DraftingFailed("too_few")
        return drafts

    async def _more(
        self, conversation: Conversation, request: DraftRequest, count: int, drafts: list[Drafted]
    ) -> list[Drafted]:
        """What is still missing; a failure here costs only what was missing."""
        try:
            return await self._new(conversation, request, count, drafts)
        except DraftingFailed:
            if not drafts:
                raise
            return []

    async def _new(
        self, conversation: Conversation, request: DraftRequest, count: int, drafts: list[Drafted]
    ) -> list[Drafted]:
        """Up to `count` texts that differ from each other and from all this person was offered, none of
        them endless."""
        offered = tuple(draft.text for draft in drafts)
        answer = await self._model.ask(conversation.messages(count, offered), Alternatives)
        seen = {_substance(text) for text in (*offered, *request.avoid, *request.previous)}
        fresh: list[Drafted] = []
        for alternative in answer.alternatives:
            text = conversation.text(alternative.text)
            substance = _substance(text)
            wanted = substance and substance not in seen and len(text) <= LONGEST
            if wanted and len(fresh) < count:
                seen.add(substance)
                claimed = conversation.note_ids(alternative.notes)
                fresh.append(Drafted(text, claimed, "model", conversation.version))
        return fresh


def _substance(text: str) -> str:
    """The letters and digits alone: what differs only in punctuation or case is the same."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
