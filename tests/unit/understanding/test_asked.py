"""While somebody is asked about, only what is plainly of somebody else is not the answer."""

import pytest

from bot.understanding.asked import Heard, heard
from bot.understanding.rules import understand
from tests.unit.understanding.cases import known

TEO = 2
"""Who is asked about; Juana is known, too."""


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("fuimos al cine", Heard.ANSWER),
        ("Cine, pizza y charla", Heard.ANSWER),
        ("Fuimos a pescar. Juana se cayó al agua.", Heard.ANSWER),
        ("conocí a su novia", Heard.ANSWER),
        ("Mendoza, amigos, vino", Heard.ANSWER),
        ("Teo se recibió", Heard.ANSWER),
        ("agregá que le gusta el jazz", Heard.ANSWER),
        ("¿a quién saludo mañana?", Heard.MEANWHILE),
        ("gracias", Heard.MEANWHILE),
        ("Juana se recibió", Heard.ELSEWHERE),
        ("anotá que Juana se casó", Heard.ELSEWHERE),
        ("Teo se casó y Juana se recibió", Heard.ELSEWHERE),
        ("Agregá a Tomi, amigo del club, cumple el 3 de mayo", Heard.ELSEWHERE),
        ("Tomi, amigo del club, cumple el 3 de mayo", Heard.ELSEWHERE),
        ("borrá a Juana", Heard.ELSEWHERE),
        ("Con Juana fuimos a verlo tocar", Heard.EITHER),
    ],
)
def test_what_is_said_while_teo_is_asked_about(words: str, means: Heard) -> None:
    circumstances = known()
    actions = understand(words, circumstances)
    assert heard(words, actions, TEO, circumstances.candidates) is means


@pytest.mark.parametrize("words", ["Juana se recibió", "Agregá a Tomi, amigo del club"])
def test_where_anybody_may_be_told_of_it_is_all_the_answer(words: str) -> None:
    circumstances = known()
    actions = understand(words, circumstances)
    assert heard(words, actions, None, circumstances.candidates) is Heard.ANSWER
