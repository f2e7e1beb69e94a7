"""The ways of asking a model for JSON, from the strictest down, and reading what comes back.

Endpoints differ: some refuse a JSON schema, some take it and ignore it, some answer with a fenced
block or with a word before it.
"""

import json
import re
from enum import IntEnum
from typing import Any

from pydantic import BaseModel


class Rung(IntEnum):
    """How an answer is asked for, from the strictest down."""

    SCHEMA = 0
    OBJECT = 1
    PLAIN = 2


def response_format(rung: Rung, schema: type[BaseModel]) -> dict[str, Any] | None:
    """What the endpoint is told about the form of the answer."""
    if rung is Rung.PLAIN:
        return None
    if rung is Rung.OBJECT:
        return {"type": "json_object"}
    name = schema.__name__.lower()
    return {
        "type": "json_schema",
        "json_schema": {"name": name, "strict": True, "schema": portable(schema)},
    }


def portable(schema: type[BaseModel]) -> dict[str, Any]:
    """A schema every endpoint takes: no references, everything required, nothing else allowed."""
    full = schema.model_json_schema()
    definitions = full.get("$defs", {})

    def plain(part: dict[str, Any]) -> dict[str, Any]:
        if reference := part.get("$ref"):
            return plain(definitions[reference.rsplit("/", 1)[-1]])
        kept: dict[str, Any] = {key: part[key] for key in ("type", "enum") if key in part}
        if "items" in part:
            kept["items"] = plain(part["items"])
        if properties := part.get("properties"):
            kept["properties"] = {name: plain(value) for name, value in properties.items()}
            kept |= {"required": list(properties), "additionalProperties": False}
        return kept

    return plain(full)


def json_in(text: str) -> str:
    """The JSON inside an answer: without fences, thinking aloud or words around it."""
    text = re.sub(r"^.*</think>", "", text, flags=re.DOTALL)
    starts = [index for index in (text.find("{"), text.find("[")) if index >= 0]
    if not starts:
        return text
    try:
        value, _ = json.JSONDecoder().raw_decode(text, min(starts))
        return json.dumps(value)
    except (ValueError, RecursionError):
        return text
