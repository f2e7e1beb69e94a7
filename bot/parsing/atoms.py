"""Things that are recognised anywhere in a part: addresses, tags, flags, dates, phone numbers."""

import re
from functools import cache
from itertools import islice

from bot.domain.contacts import PersonalDate
from bot.parsing.dates import DateReading, Status, date_order, find_date, parse_date
from bot.parsing.gathered import Doubt, Gathered
from bot.parsing.parts import Part
from bot.parsing.phones import PhoneReading, parse_phone
from bot.parsing.vocabulary import alternation, any_of, base_language, words

_LINKS = re.compile(
    r"(?:https?://)?(?:(?:t|telegram)\.me/(?P<user>[a-z][a-z0-9_]{3,31})/?(?![\w/?+])"
    r"|(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?(?P<digits>\d{6,15})(?:[?&]\S*)?)"
)
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_TAG = re.compile(r"(?<![\w#])#(\w+)")
_PHONE = re.compile(r"(?<![\w+])(?:\+\s?|00)?\(?\d[\d\s().\-]{4,22}\d(?!\w)")


_MOST_DATES = 3
"""In one part; beyond that the words are no list of dates."""


def read_atoms(part: Part, gathered: Gathered) -> None:
    """Takes every atom of a part. What is introduced ("tel …", "cumple …") goes with its words."""
    _read_email(part, gathered)
    _read_links(part, gathered)
    _read_username(part, gathered)
    _read_tags(part, gathered)
    _read_flag(part, gathered)
    _read_dates(part, gathered)
    _read_phone(part, gathered)


@cache
def _labelled(key: str, what: str) -> re.Pattern[str]:
    """A pattern with the words that may introduce it."""
    label = rf"(?:(?<!\w)(?P<label>{any_of(key)})(?!\w)[\s.:=]*)?"
    return re.compile(rf"{label}(?P<what>{what})")


def _read_email(part: Part, gathered: Gathered) -> None:
    pattern = _labelled("email", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
    if found := pattern.search(part.folded):
        address = part.text[found.start("what") : found.end("what")]
        if gathered.fill("email", address, part.text):
            part.take(found.start(), found.end(), "email")


def _read_links(part: Part, gathered: Gathered) -> None:
    for found in _LINKS.finditer(part.folded):
        if found["user"]:
            name = part.text[found.start("user") : found.end("user")]
            taken, field = gathered.fill("username", name, part.text), "username"
        else:
            reading = parse_phone(f"+{found['digits']}", gathered.owner_country)
            taken, field = _fill_phone(reading, part.text, gathered), "phone"
            gathered.phone_country = gathered.phone_country or reading.country
        if taken:
            part.take(found.start(), found.end(), field)


def _read_username(part: Part, gathered: Gathered) -> None:
    pattern = _labelled("username", r"(?<![\w.@])@(?P<user>[a-z][a-z0-9_]{3,31})(?![\w@])")
    found = pattern.search(part.folded)
    if found and not re.search(
        r"(?:ig|insta|instagram|twitter|x|tiktok)\W*$", part.folded[: found.start()]
    ):
        name = part.text[found.start("user") : found.end("user")]
        if gathered.fill("username", name, part.text):
            part.take(found.start(), found.end(), "username")


def _read_tags(part: Part, gathered: Gathered) -> None:
    for found in _TAG.finditer(part.folded):
        gathered.tags.add(part.text[found.start(1) : found.end(1)])
        part.take(found.start(), found.end(), "tags")


def flag_country(flag: str) -> str:
    """The ISO code a flag emoji spells."""
    return "".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in flag)


def _read_flag(part: Part, gathered: Gathered) -> None:
    """A flag says the country when it stands alone; in "fan de 🇧🇷" it is part of the words."""
    if FLAG.fullmatch(part.rest) and gathered.fill("country", flag_country(part.rest), part.text):
        part.take(part.start, part.start + 2, "country")


# --- dates ---------------------------------------------------------------------------------


@cache
def _introduced(language: str) -> re.Pattern[str]:
    """The words that say whose day a date is. Unaccented "aniversario" is a wedding's in Spanish."""
    birthday = words("birthday") - ({"aniversario"} if base_language(language) != "pt" else set())
    anniversary = words("anniversary") - (
        {"aniversario"} if base_language(language) == "pt" else set()
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<birthday>🎂|{alternation(birthday)})|(?P<anniversary>"
        rf"{alternation(anniversary)}))(?![\w'’])[\s:=.\ufe0f]*"
    )


def _key(found: re.Match[str], text: str) -> str:
    """Portuguese "aniversário", written with its accent, is a birthday in every language."""
    accented = "aniversário" in text[found.start() : found.end()].lower()
    return (
        "birthday"
        if found["birthday"] or (accented and " de " not in found.group())
        else "anniversary"
    )


def _read_dates(part: Part, gathered: Gathered) -> None:
    introduced = _introduced(gathered.owner_language).finditer(part.folded)
    for found in islice(introduced, _MOST_DATES):
        _read_introduced(part, found, gathered)
    if not part.fields and _bare_date(part.rest, gathered):
        part.fields.append("which_date")


def _read_introduced(part: Part, found: re.Match[str], gathered: Gathered) -> None:
    language, country = gathered.owner_language, gathered.owner_country
    key = _key(found, part.text)
    dated = find_date(
        part.folded[found.end() :],
        today=gathered.today,
        language=language,
        order=date_order(language, country),
        birthday=True,
    )
    if dated is None and _read_before(part, found, key, gathered):
        return
    if dated is None:
        if re.search(r"\d", part.rest):
            gathered.questions.append(Doubt("unclear_date", part.text, reason=key))
        return
    reading, length = dated
    typed = part.text[found.end() : found.end() + length].strip()
    if _fill_date(key, reading, typed, gathered):
        part.take(found.start(), found.end() + length, key)


def _read_before(part: Part, found: re.Match[str], key: str, gathered: Gathered) -> bool:
    """The date stands before its word: "3 de mayo cumple", "May 3rd birthday"."""
    before = part.text[part.start : found.start()]
    reading = _birthday(before, gathered)
    if reading.status is Status.NOT_A_DATE or not _fill_date(key, reading, before, gathered):
        return False
    part.take(part.start, found.end(), key)
    return True


def _birthday(text: str, gathered: Gathered) -> DateReading:
    language = gathered.owner_language
    order = date_order(language, gathered.owner_country)
    return parse_date(text, today=gathered.today, language=language, order=order, birthday=True)


def _fill_date(key: str, reading: DateReading, typed: str, gathered: Gathered) -> bool:
    if reading.status is Status.IMPOSSIBLE:
        gathered.remarks.append(Doubt("impossible_date", typed, reason=reading.reason))
        return True
    if reading.status is Status.AMBIGUOUS:
        options = tuple(_iso(option) for option in reading.options)
        gathered.questions.append(Doubt("ambiguous_date", typed, options, reason=key))
        return True
    if reading.reason == "year_dropped":
        gathered.remarks.append(Doubt("year_dropped", typed))
    month, day = reading.month or 0, reading.day or 0
    return gathered.fill(key, PersonalDate(key, month, day, reading.year), typed)


def _iso(reading: DateReading) -> str:
    """The vCard form of a date: without a year `--05-03`."""
    year = f"{reading.year:04}" if reading.year else "-"
    return f"{year}-{reading.month:02}-{reading.day:02}"


def _bare_date(rest: str, gathered: Gathered) -> bool:
    """Whether a part is nothing but a date: it stays a note, and its meaning is asked."""
    reading = _birthday(rest, gathered)
    if reading.status is Status.NOT_A_DATE or not re.search(r"\d", rest):
        return False
    options = tuple(_iso(one) for one in reading.options or (reading,) if one.month)
    gathered.questions.append(Doubt("which_date", rest, options, reason=reading.reason))
    return True


# --- phone numbers -------------------------------------------------------------------------


def _read_phone(part: Part, gathered: Gathered) -> None:
    label = re.compile(rf"(?<!\w)(?:{any_of('phone')})(?!\w)[\s.:=#nº°]*$")
    for found in _PHONE.finditer(part.folded):
        introduced = label.search(part.folded, 0, found.start())
        typed = found.group().strip(" .-")
        whole = typed == part.rest.strip(" .-")
        if not (introduced or whole or typed.startswith(("+", "00")) or _stands_out(typed)):
            continue
        area_code = gathered.area_code if introduced or whole else None
        reading = parse_phone(typed, gathered.owner_country, area_code)
        if not (introduced or whole or reading.e164):
            continue
        if _fill_phone(reading, typed, gathered):
            start = introduced.start() if introduced else found.start()
            part.take(start, found.end(), "phone")


def _stands_out(typed: str) -> bool:
    """Whether bare digits within other words are long enough to be a number one can call."""
    return sum(char.isdigit() for char in typed) >= 8


def _fill_phone(reading: PhoneReading, typed: str, gathered: Gathered) -> bool:
    if reading.e164 is None:
        if reading.question == "area_code":
            gathered.questions.append(Doubt("area_code", typed))
        else:
            gathered.remarks.append(Doubt("not_a_phone", typed))
        return True
    if not gathered.fill("phone", reading.e164, typed):
        return False
    gathered.zones = reading.zones
    if typed.startswith(("+", "00")):
        gathered.phone_country = reading.country
    if reading.question == "is_mobile" and reading.mobile:
        options = (reading.mobile, reading.e164)
        gathered.questions.append(Doubt("is_mobile", typed, options))
    elif reading.question == "unusual":
        gathered.questions.append(Doubt("unusual_phone", typed))
    return True
