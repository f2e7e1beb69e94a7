"""Marked text becomes plain text with entities, counted as Telegram counts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import formatted, utf16_length, utf16_slice
from bot.playground.errors import Refused


def marks(text: str, mode: str) -> list[tuple[str, str]]:
    plain, entities = formatted(text, mode, None)
    return [(mark["type"], utf16_slice(plain, mark["offset"], mark["length"])) for mark in entities]


def test_offsets_count_utf_16_units() -> None:
    plain, entities = formatted("🤗 <b>té</b>", "HTML", None)

    assert plain == "🤗 té"
    assert entities == [{"type": "bold", "offset": 3, "length": 2}]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<strong>a</strong><em>b</em>", [("bold", "a"), ("italic", "b")]),
        ("<u>a</u><ins>b</ins>", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s><strike>b</strike><del>c</del>", [("strikethrough", x) for x in "abc"]),
        ("<tg-spoiler>a</tg-spoiler>", [("spoiler", "a")]),
        ('<span class="tg-spoiler">a</span>', [("spoiler", "a")]),
        ("<blockquote>a\nb</blockquote>", [("blockquote", "a\nb")]),
        ("<code>/add @ana</code>", [("code", "/add @ana")]),
        ('<a href="https://x.org/?a=1&amp;b=2">x</a>', [("text_link", "x")]),
        ("<B>a</B>", [("bold", "a")]),
        ("/add @juanap #té a@b.org https://x.org/a.", [
            ("bot_command", "/add"),
            ("mention", "@juanap"),
            ("hashtag", "#té"),
            ("email", "a@b.org"),
            ("url", "https://x.org/a"),
        ]),
    ],
)  # fmt: skip
def test_html_marks(source: str, expected: list[tuple[str, str]]) -> None:
    assert marks(source, "HTML") == expected


def test_html_escapes_are_read_and_links_keep_their_address() -> None:
    plain, entities = formatted(
        '&lt;b&gt; &amp; &quot;<a href="https://x.org/?a=1&amp;b=2">y</a>&quot; &#233;',
        "HTML",
        None,
    )

    assert plain == '<b> & "y" é'
    assert entities[0]["url"] == "https://x.org/?a=1&b=2"


def test_a_pre_block_knows_its_language() -> None:
    _, entities = formatted('<pre><code class="language-python">x = 1</code></pre>', "HTML", None)

    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("té <p>a</p>", 'Unsupported start tag "p" at byte offset 4'),
        ("a<br/>b", 'Unsupported start tag "br/" at byte offset 1'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>a</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_html_is_refused_with_its_place(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        formatted(source, "HTML", None)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*a _b_*", [("italic", "b"), ("bold", "a b")]),
        ("__a__ ~b~ ||c||", [("underline", "a"), ("strikethrough", "b"), ("spoiler", "c")]),
        ("`a*b` ```py\nx_y```", [("code", "a*b"), ("pre", "x_y")]),
        ("```x```", [("pre", "x")]),
        ("[Juana\\!](https://x.org/a\\)b)", [("text_link", "Juana!")]),
    ],
)
def test_markdown_v2_marks(source: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(marks(source, "MarkdownV2")) == sorted(expected)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("hola.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*hola", "Can't find end of Bold entity at byte offset 0"),
    ],
)
def test_broken_markdown_v2_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        formatted(source, "MarkdownV2", None)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_legacy_markdown_leaves_punctuation_alone() -> None:
    assert marks("*a.* _b!_ [c](https://x.org)", "Markdown") == [
        ("bold", "a."),
        ("italic", "b!"),
        ("text_link", "c"),
    ]


PIECES = ["<b>", "</b>", "<i>", "</i>", "<a href='https://x.org'>", "</a>", "<", ">", "&lt;", "&",
          "*", "_", "__", "~", "||", "`", "```", "[", "](https://x.org)", "\\", "\n", " ", "🤗",
          "té", "/add", "@juana", "#a", "."]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(["HTML", "MarkdownV2", ""]))
def test_marks_cover_whole_characters_of_the_text_or_the_text_is_refused(
    source: str, mode: str
) -> None:
    try:
        plain, entities = formatted(source, mode, None)
    except Refused:
        return

    assert plain == plain.strip()
    for mark in entities:
        covered = utf16_slice(plain, mark["offset"], mark["length"])
        assert covered
        assert utf16_length(covered) == mark["length"]


def test_white_space_around_a_text_falls_away_and_marks_move_with_it() -> None:
    given: list[dict[str, Any]] = [{"type": "bold", "offset": 2, "length": 6}]

    assert formatted("\n hola \n", "", given) == (
        "hola",
        [{"type": "bold", "offset": 0, "length": 4}],
    )
