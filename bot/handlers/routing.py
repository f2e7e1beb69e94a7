"""The way an approved greeting takes, chosen on its line."""

from dataclasses import replace

from telegram import Update

from bot.domain.contacts import Route
from bot.domain.greetings import Greeting, State
from bot.domain.messages import About, Button, Message
from bot.handlers.context import Context, Turn
from bot.handlers.review import tapped
from bot.services import approve as decisions
from bot.views.buttons import marked, on_greeting

_ROUTES = tuple(Route)


async def ask(update: Update, context: Context) -> None:
    """📮 on the line of an approved greeting: the ways there are."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, _ = found
        if greeting.state is not State.APPROVED:
            turn.toast = turn.speech("toast-moved-on")
            return
        ways, recorded = turn.house.review.ways, greeting.media is not None
        taken = decisions.route_for(contact, ways, recorded=recorded)
        choices = [
            _choice(turn, greeting, one, current=one is taken)
            for one in decisions.routes(contact, ways, recorded=recorded)
        ]
        rows = tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))
        line = turn.house.review.approved_line(greeting, contact, turn.owner, turn.unit)
        text = f"{line}\n{turn.speech('ask-route', name=contact.called)}"
        about = About(turn.owner.id, contact.id, greeting.id)
        await turn.send(Message(turn.owner.id, text, rows, edit=turn.message_id, about=about))


def _choice(turn: Turn, greeting: Greeting, route: Route, *, current: bool) -> Button:
    number = _ROUTES.index(route)
    button = on_greeting(turn.speech, f"route-{route.value}", "reroute", greeting, number)
    return replace(button, label=marked(button.label, chosen=current))


async def choose(update: Update, context: Context) -> None:
    """It takes that way, and is a line again."""
    async with context.turn(update) as turn:
        found = await tapped(update, turn)
        if found is None:
            return
        greeting, contact, numbers = found
        review, unit, owner = turn.house.review, turn.unit, turn.owner
        route = _ROUTES[numbers[0] if numbers and numbers[0] < len(_ROUTES) else 0]
        rerouted = await decisions.reroute(unit, owner, greeting, contact, route, review.ways)
        if rerouted is None:
            turn.toast = turn.speech("toast-moved-on")
            return
        await review.decided(unit, owner, *rerouted, message_id=turn.message_id or 0)
