"""What a line says of a contact, as /add would read it, and whether that is a field or only a note."""

from bot.parsing.contacts import ParsedContact, parse_contact, parse_facts
from bot.parsing.text import ParseProblem
from bot.understanding.questions import Circumstances

FACTS = ("birthday", "anniversary", "phone", "email", "username", "nickname")


def contact(sentence: str, known: Circumstances) -> ParsedContact | None:
    """Somebody new and what is said of them; None where it can't be a contact."""
    try:
        return parse_contact(
            sentence,
            today=known.today,
            owner_language=known.language,
            owner_country=known.country,
        )
    except ParseProblem:
        return None


def has_fact(text: str, known: Circumstances) -> bool:
    """Whether a field of a contact is said (not only a note)."""
    read = _facts(text, known)
    if read is None:
        return False
    first = read.understood[0].fields if read.understood else ()
    if any(question.key == "area_code" for question in read.questions):
        return True
    return any(getattr(read, fact) for fact in FACTS) or bool(
        {"relationship", "roles", "register", "formality", "language", "paused"} & set(first)
    )


def is_fact(sentence: str, known: Circumstances) -> bool:
    """Whether the first part is a fact and nothing else: "mi tío Beto cumple hoy" is somebody's."""
    read = _facts(sentence, known)
    fields = read.understood[0].fields if read and read.understood else ()
    if "country" in fields:  # "de Brasil" stays a note as well
        return True
    return bool(fields) and "note" not in fields and has_fact(sentence, known)


def _facts(text: str, known: Circumstances) -> ParsedContact | None:
    try:
        return parse_facts(
            text,
            name="",
            today=known.today,
            owner_language=known.language,
            owner_country=known.country,
        )
    except ParseProblem:
        return None
