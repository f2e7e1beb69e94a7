"""A machine of its own for a process, whose cables can be pulled: a network namespace (Linux, as root).

Two cables, so that PostgreSQL and Telegram can be lost one by one.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

DATABASE, TELEGRAM = "db", "tg"
"""The cables."""

NETS = {DATABASE: "10.213.77.0", TELEGRAM: "10.213.78.0"}
"""Each a /30: this side is .1, the other one .2."""


class NoNamespaces(Exception):
    """This machine lets nobody make a network namespace."""


@dataclass(frozen=True)
class Machine:
    """`name`: of the namespace; its cables are called after it."""

    name: str

    @property
    def prefix(self) -> tuple[str, ...]:
        """What a command line begins with to run there; it keeps its process id."""
        return ("ip", "netns", "exec", self.name)

    def seen_from_there(self, cable: str) -> str:
        """This side's address."""
        return NETS[cable].removesuffix("0") + "1"

    async def pull(self, *cables: str) -> None:
        """Nothing goes through any more, and nobody is told."""
        for cable in cables:
            await _ip("link", "set", f"{self.name}-{cable}", "down")

    async def plug(self, *cables: str) -> None:
        """All is as before."""
        for cable in cables:
            await _ip("link", "set", f"{self.name}-{cable}", "up")


@asynccontextmanager
async def machine() -> AsyncIterator[Machine]:
    """A machine beside this one. Raises NoNamespaces."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        raise NoNamespaces("it takes root and iproute2")
    here = Machine(f"abz{os.getpid()}")
    await _ip("netns", "add", here.name)
    try:
        await _ip("-n", here.name, "link", "set", "lo", "up")
        for cable, net in NETS.items():
            near, far, start = f"{here.name}-{cable}", f"far-{cable}", net.removesuffix("0")
            await _ip("link", "add", near, "type", "veth", "peer", far, "netns", here.name)
            await _ip("addr", "add", f"{start}1/30", "dev", near)
            await _ip("-n", here.name, "addr", "add", f"{start}2/30", "dev", far)
            await _ip("link", "set", near, "up")
            await _ip("-n", here.name, "link", "set", far, "up")
        yield here
    finally:
        for cable in NETS:
            await _ip("link", "del", f"{here.name}-{cable}", must=False)
        await _ip("netns", "del", here.name, must=False)


async def _ip(*arguments: str, must: bool = True) -> None:
    process = await asyncio.create_subprocess_exec(
        "ip", *arguments, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    if process.returncode and must:
        raise NoNamespaces(f"ip {' '.join(arguments)}: {said.decode().strip()}")
