"""The sentences the composer can say, read strictly from frames/<language>.toml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from bot.domain.contacts import Register, Relationship
from bot.domain.drafting import Person
from bot.drafters.composer.grammar import BadComposerData, grammar, load_toml
from bot.drafters.composer.phrases import Clause, Name, contracted
from bot.drafters.composer.reading import Slot

SLOT: Final = re.compile(r"\{(?:([a-zà-ú]+):)?([A-Za-z]+)\}")
CHOICE: Final = re.compile(r"\[([^\]]*)\]")
REGISTERS: Final = {
    "es": (Register.VOS, Register.TU_ES, Register.USTED),
    "en": (Register.YOU,),
    "it": (Register.TU, Register.LEI),
    "pt": (Register.VOCE,),
}
CIRCLES: Final = {
    "close": frozenset(
        {Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER, Relationship.COLLEAGUE}
    ),
    "intimate": frozenset({Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER}),
    "distant": frozenset({Relationship.CLIENT, Relationship.ACQUAINTANCE}),
}
FAMILIES: Final = frozenset({"friends", "birthday", "year-end", "parents", "profession", "other"})
SPECIAL: Final = frozenset({"wish", "called"})
SECTIONS: Final = ("opening", "frame", "carrier", "turn", "closing")
FIELDS: Final = {
    "opening": {"id", "relationships", "registers", "occasions", "text"},
    "closing": {"id", "relationships", "registers", "occasions", "kinds", "group", "text"},
    "carrier": {"id", "relationships", "registers", "occasions", "kinds", "group", "text"},
    "turn": {"id", "relationships", "registers", "occasions", "group", "text"},
    "frame": {"id", "relationships", "registers", "occasions", "kinds", "group", "humour", "text"},
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the parts a greeting is made of. Empty sets of registers or occasions mean any.

    `kinds`: of the note it speaks of; `group`: fit for several readers at once; `text`: slots in
    braces, words that depend on the register in brackets, in the order of REGISTERS.
    """

    id: str
    text: str
    kinds: frozenset[str]
    relationships: frozenset[Relationship]
    registers: frozenset[Register]
    occasions: frozenset[str]
    group: bool
    humour: bool
    of_the_day: bool

    def suits(self, person: Person, families: frozenset[str], *, any_day: bool) -> bool:
        """Whether it may be said to somebody on these occasions; on `any_day`, what speaks of today
        or of a feast may not."""
        return (
            person.relationship in self.relationships
            and (not self.registers or person.register in self.registers)
            and (not self.occasions or families <= self.occasions)
            and (self.group or not person.is_group)
            and not (any_day and self.of_the_day)
        )

    @property
    def whole(self) -> bool:
        """Whether it carries the wish itself and so needs no opening."""
        return "{wish}" in self.text.lower()


@dataclass(frozen=True, slots=True)
class Wish:
    """How an occasion is wished: alone, and among others."""

    short: str
    full: str
    formal: str


@dataclass(frozen=True, slots=True)
class Frames:
    """Everything the composer can say in one language.

    A frame makes a greeting with an opening alone. A carrier is a short sentence about a note that
    needs a turn and a closing: many different texts come of few of them. `late`: how a wish is said
    after its day.
    """

    language: str
    conjunction: str
    days: frozenset[str]
    late: str
    wishes: dict[str, Wish]
    openings: tuple[Sentence, ...]
    frames: tuple[Sentence, ...]
    carriers: tuple[Sentence, ...]
    turns: tuple[Sentence, ...]
    closings: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them."""
        return (*self.openings, *self.frames, *self.carriers, *self.turns, *self.closings)


@cache
def frames(language: str) -> Frames:
    """The frames of a language. Raises BadComposerData when its file is malformed."""
    data = load_toml("frames", language)
    try:
        if set(data) != {"conjunction", "days", "late", "of_the_day", "wishes", *SECTIONS}:
            raise BadComposerData(f"sections are {sorted(data)}")
        loaded = Frames(
            language,
            data["conjunction"],
            frozenset(data["days"]),
            data["late"],
            {key: Wish(**forms) for key, forms in data["wishes"].items()},
            *(
                tuple(
                    _sentence(section, row, language, data["of_the_day"]) for row in data[section]
                )
                for section in SECTIONS
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadComposerData(f"frames/{language}.toml: {error!r}") from error
    ids = [s.id for s in loaded.sentences]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise BadComposerData(f"frames/{language}.toml: used twice: {sorted(twice)}")
    return loaded


def _sentence(section: str, row: dict[str, Any], language: str, of_the_day: list[str]) -> Sentence:
    sentence_id = row["id"]
    if unknown := set(row) - FIELDS[section]:
        raise BadComposerData(f"{sentence_id}: unknown fields {sorted(unknown)}")
    circles = row.get("relationships", ["close", "distant"])
    sentence = Sentence(
        id=sentence_id,
        text=row["text"],
        kinds=frozenset(row["kinds"] if section in {"frame", "carrier"} else row.get("kinds", ())),
        relationships=frozenset().union(*(CIRCLES[circle] for circle in circles)),
        registers=frozenset(Register(r) for r in row.get("registers", ())),
        occasions=frozenset(row.get("occasions", ())),
        group=row.get("group", section == "opening"),
        humour=row.get("humour", False),
        of_the_day=bool(re.search(rf"(?i)\b(?:{'|'.join(of_the_day)})", row["text"])),
    )
    _check(sentence, language)
    return sentence


def _check(sentence: Sentence, language: str) -> None:
    if unknown := sentence.occasions - FAMILIES:
        raise BadComposerData(f"{sentence.id}: unknown occasions {sorted(unknown)}")
    for choice in CHOICE.findall(sentence.text):
        if choice.count("|") + 1 != len(REGISTERS[language]):
            raise BadComposerData(f"{sentence.id}: [{choice}] lacks a register")
    offered = slots_of_kinds(language)
    if unknown := sentence.kinds - set(offered):
        raise BadComposerData(f"{sentence.id}: unknown kinds {sorted(unknown)}")
    for _, name in SLOT.findall(sentence.text):
        for kind in sentence.kinds or {""}:
            if name.lower() not in SPECIAL | offered.get(kind, frozenset()):
                raise BadComposerData(f"{sentence.id}: {kind} offers no slot {name}")


@cache
def slots_of_kinds(language: str) -> dict[str, frozenset[str]]:
    """The slots a note of each kind can fill."""
    offered = {kind: frozenset({"clause"}) for kind in ("habit", "deed", "kindness")}
    offered |= {kind: frozenset({"thing"}) for kind in ("food", "drink", "cooks")}
    offered["children"] = frozenset({"child"})
    for pattern in grammar(language).patterns:
        names = frozenset(pattern.match.groupindex)
        offered[pattern.kind] = offered.get(pattern.kind, frozenset()) | names
    return offered


def say(
    sentence: Sentence, register: Register, language: str, slots: dict[str, Slot], **given: str
) -> str | None:
    """The sentence with its slots filled, None when a form it needs is not certain.

    `given`: the wish and the name. Text from notes is never read for slots again.
    """
    order = REGISTERS[language]
    text = CHOICE.sub(lambda m: m[1].split("|")[order.index(register)], sentence.text)
    missing = False

    def fill(match: re.Match[str]) -> str:
        nonlocal missing
        form, name = match.groups()
        value = given.get(name.lower()) or _filled(slots.get(name.lower()), form, register)
        missing = missing or not value
        return (value[:1].upper() + value[1:]) if value and name[0].isupper() else value or ""

    said = SLOT.sub(fill, text)
    return None if missing else contracted(said, grammar(language))


def _filled(slot: Slot | None, form: str | None, register: Register) -> str | None:
    if slot is None:
        return None
    default = "they" if isinstance(slot, Clause) else "bare"
    if isinstance(slot, Name) and form in {"the", "your"}:
        return None
    return slot.form(form or default, register)
