"""Links that open the owner's own account with the text already written."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings

from bot.channels.link import LONGEST_URL, Link, prefilled
from bot.domain.contacts import Contact, Route
from tests.integration.channels.conftest import JUANA, nasty_texts

EVERYWHERE = JUANA.evolve(phone="+5491155551234", username="juana_p")
BY_NUMBER = JUANA.evolve(phone="+5491155551234", route=Route.TELEGRAM)
EVERY_FORM = {
    "https://wa.me/5491155551234": EVERYWHERE,
    "https://t.me/juana_p": EVERYWHERE,
    "https://t.me/+5491155551234": BY_NUMBER,
    "https://wa.me/": JUANA,
    "https://t.me/share/url": JUANA,
}


def every_form(text: str) -> list[Link]:
    """The text in each kind of link there is."""
    links = [link for one in (EVERYWHERE, BY_NUMBER, JUANA) for link in prefilled(one, text)]
    assert {link.url.partition("?")[0] for link in links} <= set(EVERY_FORM)
    return links


def query_of(link: Link) -> str:
    """The text as percent-decoding alone gives it: `+` stays a plus."""
    _, _, encoded = urlsplit(link.url).query.partition("=")
    return unquote(encoded, errors="strict")


@settings(max_examples=200, deadline=None)
@given(text=nasty_texts)
def test_every_link_holds_the_text_to_the_letter(text: str) -> None:
    for link in every_form(text):
        parts = urlsplit(link.url)
        assert query_of(link) == text
        assert list(parse_qs(parts.query, keep_blank_values=True).values()) == [[text]]
        assert parts.fragment == ""


@settings(max_examples=200, deadline=None)
@given(text=nasty_texts)
def test_a_link_is_plain_ascii_without_a_plus_or_a_blank(text: str) -> None:
    for link in every_form(text):
        _, _, query = link.url.partition("?")
        assert link.url.isascii()
        assert link.url.isprintable()
        assert "+" not in query
        assert " " not in link.url


def test_a_short_text_has_each_kind_of_link() -> None:
    assert [link.url.partition("?")[0] for link in every_form("hola")] == list(EVERY_FORM)


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
        (EVERYWHERE.evolve(route=Route.TELEGRAM), ["t.me/juana_p"]),
        (EVERYWHERE.evolve(route=Route.WHATSAPP), ["wa.me/5491155551234"]),
        (BY_NUMBER, ["t.me/+5491155551234"]),
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


def test_the_owner_may_rather_pick_the_chat_or_paste_the_text() -> None:
    picked = prefilled(EVERYWHERE.evolve(route=Route.PICK), "hola")

    assert [link.url for link in picked] == [link.url for link in prefilled(JUANA, "hola")]
    assert prefilled(EVERYWHERE.evolve(route=Route.COPY), "hola") == []


@pytest.mark.parametrize("contact", [JUANA, EVERYWHERE])
def test_a_text_too_long_for_an_address_gets_no_link(contact: Contact) -> None:
    assert prefilled(contact, "💌" * 200) == []
    assert prefilled(contact, "hola " * 819) == []


def test_a_text_that_just_fits_gets_a_link_and_one_letter_more_does_not() -> None:
    contact = JUANA.evolve(username="juana_p")
    room = LONGEST_URL - len("https://t.me/juana_p?text=")

    assert len(prefilled(contact, "a" * room)) == 1
    assert prefilled(contact, "a" * (room + 1)) == []
