"""Methods by which the bot gets updates, and answers taps and inline queries."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground import rules
from bot.playground.errors import bad_request
from bot.playground.params import Params
from bot.playground.state import Telegram

Json = dict[str, Any]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(tg: Telegram, params: Params) -> list[Json]:
    """https://core.telegram.org/bots/api#getupdates: at most 100 updates and 50 seconds."""
    tg.updates.allow(params.listing("allowed_updates"))
    limit = min(max(params.integer("limit", 100), 1), 100)
    timeout = min(max(params.integer("timeout"), 0), 50)
    return await tg.updates.poll(params.integer("offset"), limit, timeout)


def set_webhook(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setwebhook; plain http is taken for loopback only."""
    url = params.text("url")
    tg.updates.allow(params.listing("allowed_updates"))
    _drop_pending(tg, params)
    if not url:
        tg.updates.set_webhook({})
        return True
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    tg.updates.set_webhook({"url": url, "secret_token": secret})
    return True


def delete_webhook(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook."""
    _drop_pending(tg, params)
    tg.updates.set_webhook({})
    return True


def _drop_pending(tg: Telegram, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        tg.updates.pending.clear()


def get_webhook_info(tg: Telegram, _params: Params) -> Json:
    """https://core.telegram.org/bots/api#getwebhookinfo."""
    info = {
        "url": tg.updates.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(tg.updates.pending),
    }
    if error := tg.updates.webhook.get("last_error_message"):
        info |= {"last_error_date": int(tg.now().timestamp()), "last_error_message": error}
    if tg.updates.allowed:
        info["allowed_updates"] = tg.updates.allowed
    return info


def answer_callback_query(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery: once, in time, 0-200 characters."""
    text = params.text("text")
    if len(text) > rules.LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "show_alert": params.flag("show_alert"), "url": params.text("url")}
    return _answer(tg, params.text("callback_query_id"), "callback_answer", answer)


def answer_inline_query(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#answerinlinequery: at most 50 results."""
    results = params.objects("results") or []
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    answer = {"results": results, "is_personal": params.flag("is_personal")}
    return _answer(tg, params.text("inline_query_id"), "inline_answer", answer)


def _answer(tg: Telegram, query_id: str, kind: str, answer: Json) -> bool:
    rules.open_query(tg, query_id)
    query = tg.queries[query_id]
    query.answer = answer
    tg.happened(kind, {"chat_id": query.user_id, "query_id": query_id, **answer})
    return True
