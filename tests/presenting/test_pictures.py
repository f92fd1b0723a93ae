"""Pictures for a terminal, compared with the kept ones in pictures/: `pytest --update` draws them anew."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from chronicle.presenting.drawing.periods import MONTHS as NAMES
from chronicle.presenting.drawing.periods import periods
from chronicle.presenting.terminal import bars, calendar, ego, matrix, spark, spoken, timeline, worldmap
from chronicle.presenting.terminal.lines import show
from chronicle.presenting.terminal.signs import ASCII, UNICODE, Signs, signs_for

KEPT = Path(__file__).parent / "pictures"
Draw = Callable[[int, Signs], Iterable[Text]]

MONTHS = tuple(periods(date(2019, 9, 1), date(2021, 12, 31), "month"))
DAYS = tuple(periods(date(2021, 8, 30), date(2021, 12, 6), "day"))
YEARS = tuple(periods(date(1950, 1, 1), date(2021, 1, 1), "year"))

BY_MONTH = {month: number for month, number in zip(MONTHS, (4, 1, 0, 9, 31, 2) * 5, strict=False) if number}
FEW = {"2021-08-30": 1, "2021-09-03": 3, "2021-10-01": 2, "2021-12-06": 1}
LASTING = (
    timeline.Span("2019-12", "2020-03", 90, "Ten warships circle [the] islands, far from home and for the first time"),
    timeline.Span(
        "2021-10", "2021-12", 70, "A drill begins near the end of the period, so that its name stands before"
    ),
)
NORTH = timeline.Lane("Anna Northman", BY_MONTH, frozenset({"2020-02", "2020-03"}))
UNION = timeline.Lane("Union of Seas; Rivers and Their Many Shores", {"2020-01": 1, "2021-12": 2})
LONG_AGO = timeline.Lane("", {year: int(year) % 7 for year in YEARS if int(year) % 3})

FIRST = date(2020, 2, 1)
BUSY = {FIRST + timedelta(days=at * at % 97): at % 9 + 1 for at in range(60)}
LATER = {date(2022, 5, 9): 2}
GRID = calendar.Days(BUSY | LATER, {date(2020, 2, at) for at in range(11, 20)}, date(2018, 1, 1), date(2022, 12, 31))

PICTURES: dict[str, Draw] = {
    "months": lambda width, signs: timeline.whole(MONTHS, timeline.Lane("", BY_MONTH), LASTING, width, signs),
    "days": lambda width, signs: timeline.whole(DAYS, timeline.Lane("", FEW), (), width, signs),
    "years": lambda width, signs: timeline.whole(YEARS, LONG_AGO, (), width, signs),
    "lanes": lambda width, signs: timeline.lanes(MONTHS, (NORTH, UNION), width, signs),
    "calendar": lambda width, signs: calendar.years(GRID, width, signs),
}

MEMBERS = (
    matrix.Member(1, "Anna Northman", 40),
    matrix.Member(2, "Union of Seas; Rivers and Their Many Shores", 12),
    matrix.Member(3, "王毅 (Wang Yi)", 9),
    *(matrix.Member(at, f"Envoy {at}", 1) for at in range(4, 50)),
)
SHARED = {frozenset((1, 2)): 31, frozenset((1, 3)): 9, frozenset((2, 3)): 1, frozenset((4, 5)): 1}
PARTNERS = (
    ego.Partner("Union of Seas; Rivers and Their Many Shores", "", 31, "2019-09-25", "2021-11-26"),
    ego.Partner("王毅 (Wang Yi)", "CN", 9, "2020-01-01", "2020-01-01"),
    ego.Partner("Nobody Knows", "US", 1, "", ""),
)
PICTURES |= {
    "matrix": lambda width, signs: matrix.matrix(matrix.fitting(MEMBERS, width), SHARED, width, signs),
    "ego": lambda width, signs: ego.partners("Anna Northman", PARTNERS, width, signs),
}

# An island with a lake in it, beside a cape that the edge of the map cuts.
LAND = (
    ((100.0, 20.0), (120.0, 20.0), (120.0, 40.0), (100.0, 40.0), (100.0, 20.0)),
    ((106.0, 26.0), (114.0, 26.0), (114.0, 34.0), (106.0, 34.0), (106.0, 26.0)),
    ((130.0, -10.0), (179.0, 30.0), (135.0, 50.0), (130.0, -10.0)),
)
PLACES = ((103.0, 23.0), (117.0, 37.0), (103.1, 23.1), (140.0, 30.0))
RANKED = (("1 Oslo, NO", 12), ("2 South Atlantic", 3), ("3 Union of Seas; Rivers and Their Many Shores", 1))
PICTURES |= {
    "map": lambda width, signs: worldmap.worldmap(PLACES, LAND, width, signs),
    "world": lambda width, signs: worldmap.worldmap(PLACES, LAND, width, signs, everywhere=True),
    "ranked": lambda width, signs: bars.ranked(RANKED, width, signs),
}


def drawn(name: str, width: int, signs: Signs = UNICODE) -> str:
    file = StringIO()
    show(PICTURES[name](width, signs), file, width, colour=False)
    return file.getvalue()


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_was_looked_at(name: str, width: int, update: bool) -> None:
    kept = KEPT / f"{name}-{width}.txt"
    if update:
        kept.write_text(drawn(name, width), encoding="utf-8")
    assert drawn(name, width) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_in_ascii(name: str, update: bool) -> None:
    kept = KEPT / f"{name}-ascii.txt"
    if update:
        kept.write_text(drawn(name, 80, ASCII), encoding="utf-8")
    assert drawn(name, 80, ASCII) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 57, 79, 100, 200])
@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fits_the_width_and_is_cut_nowhere(name: str, signs: Signs, width: int) -> None:
    lines = [line.plain for line in PICTURES[name](width, signs)]
    assert max(map(cell_len, map(str.rstrip, lines))) <= width


@pytest.mark.parametrize("name", PICTURES)
def test_colour_adds_nothing_but_colour(name: str) -> None:
    coloured = StringIO()
    show(PICTURES[name](80, UNICODE), coloured, 80, colour=True)
    assert "\x1b[" in coloured.getvalue()
    assert Text.from_ansi(coloured.getvalue()).plain.rstrip() == drawn(name, 80).rstrip()


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", UNICODE),
        ("ascii", ASCII),
        ("latin-1", ASCII),
        ("cp437", ASCII),
        (None, UNICODE),
        ("unheard-of", ASCII),
    ],
)
def test_signs_that_the_encoding_can_print(encoding: str | None, expected: Signs) -> None:
    assert signs_for(encoding) is expected


class TestTimeline:
    def test_every_event_is_a_dot_where_they_are_few(self) -> None:
        assert drawn("days", 80).count(UNICODE.dot) == sum(FEW.values())

    def test_a_label_that_looks_like_markup_is_text(self) -> None:
        assert "circle [the] islands" in drawn("months", 120)

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("2019-12", "2020-01", "├──┤ A drill"),
            ("2021-08", "2021-12", "A drill ├────────┤"),
            ("2019-10", "2021-11", "├ A drill ───"),
            ("2001-01", "2030-12", "─ A drill ───"),
        ],
    )
    def test_the_label_stands_where_there_is_room(self, first: str, last: str, expected: str) -> None:
        span = timeline.Span(first, last, 1, "A drill")
        *_, shown = timeline.whole(MONTHS, timeline.Lane("", BY_MONTH), [span], 60, UNICODE)
        assert expected in shown.plain

    def test_of_many_spans_the_longest_are_drawn(self) -> None:
        spans = [timeline.Span("2020-01", "2020-02", at, f"number {at}") for at in range(20)]
        shown = "\n".join(
            line.plain for line in timeline.whole(MONTHS, timeline.Lane("", BY_MONTH), spans, 80, UNICODE)
        )
        assert "number 19" in shown
        assert "number 7" not in shown
        assert "and 8 shorter ones" in shown


class TestCalendar:
    @pytest.mark.parametrize(
        ("most", "expected"),
        [
            (0, []),
            (1, [(1, 1)]),
            (3, [(1, 1), (2, 2), (3, 3)]),
            (4, [(1, 1), (2, 2), (3, 3), (4, 4)]),
            (10, [(1, 2), (3, 5), (6, 8), (9, 10)]),
        ],
    )
    def test_every_number_has_one_shade(self, most: int, expected: list[tuple[int, int]]) -> None:
        assert [(shade.least, shade.most) for shade in calendar.shades(most, UNICODE)] == expected

    def test_every_day_asked_for_has_a_sign(self) -> None:
        year = GRID._replace(first=date(2020, 2, 1), last=date(2020, 2, 29), events={date(2020, 2, 3): 1}, ongoing=())
        shown = "\n".join(line.plain for line in list(calendar.years(year, 80, UNICODE))[:-1])
        assert (shown.count("·"), shown.count("█")) == (28, 1)

    @pytest.mark.parametrize("year", [2018, 2020, 2024])
    @pytest.mark.parametrize("width", [30, 40, 60, 62, 63, 120])
    def test_a_year_too_long_for_the_width_goes_on_under_its_months(self, width: int, year: int) -> None:
        days = calendar.Days({date(year, 12, 31): 1}, (), date(year, 1, 1), date(year, 12, 31))
        head, *shown = [line.plain for line in list(calendar.years(days, width, UNICODE))[:-1]]
        assert head.startswith(f"{year}  1 event")
        grids = [part.strip("\n").splitlines() for part in "\n".join(shown).split("\n\n") if part.strip()]
        assert all(len(grid) == 8 + bool(at) for at, grid in enumerate(grids))
        assert all(grid[0] == f"{year}, from {NAMES[at * 12 // len(grids)]}" for at, grid in enumerate(grids) if at)
        named = [word for grid in grids for word in grid[-8].split()]
        assert named == [month[:3] for month in NAMES]
        signs = "".join(line[4:] for grid in grids for line in grid[-7:])
        assert (signs.count("·"), signs.count("█")) == ((date(year + 1, 1, 1) - date(year, 1, 1)).days - 1, 1)


class TestSpoken:
    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            ("2021", "2021", "in 2021"),
            ("201", "202", "from the 2010s to the 2020s"),
            ("202", "202", "in the 2020s"),
            ("2021-09-03", "2021-09-03", "on 3 September 2021"),
            ("2019-09", "2021-01", "from September 2019 to January 2021"),
        ],
    )
    def test_a_time(self, first: str, last: str, expected: str) -> None:
        assert spoken.between(first, last) == expected

    def test_a_timeline(self) -> None:
        assert list(
            spoken.whole(MONTHS[:5], "month", timeline.Lane("", {"2019-09": 1, "2020-01": 3}), LASTING[:1])
        ) == [
            "Busiest: January 2020, 3 events. None in 3 of 5 months.",
            "September 2019: 1",
            "January 2020: 3",
            "",
            "Events that last over several months:",
            "December 2019 to March 2020: " + LASTING[0].label,
        ]

    def test_lanes(self) -> None:
        assert list(spoken.lanes(MONTHS, (UNION,))) == [
            "Union of Seas; Rivers and Their Many Shores: 3 events. January 2020 1, December 2021 2."
        ]

    def test_a_calendar(self) -> None:
        days = calendar.Days(
            {date(2020, 2, 3): 1, date(2020, 2, 10): 4, date(2022, 5, 9): 2},
            {date(2020, 2, day) for day in (11, 12, 13, 20)},
            date(2019, 1, 1),
            date(2022, 12, 31),
        )
        assert list(spoken.calendar(days)) == [
            "2020: 5 events.",
            "February: 3, 10 (4 events); going on 11 to 13, 20.",
            "2022: 2 events.",
            "May: 9 (2 events).",
        ]


class TestMap:
    def test_the_more_frequent_of_two_at_one_spot_has_the_sign(self) -> None:
        shown = drawn("world", 80)
        assert [sign in shown for sign in "1234"] == [True, True, False, True]

    def test_there_are_signs_for_thirty_five(self) -> None:
        assert [worldmap.mark(at) for at in (0, 8, 9, 34, 35)] == ["1", "9", "A", "Z", ""]

    def test_a_lake_is_no_land(self) -> None:
        filled = [line.plain for line in worldmap.worldmap(PLACES, LAND[:2], 80, ASCII)]
        [row] = [row for row in filled if "2" in row]
        below = filled[filled.index(row) + 3]
        assert re.search(r"\.+ +\.+", below)


class TestSpark:
    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [
            ([], ""),
            ([0, 0], "··"),
            ([1, 0, 8], "▁·█"),
            ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"),
            ([1, 1000], "▁█"),
        ],
    )
    def test_a_bar_for_each_number(self, numbers: list[int], expected: str) -> None:
        assert spark.spark(numbers, UNICODE) == expected

    def test_it_has_no_blank_in_ascii_either(self) -> None:
        assert spark.spark([0, 1, 2, 3, 4], ASCII) == "_.:|#"

    @pytest.mark.parametrize(("each", "expected"), [(1, [1, 2, 3, 4, 5]), (2, [3, 7, 5]), (3, [6, 9]), (9, [15])])
    def test_neighbours_together(self, each: int, expected: list[int]) -> None:
        assert spark.merged([1, 2, 3, 4, 5], each) == expected
