"""What the readers of one contact's line have found so far."""

from dataclasses import dataclass, field
from datetime import date

from bot.domain.contacts import Kind, PersonalDate, Register, Relationship
from bot.parsing.text import ParsedNote


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask or to tell, as a key for the locale files and the words as typed.

    Questions: `ambiguous_date` (options are ISO-like `--05-03` or `1990-05-03`), `which_date` (a
    date without a meaning), `unclear_date`, `is_mobile` (options: E.164 as a mobile, as typed),
    `area_code`, `unusual_phone`, `whose_family` ("hermana de Juan"), `name_boundary`.
    Remarks: `impossible_date`, `year_dropped`, `not_a_phone`, `former`, `not_yet_client`,
    `second_value` (the first one stays, the words are a note).
    """

    key: str
    words: str
    options: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """One part as typed and the names of the fields it filled (`note` and doubts included)."""

    words: str
    fields: tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """The fields of a contact while its line is being read; see ParsedContact."""

    today: date
    owner_language: str
    owner_country: str
    area_code: str | None = None
    name: str = ""
    nickname: str | None = None
    form_of_address: str | None = None
    kind: Kind = Kind.PERSON
    relationship: Relationship | None = None
    roles: set[str] = field(default_factory=set)
    birthday: PersonalDate | None = None
    anniversary: PersonalDate | None = None
    phone: str | None = None
    username: str | None = None
    email: str | None = None
    language: str | None = None
    country: str | None = None
    phone_country: str | None = None
    zones: tuple[str, ...] = ()
    register: Register | None = None
    formality: str | None = None
    """`formal` or `informal`: the register depends on a language that may come later."""

    tags: set[str] = field(default_factory=set)
    paused: bool = False
    all_private: bool = False
    notes: list[ParsedNote] = field(default_factory=list)
    questions: list[Doubt] = field(default_factory=list)
    remarks: list[Doubt] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)

    def fill(self, name: str, value: object, words: str) -> bool:
        """Sets a field once. Another value later is remarked and False: its words become a note."""
        present = getattr(self, name)
        if present is not None and present != value:
            self.remarks.append(Doubt("second_value", words, reason=name))
            return False
        setattr(self, name, value)
        return True

    def note(self, text: str, *, private: bool = False) -> None:
        """Keeps the words as one note."""
        self.notes.append(ParsedNote(text, private or self.all_private))
