"""What the code asks for is there, and what is there is asked for."""

import re

from tests.unit.locales.asked import MADE, beginnings, literal_keys, made_keys, words
from tests.unit.locales.catalogue import messages


def test_the_code_asks_only_for_texts_that_exist() -> None:
    assert len(literal_keys()) > 100
    assert literal_keys() - set(messages("es")) == set()


def test_a_key_that_waits_in_a_variable_exists() -> None:
    families = {key.split("-")[0] for key in messages("es") if "-" in key}
    shaped = {
        word
        for word in words("handlers", "views")
        if re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)+", word) and word.split("-")[0] in families
    }
    assert shaped - set(messages("es")) == set()


def test_every_key_that_can_be_made_at_run_time_exists() -> None:
    assert made_keys() - set(messages("es")) == set()


def test_every_way_of_making_a_key_is_accounted_for() -> None:
    families = {key.split("-")[0] for key in messages("es")}
    making = {one for one in beginnings() if one.split("-")[0] in families}
    assert making == set(MADE)


def test_no_text_stands_unused() -> None:
    assert set(messages("es")) - words() - made_keys() == set()
