"""Contacts with their notes and dates."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import delete, func, insert
from sqlalchemy import select as some_columns
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.contacts import Contact, Note, PersonalDate
from storage import contact_rows
from storage.crypto import Cipher, new_key
from storage.ids import new_id
from storage.keys import Keys, key_identity
from storage.tables import ContactRow, NoteRow, PersonalDateRow

Filling = tuple[Contact, Sequence[Note], Sequence[PersonalDate]]
"""A contact, and the notes and dates that are theirs."""


class Contacts:
    """Rows of `contact`, `note` and `personal_date` as domain objects; every query names the owner."""

    def __init__(
        self,
        session: AsyncSession,
        keys: Keys,
        now: datetime,
        told: Callable[[int], Awaitable[None]],
    ) -> None:
        """`told` hears of each contact whose fields, notes or dates change."""
        self._session = session
        self._keys = keys
        self._now = now
        self._everybody: dict[int, list[Contact]] = {}
        self._told = told
        self.forgotten: set[int] = set()
        """Whom this unit erased."""
        self.added = False
        """Whether this unit has added anybody."""

    async def add(self, contact: Contact) -> Contact:
        """Write a new contact (its `id` is given here) under a key of its own."""
        return (await self.add_all([contact]))[0]

    async def add_all(self, contacts: Iterable[Contact]) -> list[Contact]:
        """Write new contacts at once; one that has an id (it is put back) keeps it."""
        self.added = True
        self._everybody.clear()
        added = [one if one.id else one.evolve(id=new_id()) for one in contacts]
        rows = []
        for contact in added:
            key = new_key()
            owner = await self._keys.owner(contact.owner_id)
            cipher = Cipher(key)
            self._keys.hold(contact.id, cipher)
            rows.append(
                contact_rows.columns(contact)
                | {
                    "wrapped_key": owner.wrap(key, key_identity(contact.id)),
                    "sealed": cipher.seal(contact_rows.secret(contact), f"contact:{contact.id}"),
                    "created_at": self._now,
                    "updated_at": self._now,
                }
            )
        if rows:
            await self._session.flush()
            await self._session.exec(insert(ContactRow), params=rows)
        return added

    async def save(self, contact: Contact) -> None:
        """Write what `evolve` changed."""
        self._everybody.clear()
        row = await self._session.get_one(ContactRow, contact.id)
        for name, value in contact_rows.columns(contact).items():
            setattr(row, name, value)
        cipher = await self._keys.of_contact(row)
        row.sealed = cipher.seal(contact_rows.secret(contact), f"contact:{contact.id}")
        row.updated_at = self._now
        await self._told(contact.id)

    async def get(self, owner_id: int, contact_id: int) -> Contact | None:
        """One contact of that owner, or None."""
        row = await self._session.get(ContactRow, contact_id)
        return await self._load(row) if row and row.owner_id == owner_id else None

    async def of_owner(self, owner_id: int) -> list[Contact]:
        """All of them, by name; read once per unit, until it writes one of them."""
        if owner_id not in self._everybody:
            query = some_columns(*_LOADED).where(col(ContactRow.owner_id) == owner_id)
            rows = cast("list[ContactRow]", (await self._session.exec(cast("Any", query))).all())
            ciphers = await self._keys.of_contacts(owner_id, rows)
            contacts = [_contact(row, ciphers[row.id]) for row in rows]
            self._everybody[owner_id] = sorted(contacts, key=lambda one: one.name.casefold())
        return list(self._everybody[owner_id])

    async def some(self, ids: Iterable[int]) -> dict[int, Contact]:
        """Contacts by id."""
        query = select(ContactRow).where(col(ContactRow.id).in_(set(ids)))
        return {row.id: await self._load(row) for row in await self._session.exec(query)}

    async def linked_to(self, chat_id: int) -> list[Contact]:
        """The contacts that are this chat's person, one per owner who invited them."""
        query = select(ContactRow).where(ContactRow.linked_chat_id == chat_id)
        return [await self._load(row) for row in await self._session.exec(query)]

    async def count(self, owner_id: int) -> int:
        """How many there are."""
        query = select(func.count()).where(ContactRow.owner_id == owner_id)
        return (await self._session.exec(query)).one()

    async def forget(self, contact: Contact) -> None:
        """Erase the contact, its key and all that hangs on it."""
        self.forgotten.add(contact.id)
        self._everybody.clear()
        await self._session.exec(delete(ContactRow).where(col(ContactRow.id) == contact.id))

    async def add_note(self, contact: Contact, text: str, *, private: bool = False) -> Note:
        """Write a note."""
        return await self.put_note(contact, Note(id=0, text=text, private=private))

    async def put_note(self, contact: Contact, note: Note) -> Note:
        """Write a whole note as it is; one that has an id (it is put back) keeps it."""
        cipher = await self._keys.contact(contact.id)
        note = replace(note, id=note.id or new_id(), created_at=note.created_at or self._now)
        await self._session.merge(
            NoteRow(
                id=note.id,
                owner_id=contact.owner_id,
                contact_id=contact.id,
                sealed=cipher.seal(note.text, f"note:{note.id}"),
                private=note.private,
                pinned=note.pinned,
                created_at=note.created_at or self._now,
            )
        )
        await self._told(contact.id)
        return note

    async def fill_all(self, filled: Iterable[Filling]) -> None:
        """Write the notes and dates of contacts that were just added, at once."""
        notes, dates = [], []
        for contact, told, days in filled:
            cipher = await self._keys.contact(contact.id)
            base = {"owner_id": contact.owner_id, "contact_id": contact.id}
            for note in told:
                row_id = new_id()
                notes.append(
                    base
                    | {
                        "id": row_id,
                        "sealed": cipher.seal(note.text, f"note:{row_id}"),
                        "private": note.private,
                        "pinned": note.pinned,
                        "created_at": note.created_at or self._now,
                    }
                )
            for day in {one.key: one for one in days}.values():
                row_id = new_id()
                secret = {"year": day.year, "name": day.name}
                dates.append(
                    base
                    | {
                        "id": row_id,
                        "key": day.key,
                        "month": day.month,
                        "day": day.day,
                        "sealed": cipher.seal(secret, f"date:{row_id}"),
                    }
                )
        for table, rows in ((NoteRow, notes), (PersonalDateRow, dates)):
            if rows:
                await self._session.exec(insert(table), params=rows)

    async def note(self, owner_id: int, note_id: int) -> tuple[int, Note] | None:
        """One note of that owner, after the id of its contact."""
        row = await self._session.get(NoteRow, note_id)
        if row is None or row.owner_id != owner_id:
            return None
        cipher = await self._keys.contact(row.contact_id)
        text = cipher.open(row.sealed, f"note:{row.id}")
        return row.contact_id, Note(row.id, text, row.private, row.pinned, row.created_at)

    async def noted(self, owner_id: int) -> set[int]:
        """The ids of the contacts that have a note."""
        query = select(NoteRow.contact_id).where(NoteRow.owner_id == owner_id).distinct()
        return set(await self._session.exec(query))

    async def notes(self, ids: Sequence[int]) -> dict[int, tuple[Note, ...]]:
        """The notes of each of these contacts: pinned first, then the newest."""
        ciphers = await self._keys.contacts(set(ids))
        query = (
            select(NoteRow)
            .where(col(NoteRow.contact_id).in_(set(ids)))
            .order_by(col(NoteRow.pinned).desc(), col(NoteRow.created_at).desc(), col(NoteRow.id))
        )
        found: dict[int, list[Note]] = {contact_id: [] for contact_id in ids}
        for row in await self._session.exec(query):
            text = ciphers[row.contact_id].open(row.sealed, f"note:{row.id}")
            note = Note(row.id, text, row.private, row.pinned, row.created_at)
            found[row.contact_id].append(note)
        return {contact_id: tuple(notes) for contact_id, notes in found.items()}

    async def drop_note(self, owner_id: int, note_id: int) -> None:
        """Erase a note."""
        dropped = await self._session.exec(
            delete(NoteRow)
            .where(col(NoteRow.id) == note_id, col(NoteRow.owner_id) == owner_id)
            .returning(col(NoteRow.contact_id))
        )
        for (contact_id,) in dropped:
            await self._told(contact_id)

    async def set_date(self, contact: Contact, day: PersonalDate) -> None:
        """Write a yearly date; a birthday or the like replaces the one with the same key."""
        cipher = await self._keys.contact(contact.id)
        await self._session.exec(
            delete(PersonalDateRow).where(
                col(PersonalDateRow.contact_id) == contact.id,
                col(PersonalDateRow.key) == day.key,
            )
        )
        row_id = new_id()
        secret = {"year": day.year, "name": day.name}
        self._session.add(
            PersonalDateRow(
                id=row_id,
                owner_id=contact.owner_id,
                contact_id=contact.id,
                key=day.key,
                month=day.month,
                day=day.day,
                sealed=cipher.seal(secret, f"date:{row_id}"),
            )
        )

    async def drop_date(self, contact: Contact, key: str) -> None:
        """Erase a yearly date."""
        await self._session.exec(
            delete(PersonalDateRow).where(
                col(PersonalDateRow.contact_id) == contact.id, col(PersonalDateRow.key) == key
            )
        )

    async def dates(self, ids: Sequence[int]) -> dict[int, tuple[PersonalDate, ...]]:
        """The yearly dates of each of these contacts."""
        ciphers = await self._keys.contacts(set(ids))
        query = select(PersonalDateRow).where(col(PersonalDateRow.contact_id).in_(set(ids)))
        found: dict[int, list[PersonalDate]] = {contact_id: [] for contact_id in ids}
        for row in await self._session.exec(query):
            secret = ciphers[row.contact_id].open(row.sealed, f"date:{row.id}")
            day = PersonalDate(row.key, row.month, row.day, secret["year"], secret["name"])
            found[row.contact_id].append(day)
        return {contact_id: tuple(days) for contact_id, days in found.items()}

    async def _load(self, row: ContactRow) -> Contact:
        return _contact(row, await self._keys.of_contact(row))


_LOADED = [
    getattr(ContactRow, name)
    for name in ContactRow.model_fields
    if name not in {"created_at", "updated_at"}
]
"""What a contact is made of."""


def _contact(row: ContactRow, cipher: Cipher) -> Contact:
    return contact_rows.contact(row, cipher.open(row.sealed, f"contact:{row.id}"))
