"""One message to Telegram: as an edit of what stands there, as a copy, a file, or text."""

import base64
from contextlib import suppress

from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest

from bot.domain.messages import Media, Message
from bot.keyboards import answering, entities, inline_keyboard, own_keyboard

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def place(bot: Bot, message: Message) -> int | None:
    """Place one message; answers its id."""
    markup = inline_keyboard(message, inline=bot.supports_inline_queries)
    if message.edit is not None:
        try:
            await bot.edit_message_text(
                message.text,
                chat_id=message.chat_id,
                message_id=message.edit,
                reply_markup=markup,
                entities=entities(message),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if "not modified" in error.message:
                return message.edit
            if message.silent:
                raise
        else:
            return message.edit
    if message.copy is not None:
        with suppress(BadRequest):  # what was to be copied is gone: the words go alone
            return await _copy(bot, message, message.copy)
        if not message.text:
            return None
    if message.photo is not None:
        sent = await bot.send_photo(
            message.chat_id,
            base64.b64decode(message.photo),
            caption=message.text,
            reply_markup=markup,
            disable_notification=message.silent,
        )
    elif message.document is not None:
        sent = await bot.send_document(
            message.chat_id,
            base64.b64decode(message.document),
            caption=message.text,
            filename=message.filename,
            reply_markup=markup,
            disable_notification=message.silent,
        )
    else:
        sent = await bot.send_message(
            message.chat_id,
            message.text,
            reply_markup=own_keyboard(message) or markup,
            entities=entities(message),
            disable_notification=message.silent,
            link_preview_options=_NO_PREVIEW,
            reply_parameters=answering(message),
        )
    return sent.message_id


async def _copy(bot: Bot, message: Message, media: Media) -> int:
    copied = await bot.copy_message(
        message.chat_id,
        media.chat_id,
        media.message_id,
        caption=(message.text or None) if media.captioned else None,
        reply_markup=inline_keyboard(message, inline=bot.supports_inline_queries),
        disable_notification=message.silent,
    )
    return copied.message_id
