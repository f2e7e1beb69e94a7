"""A day of the owner's own, as typed: "15/9 aniversario del club", "el segundo sábado de octubre
asado", "una vez 20/9/2027 la mudanza"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.parsing import lexicon
from bot.parsing.date_reading import DateReading, Order, Status
from bot.parsing.dates import find_date
from bot.parsing.text import clean, fold, squeeze

LONGEST_NAME = 60

_YEARLY = re.compile(
    r"\b(?:cada ano|todos los anos|anual(?:mente)?|yearly|every year|annual(?:ly)?|ogni anno"
    r"|tutti gli anni|todo ano|todos os anos)\b[\s:,]*"
)
_ONCE = re.compile(
    r"\b(?:(?:por )?una (?:sola )?vez|(?:just |only )?once|una volta(?: sola)?|(?:so )?uma vez)\b[\s:,]*"
)
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_ORDINALS = {
    "1": r"primer[oa]?|primo|prima|primeir[oa]|first|1(?:st|er|ero|[oaºª°])",
    "2": r"segund[oa]|second[oa]?|2(?:nd|do|[oaºª°])",
    "3": r"tercer[oa]?|terz[oa]|terceir[oa]|third|3(?:rd|er|ero|[oaºª°])",
    "4": r"cuart[oa]|quart[oa]|fourth|4(?:th|to|[oaºª°])",
    "-1": r"ultim[oa]|last",
}
_ORDINAL = re.compile(
    r"(?:(?:el|la|il|lo|o|a|the)\s+|l')?(?:"
    + "|".join(f"({words})" for words in _ORDINALS.values())
    + r")\s+"
)
_NTH = re.compile(r"w(?P<weekday>\d) m(?P<month>\d+)")


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What was understood. `rule` is None when the day was not; `reading` then says why, if it was
    a date at all. `name` may be empty."""

    name: str
    rule: str | None
    reading: DateReading | None = None


def read_own_day(text: str, *, today: date, language: str, order: Order | None = None) -> OwnDay:
    """A day and its name, in whichever order. A date without a year returns every year, one with a
    year does not, unless the text says so."""
    words = squeeze(clean(text))
    words, yearly = _take(_YEARLY, words)
    words, once = _take(_ONCE, words)
    unsure: DateReading | None = None
    for start in [found.start() for found in re.finditer(r"(?<!\S)\S", words)]:
        before, rest = words[:start], words[start:]
        if (nth := _nth(rest, language)) is not None:
            rule, end = nth
            return OwnDay(_name(before, rest[end:]), rule)
        found = find_date(rest, today=today, language=language, order=order)
        if found is None:
            continue
        reading, end = found
        if reading.status is Status.OK:
            return OwnDay(_name(before, rest[end:]), _rule(reading, today, yearly, once), reading)
        unsure = unsure or reading
    return OwnDay("", None, unsure)


def _take(pattern: re.Pattern[str], words: str) -> tuple[str, bool]:
    """The text without what the pattern found in it, and whether it did."""
    found = pattern.search(fold(words))
    if found is None:
        return words, False
    return squeeze(words[: found.start()] + words[found.end() :]), True


def _nth(text: str, language: str) -> tuple[str, int] | None:
    """The rule of "el segundo sábado de octubre", and how much of the text says it."""
    ordinal = _ORDINAL.match(fold(text))
    if ordinal is None:
        return None
    n = list(_ORDINALS)[(ordinal.lastindex or 1) - 1]
    tokens = lexicon.tokens(text[ordinal.end() :], language)[:6]
    for count in range(2, len(tokens) + 1):
        said = " ".join(one.tag for one in tokens[:count] if one.tag != lexicon.FILLER)
        if found := _NTH.fullmatch(said):
            weekday, month = _WEEKDAYS[int(found["weekday"])], _MONTHS[int(found["month"]) - 1]
            return f"nth:{weekday},{n},{month}", ordinal.end() + tokens[count - 1].end
    return None


def _rule(reading: DateReading, today: date, yearly: bool, once: bool) -> str | None:
    day = reading.next_on_or_after(today)
    if day is None:
        return None
    if once or (reading.year is not None and not yearly):
        return f"once:{day.isoformat()}" if day >= today else None
    return f"fixed:{reading.month:02}-{reading.day:02}"


def _name(before: str, after: str) -> str:
    return squeeze(f"{before} {after}").strip(" :,;.-–—")[:LONGEST_NAME]
