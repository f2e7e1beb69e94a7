"""Phone numbers as people write them, made E.164 with the owner's country."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberType, timezone

_MAYBE_MOBILE = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})


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
    """Reads one number; `area_code` completes Argentine local ones such as 15-5555-1234."""
    raw = text.strip()
    typed = re.sub(r"^\s*00(?=[1-9])", "+", raw)
    if country == "AR" and area_code:
        typed = _with_area(typed, area_code)
    number = _parsed(typed, country)
    if number is None:
        return PhoneReading(raw, question="not_a_phone")
    if phonenumbers.is_valid_number(number):
        return _valid(raw, number)
    if typed.startswith("+"):
        return _unusual(raw, number)
    local = re.fullmatch(r"(15)?\d{6,8}", _digits(typed))
    return PhoneReading(raw, question="area_code" if local else "not_a_phone")


def wa_digits(e164: str) -> str:
    """The digits `wa.me` wants: E.164 without its plus."""
    return e164.removeprefix("+")


def _digits(text: str) -> str:
    return phonenumbers.normalize_digits_only(text)


def _with_area(typed: str, area_code: str) -> str:
    """An Argentine number with its area code; 15 is how a mobile is written locally."""
    area = _digits(area_code).lstrip("0")
    digits = _digits(typed)
    missing = 10 - len(area)
    if typed.startswith("+") or len(digits) not in {missing, missing + 2}:
        return typed
    if len(digits) == missing:
        return f"{area}{digits}"
    return f"+549{area}{digits[2:]}" if digits.startswith("15") else typed


def _parsed(typed: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, country.upper() or None)
    except phonenumbers.NumberParseException:
        return None


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
        zones=tuple(timezone.time_zones_for_number(number)),
    )


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
