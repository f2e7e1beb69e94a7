"""What is taken out can be read again: all of it by Abrazo, the cards by anybody."""

import json
from datetime import UTC, date, datetime, time

import pytest
import vobject

from bot.domain.contacts import Contact, Kind, Note, PersonalDate, Register, Relationship
from bot.domain.greetings import Channel, State
from bot.domain.history import Past
from bot.domain.owners import OwnOccasion
from bot.exchange.abrazo import Archive, Kept, read_archive, with_settings, write_archive
from bot.exchange.vcard_writing import write
from tests.fakes.people import marcelo

NOW = datetime(2027, 7, 18, 15, tzinfo=UTC)
TODAY = NOW.date()
OWNER = marcelo(7, next_plan_at=NOW)
JUANA = Contact(
    id=11,
    owner_id=7,
    name="Juana; Pérez, =cmd()",
    nickname="Ju",
    relationship=Relationship.CLIENT,
    roles=frozenset({"mother"}),
    register=Register.USTED,
    phone="+5491155551234",
    username="juanap",
    email="juana@example.org",
    linked_chat_id=99,
    tags=frozenset({"club", "católica"}),
)
KEPT = Kept(
    JUANA,
    (
        Note(1, "le gusta el té\nde jazmín 🌼, y\\o el café", pinned=True, created_at=NOW),
        Note(2, "está en tratamiento", private=True, created_at=NOW),
    ),
    (PersonalDate("birthday", 5, 3), PersonalDate("anniversary", 2, 29, 2008)),
    (Past(date(2026, 7, 20), State.SENT, ("friends-day",), "Feliz día", Channel.BOT, NOW),),
)
GROUP = Kept(Contact(id=12, owner_id=7, name="Los del fútbol", kind=Kind.GROUP, deceased=False))


def archive() -> Archive:
    return read_archive(write_archive(OWNER, [KEPT, GROUP], NOW), TODAY)


def test_everything_about_a_contact_comes_back() -> None:
    juana, group = archive().people
    assert juana.contact == JUANA.evolve(id=0, owner_id=0, linked_chat_id=None)
    assert [note.text for note in juana.notes] == [note.text for note in KEPT.notes]
    assert [note.private for note in juana.notes] == [False, True]
    assert [note.pinned for note in juana.notes] == [True, False]
    assert juana.dates == KEPT.dates
    assert juana.greetings == KEPT.greetings
    assert group.contact.kind is Kind.GROUP


def test_nobody_s_consent_travels_in_a_file() -> None:
    document = json.loads(write_archive(OWNER, [KEPT], NOW))
    assert "linked_chat_id" not in document["contacts"][0]
    document["contacts"][0]["linked_chat_id"] = 12345
    (juana,) = read_archive(json.dumps(document).encode(), TODAY).people
    assert juana.contact.linked_chat_id is None


def test_the_settings_come_back_to_another_owner() -> None:
    liked = OWNER.evolve(
        style="con humor",
        signatures={Relationship.CLIENT: "Cordialmente, Marcelo Gil"},
        send_at=time(10, 30),
        switches={("friends-day", Relationship.FAMILY): True},
        own=(OwnOccasion("own-1", "Asado anual", "fixed:09-15"),),
    )
    found = read_archive(write_archive(liked, [], NOW), TODAY)
    restored = with_settings(OWNER.evolve(id=8, name="Otra"), found.owner)
    assert (restored.id, restored.name) == (8, "Otra")
    assert (restored.style, restored.send_at) == ("con humor", time(10, 30))
    assert dict(restored.switches) == dict(liked.switches)
    assert restored.own == liked.own
    assert restored.signatures == liked.signatures


def test_settings_that_make_no_sense_change_nothing() -> None:
    assert with_settings(OWNER, {"send_at": "late", "switches": "x"}) == OWNER


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timezone", "Mars/X"),
        ("country", "Mars"),
        ("language", "xx"),
        ("prepare_at", "20:00+03:00"),
        ("gap_days", -1),
        ("signature", "x" * 5000),
        ("own", [{"key": "own-1", "name": "Asado", "rule": "easter+99999999999"}]),
        ("own", [{"key": "friends-day", "name": "Asado", "rule": "fixed:09-15"}]),
        ("own", [{"key": "own-1", "name": "Asado", "rule": "once:2027-02-30"}]),
        ("switches", [["friends-day", "enemy", True]]),
    ],
)
def test_a_setting_that_makes_no_sense_is_named_and_costs_only_itself(
    name: str, value: object
) -> None:
    document = json.loads(write_archive(OWNER, [KEPT], NOW))
    document["owner"] |= {name: value, "style": "con humor"}
    found = read_archive(json.dumps(document).encode(), TODAY)
    assert found.odd == (name,)
    assert with_settings(OWNER, found.owner) == OWNER.evolve(style="con humor")


def test_of_the_owner_s_days_the_readable_ones_come_back() -> None:
    made = OwnOccasion("own-1", "Asado anual", "fixed:09-15")
    document = json.loads(write_archive(OWNER.evolve(own=(made,)), [], NOW))
    document["owner"]["own"].append({"key": "own-2", "name": "Nunca", "rule": "fixed:13-40"})
    found = read_archive(json.dumps(document).encode(), TODAY)
    assert found.odd == ("own",)
    assert with_settings(OWNER, found.owner).own == (made,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("register", "sire"),
        ("timezone", "Mars/X"),
        ("touch", {"months": 0, "first": "2026-01-01"}),
        ("touch", {"months": 1, "first": "2026-01-31"}),
        ("phone", "call me"),
        ("roles", ["emperor"]),
        ("nickname", "x" * 500),
        ("dates", [{"key": "birthday", "month": 13, "day": 1}]),
        ("dates", [{"key": "birthday", "month": 2, "day": 31}]),
        ("dates", [{"key": "birthday", "month": 2, "day": 3, "year": 2120}]),
        ("dates", [{"key": "day-1", "month": 2, "day": 3}]),
        ("notes", [{"text": "té de jazmín", "private": "¿?"}]),
        ("greetings", [{"day": "9999-12-31", "state": "sent"}]),
        ("greetings", [{"day": "2026-07-20", "state": "sent", "at": "2026-07-20T09:00:00"}]),
        ("greetings", [{"day": "2026-07-20", "state": "sent"}] * 2),
    ],
)
def test_a_value_that_makes_no_sense_costs_only_itself_and_keeps_its_words(
    name: str, value: object
) -> None:
    document = json.loads(write_archive(OWNER, [GROUP], NOW))
    document["contacts"][0][name] = value
    (found,) = read_archive(json.dumps(document).encode(), TODAY).people
    ((field, words),) = found.odd
    assert field == name
    assert words in json.dumps(value, ensure_ascii=False)
    assert found.contact == GROUP.contact.evolve(id=0, owner_id=0)


def test_who_has_no_name_is_left_out_alone() -> None:
    document = json.loads(write_archive(OWNER, [KEPT, GROUP], NOW))
    document["contacts"][0]["name"] = " \ud800\n"
    document["contacts"].append("what?")
    found = read_archive(json.dumps(document).encode(), TODAY)
    assert [one.contact.name for one in found.people] == ["Los del fútbol"]
    assert [(one.label, one.reason) for one in found.skipped] == [("?", "broken")] * 2


def test_another_program_reads_the_cards() -> None:
    data = write([KEPT, GROUP], OWNER.name)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    juana, group = vobject.readComponents(data.decode())
    assert juana.version.value == "4.0"
    assert juana.fn.value == JUANA.name
    assert juana.bday.value == "--0503"
    assert juana.anniversary.value == "20080229"
    assert juana.note.value == "le gusta el té\nde jazmín 🌼, y\\o el café"
    assert juana.tel.value == "tel:+5491155551234"
    assert juana.related.value == "Marcelo"
    assert set(juana.categories.value) == {"club", "católica"}
    assert group.kind.value == "group"


def test_a_private_note_is_in_no_card() -> None:
    assert "tratamiento" not in write([KEPT], OWNER.name).decode()
