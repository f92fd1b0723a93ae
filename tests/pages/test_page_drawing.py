"""Where things stand in a picture: periods, dates in words, places on the map, actors of the network, names."""

from datetime import date
from itertools import combinations
from math import hypot

import pytest
from samples import DRILL, EVENTS, NEVER, TALKS

from chronicle.model import EventDate, Precision
from chronicle.presenting.drawing.dates import when
from chronicle.presenting.drawing.globe import EDGE, TOP, is_within, outlines, project, turns_right, view
from chronicle.presenting.drawing.labels import Spot, labels
from chronicle.presenting.drawing.periods import said, timeline
from chronicle.presenting.drawing.ties import HEIGHT, WIDTH, Actor, network, takes_part
from chronicle.presenting.page.markup import tag, text, web_address

SQUARE = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (0.0, 0.0)]
EMPTY = [(str(year), 0) for year in range(1991, 2001)]


@pytest.mark.parametrize(
    ("days", "unit", "bars"),
    [
        ([], "day", []),
        ([date(2021, 9, 3)] * 2, "day", [("2021-09-03", 2)]),
        ([date(2021, 12, 31), date(2022, 1, 1)], "day", [("2021-12-31", 1), ("2022-01-01", 1)]),
        ([date(2020, 11, 30), date(2021, 1, 1), date(2021, 4, 5)], "month",
         [("2020-11", 1), ("2020-12", 0), ("2021-01", 1), ("2021-02", 0), ("2021-03", 0), ("2021-04", 1)]),
        ([date(1990, 1, 1), date(2001, 1, 1)], "year", [("1990", 1), *EMPTY, ("2001", 1)]),
    ],
)  # fmt: skip
def test_a_timeline_is_as_fine_as_can_be_read(days: list[date], unit: str, bars: list[tuple[str, int]]) -> None:
    assert timeline(days) == (unit, tuple(bars))


def test_a_timeline_of_centuries_is_by_decade() -> None:
    drawn = timeline([date(1689, 8, 27), date(2021, 9, 3)])
    assert (drawn.unit, drawn.bars[0], drawn.bars[-1]) == ("decade", ("168", 1), ("202", 1))


@pytest.mark.parametrize(
    ("period", "words"),
    [("2021-09-03", "3 September 2021"), ("2021-09", "September 2021"), ("0987", "987"), ("202", "2020s")],
)
def test_a_period_in_words(period: str, words: str) -> None:
    assert said(period) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2021, 9, 3), date(2021, 9, 3), Precision.DAY, "3 September 2021"),
        (date(2021, 9, 16), date(2021, 9, 17), Precision.RANGE, "16–17 September 2021"),
        (date(2021, 9, 21), date(2021, 10, 4), Precision.RANGE, "21 September – 4 October 2021"),
        (date(2012, 12, 30), date(2013, 1, 2), Precision.RANGE, "30 December 2012 – 2 January 2013"),
        (date(2013, 12, 1), date(2013, 12, 31), Precision.MONTH, "December 2013"),
        (date(1994, 6, 1), date(1994, 8, 31), Precision.SPAN, "June–August 1994"),
        (date(1910, 1, 1), date(1912, 12, 31), Precision.SPAN, "1910–1912"),
        (date(1873, 1, 1), date(1873, 12, 31), Precision.YEAR, "1873"),
        (None, None, Precision.INVALID, "as printed (no day known)"),
    ],
)
def test_a_date_in_words(start: date | None, end: date | None, precision: Precision, words: str) -> None:
    assert when(EventDate("as printed", start, end, precision)) == words


def test_a_date_that_is_about_right() -> None:
    early = EventDate("early October 2013", date(2013, 10, 1), date(2013, 10, 10), Precision.PART, approximate=True)
    assert when(early) == "about 1–10 October 2013"


def test_the_projection_is_equal_earth() -> None:
    """The corners as its authors give them: half as high as it is wide, less a little."""
    assert project(0, 0) == (0, 0)
    assert pytest.approx(2.70663, abs=1e-5) == EDGE
    assert pytest.approx(1.31736, abs=1e-5) == TOP
    assert project(180, 90)[0] / EDGE == pytest.approx(0.59, abs=0.01)


@pytest.mark.parametrize(
    ("places", "centre"),
    [
        ([(116.4, 39.9), (37.6, 55.8)], 77.0),
        ([(170.0, 0.0), (-170.0, 0.0)], -180.0),
        ([(-77.0, 38.9)], -77.0),
        ([], 0.0),
    ],
)  # fmt: skip
def test_a_map_is_turned_to_its_places(places: list[tuple[float, float]], centre: float) -> None:
    seen = view(places)
    assert seen.centre == pytest.approx(centre)
    for place in places:
        x, y = seen.place(*place)
        assert 0 < x < seen.width
        assert 0 < y < seen.height


def test_land_over_the_edge_of_the_map_is_drawn_at_both_ends() -> None:
    over = [(175.0, -5.0), (185.0, -5.0), (185.0, 5.0), (175.0, 5.0), (175.0, -5.0)]
    assert len(list(outlines(view([]), [over]))) == 2
    assert len(list(outlines(view([]), [SQUARE]))) == 1


def test_within_and_around() -> None:
    assert is_within((5, 5), SQUARE)
    assert not is_within((15, 5), SQUARE)
    assert turns_right(SQUARE)
    assert not turns_right(SQUARE[::-1])


def test_names_stand_apart() -> None:
    spots = [Spot(f"Town {at}", 100 + at % 5 * 30, 100 + at // 5 * 12, 4) for at in range(20)]
    found = list(labels(spots, 400, 300, 8))
    assert 2 <= len(found) <= 8
    assert len({(label.x, label.y) for label in found}) == len(found)


def test_no_name_stands_on_a_circle_of_another_place() -> None:
    beijing, pyongyang, seoul = Spot("Beijing", 200, 100, 22), Spot("Pyongyang", 236, 96, 8), Spot("Seoul", 240, 110, 6)
    found = {label.name: label for label in labels([beijing, pyongyang, seoul], 400, 200, 8)}
    assert (found["Beijing"].anchor, found["Beijing"].x) == ("end", 174)
    assert found["Pyongyang"].x >= pyongyang.x
    assert found["Seoul"].y > pyongyang.y + pyongyang.radius


AROUND = [Spot(f"Town {at}", 200 + 24 * (at % 3 - 1), 100 + 24 * (at // 3 - 1), 13) for at in range(9)]


def test_a_busy_place_in_the_midst_of_others_has_its_name_on_a_line() -> None:
    midst, around = AROUND[4], AROUND[:4] + AROUND[5:]
    [label] = [each for each in labels([midst, *around], 400, 200, 9) if each.name == midst.name]
    assert label.leader is not None
    x, y, *end = label.leader
    assert hypot(x - midst.x, y - midst.y) == pytest.approx(midst.radius)
    assert min(hypot(end[0] - spot.x, end[1] - spot.y) - spot.radius for spot in around) > 0


def test_a_place_of_few_events_in_the_midst_of_others_is_not_named() -> None:
    others = [Spot(f"Far {at}", 20, 10 + 16 * at, 3) for at in range(10)]
    midst, around = AROUND[4], AROUND[:4] + AROUND[5:]
    named = list(labels([*others, midst, *around], 400, 200, 20))
    assert {label.name for label in named} >= {spot.name for spot in others}
    assert midst.name not in {label.name for label in named}


def test_the_busiest_places_are_all_named() -> None:
    """Ten near each other among two hundred small ones, as in East Asia."""
    busy = [Spot(f"Capital {at}", 400 + 26 * (at % 4), 180 + 30 * (at // 4), 20 - at) for at in range(10)]
    small = [Spot(f"Town {at}", 380 + at * 37 % 140, 160 + at * 53 % 120, 3) for at in range(200)]
    found = list(labels([*busy, *small], 900, 440, 16))
    assert [label.name for label in found][:10] == [spot.name for spot in busy]
    lines = [label.leader for label in found if label.leader]
    assert lines
    assert max(hypot(x2 - x, y2 - y) for x, y, x2, y2 in lines) < 150


def test_who_takes_part_with_whom() -> None:
    drawn = network([takes_part(event) for event in EVENTS])
    assert [node.actor.name for node in drawn.nodes] == ["South Africa", "Anna Northman"]
    assert [node.events for node in drawn.nodes] == [2, 1]
    assert drawn.ties == ((0, 1, 1),)
    assert network([takes_part(NEVER)]) == ((), ())
    assert [actor.name for actor in takes_part(TALKS)] == ["Anna Northman", "South Africa"]
    assert takes_part(DRILL) == takes_part(TALKS)[1:]


def test_a_network_is_the_same_each_time_and_no_name_covers_another() -> None:
    people = [Actor(f"Delegate {at}", "person", "NO") for at in range(24)]
    meetings = [(people[at], people[(at * 7 + 3) % 24], people[(at * 5 + 1) % 24]) for at in range(24)]
    drawn = network(map(set, meetings))
    assert drawn == network(map(set, meetings))
    assert all(0 < node.x < WIDTH and 0 < node.y < HEIGHT for node in drawn.nodes)
    apart = [max(abs(one.x - other.x) / 70, abs(one.y - other.y) / 30) for one, other in combinations(drawn.nodes, 2)]
    assert min(apart) >= 1


def test_markup_is_escaped() -> None:
    made = tag("a", text("<b> & \x00"), href='"><script>', hidden=True, title=None)
    assert made == '<a href="&quot;&gt;&lt;script&gt;" hidden>&lt;b&gt; &amp;  </a>'


@pytest.mark.parametrize(
    ("url", "leads"),
    [("https://example.org/a?b=1", True), ("HTTP://example.org", True), ("#", False), ("", False), (None, False),
     ("javascript:alert(1)", False), ("java\nscript:alert(1)", False), (" https://example.org", False),
     ("//example.org", False), ("data:text/html,x", False), ("file:///etc/passwd", False), ("http://[", False)],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url: str | None, leads: bool) -> None:
    assert (web_address(url) is not None) is leads
