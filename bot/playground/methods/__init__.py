"""The methods of the Bot API that the playground knows, by name in lower case."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from bot.playground.methods import media, messages, profile, receiving
from bot.playground.params import Params
from bot.playground.state import Telegram

Handler = Callable[[Telegram, Params], Any | Awaitable[Any]]

METHODS: dict[str, Handler] = {
    "getme": profile.get_me,
    "logout": profile.done,
    "close": profile.done,
    "getupdates": receiving.get_updates,
    "setwebhook": receiving.set_webhook,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "answercallbackquery": receiving.answer_callback_query,
    "answerinlinequery": receiving.answer_inline_query,
    "sendmessage": messages.send_message,
    "sendmessagedraft": messages.send_message_draft,
    "sendchataction": messages.send_chat_action,
    "sendcontact": messages.send_contact,
    "copymessage": messages.copy_message,
    "forwardmessage": messages.forward_message,
    "editmessagetext": messages.edit_message_text,
    "editmessagecaption": messages.edit_message_caption,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "deletemessage": messages.delete_message,
    "deletemessages": messages.delete_messages,
    "setmessagereaction": messages.set_message_reaction,
    "sendphoto": media.send_photo,
    "senddocument": media.send_document,
    "sendaudio": media.send_audio,
    "sendvoice": media.send_voice,
    "sendvideonote": media.send_video_note,
    "getfile": media.get_file,
    "getchat": profile.get_chat,
    "setmycommands": profile.set_my_commands,
    "getmycommands": profile.get_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmyname": partial(profile.set_my, "name"),
    "getmyname": partial(profile.get_my, "name"),
    "setmydescription": partial(profile.set_my, "description"),
    "getmydescription": partial(profile.get_my, "description"),
    "setmyshortdescription": partial(profile.set_my, "short_description"),
    "getmyshortdescription": partial(profile.get_my, "short_description"),
    "setchatmenubutton": profile.set_chat_menu_button,
    "getchatmenubutton": profile.get_chat_menu_button,
}

FLOODING = frozenset(
    {
        "sendmessage", "sendcontact", "sendphoto", "senddocument", "sendaudio", "sendvoice",
        "sendvideonote", "copymessage", "forwardmessage",
    }
)  # fmt: skip
"""Methods that count against the flood limits."""
