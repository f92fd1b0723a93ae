"""Pictures, read back: SVG as XML, PNG by its bytes, HTML in a browser."""

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pytest
from samples import DRILL, EVENTS, NEVER, OSLO, TALKS
from typer.testing import CliRunner, Result

from chronicle.cli.app import app
from chronicle.presenting.plots import count, network, timeline, worldmap
from chronicle.presenting.plots.cited import Cited
from chronicle.presenting.plots.framing import Heading, events_axis, framed, time_axis
from chronicle.presenting.plots.saving import saved

Visit = Callable[..., Any]

HEADING = Heading("events naming Anna", 3, ("Ada Example, “A Year of Talks”",), "chronicle 1.0")
SQUARE = ((0.0, 0.0), (0.0, 20.0), (20.0, 20.0), (20.0, 0.0), (0.0, 0.0))
LAKE = ((5.0, 5.0), (5.0, 6.0), (6.0, 6.0), (6.0, 5.0), (5.0, 5.0))
COUNTS = [count.Counted((kind,), number) for kind, number in (("meeting", 2), (None, 1))]
CROSS = [count.Counted((str(2000 + at), f"kind {at % 9}"), at + 1) for at in range(20)]
GRID = [count.Counted((f"CN {at % 4}", f"kind {at % 3}"), at + 1) for at in range(12)]

CHARTS = {
    "timeline": lambda: timeline.chart(EVENTS),
    "network": lambda: network.chart(EVENTS, {"NO": "Norway"}),
    "map": lambda: worldmap.chart(EVENTS, (SQUARE, LAKE)),
    "count": lambda: count.chart(["type"], COUNTS),
    "count over time": lambda: count.chart(["year", "type"], CROSS),
    "count of two": lambda: count.chart(["country", "type"], GRID),
}


def written(name: str, format: str, heading: Heading = HEADING) -> bytes:
    chart, about = CHARTS[name]()
    return saved(framed(chart, heading, about), format, heading.title)


def words(svg: bytes) -> str:
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())


@pytest.mark.parametrize("name", CHARTS)
def test_svg_has_title_number_and_source(name: str) -> None:
    found = words(written(name, "svg"))
    assert "Events naming Anna: 3 events" in found
    assert "Source: Ada Example, “A Year of Talks”." in found
    assert "Made with chronicle 1.0." in found


def test_a_network_of_nobody_says_so() -> None:
    alone = [replace(each, actors=each.actors[:1]) for each in EVENTS]
    chart, about = network.chart(alone, {})
    found = words(saved(framed(chart, HEADING, about), "svg", HEADING.title))
    assert "Nobody takes part in any of these events together with somebody else" in found
    assert "busiest" not in found


@pytest.mark.parametrize("name", CHARTS)
def test_svg_points_to_nothing_outside(name: str) -> None:
    drawn = written(name, "svg").decode()
    assert "<script" not in drawn
    assert set(re.findall(r"(?:href|src)=\"([^\"]*)\"", drawn)) <= set()
    assert set(re.findall(r"https?://[^\"]+", drawn)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@pytest.mark.parametrize("name", CHARTS)
def test_png_has_a_signature_and_a_size(name: str) -> None:
    drawn = written(name, "png")
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", drawn[16:24])
    assert width > 500
    assert height > 200


@pytest.mark.parametrize("name", CHARTS)
def test_html_draws_in_a_browser_and_asks_nobody(name: str, tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "picture.html"
    path.write_bytes(written(name, "html"))
    tab = visit(path)
    tab.locator("#chart svg.marks").wait_for()
    assert tab.title() == "Events naming Anna: 3 events"
    assert "Events naming Anna: 3 events" in tab.locator("#chart svg.marks").text_content()


def test_text_of_documents_stays_text(tmp_path: Path, visit: Visit) -> None:
    attack = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
    event = replace(TALKS, venues=(replace(OSLO, name=attack),))
    heading = replace(HEADING, asked=attack, works=(attack,))
    chart, about = worldmap.chart([event], (SQUARE,))
    ElementTree.fromstring(saved(framed(chart, heading, about), "svg", attack))
    path = tmp_path / "picture.html"
    path.write_bytes(saved(framed(chart, heading, about), "html", attack))
    tab = visit(path)
    tab.locator("#chart svg.marks").wait_for()
    tab.locator("#chart path[aria-roledescription]").first.hover(force=True)
    assert tab.evaluate("window.hacked") is None
    assert tab.locator("img").count() == 0


def test_two_pictures_one_above_the_other_have_the_same_periods() -> None:
    drawn, _ = timeline.chart(EVENTS)
    domains = [part["encoding"]["x"]["scale"]["domain"] for part in drawn.to_dict()["vconcat"]]
    assert domains[0] == domains[1]
    assert domains[0][0] == "2021-09-03"
    assert domains[0][-1] == "2021-09-16"


def test_what_cannot_be_drawn_is_said() -> None:
    assert "1 without a possible date not shown" in timeline.chart(EVENTS)[1]
    nowhere = replace(DRILL, venues=(replace(OSLO, latitude=None),))
    assert "1 without coordinates not shown" in worldmap.chart([nowhere], (SQUARE,))[1]
    elsewhere = replace(DRILL, venues=(replace(OSLO, latitude=None, country="US"),))
    assert "2 without coordinates not shown" in worldmap.chart([nowhere, elsewhere], (SQUARE,))[1]


def test_kinds_have_shapes_and_countries_colours() -> None:
    drawn = network.chart(EVENTS, {"NO": "Norway"})[0].to_dict()
    [signs] = [layer for layer in drawn["layer"] if "shape" in layer.get("encoding", {})]
    assert signs["encoding"]["shape"]["scale"]["range"] == ["circle", "square", "diamond"]
    assert signs["encoding"]["color"]["scale"]["domain"][0] == "Norway"


def test_lines_have_a_shape_each_and_the_rest_is_one_line() -> None:
    drawn = count.chart(["type", "year"], [one._replace(keys=one.keys[::-1]) for one in CROSS])[0].to_dict()
    scale = drawn["layer"][1]["encoding"]["shape"]["scale"]
    assert len(set(scale["range"])) == len(scale["domain"]) == count.MOST_LINES + 1
    assert scale["domain"][-1] == "3 more"
    assert sum(row["events"] or 0 for row in rows_of(drawn)) == sum(one.events for one in CROSS)


def rows_of(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return list(next(iter(drawn["datasets"].values())))


def periods_of(drawn: dict[str, Any]) -> list[str]:
    [layer, *_] = drawn.get("layer", [drawn])
    return list(layer["encoding"]["x"]["scale"]["domain"])


@pytest.mark.parametrize("names", [("{}",), ("{}", "type"), ("type", "{}")], ids=len)
@pytest.mark.parametrize(
    ("time", "found", "periods"),
    [
        ("year", ["2003", "2005"], ["2003", "2004", "2005"]),
        ("quarter", ["2003-Q3", "2004-Q1"], ["2003-Q3", "2003-Q4", "2004-Q1"]),
        ("month", ["2003-11", "2004-02"], ["2003-11", "2003-12", "2004-01", "2004-02"]),
        ("weekday", ["Tuesday"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    ],
)
def test_time_goes_on_where_nothing_happened(
    names: tuple[str, ...], time: str, found: list[str], periods: list[str]
) -> None:
    keys = [tuple(period if name == "{}" else "visit" for name in names) for period in (*found, None)]
    drawn, about = count.chart([name.format(time) for name in names], [count.Counted(key, 1) for key in keys], 1)
    assert periods_of(drawn.to_dict()) == periods
    assert about.endswith(f" 1 without a {'weekday' if time == 'weekday' else 'possible date'} not shown.")


def test_nothing_of_several_types_is_not_drawn_upon_one_another() -> None:
    keys = [("2000", "visit"), ("2004", "visit"), ("2004", "meeting")]
    drawn = count.chart(["year", "type"], [count.Counted(key, 1) for key in keys])[0].to_dict()
    lines = {
        value: [row["events"] for row in rows_of(drawn) if row["value"] == value] for value in ("visit", "meeting")
    }
    assert lines == {"visit": [1, 0, None, 0, 1], "meeting": [None, None, None, 0, 1]}
    assert drawn["layer"][1]["transform"] == [{"filter": "datum.events > 0"}]


def test_all_events_without_a_date_leave_an_empty_axis() -> None:
    drawn, about = count.chart(["year"], [count.Counted((None,), 2)], 2)
    assert (periods_of(drawn.to_dict()), about) == ([], "Events by year. 2 without a possible date not shown.")


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(0, [0, 1]), (1, [0, 1]), (2, [0, 1, 2]), (7, [0, 2, 4, 6, 8]), (30, [0, 5, 10, 15, 20, 25, 30]),
     (31, [0, 10, 20, 30, 40]), (1234, [0, 500, 1000, 1500])],
)  # fmt: skip
def test_events_are_counted_in_whole_numbers(most: int, ticks: list[int]) -> None:
    axis = events_axis(alt.Y, most).to_dict()
    assert axis["axis"]["values"] == ticks
    assert axis["scale"]["domain"] == [0, ticks[-1]]


@pytest.mark.parametrize(
    ("first", "last", "labelled"),
    [
        (2019, 2021, ["2019", "2020", "2021"]),
        (1998, 2024, ["1998", "2000", "2002", "2004", "2006", "2008", "2010", "2012", "2014", "2016", "2018", "2020",
                      "2022", "2024"]),
        (1713, 2024, ["1750", "1800", "1850", "1900", "1950", "2000"]),
    ],
)  # fmt: skip
def test_years_are_labelled_where_they_are_round(first: int, last: int, labelled: list[str]) -> None:
    years = [str(year) for year in range(first, last + 1)]
    assert time_axis(years, {year: year for year in years}).to_dict()["axis"]["values"] == labelled


def test_the_axes_of_all_counts_have_whole_numbers(tmp_path: Path) -> None:
    for name in ("timeline", "count", "count over time"):
        assert not re.findall(r"\d\.\d", words(written(name, "svg", replace(HEADING, program="it"))))


def test_a_lake_is_no_land() -> None:
    drawn = worldmap.chart(EVENTS, (SQUARE, LAKE))[0].to_dict()
    filled = [layer["mark"]["fill"] for layer in drawn["layer"] if "fill" in layer["mark"]]
    assert filled == [worldmap.SEA, worldmap.LAND, worldmap.SEA]
    _, land, water, *_ = (drawn["datasets"].get(layer["data"].get("name")) for layer in drawn["layer"])
    assert [len(shapes) for shapes in (land, water)] == [1, 1]
    assert [5.0, 6.0] in water[0]["geometry"]["coordinates"][0]


def test_the_works_cited_are_gathered_on_the_way() -> None:
    found = Cited(EVENTS)
    assert len(list(found)) == found.events == 3
    assert len(found.works) == 2


def test_many_sources_are_summed_up() -> None:
    from chronicle.presenting.plots.framing import _sources

    said = " ".join(_sources(replace(HEADING, works=tuple(f"Issue {at}" for at in range(12)))))
    assert said == "Sources: Issue 0; Issue 1; Issue 2; 9 more documents. Made with chronicle 1.0."


# The command


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words, prog_name="chronicle")


@pytest.mark.parametrize(
    "asked",
    [
        ["timeline"],
        ["network"],
        ["map"],
        ["count"],
        ["count", "--by", "type,year"],
        ["count", "--by", "venue_country", "--by", "mode"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("format", ["svg", "png", "html"])
def test_every_kind_in_every_format(asked: list[str], format: str, database: None, tmp_path: Path) -> None:
    output = tmp_path / f"picture.{format}"
    result = run("plot", *asked, "-o", str(output))
    assert result.exit_code == 0, result.output
    assert result.stderr == f"{asked[0]} of 3 events written to {output}\n"
    assert output.stat().st_size > 4000


def test_the_picture_states_the_query(database: None, tmp_path: Path) -> None:
    output = tmp_path / "picture.svg"
    run("plot", "timeline", "-o", str(output), "--since", "2021", "--type", "meeting", "--type", "exercise")
    assert "Events of type meeting or exercise, since 2021: 2 events" in words(output.read_bytes())
    run("plot", "timeline", "-o", str(output), "--since", "2021", "--title", "For the paper")
    assert "For the paper: 2 events" in words(output.read_bytes())


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (["timeline", "-o", "x.gif"], 2, "error: x.gif: the name says no picture; end it in .svg, .png or .html\n"),
        (["map", "-o", "x.svg", "--by", "year"], 2, "error: --by: not for map; take `plot count`\n"),
        (["count", "-o", "x.svg", "--by", "yaer"], 2, "error: yaer: no such key to count by; did you mean year?\n"),
        (["timeline", "-o", "x.svg", "--since", "2050"], 3, "nothing found\n"),
    ],
)
def test_what_cannot_be_drawn(asked: list[str], status: int, said: str, database: None) -> None:
    result = run("plot", *asked)
    assert (result.exit_code, result.stderr) == (status, said)
    assert not Path(asked[2]).exists()


def test_an_event_without_a_date_is_told_beside_the_title(database: None, tmp_path: Path) -> None:
    output = tmp_path / "picture.svg"
    run("plot", "count", "--by", "year,country", "-o", str(output))
    said = words(output.read_bytes())
    assert "All events: 3 events Events by year and country. 1 without a possible date not shown." in said
    assert "none" not in said


def test_without_the_extra_it_says_which(database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = run("plot", "timeline", "-o", "x.svg")
    assert result.exit_code == 2
    assert result.stderr == "error: plot: needs altair and vl-convert; pip install 'chronicle-of-states[plot]'\n"


def test_events_far_apart_are_drawn_by_decade() -> None:
    early = replace(NEVER, date=replace(TALKS.date, start=date(1801, 1, 1), end=date(1801, 1, 1)))
    assert timeline.chart([early, TALKS])[1].startswith("Events by decade")
