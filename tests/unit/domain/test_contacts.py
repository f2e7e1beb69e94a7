"""How somebody is called whose name begins with a title."""

import pytest

from bot.domain.contacts import first_name


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Juana Pérez", "Juana"),
        ("Juana", "Juana"),
        ("Sra. Rossi", "Sra. Rossi"),
        ("Sig.ra Anna Fonti", "Sig.ra Anna"),
        ("Dona Fátima", "Dona Fátima"),
        ("Dr Patel", "Dr Patel"),
        ("Tía Coca", "Tía Coca"),
        ("Gran", "Gran"),
    ],
)
def test_a_title_is_no_name(name: str, called: str) -> None:
    assert first_name(name) == called
