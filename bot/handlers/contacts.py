"""/contacts: the list, its pages, and searches in it."""

from collections import Counter

from telegram import Update

from bot.domain.contacts import Relationship
from bot.domain.messages import Button
from bot.handlers.context import Context, Turn
from bot.handlers.people import argument, nobody_yet
from bot.handlers.person import parts, show_person
from bot.parsing.text import clean
from bot.services.find import BARE, LONGEST, find, is_filter
from bot.views import contact as views
from bot.views.buttons import tap

_TAGS_SHOWN = 8


async def contacts(update: Update, context: Context) -> None:
    """`/contacts ju`: paged, with search by name, tag, relationship, "sin notas"."""
    async with context.turn(update) as turn:
        await show(turn, argument(update), 0)


async def people_button(update: Update, context: Context) -> None:
    """◀️ ▶️, a filter, and "the list"."""
    async with context.turn(update) as turn:
        page, *query = parts(update)
        number = int(page) if page.isdecimal() else 0
        await show(turn, clean(":".join(query)), number, edit=turn.message_id)


async def show(turn: Turn, query: str, page: int, edit: int | None = None) -> None:
    """A page of whoever a search finds; the one typed search that finds one person opens their card."""
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    if not everybody:
        await nobody_yet(turn)
        return
    found = await find(turn.unit, everybody, query, turn.owner.language)
    if not found:
        rows = ((tap(turn.speech, "btn-list", "people", 0),),)
        by_button = is_filter(query)
        text = turn.speech("list-nobody-so" if by_button else "nobody-called", name=query)
        await turn.send(views.plain(turn.owner, text, rows, edit))
    elif len(found) == 1 and query and edit is None:
        await show_person(turn, found[0])
    else:
        page_message = views.listing(turn.owner, found, page, turn.speech, query=query, edit=edit)
        await turn.send(page_message)


async def filters(update: Update, context: Context) -> None:
    """🔎: by relationship, by tag, who has no notes, who has waited longest."""
    async with context.turn(update) as turn:
        speech = turn.speech
        everybody = await turn.unit.contacts.of_owner(turn.owner.id)
        present = Counter(one.relationship for one in everybody)
        buttons = [
            Button(
                f"{speech(f'relationship-{one.value}')} · {present[one]}",
                data=f"people:0:~{one.value}",
            )
            for one in Relationship
            if present[one]
        ]
        tags = Counter(tag for one in everybody for tag in one.tags)
        buttons += [
            Button(f"#{tag} · {count}"[:40], data=f"people:0:#{views.within_data(tag)}")
            for tag, count in tags.most_common(_TAGS_SHOWN)
        ]
        rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
        rows.append((tap(speech, "btn-bare", "people", 0, BARE),))
        rows.append((tap(speech, "btn-longest", "people", 0, LONGEST),))
        rows.append((tap(speech, "btn-back", "people", 0), tap(speech, "btn-shut", "close")))
        text = speech("filter-how")
        await turn.send(views.plain(turn.owner, text, tuple(rows), turn.message_id))
