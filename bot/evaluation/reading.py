"""Files of cases, one JSON object a line; the format is told in tests/data/README.md."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import OccasionRef, Person

Read = TypeVar("Read")


def read_lines(path: Path, read: Callable[[Any], Read]) -> tuple[list[Read], int]:
    """What `read` makes of each line, and the exit code.

    0: all were read; 2: the file or some line could not be (each is named on standard error, and
    the other lines are still there). `read` raises KeyError, TypeError, ValueError or
    AttributeError on what is no case.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        sys.stderr.write(f"{path}: cannot be read: {reason}\n")
        return [], 2
    found: list[Read] = []
    code = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(read(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            sys.stderr.write(f"{path}:{number}: not a draft case: {_reason(error)}\n")
            code = 2
    return found, code


def read_person(contact: Mapping[str, Any]) -> Person:
    """The reader of a greeting; notes are numbered from 1."""
    notes = [text_in(note) for note in contact.get("notes") or ()]
    return Person(
        name=text_in(contact["name"]),
        nickname=contact.get("nickname"),
        relationship=Relationship(contact["relationship"]),
        register=Register(contact["register"]),
        language=text_in(contact["language"]),
        notes=tuple(Note(id=i, text=text) for i, text in enumerate(notes, start=1)),
    )


def read_occasion(occasion: Mapping[str, Any]) -> OccasionRef:
    """The occasion as its reader calls it."""
    return OccasionRef(key=text_in(occasion["key"]), name=text_in(occasion["name"]))


def text_in(value: object) -> str:
    """The value, which has to be text. Raises TypeError."""
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    return value


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
