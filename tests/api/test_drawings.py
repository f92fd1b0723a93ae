"""`db.draw`: what the command draws on a terminal, as a value."""

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

import chronicle
from chronicle.cli.app import app

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> chronicle.Chronicle:
    db = chronicle.open(tmp_path_factory.mktemp("seeds") / "seeds.db")
    db.ingest(sorted(SEEDS.glob("china-*")))
    return db


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        (["timeline"], {"kind": "timeline"}),
        (["timeline", "--by", "year", "--lanes", "type", "--limit", "3"],
         {"kind": "timeline", "by": "year", "lanes": "type", "limit": 3}),
        (["calendar", "--type", "exercise"], {"kind": "calendar", "type": "exercise"}),
        (["network", "--by", "country"], {"kind": "network", "by": "country"}),
        (["network", "lavrov", "--within"], {"kind": "network", "name": "lavrov", "within": True}),
        (["map", "--world"], {"kind": "map", "world": True}),
        (["profile", "lavrov"], {"kind": "profile", "name": "lavrov"}),
    ],
)  # fmt: skip
def test_it_is_what_the_command_draws(seeds: chronicle.Chronicle, words: list[str], drawn: dict[str, Any]) -> None:
    shown = CliRunner().invoke(app, [*words, "--db", seeds.target, "--width", "72"]).stdout
    drawing = seeds.draw(**drawn, width=72)
    assert f"{drawing}\n".startswith(shown)
    assert all(note.what in str(drawing) for note in drawing.notes)
    assert max(map(len, str(drawing).splitlines())) <= 72


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        (["actors"], {"kind": "actors"}),
        (["count", "--by", "venue"], {"kind": "count", "by": "venue"}),
        (["count", "--by", "type", "--since", "2021"], {"kind": "count", "since": 2021}),
    ],
)
def test_lists_with_the_bars_of_spark(seeds: chronicle.Chronicle, words: list[str], drawn: dict[str, Any]) -> None:
    shown = CliRunner().invoke(app, [*words, "--spark", "--limit", "5", "--db", seeds.target])
    drawing = seeds.draw(**drawn, limit=5, width=100)
    title, cut = shown.stderr.splitlines()
    assert (title, cut.startswith("the first 5")) == (drawing.title, True)
    assert [note.what.startswith("the first 5 of ") for note in drawing.notes] == [True]
    for row in shown.stdout.splitlines():
        name, *_, bars = row.split("\t")
        assert [line for line in str(drawing).splitlines() if line.startswith(name) and line.endswith(bars)]


def test_lists_in_sentences(seeds: chronicle.Chronicle) -> None:
    told = seeds.draw("count", by="type", plain=True, limit=1, during=2019)
    [line] = told.lines
    assert re.fullmatch(r"meeting: \d+ events\. September 2019 \d+, .*, December 2019 \d+\.", str(line))
    assert [note.what for note in told.notes] == [f"the first 1 of {len(seeds.count(by='type', during=2019))}"]


def test_pairs_that_are_cut_are_counted(seeds: chronicle.Chronicle) -> None:
    many = len(seeds.network().ties)
    told = CliRunner().invoke(app, ["network", "--limit", "3", "--db", seeds.target]).stderr
    assert told == f"the first 3 of {many}; more with --limit N, all with --limit 0\n"


@pytest.mark.parametrize("kind", ["timeline", "calendar", "network", "map"])
def test_sentences_in_its_place(seeds: chronicle.Chronicle, kind: str) -> None:
    shown = CliRunner().invoke(app, [kind, "--db", seeds.target, "--plain"]).stdout
    drawing = seeds.draw(kind, plain=True)
    assert "".join(f"{line}\n" for line in (f"{drawing.title}.", *drawing.lines)) == shown


def test_rich_prints_it_in_colour(seeds: chronicle.Chronicle) -> None:
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system="standard")
    drawing = seeds.draw("timeline")
    with console.capture() as printed:
        console.print(drawing)
        console.print(drawing)
    assert "\x1b[1m115 events by month" in printed.get()
    once, twice = re.sub(r"\x1b\[[\d;]*m", "", printed.get()).split("115 events")[1:]
    assert [line.rstrip() for line in once.splitlines()] == [line.rstrip() for line in twice.splitlines()]


def test_signs_that_every_font_has(seeds: chronicle.Chronicle) -> None:
    assert str(seeds.draw("timeline", lanes="type", ascii=True)).isascii()
    assert str(seeds.draw("count", by="type", ascii=True)).isascii()


def test_nothing_found(seeds: chronicle.Chronicle) -> None:
    assert str(seeds.draw("timeline", during=1950)) == "Nothing found."


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "x"}, "x: is no kind of drawing; one of timeline, calendar, network, map, profile,"),
        ({"kind": "map", "lanes": "type"}, "lanes: not for map; take timeline"),
        ({"kind": "timeline", "by": "week"}, "timeline by week: is no unit of time; "),
        ({"kind": "timeline", "lanes": "year"}, "year: no such key for lanes; "),
        ({"kind": "count", "by": "year"}, "year: no such key to draw counts by; "),
        ({"kind": "network", "by": "venue"}, "by venue: is neither; take actor or country"),
        ({"kind": "profile"}, "profile: of whom?"),
        ({"kind": "timeline", "width": 5}, "width 5: is not from 40 to 1000"),
    ],
)
def test_what_makes_no_sense(seeds: chronicle.Chronicle, given: dict[str, Any], message: str) -> None:
    with pytest.raises(chronicle.UsageError) as error:
        seeds.draw(**given)
    assert message in str(error.value)
