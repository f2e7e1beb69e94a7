"""The owner's signature: it ends a draft before the owner sees it, never what was approved."""

from bot.domain.contacts import Relationship
from bot.domain.owners import Owner


def signature_for(owner: Owner, relationship: Relationship, *, letter: bool) -> str | None:
    """What a draft ends with: what the owner keeps for that relationship; else, in a letter or to a
    client, what they keep for everybody. Nobody signs a chat with a friend unasked."""
    own = owner.signatures.get(relationship)
    if own or not (letter or relationship is Relationship.CLIENT):
        return own
    return owner.signature


def signed(text: str, signature: str | None) -> str:
    """The text with the signature on a line of its own."""
    return f"{text}\n{signature}" if signature else text


def unsigned(text: str, owner: Owner) -> str:
    """The text as it was before it was signed, so that a signature makes no two texts alike."""
    for signature in (*owner.signatures.values(), owner.signature):
        if signature and text.endswith(f"\n{signature}"):
            return text.removesuffix(f"\n{signature}")
    return text
