"""The owner's area code, asked for where it is missing: by an import, a number, in the settings."""

from typing import Any

from telegram import Update

from bot.domain.messages import Message
from bot.handlers import exchange, person, settings
from bot.handlers.context import Context, Turn
from bot.handlers.person import parts
from bot.parsing.phones import read_area_code
from bot.services import exchange as importing
from bot.services import settings as choices
from bot.services.area_code import likely
from bot.services.arrivals import Verdict
from bot.views import area_code as views
from bot.views.buttons import tap

STEP = "area"
"""The next text is the area code; `about` says what it is asked for."""


async def button(update: Update, context: Context) -> None:
    """`area:11:…` keeps a code, `area:0:…` asks for one; after it stands what it is for:
    `import:NUMBER`, `phone:CONTACT:DIGITS` or `settings`."""
    typed, *about = parts(update)
    async with context.turn(update) as turn:
        code = read_area_code(typed, turn.owner.country)
        if typed == views.TYPE:
            await _ask(turn, about)
        elif code is None or not about:
            turn.toast = turn.speech("toast-old")
        else:
            await _keep(turn, code, about)


async def typed(turn: Turn, data: dict[str, Any], words: str) -> bool:
    """The code that was asked for; words without a digit go on as talk."""
    code = read_area_code(words, turn.owner.country)
    if code is not None:
        await _keep(turn, code, data["about"])
        return True
    if not any(char.isdecimal() for char in words):
        return False
    await turn.unit.conversations.begin(turn.owner.id, STEP, about=data["about"])
    await turn.say("area-no-code", ((tap(turn.speech, "btn-close", "close"),),), words=words[:40])
    return True


async def _ask(turn: Turn, about: list[str]) -> None:
    await turn.unit.conversations.begin(turn.owner.id, STEP, about=about)
    everybody = await turn.unit.contacts.of_owner(turn.owner.id)
    local = about[2:] if about[:1] == ["phone"] else ()
    codes = likely(local, [one.phone for one in everybody], turn.owner.country)
    rows = (views.codes(codes, *about), (tap(turn.speech, "btn-close", "close"),))
    await turn.say("area-ask", tuple(filter(None, rows)))


async def _keep(turn: Turn, code: str, about: list[str]) -> None:
    """The code is the owner's from now on, and what it was asked for goes on with it."""
    await turn.unit.conversations.leave(turn.owner.id)
    turn.owner = await choices.change(turn.unit, turn.owner, area_code=code)
    match about:
        case ["import", number] if number.isdecimal():
            await _complete(turn, int(number))
        case ["phone", contact_id, digits] if contact_id.isdecimal():
            data = {"contact_id": int(contact_id), "field": "phone", "message_id": None}
            if not await person.typed_field(turn, data, digits):
                turn.toast = turn.speech("toast-gone")
        case _:
            await settings.show_country(turn)


async def _complete(turn: Turn, number: int) -> None:
    """The area code is known now: the choices again, with the numbers it completes."""
    done = await importing.renew(turn.unit, turn.owner, number)
    code = turn.owner.area_code
    if done is None:
        await turn.say("area-kept", code=code)
        return
    arrivals, count = done
    some = any(one.verdict is not Verdict.KNOWN for one in arrivals)
    asking = turn.speech("import-whom" if some else "import-nobody")
    text = f"{turn.speech('import-area-done', code=code, count=count)}\n\n{asking}"
    rows = await exchange.choices(turn, number, arrivals)
    await turn.send(Message(turn.owner.id, text, rows, edit=turn.message_id))
