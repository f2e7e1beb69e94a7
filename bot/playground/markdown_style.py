"""Telegram's MarkdownV2 and its legacy Markdown.

https://core.telegram.org/bots/api#markdownv2-style; the errors are those of td's
MessageEntity.cpp, parse_markdown and parse_markdown_v2. Block quotations and custom emoji are left
out: `>` and `!` are refused unless escaped.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.playground.errors import Refused, bad_request

Json = dict[str, Any]

MARKS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "`": "code",
    "[": "text_link",
}
LEGACY_MARKS = {mark: MARKS[mark] for mark in ("```", "_", "*", "`", "[")}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
NAMES = {
    "pre": "Pre",
    "spoiler": "Spoiler",
    "underline": "Underline",
    "italic": "Italic",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "text_link": "TextUrl",
}
LINK = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
LANGUAGE = re.compile(r"(?:([^\s`]+)(?=\s))?\n?")


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    at: int
    language: str = ""


class _Reader:
    def __init__(self, source: str, *, legacy: bool) -> None:
        self.source = source
        self.legacy = legacy
        self.known = LEGACY_MARKS if legacy else MARKS
        self.at = 0
        self.text = ""
        self.size = 0
        self.stack: list[_Open] = []
        self.marks: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        if self.stack:
            raise self._unended(self.stack[-1])
        return self.text, self.marks

    def _step(self) -> None:
        rest = self.source[self.at :]
        if rest[0] == "\\" and len(rest) > 1 and self._escapes(rest[1]):
            self._plain(rest[1], 2)
            return
        top = self.stack[-1] if self.stack else None
        if top and rest.startswith("]" if top.mark == "[" else top.mark) and self._ends(top, rest):
            self._close(self.stack.pop())
            return
        literal = top is not None and (self.legacy or top.mark in {"`", "```"})
        mark = next((mark for mark in self.known if rest.startswith(mark)), None)
        if mark and not literal:
            self._open(mark)
        elif rest[0] in RESERVED and not self.legacy and not literal:
            raise _cannot_parse(
                f"Character '{rest[0]}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            self._plain(rest[0], 1)

    def _escapes(self, character: str) -> bool:
        return character in "_*`[" if self.legacy else "\0" < character <= "~"

    def _ends(self, top: _Open, rest: str) -> bool:
        return not (top.mark == "_" and not self.legacy and rest.startswith("__"))

    def _plain(self, character: str, width: int) -> None:
        self.text += character
        self.size += 2 if ord(character) > 0xFFFF else 1
        self.at += width

    def _open(self, mark: str) -> None:
        opened = _Open(mark, self.size, self.at)
        self.at += len(mark)
        if mark == "```" and (language := LANGUAGE.match(self.source, self.at)):
            self.at = language.end()
            opened.language = language[1] or ""
        self.stack.append(opened)

    def _close(self, opened: _Open) -> None:
        mark: Json = {
            "type": MARKS[opened.mark],
            "offset": opened.start,
            "length": self.size - opened.start,
        }
        width = len(opened.mark)
        if opened.mark == "[":
            link = LINK.match(self.source, self.at)
            url = re.sub(r"\\(.)", r"\1", link[1]) if link else ""
            width = len(link[0]) if link else 1
            mark["url"] = url
        if opened.language:
            mark["language"] = opened.language
        self.at += width
        if mark["length"] and re.match(r"(?:https?|tg)://", mark.get("url", "tg://")):
            self.marks.append(mark)

    def _unended(self, opened: _Open) -> Refused:
        place = len(self.source[: opened.at].encode())
        if self.legacy:
            return _cannot_parse(f"Can't find end of the entity starting at byte offset {place}")
        name = NAMES[MARKS[opened.mark]]
        return _cannot_parse(f"Can't find end of {name} entity at byte offset {place}")


def _cannot_parse(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")


def parse(source: str, *, legacy: bool) -> tuple[str, list[Json]]:
    """Plain text and entities; refuses unescaped reserved characters and marks without an end."""
    return _Reader(source, legacy=legacy).read()
