"""A PostgreSQL of the test's own, which it may cut and restart."""

import asyncio
import os
import shutil
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


def programs() -> Path | None:
    """Where initdb and pg_ctl are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    in_path = shutil.which("initdb")
    return Path(in_path).parent if in_path else None


class Cluster:
    """A server on that port of loopback, without a care for the disk."""

    def __init__(self, programs: Path, home: Path, port: int) -> None:
        self._programs = programs
        self._home = home
        self._port = port
        self._addresses = ["127.0.0.1"]

    @property
    def url(self) -> str:
        """For DATABASE_URL."""
        return self.url_at("127.0.0.1")

    def url_at(self, address: str) -> str:
        """The same, for who reaches it there."""
        return f"postgresql+psycopg://postgres@{address}:{self._port}/postgres"

    async def start(self) -> None:
        """Make it and start it."""
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(self._home, "postgres")
        await self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        await self._control("start")

    async def listen(self, address: str) -> None:
        """Let the neighbours of that address in, too."""
        self._addresses.append(address)
        with (self._home / "data" / "pg_hba.conf").open("a") as known:
            known.write(f"host all all {address}/30 trust\n")
        await self.restart()

    async def restart(self) -> None:
        """As after a crash: nothing is finished, everybody is cut off."""
        await self._control("restart", "-m", "immediate")

    async def stop(self) -> None:
        """For good."""
        await self._control("stop", "-m", "immediate")

    async def cut(self) -> None:
        """End every connection but this one's."""
        engine = create_async_engine(self.url)
        async with engine.connect() as connection:
            await connection.execute(CUT)
        await engine.dispose()

    async def _control(self, *arguments: str) -> None:
        options = f"-p {self._port} -c listen_addresses={','.join(self._addresses)}"
        options += f" -c fsync=off -c unix_socket_directories={self._home} -c max_connections=200"
        log = str(self._home / "log")
        await self._run("pg_ctl", *arguments, "-w", "-t", "60", "-l", log, "-o", options)

    async def _run(self, program: str, *arguments: str) -> None:
        line = [str(self._programs / program), "-D", str(self._home / "data"), *arguments]
        if os.geteuid() == 0:
            line = ["runuser", "-u", "postgres", "--", *line]
        process = await asyncio.create_subprocess_exec(
            *line, cwd=self._home, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        if await process.wait():
            raise RuntimeError(f"{program} failed: see {self._home / 'log'}")
