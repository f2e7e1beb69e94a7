"""Row identities, made before the row is written because sealed fields are bound to them."""

import secrets


def new_id() -> int:
    """A random positive 62-bit number: unguessable, and the same on every database."""
    return secrets.randbits(62) or 1
