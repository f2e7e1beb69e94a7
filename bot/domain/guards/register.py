"""wrong-register: the wrong distance, told by verb forms and pronouns.

Spanish: `sos, tenés, contame` are vos, `eres, tienes, cuéntame` tú, `le deseo, su, cuídese` usted;
subjunctives such as `tengas` serve vos and tú alike. Italian: tu or Lei. Portuguese: `você` suffers
neither `o senhor` (but to `Dona Fátima`) nor a textbook `tu`; its everyday `te` is fine. English
has one you, so only a letter's stiffness to a friend, or chumminess to a client, can be wrong. It
stays a remark: the owner knows how they speak.
"""

import re
from functools import cache

from bot.domain.contacts import Register, Relationship
from bot.domain.drafting import Person
from bot.domain.guards.base import Case, Label, Problem
from bot.domain.guards.language import spoken
from bot.domain.guards.lexicon import load
from bot.domain.guards.reading import span

_LISTS: dict[Register, tuple[str, ...]] = {
    Register.VOS: ("tú", "usted", "accented"),
    Register.TU_ES: ("vos", "usted"),
    Register.USTED: ("vos", "tú", "close"),
    Register.TU: ("lei_formal",),
    Register.LEI: ("tu_it",),
    Register.VOCE: ("senhor",),
}
_SPOKEN = {
    Register.VOS: "es", Register.TU_ES: "es", Register.USTED: "es", Register.TU: "it",
    Register.LEI: "it", Register.VOCE: "pt", Register.YOU: "en",
}  # fmt: skip
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
_CLOSE = frozenset({Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER})


@cache
def _forms(name: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{part})(?!\w)" for part in load("register")[name]))


def check_register(case: Case) -> Problem | None:
    """The forms that don't fit the register, outside of quotes."""
    person = case.person
    if spoken(case.text) not in {None, _SPOKEN[person.register]}:
        return None
    text = _QUOTED.sub(lambda m: " " * len(m[0]), case.text)
    lowered = "".join(c.lower()[:1] for c in text)
    found = [
        span(case.text, m.start(), m.end())
        for name in _wrong(person)
        for m in _forms(name).finditer(lowered)
    ]
    if person.register is Register.TU:
        cased = re.compile("|".join(load("register")["lei_cased"]))
        found += [m[0] for m in cased.finditer(text)]
    return Problem(Label.WRONG_REGISTER, tuple(dict.fromkeys(found))) if found else None


def _wrong(person: Person) -> tuple[str, ...]:
    if person.register is Register.YOU:
        if person.relationship in _CLOSE:
            return ("stiff",)
        return ("chummy",) if person.relationship is Relationship.CLIENT else ()
    if person.register is Register.VOCE:
        lord = () if person.form_of_address else _LISTS[person.register]
        return (*lord, "chummy_pt") if person.relationship is Relationship.CLIENT else lord
    return _LISTS[person.register]
