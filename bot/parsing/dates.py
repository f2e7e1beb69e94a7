"""Dates as people type them, read without a silent guess.

A small grammar over words of four languages. What can be read in two ways comes back as
`AMBIGUOUS` with its readings, what no calendar holds as `IMPOSSIBLE` with the reason.
"""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateutil.relativedelta import relativedelta

from bot.parsing import lexicon
from bot.parsing.date_reading import (
    DateReading,
    Order,
    Status,
    date_order,
    impossible_because,
)
from bot.parsing.lexicon import Token
from bot.parsing.text import clean, squeeze

__all__ = ["DateReading", "Order", "Status", "date_order", "find_date", "parse_date"]


def parse_date(
    text: str, *, today: dt.date, language: str, order: Order | None = None, birthday: bool = False
) -> DateReading:
    """Reads the whole text as one date, perhaps with an hour.

    For a birthday, years still to come are refused or dropped and two digits mean the past.
    """
    words = squeeze(clean(text))
    tokens = lexicon.tokens(words, language)
    return _Reader(today, order or date_order(language), birthday).read(tokens, words)


def find_date(
    text: str, *, today: dt.date, language: str, order: Order | None = None, birthday: bool = False
) -> tuple[DateReading, int] | None:
    """Reads the longest date at the beginning of the text; with it, how many characters it took."""
    tokens = lexicon.tokens(text[:_LONGEST], language)[:12]
    reader = _Reader(today, order or date_order(language), birthday)
    for count in range(len(tokens), 0, -1):
        if _cut_badly(tokens, count):
            continue
        end = tokens[count - 1].end
        reading = reader.read(tokens[:count], text[:end].strip())
        if reading.status is not Status.NOT_A_DATE:
            return reading, end
    return None


def _cut_badly(tokens: list[Token], count: int) -> bool:
    """Whether a date of the first `count` tokens would swallow half of what follows it.

    "3 de mayo 45 años" and "3 de mayo 11 5555-1234" hold no year; "3 de mayo del 90 en Lima" does.
    """
    tags = [token.tag for token in tokens]
    if tags[count - 1] in {lexicon.FILLER, lexicon.SKIP}:
        return True
    bare = _THIRD_NUMBER.fullmatch(" ".join(tag for tag in tags[:count] if tag != lexicon.FILLER))
    return bool(bare) and count < len(tags) and tags[count - 2] != lexicon.FILLER


_LONGEST = 120
"""Characters of a text that may hold the date it begins with."""

_HOUR = r"(?: HR)?(?: (?P<half>HALF|QTR))?(?: HR)?(?: (?P<part>AM|PM|NIGHT))?"
_TIMES = (
    re.compile(rf"(?:AT )?t(?P<h>\d+):(?P<m>\d+){_HOUR}(?= |$)"),
    re.compile(rf"AT p(?P<h>\d+)\.(?P<m>\d+){_HOUR}(?= |$)"),
    re.compile(rf"AT n(?P<h>\d+){_HOUR}(?= |$)"),
    re.compile(r"n(?P<h>\d+) HR(?: (?P<part>AM|PM|NIGHT))?(?= |$)"),
    re.compile(r"n(?P<h>\d+) (?P<part>AM|PM|NIGHT)(?= |$)"),
    re.compile(r"NOON"),
)
_PART = re.compile(r"\b(?:AM|PM|NIGHT)\b")
_NUMERIC = re.compile(r"(?:w(?P<w>\d) )?[sp](?P<a>\d+)[/.](?P<b>\d+)(?:[/.](?P<c>\d+))?")
_NAMED = (
    re.compile(r"(?:w(?P<w>\d) )?n(?P<d>\d{1,2}) m(?P<m>\d+)(?: n(?P<y>\d{2}|\d{4}))?"),
    re.compile(r"(?:w(?P<w>\d) )?m(?P<m>\d+) n(?P<d>\d{1,2})(?: n(?P<y>\d{2}|\d{4}))?"),
    re.compile(r"n(?P<y>\d{4}) m(?P<m>\d+) n(?P<d>\d{1,2})(?P<w>)"),
)
_RELATIVE = re.compile(r"r(?P<days>-?\d)(?: w(?P<w>\d))?")
_WEEKDAY = re.compile(r"(?P<before>NEXT |LAST )?w(?P<w>\d)(?P<after> NEXT| LAST)?")
_WEEKDAY_DAY = re.compile(r"w(?P<w>\d) n(?P<d>\d{1,2})")
_SPAN = re.compile(
    r"(?P<dir>IN |AGO )?n(?P<n>\d{1,3}) u(?P<unit>day|week|month|year)(?P<fa> AFTER)?"
)
_DAY_ONLY = re.compile(r"n(?P<d>\d{1,2})")
_VAGUE = re.compile(
    r"(?:IN |NEXT |LAST )?m\d+(?: n\d{4})?(?: NEXT| LAST)?|(?:NEXT |LAST )?u\w+(?: NEXT| LAST)?"
    r"|[sp]\d{1,2}[/.]\d{4}"
)


_DAY_WORD = re.compile(r"(?<!\d )uday (?=n)")
"""The word day that introduces a number: "el día 3 de mayo"."""

_THIRD_NUMBER = re.compile(r"(?:n\d+ m\d+|m\d+ n\d+) n\d\d")


@dataclass(frozen=True, slots=True)
class _Reader:
    today: dt.date
    order: Order
    birthday: bool

    def read(self, tokens: list[Token], words: str) -> DateReading:
        canon = " ".join(t.tag for t in tokens if t.tag not in {lexicon.FILLER, lexicon.SKIP})
        undated, hour = _take_time(_DAY_WORD.sub("", canon))
        if undated is None:
            return DateReading(Status.NOT_A_DATE, words)
        articled = any(token.tag == lexicon.FILLER for token in tokens)
        reading = next(self._readings(undated, words, articled), None)
        if reading is None:
            vague = "vague" if _VAGUE.fullmatch(undated) else None
            reading = DateReading(Status.NOT_A_DATE, words, reason=vague)
        options = tuple(replace(option, time=hour) for option in reading.options)
        return replace(reading, time=hour, options=options)

    def _readings(self, canon: str, words: str, articled: bool) -> Iterator[DateReading]:
        if found := _NUMERIC.fullmatch(canon):
            reading = self._numeric(found["a"], found["b"], found["c"], words)
            yield self._on_weekday(reading, found["w"])
        for pattern in _NAMED:
            if found := pattern.fullmatch(canon):
                reading = self._calendar(int(found["d"]), int(found["m"]), found["y"], words)
                yield self._on_weekday(reading, found["w"])
        if found := _RELATIVE.fullmatch(canon):
            shifted = self._moved(relativedelta(days=int(found["days"])), words)
            yield self._on_weekday(shifted, found["w"])
        if found := _WEEKDAY.fullmatch(canon):
            yield self._weekday(int(found["w"]), found["before"], found["after"], words)
        if found := _WEEKDAY_DAY.fullmatch(canon):
            yield self._day_only(int(found["d"]), words, int(found["w"]))
        if (found := _SPAN.fullmatch(canon)) and bool(found["dir"]) != bool(found["fa"]):
            sign = 1 if found["dir"] == "IN " else -1
            yield self._moved(_span(found["unit"], sign * int(found["n"])), words)
        if articled and (found := _DAY_ONLY.fullmatch(canon)) and not self.birthday:
            yield self._day_only(int(found["d"]), words, None)

    def _numeric(self, a: str, b: str, c: str | None, words: str) -> DateReading:
        if len(a) == 4 and c:
            return self._calendar(int(c), int(b), a, words)
        if max(len(a), len(b)) > 2 or (c and len(c) not in {2, 4}):
            return DateReading(Status.NOT_A_DATE, words, reason="vague")
        dmy = self._calendar(int(a), int(b), c, words)
        mdy = self._calendar(int(b), int(a), c, words)
        if a == b or dmy.status == mdy.status == Status.IMPOSSIBLE:
            return mdy if self.order is Order.MDY else dmy
        fitting = tuple(one for one in (dmy, mdy) if one.status is Status.OK)
        if self.order is Order.ASK:
            return fitting[0] if len(fitting) == 1 else _ambiguous(words, "order", *fitting)
        usual = mdy if self.order is Order.MDY else dmy
        if usual.status is Status.OK or usual.reason != "no_such_month":
            return usual
        return _ambiguous(words, "swapped", *fitting)

    def _calendar(self, day: int, month: int, raw: str | None, words: str) -> DateReading:
        year = self._year(raw) if raw else None
        reason = impossible_because(day, month, year)
        if reason is None and year is not None:
            reason = self._year_reason(dt.date(year, month, day))
        if reason == "year_dropped":
            return DateReading(Status.OK, words, month, day, reason=reason)
        if reason:
            return DateReading(Status.IMPOSSIBLE, words, reason=reason)
        return DateReading(Status.OK, words, month, day, year)

    def _year(self, raw: str) -> int:
        """Two digits: a birthday's lie in the past, other dates' at most 20 years ahead."""
        if len(raw) == 4:
            return int(raw)
        latest = self.today.year + (0 if self.birthday else 20)
        year = latest - latest % 100 + int(raw)
        return year if year <= latest else year - 100

    def _year_reason(self, day: dt.date) -> str | None:
        if not self.birthday:
            return None if abs(day.year - self.today.year) <= 200 else "year_past"
        if day.year > self.today.year + 1:
            return "year_ahead"
        if day.year < self.today.year - 125:
            return "year_past"
        return "year_dropped" if day > self.today else None

    def _moved(self, delta: relativedelta, words: str) -> DateReading:
        try:
            return self._at(self.today + delta, words)
        except (OverflowError, ValueError):
            return DateReading(Status.IMPOSSIBLE, words, reason="year_ahead")

    def _at(self, day: dt.date, words: str) -> DateReading:
        year = None if self.birthday else day.year
        return DateReading(Status.OK, words, day.month, day.day, year)

    def _weekday(
        self, weekday: int, before: str | None, after: str | None, words: str
    ) -> DateReading:
        ahead = (weekday - self.today.weekday()) % 7
        if (before or after or "").strip() == "LAST":
            return self._moved(relativedelta(days=ahead - 7), words)
        first = self._moved(relativedelta(days=ahead or 7), words)
        if ahead == 0 and not (before or after):
            return _ambiguous(words, "today_or_next", self._at(self.today, words), first)
        if (before or "").strip() == "NEXT" and ahead:
            second = self._moved(relativedelta(days=ahead + 7), words)
            return _ambiguous(words, "this_or_next", first, second)
        return first

    def _day_only(self, day: int, words: str, weekday: int | None) -> DateReading:
        """A day of a month left unsaid: with its weekday it is certain, alone it is asked."""
        if impossible_because(day, 1, None):
            return DateReading(Status.IMPOSSIBLE, words, reason="no_such_day")
        months = (self.today.replace(day=1) + relativedelta(months=n) for n in range(13))
        days = [m.replace(day=day) for m in months if day <= monthrange(m.year, m.month)[1]]
        coming = [found for found in days if found >= self.today]
        if weekday is None:
            return _ambiguous(words, "day_only", self._at(coming[0], words))
        fitting = [found for found in coming[:2] if found.weekday() == weekday]
        if fitting:
            return self._at(fitting[0], words)
        return _ambiguous(words, "weekday", self._at(coming[0], words))

    def _on_weekday(self, reading: DateReading, weekday: str | None) -> DateReading:
        """A weekday said beside the date must fit it, or the owner is asked."""
        if not weekday or reading.status is not Status.OK:
            return reading
        day = reading.next_on_or_after(self.today)
        if day is None or day.weekday() != int(weekday):
            return _ambiguous(reading.words, "weekday", reading)
        return reading if self.birthday else self._at(day, reading.words)


def _span(unit: str, count: int) -> relativedelta:
    match unit:
        case "day":
            return relativedelta(days=count)
        case "week":
            return relativedelta(weeks=count)
        case "month":
            return relativedelta(months=count)
        case _:
            return relativedelta(years=count)


def _ambiguous(words: str, reason: str, *options: DateReading) -> DateReading:
    return DateReading(Status.AMBIGUOUS, words, options=options, reason=reason)


def _take_time(canon: str) -> tuple[str | None, dt.time | None]:
    """Takes the hour out of the tags; (None, None) when the hour cannot be."""
    for pattern in _TIMES:
        if found := pattern.search(canon):
            said = found.groupdict()
            rest = f"{canon[: found.start()]} {canon[found.end() :]}"
            part = said.get("part") or (_PART.findall(rest) or [None])[0]
            hour = _hour(int(said.get("h") or 12), part)
            minute = int(said.get("m") or {"HALF": 30, "QTR": 15}.get(said.get("half") or "", 0))
            if hour is None or minute > 59:
                return None, None
            return squeeze(_PART.sub("", rest)), dt.time(hour, minute)
    return squeeze(_PART.sub("", canon)), None


def _hour(hour: int, part: str | None) -> int | None:
    if part == "NIGHT" and (hour == 12 or hour < 6):
        return hour if hour != 12 else None
    if part in {"PM", "NIGHT"} and hour < 12:
        return hour + 12
    if part == "AM" and hour == 12:
        return 0
    return hour if hour < 24 else None
