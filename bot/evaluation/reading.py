"""Files of cases, one JSON object a line; the format is told in tests/data/README.md."""

import json
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import OccasionRef, Person

Read = TypeVar("Read")
Kind = TypeVar("Kind", bound=StrEnum)


_ROLES = {
    "mother": Relationship.FAMILY,
    "father": Relationship.FAMILY,
    "teacher": Relationship.ACQUAINTANCE,
    "doctor": Relationship.ACQUAINTANCE,
}
"""Roles that stand where a relationship should."""

_SENHOR = frozenset({"o senhor", "a senhora"})
"""Written by some for the register: a form of address, within the one register of Portuguese."""


def read_lines(path: Path, read: Callable[[Any], Read]) -> tuple[list[Read], int]:
    """What `read` makes of each line, and the exit code.

    0: all were read; 2: the file or some line could not be (each is named on standard error, and
    the other lines are still there). `read` is given a JSON object and raises KeyError, TypeError
    or ValueError on what is no case.
    """
    try:
        lines = lines_of(path)
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{path}: cannot be read: {why_not(error)}\n")
        return [], 2
    if lines and lines[0].strip() == "[":
        sys.stderr.write(f"{path}: is one JSON list: write one object a line instead\n")
        return [], 2
    found: list[Read] = []
    code = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(read(object_in(json.loads(line), "the line")))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            sys.stderr.write(f"{path}:{number}: not a draft case: {_reason(error)}\n")
            code = 2
    return found, code


def lines_of(path: Path) -> list[str]:
    """The lines of a file of JSON Lines, without a byte order mark. Only a line feed ends one: JSON may
    hold the other separators of Unicode. Raises OSError, UnicodeDecodeError."""
    return path.read_text(encoding="utf-8-sig").split("\n")


def why_not(error: OSError | UnicodeDecodeError) -> str:
    """Why a file cannot be read, for the person."""
    return getattr(error, "strerror", None) or "not UTF-8 text"


def read_person(contact: object) -> Person:
    """The reader of a greeting; notes are numbered from 1."""
    told = object_in(contact, "contact")
    nickname, senhor = told.get("nickname"), told["register"] in _SENHOR
    return Person(
        name=text_in(told["name"]),
        nickname=None if nickname is None else text_in(nickname),
        relationship=_ROLES.get(told["relationship"])
        or _one_of(Relationship, told, "relationship"),
        register=Register.VOCE if senhor else _one_of(Register, told, "register"),
        language=text_in(told["language"]),
        notes=tuple(Note(id=i, text=text) for i, text in enumerate(texts_in(told, "notes"), 1)),
        form_of_address=told["register"] if senhor else None,
    )


def read_occasion(occasion: object) -> OccasionRef:
    """The occasion as its reader calls it."""
    told = object_in(occasion, "occasion")
    return OccasionRef(key=text_in(told["key"]), name=text_in(told["name"]))


def text_in(value: object) -> str:
    """The value, which has to be text. Raises TypeError; ValueError for half a character."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {json.dumps(value)[:40]}")
    value.encode()
    return value


def texts_in(record: Mapping[str, Any], field: str) -> list[str]:
    """A list of texts, which may be missing or null. Raises TypeError."""
    value = record.get(field)
    if value is None:
        return []
    if not isinstance(value, list):
        raise TypeError(f"{field} is no list")
    return [text_in(text) for text in value]


def object_in(value: object, name: str) -> Mapping[str, Any]:
    """The value, which has to be a JSON object. Raises TypeError."""
    if not isinstance(value, dict):
        raise TypeError(f"{name} is no JSON object")
    return value


def _one_of(kinds: type[Kind], told: Mapping[str, Any], field: str) -> Kind:
    value = told[field]
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        raise ValueError(f"{field} {json.dumps(value)[:40]} is none of {known}") from None


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "too many brackets inside one another"
    if isinstance(error, UnicodeEncodeError):
        return "holds half a character"
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON ({error.msg}, column {error.colno})"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
