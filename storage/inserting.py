"""Rows that somebody else may write this instant: both databases may be told what to do then."""

from collections.abc import Callable

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

_Insert = Callable[[type[SQLModel]], sqlite.Insert | postgresql.Insert]

_INSERT: dict[str, _Insert] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert(session: AsyncSession, table: type[SQLModel]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT of this session's database, which knows ON CONFLICT."""
    return _INSERT[session.get_bind().dialect.name](table)
