"""The signature comes and goes without a trace, and only where a letter would carry one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.contacts import Relationship
from bot.domain.signing import signature_for, signed, unsigned
from tests.fakes.people import marcelo

lines = st.text(min_size=1, max_size=40)

MARCELO = marcelo(1)
SIGNS = MARCELO.evolve(
    signature="Cordialmente, Marcelo Gil", signatures={Relationship.FAMILY: "Marce"}
)


@given(text=lines, signature=lines, other=lines)
def test_what_was_signed_comes_back_as_it_was(text: str, signature: str, other: str) -> None:
    owner = MARCELO.evolve(signature=other, signatures={Relationship.CLIENT: signature})
    kept = signature_for(owner, Relationship.CLIENT, letter=False)
    assert signed(text, kept).endswith(f"\n{signature}")
    again = unsigned(signed(text, kept), MARCELO.evolve(signature=signature))
    assert again == text


def test_without_a_signature_nothing_changes() -> None:
    assert unsigned(signed("Feliz día", None), MARCELO) == "Feliz día"


def test_however_the_owner_signs_it_is_taken_off() -> None:
    for signature in ("Marce", "Cordialmente, Marcelo Gil"):
        assert unsigned(f"Feliz día\n{signature}", SIGNS) == "Feliz día"


@pytest.mark.parametrize(
    ("relationship", "letter", "signature"),
    [
        (Relationship.FRIEND, False, None),
        (Relationship.FRIEND, True, "Cordialmente, Marcelo Gil"),
        (Relationship.CLIENT, False, "Cordialmente, Marcelo Gil"),
        (Relationship.FAMILY, False, "Marce"),
        (Relationship.FAMILY, True, "Marce"),
    ],
)
def test_letters_and_clients_are_signed_and_chats_only_when_asked(
    relationship: Relationship, letter: bool, signature: str | None
) -> None:
    assert signature_for(SIGNS, relationship, letter=letter) == signature
