"""Calendars in and out: what is understood of an event, and that others can read ours."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from bot.domain.contacts import PersonalDate
from bot.exchange.calendar_file import read, write
from bot.exchange.entries import Birthday, CalendarEntry, Dates, Unreadable, Yearly

TODAY = date(2027, 7, 18)
NOW = datetime(2027, 7, 18, 15, tzinfo=UTC)


def event(summary: str, start: str = "20190503", *more: str) -> bytes:
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Google Inc//Google Calendar//EN",
        "BEGIN:VEVENT", f"SUMMARY:{summary}", f"DTSTART;VALUE=DATE:{start}", "UID:1", *more,
        "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    ("summary", "name", "year"),
    [
        ("Cumpleaños de Ana Paz", "Ana Paz", None),
        ("cumple Teo", "Teo", None),
        ("Ana Paz cumple años", "Ana Paz", None),
        ("¡Feliz cumpleaños, Ana!", "Ana", None),
        ("Ana Paz's birthday", "Ana Paz", None),
        ("Luis’ Birthday", "Luis", None),
        ("Birthday: Ana (1987)", "Ana", 1987),
        ("🎂 Ana (40)", "Ana", None),
        ("Compleanno di Marta", "Marta", None),
        ("Aniversário da Júlia", "Júlia", None),
    ],
)
def test_a_birthday_is_known_by_its_words(summary: str, name: str, year: int | None) -> None:
    found = read(event(summary, "20190503", "RRULE:FREQ=YEARLY"), TODAY)
    assert found.birthdays == (Birthday(name, PersonalDate("birthday", 5, 3, year)),)
    assert found.yearly == ()


def test_the_year_an_event_begins_in_is_nobody_s_year_of_birth() -> None:
    (found,) = read(event("Cumpleaños de Ana", "20190503"), TODAY).birthdays
    assert found.day.year is None


@pytest.mark.parametrize(
    ("start", "rule", "read_as"),
    [
        ("20190915", "FREQ=YEARLY", "fixed:09-15"),
        ("20190915", "FREQ=YEARLY;COUNT=40", "fixed:09-15"),
        ("20191012", "FREQ=YEARLY;BYMONTH=10;BYDAY=2SA", "nth:SAT,2,OCT"),
        ("20191027", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "nth:SUN,-1,OCT"),
        ("20200229", "FREQ=YEARLY", "fixed:02-29"),
        ("20200229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "fixed:02-29"),
        ("20200229", "FREQ=YEARLY;BYYEARDAY=60", "fixed:02-29"),
    ],
)
def test_a_day_of_every_year_has_its_rule(start: str, rule: str, read_as: str) -> None:
    found = read(event("Aniversario del club", start, f"RRULE:{rule}"), TODAY)
    assert found.yearly == (Yearly("Aniversario del club", read_as),)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=YEARLY;COUNT=3",
        "FREQ=YEARLY;UNTIL=20250101",
        "FREQ=YEARLY;BYMONTH=3,9",
        "FREQ=NONSENSE",
    ],
)
def test_what_does_not_come_every_year_is_left_out(rule: str) -> None:
    assert read(event("Reunión", "20190915", f"RRULE:{rule}"), TODAY) == Dates((), (), 1)


def test_a_broken_event_costs_only_itself() -> None:
    whole = event("Cumpleaños de Ana", "20190503").decode()
    broken = whole.replace("DTSTART;VALUE=DATE:20190503", "DTSTART;VALUE=DATE:never")
    both = broken.split("END:VCALENDAR")[0] + "BEGIN:VEVENT" + whole.split("BEGIN:VEVENT")[1]
    found = read(both.encode(), TODAY)
    assert [one.name for one in found.birthdays] == ["Ana"]
    assert found.left_out == 1


def test_what_is_no_calendar_is_refused() -> None:
    with pytest.raises(Unreadable):
        read(b"BEGIN:VCALENDAR\r\nhello", TODAY)


def test_what_is_written_can_be_read_by_another_program_and_by_us() -> None:
    data = write(
        [
            CalendarEntry("birthday-1-contact@abrazo", "Cumpleaños de Ana", date(1987, 5, 3),
                          "FREQ=YEARLY", 1987),
            CalendarEntry("own-1@abrazo", "Asado; con, comas", date(2027, 10, 9),
                          "FREQ=YEARLY;BYMONTH=10;BYDAY=2SA"),
            CalendarEntry("friends-day-2027-07-20@abrazo", "Día del Amigo · 2", date(2027, 7, 20)),
        ],
        NOW,
    )  # fmt: skip
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in events][1] == "Asado; con, comas"
    assert all(one.decoded("DTEND") > one.decoded("DTSTART") for one in events)
    assert not any(one.walk("VALARM") for one in events)
    found = read(data, TODAY)
    assert found.birthdays == (Birthday("Ana", PersonalDate("birthday", 5, 3, 1987)),)
    assert found.yearly == (Yearly("Asado; con, comas", "nth:SAT,2,OCT"),)
