"""The commands that draw: a picture on a terminal, sentences on request, the numbers in a pipe and in files."""

import csv
import io
import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from samples import ANNA, OSLO, SOURCE, SOUTH, TALKS
from typer.testing import Result

from chronicle.presenting.record import record
from chronicle.storing import connect

Run = Callable[..., Result]
Show = Callable[..., str]

pytestmark = pytest.mark.usefixtures("database")

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
PICTURES = ["timeline", "calendar", "network", "map"]
TITLES = {
    "timeline": "3 events by month, from September 2021 to January 2022\n",
    "calendar": "3 events by day\n",
    "network": "Who takes part with whom: 2 actors in 1 pair\n",
    "map": "2 venues\n",
}


def lines(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", PICTURES)
class TestEveryPicture:
    def test_on_a_terminal_and_by_width_it_is_the_same(self, run: Run, on_terminal: Show, name: str) -> None:
        shown = on_terminal(name, columns=80, NO_COLOR="1")
        assert shown.startswith(TITLES[name])
        assert run(name, "--width", "80").stdout in shown

    @pytest.mark.parametrize("columns", [40, 60, 120])
    def test_it_fits(self, run: Run, name: str, columns: int) -> None:
        shown = run(name, "--width", str(columns)).stdout
        assert max(map(cell_len, shown.splitlines())) <= columns

    def test_widths_are_bounded(self, run: Run, name: str) -> None:
        assert run(name, "--width", "99999999999").exit_code == 2

    def test_a_terminal_that_prints_ascii_alone(self, on_terminal: Show, name: str) -> None:
        shown = on_terminal(name, PYTHONIOENCODING="ascii", NO_COLOR="1")
        assert shown.isascii()
        assert "error" not in shown

    def test_plain(self, run: Run, name: str) -> None:
        told = run(name, "--plain")
        assert told.exit_code == 0
        assert not re.search(r"[─-▟⠀-⣿●·]", told.stdout)

    def test_numbers_and_a_picture_exclude_each_other(self, run: Run, name: str) -> None:
        result = run(name, "--plain", "--format", "csv")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: --format csv: ")

    def test_the_same_numbers_in_every_format(self, run: Run, name: str) -> None:
        rows = list(csv.reader(io.StringIO(run(name, "--format", "csv").stdout)))
        objects = json.loads(run(name, "--format", "json").stdout)
        assert rows[1:] == lines(run(name))
        assert [list(map(str, one.values())) for one in objects] == [
            [cell or "None" for cell in row] for row in rows[1:]
        ]
        assert list(objects[0]) == rows[0]

    def test_nothing_found(self, run: Run, name: str) -> None:
        result = run(name, "--during", "1999")
        assert (result.exit_code, result.stdout, result.stderr) == (3, "", "nothing found\n")


def test_colour(on_terminal: Show) -> None:
    coloured, without = on_terminal("timeline"), on_terminal("timeline", NO_COLOR="1")
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == without


class TestTimeline:
    def test_the_unit_is_the_finest_that_fits(self, run: Run) -> None:
        assert lines(run("timeline")) == [["2021-09", "2", "0"], ["2022-01", "1", "0"]]
        assert lines(run("timeline", "--during", "2021-09")) == [
            ["2021-09-03", "1", "0"],
            ["2021-09-16", "1", "0"],
            ["2021-09-17", "0", "1"],
        ]
        assert lines(run("timeline", "--by", "decade")) == [["202", "3", "0"]]

    def test_lanes(self, run: Run) -> None:
        assert lines(run("timeline", "--lanes", "type", "--by", "year")) == [
            ["meeting", "2021", "1", "0"],
            ["meeting", "2022", "1", "0"],
            ["exercise", "2021", "1", "0"],
        ]

    def test_so_many_lanes(self, run: Run) -> None:
        assert [row[0] for row in lines(run("timeline", "--lanes", "country", "--limit", "1"))] == ["ZA", "ZA"]
        shown = run("timeline", "--lanes", "actor", "--width", "80", "--limit", "2").stdout
        assert "South Africa" in shown
        assert "Union of Seas" not in shown

    def test_lanes_of_nothing(self, run: Run) -> None:
        result = run("timeline", "--lanes", "")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: '': no such key for lanes; one of type, mode")

    def test_a_limit_without_lanes(self, run: Run) -> None:
        result = run("timeline", "--limit", "1")
        message = "error: --limit: says how many lanes, and there are none; add --lanes, or leave it out\n"
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)

    def test_events_without_a_date_are_told_of(self, run: Run) -> None:
        assert run("timeline").stderr == "left out: events without a possible date: 1\n"

    @pytest.mark.parametrize("key", ["month", "colour"])
    def test_a_time_is_no_lane(self, run: Run, key: str) -> None:
        result = run("timeline", "--lanes", key)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: {key}: no such key for lanes; ")

    def test_in_words(self, run: Run) -> None:
        assert run("timeline", "--plain", "--by", "day", "--during", "2021-09").stdout.splitlines() == [
            "2 events by day, from 3 September 2021 to 17 September 2021.",
            "Busiest: 3 September 2021, 1 event. None in 13 of 15 days.",
            "3 September 2021: 1",
            "16 September 2021: 1",
            "",
            "Events that last over several days:",
            "16 September 2021 to 17 September 2021: =Joint drill [north](#) of the Cape, C:\\maps; all well.",
        ]


class TestCalendar:
    def test_days(self, run: Run) -> None:
        assert lines(run("calendar")) == [
            ["2021-09-03", "1", "0"],
            ["2021-09-16", "1", "0"],
            ["2021-09-17", "0", "1"],
            ["2022-01-05", "1", "0"],
        ]

    def test_an_event_that_began_before_the_time_asked_for(self, run: Run) -> None:
        assert lines(run("calendar", "--since", "2021-09-17", "--until", "2021")) == [["2021-09-17", "1", "0"]]

    def test_only_the_days_asked_for_are_drawn(self, run: Run) -> None:
        shown = run("calendar", "--during", "2021-09", "--width", "80").stdout
        assert sum(shown.count(sign) for sign in "·█─") == 30 + len("·█─")


class TestNetwork:
    def test_pairs(self, run: Run) -> None:
        assert lines(run("network")) == [["Anna Northman", "NO", "South Africa", "ZA", "2", "2021-09-03", "2022-01-05"]]

    def test_pairs_of_countries(self, run: Run) -> None:
        assert lines(run("network", "--by", "country", "--since", "2022")) == [
            ["NO", "ZA", "1", "2022-01-05", "2022-01-05"]
        ]

    @pytest.mark.parametrize("name", ["northman", "norway"])
    def test_one_and_its_partners(self, run: Run, name: str) -> None:
        [row] = lines(run("network", name))
        assert row[2:] == ["South Africa", "ZA", "2", "2021-09-03", "2022-01-05"]
        shown = run("network", name, "--width", "80").stdout.splitlines()
        assert shown[-1].split() == ["└" + "─" * 37, "2", "South", "Africa", "ZA", "2021-09-03", "2022-01-05"]

    def test_in_words(self, run: Run) -> None:
        assert run("network", "--plain").stdout.splitlines()[1:] == [
            "Anna Northman (NO) and South Africa: 2 events, 2021-09-03 to 2022-01-05"
        ]
        assert run("network", "south africa", "--plain", "--on", "2022-01-05").stdout.splitlines() == [
            "South Africa takes part in 1 event, with 1 partner.",
            "Anna Northman (NO): 1 event, 2022-01-05",
        ]

    def test_an_unknown_one(self, run: Run) -> None:
        result = run("network", "nobody at all")
        assert (result.exit_code, result.stdout) == (2, "")


class TestMap:
    def test_venues(self, run: Run) -> None:
        assert lines(run("map")) == lines(run("venues"))
        assert [row[0] for row in lines(run("map", "--limit", "1"))] == ["Oslo"]

    def test_signs_on_the_map_and_in_the_list(self, run: Run) -> None:
        *picture, names = run("map", "--width", "80").stdout.splitlines()
        assert names.startswith("1 Oslo, NO")
        assert "2 South Atlantic" in names
        assert [sum(line.count(sign) for line in picture[1:]) for sign in "12"] == [1, 1]

    def test_the_whole_world(self, run: Run) -> None:
        assert run("map", "--width", "80", "--world").stdout != run("map", "--width", "80").stdout

    def test_in_words(self, run: Run) -> None:
        assert run("map", "--plain").stdout.splitlines() == [
            "2 venues.",
            "1. Oslo, NO: 2 events, 2021-09-03 to 2021-09-17",
            "2. South Atlantic: 1 event, 2021-09-16 to 2021-09-17",
        ]


class TestProfile:
    def test_drawn(self, run: Run, on_terminal: Show) -> None:
        shown = run("profile", "northman", "--width", "80").stdout
        assert shown in on_terminal("profile", "northman", NO_COLOR="1")
        assert max(map(cell_len, shown.splitlines())) <= 80
        for expected in (
            "Foreign Minister, NO (2019-10 to now)",
            "─ Foreign Minister, NO\n",
            "With whom",
            "South Africa 2 ████",
            "Latest\n",
            "2022-01-05 meeting",
        ):
            assert expected in shown

    @pytest.mark.parametrize("words", [[], ["--plain"], ["--format", "json"], ["--format", "csv"]])
    def test_actors_with_a_name_is_the_same(self, run: Run, words: list[str]) -> None:
        plain = [word for word in words if word != "--plain"]
        assert run("profile", "northman", *words).stdout == run("actors", "northman", *plain).stdout != ""

    def test_the_latest_first(self, run: Run) -> None:
        [found] = json.loads(run("profile", "northman", "--format", "json").stdout)
        assert [event["date"] for event in found["latest"]] == ["2022-01-05", "2021-09-03"]
        assert found["months"] == [{"name": "2021-09", "events": 1}, {"name": "2022-01", "events": 1}]

    def test_in_the_time_asked_for(self, run: Run) -> None:
        assert "events     1, 2022-01-05 to 2022-01-05" in run("profile", "northman", "--since", "2022").stdout

    @pytest.mark.parametrize(
        "words", [["profile"], ["profile", "--width", "80"], ["actors"], ["profile", "--format", "json"]]
    )
    def test_without_events_it_tells_who_it_is_and_that_nothing_was_found(self, run: Run, words: list[str]) -> None:
        result = run(*words, "northman", "--during", "1999")
        assert (result.exit_code, result.stderr) == (3, "nothing found\n")
        assert "Foreign Minister" in result.stdout

    def test_nobody(self, run: Run) -> None:
        result = run("profile", "nobody at all", "--width", "80")
        assert (result.exit_code, result.stdout) == (2, "")


class TestWhatIsUsual:
    """A format from the configuration is that of lists: it does not keep a picture from being drawn."""

    @pytest.fixture(autouse=True)
    def usual(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CHRONICLE_FORMAT", "csv")

    def test_a_picture_is_drawn_all_the_same(self, run: Run) -> None:
        assert run("timeline", "--width", "80").stdout.startswith("3 events by month")
        assert run("timeline", "--plain").stdout.startswith("3 events by month")

    def test_the_numbers_are_in_it(self, run: Run) -> None:
        assert run("timeline").stdout.splitlines()[0] == "month,events,ongoing"


class TestSparks:
    SAID = "activity: 2021-09 to 2022-01, a bar for each month, · for none\n"

    def test_actors(self, run: Run) -> None:
        result = run("actors", "--spark")
        assert [(row[0], row[-1]) for row in lines(result)] == [
            ("South Africa", "█···▄"),
            ("Anna Northman", "█···█"),
            ("Union of Seas; Rivers", "█···█"),
        ]
        assert result.stderr == self.SAID

    def test_count(self, run: Run) -> None:
        result = run("count", "--by", "type", "--spark")
        assert lines(result) == [["meeting", "2", "█···█"], ["exercise", "1", "█····"], ["other", "1", "·····"]]
        assert result.stderr == self.SAID

    def test_in_sentences(self, run: Run) -> None:
        result = run("actors", "--spark", "--plain")
        assert result.stdout.splitlines() == [
            "activity from September 2021 to January 2022, each month in which events begin.",
            "South Africa: 3 events. September 2021 2, January 2022 1.",
            "Anna Northman: 2 events. September 2021 1, January 2022 1.",
            "Union of Seas; Rivers: 2 events. September 2021 1, January 2022 1.",
        ]
        assert result.stdout == run("actors", "--plain").stdout
        assert run("count", "--by", "type", "--spark", "--plain").stdout.splitlines()[1:] == [
            "meeting: 2 events. September 2021 1, January 2022 1.",
            "exercise: 1 event. September 2021 1.",
            "other: 1 event, none with a date.",
        ]

    def test_counts_in_sentences(self, run: Run) -> None:
        result = run("count", "--by", "type,mode", "--share", "total", "--plain", "--limit", "2")
        assert result.stdout.splitlines() == [
            "Events by type and mode.",
            "meeting, in_person: 2 events, share 50.0 percent.",
            "exercise, none: 1 event, share 25.0 percent.",
        ]
        assert result.stderr == "the first 2 of 3; more with --limit N, all with --limit 0\n"
        assert run("count", "--type", "visit", "--plain").exit_code == 3

    def test_sentences_are_no_table(self, run: Run) -> None:
        assert "leave one of them out" in run("count", "--by", "type,mode", "--cross", "--plain").stderr
        assert "leave out --plain" in run("actors", "--plain", "--format", "csv").stderr

    def test_in_a_table(self, on_terminal: Show) -> None:
        shown = on_terminal("actors", "--spark", NO_COLOR="1")
        assert "activity\n" in shown.replace(" \n", "\n").replace("activity  ", "activity")
        assert "2022-01-05  █···▄" in shown
        assert max(map(cell_len, shown.splitlines())) <= 80

    def test_a_list_too_wide_goes_without_first_and_last_day(self, on_terminal: Show, database: Path) -> None:
        with closing(connect(str(database))) as db, db.transaction():
            db.write("UPDATE documents SET title = 'A Chronology of Incidents', file = 'annex-of-the-yearbook.txt'")
        assert on_terminal("documents", columns=90, NO_COLOR="1").split()[:6] == [
            "id",
            "events",
            "first",
            "last",
            "file",
            "title",
        ]
        assert on_terminal("documents", columns=60, NO_COLOR="1").split()[:4] == ["id", "events", "file", "title"]
        assert on_terminal("actors", "--spark", columns=50, NO_COLOR="1").split("\n")[1].split()[:4] == [
            "name",
            "kind",
            "country",
            "events",
        ]

    @pytest.mark.parametrize(
        ("words", "remedy"),
        [
            (["actors", "--spark", "--format", "csv"], "take `chronicle count --by actor,year` for the numbers"),
            (["count", "--by", "mode", "--spark", "--format", "json"], "take `chronicle count --by mode,year` for"),
            (["count", "--by", "mode,type", "--spark"], "take `timeline` for mode,type"),
            (["count", "--by", "year", "--spark"], "take `timeline` for year"),
            (["actors", "northman", "--spark"], "is of the list, and northman asks for a profile"),
        ],
    )
    def test_where_there_is_nothing_to_draw(self, run: Run, words: list[str], remedy: str) -> None:
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: --spark: ")
        assert remedy in result.stderr


class TestATerminalThatPrintsAsciiAlone:
    """Tables are drawn there too, and a letter that it lacks is a question mark."""

    @pytest.mark.parametrize("words", [["count", "--by", "year"], ["events"]], ids=" ".join)
    def test_a_table(self, on_terminal: Show, words: list[str]) -> None:
        shown = on_terminal(*words, PYTHONIOENCODING="ascii", NO_COLOR="1")
        assert shown.isascii()
        assert "error" not in shown

    def test_bars(self, on_terminal: Show) -> None:
        assert re.search(
            r"2021 +\W+2 +\W?####", on_terminal("count", "--by", "year", PYTHONIOENCODING="ascii", NO_COLOR="1")
        )

    def test_letters(self, on_terminal: Show) -> None:
        assert "???? ???????" in on_terminal("profile", "northman", PYTHONIOENCODING="ascii", NO_COLOR="1")


@pytest.mark.parametrize(
    "words",
    [
        ["network", "--plain"],
        ["map", "--plain"],
        ["timeline", "--lanes", "actor"],
        ["profile", "evil"],
        ["count", "--by", "venue,actor", "--cross"],
        ["correct", "accept", "e1"],
    ],
    ids=" ".join,
)
def test_names_do_not_steer_a_terminal(home: Path, run: Run, on_terminal: Show, words: list[str]) -> None:
    """Such come by `import`."""
    evil = "Evil\x1b]0;title\x07"
    there = replace(TALKS, id="e1", source=SOURCE, flags=(evil,))
    there = replace(there, actors=(replace(ANNA, name=evil), SOUTH), venues=(replace(OSLO, name=evil),))
    (home / "evil.jsonl").write_text(json.dumps(record(there)), encoding="utf-8")
    db = str(home / "evil.db")
    assert run("import", str(home / "evil.jsonl"), "--db", db).exit_code == 0
    shown = on_terminal(*words, "--db", db)
    assert "Evil" in shown or "e1" in shown
    assert "\x1b]" not in shown
