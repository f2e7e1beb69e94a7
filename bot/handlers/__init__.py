"""Every update of Telegram and who answers it: `register` is the only ordered list."""

import logging
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    ApplicationHandlerStop,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.handlers import (
    access,
    area_code,
    calendar_file,
    contacts,
    dialogue,
    draft,
    evening,
    exchange,
    forgetting,
    hints,
    inline,
    invite,
    known,
    media,
    memories,
    mobiles,
    notes,
    occasions,
    others,
    people,
    person,
    place,
    recipients,
    review,
    routing,
    sent,
    settings,
    start,
    status,
    story,
    summary,
    talk,
    voice,
    year,
)
from bot.handlers.context import AlreadyDone, App, Context, TooMany
from storage.engine import AWAY

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

COMMANDS = (
    (("start",), start.start),
    (("add", "agregar"), people.add),
    (("note", "nota"), people.note),
    (("contacts", "contactos"), contacts.contacts),
    (("draft", "saludar"), draft.draft),
    (("review", "revisar"), review.review),
    (("occasions", "fechas"), occasions.occasions_command),
    (("settings", "ajustes"), settings.settings_command),
    (("invite", "invitar"), invite.invite_command),
    (("import", "importar"), exchange.import_command),
    (("export", "exportar"), exchange.export_command),
    (("forget", "olvidar"), forgetting.forget_command),
    (("status", "estado"), status.status),
    (("privacy", "privacidad"), start.privacy),
    (("help", "ayuda"), start.help_),
    (("cancel", "cancelar"), start.cancel),
    (recipients.STOP, recipients.stop),
    (recipients.FORGET_ME, recipients.forget_me),
)

BUTTONS = (
    ("consent", recipients.invited),
    ("approve", review.approve),
    ("others", others.others),
    ("wish", others.wish),
    ("edit", review.edit),
    ("skip|call|later", review.decide),
    ("undo", review.undo),
    ("now", review.now),
    ("route", routing.ask),
    ("reroute", routing.choose),
    ("back", review.back),
    ("memory", review.memory),
    ("unknown", review.unknown),
    ("isent", sent.i_sent),
    ("out", evening.out),
    ("allsent", evening.all_out),
    ("unout", evening.take_back),
    ("onceagain", evening.once_again),
    ("ronda", evening.go_on),
    ("voice", voice.ask),
    ("again", sent.again),
    ("goon", review.go_on),
    ("pause", review.pause),
    ("decided", summary.ways_back),
    ("decidedback", summary.leave),
    ("add", people.add_button),
    ("same|another", known.known_button),
    ("whose", people.whose_button),
    ("takeback", people.takeback),
    ("people", contacts.people_button),
    ("filters", contacts.filters),
    ("person", person.person_button),
    ("shut", person.shut),
    ("change", person.change),
    ("field", person.field),
    ("set", person.set_),
    ("revert", person.revert),
    ("notes", notes.notes),
    ("onenote", notes.one_note),
    ("notedo", notes.do),
    ("story", story.story),
    ("merge", notes.merge),
    ("mergewith", notes.merge_with),
    ("mergeyes", notes.merge_yes),
    ("addnote", people.addnote_button),
    ("draft", draft.draft_button),
    ("invite", invite.invite_button),
    ("forget", forgetting.forget_button),
    ("forgetyes", forgetting.forget_yes),
    ("relay", dialogue.send),
    ("relaynote", dialogue.keep_as_note),
    ("relayno", dialogue.leave),
    ("heard", dialogue.keep_heard),
    ("forgetme", recipients.forget_me_button),
    ("occ", occasions.button),
    ("year", year.show),
    ("mem", memories.button),
    ("optp", settings.page_button),
    ("opt", settings.choose_button),
    ("optt", settings.type_button),
    ("here", place.ask),
    ("elsewhere", place.elsewhere),
    ("unhere", place.take_back),
    ("tell", talk.tell_button),
    ("untell", talk.untell),
    ("newcomer", talk.newcomer_button),
    ("keep", talk.keep_button),
    ("look", draft.draft_button),
    ("notnow", hints.not_now),
    ("draftnext", draft.draft),
    ("status", status.status),
    ("unsettled", status.open_ends),
    ("privacy", start.privacy),
    ("speak", start.speak),
    ("import", exchange.import_command),
    ("export", exchange.export_command),
    ("imp", exchange.bring_in),
    ("impl", exchange.letters),
    ("pick", exchange.pick),
    ("impg", exchange.groups),
    ("impmob", mobiles.every),
    ("impone", mobiles.each),
    ("impb", exchange.back),
    ("impmore", exchange.more),
    ("impno", exchange.none),
    ("impundo", exchange.undo),
    ("area", area_code.button),
    ("ics", calendar_file.bring_in),
    ("icsundo", calendar_file.undo),
    ("icsout", calendar_file.export),
    ("how", start.help_),
    ("close", start.close),
    (".*", start.old_button),
)


def register(app: App) -> None:
    """Guard first, then commands, buttons, and whatever is left."""
    app.add_handler(TypeHandler(Update, access.guard), group=-1)
    typed = filters.UpdateType.MESSAGE
    for names, handler in COMMANDS:
        app.add_handler(MessageHandler(typed & _command("|".join(names)), _leaving(handler)))
    app.add_handler(CallbackQueryHandler(start.old_button, pattern=_no_number_of_ours))
    for verb, handler in BUTTONS:
        app.add_handler(CallbackQueryHandler(handler, pattern=rf"^(?:{verb})(?::|$)"))
    app.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, start.edited))
    english = [names[0] for names, _ in COMMANDS]
    spanish = [name for names, _ in COMMANDS for name in names[1:]]
    unknown = start.unknown_command(english, spanish)
    app.add_handler(MessageHandler(typed & _command(r"\w+"), _leaving(unknown)))
    app.add_handler(MessageHandler(typed & filters.TEXT, talk.text))
    app.add_handler(MessageHandler(typed & filters.Document.ALL, exchange.document))
    app.add_handler(MessageHandler(typed & filters.ALL, media.other))
    app.add_handler(InlineQueryHandler(inline.offer))
    app.add_handler(ChosenInlineResultHandler(inline.posted))
    app.add_handler(ChatMemberHandler(recipients.membership, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_error_handler(on_error)


def _no_number_of_ours(data: object) -> bool:
    """Whether a forged button holds a number that no column does."""
    parts = str(data).split(":")
    return any(part.isdecimal() and int(part) >= 2**63 for part in parts)


def _command(names: str) -> filters.BaseFilter:
    """A text that begins with one of these commands, whatever entities its client has marked."""
    return filters.Regex(rf"(?i)^/(?:{names})(?:@\w+)?(?:\s|$)")


def _leaving(handler: Handler) -> Handler:
    """A command works inside any conversation and leaves it, whichever command it is."""

    async def command(update: Update, context: Context) -> None:
        context.command = True
        await handler(update, context)

    return command


async def on_error(update: object, context: Context) -> None:
    """A fault of ours costs one answer, never the update's content in the log, never the process.

    A database that does not answer is passed on, so that the update is tried again. Raises
    ApplicationHandlerStop, or PTB would go on to the handlers behind a guard that failed.
    """
    await _settle(update, context)
    raise ApplicationHandlerStop


async def _settle(update: object, context: Context) -> None:
    error = context.error
    if isinstance(error, AlreadyDone):
        context.house.wake()  # if the commit succeeded unheard, what it said is still to be sent
    if isinstance(error, AlreadyDone) or not isinstance(update, Update):
        return
    if isinstance(error, AWAY):
        context.bot_data["retry"][update.update_id] = error
        return
    if not isinstance(error, TooMany):
        frame = traceback.extract_tb(error.__traceback__)[-1] if error else None
        where = f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" if frame else "?"
        log.error("an update could not be handled: %s at %s", type(error).__name__, where)
    # PTB hands the error handler a context of its own, which the guard has not seen.
    user_id = update.effective_user.id if update.effective_user else 0
    try:
        if user_id in context.house.owners:
            context.owner_id = user_id
            async with context.turn(update) as turn:
                if isinstance(error, TooMany):
                    bound = turn.house.settings.max_contacts or 0
                    await turn.say("contacts-full", bound=bound)
                else:
                    await turn.say("sorry")
        else:
            async with context.unit(update):
                pass
    except AWAY as away:
        context.bot_data["retry"][update.update_id] = away
