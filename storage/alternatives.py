"""The alternatives of greetings, in rounds: each 🔄 adds one."""

from collections.abc import Sequence

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.greetings import Alternative, Greeting
from storage import alternative_rows
from storage.crypto import Cipher
from storage.ids import new_id
from storage.keys import Keys
from storage.tables import AlternativeRow


class Alternatives:
    """Rows of `alternative` as domain objects."""

    def __init__(self, session: AsyncSession, keys: Keys) -> None:
        self._session = session
        self._keys = keys

    async def offer(self, greeting: Greeting, alternatives: Sequence[Alternative]) -> None:
        """Write a further round of alternatives; the earlier ones are kept as "do not repeat"."""
        cipher = await self._keys.contact(greeting.contact_id)
        query = select(func.max(AlternativeRow.round)).where(
            AlternativeRow.greeting_id == greeting.id
        )
        last = (await self._session.exec(query)).one()
        for alternative in alternatives:
            row_id = new_id()
            secret = alternative_rows.secret(alternative)
            self._session.add(
                AlternativeRow(
                    id=row_id,
                    owner_id=greeting.owner_id,
                    greeting_id=greeting.id,
                    round=(last or 0) + 1,
                    number=alternative.number,
                    drafter=alternative.drafter,
                    sealed=cipher.seal(secret, f"alternative:{row_id}"),
                )
            )

    async def drop_last_round(self, greeting: Greeting) -> None:
        """Take the newest round of alternatives back; the one before it stands again."""
        newest = select(func.max(AlternativeRow.round)).where(
            AlternativeRow.greeting_id == greeting.id
        )
        last = (await self._session.exec(newest)).one()
        await self._session.exec(
            delete(AlternativeRow).where(
                col(AlternativeRow.greeting_id) == greeting.id, col(AlternativeRow.round) == last
            )
        )

    async def last(self, greeting: Greeting) -> list[Alternative]:
        """The alternatives of the last round, by number."""
        rounds = await self.rounds(greeting)
        return rounds[-1] if rounds else []

    async def rounds(self, greeting: Greeting) -> list[list[Alternative]]:
        """Every round of alternatives, the oldest first."""
        return (await self.rounds_of([greeting])).get(greeting.id, [])

    async def earlier_texts(self, greeting: Greeting) -> list[str]:
        """Every text offered so far for this greeting."""
        rounds = await self.rounds_of([greeting])
        return [one.text for round_ in rounds.get(greeting.id, []) for one in round_ if one.text]

    async def last_rounds(self, greetings: Sequence[Greeting]) -> dict[int, list[Alternative]]:
        """The last round of each of these greetings."""
        return {id_: rounds[-1] for id_, rounds in (await self.rounds_of(greetings)).items()}

    async def rounds_of(self, greetings: Sequence[Greeting]) -> dict[int, list[list[Alternative]]]:
        """Every round of alternatives of each of these greetings, the oldest first, by id."""
        by_id = {greeting.id: greeting for greeting in greetings}
        ciphers = await self._keys.contacts({greeting.contact_id for greeting in greetings})
        query = (
            select(AlternativeRow)
            .where(col(AlternativeRow.greeting_id).in_(by_id))
            .order_by(col(AlternativeRow.round), col(AlternativeRow.number))
        )
        found: dict[int, dict[int, list[Alternative]]] = {}
        for row in await self._session.exec(query):
            cipher = ciphers[by_id[row.greeting_id].contact_id]
            rounds = found.setdefault(row.greeting_id, {})
            rounds.setdefault(row.round, []).append(_load(row, cipher))
        return {id_: list(rounds.values()) for id_, rounds in found.items()}


def _load(row: AlternativeRow, cipher: Cipher) -> Alternative:
    opened = cipher.open(row.sealed, f"alternative:{row.id}")
    return alternative_rows.alternative(row.id, row.number, row.drafter, opened)
