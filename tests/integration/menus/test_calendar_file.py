"""A calendar sent to the bot, and the one it gives."""

from icalendar import Calendar

from bot.app import Program
from bot.playground import Person, Playground
from tests.harness import answers
from tests.integration.menus.tapping import say, tap

EVENTS = (
    ("Cumpleaños de Ana Paz", "20190503", "FREQ=YEARLY"),
    ("Cumpleaños de Teo", "20190804", "FREQ=YEARLY"),
    ("Cumpleaños de Rita", "20190801", "FREQ=YEARLY"),
    ("Aniversario del club", "20190915", "FREQ=YEARLY"),
    ("Dentista", "20270920", "FREQ=WEEKLY"),
)
FILE = "".join(
    f"BEGIN:VEVENT\r\nSUMMARY:{summary}\r\nDTSTART;VALUE=DATE:{start}\r\nUID:{start}\r\n"
    f"RRULE:{rule}\r\nEND:VEVENT\r\n"
    for summary, start, rule in EVENTS
)
CALENDAR = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{FILE}END:VCALENDAR\r\n".encode()


async def test_a_calendar_is_shown_brought_in_and_taken_back(bot: Program, marcelo: Person) -> None:
    await say(bot, marcelo, "/add Ana Paz, amiga", "/add Teo, amigo, cumple 3/8")
    (preview,) = await answers(bot, marcelo, lambda: marcelo.send_document("cal.ics", CALENDAR))
    for said in (
        "🎂 Un cumpleaños de tu gente: Ana Paz (3 de mayo)",
        "➕ Una persona que no tenía: Rita (1 de agosto)",
        "📅 Una fecha de todos los años: Aniversario del club",
        "❔ Teo: yo tengo el 3 de agosto y el archivo dice 4 de agosto",
        "⏭ Un evento que no es de todos los años",
    ):
        assert said in preview.text
    await tap(marcelo, "👍 Traer todo: 3", "Cumpleaños: 2. Fechas de todos los años: 1")
    shown = await say(bot, marcelo, "/occasions")
    assert "dom 1 ago · Cumpleaños · Rita" in shown.text
    assert "3 de mayo" in (await say(bot, marcelo, "/contacts Ana Paz")).text
    await tap(marcelo, "↩️ Deshacer", "Quedó como antes")
    shown = await say(bot, marcelo, "/occasions")
    assert "Rita" not in shown.text
    assert "3 de mayo" not in (await say(bot, marcelo, "/contacts Ana Paz")).text


async def test_birthdays_can_come_alone_and_the_same_file_brings_nothing_twice(
    bot: Program, marcelo: Person
) -> None:
    await say(bot, marcelo, "/add Ana Paz, amiga", "/add Teo, amigo, cumple 4/8")
    await answers(bot, marcelo, lambda: marcelo.send_document("cal.ics", CALENDAR))
    await tap(marcelo, "🎂", "Traje 2 cumpleaños")
    (again,) = await answers(bot, marcelo, lambda: marcelo.send_document("cal.ics", CALENDAR))
    assert "👥 3 ya las tenía" in again.text
    assert "👍 Traer todo: 1" in again.labels


async def test_one_s_own_calendar_can_be_read_by_others(
    bot: Program, marcelo: Person, tg: Playground
) -> None:
    await say(
        bot,
        marcelo,
        "/add Teo, amigo, cumple 29/2/1988",
        "/fechas segundo sábado de octubre, asado",
    )
    await say(bot, marcelo, "/occasions")
    given = await tap(marcelo, "🗓", "Tu calendario")
    document = given.raw["document"]
    assert document["file_name"] == "abrazo-2027-07-18.ics"
    events = Calendar.from_ical(tg.state.files[document["file_id"]].data).walk("VEVENT")
    told = {str(one["SUMMARY"]): one for one in events}
    assert told["Cumpleaños de Teo"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"
    assert told["asado"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=2SA;BYMONTH=10"
    assert "Día del Amigo · 1" in told
