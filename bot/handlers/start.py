"""/start, /help, /privacy, /cancel, and what nobody understood."""

from telegram import Update

from bot.handlers import recipients
from bot.handlers.context import Context
from bot.views.buttons import tap


async def start(update: Update, context: Context) -> None:
    """Three short lines and the first step; an owner may be somebody else's guest, too."""
    if await recipients.carries_invitation(update, context):
        await recipients.invited(update, context)
        return
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        add = tap(turn.speech, "btn-add", "add")
        helps = tap(turn.speech, "btn-how", "how")
        if await turn.unit.contacts.count(turn.owner.id):
            listing = tap(turn.speech, "btn-list", "people", 0)
            review = tap(turn.speech, "btn-review", "goon")
            await turn.say("welcome-back", ((add, listing), (review, helps)), name=turn.owner.name)
        else:
            await turn.say("welcome", ((add,), (helps,)), name=turn.owner.name)


async def help_(update: Update, context: Context) -> None:
    """Short, by task."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        await turn.say("help")


async def privacy(update: Update, context: Context) -> None:
    """What is kept, where, and what leaves."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        model = "yes" if turn.house.settings.has_model else "no"
        await turn.say("privacy", model=model)


async def cancel(update: Update, context: Context) -> None:
    """Leaves any half-finished step."""
    async with context.turn(update) as turn:
        left = await turn.unit.conversations.leave(turn.owner.id)
        await turn.say("cancelled" if left else "nothing-to-cancel")


async def unknown_command(update: Update, context: Context) -> None:
    """A mistyped command gets a helpful line."""
    async with context.turn(update) as turn:
        words = (update.effective_message.text or "/").split() if update.effective_message else []
        await turn.say("unknown-command", command=words[0] if words else "/")


async def edited(update: Update, context: Context) -> None:
    """An edited message changes nothing by itself; say so."""
    async with context.turn(update) as turn:
        await turn.say("edited-message")


async def close(update: Update, context: Context) -> None:
    """❌ on a question: nothing happens, and it says so."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        await turn.edit("closed")


async def old_button(update: Update, context: Context) -> None:
    """A button that no handler knows any more."""
    async with context.turn(update) as turn:
        turn.toast = turn.speech("toast-old")
