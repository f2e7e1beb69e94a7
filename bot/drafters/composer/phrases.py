"""Noun phrases and clauses taken from a note, and the forms a sentence may need of them."""

import re
from dataclasses import dataclass
from typing import Final, Self

from bot.domain.contacts import Register
from bot.drafters.composer.grammar import Grammar

ITALIAN_LO: Final = re.compile(r"(?:z|gn|ps|x|y|s[bcdfglmnpqrtv])")


PREPOSITIONS: Final = frozenset(
    [
        "a",
        "de",
        "en",
        "con",
        "por",
        "para",
        "sin",
        "di",
        "da",
        "in",
        "su",
        "per",
        "em",
        "com",
        "to",
        "of",
        "at",
        "with",
        "on",
        "for",
    ]
)


def article(grammar: Grammar, shape: str, word: str) -> str:
    """The definite article before a word; Italian looks at how the word begins."""
    plain = grammar.definite[shape]
    if grammar.language != "it":
        return plain
    vowel = word[0].lower() in "aeiouàèéìòù"
    hard = ITALIAN_LO.match(word.lower()) is not None
    if shape[1] == "s" and vowel:
        return "l'"
    if shape[0] == "m" and (hard or vowel):
        return "lo" if shape[1] == "s" else "gli"
    return plain


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase without its article. `shape` is None when gender or number is not known."""

    grammar: Grammar
    words: str
    shape: str | None

    @classmethod
    def parse(cls, text: str, grammar: Grammar) -> Self | None:
        """Reads "el té de jazmín", "un caniche", "canecas"; None when nothing is left."""
        text = text.strip(" .!?")
        if text.lower().startswith("l'"):
            rest = text[2:]
            return cls(grammar, rest, grammar.shape_of(rest.split()[0])) if rest else None
        first, _, rest = text.partition(" ")
        shape = grammar.articles.get(first.lower())
        if (shape and not rest) or (not shape and first.lower() in PREPOSITIONS):
            return None
        if shape is not None:
            return cls(grammar, rest, shape if len(shape) == 2 else None)
        return cls(grammar, text, grammar.shape_of(first)) if text else None

    def form(self, name: str, register: Register) -> str | None:
        """`bare`, `the`, `your`, or a preposition joined to the article; None when not certain."""
        if name == "bare":
            return self.words
        if name == "your":
            return self._possessed(register)
        if self.shape is None:
            return None
        leading = article(self.grammar, self.shape, self.words)
        if name != "the":
            leading = join_preposition(self.grammar, name, leading)
        return f"{leading}{'' if leading.endswith(chr(39)) else ' '}{self.words}"

    def _possessed(self, register: Register) -> str | None:
        forms = self.grammar.possessives[register.value]
        if "any" in forms:
            return f"{forms['any']} {self.words}"
        return f"{forms[self.shape]} {self.words}" if self.shape else None


def join_preposition(grammar: Grammar, preposition: str, words: str) -> str:
    """ "de" + "el té" as "del té", "in" + "l'orto" as "nell'orto"."""
    first, space, rest = words.partition(" ")
    if first.lower().startswith("l'") and len(first) > 2:
        first, rest, space = "l'", first[2:] + space + rest, ""
    joined = grammar.contractions.get(f"{preposition} {first.lower()}")
    if joined is None:
        return f"{preposition} {words}"
    return f"{joined}{space}{rest}"


def expanded(text: str, grammar: Grammar) -> str:
    """ "hincha del Betis" as "hincha de el Betis", so that the article can be taken apart."""
    for apart, joined in grammar.contractions.items():
        end = "" if joined.endswith("'") else r"\b"
        text = re.sub(rf"\b{joined}{end}", apart, text)
    return text


def contracted(text: str, grammar: Grammar) -> str:
    """The reverse of `expanded`, for what is printed."""
    for apart, joined in grammar.contractions.items():
        end = "" if joined.endswith("'") else r"\b"
        text = re.sub(rf"\b{apart}{end}", joined, text)
    return text


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name (place, pet, child, team), or words quoted as they are."""

    grammar: Grammar
    words: str

    def form(self, name: str, register: Register) -> str | None:
        """`bare`, or a preposition before it."""
        if name == "bare":
            return self.words
        if name in {"the", "your"}:
            return None
        return join_preposition(self.grammar, name, self.words)


@dataclass(frozen=True, slots=True)
class Clause:
    """A third-person predicate without subject: "siempre llega tarde", "se mudó a Córdoba".

    `lead`: adverbs and negation; `clitic`: "se", "me"…; `past` tells the tense.
    """

    grammar: Grammar
    lead: str
    clitic: str
    verb: str
    rest: str
    past: bool

    def form(self, name: str, register: Register) -> str | None:
        """`they` (as typed), `you` (second person), `to` (infinitive); None when not certain."""
        if name == "they":
            return self._joined(self.clitic, self.verb, self.rest)
        if name == "you":
            return self._you(register)
        if name == "to":
            return self._infinitive(register)
        return None

    def _joined(self, *words: str) -> str:
        return " ".join(w for w in (self.lead, *words) if w)

    def _you(self, register: Register) -> str | None:
        verb = second_person(self.grammar, self.verb, register, past=self.past)
        if verb is None:
            return None
        clitic = self.clitic
        if not register.formal:
            clitic = {"se": "te", "si": "ti", "s'": "t'"}.get(clitic, clitic)
            clitic = self.clitic if self.grammar.language == "pt" else clitic
        return self._joined(clitic, verb, self._yours(register))

    def _yours(self, register: Register) -> str:
        """The rest with "su casa" turned to "tu casa"."""
        if register.formal:
            return self.rest
        return " ".join(self.grammar.theirs.get(w.lower(), w) for w in self.rest.split())

    def _infinitive(self, register: Register) -> str | None:
        infinitive = self.grammar.verbs.get(self.verb.lower())
        if infinitive is None or self.past or self.clitic or self.lead:
            return None
        return self._joined(infinitive, self._yours(register))


def second_person(grammar: Grammar, verb: str, register: Register, *, past: bool) -> str | None:
    """The verb said to the reader, None when the verb is not known well enough."""
    irregular = grammar.second.get(f"{verb.lower()}|{register.value}")
    if irregular or register.formal or register is Register.VOCE:
        return irregular or verb
    if past:
        return _second_past(grammar, verb)
    infinitive = grammar.verbs.get(verb.lower())
    if infinitive is None or register is Register.YOU:
        return infinitive
    if register is Register.VOS:
        return infinitive[:-2] + {"a": "ás", "e": "és", "i": "ís", "í": "ís"}[infinitive[-2]]
    return f"{verb}s" if register is Register.TU_ES else _italian_tu(verb)


def _second_past(grammar: Grammar, verb: str) -> str | None:
    if grammar.language == "en":
        return verb
    known = grammar.past.get(verb.lower())
    if known or grammar.language != "es":
        return known
    if verb.endswith("ió"):
        return verb[:-2] + "iste"
    return verb[:-1] + "aste" if verb.endswith("ó") else None


def _italian_tu(verb: str) -> str:
    """ "suona" as "suoni", "gioca" as "giochi", "legge" as "leggi"."""
    stem = verb[:-1]
    if verb.endswith("a") and stem.endswith(("c", "g")):
        return f"{stem}hi"
    return stem if stem.endswith("i") else f"{stem}i"
