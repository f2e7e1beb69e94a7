"""CSV: Google's old and new header, Outlook's in four languages, and tables people keep themselves."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice

from bot.domain.contacts import PersonalDate
from bot.exchange.days import order_of, read_day
from bot.exchange.entries import (
    LONGEST_NAME,
    LONGEST_NOTE,
    MOST,
    Entry,
    Reading,
    Skipped,
    Unreadable,
    is_a_name,
    is_formula,
    tag_of,
    tidy,
)
from bot.parsing.date_reading import Order
from bot.parsing.text import fold

_DELIMITERS = (",", ";", "\t", "|")
_GOOGLE = re.compile(
    r"^(e-mail|phone|event|relation|address|custom field|website|organization|im) \d+ - (.+)$"
)
_SEVERAL = " ::: "
"""How Google puts several values into one cell."""

_EXCEL_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
"""How a number is kept from being changed by Excel."""

_NO_DATE = re.compile(r"^0+[/.-]0+[/.-]0+$")
_USERNAME = re.compile(r"(?:https?://)?(?:t\.me/)?@?([A-Za-z]\w{3,31})/?$")

csv.field_size_limit(1_000_000)


def decoded(data: bytes) -> str:
    """The text of a table: UTF-8, UTF-16 with or without a mark, or what old Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) // 5:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read(data: bytes, default_order: Order, language: str, today: date) -> Reading:
    """Every row, or why it is left out. Raises Unreadable."""
    text = decoded(data).replace("\0", "")
    rows = list(islice(_rows(text), MOST + 1))
    if not rows:
        raise Unreadable("empty")
    columns = _columns(rows[0])
    if not {"name", "given", "family"} & set(columns):
        raise Unreadable("no_name_column")
    if len(rows) == 1:
        raise Unreadable("empty")
    if len(rows) > MOST:
        raise Unreadable("too_many")
    table = _Table(columns, rows[1:], default_order, language, today)
    return table.reading()


def _rows(text: str) -> Iterator[list[str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and (said := re.match(r"(?i)sep=(.)$", lines[0])):
        text, delimiter = text.split("\n", 1)[-1], said[1]
    else:
        head = lines[0] if lines else ""
        delimiter = max(_DELIMITERS, key=head.count)
    try:
        for row in _cells(list(io.StringIO(text, newline="")), delimiter):
            if any(cell.strip() for cell in row):
                yield [_plain(cell) for cell in row]
    except csv.Error:
        raise Unreadable("unknown") from None


def _cells(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """The rows; a quotation mark that nothing closes swallows none of those below it."""
    reader = csv.reader(lines, delimiter=delimiter)
    began = 0
    for row in reader:
        swallowed = lines[began:] if reader.line_num == len(lines) > began + 1 else []
        if sum(line.count('"') for line in swallowed) % 2:
            plain = (line.replace('"', "") for line in swallowed)
            yield from csv.reader(plain, delimiter=delimiter, quoting=csv.QUOTE_NONE)
            return
        began = reader.line_num
        yield row


def _plain(cell: str) -> str:
    cell = cell.strip()
    found = _EXCEL_TEXT.match(cell)
    return found[1] if found else cell


@cache
def _headers() -> dict[str, str]:
    """Folded header → field."""
    words = tomllib.loads(files("bot.exchange").joinpath("headers.toml").read_text("utf-8"))
    return {fold(word): field for field, names in words.items() for word in names}


def _columns(head: list[str]) -> dict[str, list[int]]:
    """Field → its columns, in order. Google's pairs of label and value count as `label:…`."""
    found: dict[str, list[int]] = {}
    named = {fold(tidy(title)) for title in head}
    for number, title in enumerate(head):
        field = _field(fold(tidy(title)))
        if field is not None:
            found.setdefault(field, []).append(number)
    if "name" not in found and "given" in found and "family" not in found:
        found["name"] = found.pop("given")
    if "nome" in named and "aniversario" not in named:
        return found
    if "cumpleanos" in named or "cumple" in named:  # then "aniversario" is the wedding's
        column = next((n for n, one in enumerate(head) if fold(tidy(one)) == "aniversario"), None)
        if column is not None:
            found["birthday"].remove(column)
            found.setdefault("anniversary", []).append(column)
    return found


def _field(title: str) -> str | None:
    if google := _GOOGLE.match(title):
        kind, part = google[1], google[2]
        fields = {"e-mail": "email", "phone": "phone", "event": "event", "address": "country"}
        if kind not in fields or (kind == "address" and part != "country"):
            return "organization" if (kind, part) == ("organization", "name") else None
        if part == "value" or kind == "address":
            return fields[kind]
        return f"label:{fields[kind]}" if part in {"label", "type"} else None
    if title in _headers():
        return _headers()[title]
    return _headers().get(re.sub(r"[\s_-]*\d+(?=\s|$)", "", title).strip())


class _Table:
    """Rows under their columns."""

    def __init__(
        self,
        columns: dict[str, list[int]],
        rows: list[list[str]],
        default_order: Order,
        language: str,
        today: date,
    ) -> None:
        self._columns = columns
        self._rows = rows
        self._language = language
        self._today = today
        days = [value for row in rows for key in _DAYS for value in self._all(row, key)]
        self._order = order_of(days, default_order)

    def reading(self) -> Reading:
        """Every row in one of the two."""
        entries, skipped = [], []
        for row in self._rows:
            found = self._entry(row)
            if isinstance(found, Entry):
                entries.append(found)
            else:
                skipped.append(found)
        return Reading(tuple(entries), tuple(skipped))

    def _all(self, row: list[str], field: str) -> list[str]:
        cells = (row[at] for at in self._columns.get(field, ()) if at < len(row))
        return [value.strip() for cell in cells for value in cell.split(_SEVERAL) if value.strip()]

    def _one(self, row: list[str], field: str) -> str:
        return tidy(next(iter(self._all(row, field)), ""))

    def _entry(self, row: list[str]) -> Entry | Skipped:
        parts = [self._one(row, field) for field in ("given", "middle", "family")]
        name = " ".join(filter(None, parts)) or self._one(row, "name")
        mobiles, others = self._numbers(row)
        phones = (*self._all(row, "mobile"), *mobiles, *others)
        emails = tuple(self._all(row, "email"))
        name = name or self._one(row, "nickname") or self._one(row, "organization")
        if not name:
            label = tidy(next(iter((*phones, *emails)), " ".join(row)))
            return Skipped(label[:LONGEST_NAME] or "?", "nameless")
        if not is_a_name(name, emails):
            return Skipped(name[:LONGEST_NAME], "nameless")
        if is_formula(name):
            return Skipped(name[:LONGEST_NAME], "formula")
        odd: list[str] = []
        days: dict[str, PersonalDate] = {}
        for key in _DAYS:
            for value in self._days(row, key):
                found = read_day(key, value, self._order, self._language, self._today)
                if found is None:
                    odd.append(f"{key}: {tidy(value)}")
                else:
                    days.setdefault(key, found)
        username = _USERNAME.match(self._one(row, "username"))
        return Entry(
            name=name[:LONGEST_NAME],
            nickname=self._one(row, "nickname")[:LONGEST_NAME] or None,
            phones=tuple(map(tidy, phones)),
            mobiles=len(phones) - len(others),
            emails=tuple(map(tidy, emails)),
            username=username[1] if username else None,
            birthday=days.get("birthday"),
            anniversary=days.get("anniversary"),
            notes=tuple(note[:LONGEST_NOTE] for note in self._all(row, "note")),
            tags=self._tags(row),
            relation=self._one(row, "relation") or None,
            country=self._one(row, "country") or None,
            language=self._one(row, "language") or None,
            odd=tuple(odd),
        )

    def _numbers(self, row: list[str]) -> tuple[list[str], list[str]]:
        """Mobiles and other phones; faxes are left out where the file labels them."""
        labels = self._columns.get("label:phone", [])
        mobiles: list[str] = []
        others: list[str] = []
        for place, at in enumerate(self._columns.get("phone", ())):
            named = place < len(labels) and labels[place] < len(row)
            label = row[labels[place]].lower() if named else ""
            if at < len(row) and row[at].strip() and "fax" not in label:
                into = mobiles if "mob" in label or "cel" in label else others
                into += [one for one in row[at].split(_SEVERAL) if one.strip()]
        return mobiles, others

    def _days(self, row: list[str], key: str) -> list[str]:
        values = self._all(row, key)
        if key == "anniversary":
            labels = self._columns.get("label:event", [])
            for label, at in zip(labels, self._columns.get("event", ()), strict=False):
                if at < len(row) and "nivers" in row[label].lower():
                    values.append(row[at])
        return [value for value in values if value.strip() and not _NO_DATE.match(value.strip())]

    def _tags(self, row: list[str]) -> tuple[str, ...]:
        words = (one for cell in self._all(row, "tags") for one in re.split(r"[;,]", cell))
        return tuple(filter(None, map(tag_of, words)))


_DAYS = ("birthday", "anniversary")
