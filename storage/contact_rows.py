"""A contact as a row of its table, and back."""

from datetime import date
from typing import Any

from bot.domain.contacts import (
    Contact,
    FriendsDay,
    Kind,
    Register,
    Relationship,
    Route,
)
from bot.domain.touch import Touch
from storage.tables import ContactRow

_SECRET = ("name", "nickname", "form_of_address", "phone", "username", "email")


def secret(contact: Contact) -> dict[str, Any]:
    """What is sealed."""
    touch = contact.touch
    return {name: getattr(contact, name) for name in _SECRET} | {
        "tags": sorted(contact.tags),
        "route": contact.route,
        "friends_day": contact.friends_day,
        "touch": touch and [touch.months, touch.first.isoformat()],
    }


def columns(contact: Contact) -> dict[str, Any]:
    """What stands in the clear, so that the database can search by it."""
    return {
        "id": contact.id,
        "owner_id": contact.owner_id,
        "kind": contact.kind.value,
        "relationship": contact.relationship.value,
        "roles": " ".join(sorted(contact.roles)),
        "register_": contact.register.value,
        "language": contact.language,
        "country": contact.country,
        "timezone": contact.timezone,
        "linked_chat_id": contact.linked_chat_id,
        "paused": contact.paused,
        "deceased": contact.deceased,
    }


def contact(row: ContactRow, opened: dict[str, Any]) -> Contact:
    """The contact of a row whose `sealed` was opened."""
    return Contact(
        id=row.id,
        owner_id=row.owner_id,
        kind=Kind(row.kind),
        relationship=Relationship(row.relationship),
        roles=frozenset(row.roles.split()),
        register=Register(row.register_),
        language=row.language,
        country=row.country,
        timezone=row.timezone,
        linked_chat_id=row.linked_chat_id,
        paused=row.paused,
        deceased=row.deceased,
        tags=frozenset(opened["tags"]),
        route=Route(opened["route"]) if opened.get("route") else None,
        **{name: opened[name] for name in _SECRET},
        **_days(opened),
    )


def _days(opened: dict[str, Any]) -> dict[str, Any]:
    """What is special about their days; an older row says nothing of it."""
    friends_day, touch = opened.get("friends_day"), opened.get("touch")
    return {
        "friends_day": friends_day and FriendsDay(friends_day),
        "touch": touch and Touch(touch[0], date.fromisoformat(touch[1])),
    }
