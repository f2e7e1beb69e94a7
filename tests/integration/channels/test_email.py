"""A mail as the one who gets it sees it, and what is known when one does not arrive."""

import asyncio
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.channels.base import NotSent, Unknown
from bot.channels.email import EmailSender
from bot.channels.mail_server import MailServer, parse_smtp_url
from bot.domain.contacts import Relationship
from tests.integration.channels.conftest import JUANA, OWNER, Office, Trust, nasty_texts

NOW = datetime(2027, 7, 20, 12, 0, tzinfo=UTC)

ROSSI = JUANA.evolve(name="Sra. Rossi", language="it", relationship=Relationship.CLIENT)

TEXTS = {
    "email-subject": "Unas líneas de {name}",
    "email-say-no": "Para no recibir más, responda «{words}».",
    "email-no-thanks": "No, gracias",
}


def speech(language: str, _country: str) -> Callable[..., str]:
    def says(key: str, /, **values: Any) -> str:
        return f"[{language}] {TEXTS[key].format(**values)}"

    return says


def to(office: Office, sender: str = "marcelo@example.org") -> MailServer:
    return parse_smtp_url(f"smtp://127.0.0.1:{office.port}/?from={sender}")


def sender_for(server: MailServer, **options: Any) -> EmailSender:
    return EmailSender(server, speech, lambda: NOW, pace=0, **options)


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def rich(mail: EmailMessage) -> str:
    body = mail.get_body(("html",))
    assert body is not None
    return str(body.get_content())


async def test_a_greeting_arrives_as_a_mail_from_the_owner(office: Office) -> None:
    proof = await sender_for(to(office)).send(OWNER, JUANA, "¡Feliz día, Juana! 💌\nTe quiero.")

    [mail] = office.taken
    assert mail["From"] == "Marcelo Gil <marcelo@example.org>"
    assert mail["To"] == "Juana Pérez <juana@amigas.example.org>"
    assert mail["Subject"] == "[es] Unas líneas de Marcelo Gil"
    assert mail["Date"].datetime == NOW
    assert str(mail["Date"]).endswith("09:00:00 -0300")
    assert mail["Message-ID"] == proof
    assert plain(mail) == "¡Feliz día, Juana! 💌\nTe quiero.\n"
    assert "¡Feliz día, Juana! 💌<br>Te quiero.</div>" in rich(mail)
    assert office.recipients == ["juana@amigas.example.org"]


async def test_the_name_in_the_setting_is_the_senders(office: Office) -> None:
    server = to(office, "Marcelo%20Ñandú,%20%22Gil%22%20padre%20<marcelo+abrazo@example.org>")

    await sender_for(server).send(OWNER, JUANA, "hola")

    [address] = office.taken[0]["From"].addresses
    assert address.display_name == 'Marcelo Ñandú, "Gil" padre'
    assert address.addr_spec == "marcelo+abrazo@example.org"


async def test_a_friends_mail_holds_the_letter_and_nothing_else(office: Office) -> None:
    await sender_for(to(office)).send(OWNER, JUANA, "hola")

    assert plain(office.taken[0]) == "hola\n"
    assert office.taken[0]["List-Unsubscribe"] is None
    assert "Para no recibir" not in rich(office.taken[0])


async def test_a_client_reads_below_the_letter_how_to_say_no(office: Office) -> None:
    await sender_for(to(office)).send(OWNER, ROSSI, "Gentile Sra. Rossi")

    letter, _, footer = plain(office.taken[0]).partition("\n-- \n")
    assert letter == "Gentile Sra. Rossi"
    assert footer == "[it] Para no recibir más, responda «[it] No, gracias».\n"
    assert footer.strip() in rich(office.taken[0])


async def test_a_clients_mail_program_can_say_no_by_itself(office: Office) -> None:
    address = "una-cuenta-con-un-nombre-bastante-largo@un-dominio-tambien-largo.example.org"
    await sender_for(to(office, address)).send(OWNER, ROSSI, "Gentile Sra. Rossi")

    said_no = f"<mailto:{address}?subject=%5Bit%5D%20No%2C%20gracias>"
    assert dict(office.taken[0].raw_items())["List-Unsubscribe"] == said_no


async def test_markup_in_a_text_stays_text(office: Office) -> None:
    await sender_for(to(office)).send(OWNER, JUANA, '<b>hola</b> & "chau"  dos')

    assert "&lt;b&gt;hola&lt;/b&gt; &amp; &quot;chau&quot;  dos" in rich(office.taken[0])


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=nasty_texts)
async def test_every_text_arrives_to_the_letter(office: Office, text: str) -> None:
    """But for the end of the last line, which every mail has."""
    await sender_for(to(office)).send(OWNER, JUANA, text)

    assert plain(office.taken[-1]).removesuffix("\n") == text.removesuffix("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\x00", "\x0b"])
async def test_a_name_cannot_add_a_header(office: Office, end: str) -> None:
    evil = f"Ana{end}Bcc: otra@example.org{end}{end}Cuerpo"
    contact = JUANA.evolve(name=evil)

    await sender_for(to(office)).send(OWNER.evolve(name=evil), contact, "hola")

    [mail] = office.taken
    assert "Bcc" not in mail
    assert mail["To"].addresses[0].display_name == "Ana Bcc: otra@example.org Cuerpo"
    assert office.recipients == ["juana@amigas.example.org"]
    assert plain(mail) == "hola\n"


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "juana",
        "@example.org",
        "a@b@example.org",
        "a@example.org\r\nBcc: otra@example.org",
        "a@example.org> SIZE=1",
        "juana,otra@example.org",
        "ñandú@example.org",
        "a@exa mple.org",
        "a@..",
    ],
)
async def test_what_is_no_address_is_told_for_good(office: Office, address: str | None) -> None:
    with pytest.raises(NotSent) as error:
        await sender_for(to(office)).send(OWNER, JUANA.evolve(email=address), "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-address", True)
    assert office.taken == []


async def test_a_domain_of_any_script_is_reached(office: Office) -> None:
    await sender_for(to(office)).send(OWNER, JUANA.evolve(email="juana@ñandú.ar"), "hola")

    assert office.recipients == ["juana@xn--and-6ma2c.ar"]


@pytest.mark.parametrize(
    ("command", "answer", "reason", "permanent"),
    [
        ("RCPT", "550 5.1.1 no such user", "mail-refused", True),
        ("RCPT", "450 4.7.1 greylisted", "mail-busy", False),
        ("RCPT", "421 too many connections", "mail-busy", False),
        ("MAIL", "553 not your address", "mail-login", False),
        ("MAIL", "451 try later", "mail-busy", False),
        ("DATA", "554 5.7.1 looks like spam", "mail-refused", True),
        ("DATA", "452 4.3.1 no room", "mail-busy", False),
    ],
)
async def test_the_servers_no_is_understood(
    office: Office, command: str, answer: str, reason: str, permanent: bool
) -> None:
    office.answers[command] = answer

    with pytest.raises(NotSent) as error:
        await sender_for(to(office)).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == (reason, permanent)
    assert permanent or error.value.wait > 0
    assert office.taken == []


async def test_a_greylisted_greeting_arrives_at_the_next_try(office: Office) -> None:
    sender = sender_for(to(office))
    office.answers["RCPT"] = "450 4.7.1 greylisted, come back in five minutes"
    with pytest.raises(NotSent):
        await sender.send(OWNER, JUANA, "hola")
    del office.answers["RCPT"]

    await sender.send(OWNER, JUANA, "hola")

    assert len(office.taken) == 1


@pytest.mark.parametrize("moment", ["MAIL", "RCPT"])
async def test_a_line_cut_before_the_letter_sent_nothing(office: Office, moment: str) -> None:
    office.cuts = moment

    with pytest.raises(NotSent) as error:
        await sender_for(to(office)).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-unreachable", False)
    assert office.taken == []


async def test_silence_before_the_letter_sent_nothing(office: Office) -> None:
    office.hangs = "RCPT"

    with pytest.raises(NotSent) as error:
        await sender_for(to(office), connect_seconds=0.1).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-unreachable", False)
    assert office.taken == []


@pytest.mark.parametrize(("moment", "letters"), [("DATA", 0), ("taken", 1)])
async def test_a_line_cut_while_the_letter_waits_for_its_answer_leaves_it_unknown(
    office: Office, moment: str, letters: int
) -> None:
    office.cuts = moment
    if moment == "DATA":
        office.answers["DATA"] = "451 never heard"

    with pytest.raises(Unknown):
        await sender_for(to(office)).send(OWNER, JUANA, "hola")

    assert len(office.taken) == letters


async def test_silence_after_the_letter_leaves_it_unknown(office: Office) -> None:
    office.hangs = "taken"

    with pytest.raises(Unknown):
        await sender_for(to(office), answer_seconds=0.1).send(OWNER, JUANA, "hola")

    assert len(office.taken) == 1


async def test_an_answer_that_means_nothing_leaves_it_unknown(office: Office) -> None:
    office.answers["DATA"] = "299 perhaps"

    with pytest.raises(Unknown):
        await sender_for(to(office)).send(OWNER, JUANA, "hola")


async def test_a_farewell_that_fails_takes_nothing_back(office: Office) -> None:
    office.cuts = "QUIT"
    proof = await sender_for(to(office)).send(OWNER, JUANA, "hola")

    office.cuts, office.hangs = None, "QUIT"
    other = await sender_for(to(office), answer_seconds=0.2).send(OWNER, JUANA, "chau")

    assert [mail["Message-ID"] for mail in office.taken] == [proof, other]


async def test_nobody_at_the_door_sends_nothing() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = parse_smtp_url(f"smtp://127.0.0.1:{taken.getsockname()[1]}/?from=a@example.org")

        with pytest.raises(NotSent) as error:
            await sender_for(server).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-unreachable", False)


URL = "smtps://marcelo:s3%3Acr%2Ft%40%C3%B1@127.0.0.1:{}/?from=marcelo@example.org"


async def test_it_logs_in_over_tls(trust: Trust) -> None:
    async with Office().open(tls=trust.office) as office:
        server = parse_smtp_url(URL.format(office.port))
        await sender_for(server, tls=trust.client).send(OWNER, JUANA, "hola")

    assert office.logins == [("marcelo", "s3:cr/t@ñ")]
    assert len(office.taken) == 1


async def test_a_wrong_password_is_tried_again_later(trust: Trust) -> None:
    async with Office().open(tls=trust.office) as office:
        server = parse_smtp_url(URL.replace("s3", "no").format(office.port))
        with pytest.raises(NotSent) as error:
            await sender_for(server, tls=trust.client).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-login", False)


async def test_a_check_logs_in_and_sends_nothing(trust: Trust) -> None:
    async with Office().open(tls=trust.office) as office:
        sender = sender_for(parse_smtp_url(URL.format(office.port)), tls=trust.client)
        await sender.check()
        wrong = sender_for(
            parse_smtp_url(URL.replace("s3", "no").format(office.port)), tls=trust.client
        )
        with pytest.raises(NotSent, match="mail-login"):
            await wrong.check()

    assert office.logins[0] == ("marcelo", "s3:cr/t@ñ")
    assert (office.recipients, office.taken) == ([], [])


async def test_a_log_names_neither_people_nor_their_words(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.answers["RCPT"] = "550 juana@amigas.example.org is unknown here"
    with pytest.raises(NotSent):
        await sender_for(to(office)).send(OWNER, JUANA, "jazmín")

    [line] = [one.getMessage() for one in caplog.records if one.name == "bot.channels.email"]
    assert line == "a mail was not handed in: SMTPRecipientRefused"


async def test_a_server_nobody_vouches_for_gets_neither_password_nor_letter(trust: Trust) -> None:
    async with Office().open(tls=trust.office) as office:
        with pytest.raises(NotSent) as error:
            await sender_for(parse_smtp_url(URL.format(office.port))).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-unreachable", False)
    assert office.logins == []


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> str:
    """A host that is not this machine by name, though it answers here."""
    real = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **options: Any) -> Any:
        return real("127.0.0.1" if host == "mail.abrazo.test" else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return "mail.abrazo.test"


async def test_plain_smtp_is_encrypted_before_anything_is_said(trust: Trust, far_away: str) -> None:
    async with Office().open(starttls=trust.office) as office:
        url = URL.replace("smtps", "smtp").replace("127.0.0.1", far_away).format(office.port)
        await sender_for(parse_smtp_url(url), tls=trust.client).send(OWNER, JUANA, "hola")

    assert office.logins == [("marcelo", "s3:cr/t@ñ")]
    assert office.encrypted == [True]


async def test_a_far_server_without_encryption_gets_nothing(office: Office, far_away: str) -> None:
    server = parse_smtp_url(f"smtp://{far_away}:{office.port}/?from=marcelo@example.org")

    with pytest.raises(NotSent) as error:
        await sender_for(server).send(OWNER, JUANA, "hola")

    assert (error.value.reason, error.value.permanent) == ("mail-unreachable", False)
    assert office.taken == []


async def test_mails_leave_one_by_one(office: Office) -> None:
    sender = EmailSender(to(office), speech, lambda: NOW, pace=0.05)
    loop = asyncio.get_running_loop()
    start = loop.time()

    await asyncio.gather(*(sender.ready() for _ in range(4)))

    assert loop.time() - start >= 0.149
