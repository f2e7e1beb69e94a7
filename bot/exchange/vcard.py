"""vCard 2.1, 3.0 and 4.0, as Google, iPhone, Android and others write them.

vobject reads the cards. Before it come the quirks it can't know of: a BOM, lines folded inside a
UTF-8 character, soft line breaks without a fold, and one bad card that must not cost the others.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import vobject

from bot.domain.contacts import PersonalDate
from bot.exchange.days import read_day
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

for _name in ("vobject", "vobject.base"):
    logging.getLogger(_name).disabled = True  # it would quote people's cards

_BOM = b"\xef\xbb\xbf"
"""It also stands in the middle, where two files were put together."""

_BULKY = re.compile(rb"(?i)^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]")
_QUOTED = re.compile(rb"(?i)^[^:]*QUOTED-PRINTABLE[^:]*:")
_CUSTOM_LABEL = re.compile(rb"(?i);X-CUSTOM\([^)]*\)")
"""How Samsung names a number of the owner's own kind; vobject drops the whole line for it."""

_ANDROID = re.compile(r"vnd\.android\.cursor\.item/(nickname|contact_event);([^;]*);(\d*)")
_TELEGRAM = re.compile(
    r"(?i)(?:https?://)?(?:t\.me|telegram\.me)/(?!\+|joinchat)([A-Za-z]\w{3,31})/?$"
)
_USERNAME = re.compile(r"@?([A-Za-z]\w{3,31})$")
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
LONGEST_LINE = 64 * 1024
LONGEST_HEAD = 1024
"""Bytes of a property and of what stands before its colon; no value that is kept needs more."""

MOST_LINES = 500
"""Of one card. What is longer is no card of a person, and reading it would take hours."""

_HOLDS_CARDS = re.compile(rb"(?im)^\s*BEGIN:VCARD\s*$")


def holds_cards(data: bytes) -> bool:
    """Whether there is a card in the data."""
    return _HOLDS_CARDS.search(data) is not None


def read(data: bytes, order: Order, language: str, today: date) -> Reading:
    """Every card, or why it is left out. Raises Unreadable."""
    if len(_HOLDS_CARDS.findall(data)) > MOST:
        raise Unreadable("too_many")
    entries, skipped = [], []
    for block in _blocks(_unfolded(data)):
        text = _decoded(b"\r\n".join(block))
        if not _is_whole(block):
            skipped.append(Skipped(_label(text), "broken"))
            continue
        found = _entry(text, order, language, today)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            skipped.append(found)
    return Reading(tuple(entries), tuple(skipped))


def _unfolded(data: bytes) -> Iterator[bytes]:
    """Whole content lines, joined as bytes, so that a character cut in two is whole again; what a line
    has too much is left out."""
    held: bytearray | None = None
    soft = False
    for line in re.split(rb"\r\n|\n|\r", data.replace(_BOM, b"")):
        if held is not None and soft:
            held[-1:] = line.lstrip(b" \t")
        elif held is not None and line[:1] in {b" ", b"\t"} and line.strip():
            held += line[1:] if len(held) < LONGEST_LINE else b""
        else:
            if held is not None:
                yield bytes(held)
            held = bytearray(line)
        soft = held.endswith(b"=") and _QUOTED.match(held, 0, LONGEST_HEAD) is not None
        if soft and len(held) > LONGEST_LINE:
            del held[LONGEST_LINE:-1]
    if held is not None:
        yield bytes(held)


def _blocks(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    """The lines of each card; one that never ends is cut where the next begins."""
    block: list[bytes] = []
    for line in lines:
        mark = line.strip().upper()
        if mark == b"BEGIN:VCARD":
            if block:
                yield block
            block = [mark]
        elif block:
            fits = len(block) <= MOST_LINES or mark == b"END:VCARD"
            if fits and line.strip() and not _BULKY.match(line):
                plain = _CUSTOM_LABEL.sub(b"", line[:LONGEST_LINE])
                block.append(mark if mark == b"END:VCARD" else plain)
            if mark == b"END:VCARD":
                yield block
                block = []
    if block:
        yield block


def _is_whole(block: list[bytes]) -> bool:
    return block[-1] == b"END:VCARD"


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _label(text: str) -> str:
    found = re.search(r"(?im)^(?:\w+\.)?(?:FN|N|ORG|TEL|EMAIL)[^:\r\n]*:(.*)$", text)
    return tidy(found[1].replace(";", " "))[:LONGEST_NAME] if found else "?"


def _entry(text: str, order: Order, language: str, today: date) -> Entry | Skipped:
    try:
        card = vobject.readOne(text, allowQP=True, ignoreUnreadable=True, validate=False)
        properties = [child for child in card.getChildren() if hasattr(child, "value")]
        return _Card(properties).entry(order, language, today)
    except Exception:  # noqa: BLE001 - vobject raises whatever a broken card makes it stumble over
        return Skipped(_label(text), "broken")


class _Card:
    """The properties of one card, by name."""

    def __init__(self, properties: list[Any]) -> None:
        self._properties = properties

    def entry(self, order: Order, language: str, today: date) -> Entry | Skipped:
        """The card as an entry, or why it can't be one."""
        name = self._name()
        phones = self._phones()
        emails = tuple(filter(None, (tidy(one) for one in self._texts("EMAIL"))))
        if not name:
            label = next(iter((*phones, *emails)), "?")
            return Skipped(label[:LONGEST_NAME], "nameless")
        if not is_a_name(name, emails):
            return Skipped(name[:LONGEST_NAME], "nameless")
        if is_formula(name):
            return Skipped(name[:LONGEST_NAME], "formula")
        odd: list[str] = []

        def day(key: str, values: list[str]) -> PersonalDate | None:
            for value in filter(str.strip, values):
                found = read_day(key, value, order, language, today)
                if found is not None:
                    return found
                odd.append(f"{key}: {tidy(value)}")
            return None

        return Entry(
            name=name[:LONGEST_NAME],
            nickname=tidy(next(iter(self._nicknames()), ""))[:LONGEST_NAME] or None,
            phones=phones,
            mobiles=min(len(phones), sum(_kinds(one) >= {"CELL"} for one in self._of("TEL"))),
            emails=emails,
            username=self._username(),
            birthday=day("birthday", [*self._texts("BDAY"), *self._android("contact_event", "3")]),
            anniversary=day("anniversary", self._anniversaries()),
            notes=tuple(
                note for one in self._texts("NOTE") if (note := one.strip()[:LONGEST_NOTE])
            ),
            tags=tuple(filter(None, map(tag_of, self._categories()))),
            relation=next(iter(self._related()), None),
            country=self._country(),
            language=next(iter(self._texts("LANG")), "").lower().partition("-")[0] or None,
            group=any(one.lower() == "group" for one in self._texts("KIND")),
            odd=tuple(odd),
        )

    def _of(self, name: str) -> list[Any]:
        return [one for one in self._properties if one.name.upper() == name]

    def _texts(self, name: str) -> list[str]:
        found: list[str] = []
        for one in self._of(name):
            values = one.value if isinstance(one.value, list) else [one.value]
            found += [str(value).replace("\r\n", "\n") for value in values if value]
        return found

    def _name(self) -> str:
        """FN, or the parts of N, or a nickname, or the organization."""
        for full in self._texts("FN"):
            if tidy(full):
                return tidy(full)
        for one in self._of("N"):
            parts = one.value
            pieces = (getattr(parts, part, "") for part in ("given", "additional", "family"))
            joined = " ".join(" ".join(p) if isinstance(p, list) else str(p) for p in pieces)
            if tidy(joined):
                return tidy(joined)
        return next((tidy(one) for name in ("NICKNAME", "ORG") for one in self._texts(name)), "")

    def _nicknames(self) -> list[str]:
        return [*self._texts("NICKNAME"), *self._android("nickname")]

    def _android(self, kind: str, number: str | None = None) -> list[str]:
        """What Android keeps beside the standard: nicknames, and events by the number of their kind."""
        found = (_ANDROID.match(text) for text in self._texts("X-ANDROID-CUSTOM"))
        return [one[2] for one in found if one and one[1] == kind and number in {None, one[3]}]

    def _anniversaries(self) -> list[str]:
        said = [*self._texts("ANNIVERSARY"), *self._texts("X-MS-ANNIVERSARY"), *self._labelled()]
        return [*said, *self._android("contact_event", "1")]

    def _categories(self) -> list[str]:
        return [*self._texts("CATEGORIES"), *self._texts("X-GROUPNAME")]

    def _phones(self) -> tuple[str, ...]:
        """The numbers, mobiles and preferred ones first, faxes last."""

        def rank(one: Any) -> int:
            kinds = _kinds(one)
            return 3 if "FAX" in kinds else 0 if "CELL" in kinds else 1 if "PREF" in kinds else 2

        numbers = (str(one.value) for one in sorted(self._of("TEL"), key=rank))
        return tuple(filter(None, (tidy(re.sub(r"(?i)^tel:", "", one)) for one in numbers)))

    def _username(self) -> str | None:
        for one in (*self._of("IMPP"), *self._of("X-TELEGRAM"), *self._of("X-SOCIALPROFILE")):
            service = [*one.params.get("X-SERVICE-TYPE", ()), *one.params.get("TYPE", ()), one.name]
            value = str(one.value).strip()
            scheme, _, rest = value.rpartition(":")
            named = "telegram" in " ".join([*service, scheme]).lower()
            if named and not value.startswith("http") and (found := _USERNAME.match(rest)):
                return found[1]
            if found := _TELEGRAM.match(value):
                return found[1]
        links = (found for url in self._texts("URL") if (found := _TELEGRAM.match(url.strip())))
        return next((found[1] for found in links), None)

    def _labelled(self) -> list[str]:
        """Dates that Apple labels "Anniversary"."""
        labels = {
            one.group: _LABEL.sub(r"\1", str(one.value)).lower() for one in self._of("X-ABLABEL")
        }
        return [
            str(one.value)
            for one in self._of("X-ABDATE")
            if labels.get(one.group, "").startswith(("anniversary", "aniversario", "anniversario"))
        ]

    def _related(self) -> Iterator[str]:
        for one in self._of("RELATED"):
            yield from (kind.lower() for kind in one.params.get("TYPE", ()))

    def _country(self) -> str | None:
        countries = (tidy(str(getattr(one.value, "country", ""))) for one in self._of("ADR"))
        return next(filter(None, countries), None)


def _kinds(one: Any) -> set[str]:
    """The types of a property, however its version writes them; a number WhatsApp knows is a mobile."""
    kinds = {kind.upper() for kind in (*one.params.get("TYPE", ()), *one.singletonparams)}
    return kinds | {"CELL"} if "WAID" in one.params else kinds
