"""Which texts the code asks for: read from its syntax, so that none is missed."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bot
from bot.domain.contacts import Kind, Register, Relationship, Route
from bot.domain.greetings import State
from bot.domain.guards.base import Label
from bot.exchange.entries import Unreadable
from bot.parsing.gathered import Doubt
from bot.parsing.text import ParseProblem
from bot.services.arrivals import Verdict
from bot.views.card import REMARKS, WISHES
from bot.views.editing import DATES, MENU

_KEY_AT = {
    "speech": 0,
    "mine": 0,
    "say": 0,
    "announce": 0,
    "edit": 0,
    "tap": 1,
    "on_greeting": 1,
    "button": 0,
}
"""What says a text, and which of its arguments is the key."""


def _named(keys: str) -> set[str]:
    """The keys that a docstring lists between backticks."""
    return {key.replace("_", "-") for key in re.findall(r"`([a-z]+(?:_[a-z]+)*)`", keys)}


_FIELDS = {name.replace("_", "-") for row in MENU for name in row}

MADE: dict[str, set[str]] = {
    "talk-": {"nickname", "language", "relationship"},
    "guest-command-": {"stop", "forgetme", "help"},
    "btn-wish-": set(WISHES),
    "wish-": set(WISHES),
    "toast-now-": {state.value.replace("_", "-") for state in State},
    "line-": {"skipped", "snoozed", "sent"},
    "relationship-": {one.value for one in Relationship},
    "addressed-": {one.name.lower().replace("_", "-") for one in Register},
    "fact-": {"phone", "username", "email", "place", "tags"},
    "field-": _FIELDS,
    "ask-field-": _FIELDS | set(DATES),
    "btn-date-": set(DATES),
    "kind-": {one.value for one in Kind},
    "import-": {one.value for one in Verdict},
    "btn-import-": {"completes", "doubtful"},
    "import-skipped-": {"nameless", "broken", "formula"},
    "import-bad-": _named((Unreadable.__doc__ or "").partition("Keys:")[2]),
    "story-": {state.value.replace("_", "-") for state in State},
    "date-": set(DATES) - {"birthday", "other-day"},
    "route-": {one.value for one in Route},
    "by-": {"whatsapp", "telegram"},
    "remark-": {label.value for label in REMARKS},
    "problem-": {label.value for label in Label},
    "relay-": {"sent", "failed", "unknown"},
    "told-": {"consent-yes", "consent-no"},
    "parse-": _named((ParseProblem.__doc__ or "").partition("Keys:")[2]),
    "doubt-": _named(Doubt.__doc__ or ""),
    "failed-": {"blocked", "gone", "unlinked", "unreachable", "refused"}
    | {"mail-refused", "mail-address", "mail-unreachable", "mail-login", "mail-busy"},
    "undone-": {"contact", "note"},
    "status-": {"waiting", "needs-memory", "writing", "approved", "handed-off", "call", "sent"}
    | {"skipped", "failed", "unknown", "expired"},
    "btn-opt-": {
        "language",
        "country",
        "zone",
        "prepare",
        "send",
        "quiet",
        "gap",
        "clients",
        "pause",
        "talk",
    }
    | {"style", "signature", "after", "days"},
    "region-": {"africa", "america", "antarctica", "arctic", "asia", "atlantic", "australia"}
    | {"europe", "indian", "pacific"},
    "settings-ask-": {"prepare", "send", "gap", "clients", "pause", "talk", "after"},
    "settings-": {"gap-value", "clients-value", "pause-value"},
    "settings-type-": {"sample", "style", "signature"},
    "own-kept-": {"fixed", "nth", "once"},
    "status-model-": {"none", "ok", "failing"},
    "command-": {
        "add",
        "note",
        "contacts",
        "draft",
        "review",
        "occasions",
        "settings",
        "invite",
        "forget",
        "import",
        "export",
        "status",
        "privacy",
        "help",
    },
}
"""The keys that the code makes at run time, `f"toast-now-{state}"`: all that may come after each
beginning."""


@cache
def _modules() -> dict[Path, ast.Module]:
    root = Path(bot.__file__).parent
    paths = (path for path in root.rglob("*.py") if "playground" not in path.parts)
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _nodes(*folders: str) -> Iterator[ast.AST]:
    for path, module in _modules().items():
        if not folders or path.parent.name in folders:
            yield from ast.walk(module)


def _called(function: ast.expr) -> str:
    """`say` of `turn.say(…)`; `speech` of `self.speech(owner)(…)`."""
    if isinstance(function, ast.Call):
        return _called(function.func)
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _key_arguments() -> Iterator[ast.expr]:
    """Every expression that stands where a key is expected."""
    for node in _nodes():
        if not isinstance(node, ast.Call):
            continue
        place = _KEY_AT.get(_called(node.func))
        if place is not None and len(node.args) > place:
            yield from _branches(node.args[place])


def _branches(key: ast.expr) -> Iterator[ast.expr]:
    if isinstance(key, ast.IfExp):
        yield from _branches(key.body)
        yield from _branches(key.orelse)
    else:
        yield key


def literal_keys() -> set[str]:
    """The keys written out where a text is said."""
    written = (one.value for one in _key_arguments() if isinstance(one, ast.Constant))
    return {key.partition(".")[0] for key in written if isinstance(key, str)}


def words(*folders: str) -> set[str]:
    """Every string in the code of these folders, or of all: a key may wait in a variable."""
    return {
        node.value
        for node in _nodes(*folders)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def beginnings() -> set[str]:
    """The beginnings of keys made at run time."""
    firsts = (node.values[0] for node in _nodes() if isinstance(node, ast.JoinedStr))
    texts = (str(first.value) for first in firsts if isinstance(first, ast.Constant))
    return {text for text in texts if re.fullmatch(r"[a-z]+(?:-[a-z]+)*-", text)}


def made_keys() -> set[str]:
    """The keys made at run time, written out."""
    return {beginning + end for beginning, ends in MADE.items() for end in ends}
