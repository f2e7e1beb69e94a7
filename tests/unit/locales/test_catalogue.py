"""The languages say the same things, and nothing falls out between the files."""

import re

import pytest
from fluent.syntax import ast

from bot.locales import Speech
from tests.unit.locales.catalogue import (
    FILES,
    OTHERS,
    filled,
    messages,
    resource,
    samples,
    variables,
)

COUNTRIES = {"es": "AR", "es-tu": "MX", "en": "US", "it": "IT", "pt": "BR"}

EMOJI = {
    "btn-approve": "✅",
    "btn-edit": "✏️",
    "btn-write": "✏️",
    "btn-others": "🔄",
    "btn-wish-shorter": "🔄",
    "btn-wish-funnier": "🔄",
    "btn-wish-formal": "🔄",
    "btn-wish-memory": "🔄",
    "btn-drafts-before": "↩️",
    "btn-change-one": "↩️",
    "btn-take-back": "↩️",
    "btn-back-to": "↩️",
    "btn-unsettled": "❔",
    "btn-late-ask": "❔",
    "btn-skip": "⏭",
    "btn-call": "📞",
    "btn-later": "🕘",
    "btn-pause": "🕘",
    "btn-send-now": "🚀",
    "btn-send": "🚀",
    "btn-undo": "↩️",
    "btn-back": "↩️",
    "btn-open": "📲",
    "btn-share": "📲",
    "btn-voice": "🎙",
    "btn-once-more": "🔁",
    "btn-rather-write": "↩️",
    "btn-open-n": "📲",
    "btn-pick": "📲",
    "btn-copy": "📋",
    "btn-copy-n": "📋",
    "btn-called": "☑️",
    "btn-i-sent": "☑️",
    "btn-i-sent-n": "☑️",
    "btn-i-sent-name": "☑️",
    "btn-all-sent": "☑️",
    "btn-arrived": "☑️",
    "btn-again": "🔁",
    "btn-add": "➕",
    "btn-add-note": "➕",
    "btn-accept": "👍",
    "btn-same": "👍",
    "btn-refuse": "❌",
    "btn-close": "❌",
    "btn-delete": "🗑",
    "btn-forget": "🗑",
    "btn-previous": "◀️",
    "btn-next": "▶️",
    "btn-go-on": "▶️",
}
"""What people find buttons by: a fixed part of the interface."""

LABELS = ("btn-", "field-", "settings-wakes", "settings-sleeps", "touch-", "kind-")
"""How the keys of what stands on buttons begin."""

LONGEST_LABEL = 20
"""Characters that a phone shows of a button's label."""

LONGEST_ANSWER = 200
"""Characters that Telegram takes in the answer to a tap."""


def said(name: str, key: str, /, **fixed: object) -> list[str]:
    """A message of a file with every sample filled in."""
    speech = Speech(name[:2], COUNTRIES[name])
    return [speech(key, **values) for values in samples(messages(name)[key], **fixed)]


@pytest.mark.parametrize("name", FILES)
def test_every_entry_of_a_file_can_be_read(name: str) -> None:
    junk = [entry.content for entry in resource(name).body if isinstance(entry, ast.Junk)]
    assert junk == []


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice_in_a_file(name: str) -> None:
    keys = [entry.id.name for entry in resource(name).body if isinstance(entry, ast.Message)]
    assert {key for key in keys if keys.count(key) > 1} == set()


@pytest.mark.parametrize("name", OTHERS)
def test_a_language_says_all_that_spanish_says_and_nothing_else(name: str) -> None:
    assert set(messages(name)) ^ set(messages("es")) == set()


def test_spanish_outside_the_voseo_only_says_otherwise_what_spanish_says() -> None:
    unknown = set(messages("es-tu")) - set(messages("es"))
    same = {
        key
        for key, message in messages("es-tu").items()
        if key not in unknown and message.equals(messages("es")[key])
    }
    assert unknown | same == set()


@pytest.mark.parametrize("name", [*OTHERS, "es-tu"])
def test_a_message_takes_the_same_variables_in_every_language(name: str) -> None:
    spanish = messages("es")
    shared = messages(name).keys() & spanish.keys()
    odd = {key for key in shared if variables(messages(name)[key]) != variables(spanish[key])}
    assert odd == set()


@pytest.mark.parametrize("name", FILES)
def test_every_message_is_said_whole(name: str) -> None:
    broken = [
        text
        for key in messages(name)
        for text in said(name, key)
        if not text.strip() or text != text.strip() or "{" in text or "  " in text
    ]
    assert broken == []


@pytest.mark.parametrize("name", FILES)
def test_what_is_filled_in_is_said(name: str) -> None:
    for key, message in messages(name).items():
        values = {variable: f"<{variable}>" for variable in filled(message)}
        for text in said(name, key, **values):
            assert [value for value in values.values() if value not in text] == [], key


@pytest.mark.parametrize("name", FILES)
def test_the_answer_to_a_tap_fits(name: str) -> None:
    toasts = [
        text for key in messages(name) if key.startswith("toast-") for text in said(name, key)
    ]
    assert [text for text in toasts if len(text) > LONGEST_ANSWER] == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("key", "longest"), [("profile-about", 120), ("profile-description", 512)])
def test_the_profile_is_as_short_as_telegram_wants_it(name: str, key: str, longest: int) -> None:
    if key in messages(name):
        assert len(said(name, key)[0]) <= longest


def labels(name: str) -> list[str]:
    """What stands on buttons, but for what is said of one person alone."""
    return [
        text.replace("\ufe0f", "")
        for key in messages(name)
        if key.startswith(LABELS) and key not in {"btn-i-sent-name", "btn-take-back", "btn-back-to"}
        for text in said(name, key, n="2", hour="22:30")
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_phone_shows_the_whole_label(name: str) -> None:
    assert [label for label in labels(name) if len(label) > LONGEST_LABEL] == []


@pytest.mark.parametrize("name", FILES)
def test_a_label_read_aloud_makes_sense_without_its_emoji(name: str) -> None:
    """✅ alone has a number for words, which the card gives its meaning."""
    wordless = [label for label in labels(name) if not re.search(r"[^\W\d_]{2}", label)]
    assert set(wordless) == ({"✅ 2"} if name in {"es", *OTHERS} else set())


@pytest.mark.parametrize("name", ["es", *OTHERS])
def test_a_button_is_found_by_its_emoji(name: str) -> None:
    firsts = {key: {text.split()[0] for text in said(name, key)} for key in EMOJI}
    assert firsts == {key: {emoji} for key, emoji in EMOJI.items()}


@pytest.mark.parametrize("name", FILES)
def test_a_line_that_begins_with_an_emoji_begins_with_the_same_one_everywhere(name: str) -> None:
    """A lost 🔒 or ⚠️ changes what is said."""
    for key in messages(name).keys() & messages("es").keys():
        marks = [text.split()[0] for text in said("es", key) if not text[0].isascii()]
        if marks and not any(char.isalpha() or char in "¿¡«✏" for char in marks[0]):
            assert said(name, key)[0].split()[0] == marks[0], key
