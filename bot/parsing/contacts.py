"""`/add` and its kin: one line about somebody, read into fields and notes.

Nothing typed is lost and nothing is guessed in silence: every part becomes a field, a note, or a
doubt with the words as typed, and `understood` tells which.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.contacts import Kind, PersonalDate, Register, Relationship
from bot.parsing import facts, heading
from bot.parsing.gathered import Doubt, Gathered, Understood
from bot.parsing.parts import split
from bot.parsing.text import MAX_TEXT, ParsedNote, ParseProblem, clean

__all__ = ["Doubt", "ParsedContact", "ParsedNote", "Understood", "parse_contact", "parse_facts"]


@dataclass(frozen=True, slots=True)
class ParsedContact:
    """What one line says about a contact; None and empty where it says nothing.

    `name` is as typed, titles included ("Sra. Rossi"); `form_of_address` is what to call them when
    a title was used. `language` is `es`, `en`, `it` or `pt`; `country` an ISO code; `zones` IANA
    names that fit the phone; `paused` means "no quiere saludos". Questions ask for a decision,
    remarks tell what was done with odd words; keys: see `Doubt`.
    """

    name: str
    nickname: str | None
    form_of_address: str | None
    kind: Kind
    relationship: Relationship | None
    roles: frozenset[str]
    birthday: PersonalDate | None
    anniversary: PersonalDate | None
    phone: str | None
    username: str | None
    email: str | None
    language: str | None
    country: str | None
    zones: tuple[str, ...]
    register: Register | None
    tags: frozenset[str]
    paused: bool
    notes: tuple[ParsedNote, ...]
    questions: tuple[Doubt, ...]
    remarks: tuple[Doubt, ...]
    understood: tuple[Understood, ...]


def parse_contact(
    text: str,
    *,
    today: date,
    owner_language: str,
    owner_country: str,
    area_code: str | None = None,
) -> ParsedContact:
    """Reads a new contact: the name first, then what is known, in any of the four languages.

    Raises ParseProblem when there is no usable name or the text is beyond Telegram's limit.
    """
    parts = split(_checked(text))
    if not parts:
        raise ParseProblem("empty_name", text)
    gathered = Gathered(today, owner_language, owner_country, area_code)
    rest = heading.read(parts[0], gathered, alone=len(parts) == 1)
    return _gather(gathered, [*rest, *parts[1:]])


def parse_facts(
    text: str,
    *,
    name: str,
    today: date,
    owner_language: str,
    owner_country: str,
    area_code: str | None = None,
) -> ParsedContact:
    """Reads further facts about a contact that exists ("cumple el 3 de mayo"): there is no name in it."""
    gathered = Gathered(today, owner_language, owner_country, area_code, name=name)
    return _gather(gathered, split(_checked(text), heading=False))


def _checked(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise ParseProblem("text_too_long", text[:80])
    return clean(text)


def _gather(gathered: Gathered, parts: list[str]) -> ParsedContact:
    for part in parts:
        facts.read(part, gathered)
    return ParsedContact(
        name=gathered.name,
        nickname=gathered.nickname,
        form_of_address=gathered.form_of_address,
        kind=gathered.kind,
        relationship=gathered.relationship,
        roles=frozenset(gathered.roles),
        birthday=gathered.birthday,
        anniversary=gathered.anniversary,
        phone=gathered.phone,
        username=gathered.username,
        email=gathered.email,
        language=gathered.language,
        country=gathered.country or gathered.phone_country,
        zones=gathered.zones,
        register=facts.register_of(gathered),
        tags=frozenset(gathered.tags),
        paused=gathered.paused,
        notes=tuple(gathered.notes),
        questions=tuple(gathered.questions),
        remarks=tuple(gathered.remarks),
        understood=tuple(gathered.understood),
    )
