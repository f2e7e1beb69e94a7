"""Which family an occasion belongs to, and how it is wished."""

from typing import Final

from bot.domain.contacts import Relationship
from bot.domain.drafting import DraftRequest, OccasionRef
from bot.drafters.composer.frames import Frames, Wish

FAMILY_OF: Final = {
    "friend": "friends",
    "friends": "friends",
    "birthday": "birthday",
    "christmas": "year-end",
    "new": "year-end",
    "mother": "parents",
    "mothers": "parents",
    "father": "parents",
    "fathers": "parents",
    "grandparents": "parents",
    "grandmother": "parents",
    "grandfather": "parents",
    "teacher": "profession",
    "teachers": "profession",
    "professor": "profession",
    "doctor": "profession",
    "doctors": "profession",
    "secretary": "profession",
    "student": "profession",
}


FEASTS: Final = frozenset(
    {
        "thanksgiving",
        "eid-al-fitr",
        "eid-al-adha",
        "ramadan",
        "diwali",
        "holi",
        "lunar-new-year",
        "rosh-hashanah",
        "passover",
        "hanukkah",
        "nowruz",
    }
)
"""Wished by their name, as nobody is congratulated on them."""


def normal(key: str) -> str:
    """An occasion's key with dashes, in small letters."""
    return key.lower().replace("_", "-")


def family(key: str) -> str:
    """`friends`, `birthday`, `year-end`, `parents`, `profession` or `other`."""
    key = normal(key)
    if key.startswith("new-") and not key.startswith("new-year"):
        return "other"
    return FAMILY_OF.get(key.split("-")[0], "other")


def families(request: DraftRequest) -> frozenset[str]:
    """The families of all occasions of a greeting."""
    return frozenset(family(o.key) for o in request.occasions) or frozenset({"other"})


def wish(request: DraftRequest, said: Frames, *, formal: bool = False) -> str:
    """The wish in small letters: "feliz día", "feliz cumple y feliz Día del Amigo"; in full where the
    person is addressed with distance or `formal` is wished for."""
    distant = (
        formal
        or request.person.register.formal
        or request.person.relationship
        in {
            Relationship.CLIENT,
            Relationship.ACQUAINTANCE,
        }
    )
    several = len(request.occasions) > 1
    wishes = []
    for occasion in request.occasions:
        known = _wish(occasion, said)
        form = known.formal if distant else known.full if several else known.short
        wishes.append(form.replace("{name}", occasion.name))
    wished = f" {said.conjunction} ".join(dict.fromkeys(wishes)) or said.wishes["other"].short
    return said.late.replace("{wish}", wished) if request.late else wished


def any_day(request: DraftRequest) -> bool:
    """Whether there is no feast today: its day is over, or nothing is celebrated."""
    return request.late or all(normal(o.key) == "keep-in-touch" for o in request.occasions)


def _wish(occasion: OccasionRef, said: Frames) -> Wish:
    key = normal(occasion.key)
    if key in FEASTS:
        return said.wishes["feast"]
    for name in (
        key,
        "-".join(key.split("-")[:2]),
        key.split("-")[0],
        key.split("-")[-1],
        family(key),
    ):
        for spelled in (name, name.removesuffix("s")):
            if spelled in said.wishes:
                return said.wishes[spelled]
    named_day = any(w in said.days for w in occasion.name.lower().split())
    return said.wishes["day" if named_day else "other"]
