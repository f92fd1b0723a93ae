"""Two questions side by side."""

from chronicle.querying import Query, compare
from chronicle.storing import Database


def test_what_rose_fell_came_and_went(db: Database) -> None:
    """The visit of the turn of the year is in both."""
    found = compare(db, Query(during="2021"), Query(during="2022"), ["type", "venue"])
    assert (found.first, found.second) == (4, 2)
    assert [(each.key, each.value, each.first, each.second, each.course) for each in found.differences] == [
        ("type", "meeting", 2, 0, "gone"),
        ("type", "statement", 1, 1, "same"),
        ("type", "visit", 1, 1, "same"),
        ("venue", "Moscow", 0, 1, "new"),
        ("venue", "Beijing", 1, 0, "gone"),
        ("venue", "Diaoyutai State Guesthouse", 1, 1, "same"),
    ]


def test_shares_are_of_the_events_of_one_side(db: Database) -> None:
    found = compare(db, Query(during="2021"), Query(during="2022"), ["country"])
    assert [(each.value, each.first_share, each.second_share, each.change) for each in found.differences] == [
        ("CN", 100.0, 50.0, -3),
        ("RU", 75.0, 100.0, -1),
    ]


def test_pairs_of_countries(db: Database) -> None:
    found = compare(db, Query(participants=("china", "russia")), Query(actors=("china", "us")), ["type"])
    assert (found.first, found.second) == (3, 1)
    assert [(each.value, each.course) for each in found.differences] == [
        ("meeting", "gone"), ("statement", "new"), ("visit", "gone"),
    ]  # fmt: skip


def test_a_side_without_events(db: Database) -> None:
    found = compare(db, Query(during="1999"), Query())
    assert {each.course for each in found.differences} == {"new"}
    assert {each.first_share for each in found.differences} == {0.0}
    assert {each.key for each in found.differences} == {"type", "country", "actor", "venue"}
