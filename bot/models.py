"""The configured models: who writes, and who takes the second look."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.drafters.chat import ChatModel, Usage
from bot.drafters.judge import Judge
from bot.drafters.openai import OpenAIDrafter
from bot.settings import ModelSettings

_MENDS = {
    "auth": "OPENAI_API_KEY is refused: put a valid key",
    "no_such_model": "{setting} is not known there: choose one that the endpoint offers",
    "wrong_url": "OPENAI_BASE_URL is no model's address: it often ends in /v1",
    "unreachable": "OPENAI_BASE_URL does not answer: check the address and that it is running",
    "timeout": "it takes longer than OPENAI_TIMEOUT: raise it or choose a quicker model",
    "quota": "the quota is used up: look at the provider's account",
}


def mend(reason: str, setting: str = "OPENAI_MODEL") -> str:
    """What the person can do about a model, named in that setting, that fails for one of the reasons of
    ChatModel.ask."""
    return _MENDS.get(reason, f"it does not answer as it should ({reason})").format(setting=setting)


@dataclass(frozen=True, slots=True)
class Models:
    """Who writes and who judges; None where the settings name nobody."""

    drafter: OpenAIDrafter | None
    judge: Judge | None
    usages: tuple[Usage, ...]
    """What each has cost so far; they go on counting."""


@asynccontextmanager
async def connected(settings: ModelSettings) -> AsyncIterator[Models]:
    """The models, with connections that are closed at the end."""
    if not settings.has_model:
        yield Models(None, None, ())
        return
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else None
    address, timeout, at_once = (
        settings.openai_base_url,
        settings.openai_timeout,
        settings.draft_concurrency,
    )
    drafter = OpenAIDrafter(key, address, settings.openai_model, timeout, at_once)
    chat: ChatModel | None = None
    if settings.openai_judge_model is not None:
        chat = ChatModel(key, address, settings.openai_judge_model, timeout, at_once)
    try:
        usages = (drafter.usage, chat.usage) if chat else (drafter.usage,)
        yield Models(drafter, Judge(chat) if chat else None, usages)
    finally:
        await drafter.aclose()
        if chat is not None:
            await chat.aclose()
