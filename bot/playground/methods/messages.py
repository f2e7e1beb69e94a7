"""Methods that write, copy, forward, edit and delete messages."""

from typing import Any

from bot.playground import keyboards, rules
from bot.playground.errors import bad_request
from bot.playground.params import Params
from bot.playground.state import Account, Message, Telegram

Json = dict[str, Any]


def deliver(tg: Telegram, params: Params, content: Json) -> Json:
    """Post a message of the bot to the chat of a call, with reply and markup."""
    account = rules.reachable(tg, params)
    reply_to = rules.reply_to(tg, account, params)
    markup = rules.markup(params)
    return tg.as_message(tg.post(account, content, from_bot=True, markup=markup, reply_to=reply_to))


def send_message(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    return deliver(tg, params, rules.text(params))


def send_contact(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendcontact; a vCard has at most 2048 bytes."""
    if not params.text("phone_number"):
        raise bad_request("phone number is empty")
    if not params.text("first_name"):
        raise bad_request("first name is empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: params.text(name) for name in names if params.text(name)}
    return deliver(tg, params, {"contact": contact})


def send_message_draft(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#sendmessagedraft; an empty text shows "thinking"."""
    account = rules.reachable(tg, params)
    if not params.integer("draft_id"):
        raise bad_request("draft_id must be non-zero")
    content = rules.text(params) if params.text("text") else {"text": ""}
    account.draft = content["text"]
    tg.happened("draft", {"chat_id": account.id, **content})
    return True


def send_chat_action(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    account = rules.reachable(tg, params)
    action = params.text("action")
    if not action.startswith(("typing", "upload_", "record_", "choose_", "find_")):
        raise bad_request("wrong parameter action in request")
    tg.happened("chat_action", {"chat_id": account.id, "action": action})
    return True


def copy_message(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#copymessage."""
    source = _source(tg, params, "copy")
    content = {key: value for key, value in source.content.items() if "forward" not in key}
    if "text" not in content and "caption" in params.values:
        content = {key: value for key, value in content.items() if "caption" not in key}
        content |= rules.caption(params)
    return {"message_id": deliver(tg, params, content)["message_id"]}


def forward_message(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#forwardmessage."""
    source = _source(tg, params, "forward")
    sender = tg.profile.as_user() if source.from_bot else tg.accounts[source.chat_id].as_user()
    origin = {"type": "user", "date": int(source.date.timestamp()), "sender_user": sender}
    return deliver(tg, params, {"forward_origin": origin, **source.content})


def _source(tg: Telegram, params: Params, purpose: str) -> Message:
    where = rules.chat(tg, Params({"chat_id": params.values.get("from_chat_id")}))
    return rules.existing(tg, where, params.integer("message_id"), purpose)


def edit_message_text(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagetext."""
    content = rules.text(params, edit=True)
    message = rules.editable(tg, params)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(tg, params, message, content)


def edit_message_caption(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    new = rules.caption(params)
    message = rules.editable(tg, params)
    if "text" in message.content:
        raise bad_request("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if "caption" not in key}
    return _edit(tg, params, message, kept | new)


def edit_message_reply_markup(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    message = rules.editable(tg, params)
    return _edit(tg, params, message, message.content)


def _edit(tg: Telegram, params: Params, message: Message, content: Json) -> Json:
    """An edit without a keyboard takes the old one away, as Telegram does."""
    markup = keyboards.inline_only(rules.markup(params))
    rules.changed(message, content, markup)
    message.content, message.markup, message.edited = content, markup, tg.now()
    tg.note("edited", message)
    return tg.as_message(message)


def delete_message(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    account = rules.chat(tg, params)
    message = rules.existing(tg, account, params.integer("message_id"), "delete")
    rules.deletable(tg, message)
    _delete(tg, message)
    return True


def delete_messages(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemessages: what can't be found is skipped."""
    account = rules.chat(tg, params)
    wanted = params.listing("message_ids") or []
    if not 1 <= len(wanted) <= 100:
        raise bad_request("too many message identifiers specified")
    for message in _present(tg, account, wanted):
        rules.deletable(tg, message)
        _delete(tg, message)
    return True


def _present(tg: Telegram, account: Account, wanted: list[int]) -> list[Message]:
    found = [tg.messages.get(message_id) for message_id in wanted]
    return [m for m in found if m and m.chat_id == account.id and not m.deleted]


def _delete(tg: Telegram, message: Message) -> None:
    message.deleted = True
    tg.note("deleted", message)


def set_message_reaction(tg: Telegram, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction; a bot sets at most one."""
    account = rules.reachable(tg, params)
    message = rules.existing(tg, account, params.integer("message_id"), "react")
    reactions = params.objects("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    message.reactions = [r for r in message.reactions if not r["from_bot"]]
    message.reactions += [{"from_bot": True, **reaction} for reaction in reactions]
    tg.note("reaction", message)
    return True
