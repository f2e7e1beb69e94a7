"""Secrets at rest.

ENCRYPTION_KEY wraps one data key per owner; an owner's key wraps one key per contact; a contact's key
seals whatever is known about that person, with the row's identity as associated data so that a sealed
field can't be moved to another row. Erasing a contact's row erases the only copy of its key.
"""

import base64
import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


class WrongKey(Exception):
    """ENCRYPTION_KEY does not open this database: set the key it was made with. Nothing was changed."""


class Cipher:
    """AES-GCM with one 256-bit key."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, value: Any, identity: str) -> bytes:
        """Encrypt a JSON value for the row named by `identity`."""
        nonce = os.urandom(_NONCE_BYTES)
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return nonce + self._aead.encrypt(nonce, data, identity.encode())

    def open(self, sealed: bytes, identity: str) -> Any:
        """The JSON value sealed for that row. Raises WrongKey when key or row differ, or the field is
        cut short."""
        try:
            nonce, data = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            return json.loads(self._aead.decrypt(nonce, data, identity.encode()))
        except (InvalidTag, ValueError):
            raise WrongKey from None

    def wrap(self, key: bytes, identity: str) -> bytes:
        """Encrypt another cipher's key."""
        return self.seal(base64.b64encode(key).decode(), identity)

    def unwrap(self, wrapped: bytes, identity: str) -> "Cipher":
        """The cipher whose key was wrapped."""
        return Cipher(base64.b64decode(self.open(wrapped, identity)))


class Vault:
    """Holds the keys of ENCRYPTION_KEY; the first one encrypts, all of them decrypt.

    `reload` gives the keys anew when none of them opens something: they may have been rotated while
    the program runs. What it knew before still opens, too, for what it has sealed meanwhile.
    """

    def __init__(self, keys: str, reload: Callable[[], str] | None = None) -> None:
        self._reload = reload or (lambda: keys)
        self._known: list[str] = []
        self._load(keys)

    def _load(self, keys: str) -> None:
        named = [key.strip() for key in keys.split(",")]
        known = list(dict.fromkeys([*named, *self._known]))
        try:
            self._fernet = MultiFernet([Fernet(key) for key in known])
        except ValueError:
            raise WrongKey("ENCRYPTION_KEY is not url-safe base64 of 32 bytes") from None
        self._known = known
        self._ciphers: dict[bytes, Cipher] = {}

    def new_wrapped_key(self) -> bytes:
        """A new data key, wrapped."""
        return self._fernet.encrypt(new_key())

    def cipher(self, wrapped: bytes) -> Cipher:
        """The cipher of a wrapped data key. Raises WrongKey."""
        if wrapped not in self._ciphers:
            if len(self._ciphers) > _MOST_CIPHERS:
                self._ciphers.clear()
            self._ciphers[wrapped] = Cipher(self._decrypt(wrapped))
        return self._ciphers[wrapped]

    def seal(self, value: Any) -> bytes:
        """Encrypt what belongs to no owner yet, such as an update that has just come in."""
        return self._fernet.encrypt(json.dumps(value, ensure_ascii=False).encode())

    def open(self, sealed: bytes) -> Any:
        """What `seal` encrypted. Raises WrongKey."""
        return json.loads(self._decrypt(sealed))

    def rewrap(self, token: bytes) -> bytes:
        """The same content (a wrapped key, something sealed) under the first key. Raises WrongKey."""
        try:
            return self._fernet.rotate(token)
        except InvalidToken:
            raise WrongKey from None

    def _decrypt(self, token: bytes) -> bytes:
        try:
            return self._fernet.decrypt(token)
        except InvalidToken:
            self._load(self._reload())
        try:
            return self._fernet.decrypt(token)
        except InvalidToken:
            raise WrongKey from None


_MOST_CIPHERS = 10_000


def new_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(32)


def key_beside(database: Path) -> str:
    """The keys kept beside a SQLite file, made with mode 0600 at the first start.

    Raises WrongKey when the database is there and its key file is not: a new key could not read it.
    """
    path = key_path(database)
    if path.exists():
        return path.read_text().strip()
    if database.exists() and database.stat().st_size:
        raise WrongKey(f"{path.name} is missing beside {database.name}")
    write_keys(path, Fernet.generate_key().decode())
    return path.read_text().strip()


def key_path(database: Path) -> Path:
    """Where the keys of a SQLite file are kept."""
    return database.with_suffix(".key")


def write_keys(path: Path, keys: str) -> None:
    """Write keys, comma-separated, readable by their owner only; whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half_written = path.with_suffix(".key.new")
    descriptor = os.open(half_written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(keys + "\n")
        file.flush()
        os.fsync(file.fileno())
    half_written.replace(path)
