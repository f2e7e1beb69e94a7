"""A machine of its own for a process, whose cables can be pulled: a network namespace (Linux, as root).

Two cables, so that PostgreSQL and Telegram can be lost one by one.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

DATABASE, TELEGRAM = "db", "tg"
"""The cables."""

NETS = IPv4Network("10.213.0.0/16")
"""Where each run on this network has eight addresses of its own, four for a cable."""


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
        return str(_net(cable) + 1)

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
    try:
        await _ip("netns", "add", here.name)
    except RuntimeError as error:
        raise NoNamespaces(str(error)) from error
    try:
        await _ip("-n", here.name, "link", "set", "lo", "up")
        for cable in (DATABASE, TELEGRAM):
            near, far = f"{here.name}-{cable}", f"far-{cable}"
            await _ip("link", "add", near, "type", "veth", "peer", far, "netns", here.name)
            await _ip("addr", "add", f"{_net(cable) + 1}/30", "dev", near)
            await _ip("-n", here.name, "addr", "add", f"{_net(cable) + 2}/30", "dev", far)
            await _ip("link", "set", near, "up")
            await _ip("-n", here.name, "link", "set", far, "up")
        yield here
    finally:
        for cable in (DATABASE, TELEGRAM):
            await _ip("link", "del", f"{here.name}-{cable}", must=False)
        await _ip("netns", "del", here.name, must=False)


def _net(cable: str) -> IPv4Address:
    """A cable's /30: this side is the next address, the other one that after it."""
    first = os.getpid() * 8 % NETS.num_addresses
    return NETS[first + (DATABASE, TELEGRAM).index(cable) * 4]


async def _ip(*arguments: str, must: bool = True) -> None:
    process = await asyncio.create_subprocess_exec(
        "ip", *arguments, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    if process.returncode and must:
        raise RuntimeError(f"ip {' '.join(arguments)}: {said.decode().strip()}")
