"""Reads the first part of a contact's line: the name and what is said along with it."""

import re
from functools import cache

from bot.domain.contacts import Kind
from bot.parsing import facts, relations
from bot.parsing.atoms import FLAG, flag_country, read_atoms
from bot.parsing.gathered import Doubt, Gathered, Understood
from bot.parsing.parts import Part
from bot.parsing.text import ParseProblem, fold, has_letters, squeeze
from bot.parsing.vocabulary import alternation, any_of, meanings, words

MAX_NAME = 120
"""Characters. Telegram allows 64 + 64 for a person's two names, address books hold less."""

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<!\w)[\'‘]([^\'’]+)[\'’](?!\w)')
_BRACKETED = re.compile(r"\(([^)]*)\)")
_EDGES = ' ,;:·•-–—|/"“”«»'


def read(first: str, gathered: Gathered, *, alone: bool) -> list[str]:
    """Sets the name and all that goes with it; returns what of the first part is still to be read.

    `alone`: nothing separated the name from the rest, so it ends where the words say.
    """
    gathered.all_private = first.startswith(facts.LOCK)
    text, asked = _without_request(first.removeprefix(facts.LOCK).lstrip(_EDGES + "\ufe0f"))
    further: list[str] = []
    text = _take_nickname(text, gathered, further)
    text = _take_relation_before(text, gathered, asked=asked)
    name, rest = _cut(text, gathered, alone=alone)
    gathered.name = _checked_name(_without_flag(name, gathered), first)
    _read_name(gathered)
    also = ("nickname", "form_of_address", "relationship", "country")
    fields = ("name", *(field for field in also if getattr(gathered, field)))
    gathered.understood.append(Understood(first, fields))
    return [*([rest] if rest else []), *further]


def _without_flag(name: str, gathered: Gathered) -> str:
    """The name without a flag at its end, which says the country."""
    found = FLAG.search(name)
    if not found or not has_letters(name[: found.start()]) or name[found.end() :].strip():
        return name
    gathered.country = flag_country(found.group())
    return name[: found.start()]


def _checked_name(name: str, typed: str) -> str:
    name = squeeze(name).strip(_EDGES)
    if not name:
        raise ParseProblem("empty_name", typed)
    if len(name) > MAX_NAME:
        raise ParseProblem("name_too_long", name[:80])
    if not has_letters(name):
        raise ParseProblem("name_without_letters", name)
    return name


def _without_request(text: str) -> tuple[str, bool]:
    """The text without "agregá a", and whether it was there."""
    asked = rf"(?:{any_of('add')})\s*:?\s+(?:(?:a|to)\s+)?(?=\S)"
    found = re.match(asked, fold(text))
    return (text[found.end() :], True) if found else (text, False)


def _take_nickname(text: str, gathered: Gathered, further: list[str]) -> str:
    """Takes what stands in quotes as the nickname; brackets may also hold facts."""
    if found := _QUOTED.search(text):
        nickname = squeeze(next(group for group in found.groups() if group))
        if has_letters(nickname) and text[: found.start()].strip() + text[found.end() :].strip():
            gathered.nickname = nickname
            text = f"{text[: found.start()]} {text[found.end() :]}"
    if found := _BRACKETED.search(text):
        inner = squeeze(found[1])
        outside = f"{text[: found.start()]} {text[found.end() :]}"
        if has_letters(outside):
            text = outside
            if _looks_like_nickname(inner, gathered):
                gathered.nickname = inner
            elif inner:
                further.append(inner)
    return text


def _looks_like_nickname(inner: str, gathered: Gathered) -> bool:
    relation = relations.read(inner, gathered.owner_language)
    named = inner[:1].isupper() and len(inner.split()) <= 2 and inner.replace(" ", "").isalpha()
    return named and not relation and gathered.nickname is None


def _take_relation_before(text: str, gathered: Gathered, *, asked: bool) -> str:
    """ "my colleague Sarah", "mi hermana Sofía": the relationship comes first, then the name."""
    relation = relations.read(text, gathered.owner_language)
    if relation is None:
        return text
    rest = text[relation.end :].strip()
    if not rest and (relation.own or relation.role in relations.PARENTS | relations.NAMING_ROLES):
        facts.apply_relation(relation, text, gathered)
        return text[relation.start :]
    if not rest[:1].isupper() or not relation.plain:
        return text
    part_of_name = relation.role in relations.NAMING_ROLES and not relation.own
    if part_of_name or relation.own or asked or text[:1].islower():
        facts.apply_relation(relation, text, gathered)
        return text if part_of_name else rest
    return text


@cache
def _turns() -> re.Pattern[str]:
    """Words after which no name goes on ("le dicen", "vive en"); capitals leave Max Born his name."""
    keys = ("lives", "nickname", "no_greetings", "birthday", "phone", "email")
    spoken = alternation(meanings("languages", "es"))
    return re.compile(
        rf"\s(?=(?:{'|'.join(any_of(key) for key in keys)})[\s:]"
        rf"|(?:{any_of('speaks')})\s+(?:{spoken})(?!\w))|\s+(?=🎂|#\w|@\w|\+\d)"
    )


def _cut(text: str, gathered: Gathered, *, alone: bool) -> tuple[str, str]:
    """Name and rest: the name ends at an address, a relationship, or where its capitals end."""
    end = len(text)
    probe = Part(text)
    scratch = Gathered(gathered.today, gathered.owner_language, gathered.owner_country)
    read_atoms(probe, scratch)
    taken = probe.folded.find("\x00")
    if taken >= 0:
        end = min(end, taken)
    for found in _turns().finditer(fold(text)):
        if not (text[:1].isupper() and text[found.end() :][:1].isupper()):
            end = min(end, found.start())
    if (start := _relation_at(text, gathered)) is not None:
        end = min(end, start)
    if end == len(text) and (alone or len(text.split()) > 6):
        end = _capitals_end(text, gathered)
    return text[:end], text[end:].strip(_EDGES)


def _relation_at(text: str, gathered: Gathered) -> int | None:
    """Where a relationship begins after the name; capitals make "Hugo Boss" a name."""
    cased = text[:1].isupper()
    for found in re.finditer(r"(?<=\s)\S+", text[: MAX_NAME * 2]):
        if cased and found.group()[:1].isupper():
            continue
        relation = relations.read(text[found.start() :], gathered.owner_language)
        if relation and text[: found.start()].strip():
            return found.start()
    return None


def _capitals_end(text: str, gathered: Gathered) -> int:
    """Where a name without separators ends: "Juana se mudó a Córdoba"."""
    pieces = list(re.finditer(r"\S+", text))
    particles = words("name_particles") | words("titles") | words("first_name_titles")
    end = 0
    for at, piece in enumerate(pieces):
        if _name_word(piece.group()):
            end = piece.end()
        elif fold(piece.group()).rstrip(".") not in particles or at + 1 == len(pieces):
            break
    if end == 0 and len(pieces) > 3:
        gathered.questions.append(Doubt("name_boundary", text))
        end = pieces[0].end()
    return end or len(text)


def _name_word(word: str) -> bool:
    """A capital, or a script that has none."""
    letter = next((char for char in word if char.isalpha()), "")
    return bool(letter) and not letter.islower()


def _read_name(gathered: Gathered) -> None:
    """Takes the form of address from the titles, and sees whether the name is a group's."""
    name = gathered.name
    if fold(name).split()[0] in words("group"):
        gathered.kind = Kind.GROUP
        return
    titled = re.match(rf"(?:(?:{any_of('titles')})\.?\s+)+(?=\S)", fold(name))
    if titled:
        gathered.form_of_address = _address(name[: titled.end()], name[titled.end() :].split())
        return
    first = rf"(?:{any_of('first_name_titles')})\s+(?=\S)"
    if gathered.owner_language[:2] != "en" and re.match(first, fold(name)):
        gathered.form_of_address = name


def _address(titles: str, names: list[str]) -> str:
    """Titles and surname. With three names or more nobody can tell which is the surname: all stay."""
    particles = words("name_particles")
    after_given = len(names) == 2 or (len(names) > 2 and fold(names[1]) in particles)
    if after_given and fold(names[0]) not in particles:
        names = names[1:]
    return squeeze(f"{titles} {' '.join(names)}")
