"""Telegram's HTML: a strict little language, refused with the place of the first mistake.

https://core.telegram.org/bots/api#html-style; the errors are those of td's MessageEntity.cpp,
parse_html, which counts places in bytes.
"""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.playground.errors import Refused, bad_request

Json = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}

PIECE = re.compile(
    r"<(?P<close>/?)(?P<name>[^\s>]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>])*)(?P<end>>?)"
    r"|(?P<character>&(?:lt|gt|amp|quot|#\d+|#[xX][0-9a-fA-F]+);?)"
)
ATTRIBUTE = re.compile(r"([\w-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+)))?")


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    values: dict[str, str]


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.size = 0
        self.stack: list[_Open] = []
        self.marks: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        done = 0
        for piece in PIECE.finditer(self.source):
            self._add(self.source[done : piece.start()])
            done = piece.end()
            if piece["character"]:
                self._add(unescape(piece["character"]))
            elif piece["close"]:
                self._close(piece["name"].lower(), piece.start())
            else:
                self._open(piece)
        self._add(self.source[done:])
        if self.stack:
            tag = self.stack[-1].tag
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return self.text, self.marks

    def _add(self, plain: str) -> None:
        self.text += plain
        self.size += len(plain.encode("utf-16-le")) // 2

    def _open(self, piece: re.Match[str]) -> None:
        tag, at = piece["name"].lower(), piece.start()
        if not (piece["rest"] or piece["end"]):
            raise self._mistake("Unclosed start tag", at)
        if tag not in TAGS:
            raise self._mistake(f'Unsupported start tag "{tag}"', at)
        if not piece["end"]:
            raise self._mistake("Unclosed start tag", at)
        values = {
            name.lower(): unescape(double or single or bare)
            for name, double, single, bare in ATTRIBUTE.findall(piece["rest"])
        }
        if tag == "span" and values.get("class") != "tg-spoiler":
            raise self._mistake('Tag "span" must have class "tg-spoiler"', at)
        self.stack.append(_Open(tag, self.size, values))

    def _close(self, tag: str, at: int) -> None:
        if not self.stack:
            raise self._mistake("Unexpected end tag", at)
        opened = self.stack.pop()
        if tag not in {opened.tag, ""}:
            place = self._byte(at)
            raise _cannot_parse(
                f"Unmatched end tag at byte offset {place}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.size > opened.start:
            self._mark(opened)

    def _mark(self, opened: _Open) -> None:
        mark: Json = {
            "type": TAGS[opened.tag],
            "offset": opened.start,
            "length": self.size - opened.start,
        }
        if opened.tag == "a":
            words = self.text.encode("utf-16-le")[2 * opened.start :].decode("utf-16-le")
            url = opened.values.get("href") or words
            if not re.match(r"(?:https?|tg)://|mailto:|tel:", url):
                return
            mark["url"] = url
        if opened.tag == "blockquote" and "expandable" in opened.values:
            mark["type"] = "expandable_blockquote"
        self._keep(mark, opened)

    def _keep(self, mark: Json, opened: _Open) -> None:
        language = opened.values.get("class", "")
        inside_pre = bool(self.stack) and self.stack[-1].tag == "pre"
        if opened.tag == "code" and inside_pre and language.startswith("language-"):
            self.stack[-1].values["language"] = language.removeprefix("language-")
            return
        if opened.tag == "pre" and "language" in opened.values:
            mark["language"] = opened.values["language"]
        self.marks.append(mark)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _mistake(self, what: str, at: int) -> Refused:
        return _cannot_parse(f"{what} at byte offset {self._byte(at)}")


def _cannot_parse(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")


def parse(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of an HTML text; refuses unknown, unclosed and crossed tags."""
    return _Reader(source).read()
