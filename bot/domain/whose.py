"""Whose day it is: who is greeted on what, by default and as the owner chose."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.contacts import Contact, Relationship
from bot.domain.occasions import Audience, Occasion, folded


@dataclass(frozen=True, slots=True)
class Who:
    """What makes somebody part of an audience: one of the relationships and, where given, one of
    the roles or one of the tags (which are the owner's own words)."""

    relationships: frozenset[Relationship]
    roles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


_INTIMATE = frozenset({Relationship.FRIEND, Relationship.FAMILY, Relationship.PARTNER})
_NEAR = _INTIMATE | {Relationship.COLLEAGUE}
_ALL = frozenset(Relationship)


def _role(*roles: str) -> Who:
    return Who(_INTIMATE, roles=frozenset(roles))


def _profession(*roles: str) -> Who:
    return Who(_ALL, roles=frozenset(roles))


def _faith(*tags: str) -> Who:
    return Who(_ALL, tags=frozenset(tags))


WHO: Mapping[Audience, Who] = MappingProxyType(
    {
        Audience.FRIENDS: Who(frozenset({Relationship.FRIEND})),
        Audience.PARTNERS: Who(frozenset({Relationship.PARTNER})),
        Audience.MOTHERS: _role("mother"),
        Audience.FATHERS: _role("father"),
        Audience.GRANDPARENTS: _role("grandparent", "grandfather", "grandmother"),
        Audience.GRANDFATHERS: _role("grandfather"),
        Audience.GRANDMOTHERS: _role("grandmother"),
        Audience.CHILDREN: _role("child", "son", "daughter"),
        Audience.WOMEN: _role("woman", "mother", "grandmother", "daughter"),
        Audience.TEACHERS: _profession("teacher", "professor"),
        Audience.SCHOOLTEACHERS: _profession("teacher"),
        Audience.PROFESSORS: _profession("professor"),
        Audience.STUDENTS: _profession("student"),
        Audience.SECRETARIES: _profession("secretary"),
        Audience.DOCTORS: _profession("doctor"),
        Audience.NAMESAKES: Who(_NEAR),
        Audience.NEAR: Who(_NEAR),
        Audience.EVERYONE: Who(_NEAR | {Relationship.CLIENT}),
        Audience.CHRISTIANS: _faith(
            "christian", "cristiano", "cristiana", "cristao", "crista", "catolico", "catolica",
            "cattolico", "cattolica", "catholic", "ortodoxo", "ortodoxa", "ortodosso", "ortodossa",
            "orthodox", "evangelico", "evangelica", "protestant",
        ),
        Audience.JEWS: _faith(
            "jewish", "jew", "judio", "judia", "judeu", "judaico", "judaica", "ebreo", "ebrea",
            "hebreo", "hebrea",
        ),
        Audience.MUSLIMS: _faith(
            "muslim", "musulman", "musulmana", "musulmano", "muculmano", "muculmana", "islam",
        ),
        Audience.HINDUS: _faith("hindu", "indu", "hinduismo"),
        Audience.CHINESE: _faith("chinese", "chino", "china", "cinese", "chines", "chinesa"),
    }
)  # fmt: skip
"""Who is greeted on what unless the owner says otherwise, after rules 5 and 6 of the product:
Friend's Day is for friends alone (a client is never treated as an intimate friend, family has days
of its own, an acquaintance would get a chain); days of a role go to intimates who have it; days of
a profession go to anybody who practises it; the New Year reaches clients too; a feast of a faith
reaches only those the owner tagged with it."""


def concerns(occasion: Occasion, contact: Contact) -> bool:
    """Whether the occasion is this contact's by default, leaving dates, places and `default` aside.

    A tag that is the occasion's own key (`rosh-hashanah`) makes it theirs whatever they are to the
    owner. Who is deceased or wants no greetings is concerned by nothing.
    """
    return _greetable(contact) and (
        occasion.key in contact.tags
        or (
            contact.relationship in WHO[occasion.audience].relationships
            and _fits(occasion, contact)
        )
    )


Switches = Mapping[tuple[str, Relationship], bool]
"""What the owner turned on or off: (occasion key, relationship)."""


def greeted(occasion: Occasion, contact: Contact, switches: Switches) -> bool:
    """Whether the contact gets a greeting: whoever was marked for the day by name, then the owner's
    switch for their relationship, else the default. A switch widens to a relationship, never to
    people without the day's role or faith."""
    if occasion.key in contact.tags:
        return _greetable(contact)
    wanted = switches.get((occasion.key, contact.relationship))
    if wanted is None:
        return occasion.default and concerns(occasion, contact)
    return wanted and _greetable(contact) and _fits(occasion, contact)


def _greetable(contact: Contact) -> bool:
    return not (contact.paused or contact.deceased)


def _fits(occasion: Occasion, contact: Contact) -> bool:
    """Whether somebody has the role, faith or name the day is about (if it is about one)."""
    who = WHO[occasion.audience]
    if occasion.key in contact.tags:
        return True
    if who.roles and not who.roles & contact.roles:
        return False
    if who.tags and not who.tags & {folded(tag) for tag in contact.tags}:
        return False
    if occasion.audience is Audience.NAMESAKES:
        return folded(contact.first_name) in occasion.given_names
    return True
