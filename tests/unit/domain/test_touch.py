"""Words for no reason: on days that do not fall together, and that every month has."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.touch import EVERY, Touch, first_day

TODAY = date(2027, 7, 18)


def spread(people: int, months: int) -> list[Touch]:
    chosen: list[Touch] = []
    for _ in range(people):
        chosen.append(Touch(months, first_day(TODAY, months, chosen)))
    return chosen


@pytest.mark.parametrize("months", EVERY)
def test_twenty_people_never_share_a_day(months: int) -> None:
    days = [day for one in spread(20, months) for day in one.days(TODAY, date(2030, 12, 31))]
    assert len(days) == len(set(days))


def test_a_few_people_are_far_apart() -> None:
    days = sorted(one.first for one in spread(6, 3))
    assert min(later - day for day, later in pairwise(days)) > timedelta(7)


def test_those_written_to_every_month_make_room_for_those_every_third() -> None:
    chosen = spread(10, 1)
    other = Touch(3, first_day(TODAY, 3, chosen))
    taken = {day for one in chosen for day in one.days(TODAY, date(2029, 1, 1))}
    assert not taken & set(other.days(TODAY, date(2029, 1, 1)))


@given(today=st.dates(date(2024, 1, 1), date(2035, 12, 31)), months=st.sampled_from(EVERY))
def test_the_first_is_soon_and_the_others_follow_at_the_same_day_of_the_month(
    today: date, months: int
) -> None:
    touch = Touch(months, first_day(today, months, ()))
    assert timedelta(7) <= touch.first - today <= timedelta(31 * months + 7)
    days = touch.days(today, today + timedelta(800))
    assert {day.day for day in days} == {touch.first.day}
    assert len(days) >= 800 // (31 * months) - 1


@given(
    months=st.integers(),
    begun=st.dates(),
    first=st.dates(date(2024, 1, 1), date(2035, 12, 31)),
)
def test_whatever_it_is_given_the_days_come_to_an_end(
    months: int, begun: date, first: date
) -> None:
    last = first + timedelta(60)
    days = Touch(months, begun).days(first, last)
    assert len(days) <= 3
    assert all(max(first, begun.replace(day=1)) <= day <= last for day in days)
