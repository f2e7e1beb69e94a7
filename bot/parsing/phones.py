"""Phone numbers as people write them, made E.164 with the owner's country."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers
from babel.core import get_global
from phonenumbers import PhoneMetadata, PhoneNumberType, timezone

_MAYBE_MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})

_LOCAL = {"AR": r"(15)?\d{6,8}", "BR": r"9?\d{8}"}
"""How a number without its area code looks; in Argentina a 15 before it says that it is a mobile."""

_ANY_LOCAL = "45678901"
"""Digits that some subscriber may have wherever an area code is followed by six to eight."""

_LONGEST_AREA = 5

_WHOLE_ARGENTINE = 10
"""Digits of an area code and a local number together."""


@dataclass(frozen=True, slots=True)
class PhoneReading:
    """What a text says as a phone number.

    `e164` is the number as typed, None when it is none. `question`: `is_mobile` (Argentina writes a
    mobile without its 9 like a fixed line; `mobile` holds the other reading), `area_code` (a local
    number), `unusual` (complete, but in no numbering plan known here), `not_a_phone`. `zones` are
    IANA names, in no order of likelihood.
    """

    raw: str
    e164: str | None = None
    maybe_mobile: bool = False
    question: str | None = None
    mobile: str | None = None
    country: str | None = None
    zones: tuple[str, ...] = ()


def parse_phone(text: str, country: str, area_code: str | None = None) -> PhoneReading:
    """Reads one number; `area_code`, as `read_area_code` gives it, completes one such as 15-5555-1234."""
    reading = _read(text.strip(), text.strip(), country)
    if reading.question == "area_code" and area_code:
        whole = _read(reading.raw, _with_area(_digits(reading.raw), country, area_code), country)
        return whole if whole.e164 else reading
    return reading


def read_area_code(text: str, country: str) -> str | None:
    """An area code as people type it ("(0351)", "011", "el 11"), as it stands before a local number;
    None when no number of the country begins so."""
    digits = _digits(text)
    metadata = PhoneMetadata.metadata_for_region(country, None)
    trunk = metadata.national_prefix if metadata else None
    code = digits.removeprefix(trunk) if trunk else digits
    local = (f"{code}{_ANY_LOCAL[:length]}" for length in range(6, 9))
    valid = (phonenumbers.is_valid_number(one) for one in _all_parsed(local, country))
    return code if 1 < len(code) <= _LONGEST_AREA and any(valid) else None


def area_code_of(e164: str, country: str) -> str | None:
    """The area code of a whole number of that country; None where mobiles have none."""
    number = _parsed(e164, country)
    if number is None or phonenumbers.region_code_for_number(number) != country:
        return None
    length = phonenumbers.length_of_geographical_area_code(number)
    national = phonenumbers.national_significant_number(number)
    area = national[:length]
    return (area.removeprefix("9") if country == "AR" else area) or None


def _with_area(digits: str, country: str, area_code: str) -> str:
    """A local number from there; Argentina's 15 before it becomes the 9 before the area code."""
    if (
        country == "AR"
        and digits.startswith("15")
        and len(area_code) + len(digits) > _WHOLE_ARGENTINE
    ):
        return f"+549{area_code}{digits[2:]}"
    return f"{area_code}{digits}"


def _read(raw: str, text: str, country: str) -> PhoneReading:
    typed = re.sub(r"^\s*00(?=[1-9])", "+", text)
    number = _parsed(typed, country)
    if number is None:
        return PhoneReading(raw, question="not_a_phone")
    if phonenumbers.is_valid_number(number):
        return _valid(raw, number)
    if typed.startswith("+"):
        return _unusual(raw, number)
    local = re.fullmatch(_LOCAL.get(country, r"\d{6,8}"), _digits(typed))
    return PhoneReading(raw, question="area_code" if local else "not_a_phone")


def as_mobile(e164: str) -> str | None:
    """The mobile that an Argentine number may be, which reads like a fixed line."""
    return parse_phone(e164, "AR").mobile


def as_fixed(e164: str) -> str | None:
    """The fixed line that an Argentine mobile would be without its 9."""
    number = _parsed(e164, "AR")
    if number is None or number.country_code != 54 or as_mobile(e164):
        return None
    reading = parse_phone(e164.replace("+549", "+54", 1), "AR")
    return reading.e164 if reading.mobile == e164 else None


def wa_digits(e164: str) -> str:
    """The digits `wa.me` wants: E.164 without its plus."""
    return e164.removeprefix("+")


def _digits(text: str) -> str:
    return phonenumbers.normalize_digits_only(text)


def _parsed(typed: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, country.upper() or None)
    except phonenumbers.NumberParseException:
        return None


def _all_parsed(typed: Iterable[str], country: str) -> Iterator[phonenumbers.PhoneNumber]:
    return filter(None, (_parsed(one, country) for one in typed))


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _valid(raw: str, number: phonenumbers.PhoneNumber) -> PhoneReading:
    kind = phonenumbers.number_type(number)
    country = phonenumbers.region_code_for_number(number)
    e164, mobile, question = _e164(number), None, None
    if country == "AR" and kind == PhoneNumberType.FIXED_LINE:
        other = _parsed(f"+549{number.national_number}", "AR")
        if other and phonenumbers.is_valid_number(other):
            mobile, question = _e164(other), "is_mobile"
    return PhoneReading(
        raw,
        e164=e164,
        maybe_mobile=kind in _MAYBE_MOBILE or mobile is not None,
        question=question,
        mobile=mobile,
        country=country,
        zones=tuple(map(_current_name, timezone.time_zones_for_number(number))),
    )


def _current_name(zone: str) -> str:
    """A zone by the name it has now: the library still says America/Buenos_Aires."""
    return str(get_global("zone_aliases").get(zone, zone))


def _unusual(raw: str, number: phonenumbers.PhoneNumber) -> PhoneReading:
    """A whole international number outside the known plans is kept, and asked about."""
    code, national = number.country_code, str(number.national_number)
    if code == 52 and len(national) == 11 and national.startswith("1"):
        plain = _parsed(f"+52{national[1:]}", "MX")  # the mobile 1 that Mexico gave up in 2019
        if plain and phonenumbers.is_valid_number(plain):
            return _valid(raw, plain)
    if not phonenumbers.is_possible_number(number):
        return PhoneReading(raw, question="not_a_phone")
    region = phonenumbers.region_code_for_country_code(code or 0)
    country = region if len(region) == 2 and region != "ZZ" else None
    return PhoneReading(
        raw, e164=_e164(number), maybe_mobile=True, question="unusual", country=country
    )
