"""A message's buttons and marks, as Telegram wants them."""

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    SwitchInlineQueryChosenChat,
)

from bot.domain.messages import Button, Message


def inline_keyboard(message: Message, *, inline: bool) -> InlineKeyboardMarkup | None:
    """The inline keyboard of a message. Without inline mode the buttons that need it are left out:
    Telegram would refuse the whole message."""
    rows = [
        [_button(button) for button in row if inline or button.share is None]
        for row in message.buttons
    ]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def own_keyboard(message: Message) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What stands in place of the owner's own keyboard; nothing may stand under the message too."""
    if message.picker:
        return _chooser(message.picker)
    if message.locator:
        here, away = message.locator
        keys = [[KeyboardButton(here, request_location=True)], [KeyboardButton(away)]]
        return ReplyKeyboardMarkup(keys, resize_keyboard=True, one_time_keyboard=True)
    return ReplyKeyboardRemove() if message.keyless else None


def _chooser(label: str) -> ReplyKeyboardMarkup:
    """A key that opens Telegram's own list of people; it goes away once it was used."""
    people = KeyboardButtonRequestUsers(
        1, user_is_bot=False, max_quantity=10, request_name=True, request_username=True
    )
    key = KeyboardButton(label, request_users=people)
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.data,
        url=button.url,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
        switch_inline_query_chosen_chat=_chosen(button.share) if button.share else None,
    )


def _chosen(query: str) -> SwitchInlineQueryChosenChat:
    return SwitchInlineQueryChosenChat(query, allow_user_chats=True, allow_group_chats=True)


def answering(message: Message) -> ReplyParameters | None:
    """The message of theirs that this one answers, if it does."""
    if message.reply_to is None:
        return None
    return ReplyParameters(message.reply_to, allow_sending_without_reply=True)


def entities(message: Message) -> list[MessageEntity]:
    """The tap-to-copy block; offsets count UTF-16 units, as Telegram does."""
    if not message.block or message.block not in message.text:
        return []
    before = message.text[: message.text.rindex(message.block)]
    offset, length = (len(part.encode("utf-16-le")) // 2 for part in (before, message.block))
    return [MessageEntity(MessageEntity.PRE, offset, length)]
