"""Who is greeted on which day."""

from datetime import date
from typing import Any

import pytest

from bot.calendar import Calendar, DueDay, days_for, own_occasions
from bot.domain.contacts import (
    Contact,
    FriendsDay,
    Kind,
    LeapDay,
    PersonalDate,
    Relationship,
)
from bot.domain.occasions import Audience, Occasion
from bot.domain.owners import OwnOccasion
from bot.domain.rules import Fixed
from bot.domain.touch import Touch
from bot.domain.whose import concerns
from tests.fakes.people import marcelo

CALENDAR = Calendar.load()


def contact(**facts: Any) -> Contact:
    return Contact(id=1, owner_id=1, name="Juana Pérez").evolve(**facts)


def year_of(who: Contact, year: int = 2027, owner_country: str = "AR", **rest: Any) -> list[DueDay]:
    return days_for(
        who,
        owner_country=owner_country,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        calendar=CALENDAR,
        **rest,
    )


def keys(who: Contact, **rest: Any) -> set[str]:
    return {ref.key for due in year_of(who, **rest) for ref in due.occasions}


def day_of(key: str, who: Contact, **rest: Any) -> date | None:
    return next(
        (due.day for due in year_of(who, **rest) if key in [r.key for r in due.occasions]), None
    )


@pytest.mark.parametrize(
    ("country", "day", "greeted"),
    [
        ("AR", "2027-07-20", True),
        ("UY", "2027-07-20", True),
        ("BR", "2027-07-20", True),
        ("PY", "2027-07-30", True),
        ("BO", "2027-07-23", True),
        ("PE", "2027-07-03", True),
        ("CO", "2027-09-18", True),
        ("GT", "2027-02-14", True),
        ("FI", "2027-02-14", True),
        ("UA", "2027-06-09", True),
        ("IN", "2027-08-01", True),
        ("CL", "2027-07-20", False),
        ("MX", "2027-02-14", False),
        ("US", "2027-08-01", False),
        ("ES", "2027-07-30", False),
        ("IT", "2027-07-30", False),
        ("JP", "2027-07-30", False),
    ],
)
def test_friends_day_falls_where_the_country_keeps_it(
    country: str, day: str, greeted: bool
) -> None:
    occasion = CALENDAR.get("friends-day", country)
    assert occasion is not None
    assert occasion.dates_in(2027) == (date.fromisoformat(day),)
    assert occasion.default is greeted


def test_brazil_s_other_friends_day_is_listed_but_off() -> None:
    found = CALENDAR.on(date(2027, 4, 18), "BR")
    assert [(o.key, o.default) for o in found] == [("friends-day-alt", False)]


def test_friends_day_follows_the_owner_s_country() -> None:
    friend = contact(country="CO")
    assert day_of("friends-day", friend, owner_country="AR") == date(2027, 7, 20)
    assert day_of("friends-day", friend, owner_country="CO") == date(2027, 9, 18)


def test_a_public_feast_follows_the_contact_s_country() -> None:
    mother = contact(country="ES", roles=frozenset({"mother"}))
    assert day_of("mothers-day", mother, owner_country="AR") == date(2027, 5, 2)


@pytest.mark.parametrize("relationship", [r for r in Relationship if r is not Relationship.FRIEND])
def test_only_friends_are_greeted_on_friends_day(relationship: Relationship) -> None:
    assert "friends-day" not in keys(contact(relationship=relationship))


def test_an_acquaintance_is_greeted_on_no_public_feast() -> None:
    assert keys(contact(relationship=Relationship.ACQUAINTANCE)) == set()


def test_a_client_is_greeted_at_new_year_and_on_the_day_of_their_profession() -> None:
    client = contact(relationship=Relationship.CLIENT, roles=frozenset({"doctor", "mother"}))
    assert keys(client) == {"new-year", "doctors-day"}


def test_a_friend_who_is_a_mother_and_a_teacher_has_those_days_too() -> None:
    friend = contact(roles=frozenset({"mother", "teacher"}))
    assert keys(friend) == {"friends-day", "mothers-day", "teachers-day", "christmas", "new-year"}


def test_the_partner_has_valentine_s_day() -> None:
    assert day_of("valentines-day", contact(relationship=Relationship.PARTNER)) == date(2027, 2, 14)
    assert "valentines-day" not in keys(contact())


def test_a_feast_of_a_faith_is_for_those_tagged_with_it() -> None:
    assert "rosh-hashanah" not in keys(contact())
    assert "rosh-hashanah" in keys(contact(tags=frozenset({"Judía"})))
    assert "hanukkah" in keys(contact(tags=frozenset({"hanukkah"})))
    assert "yom-kippur" not in keys(contact(tags=frozenset({"judía"})))


def test_christmas_is_greeted_where_it_is_the_custom_or_the_faith() -> None:
    assert "christmas" in keys(contact(country="IT"))
    assert "christmas" not in keys(contact(country="SA"))
    assert "christmas" in keys(contact(country="SA", tags=frozenset({"católica"})))


def test_a_name_day_is_for_those_who_bear_the_name() -> None:
    due = year_of(contact(name="José Ruiz", country="ES"))
    found = [(d.day, ref.name) for d in due for ref in d.occasions if ref.key == "name-day"]
    assert found == [(date(2027, 3, 19), "Santo de José")]
    juan = CALENDAR.get("name-day", "ES", called="Juan Gil")
    assert juan is not None
    assert juan.name_in("es") == "Santo de Juan"


def test_the_group_of_friends_is_greeted_on_friends_day() -> None:
    assert "friends-day" in keys(contact(name="Los del fútbol", kind=Kind.GROUP))


@pytest.mark.parametrize("state", [{"paused": True}, {"deceased": True}])
def test_who_wants_no_greetings_or_is_dead_has_no_day(state: dict[str, bool]) -> None:
    who = contact(**state)
    friends_day = CALENDAR.get("friends-day", "AR")
    assert friends_day is not None
    assert year_of(who, personal_dates=[PersonalDate("birthday", 5, 3)]) == []
    assert not concerns(friends_day, who)


def test_a_switch_turns_an_occasion_off_or_on_for_a_relationship() -> None:
    off = {("friends-day", Relationship.FRIEND): False}
    assert "friends-day" not in keys(contact(), switches=off)
    on = {("friends-day", Relationship.FAMILY): True}
    assert "friends-day" in keys(contact(relationship=Relationship.FAMILY), switches=on)
    assert "friends-day" not in keys(contact(relationship=Relationship.CLIENT), switches=on)


def test_a_switch_does_not_make_everybody_a_mother() -> None:
    on = {("mothers-day", Relationship.FRIEND): True}
    assert "mothers-day" not in keys(contact(), switches=on)


def test_a_birthday_that_meets_friends_day_makes_one_day_of_two_occasions() -> None:
    due = days_for(
        contact(),
        owner_country="AR",
        first=date(2027, 7, 20),
        last=date(2027, 7, 20),
        calendar=CALENDAR,
        personal_dates=[PersonalDate("birthday", 7, 20)],
    )
    assert [(d.day, [ref.name for ref in d.occasions]) for d in due] == [
        (date(2027, 7, 20), ["Cumpleaños", "Día del Amigo"])
    ]


def test_occasions_are_named_in_the_contact_s_language() -> None:
    friend = contact(language="it-IT")
    (due,) = (d for d in year_of(friend) if d.day == date(2027, 7, 20))
    assert due.occasions[0].name == "Festa dell'amicizia"


@pytest.mark.parametrize(
    ("year", "choice", "day"),
    [
        (2027, LeapDay.FEBRUARY_28, date(2027, 2, 28)),
        (2027, LeapDay.MARCH_1, date(2027, 3, 1)),
        (2028, LeapDay.FEBRUARY_28, date(2028, 2, 29)),
        (2028, LeapDay.MARCH_1, date(2028, 2, 29)),
    ],
)
def test_a_birthday_on_29_february_comes_every_year(year: int, choice: LeapDay, day: date) -> None:
    born = [PersonalDate("birthday", 2, 29)]
    who = contact(relationship=Relationship.ACQUAINTANCE)
    assert [d.day for d in year_of(who, year, personal_dates=born, leap_day=choice)] == [day]


def test_the_year_it_happened_has_no_anniversary_yet() -> None:
    hired = [PersonalDate("work-anniversary", 6, 1, year=2027)]
    assert "work-anniversary" not in keys(contact(), personal_dates=hired)
    assert "work-anniversary" in keys(contact(), year=2028, personal_dates=hired)


def test_the_owner_s_own_occasion_is_greeted_like_any_other() -> None:
    own = Occasion("own-asado", Fixed(11, 9), "fixed:11-09", {"es": "El asado"}, Audience.FRIENDS)
    assert day_of("own-asado", contact(), own=[own]) == date(2027, 11, 9)


@pytest.mark.parametrize(
    ("year", "choice", "day"),
    [
        (2027, LeapDay.FEBRUARY_28, date(2027, 2, 28)),
        (2027, LeapDay.MARCH_1, date(2027, 3, 1)),
        (2028, LeapDay.MARCH_1, date(2028, 2, 29)),
    ],
)
def test_a_day_of_the_owner_s_own_on_29_february_comes_every_year(
    year: int, choice: LeapDay, day: date
) -> None:
    made = OwnOccasion("own-1", "La fundación", "fixed:02-29")
    owner = marcelo(1, own=(made,), leap_day=choice)
    own = own_occasions(owner)
    switches = {("own-1", Relationship.FRIEND): True}
    days = [
        one.day
        for one in year_of(contact(), year, own=own, switches=switches)
        if "own-1" in {occasion.key for occasion in one.occasions}
    ]
    assert days == [day]


def test_a_window_over_new_year_has_both_years() -> None:
    due = days_for(
        contact(),
        owner_country="AR",
        first=date(2027, 12, 20),
        last=date(2028, 1, 5),
        calendar=CALENDAR,
    )
    assert [d.day for d in due] == [date(2027, 12, 25), date(2028, 1, 1)]


def test_a_country_s_own_day_leaves_the_worldwide_one_listed_but_off() -> None:
    assert [(o.key, o.default) for o in CALENDAR.on(date(2027, 7, 30), "AR")] == [
        ("international-friendship-day", False)
    ]
    assert [o.key for o in CALENDAR.on(date(2027, 7, 30), "PY")] == ["friends-day"]


@pytest.mark.parametrize(
    ("language", "name"),
    [("fi", "Ystävänpäivä"), ("es-AR", "Día de los Amigos"), ("ja", "Friends' Day")],
)
def test_a_name_falls_back_to_english(language: str, name: str) -> None:
    occasion = CALENDAR.get("friends-day", "FI")
    assert occasion is not None
    assert occasion.name_in(language) == name


@pytest.mark.parametrize(
    ("choice", "days"),
    [
        (FriendsDay.MINE, ["07-20"]),
        (FriendsDay.THEIRS, ["09-18"]),
        (FriendsDay.BOTH, ["07-20", "09-18"]),
    ],
)
def test_friends_day_with_juana_in_bogota_is_whichever_the_owner_keeps(
    choice: FriendsDay, days: list[str]
) -> None:
    def friends_days(who: Contact, usual: FriendsDay) -> list[str]:
        found = year_of(who, 2027, friends_day=usual)
        keys = {one.day: {ref.key for ref in one.occasions} for one in found}
        return [f"{day:%m-%d}" for day, on in keys.items() if "friends-day" in on]

    juana = contact(country="CO")
    assert friends_days(juana, choice) == days
    assert friends_days(juana.evolve(friends_day=choice), FriendsDay.MINE) == days


def test_where_friends_day_is_not_kept_the_owner_s_stands() -> None:
    who = contact(country="JP")
    found = year_of(who, 2027, friends_day=FriendsDay.THEIRS)
    assert date(2027, 7, 20) in [one.day for one in found]


def test_a_name_day_of_their_own_takes_the_place_of_the_calendar_s() -> None:
    who = contact(name="Juan Paz", country="ES", relationship=Relationship.COLLEAGUE)
    own = [PersonalDate("name-day", 12, 27)]
    days = [
        one.day
        for one in year_of(who, 2027, personal_dates=own)
        if "name-day" in {ref.key for ref in one.occasions}
    ]
    assert days == [date(2027, 12, 27)]


def test_a_word_for_no_reason_comes_by_itself_and_waits_where_there_is_a_reason() -> None:
    who = contact(relationship=Relationship.ACQUAINTANCE, touch=Touch(3, date(2027, 1, 20)))
    born = [PersonalDate("birthday", 7, 20)]
    found = year_of(who, 2027, personal_dates=born)
    assert [(f"{one.day:%m-%d}", [ref.key for ref in one.occasions]) for one in found] == [
        ("01-20", ["keep-in-touch"]),
        ("04-20", ["keep-in-touch"]),
        ("07-20", ["birthday"]),
        ("10-20", ["keep-in-touch"]),
    ]


def test_who_is_marked_by_name_is_greeted_whatever_the_switches_say() -> None:
    who = contact(relationship=Relationship.CLIENT, tags=frozenset({"rosh-hashanah"}))
    off = {("rosh-hashanah", Relationship.CLIENT): False}
    assert "rosh-hashanah" in keys(who, switches=off)
    assert "rosh-hashanah" not in keys(who.evolve(tags=frozenset()))
    assert "rosh-hashanah" not in keys(who.evolve(paused=True))
