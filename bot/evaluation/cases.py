"""Whom to write to, and for what: the cases of an evaluation."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.drafting import OccasionRef, Person
from bot.evaluation.reading import read_occasion, read_person, texts_in

BUNDLED = Path(__file__).with_name("cases.jsonl")
"""74 invented people in four languages, 14 of them clients."""


@dataclass(frozen=True, slots=True)
class EvaluationCase:
    """One greeting to write. `previous`: what this person got before."""

    id: str
    person: Person
    occasion: OccasionRef
    previous: tuple[str, ...]
    digest: str
    """Of all that the drafter sees: the same case has the same digest."""


def read_case(record: Mapping[str, Any]) -> EvaluationCase:
    """A case from a line of a file; a draft, its problems and its siblings are left aside."""
    contact, occasion = record["contact"], record["occasion"]
    previous = texts_in(record, "previous")
    seen = json.dumps([contact, occasion, previous], sort_keys=True)
    return EvaluationCase(
        id=str(record["id"]),
        person=read_person(contact),
        occasion=read_occasion(occasion),
        previous=tuple(previous),
        digest=hashlib.sha256(seen.encode()).hexdigest()[:16],
    )
