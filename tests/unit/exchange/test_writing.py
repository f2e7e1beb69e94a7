"""What is taken out can be read again: all of it by Abrazo, the cards by anybody."""

import json
from datetime import UTC, date, datetime, time

import vobject

from bot.domain.contacts import Contact, Kind, Note, PersonalDate, Register, Relationship
from bot.domain.greetings import Channel, State
from bot.domain.history import Past
from bot.domain.owners import Owner, OwnOccasion
from bot.exchange.abrazo import Archive, Kept, read_archive, with_settings, write_archive
from bot.exchange.vcard_writing import write

NOW = datetime(2027, 7, 18, 15, tzinfo=UTC)
OWNER = Owner(
    id=7,
    name="Marcelo",
    language="es",
    country="AR",
    timezone="America/Argentina/Buenos_Aires",
    prepare_at=time(20),
    send_at=time(9),
    next_plan_at=NOW,
)
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
    return read_archive(write_archive(OWNER, [KEPT, GROUP], NOW))


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
    (juana,) = read_archive(json.dumps(document).encode()).people
    assert juana.contact.linked_chat_id is None


def test_the_settings_come_back_to_another_owner() -> None:
    liked = OWNER.evolve(
        style="con humor",
        signatures={Relationship.CLIENT: "Cordialmente, Marcelo Gil"},
        send_at=time(10, 30),
        switches={("friends-day", Relationship.FAMILY): True},
        own=(OwnOccasion("own-1", "Asado anual", "fixed:09-15"),),
    )
    found = read_archive(write_archive(liked, [], NOW))
    restored = with_settings(OWNER.evolve(id=8, name="Otra"), found.owner)
    assert (restored.id, restored.name) == (8, "Otra")
    assert (restored.style, restored.send_at) == ("con humor", time(10, 30))
    assert dict(restored.switches) == dict(liked.switches)
    assert restored.own == liked.own
    assert restored.signatures == liked.signatures


def test_settings_that_make_no_sense_change_nothing() -> None:
    assert with_settings(OWNER, {"send_at": "late", "switches": "x"}) == OWNER


def test_one_contact_that_can_t_be_read_costs_only_itself() -> None:
    document = json.loads(write_archive(OWNER, [KEPT, GROUP], NOW))
    document["contacts"][0]["register"] = "sire"
    document["contacts"].append("what?")
    found = read_archive(json.dumps(document).encode())
    assert [one.contact.name for one in found.people] == ["Los del fútbol"]
    assert [one.reason for one in found.skipped] == ["broken", "broken"]


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
