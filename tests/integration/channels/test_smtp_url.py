"""What SMTP_URL may say, and the line one reads when it says something else."""

from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.channels.mail_server import EXAMPLE_URL, parse_smtp_url


def test_everything_stands_in_one_url() -> None:
    server = parse_smtp_url(
        "smtps://user:pa%40ss%2F@smtp.correo.ar:4650/?from=Marcelo%20Gil%20<marcelo@correo.ar>"
    )

    assert (server.host, server.port, server.tls) == ("smtp.correo.ar", 4650, True)
    assert (server.user, server.password) == ("user", "pa@ss/")
    assert str(server.sender) == "Marcelo Gil <marcelo@correo.ar>"


@pytest.mark.parametrize(
    ("url", "port"),
    [("smtps://a%40b.ar:p@smtp.b.ar", 465), ("smtp://a@b.ar:p@smtp.b.ar/", 587)],
)
def test_a_user_that_is_an_address_is_the_sender(url: str, port: int) -> None:
    server = parse_smtp_url(url)

    assert server.sender.addr_spec == "a@b.ar"
    assert server.port == port


@pytest.mark.parametrize(
    "written",
    [
        'Gil, "Marce" <m@b.ar>',
        '"Gil, "Marce"" <m@b.ar>',
        "Gil,%20%22Marce%22%20%3Cm%40b.ar%3E",
    ],
)
def test_a_name_may_hold_commas_and_quotes(written: str) -> None:
    server = parse_smtp_url(f"smtps://u:p@smtp.b.ar/?from={written}")

    assert server.sender.addr_spec == "m@b.ar"
    assert server.sender.display_name.startswith('Gil, "Marce')


def test_a_plus_is_part_of_the_address() -> None:
    server = parse_smtp_url("smtps://u:p@smtp.b.ar/?from=marcelo+abrazo@b.ar")

    assert server.sender.addr_spec == "marcelo+abrazo@b.ar"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
def test_a_server_on_this_machine_needs_no_sender(host: str) -> None:
    server = parse_smtp_url(f"smtp://{host}:2525")

    assert server.local
    assert server.sender.addr_spec == "abrazo@localhost"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("smtp.correo.ar", "starts with smtps://"),
        ("http://u:s3cret@smtp.correo.ar", "starts with smtps://"),
        (EXAMPLE_URL, "placeholder"),
        ("smtps://u:s3cret@smtp.example.org/?from=a@b.ar", "placeholder"),
        ("smtps://u:change-me@smtp.correo.ar/?from=a@b.ar", "placeholder"),
        ("smtps://u:s3cret@smtp.correo.ar", "from="),
        ("smtps://u:s3cret@smtp.correo.ar/?from=Marcelo", "from="),
        ("smtps://u:s3cret@smtp.correo.ar/?form=a@b.ar", "from="),
        ("smtps://u:s3cret@smtp.correo.ar/?from=a@b.ar&tls=no", "from="),
        ("smtps://u:s3cret@:465/?from=a@b.ar", "host"),
        ("smtps://u:s3cret@smtp.correo.ar:x/?from=a@b.ar", "host"),
        ("smtps://u:s3cret@smtp.correo.ar:99999/?from=a@b.ar", "host"),
        ("smtps://u:s3cret/x@smtp.correo.ar/?from=a@b.ar", "%2F"),
        ("smtps://u:s3cret#x@smtp.correo.ar/?from=a@b.ar", "%23"),
        ("smtps://u:s3cret?x@smtp.correo.ar/?from=a@b.ar", "%3F"),
        ("smtps://u:s3cret[x@smtp.correo.ar/?from=a@b.ar", "host"),
        ("smtps://u:s3cret@smtp.correo.ar/inbox?from=a@b.ar", "host"),
        ("smtps://", "host"),
    ],
)
def test_a_wrong_one_says_how_to_mend_it(url: str, says: str) -> None:
    with pytest.raises(ValueError, match=r"\w+") as error:
        parse_smtp_url(url)

    line = str(error.value)
    assert says in line
    assert "\n" not in line
    assert "s3cret" not in line
    assert error.value.__cause__ is None


def test_the_password_does_not_show_when_it_is_printed() -> None:
    assert "s3cret" not in repr(parse_smtp_url("smtps://u:s3cret@smtp.correo.ar/?from=a@b.ar"))


@given(secret=st.text(min_size=8), rest=st.text())
def test_no_wrong_url_ever_shows_its_password(secret: str, rest: str) -> None:
    try:
        parse_smtp_url(f"smtps://marcelo:{secret}@{rest}")
    except ValueError as error:
        line = str(error)
        assert "\n" not in line
        assert secret not in line


@given(user=st.text(min_size=1), password=st.text(min_size=1))
def test_any_encoded_password_is_read_back(user: str, password: str) -> None:
    assume(password[0] not in "<xX.")  # what placeholders begin with
    url = f"smtps://{quote(user, safe='')}:{quote(password, safe='')}@smtp.b.ar/?from=a@b.ar"

    server = parse_smtp_url(url)

    assert (server.user, server.password) == (user, password)
