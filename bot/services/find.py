"""Whom a search in the list means: a name, a tag, a relationship, or who has been waiting."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.domain.contacts import Contact, Note, Relationship
from bot.domain.guards.lexicon import language as lexicon
from bot.domain.guards.reading import stem
from bot.domain.guards.reading import words as words_of
from bot.parsing.names import Known, match_names, search
from bot.parsing.text import fold
from bot.parsing.vocabulary import LANGUAGES, countries, meanings
from bot.parsing.vocabulary import words as vocabulary
from storage.unit import Unit

BARE = "~bare"
LONGEST = "~longest"
"""What buttons search by: nobody is called that."""

_BARE_WORDS = frozenset(
    {BARE, "sin notas", "sin nota", "without notes", "no notes", "senza note", "sem notas"}
)
_LONGEST_WORDS = frozenset(
    {LONGEST, "hace mas tiempo", "hace mucho", "longest", "longest ago", "da piu tempo", "ha mais tempo"}
)  # fmt: skip


def is_filter(query: str) -> bool:
    """Whether a search is for people of a kind, not for somebody by name."""
    return query.startswith(("~", "#")) or fold(query.strip()) in _BARE_WORDS | _LONGEST_WORDS


async def find(unit: Unit, contacts: Sequence[Contact], query: str, language: str) -> list[Contact]:
    """The contacts that a search finds, best first; all of them by name for an empty one."""
    words = fold(query.strip())
    if not words:
        return list(contacts)
    if words in _BARE_WORDS and contacts:
        noted = await unit.contacts.noted(contacts[0].owner_id)
        return without_notes(contacts, noted)
    if words in _LONGEST_WORDS and contacts:
        return by_last_greeting(contacts, await unit.history.last_greeted(contacts[0].owner_id))
    if words.startswith("#"):
        return _tagged(contacts, words.lstrip("#"))
    return _by_words(contacts, query, language)


@dataclass(frozen=True, slots=True)
class Remembered:
    """Somebody whom words are true of, and the note that says so; None where a field does."""

    contact: Contact
    note: Note | None


async def remembered(
    unit: Unit, contacts: Sequence[Contact], asked: str, language: str
) -> list[Remembered]:
    """ "Juega al ajedrez": those whose notes, relationship, roles, country or tags hold all the words
    that matter; verbs that anybody does matter only alone."""
    every = {stem(word.folded): word.folded for word in words_of(asked)}
    telling = {root: word for root, word in every.items() if word not in _idle()}
    wanted = telling or every
    if not wanted or not contacts:
        return []
    notes = await unit.contacts.notes([one.id for one in contacts])
    found = []
    for contact in contacts:
        left = {root for root, word in wanted.items() if not _is(contact, word, language)}
        noted = ((note, {stem(word.folded) for word in words_of(note.text)})
                 for note in notes[contact.id]) if left else ()  # fmt: skip
        best = next((note for note, roots in noted if left <= roots), None)
        if not left or best is not None:
            found.append(Remembered(contact, best))
    return found


@cache
def _idle() -> frozenset[str]:
    """Words that tell nobody from anybody."""
    function = frozenset().union(*(lexicon(code).function for code in LANGUAGES))
    return function | vocabulary("idle")


def _is(contact: Contact, word: str, language: str) -> bool:
    """Whether a word names the relationship, a role, the country or a tag of somebody."""
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if meanings("relationship", language).get(form) == contact.relationship:
            return True
        if meanings("role", language).get(form) in contact.roles:
            return True
    return countries().get(word) == contact.country or word in map(fold, contact.tags)


def without_notes(contacts: Sequence[Contact], noted: Collection[int]) -> list[Contact]:
    """Those of whom nothing is known yet."""
    return [one for one in contacts if one.id not in noted and not one.deceased]


def by_last_greeting(contacts: Sequence[Contact], last: Mapping[int, date]) -> list[Contact]:
    """Those who have waited longest first; who was never greeted comes before all."""
    alive = [one for one in contacts if not one.deceased]
    return sorted(alive, key=lambda one: last.get(one.id, date.min))


def _tagged(contacts: Sequence[Contact], words: str) -> list[Contact]:
    return [one for one in contacts if any(fold(tag).startswith(words) for tag in one.tags)]


def _by_words(contacts: Sequence[Contact], query: str, language: str) -> list[Contact]:
    """A relationship said as such, unless somebody is called that; then names, then tags."""
    candidates = Known((one.id, one.name, one.nickname) for one in contacts)
    relation = meanings("relationship", language).get(fold(query.strip()).removeprefix("~"))
    if query.startswith("~"):
        relation = query[1:] if query[1:] in set(Relationship) else None
    if relation and not match_names(query, candidates).exact:
        return [one for one in contacts if one.relationship == relation]
    by_id = {one.id: one for one in contacts}
    named = [by_id[contact_id] for contact_id in search(query, candidates)]
    tagged = _tagged(contacts, fold(query.strip()))
    return list(dict.fromkeys([*named, *tagged]))
