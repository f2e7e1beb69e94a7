"""A setting of a file that makes no sense is named as /settings names it."""

import pytest

from bot.exchange.abrazo import SETTINGS
from bot.locales import LANGUAGES, Speech
from bot.views.naming import setting_name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_of_an_export_is_named_by_its_button(language: str) -> None:
    named = {name: setting_name(name, Speech(language, "AR")) for name in (*SETTINGS, "switches")}
    assert not [words for words in named.values() if words.isascii() or "_" in words]
    assert named["gap_days"] == Speech(language, "AR")("btn-opt-gap")
