"""Which notes of an address book must not leave the machine: people keep PINs and accounts there."""

import re

_WORDS = re.compile(
    r"(?i)\b(?:pin|password|passwd|pwd|clave|contraseña|contrasena|token|cbu|cvu|iban|dni|cuit|cuil"
    r"|ssn|cpf|rg|senha|codice fiscale|partita iva|passaporto|pasaporte|passport|tarjeta|carta di"
    r" credito|cartão|cvv|login)\b"
)
_DIGITS = re.compile(r"\d(?:[\d .-]{4,})\d")


def is_secret(text: str) -> bool:
    """Whether a note speaks of an account or a document, or holds a long number."""
    return bool(_WORDS.search(text) or _DIGITS.search(text))
