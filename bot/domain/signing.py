"""The owner's signature: it ends a draft before the owner sees it, never what was approved."""


def signed(text: str, signature: str | None) -> str:
    """The text with the signature on a line of its own."""
    return f"{text}\n{signature}" if signature else text


def unsigned(text: str, signature: str | None) -> str:
    """The text as it was before it was signed, so that a signature makes no two texts alike."""
    return text.removesuffix(f"\n{signature}") if signature else text
