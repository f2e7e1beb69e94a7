"""Any file that may hold people: which kind it is, and what stands in it."""

from datetime import date

from bot.exchange import sheet, vcard
from bot.exchange.abrazo import Archive, read_archive
from bot.exchange.entries import Dates, Reading, Unreadable
from bot.parsing.date_reading import Order

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_NO_TEXT = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"GIF8",
    b"OggS",
    b"RIFF",
    b"<!DOC",
    b"<html",
)


def read(data: bytes, order: Order, language: str, today: date) -> Reading | Archive | Dates:
    """The people in a file, or the days of a calendar. Raises Unreadable."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise Unreadable("empty")
    if data.startswith(_ZIP):
        raise Unreadable("excel" if b"xl/" in data[:4000] or b"xl/" in data[-4000:] else "zip")
    if data.startswith(_OLD_EXCEL):
        raise Unreadable("excel")
    if data.startswith(_NO_TEXT):
        raise Unreadable("unknown")
    text = sheet.decoded(data).encode() if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data
    text = text.removeprefix(b"\xef\xbb\xbf")
    if b"BEGIN:VCALENDAR" in text[:1000].upper():
        from bot.exchange import calendar_file  # noqa: PLC0415  0.3 s, and seldom needed

        return calendar_file.read(text, today)
    if vcard.holds_cards(text):
        return vcard.read(text, order, language, today)
    if text.lstrip()[:1] in {b"{", b"["}:
        return read_archive(text, today)
    return sheet.read(data, order, language, today)
