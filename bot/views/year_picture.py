"""The year at a glance as a PNG: twelve months, a mark for each day that holds something.

It is read on a phone, where it is as wide as the chat: 960 units across, nothing smaller than 18, in
dark ink on its own light ground, so that it looks the same in both themes. What a mark means is told
by its form as well as by its colour. Telegram keeps 2560 pixels of the longer side.
"""

import io
from calendar import Calendar as Weeks
from datetime import date
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from bot.locales import Speech
from bot.services.year import Year, YearDay

WIDTH, HEIGHT = 960, 1270
SCALE = 2

_PAPER, _INK, _SOFT, _FAINT = "#fbf7f0", "#2b2a33", "#6b6873", "#b9b1a4"
_OWN, _SHARED, _DONE = "#d1495b", "#3d5a98", "#2e7d4f"

_MARGIN, _TOP = 24, 92
_MONTH_WIDTH, _MONTH_HEIGHT = 304, 290
_CELL_WIDTH, _CELL_HEIGHT = 40, 27
_LINES, _LINE_HEIGHT = 3, 24
_RADIUS = 12.5
_FIRST_UNKNOWN = 0x530
_LETTERS = 288
"""How wide a line under a month may be."""


def draw(year: Year, speech: Speech, today: date) -> bytes:
    """The picture."""
    return _Sheet(year, speech, today).png()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = (files("bot.views") / "fonts" / "Inter-Medium.otf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size * SCALE)


class _Sheet:
    """One picture while it is drawn; all measures in units of WIDTH."""

    def __init__(self, year: Year, speech: Speech, today: date) -> None:
        self._year = year
        self._speech = speech
        self._today = today
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), _PAPER)
        self._pen = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """Everything, drawn and packed; 64 colours are more than it has, smooth edges included."""
        self._text(_MARGIN + 8, 46, str(self._year.year), 46, _INK)
        self._legend()
        for month in range(1, 13):
            row, column = divmod(month - 1, 3)
            self._month(month, _MARGIN + column * _MONTH_WIDTH, _TOP + row * _MONTH_HEIGHT)
        packed = io.BytesIO()
        self._image.quantize(64, Image.Quantize.FASTOCTREE).save(packed, "PNG")
        return packed.getvalue()

    def _legend(self) -> None:
        """What the three marks mean, right of the year."""
        x = 190.0
        for key, colour, own in (
            ("year-own", _OWN, True),
            ("year-shared", _SHARED, False),
            ("year-greeted", _DONE, True),
        ):
            self._mark(x, 46, colour, own=own, filled=True)
            self._text(x + 20, 46, self._speech(key), 21, _SOFT)
            x += 20 + self._width(self._speech(key), 21) + 38

    def _month(self, month: int, left: float, top: float) -> None:
        self._text(left + 8, top + 14, self._speech.month(month), 25, _INK)
        found = {one.day: one for one in self._year.of(month)}
        weeks = Weeks(self._speech.first_weekday).monthdatescalendar(self._year.year, month)
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                if day.month == month:
                    x = left + column * _CELL_WIDTH + _CELL_WIDTH / 2 + 2
                    self._day(day, found.get(day), x, top + 46 + row * _CELL_HEIGHT)
        self._lines(list(found.values()), left + 8, top + 46 + 6 * _CELL_HEIGHT + 1)

    def _day(self, day: date, found: YearDay | None, x: float, y: float) -> None:
        """A number; on a mark if the day holds something. A day that went by without a greeting has
        a hollow one."""
        colour = _FAINT
        if found is not None:
            done = found.people > 0 and len(found.greeted) == found.people
            own = bool(found.personal)
            base = _OWN if own else _SHARED
            filled = done or day >= self._today or bool(found.greeted)
            self._mark(x, y, _DONE if done else base, own=own, filled=filled)
            colour = _PAPER if filled else base
        self._text(x, y, str(day.day), 18, colour, anchor="mm")
        if day == self._today:
            at = (y + _RADIUS + 1) * SCALE
            self._pen.line(((x - 9) * SCALE, at, (x + 9) * SCALE, at), _INK, 2 * SCALE)

    def _mark(self, x: float, y: float, colour: str, *, own: bool, filled: bool) -> None:
        """Round for somebody's own day, square for one that many share."""
        box = tuple(one * SCALE for one in (x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS))
        radius = (_RADIUS if own else 5) * SCALE
        self._pen.rounded_rectangle(
            (box[0], box[1], box[2], box[3]),
            radius,
            fill=colour if filled else None,
            outline=colour,
            width=2 * SCALE,
        )

    def _lines(self, days: list[YearDay], left: float, top: float) -> None:
        """What the marks stand for, as far as there is room; then how many more there are."""
        for number, line in enumerate(self._wrapped([_label(one) for one in days])):
            self._text(left, top + number * _LINE_HEIGHT, line, 19, _SOFT)

    def _wrapped(self, labels: list[str]) -> list[str]:
        lines: list[str] = []
        for number, label in enumerate(labels):
            more = f" · +{len(labels) - number - 1}" if number < len(labels) - 1 else ""
            joined = f"{lines[-1]} · {label}" if lines else label
            last = len(lines) >= _LINES
            room = _LETTERS - (self._width(more, 19) if last else 0)
            if lines and self._width(joined, 19) <= room:
                lines[-1] = joined
            elif not last:
                lines.append(self._cut(label))
            else:
                lines[-1] += f" · +{len(labels) - number}"
                break
        return lines

    def _cut(self, label: str) -> str:
        if self._width(label, 19) <= _LETTERS - 40:
            return label
        while label and self._width(label + "…", 19) > _LETTERS - 40:
            label = label[:-1]
        return label.rstrip() + "…"

    def _width(self, text: str, size: int) -> float:
        return _font(size).getlength(text) / SCALE

    def _text(
        self, x: float, y: float, text: str, size: int, colour: str, *, anchor: str = "lm"
    ) -> None:
        self._pen.text((x * SCALE, y * SCALE), text, colour, _font(size), anchor=anchor)


def _label(found: YearDay) -> str:
    """ "3 Teo ✓", "20 Día del Amigo 14": the number of people, or of those greeted of all."""
    greeted, all_ = len(found.greeted), found.people
    parts = [*found.personal, *(f"{name} {count}" for name, count in found.shared.items())]
    parts = [_written(one) for one in parts]
    done = " ✓" if greeted == all_ else f" ✓{greeted}" if greeted else ""
    return f"{found.day.day} {', '.join(parts)}{done}"


def _written(text: str) -> str:
    """Without what the font has no letters for: beyond Latin, Greek and Cyrillic it is silent."""
    known = (c for c in text if ord(c) < _FIRST_UNKNOWN or c in "…–—’“”")
    return "".join(known).strip() or "…"
