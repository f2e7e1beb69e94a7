"""The guards on a file of drafts, one JSON object a line (`abrazo check-drafts`)."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import OccasionRef, Person
from bot.domain.guards import Case, check


def check_drafts(path: Path, out: TextIO) -> int:
    """Write the problems of each draft in the file to `out`; the exit code.

    0: every line was judged; 2: the file or some line could not be read (each is named on standard
    error, and the other lines are still judged).
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        sys.stderr.write(f"{path}: cannot be read: {reason}\n")
        return 2
    code = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            verdict = judge(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            sys.stderr.write(f"{path}:{number}: not a draft case: {_reason(error)}\n")
            code = 2
            continue
        out.write(json.dumps(verdict, ensure_ascii=False, sort_keys=True) + "\n")
    return code


def judge(record: Mapping[str, Any]) -> dict[str, Any]:
    """The verdict on one case: its id, its labels in alphabetical order, and the words behind each."""
    problems = sorted(check(read_case(record)), key=lambda problem: problem.label)
    return {
        "id": record["id"],
        "problems": [problem.label.value for problem in problems],
        "words": {problem.label.value: list(problem.words) for problem in problems},
    }


def read_case(record: Mapping[str, Any]) -> Case:
    """A case as the guards take it. Raises KeyError, TypeError or ValueError on a broken record."""
    contact, occasion = record["contact"], record["occasion"]
    notes = [_text(note) for note in contact.get("notes") or ()]
    return Case(
        text=_text(record["draft"]),
        person=Person(
            name=_text(contact["name"]),
            nickname=contact.get("nickname"),
            relationship=Relationship(contact["relationship"]),
            register=Register(contact["register"]),
            language=_text(contact["language"]),
            notes=tuple(Note(id=i, text=text) for i, text in enumerate(notes, start=1)),
        ),
        occasions=(OccasionRef(key=_text(occasion["key"]), name=_text(occasion["name"])),),
        siblings=tuple(map(_text, record.get("siblings") or ())),
        previous=tuple(map(_text, record.get("previous") or ())),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    return value


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
