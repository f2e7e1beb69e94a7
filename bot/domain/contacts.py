"""Whom the owner greets, and what is known about them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Self

from bot.domain.touch import Touch


class Relationship(StrEnum):
    """What somebody is to the owner; decides tone and which occasions are theirs."""

    FRIEND = "friend"
    FAMILY = "family"
    PARTNER = "partner"
    COLLEAGUE = "colleague"
    CLIENT = "client"
    ACQUAINTANCE = "acquaintance"


class Register(StrEnum):
    """How the owner addresses somebody."""

    VOS = "vos"
    TU_ES = "tú"
    USTED = "usted"
    TU = "tu"
    LEI = "lei"
    VOCE = "você"
    YOU = "you"

    @property
    def formal(self) -> bool:
        """Whether the register keeps a respectful distance."""
        return self in {Register.USTED, Register.LEI}


class Kind(StrEnum):
    """One person, or a group with one shared memory and one chat."""

    PERSON = "person"
    GROUP = "group"


class LeapDay(StrEnum):
    """When somebody born on 29 February is greeted in common years."""

    FEBRUARY_28 = "02-28"
    MARCH_1 = "03-01"


class FriendsDay(StrEnum):
    """Whose Friend's Day is kept with somebody of another country."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Route(StrEnum):
    """The way a greeting takes, as the owner may wish it for somebody."""

    BOT = "bot"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"
    EMAIL = "email"
    PICK = "pick"
    """The owner picks the chat."""
    COPY = "copy"
    """The owner copies the text and pastes it where they like."""


VOSEO_COUNTRIES = frozenset({"AR", "UY", "PY"})


def default_register(language: str, country: str, relationship: Relationship) -> Register:
    """The register somebody of that language, country and relationship is addressed in.

    A client is greeted with distance until the owner says otherwise (rule 5 of the product).
    """
    base = language.split("-", maxsplit=1)[0]
    distant = relationship is Relationship.CLIENT
    if base == "en":
        return Register.YOU
    if base == "it":
        return Register.LEI if distant else Register.TU
    if base == "pt":
        return Register.VOCE
    if distant:
        return Register.USTED
    return Register.VOS if country.upper() in VOSEO_COUNTRIES else Register.TU_ES


@dataclass(frozen=True, slots=True)
class Note:
    """A short free text about a contact. A private one never leaves the machine."""

    id: int
    text: str
    private: bool = False
    pinned: bool = False
    created_at: datetime | None = None


MILESTONES = frozenset({18, *range(30, 101, 10)})


@dataclass(frozen=True, slots=True)
class PersonalDate:
    """A yearly date of one contact. `key` is `birthday`, `anniversary`, … ; the year may be unknown."""

    key: str
    month: int
    day: int
    year: int | None = None
    name: str | None = None

    def on(self, year: int, leap_day: LeapDay = LeapDay.FEBRUARY_28) -> date:
        """The day it falls on in a year; 29 February as chosen in common years."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, *map(int, leap_day.split("-")))

    def milestone(self, year: int) -> int | None:
        """How many years a birthday of that year rounds off, if it does and they are known."""
        years = year - self.year if self.year and self.key == "birthday" else 0
        return years if years in MILESTONES else None


TITLES = frozenset(
    [
        "sr", "sra", "srta", "dr", "dra", "prof", "profe", "profesor",
        "profesora", "don", "doña", "seño", "señor", "señora", "doctor", "doctora",
        "padre", "sig", "dott", "signor", "signora", "zio", "zia", "nonno",
        "nonna", "ing", "avv", "arch", "geom", "professore", "professoressa",
        "seu", "dona", "vó", "vô", "tio", "tia", "tío", "tía",
        "primo", "prima", "cugino", "cugina", "abuelo", "abuela", "madrina", "padrino",
        "mr", "mrs", "ms", "miss", "sir", "lady", "aunt", "auntie",
        "uncle", "cousin", "gran", "grandma", "grandpa", "nan",
    ]
)  # fmt: skip
"""What stands before a name and is none: nobody is called "Sra." or "Tía" alone by a stranger to
the family, and nobody "Dona" by anybody."""


def first_name(name: str) -> str:
    """How a full name begins: "Juana" of "Juana Pérez", "Sra. Rossi" of "Sra. Rossi"."""
    first, *rest = name.split()
    titled = first.lower().split(".")[0] in TITLES
    return f"{first} {rest[0]}" if titled and rest else first


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the owner greets. Addresses: phone in E.164, username without @. `route`: the owner's
    wish; without one, the likeliest."""

    id: int
    owner_id: int
    name: str
    nickname: str | None = None
    form_of_address: str | None = None
    kind: Kind = Kind.PERSON
    relationship: Relationship = Relationship.FRIEND
    roles: frozenset[str] = frozenset()
    register: Register = Register.VOS
    language: str = "es"
    country: str = "AR"
    timezone: str = "America/Argentina/Buenos_Aires"
    phone: str | None = None
    username: str | None = None
    email: str | None = None
    route: Route | None = None
    linked_chat_id: int | None = None
    paused: bool = False
    deceased: bool = False
    tags: frozenset[str] = field(default_factory=frozenset)
    friends_day: FriendsDay | None = None
    """Whose Friend's Day is kept with them; None: as the owner keeps it with everybody."""
    touch: Touch | None = None

    @property
    def called(self) -> str:
        """The name the owner uses: form of address, nickname, or the first name."""
        return self.form_of_address or self.nickname or self.first_name

    @property
    def first_name(self) -> str:
        """The first word of the name, with a title before it; a group keeps its whole name."""
        return self.name if self.kind is Kind.GROUP else first_name(self.name)

    def evolve(self, **changes: Any) -> Self:
        """A copy with changes."""
        return replace(self, **changes)
