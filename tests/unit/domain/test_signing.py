"""The signature comes and goes without a trace."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.signing import signed, unsigned

lines = st.text(min_size=1, max_size=40)


@given(text=lines, signature=lines)
def test_what_was_signed_comes_back_as_it_was(text: str, signature: str) -> None:
    assert signed(text, signature).endswith(f"\n{signature}")
    assert unsigned(signed(text, signature), signature) == text


def test_without_a_signature_nothing_changes() -> None:
    assert unsigned(signed("Feliz día", None), None) == "Feliz día"
