"""Finds the cipher of an owner or a contact, once per unit of work."""

from collections.abc import Iterable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.crypto import Cipher, Vault
from storage.tables import ContactRow, OwnerRow


class Keys:
    """Ciphers by owner and by contact, unwrapped as they are asked for."""

    def __init__(self, session: AsyncSession, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._owners: dict[int, Cipher] = {}
        self._contacts: dict[int, Cipher] = {}

    async def owner(self, owner_id: int) -> Cipher:
        """The owner's cipher. Raises KeyError when there is no such owner."""
        if owner_id not in self._owners:
            row = await self._session.get(OwnerRow, owner_id)
            if row is None:
                raise KeyError(owner_id)
            self._owners[owner_id] = self._vault.cipher(row.wrapped_key)
        return self._owners[owner_id]

    async def of_contact(self, row: ContactRow) -> Cipher:
        """The cipher of a contact whose row is at hand."""
        if row.id not in self._contacts:
            owner = await self.owner(row.owner_id)
            self._contacts[row.id] = owner.unwrap(row.wrapped_key, key_identity(row.id))
        return self._contacts[row.id]

    async def of_contacts(self, owner_id: int, rows: Iterable[ContactRow]) -> dict[int, Cipher]:
        """The ciphers of an owner's contacts whose rows are at hand."""
        owner = await self.owner(owner_id)
        for row in rows:
            if row.id not in self._contacts:
                self._contacts[row.id] = owner.unwrap(row.wrapped_key, key_identity(row.id))
        return self._contacts

    def hold(self, contact_id: int, cipher: Cipher) -> None:
        """Keep at hand the cipher of a contact that is being written."""
        self._contacts[contact_id] = cipher

    async def contacts(self, ids: set[int]) -> dict[int, Cipher]:
        """The ciphers of several contacts; one query for those not seen yet."""
        missing = ids - self._contacts.keys()
        if missing:
            query = select(ContactRow).where(col(ContactRow.id).in_(missing))
            for row in await self._session.exec(query):
                await self.of_contact(row)
        return {id_: self._contacts[id_] for id_ in ids if id_ in self._contacts}

    async def contact(self, contact_id: int) -> Cipher:
        """The cipher of one contact. Raises KeyError when it is gone."""
        return (await self.contacts({contact_id}))[contact_id]


def key_identity(contact_id: int) -> str:
    """The associated data under which a contact's key is wrapped."""
    return f"contact-key:{contact_id}"
