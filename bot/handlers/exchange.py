"""/import and /export: address books in, after a preview and a choice; everything out."""

import asyncio
import base64
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from zoneinfo import ZoneInfo

from telegram import Bot, Document, Update
from telegram.constants import FileSizeLimit
from telegram.error import TelegramError

from bot.busy import typing
from bot.domain.contacts import Relationship
from bot.domain.messages import Message, Rows
from bot.exchange import reading, vcard_writing
from bot.exchange.abrazo import Archive, with_settings, write_archive
from bot.exchange.entries import LONGEST_NAME, Dates, Entry, Reading, Skipped, Unreadable, tidy
from bot.handlers import calendar_file
from bot.handlers.context import Context, Turn
from bot.handlers.people import data_parts
from bot.handlers.person import parts, show_again
from bot.locales import Speech
from bot.parsing.date_reading import date_order
from bot.parsing.text import has_letters
from bot.services import exchange
from bot.services.area_code import likely
from bot.services.arrivals import Arrival, Verdict, compare
from bot.views import area_code
from bot.views import exchange as views
from bot.views.buttons import tap
from bot.views.forgotten import leave_no_card


async def import_command(update: Update, context: Context) -> None:
    """`/import`: how to get the file."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        rows = (
            (tap(turn.speech, "btn-pick-people", "pick"),),
            (tap(turn.speech, "btn-shut", "close"),),
        )
        await turn.say("import-how", rows)


async def pick(update: Update, context: Context) -> None:
    """👥: a key that opens Telegram's own list of people."""
    async with context.turn(update) as turn:
        text, label = turn.speech("import-pick"), turn.speech("btn-pick-people")
        await turn.send(Message(turn.owner.id, text, picker=label))


async def picked(update: Update, context: Context) -> None:
    """Those who were chosen there, as a preview like any other."""
    message = update.message
    shared = message.users_shared.users if message and message.users_shared else ()
    entries, nameless = [], []
    for one in shared:
        name = tidy(f"{one.first_name or ''} {one.last_name or ''}")[:LONGEST_NAME]
        if has_letters(name):
            entries.append(Entry(name, username=one.username))
        else:
            nameless.append(
                Skipped(f"@{one.username}" if one.username else name or "?", "nameless")
            )
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        await _preview(turn, Reading(tuple(entries), tuple(nameless)))


async def document(update: Update, context: Context) -> None:
    """A file: read first, outside any transaction, then shown as a preview."""
    message = update.message
    sent = message.document if message else None
    if sent is None:
        return
    try:
        async with typing(context.house.bot, context.owner_id):
            found = await _fetched(context, sent)
    except Unreadable as problem:
        async with context.turn(update) as turn:
            await turn.unit.conversations.leave(turn.owner.id)
            await turn.say(f"import-bad-{problem.key.replace('_', '-')}")
        return
    except TelegramError:
        async with context.turn(update) as turn:
            await turn.say("import-bad-download")
        return
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        if isinstance(found, Dates):
            await calendar_file.preview(turn, found)
        else:
            await _preview(turn, found)


async def _fetched(context: Context, sent: Document) -> Reading | Archive | Dates:
    """Raises Unreadable and TelegramError."""
    if (sent.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise Unreadable("too_big")
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        now = unit.now
    if owner is None:
        raise Unreadable("unknown")
    file = await context.house.bot.get_file(sent.file_id)
    data = bytes(await file.download_as_bytearray())
    today = now.astimezone(ZoneInfo(owner.timezone)).date()
    order = date_order(owner.language, owner.country)
    return await asyncio.to_thread(reading.read, data, order, owner.language, today)


async def _preview(turn: Turn, found: Reading | Archive) -> None:
    known = await turn.unit.contacts.of_owner(turn.owner.id)
    dates = await turn.unit.contacts.dates([one.id for one in known])
    preview = compare(found, turn.owner, known, dates)
    text = views.text(preview, turn.speech)
    if not any(map(exchange.is_worth_keeping, preview.arrivals)):
        await turn.send(Message(turn.owner.id, f"{text}\n\n{turn.speech('import-nobody')}"))
        return
    settings = found.owner if isinstance(found, Archive) and not known else None
    number = await exchange.stage(turn.unit, turn.owner, preview, settings)
    rows = await choices(turn, number, preview.arrivals)
    await turn.send(Message(turn.owner.id, f"{text}\n\n{turn.speech('import-whom')}", rows))


async def choices(turn: Turn, number: int, arrivals: tuple[Arrival, ...]) -> Rows:
    """Who may come in of those that wait under a number; numbers that lack an area code ask for it."""
    kinds = ("all", "birthday", Verdict.COMPLETES, Verdict.DOUBTFUL)
    counts = {kind: len(exchange.chosen(arrivals, kind)) for kind in kinds}
    rows = views.choices(number, counts, len(exchange.groups(arrivals)), turn.speech)
    local = [number for one in arrivals for number in one.local]
    if not local:
        return rows
    known = await turn.unit.contacts.of_owner(turn.owner.id)
    whole = [one.phone for one in (*known, *(arrival.contact for arrival in arrivals))]
    codes = likely(local, whole, turn.owner.country)
    return (area_code.row(codes, turn.speech, "import", number), *rows)


async def _staged(update: Update, turn: Turn) -> tuple[int, tuple[Arrival, ...], str] | None:
    """What waits for the tapped choice."""
    number, *rest = parts(update)
    arrivals = await exchange.staged(turn.unit, turn.owner, data_parts(update)[0])
    if arrivals is None:
        turn.toast = turn.speech("toast-gone")
        return None
    return int(number), arrivals, rest[0] if rest else ""


async def letters(update: Update, context: Context) -> None:
    """🔤: whose letters come in."""
    async with context.turn(update) as turn:
        found = await _staged(update, turn)
        if found is not None:
            number, arrivals, picked = found
            rows = views.by_letter(number, exchange.letters(arrivals), picked, turn.speech)
            await turn.edit("import-letters", rows)


async def groups(update: Update, context: Context) -> None:
    """🏷: which group of the address book comes in."""
    async with context.turn(update) as turn:
        found = await _staged(update, turn)
        if found is not None:
            number, arrivals, page = found
            counts = exchange.groups(arrivals)
            shown = int(page) if page.isdecimal() else 0
            rows = views.by_group(number, counts, shown, turn.speech)
            await turn.edit("import-groups", rows)


async def back(update: Update, context: Context) -> None:
    """↩️ to the choices."""
    async with context.turn(update) as turn:
        found = await _staged(update, turn)
        if found is not None:
            number, arrivals, _ = found
            await turn.edit("import-whom", await choices(turn, number, arrivals))


async def more(update: Update, context: Context) -> None:
    """➕ under what came in: who else waits, below, so that its ↩️ stays."""
    async with context.turn(update) as turn:
        number = data_parts(update)[0]
        found = await exchange.renew(turn.unit, turn.owner, number)
        if found is None:
            turn.toast = turn.speech("toast-gone")
            return
        await turn.say("import-whom", await choices(turn, number, found[0]))


async def none(update: Update, context: Context) -> None:
    """❌: nobody comes in, and what was read is dropped."""
    async with context.turn(update) as turn:
        await turn.unit.conversations.take(turn.owner.id, data_parts(update)[0])
        await turn.edit("import-none")


async def bring_in(update: Update, context: Context) -> None:
    """👍: everybody chosen, in one transaction."""
    house = context.house
    async with house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        waiting = await exchange.staged(unit, owner, data_parts(update)[0]) if owner else None
    query = update.callback_query
    if waiting is None or owner is None or query is None or query.message is None:
        async with context.turn(update) as turn:
            turn.toast = turn.speech("toast-gone")
        return
    total = len(exchange.chosen(waiting, parts(update)[-1]))
    speech = house.review.speech(owner)
    text = views.progress(0, total, speech)
    message_id = query.message.message_id
    async with house.work.begin() as unit:
        await unit.outbox.add(Message(owner.id, text, edit=message_id))
    await house.post.flush(unit.outbox.letters)
    async with (
        _shown(house.bot, owner.id, message_id, total, speech) as progress,
        context.turn(update) as turn,
    ):
        found = await _staged(update, turn)
        if found is not None:
            await _write(turn, *found, progress)


@asynccontextmanager
async def _shown(
    bot: Bot, chat_id: int, message_id: int, total: int, speech: Speech
) -> AsyncIterator[Callable[[int], None]]:
    """A bar in the place of the choice, moved beside the transaction, which never waits for it. A
    sign that gets lost is no matter: the last word comes from the outbox."""
    moving: set[asyncio.Task[object]] = set()

    def move(done: int) -> None:
        for task in moving:
            task.cancel()
        if done < total:
            text = views.progress(done, total, speech)
            moving.add(asyncio.create_task(_moved(bot, chat_id, message_id, text)))

    try:
        yield move
    finally:
        move(total)
        await asyncio.gather(*moving, return_exceptions=True)


async def _moved(bot: Bot, chat_id: int, message_id: int, text: str) -> None:
    with suppress(TelegramError):
        await bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)


async def _write(
    turn: Turn,
    number: int,
    arrivals: tuple[Arrival, ...],
    choice: str,
    progress: Callable[[int], None],
) -> None:
    wanted = exchange.chosen(arrivals, choice)
    action = await turn.unit.conversations.peek(turn.owner.id, number)
    settings = action["settings"] if action else None
    if settings:
        turn.owner = with_settings(turn.owner, settings)
        turn.speech = turn.house.review.speech(turn.owner)
        await turn.unit.owners.save(turn.owner)
    brought = await exchange.bring_in(turn.unit, turn.owner, wanted, progress)
    progress(len(wanted))
    taken = set(map(id, wanted))
    left = any(id(one) not in taken and one.verdict is not Verdict.KNOWN for one in arrivals)
    plain = any(one.contact.relationship is Relationship.ACQUAINTANCE for one in wanted)
    done = views.done(brought, number if left else None, plain=plain, speech=turn.speech)
    await turn.send(replace(done, chat_id=turn.owner.id, edit=turn.message_id))
    await show_again(turn, brought.asking)


async def undo(update: Update, context: Context) -> None:
    """↩️: the whole import is taken back."""
    async with context.turn(update) as turn:
        back = await exchange.take_back(turn.unit, turn.owner, data_parts(update)[0])
        if back is None:
            turn.toast = turn.speech("toast-undone-before")
            return
        await turn.edit("import-undone", count=back.count)
        await show_again(turn, back.asking)
        await leave_no_card(turn.unit, turn.owner, turn.house.review, back.cards)


async def export_command(update: Update, context: Context) -> None:
    """`/export`: two files, one with everything, one for other address books."""
    async with typing(context.house.bot, context.owner_id):
        await _export(update, context)


async def _export(update: Update, context: Context) -> None:
    async with context.house.work.read() as unit:
        owner = await unit.owners.get(context.owner_id)
        people = await exchange.everything(unit, owner) if owner else []
        now = unit.now
    async with context.turn(update) as turn:
        await turn.unit.conversations.leave(turn.owner.id)
        if not people:
            await turn.say("export-empty", ((tap(turn.speech, "btn-add", "add"),),))
            return
        day = now.astimezone(ZoneInfo(turn.owner.timezone)).date().isoformat()
        whole = await asyncio.to_thread(write_archive, turn.owner, people, now)
        cards = await asyncio.to_thread(vcard_writing.write, people, turn.owner.name)
        for key, data, kind in (("export-json", whole, "json"), ("export-vcard", cards, "vcf")):
            await turn.send(
                Message(
                    turn.owner.id,
                    turn.speech(key, count=len(people)),
                    document=base64.b64encode(data).decode(),
                    filename=f"abrazo-{day}.{kind}",
                    silent=kind == "vcf",
                )
            )
