"""Links that open the owner's own account with the text already written."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings

from bot.channels.link import LONGEST_URL, Link, prefilled
from bot.domain.contacts import Contact
from tests.integration.channels.conftest import JUANA, nasty_texts

EVERYWHERE = JUANA.evolve(phone="+5491155551234", username="juana_p")


def query_of(link: Link) -> str:
    """The text as percent-decoding alone gives it: `+` stays a plus."""
    _, _, encoded = urlsplit(link.url).query.partition("=")
    return unquote(encoded, errors="strict")


@settings(max_examples=200, deadline=None)
@given(text=nasty_texts)
def test_every_link_holds_the_text_to_the_letter(text: str) -> None:
    for link in prefilled(EVERYWHERE, text) + prefilled(JUANA, text):
        parts = urlsplit(link.url)
        assert query_of(link) == text
        assert list(parse_qs(parts.query, keep_blank_values=True).values()) == [[text]]
        assert parts.fragment == ""


@settings(max_examples=200, deadline=None)
@given(text=nasty_texts)
def test_a_link_is_plain_ascii_without_a_plus_or_a_blank(text: str) -> None:
    for link in prefilled(EVERYWHERE, text) + prefilled(JUANA, text):
        assert link.url.isascii()
        assert link.url.isprintable()
        assert "+" not in link.url
        assert " " not in link.url


def test_a_space_is_written_as_percent_20() -> None:
    whatsapp, telegram = prefilled(EVERYWHERE, "hola Juana, 1 + 1")

    assert whatsapp.url == "https://wa.me/5491155551234?text=hola%20Juana%2C%201%20%2B%201"
    assert telegram.url == "https://t.me/juana_p?text=hola%20Juana%2C%201%20%2B%201"


@pytest.mark.parametrize(
    ("contact", "chats"),
    [
        (JUANA.evolve(phone="+5491155551234"), ["wa.me/5491155551234"]),
        (JUANA.evolve(username="juana_p"), ["t.me/juana_p"]),
        (EVERYWHERE, ["wa.me/5491155551234", "t.me/juana_p"]),
    ],
)
def test_a_link_opens_the_chat_of_the_one_it_is_for(contact: Contact, chats: list[str]) -> None:
    links = prefilled(contact, "hola")

    assert [link.url.removeprefix("https://").partition("?")[0] for link in links] == chats
    assert not any(link.picker for link in links)


def test_without_a_number_or_a_username_the_owner_picks_the_chat() -> None:
    links = prefilled(JUANA, "hola")

    assert [link.url for link in links] == [
        "https://wa.me/?text=hola",
        "https://t.me/share/url?url=hola",
    ]
    assert all(link.picker for link in links)


@pytest.mark.parametrize("contact", [JUANA, EVERYWHERE])
def test_a_text_too_long_for_an_address_gets_no_link(contact: Contact) -> None:
    assert prefilled(contact, "💌" * 200) == []
    assert prefilled(contact, "hola " * 819) == []


def test_a_text_that_just_fits_gets_a_link_and_one_letter_more_does_not() -> None:
    contact = JUANA.evolve(username="juana_p")
    room = LONGEST_URL - len("https://t.me/juana_p?text=")

    assert len(prefilled(contact, "a" * room)) == 1
    assert prefilled(contact, "a" * (room + 1)) == []
