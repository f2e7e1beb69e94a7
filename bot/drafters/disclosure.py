"""What may leave the machine: the least a stranger needs to write a good greeting.

Private notes and a client's purchases stay. Surnames, as far as they show, travel as initials
("Sra. R.") and are put back in the answer; phone numbers, e-mail addresses, @handles, links and
street addresses become "…". It is better to hide a harmless word than to show a telling one.
"""

import re
import unicodedata
from collections.abc import Iterable

from bot.domain.contacts import Note, Relationship, first_name
from bot.domain.drafting import Person
from bot.drafters.strangers import TITLE, surnames

HIDDEN = "…"


def fold(text: str) -> str:
    """Lower case without accents, for comparing."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|tg://|www\.)[^\s,;]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|me|io|app)(?:\.[a-z]{2})?\b(?:/[^\s,;]*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<!\w)@\w[\w.]+")
_DIGITS = re.compile(r"(?<!\w)\+?\(?\d[\d\s().\u2010-\u2013/-]{5,}\d(?!\w)")
_DATE_OR_YEARS = re.compile(
    r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{4}|(?:19|20)\d\d\s*[-\u2013/]\s*(?:19|20)\d\d"
)
_STREET = re.compile(
    r"\b(?:calle|av\.|avda\.?|avenida|pasaje|pje\.?|bulevar|bv\.|diagonal|via|viale|piazza|corso"
    r"|rua|travessa|praça|alameda)\s+(?:[^\W\d][\w.'’]*\s+){1,5}?(?:n[°º]?\s*)?\d{1,5}\b"
    r"|\b\d{1,5}\s+(?:[A-Z][\w'’]*\s+){1,3}(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|drive)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_POSTSCRIPT = r"(?m:^)P\.\s?[DS]\."
_ABBREVIATION = r"\w|\s?[A-ZÀ-ÖØ-Þ]\."
"""What after an initial and its full stop makes an abbreviation of it: "P.D.", "P. S."."""

_ADDRESS_WORDS = _words(
    "sr sra srta dr dra prof profa ing lic arq sig dott avv avvocato mr mrs ms miss "
    "mister sir madam don doña dona seu señor señora señorita doctor doctora profesor profesora "
    "maestro maestra signor signora signore signorina dottor dottore dottoressa professor "
    "professora professore professoressa senhor senhora doutor doutora estimado estimada querido "
    "querida gentile gent mo ma ra ssa egregio egregia caro cara dear prezado prezada tía tío tia tio "
    "zia zio abuela abuelo nonna nonno vó vô vovó vovô auntie aunt uncle prima primo padre madre "
    "familia famiglia família family mi my il la el los las"
)
_PARTICLES = _words("de del la las los da das do dos di della y e van von der den")
_COMMON_WORDS = _words(
    "blanco blanca bravo bueno calvo campos castillo cordero costa cruz delgado flores franco "
    "fuentes iglesias leal león luna montes moreno nieves palacios paz pino prado ramos reyes rey "
    "rico ríos rojas rosa rosales santos serrano sierra sol soto toro torres valle vega vera "
    "bianco bruno costa fiore fontana gatti greco lupo marino monti neri russo serra villa "
    "brown black white green young king baker cook hill wood woods rose bell fox"
)
"""Surnames that are words too: in lower case they are taken for the word ("le gustan las flores")."""

_PURCHASE = re.compile(
    r"\b(?:compr(?:[aáoóeé]|as|an?|ar|aron|ab?a[ns]?|ad[oa]s?|amos|ou|ei)"
    r"|pedido\w*|encarg[oóu]\w*|factur\w*|presupuest\w*|descuent\w*|cuotas?"
    r"|señ[aó] de|nos debe|adeuda\w*|pag[aóo]s?|pagar|abono|reclam\w*|garant[ií]a\w*|oferta\w*"
    r"|acquist\w*|ordin(?:[eiò]|ato|azione)|fattur\w*|preventiv\w*|sconto|ha comprato|pagament\w*"
    r"|fatura\w*|orçament\w*|descont\w*|encomend\w*|pagou"
    r"|bought|buys?|purchas\w*|order(?:s|ed)?|invoic\w*|quotes?|quoted|discount\w*|paid|pays|refund\w*)\b",
    re.IGNORECASE,
)


def speaks_of_purchases(note: str) -> bool:
    """Whether a note about a client speaks of what they buy, order or owe (rule 4: that stays out)."""
    return _PURCHASE.search(note) is not None


def sendable(person: Person) -> tuple[Note, ...]:
    """The notes a drafter outside this machine may be shown, in their order."""
    client = person.relationship is Relationship.CLIENT
    return tuple(
        note
        for note in person.notes
        if not note.private and not (client and speaks_of_purchases(note.text))
    )


def hide_addresses(text: str) -> str:
    """Phone numbers, e-mail addresses, handles, links and streets with a number become "…"."""
    for pattern in (_EMAIL, _LINK, _HANDLE, _STREET):
        text = pattern.sub(HIDDEN, text)
    return _DIGITS.sub(_hide_number, text)


def _hide_number(match: re.Match[str]) -> str:
    found = match[0]
    harmless = _DATE_OR_YEARS.fullmatch(found) or sum(map(str.isdigit, found)) < 7
    return found if harmless else HIDDEN


def hide_strangers(text: str) -> str:
    """Surnames that show become initials for good, in texts that were for somebody else."""
    text = hide_addresses(_composed(text))
    for start, word in sorted(surnames(text).items(), reverse=True):
        text = f"{text[:start]}{word[0]}.{text[start + len(word) :]}"
    return text


def opening(text: str, words: int = 5) -> str:
    """How another contact's text begins, without the names in it."""
    first = hide_strangers(text).split()[:words]
    kept = [
        HIDDEN if word[:1].isupper() and (position or word.endswith(",")) else word
        for position, word in enumerate(first)
    ]
    return " ".join(kept)


class Disguise:
    """Surnames, exchanged for initials on the way out and back on the way in: the contact's own, and
    those of others that show in the `texts` which will be sent."""

    def __init__(self, person: Person, texts: Iterable[str] = ()) -> None:
        self._real: dict[str, str] = {}
        self._short: dict[str, str] = {}
        for surname in _surnames(person):
            self._learn(surname)
        self._own = frozenset(self._short)
        firsts = (first_name(person.name), first_name(person.nickname or person.name))
        kept = _PARTICLES | {
            fold(word) for name in firsts for word in _WORD.findall(_composed(name))
        }
        for text in texts:
            for name in surnames(_composed(text)).values():
                for word in _WORD.findall(name):
                    if fold(word) not in kept:
                        self._learn(word)

    def _learn(self, surname: str) -> None:
        key = fold(surname)
        if key not in self._short:
            short = next(
                (
                    surname[:size]
                    for size in range(1, len(surname) + 1)
                    if fold(surname[:size]) not in map(fold, self._short.values())
                ),
                surname,
            )
            self._short[key] = short.capitalize()
            self._real[short.capitalize()] = surname

    def hide(self, text: str) -> str:
        """The text without surnames and addresses."""
        return hide_addresses(_WORD.sub(self._exchange, _composed(text)))

    def _exchange(self, match: re.Match[str]) -> str:
        word = match[0]
        short = self._short.get(fold(word))
        common = word.islower() and (fold(word) in _COMMON_WORDS or fold(word) not in self._own)
        return word if short is None or common else f"{short}."

    def restore(self, text: str) -> str:
        """The text with the surnames back, whether or not the model kept the initial's full stop.

        Where the stand-in ended a sentence its full stop stays.
        """
        if not self._real:
            return text
        initials = "|".join(map(re.escape, self._real))
        stands = rf"(?<!\w)(?<!\b\w\.)(?<!\b\w\.\s)(?!{_POSTSCRIPT})"
        named = rf"(?:{initials})\.(?:\s+(?:{initials})\.)*(?!{_ABBREVIATION})"
        run = rf"{stands}({named})(\s*$|\s+[A-ZÀ-ÖØ-Þ¡¿])?"
        text = re.sub(rf"((?i:{TITLE})\.?\s+)({initials})(?![\w.])", r"\1\2.", text)
        return re.sub(run, self._reveal, text)

    def _reveal(self, match: re.Match[str]) -> str:
        names = " ".join(self._real[initial] for initial in match[1].replace(".", "").split())
        return names if match[2] is None else f"{names}.{match[2]}"


def _surnames(person: Person) -> list[str]:
    """What in a name and form of address is neither first name, nickname nor title."""
    if person.is_group:
        return list(surnames(_composed(person.name)).values())
    name = _WORD.findall(_composed(person.name))
    typed_small = name[:1] == [word.lower() for word in name[:1]]
    after_first = [word for word in name[1:] if typed_small or word[0].isupper()]
    nicknames = set(map(fold, _WORD.findall(_composed(person.nickname or ""))))
    address = [
        word
        for word in _WORD.findall(_composed(person.form_of_address or ""))
        if fold(word) not in nicknames | _ADDRESS_WORDS
    ]
    kept = _PARTICLES | set(map(fold, name[:1]))
    return [word for word in after_first + address if fold(word) not in kept]


def _composed(text: str) -> str:
    """Accents as part of their letters: address books of some phones write them apart."""
    return unicodedata.normalize("NFC", text)
