"""When there are events: how many begin in a period, and which go on."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from invented import document, event

from chronicle.model import Event, EventDate, Precision
from chronicle.querying import Query
from chronicle.querying.activity import Extent, Stay, Unit, activity, extent, headlines
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), Extent(6, 5, date(2021, 9, 3), date(2022, 2, 4))),
        (Query(types=("visit",)), Extent(1, 1, date(2021, 12, 30), date(2021, 12, 30))),
        (Query(types=("visit",), since="2022"), Extent(1, 1, date(2022, 1, 1), date(2022, 1, 1))),
        (Query(flags=("date_invalid",)), None),
        (Query(during="1999"), None),
    ],
)
def test_how_far_the_events_reach(db: Database, query: Query, expected: Extent | None) -> None:
    assert extent(db, query) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", {"2021-09-03": 1, "2021-09-16": 1, "2021-09-24": 1, "2021-12-30": 1, "2022-02-04": 1}),
        ("month", {"2021-09": 3, "2021-12": 1, "2022-02": 1}),
        ("year", {"2021": 4, "2022": 1}),
        ("decade", {"202": 5}),
    ],
)
def test_an_event_begins_on_its_first_day(db: Database, unit: Unit, expected: dict[str, int]) -> None:
    assert activity(db, Query(), unit).begun == {(None, period): number for period, number in expected.items()}


def test_or_on_the_first_day_asked_for(db: Database) -> None:
    assert activity(db, Query(since="2022-01-01"), "month").begun == {(None, "2022-01"): 1, (None, "2022-02"): 1}


@pytest.mark.parametrize(
    ("unit", "query", "expected"),
    [
        ("day", Query(), [("2021-09-16", "2021-09-17"), ("2021-12-30", "2022-01-02")]),
        ("day", Query(during="2021-12"), [("2021-12-30", "2021-12-31")]),
        ("month", Query(), [("2021-12-30", "2022-01-02")]),
        ("month", Query(during="2021-12"), []),
        ("decade", Query(), []),
    ],
)
def test_what_lasts_over_several_periods_of_the_time_asked_for(
    db: Database, unit: Unit, query: Query, expected: list[tuple[str, str]]
) -> None:
    found = activity(db, query, unit).stays
    assert [(str(stay.first), str(stay.last)) for stay in found] == expected


def test_lanes(db: Database) -> None:
    found = activity(db, Query(), "year", "country")
    assert found.begun == {("CN", "2021"): 4, ("RU", "2021"): 3, ("RU", "2022"): 1}
    assert [stay.lane for stay in found.stays] == ["CN", "RU"]


def test_events_without_a_value_of_the_lane(db: Database) -> None:
    assert (None, "2022") in activity(db, Query(), "year", "mode").begun


def test_the_part_that_is_asked_for(db: Database) -> None:
    told_of = activity(db, Query(role="mentioned"), "year", "actor")
    assert {lane for lane, _ in told_of.begun} == {"United States"}


def test_headlines(db: Database) -> None:
    found: tuple[Stay, ...] = activity(db, Query(types=("visit",)), "day").stays
    assert list(headlines(db, [found[0].number]).values()) == ["Wang Qishan receives Vyacheslav Nikonov at Diaoyutai."]


@pytest.fixture
def vague(tmp_path: Path) -> Callable[[], Database]:
    """A database of events that are dated to a month, a year, a part of a month and a day."""
    dates = [
        EventDate("April 2020", date(2020, 4, 1), date(2020, 4, 30), Precision.MONTH),
        EventDate("2020", date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
        EventDate("mid-May", date(2020, 5, 11), date(2020, 5, 20), Precision.PART, approximate=True),
        EventDate("May 11", date(2020, 5, 11), date(2020, 5, 11), Precision.DAY),
    ]
    with closing(connect(str(tmp_path / "vague.db"), create=True)) as db:
        store_document(db, *document(*(event_on(each) for each in dates)))
    return lambda: connect(str(tmp_path / "vague.db"), readonly=True)


def event_on(when: EventDate) -> Event:
    return replace(event(text=f"Something happens, {when.text}."), date=when)


@pytest.mark.parametrize(
    ("unit", "begun", "left_out"),
    [
        ("day", {"2020-05-11": 1}, 3),
        ("month", {"2020-04": 1, "2020-05": 2}, 1),
        ("year", {"2020": 4}, 0),
    ],
)
def test_no_event_stands_in_a_period_that_nobody_printed(
    vague: Callable[[], Database], unit: Unit, begun: dict[str, int], left_out: int
) -> None:
    with closing(vague()) as db:
        found = activity(db, Query(), unit)
    assert found.begun == {(None, period): number for period, number in begun.items()}
    assert found.vague == left_out
