"""When a greeting is held back."""

from datetime import date, timedelta

import pytest

from bot.domain.contacts import Relationship
from bot.domain.measure import Greeted, Held, Why, held_back

NEW_YEAR = date(2027, 1, 1)


def ago(days: int, *, counts: bool = True) -> Greeted:
    return Greeted(NEW_YEAR - timedelta(days), counts)


@pytest.mark.parametrize(("days", "held"), [(1, True), (20, True), (21, False), (200, False)])
def test_the_gap_is_kept_to_the_day(days: int, held: bool) -> None:
    found = held_back(NEW_YEAR, Relationship.FRIEND, [ago(days)], 21, 4)
    assert found == (Held(Why.GAP, NEW_YEAR - timedelta(days)) if held else None)


def test_what_does_not_count_starts_no_gap() -> None:
    assert held_back(NEW_YEAR, Relationship.FRIEND, [ago(3, counts=False)], 21, 4) is None


def test_the_latest_greeting_is_the_one_it_follows() -> None:
    found = held_back(NEW_YEAR, Relationship.FRIEND, [ago(5), ago(300), ago(12)], 21, 4)
    assert found == Held(Why.GAP, NEW_YEAR - timedelta(5))


def test_without_a_gap_only_the_day_itself_is_kept_free() -> None:
    assert held_back(NEW_YEAR, Relationship.FRIEND, [ago(1)], 0, 4) is None


def test_a_greeting_of_the_same_day_or_later_holds_nothing_back() -> None:
    assert held_back(NEW_YEAR, Relationship.FRIEND, [ago(0), ago(-3)], 21, 4) is None


@pytest.mark.parametrize(
    ("relationship", "held"), [(Relationship.CLIENT, True), (Relationship.FRIEND, False)]
)
def test_a_client_gets_four_a_year(relationship: Relationship, held: bool) -> None:
    four = [ago(days) for days in (30, 120, 210, 300)]
    assert (held_back(NEW_YEAR, relationship, four, 21, 4) is not None) is held


def test_what_a_client_got_more_than_a_year_ago_is_over() -> None:
    four = [ago(days) for days in (30, 120, 210, 365)]
    assert held_back(NEW_YEAR, Relationship.CLIENT, four, 21, 4) is None


def test_the_owner_says_how_often_a_client_is_greeted() -> None:
    two = [ago(300), ago(60)]
    assert held_back(NEW_YEAR, Relationship.CLIENT, two, 21, 2) is not None
    assert held_back(NEW_YEAR, Relationship.CLIENT, two, 21, 3) is None
