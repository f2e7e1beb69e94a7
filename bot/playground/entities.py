"""Text with marks → plain text with entities, in UTF-16 units as Telegram counts them.

https://core.telegram.org/bots/api#formatting-options and td's MessageEntity.cpp.
"""

import re
from typing import Any

from bot.playground import html_style, markdown_style
from bot.playground.errors import bad_request

Json = dict[str, Any]

FOUND = (
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{2,31}\b")),
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])")),
    ("email", re.compile(r"(?<![\w@.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,24}\b")),
    ("url", re.compile(r"\b(?:https?://|tg://|t\.me/|wa\.me/)[^\s<>\"]*[^\s<>\".,;:!?)\]]")),
    ("hashtag", re.compile(r"(?<![\w#])#(?!\d+\b)\w{1,256}")),
)
"""What Telegram marks by itself in any text (MessageEntity.cpp, find_entities)."""

KEPT_PLAIN = frozenset({"pre", "code", "text_link", "text_mention"})


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, the measure of entity offsets."""
    return len(text.encode("utf-16-le")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The words an entity covers."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def formatted(text: str, parse_mode: str, given: list[Json] | None) -> tuple[str, list[Json]]:
    """The text as people see it, with all its entities; refuses broken marks.

    `given`: entities sent with the text; ignored when there is a parse mode, as Telegram does.
    """
    text = text.replace("\r", "")
    mode = parse_mode.lower()
    if mode in {"", "none"}:
        marks = [dict(entity) for entity in given or []]
    elif mode == "html":
        text, marks = html_style.parse(text)
    elif mode in {"markdown", "markdownv2"}:
        text, marks = markdown_style.parse(text, legacy=mode == "markdown")
    else:
        # Client.cpp, get_formatted_text
        raise bad_request("unsupported parse_mode")
    text, marks = _trimmed(text, marks)
    return text, _sorted(marks + found(text, marks))


def found(text: str, marks: list[Json]) -> list[Json]:
    """Commands, mentions, links, addresses and hashtags that stand in a text."""
    taken = [
        (mark["offset"], mark["offset"] + mark["length"])
        for mark in marks
        if mark["type"] in KEPT_PLAIN
    ]
    result: list[Json] = []
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match.group())
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                result.append({"type": kind, "offset": start, "length": end - start})
    return result


def _sorted(marks: list[Json]) -> list[Json]:
    return sorted(marks, key=lambda mark: (mark["offset"], -mark["length"]))


def _trimmed(text: str, marks: list[Json]) -> tuple[str, list[Json]]:
    """White space at both ends falls away (MessageEntity.cpp, fix_formatted_text)."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    size = utf16_length(text)
    kept = []
    for mark in marks:
        start = max(mark["offset"] - lead, 0)
        end = min(mark["offset"] + mark["length"] - lead, size)
        if end > start:
            kept.append({**mark, "offset": start, "length": end - start})
    return text, kept
