"""Every card and every row of an address book is read, or it is said why not."""

from datetime import date
from pathlib import Path

import pytest

from bot.domain.contacts import PersonalDate
from bot.exchange.entries import Dates, Entry, Reading, Unreadable
from bot.exchange.reading import read
from bot.parsing.date_reading import Order

BOOKS = Path(__file__).parents[2] / "data" / "addressbooks"
TODAY = date(2027, 7, 18)


def parse(data: bytes, order: Order = Order.DMY, language: str = "es") -> Reading:
    found = read(data, order, language, TODAY)
    assert isinstance(found, Reading)
    return found


def book(name: str, language: str = "es") -> Reading:
    return parse((BOOKS / name).read_bytes(), language=language)


def by_name(found: Reading) -> dict[str, Entry]:
    return {entry.name: entry for entry in found.entries}


def test_an_old_android_s_quoted_printable() -> None:
    found = by_name(book("android-2.1.vcf"))
    assert set(found) == {"José María Pérez", "Begoña Muñoz"}
    jose = found["José María Pérez"]
    assert jose.phones[0] == "11 5555-1234"
    assert jose.mobiles == 1
    assert jose.birthday == PersonalDate("birthday", 5, 3)
    assert jose.notes == ("Toca el bandoneón\nlos jueves",)
    assert found["Begoña Muñoz"].birthday == PersonalDate("birthday", 2, 29, 1980)


def test_an_iphone_s_cards_with_two_bad_ones_among_them() -> None:
    found = book("iphone-3.0.vcf", language="it")
    giulia, anna = found.entries
    assert giulia.name.startswith("Giulia Müller-Rossi")
    assert giulia.birthday == PersonalDate("birthday", 12, 24)
    assert giulia.anniversary == PersonalDate("anniversary", 6, 12, 2010)
    assert giulia.notes == ("ama il mare, la musica\ne il caffè",)
    assert giulia.username == "giuliar"
    assert giulia.tags == ("Amiche",)
    assert anna.name == "Anna Bianchi"
    assert anna.birthday is None
    assert anna.odd == ("birthday: 1990-31-12",)
    assert {(one.label, one.reason) for one in found.skipped} == {
        ("+39 333 999 0000", "nameless"),
        ("Marco Tagliato", "broken"),
    }


def test_the_newest_vcard_with_a_group() -> None:
    ana, football = book("contacts-4.0.vcf").entries
    assert (ana.name, ana.nickname, ana.username) == ("Ana Beltrán", "Anita", "anabel")
    assert ana.phones == ("+34-600-111-333",)
    assert ana.birthday == PersonalDate("birthday", 5, 3)
    assert ana.anniversary == PersonalDate("anniversary", 6, 12, 2010)
    assert (ana.language, ana.relation) == ("en", "friend")
    assert football.group
    assert not ana.group


def test_a_samsung_phone_s_own_properties() -> None:
    found = book("samsung-2.1.vcf")
    (maria,) = found.entries
    assert (maria.name, maria.nickname) == ("María Inés Ibáñez", "Inesita")
    assert maria.phones == ("+5491133334444", "0223 451-2345")
    assert maria.birthday == PersonalDate("birthday", 5, 3, 1970)
    assert maria.notes == ("Cocina ñoquis los 29\nalérgica al maní",)
    assert maria.tags == ("Familia",)
    assert [one.label for one in found.skipped] == ["911", "*#06#"]


def test_cards_shared_in_whatsapp() -> None:
    found = book("whatsapp.vcf")
    assert [(one.name, one.mobiles) for one in found.entries] == [
        ("Rulo Fútbol", 1),
        ("Panadería Sol", 1),
    ]
    assert [one.label for one in found.skipped] == ["💙"]


def test_google_s_cards() -> None:
    found = book("google-3.0.vcf")
    (lucia,) = found.entries
    assert (lucia.name, lucia.nickname, lucia.tags) == ("Lucía Gómez", "Lu", ("Coro",))
    assert lucia.birthday == PersonalDate("birthday", 5, 3)
    assert lucia.anniversary == PersonalDate("anniversary", 11, 7, 2012)
    assert lucia.notes == ("canta en un coro, ensaya los martes\nno come carne",)
    assert [one.label for one in found.skipped] == ["plomero@example.org"]


def test_outlook_s_cards() -> None:
    (elena,) = book("outlook-2.1.vcf").entries
    assert elena.name == "Sra. Elena Núñez"
    assert elena.phones[0] == "+54 9 11 6666-7777"
    assert elena.birthday == PersonalDate("birthday", 12, 25, 1960)
    assert elena.anniversary == PersonalDate("anniversary", 3, 4, 1985)


@pytest.mark.parametrize("name", sorted(path.name for path in BOOKS.glob("*.vcf")))
def test_every_card_is_accounted_for(name: str) -> None:
    found = book(name)
    cards = (BOOKS / name).read_bytes().count(b"BEGIN:VCARD")
    assert len(found.entries) + len(found.skipped) == cards


def test_google_s_old_header() -> None:
    lucia, tomas = book("google-old.csv").entries
    assert (lucia.name, lucia.nickname) == ("Lucía Díaz", "Lu")
    assert lucia.birthday == PersonalDate("birthday", 5, 3)
    assert lucia.phones == ("11 6666-1234", "011 4777-0000")
    assert lucia.emails == ("lucia@example.org", "lu@example.org")
    assert lucia.notes == ("ataja penales\nen Ferro",)
    assert lucia.tags == ("Amigas",)
    assert lucia.country == "Argentina"
    assert tomas.phones == ()
    assert tomas.tags == ()


def test_google_s_new_header() -> None:
    found = book("google-new.csv")
    rita, shop = found.entries
    assert rita.name == "Rita Soto"
    assert rita.anniversary == PersonalDate("anniversary", 11, 7, 2015)
    assert (rita.tags, rita.phones) == (("Familia",), ("+56 9 6123 4567",))
    assert shop.name == "Ferretería Sol"
    assert [(one.label, one.reason) for one in found.skipped] == [("nadie@example.org", "nameless")]


def test_outlook_in_spanish_whose_dates_put_the_month_first() -> None:
    elena, pablo = book("outlook-es.csv").entries
    assert elena.name == "Elena Núñez"
    assert elena.birthday == PersonalDate("birthday", 12, 25, 1960)
    assert elena.anniversary is None
    assert elena.odd == ()
    assert elena.tags == ("Cliente",)
    assert pablo.name == "Pablo Ángel Sosa"
    assert pablo.birthday == PersonalDate("birthday", 5, 7, 1982)
    assert pablo.anniversary == PersonalDate("anniversary", 3, 4, 2001)
    assert pablo.phones == ("+54 9 11 7777-1234",)


def test_a_table_kept_by_hand() -> None:
    found = book("plain-utf16.csv", language="pt")
    joao, ines = found.entries
    assert joao.name == "João da Silva"
    assert joao.phones == ("+55 11 96123-4567",)
    assert joao.birthday == PersonalDate("birthday", 5, 3)
    assert (joao.relation, joao.notes) == ("amigo", ("gosta de café",))
    assert (ines.relation, ines.odd) == ("mãe", ("birthday: 31/02",))
    assert [one.reason for one in found.skipped] == ["formula"]


def test_one_broken_card_among_a_thousand_costs_only_itself() -> None:
    cards = [
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Persona {number}\r\nEND:VCARD\r\n"
        for number in range(1000)
    ]
    cards[500] = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Rota\r\n\x00\x01;;:;::\r\n"
    found = parse("".join(cards).encode())
    assert len(found.entries) == 999
    assert [one.reason for one in found.skipped] == ["broken"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Nombre,Teléfono,Cumple", "Ana,+541144445555,3 de mayo"),
        ("name;phone;birthday", "Ana;+541144445555;3 May"),
        ("Nome\tTelefono\tCompleanno", "Ana\t+541144445555\t3 maggio"),
        ("NOME|TELEFONE|DATA DE NASCIMENTO", "Ana|+541144445555|3 de maio"),
        ("sep=;\nNombre;Tel;Fecha de nacimiento", "Ana;+541144445555;03/05"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_any_sensible_header_in_four_languages(header: str, row: str, encoding: str) -> None:
    (ana,) = parse(f"{header}\r\n{row}\r\n".encode(encoding), language="es").entries
    assert (ana.name, ana.phones) == ("Ana", ("+541144445555",))
    assert ana.birthday in {PersonalDate("birthday", 5, 3), None}
    assert ana.birthday or ana.odd


def test_a_date_that_could_be_two_is_kept_as_it_stands() -> None:
    (ana,) = parse(b"Name,Birthday\nAna,3/5/1990\n", order=Order.ASK).entries
    assert ana.birthday is None
    assert ana.odd == ("birthday: 3/5/1990",)


_NEVER = b"""BEGIN:VEVENT
UID:1
SUMMARY:Aniversario del club
DTSTART;VALUE=DATE:19000503
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31
END:VEVENT
"""
"""Each is looked for up to the year 9999."""


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"PK\x03\x04 contacts.vcf", "zip"),
        (b"PK\x03\x04 xl/workbook.xml", "excel"),
        (b"\xd0\xcf\x11\xe0 old", "excel"),
        (b"%PDF-1.7", "unknown"),
        (b"color,size\nred,4\n", "no_name_column"),
        (b'{"some": "json"}', "not_abrazo"),
        (b'{"format": "abrazo", "version": 99}', "newer"),
        (b"{not json", "unknown"),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 10_001, "too_many"),
        (b"Name,Notes\n" + b"Ana,x\n" * 10_001, "too_many"),
        (b"[" * 200_000, "unknown"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 10_001, "too_many"),
        (b"BEGIN:VCALENDAR\n" + _NEVER * 4 + b"END:VCALENDAR\n", "unknown"),
    ],
)
def test_what_is_no_address_book_gets_its_reason(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read(data, Order.DMY, "es", TODAY)
    assert problem.value.key == key


@pytest.mark.parametrize(
    "note",
    [
        b"NOTE:" + b"x\n " * 1_000_000,
        b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=41=\n" * 500_000,
        b"TEL:1\n" * 200_000 + b"NOTE:x",
        b"BDAY:" + b"9" * 1_000_000 + b"\nNOTE:x",
    ],
    ids=["folded", "quoted-printable", "lines", "digits"],
)
def test_a_card_made_to_be_long_is_read_as_a_card_of_a_person(note: bytes) -> None:
    (ana,) = parse(b"BEGIN:VCARD\nVERSION:2.1\nFN:Ana\n" + note + b"\nEND:VCARD").entries
    assert ana.name == "Ana"
    assert all(len(one) <= 4096 for one in ana.notes)
    assert len(ana.phones) <= 500


def test_a_rule_of_every_second_of_a_day_is_a_day_of_every_year() -> None:
    hours, minutes = (",".join(map(str, range(last))) for last in (24, 60))
    rule = f"FREQ=YEARLY;BYHOUR={hours};BYMINUTE={minutes};BYSECOND={minutes}".encode()
    event = _NEVER.replace(b"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", rule)
    found = read(b"BEGIN:VCALENDAR\n" + event + b"END:VCALENDAR\n", Order.DMY, "es", TODAY)
    assert isinstance(found, Dates)
    assert [(one.name, one.rule) for one in found.yearly] == [
        ("Aniversario del club", "fixed:05-03")
    ]
