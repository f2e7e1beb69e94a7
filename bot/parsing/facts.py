"""Reads one part of a contact's line: which fields it fills, and what of it remains a note."""

import re
from dataclasses import replace
from functools import cache

from bot.domain.contacts import Kind, Register, Relationship, default_register
from bot.parsing import relations
from bot.parsing.atoms import FLAG, flag_country, read_atoms
from bot.parsing.gathered import Doubt, Gathered, Understood
from bot.parsing.parts import Part
from bot.parsing.relations import Relation
from bot.parsing.text import fold
from bot.parsing.vocabulary import LANGUAGES, any_of, cities, countries, meanings, words

LOCK = "🔒"
_SAID = re.compile(r"[^\s.,;:·•|/()\"'-]")
"""Anything but punctuation: a word, or an emoji that stands for one."""


def read(text: str, gathered: Gathered) -> None:
    """Fills what the part says; the rest, in the owner's words, becomes one note."""
    private = strip_private(text)
    if private is not None:
        if private:
            gathered.note(private, private=True)
        gathered.understood.append(Understood(text, ("private",)))
        return
    part = Part(text)
    read_atoms(part, gathered)
    if part.rest:
        _read_phrase(part, gathered)
    finish(part, gathered)


def finish(part: Part, gathered: Gathered) -> None:
    """Keeps as a note what was not understood, and records the part."""
    said = _has_meaning(part.rest) if part.fields else bool(_SAID.search(part.rest))
    if said:
        gathered.note(part.note)
        part.fields.append("note")
    gathered.understood.append(Understood(part.text, tuple(dict.fromkeys(part.fields))))


def strip_private(text: str) -> str | None:
    """The text behind 🔒 or "privado"; None when it is not private."""
    found = re.match(rf"\s*(?:{LOCK}|(?:{any_of('private')})(?!\w))", fold(text))
    return text[found.end() :].lstrip(" \n:,-–—.\ufe0f").rstrip() if found else None


def _has_meaning(rest: str) -> bool:
    """Whether there is more left than words that only introduce ("su … es")."""
    empty = words("marks") | words("introducing")
    return any(
        word not in empty for word in re.findall(rf"[^\W_]+|(?!\w){_SAID.pattern}", fold(rest))
    )


def _read_phrase(part: Part, gathered: Gathered) -> None:
    """Tries what a part can say as a whole, then whether it begins with a relationship."""
    for reader in (_group, _greetings, _register, _language, _country, _nickname):
        if reader(part, gathered):
            return
    read_relation(part, gathered)


def _take_all(part: Part, field: str) -> str:
    return part.take(0, len(part.text), field)


def _fill_all(part: Part, gathered: Gathered, field: str, value: object) -> bool:
    """Fills a field from the whole part; a second value leaves the words as a note."""
    if gathered.fill(field, value, part.text):
        _take_all(part, field)
    return True


def _group(part: Part, gathered: Gathered) -> bool:
    if fold(part.rest).rstrip(".!") not in words("group"):
        return False
    gathered.kind = Kind.GROUP
    _take_all(part, "kind")
    return True


def _greetings(part: Part, gathered: Gathered) -> bool:
    if fold(part.rest).rstrip(".!") not in words("no_greetings"):
        return False
    gathered.paused = True
    _take_all(part, "paused")
    return True


def _register(part: Part, gathered: Gathered) -> bool:
    said = meanings("register", gathered.owner_language).get(fold(part.rest).rstrip(".!"))
    if said is None:
        return False
    if said in {"formal", "informal"}:
        return _fill_all(part, gathered, "formality", said)
    return _fill_all(part, gathered, "register", Register(said))


def register_of(gathered: Gathered) -> Register | None:
    """The register said, or the one that "formal" or "tutear" means in the contact's language."""
    if gathered.register or not gathered.formality:
        return gathered.register
    distance = Relationship.CLIENT if gathered.formality == "formal" else Relationship.FRIEND
    language = gathered.language or gathered.owner_language
    country = gathered.country or gathered.phone_country or gathered.owner_country
    return default_register(language, country, distance)


@cache
def _language_names() -> dict[str, str]:
    return meanings("languages", "es") | {code: code for code in LANGUAGES}


def _language(part: Part, gathered: Gathered) -> bool:
    """ "Habla inglés", or the name alone; a code such as `it` alone may be any word."""
    pattern = rf"(?P<speaks>(?:{any_of('speaks')})(?:\s*[:=]\s*|\s+))?(?P<name>[^\W\d_]+)[.!]?"
    found = re.fullmatch(pattern, fold(part.rest))
    language = _language_names().get(found["name"]) if found else None
    if found is None or language is None or (not found["speaks"] and len(found["name"]) == 2):
        return False
    return _fill_all(part, gathered, "language", language)


def _country_code(name: str) -> str | None:
    """The ISO code of a country's name, code or flag."""
    if FLAG.fullmatch(name):
        return flag_country(name)
    folded = re.sub(r"^(?:el|la|los|las|the|gli|o|a|os|as)\s+", "", fold(name))
    known = countries()
    upper = name.upper() if len(name) == 2 else ""
    return known.get(folded) or (upper if upper in known.values() else None)


_ALSO_OTHERWISE = frozenset({"china", "georgia", "granada", "guinea", "india", "jersey", "jordan"})
"""Names of countries that alone may as well be a city, a person or what somebody is."""

_ALSO_A_PLACE = frozenset({"georgia", "granada", "jersey"})
"""Those of a place somewhere else, where somebody may well live or be from."""


def _country(part: Part, gathered: Gathered) -> bool:
    """A country's name alone, or said as such, is taken; "vive en Italia" and "es de Brasil" set it and
    stay a note as well, and so does "vive en Lima", a city that is in one country for everybody."""
    folded = fold(part.rest)
    said = re.fullmatch(rf"(?:{any_of('country')})\s*[:=]?\s*(\S.*)", folded)
    lives = re.fullmatch(rf"(?:{any_of('lives')})\s+(\S.*)", folded)
    comes = re.fullmatch(rf"(?:{any_of('comes')})(?:\s+|(?<='))(\S.*)", folded)
    found = said or lives or comes
    name = part.rest[found.start(1) if found else 0 :].strip().rstrip(".!")
    code = _country_code(FLAG.sub("", name).strip() or name)
    if code is None and lives:
        code = cities().get(fold(name))
    if code is None or (not said and len(name) == 2 and not name.isupper()):
        return False
    if fold(name) in (_ALSO_A_PLACE if lives or comes else _ALSO_OTHERWISE) and not said:
        return False
    if lives or (comes and " " in folded[: comes.start(1)].strip()):
        gathered.fill("country", code, part.text)
        part.fields.append("country")
        return True
    return _fill_all(part, gathered, "country", code)


def _nickname(part: Part, gathered: Gathered) -> bool:
    found = re.fullmatch(rf"(?:{any_of('nickname')})\s*[:=]?\s*(\S.*)", fold(part.rest))
    name = part.rest[found.start(1) :].strip("\"'“”«»‘’. ") if found else ""
    if not name or len(name.split()) > 3:
        return False
    return _fill_all(part, gathered, "nickname", name)


def read_relation(part: Part, gathered: Gathered) -> None:
    """Takes the relationship a part begins with; what follows it stays as a note.

    "marido Pedro" and "hija: Sofía" tell of the contact's own family. What follows a profession
    ("médica en el Italiano") would make no sense without it, so all of it is kept.
    """
    start = part.start
    relation = relations.read(part.folded[start:], gathered.owner_language)
    if relation is None:
        return
    following = part.text[start + relation.end :]
    if relation.owned and re.match(r"\s*[:=(]|\s+\d|\s+[^\W\d_a-zà-ÿ]", following):
        relation = replace(relation, of_other=True, role=None)
    if not apply_relation(relation, part.text, gathered):
        return
    if relation.role in relations.PROFESSIONS and _has_meaning(following):
        part.fields.append("roles")
    else:
        part.take(start, start + relation.end, *_filled(relation))


def _filled(relation: Relation) -> tuple[str, ...]:
    named = (relation.relationship and "relationship", relation.role and "roles")
    return tuple(name for name in named if name)


def apply_relation(relation: Relation, words_typed: str, gathered: Gathered) -> bool:
    """Sets relationship and role; False when the words must stay a note as a whole.

    Who is not yet or no more a client is greeted as an acquaintance, never as a client.
    """
    if relation.plain:
        return _set_relation(relation, words_typed, gathered)
    if relation.of_other:
        if relation.role in relations.PARENTS:
            gathered.roles.add(relation.role)
        if gathered.relationship is None:
            gathered.questions.append(Doubt("whose_family", words_typed))
        return False
    client = relation.relationship is Relationship.CLIENT
    if client or relation.former:
        key = "former" if relation.former else "not_yet_client"
        gathered.remarks.append(Doubt(key, words_typed))
        if gathered.relationship is None:
            gathered.relationship = Relationship.ACQUAINTANCE
    return False


def _set_relation(relation: Relation, words_typed: str, gathered: Gathered) -> bool:
    if relation.role:
        gathered.roles.add(relation.role)
    if relation.relationship is None:
        return True
    implied = relation.role is not None
    if implied and gathered.relationship is not None:
        return True
    return gathered.fill("relationship", relation.relationship, words_typed)
