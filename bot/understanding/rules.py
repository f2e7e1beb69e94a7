"""What a message means, by rules: an answer in milliseconds that leaves the machine for nobody."""

import re
from dataclasses import dataclass

from bot.parsing import relations
from bot.parsing.facts import strip_private
from bot.parsing.names import leading_name, match_names
from bot.parsing.text import fold, has_letters, squeeze
from bot.parsing.vocabulary import alternation
from bot.parsing.vocabulary import any_of as any_parsed
from bot.parsing.vocabulary import words as parsed_words
from bot.understanding import facts, mentions, questions
from bot.understanding.actions import Action, Add, Ask, Tell, Topic, Unclear
from bot.understanding.mentions import NAME_AHEAD
from bot.understanding.questions import Circumstances
from bot.understanding.sentences import sentences
from bot.understanding.shapes import (
    MOST_NAME_WORDS,
    like_a_name,
    opens,
    preposition,
    unarticled,
)
from bot.understanding.vocabulary import any_of, words

_NAME = r"[^\s,;:.!?]+(?:\s+[^\s,;:.!?]+){0,3}?"


def understand(text: str, known: Circumstances) -> tuple[Action, ...]:
    """The actions a message asks for, in order; what is not understood is Unclear."""
    reader = _Reader(known)
    parts = sentences(text, reader.begins, reader.begins_after_and)
    return tuple(action for part in parts for action in reader.read(part)) or (Unclear(text),)


@dataclass(frozen=True, slots=True)
class _Reader:
    known: Circumstances

    def begins(self, sentence: str) -> bool:
        """Whether a sentence says something of its own, rather than going on with the one before."""
        if "?" in sentence:
            return True
        (action, *more) = self.read(sentence)
        told = isinstance(action, Tell) and action.name is None
        return bool(more) or not (isinstance(action, Unclear) or told)

    def begins_after_and(self, words_before: str, words_after: str) -> bool:
        """Whether what follows "and" is about somebody known: their name, then what they do.

        "Juana y Teo se casaron" says one thing of two people.
        """
        if self._asks_for_more(words_after):
            return True
        lead = preposition(words_after)
        first = re.match(r"\w+", fold(words_after[lead:]))
        if first is None or first[0] not in self.known.candidates.words:
            return False
        start = words_after[lead : lead + NAME_AHEAD]
        found = leading_name(start, self.known.candidates)
        if found is None or not found.match.exact or not found.name[:1].isupper():
            return False
        if not (lead and found.rest) and not opens(found.rest):
            return False
        other = leading_name(words_before[:NAME_AHEAD], self.known.candidates)
        return other is None or not other.match.exact or has_letters(other.rest)

    def _asks_for_more(self, words_after: str) -> bool:
        """ "…, y anotá que Rulo se casó": a verb of telling or adding, then somebody."""
        verb = re.match(rf"(?:{any_of('tell')}|{any_parsed('add')})(?!\w)\s+", fold(words_after))
        if verb is None:
            return False
        rest = words_after[verb.end() :]
        return like_a_name(rest[preposition(rest) :].partition(" ")[0] or "-")

    def read(self, sentence: str) -> tuple[Action, ...]:
        """What one sentence asks for."""
        private = strip_private(sentence)
        if private is not None:
            return self._private(private, sentence)
        asked = questions.read(sentence, self.known)
        if asked is not None:
            return (asked,)
        for reader in (self._add, self._fact_of, self._said_to_note, self._told, self._newcomer):
            found = reader(sentence)
            if found:
                return found
        return (self._about_topic(self._untold(sentence)) or self._unclear(sentence),)

    def _untold(self, sentence: str) -> str:
        """What follows "anotá que"."""
        tell = re.match(rf"(?:{any_of('tell')})(?!\w)[\s:,]*", fold(sentence))
        rest = sentence[tell.end() :] if tell else ""
        return rest if has_letters(rest) else sentence

    def _private(self, words_after: str, sentence: str) -> tuple[Action, ...]:
        """🔒 before all: a note that stays here, whoever it is about."""
        found = self._told(words_after)
        if len(found) == 1 and isinstance(found[0], Tell):
            return (Tell(found[0].name, found[0].text, private=True),)
        if self.known.topic is not None and words_after:
            return (Tell(None, words_after, private=True),)
        return (self._unclear(sentence),)

    def _add(self, sentence: str) -> tuple[Action, ...]:
        """ "Agregá a Tomi, amigo del club": the line that /add would be given."""
        verb = re.match(
            rf"[¡\s]*(?:{any_parsed('add')})(?!\w)\s*:?\s*(?:a\s+|to\s+)?", fold(sentence)
        )
        meets = re.match(rf"(?:{any_of('meet')})(?!\w)[\s,:]*", fold(sentence))
        start = verb or meets
        if start is None or self._tells(sentence, start.end()):
            return ()
        line = unarticled(sentence[start.end() :].strip())
        if not has_letters(line):
            return (Add(""),) if verb else ()
        known = leading_name(line, self.known.candidates)
        if known and known.match.exact and re.match(rf"(?:{any_of('who')})\s", fold(known.rest)):
            return (Tell(known.name, known.rest.split(maxsplit=1)[1]),)
        if re.match(rf"(?:{any_of('who')})\s", fold(line)):
            return self._told(line.split(maxsplit=1)[1])
        both = re.fullmatch(
            r"([^\s,]+(?: [A-ZÀ-Ý][^\s,]+)?) (?:y|e|and) (?:a |o )?([A-ZÀ-Ý][^\s,]+)", line
        )
        if both:
            return tuple(Add(f"agregar {name}") for name in both.groups())
        head, comma, rest = line.partition(",")
        head = re.sub(rf"^({_NAME})\s+(?:{any_of('who')})\s+(?=\S)", r"\1, ", head)
        return (Add(f"agregar {head}{comma}{rest}"),)

    def _tells(self, sentence: str, added: int) -> bool:
        """Whether it begins like a note ("anota aí …"), or like one ("anotá …") about somebody who is
        known. `added`: where the verb of adding ends."""
        tell = re.match(rf"(?:{any_of('tell')})(?!\w)[\s:,]*", fold(sentence))
        if tell is None:
            return False
        if tell.end() > added and " " in tell[0].strip():
            return True
        found = leading_name(sentence[tell.end() :], self.known.candidates)
        return bool(found and found.match.exact and found.rest and not found.rest.startswith(","))

    def _fact_of(self, sentence: str) -> tuple[Action, ...]:
        """ "el cumple de Teo es el 3/5", "Teo's birthday is May 3": a fact, and whose it is."""
        kinds = "|".join(any_parsed(key) for key in facts.FACTS)
        of = alternation(words("of") | {"del", "de la", "a", "al", "to", "for", "para", "pra"})
        change = alternation(parsed_words("add") | words("change"))
        is_ = alternation(words("now"))
        article = rf"(?:(?:{any_of('article')})\s+|l')?"
        folded = fold(sentence)
        patterns = (
            rf"(?:{change})?\s*{article}(?:(?:nuevo|nueva|new|nuovo|novo|nova)\s+)?(?P<kind>{kinds})(?:\s+(?:nuevo|nueva|nuovo|novo))?\s+(?:{of})\s+(?:{article})(?P<name>[^:=]{{1,60}}?)\s*(?::|=|,|\s(?:{is_}|por|to|con)(?!\w))\s*(?P<value>\S.*)",
            rf"(?P<value>[^:=¿?]{{2,40}}?)\s+(?:{is_})\s+{article}(?P<kind>{kinds})\s+(?:{of})\s+(?:{article})(?P<name>[^:=?]{{1,60}})",
            rf"(?:(?:{change})\s+)?(?P<name>[^:=]{{1,60}}?)'s?\s+(?:new\s+)?(?P<kind>{kinds})\s*(?::|=|\s(?:{is_}|to)(?!\w))\s*(?P<value>\S.*)",
        )
        for pattern in patterns:
            found = re.fullmatch(pattern, folded, re.DOTALL)
            if found is None:
                continue
            name = sentence[found.start("name") : found.end("name")].strip()
            value = sentence[found.start("value") : found.end("value")]
            match = match_names(name, self.known.candidates)
            fact = f"{found['kind']} {value}"
            if match.exact or match.similar:
                return (Tell(name, fact),)
            if like_a_name(name):
                return (Unclear(f"{name}, {fact}", newcomer=name),)
        return ()

    def _said_to_note(self, sentence: str) -> tuple[Action, ...]:
        """ "Anotá que Juana se recibió"."""
        tell = re.match(rf"(?:{any_of('tell')})(?!\w)[\s:,]*", fold(sentence))
        return self._told(sentence[tell.end() :]) if tell else ()

    def _told(self, sentence: str) -> tuple[Action, ...]:
        """A known name leads, alone or behind "y", a preposition, an article or "ayer"."""
        sentence = re.sub(
            r"^(?:[Yy]|[Ee]|[Aa]nd|[Tt]ambién|[Aa]nche|[Tt]ambém)\s+(?=\S)", "", sentence
        )
        colon = re.match(r"([^:\n]{1,60}?)\s*(?::(?!//|\d))\s*(?=\S)", sentence)
        if colon and has_letters(colon[1]):
            match = match_names(colon[1], self.known.candidates)
            if match.exact or match.similar:
                return self._tell(colon[1], sentence[colon.end() :])
        lead = re.match(rf"(?:(?:{any_of('lead')}|mi|my)(?!\w)[\s,]+)+", fold(sentence))
        after_lead = lead.end() if lead else 0
        for start in sorted({0, preposition(sentence), after_lead}):
            found = leading_name(sentence[start:], self.known.candidates)
            if found is None or not has_letters(found.rest):
                continue
            if found.match.exact and mentions.or_another(found, self.known):
                return (Unclear(sentence, mentions.mentioned(sentence, self.known), either=True),)
            if found.match.exact:
                together = mentions.together(found, self.known)
                if together:
                    return tuple(Tell(name, sentence) for name in together)
                with_lead = start == after_lead and self._matters(sentence[:after_lead], found.rest)
                whole = with_lead or re.match(r"(?:y|e|and|ed|&)\s", found.rest)
                return self._tell(found.name, sentence if whole else found.rest)
            if found.name[:1].isupper() and opens(found.rest):
                return self._tell(found.name, found.rest)
        return ()

    def _matters(self, lead: str, rest: str) -> bool:
        """Whether what stands before the name belongs to the note ("ayer"), or only leads to it."""
        empty = words("article") | parsed_words("own") | {""}
        return fold(lead).strip(" ,") not in empty and not facts.has_fact(rest, self.known)

    def _tell(self, name: str, text: str) -> tuple[Action, ...]:
        private = strip_private(text)
        return (
            Tell(
                squeeze(name), (text if private is None else private).strip(), private is not None
            ),
        )

    def _newcomer(self, sentence: str) -> tuple[Action, ...]:
        """ "Juana, amiga de la facu": an unknown name, then what somebody is."""
        head, comma, rest = sentence.partition(",")
        colon = re.match(r"([^:,\n]{1,40}?)\s*:(?!//|\d)\s*(?=\S)", sentence)
        if colon and like_a_name(colon[1]):
            return (Unclear(sentence, newcomer=squeeze(colon[1])),)
        family = self._of_mine(sentence)
        if family:
            return family
        if not comma or not has_letters(rest) or len(head.split()) > MOST_NAME_WORDS:
            return ()
        parsed = facts.contact(sentence, self.known)
        if parsed is None:
            return ()
        told = parsed.relationship or any(getattr(parsed, fact) for fact in facts.FACTS)
        if told and (like_a_name(parsed.name) or len(parsed.name.split()) == 1):
            return (Add(sentence),)
        return (Unclear(sentence, newcomer=parsed.name),) if like_a_name(head) else ()

    def _of_mine(self, sentence: str) -> tuple[Action, ...]:
        """ "Mi tío Beto cumple el 4 de junio": the relationship, an unknown name, then the rest."""
        relation = relations.read(sentence, self.known.language)
        if relation is None or not relation.own:
            return ()
        named = re.match(
            r"\s+([A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+)*)\s+(\S.*)", sentence[relation.end :]
        )
        if named is None:
            return ()
        line = f"{sentence[: relation.end]} {named[1]}, {named[2]}"
        return (
            (Add(line),)
            if facts.has_fact(named[2], self.known)
            else (Unclear(line, newcomer=named[1]),)
        )

    def _about_topic(self, sentence: str) -> Action | None:
        """A bare fact about whoever was just added or shown."""
        others = set(mentions.mentioned(sentence, self.known)) - {self.known.topic}
        if self.known.topic is None or others or "?" in sentence:
            return None
        tells = opens(sentence) and re.match(r"\S+\s+(?![A-ZÀ-Ý])", sentence)
        return Tell(None, sentence) if tells or facts.is_fact(sentence, self.known) else None

    def _unclear(self, sentence: str) -> Action:
        ids = mentions.mentioned(sentence, self.known)
        if "?" not in sentence:
            ids = ids or mentions.hinted(sentence, self.known)
        asked = self._asked_of_topic(sentence) if "?" in sentence and not ids else None
        if asked is not None:
            return asked
        if "?" in sentence and len(ids) == 1:
            name = next(str(one[1]) for one in self.known.candidates if one[0] == ids[0])
            return Ask(Topic.PERSON, name)
        newcomer = None if ids else mentions.stranger(sentence)
        return newcomer or Unclear(sentence, ids)

    def _asked_of_topic(self, sentence: str) -> Action | None:
        """ "¿Cuándo cumple?" of whoever was just shown: the question, with their name at its end."""
        names = [str(one[1]) for one in self.known.candidates if one[0] == self.known.topic]
        asked = (
            questions.read(f"{sentence.rstrip(' ?!.')} {names[0]}?", self.known) if names else None
        )
        return asked if isinstance(asked, Ask) and asked.name else None
