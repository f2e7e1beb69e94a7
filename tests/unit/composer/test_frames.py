"""The data files of the composer: complete, and refused when they are malformed."""

from typing import Any

import pytest

from bot.domain.contacts import Register, Relationship
from bot.drafters.composer import frames as module
from bot.drafters.composer.frames import frames, say, slots_of_kinds
from bot.drafters.composer.grammar import LANGUAGES, BadComposerData, grammar, load_toml
from bot.drafters.composer.phrases import Name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_forty_frames_and_more(language: str) -> None:
    texts = [sentence.text for sentence in frames(language).frames]
    assert len(texts) == len(set(texts)) >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_note_can_be_said_to_a_friend(language: str) -> None:
    friendly = (f for f in frames(language).frames if Relationship.FRIEND in f.relationships)
    said = {kind for frame in friendly for kind in frame.kinds}
    assert set(slots_of_kinds(language)) <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_shouts_or_waves_emoji(language: str) -> None:
    for sentence in frames(language).sentences:
        assert sentence.text.count("!") <= 1, sentence.id
        assert not any(ord(c) > 0x2030 for c in sentence.text), sentence.id


def load_with(monkeypatch: pytest.MonkeyPatch, section: str, row: dict[str, Any]) -> None:
    data = load_toml("frames", "es")
    data[section].append(row)
    monkeypatch.setattr(module, "load_toml", lambda *_: data)
    frames.__wrapped__("es")


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ({"id": "x", "kinds": ["pet"], "text": "{pet}", "colour": "red"}, "unknown fields"),
        ({"id": "x", "kinds": ["pet"], "text": "{thing}"}, "offers no slot"),
        ({"id": "x", "kinds": ["spaceship"], "text": "hola"}, "unknown kinds"),
        ({"id": "x", "kinds": ["pet"], "text": "[vos|tú] {pet}"}, "lacks a register"),
        ({"id": "x", "kinds": ["pet"], "text": "{pet}", "occasions": ["tuesday"]}, "occasions"),
        ({"id": "x", "kinds": ["pet"], "text": "{pet}", "relationships": ["foe"]}, "foe"),
        ({"id": "x", "kinds": ["pet"], "text": "{pet}", "registers": ["thou"]}, "thou"),
        ({"id": "pet-walk", "kinds": ["pet"], "text": "{pet}"}, "used twice"),
        ({"id": "x", "kinds": ["pet"]}, "text"),
    ],
)
def test_a_malformed_frame_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, row: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(BadComposerData, match=complaint):
        load_with(monkeypatch, "frame", row)


def test_words_of_a_note_are_never_read_as_slots() -> None:
    frame = next(f for f in frames("es").frames if f.id == "quote-ban")
    slot = Name(grammar("es"), "{wish} [a|b|c]")
    text = say(frame, Register.VOS, "es", {"words": slot}, wish="feliz día")
    assert text == 'Hoy está prohibido decir "{wish} [a|b|c]". Mañana vemos.'
