"""What Abrazo asks of a model: plain files, one strict loader, a version each.

A prompt is a `.md` file whose first line is `version: N`; `{{name}}` marks a variable. Example
greetings stand in `examples-<language>.json` and are shown to the model in the very form in which
it is asked and has to answer.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as strict

_HERE = Path(__file__).parent
_HEAD = re.compile(r"version: (\d+)\n\n")
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")


class PromptError(Exception):
    """A prompt file or its use is wrong: the message says which file and what."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as it stands in its file. `version` is `<name>.<number>`, kept with every draft."""

    version: str
    text: str

    def render(self, **values: str) -> str:
        """The text with every variable put in, once: braces and `$` inside a value stay text."""
        wanted = set(_VARIABLE.findall(self.text))
        if wanted != set(values):
            missing, unknown = sorted(wanted - set(values)), sorted(set(values) - wanted)
            raise PromptError(f"{self.version}: missing {missing}, unknown {unknown}")
        return _VARIABLE.sub(lambda match: values[match[1]], self.text)


@strict(frozen=True, config=ConfigDict(extra="forbid"))
class ExampleAlternative:
    """One good text and the numbers (from 1) of the notes it rests on."""

    text: str
    notes: tuple[int, ...]


@strict(frozen=True, config=ConfigDict(extra="forbid"))
class Example:
    """A greeting well written: what was asked and what was answered."""

    relationship: str
    register: str
    language: str
    occasion: str
    name: str
    notes: tuple[str, ...]
    alternatives: tuple[ExampleAlternative, ...]


@cache
def load(name: str) -> Prompt:
    """The prompt of that name; PromptError when there is none or its first line has no version."""
    try:
        raw = (_HERE / f"{name}.md").read_text("utf-8")
    except FileNotFoundError:
        raise PromptError(f"{name}: no such prompt") from None
    head = _HEAD.match(raw)
    if not head:
        raise PromptError(f"{name}: the first line must be 'version: N', the second empty")
    return Prompt(f"{name}.{head[1]}", raw[head.end() :].strip())


@cache
def examples(language: str) -> tuple[Example, ...]:
    """The example greetings of a language (`es`, `en`, `it`, `pt`)."""
    try:
        raw = (_HERE / f"examples-{language}.json").read_bytes()
    except FileNotFoundError:
        raise PromptError(f"examples-{language}: no such file") from None
    return TypeAdapter(tuple[Example, ...]).validate_json(raw)
