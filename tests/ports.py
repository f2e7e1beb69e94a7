"""Ports for servers that are told theirs, instead of choosing it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def own_port() -> Iterator[int]:
    """A port of loopback that nobody else gets meanwhile, not even as the near end of a connection: it is
    bound here, and whoever listens there with SO_REUSEADDR, as all servers do, may still come and go."""
    with socket.socket() as keeper:
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        keeper.bind(("127.0.0.1", 0))
        port: int = keeper.getsockname()[1]
        yield port
