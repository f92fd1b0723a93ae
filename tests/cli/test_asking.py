"""What each command answers, in a pipe and on a terminal, and its exit status."""

import csv
import gzip
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from typer.testing import Result

from chronicle.cli.events import next_page
from chronicle.presenting.columns import EVENT_COLUMNS, LONG_NAMES

Run = Callable[..., Result]
Show = Callable[..., str]

pytestmark = pytest.mark.usefixtures("database")

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def lines(result: Result) -> list[list[str]]:
    assert result.exit_code == 0, result.stderr
    return [line.split("\t") for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", ["events", "actors", "venues", "documents", "count", "review"])
def test_a_limit_beyond_all_counting_is_none(run: Run, name: str) -> None:
    assert lines(run(name, "--limit", "9" * 30)) == lines(run(name))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["actors"], "the first 1"),
        (["venues", "--format", "csv"], "the first 1"),
        (["documents", "--format", "json"], "the first 1"),
        (["review"], "the first 1"),
        (["sql", "select 1 union select 2"], "the first 1"),
        (["map"], "the first 1 of 2"),
        (["network", "--width", "80"], "the first 1 of 2"),
        (["map", "--width", "80"], "the first 1 of 2"),
        (["timeline", "--lanes", "type"], "type: the first 1 of 2"),
        (["timeline", "--lanes", "type", "--plain"], "the first 1 of 2 lines"),
        (["count", "--by", "type"], "the first 1 of 3"),
        (["count", "--by", "year,type", "--cross"], "the first 1 of 3"),
        (["compare", "--during", "2021", "--and", "2022", "--by", "type"], "type: the first 1 of 2"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_list_that_is_cut_says_so_beside_the_data(run: Run, words: list[str], told: str) -> None:
    more = f"{told}; more with --limit N, all with --limit 0"
    result = run(*words, "--limit", "1")
    assert more in result.stderr.splitlines()
    assert "more with" not in result.stdout
    assert "more with" not in run(*words, "--limit", "9").stderr + run(*words, "--limit", "0").stderr


@pytest.mark.parametrize(
    "words",
    [["venues"], ["documents"], ["review"], ["timeline"], ["timeline", "--lanes", "type"], ["calendar"], ["map"],
     ["network"], ["same"], ["report", "-o", "-"], ["compare", "--during", "2021", "--and", "2022"]],
    ids=" ".join,
)  # fmt: skip
def test_a_role_of_nobody_is_refused_everywhere(run: Run, words: list[str]) -> None:
    result = run(*words, "--role", "mentioned")
    message = "error: role 'mentioned': is of which actor? name one, or leave the role out\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


@pytest.mark.parametrize("words", [["actors"], ["actors", "--spark"], ["timeline", "--lanes", "actor"]], ids=" ".join)
def test_lists_of_actors_have_their_role(run: Run, words: list[str]) -> None:
    assert {row[0] for row in lines(run(*words, "--role", "mentioned"))} == {"Union of Seas; Rivers"}


def test_events_that_are_cut_say_where_the_next_page_is(spawn: Callable[..., Any], run: Run) -> None:
    last = lines(run("events"))[1][0]
    result = spawn("events", "--limit", "2")
    assert result.stderr.decode() == f"the first 2; the next: chronicle events --limit 2 --after {last}\n"
    assert spawn("events", "--limit", "4").stderr == b""


class TestEvents:
    def test_in_a_pipe_an_event_is_a_line_of_tab_separated_values(self, run: Run) -> None:
        found = lines(run("events"))
        assert [row[1:4] for row in found] == [
            ["Sept. 31, 2021", "other", ""],
            ["2021-09-03", "meeting", "Anna Northman; South Africa"],
            ["2021-09-16/2021-09-17", "exercise", "South Africa"],
            ["2022-01-05", "meeting", "Anna Northman; South Africa"],
        ]
        assert found[1][5] == "FM Northman meets Pretoria's envoys in Oslo."

    @pytest.mark.parametrize(
        ("filters", "days"),
        [
            (["--actor", "northman"], ["2021-09-03", "2022-01-05"]),
            (["--actor", "нортман"], ["2021-09-03", "2022-01-05"]),
            (["--actor", "northman or south africa"], ["2021-09-03", "2021-09-16", "2022-01-05"]),
            (["--actor", "northman", "--actor", "south africa", "--since", "2022"], ["2022-01-05"]),
            (["--not-actor", "northman", "--type", "exercise"], ["2021-09-16"]),
            (["--country", "NO"], ["2021-09-03", "2022-01-05"]),
            (["--actor", "Union of Seas; Rivers", "--role", "mentioned"], ["2021-09-03", "2022-01-05"]),
            (["--venue", "oslo"], ["2021-09-03", "2021-09-16"]),
            (["--type", "exercise", "--type", "meeting"], ["2021-09-03", "2021-09-16", "2022-01-05"]),
            (["--type", "Exercise, meeting"], ["2021-09-03", "2021-09-16", "2022-01-05"]),
            (["--mode", "In-Person,VIDEO"], ["2021-09-03", "2022-01-05"]),
            (["--actor", "pretoria", "--role", "Participant", "--type", "MEETING"], ["2021-09-03", "2022-01-05"]),
            (["--mode", "in_person", "--until", "2021"], ["2021-09-03"]),
            (["--on", "2021-09-17"], ["2021-09-16"]),
            (["--during", "2021-Q3"], ["2021-09-03", "2021-09-16"]),
            (["--since", "sept 2021", "--until", "2021-09-15"], ["2021-09-03"]),
            (["--text", '"joint drill"'], ["2021-09-16"]),
            (["--text", "envoy* NOT drill"], ["2021-09-03"]),
            (["--document", "later.md"], ["2022-01-05"]),
            (["--relation", "north"], ["", "2021-09-03", "2021-09-16", "2022-01-05"]),
            (["--flag", "date_invalid"], [""]),
            (["--sort", "-date", "--limit", "2"], ["2022-01-05", "2021-09-16"]),
        ],
        ids=lambda value: " ".join(value) if value and value[0].startswith("--") else "",
    )
    def test_filters(self, run: Run, filters: list[str], days: list[str]) -> None:
        found = lines(run("events", "--columns", "start", *filters))
        assert [row[0] if row else "" for row in found] == days

    def test_columns(self, run: Run) -> None:
        assert lines(run("events", "--columns", "type, source_file", "--limit", "1", "--sort", "-date")) == [
            ["meeting", "later.md"]
        ]

    def test_an_unknown_column_suggests_the_nearest(self, run: Run) -> None:
        result = run("events", "--columns", "headlin")
        assert (result.exit_code, result.stderr) == (
            2,
            "error: headlin: no such column; did you mean headline?\n",
        )

    @pytest.mark.parametrize("format", ["json", "jsonl"])
    def test_records(self, run: Run, format: str) -> None:
        text = run("events", "--format", format).stdout
        found = json.loads(text) if format == "json" else [json.loads(line) for line in text.splitlines()]
        assert [one["date"]["text"] for one in found][1:3] == ["Sept. 3, 2021", "Sept. 16-17, 2021"]
        assert found[1]["actors"][0]["office"] == "Foreign Minister"

    def test_records_of_chosen_columns(self, run: Run) -> None:
        result = run("events", "--format", "jsonl", "--columns", "start,flags", "--limit", "2")
        assert [json.loads(line) for line in result.stdout.splitlines()] == [
            {"start": None, "flags": ["date_invalid", "actor_unknown"]},
            {"start": "2021-09-03", "flags": ["actor_unknown"]},
        ]

    def test_pages(self, run: Run) -> None:
        whole = [row[0] for row in lines(run("events"))]
        first = [row[0] for row in lines(run("events", "--limit", "2"))]
        rest = [row[0] for row in lines(run("events", "--after", first[-1]))]
        assert first + rest == whole

    def test_both_take_part(self, run: Run) -> None:
        assert len(lines(run("events", "--with", "northman", "pretoria"))) == 2
        assert len(lines(run("events", "--with", "norway", "za", "--with", "northman", "south africa"))) == 2
        assert run("events", "--with", "northman", "Union of Seas; Rivers").exit_code == 3

    def test_in_order_of_several_keys(self, run: Run) -> None:
        found = lines(run("events", "--sort", "type,-date", "--columns", "type,date_text"))
        assert found == [
            ["exercise", "Sept. 16-17, 2021"],
            ["meeting", "Jan. 5, 2022"],
            ["meeting", "Sept. 3, 2021"],
            ["other", "Sept. 31, 2021"],
        ]

    def test_what_the_last_run_brought(self, run: Run) -> None:
        assert [row[1] for row in lines(run("events", "--since-last-ingest"))] == ["2022-01-05"]

    def test_the_words_of_the_document(self, run: Run) -> None:
        words = ["events", "--source-text", "--on", "2022-01-05"]
        [row] = lines(run(*words))
        assert row[-1] == run("events", "--on", "2022-01-05", "--columns", "date_text").stdout.strip() + (
            ": FM Northman calls Pretoria."
        )
        assert lines(run(*words, "--columns", "type"))[0] == ["meeting", row[-1]]
        [found] = [json.loads(run(*words, "--format", format).stdout) for format in ["jsonl"]]
        assert (found["type"], found["source_text"]) == ("meeting", row[-1])
        [found] = csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout))
        assert (found["type"], found["source_text"]) == ("meeting", row[-1])

    @pytest.mark.parametrize("option", [[], ["--source-text"]], ids=len)
    def test_the_words_of_the_document_as_a_column(self, run: Run, option: list[str]) -> None:
        words = ["events", *option, "--on", "2022-01-05", "--columns"]
        [whole] = lines(run(*words, "date_text"))
        text = f"{whole[0]}: FM Northman calls Pretoria."
        assert lines(run(*words, "source_text,type")) == [[text, "meeting"]]
        assert run(*words, "type,source_text", "--format", "csv").stdout == f'type,source_text\nmeeting,"{text}"\n'
        assert json.loads(run(*words, "type,source_text", "--format", "json").stdout) == [
            {"type": "meeting", "source_text": text}
        ]

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["--columns", ""], "--columns '': names none; write some as in id,date,headline, or leave it out"),
            (["--venue", ""], "venue '': names none; write one, or leave it out"),
            (["--db", ""], "--db '': names no database; write a path or an address, or leave it out"),
        ],
    )
    def test_what_is_empty_is_refused(self, run: Run, words: list[str], message: str) -> None:
        result = run("events", *words)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"error: {message}\n")

    def test_nothing_found(self, run: Run) -> None:
        result = run("events", "--during", "1999")
        assert (result.exit_code, result.stdout, result.stderr) == (3, "", "nothing found\n")

    def test_nothing_found_is_still_a_whole_file(self, run: Run) -> None:
        result = run("events", "--during", "1999", "--format", "json")
        assert (result.exit_code, json.loads(result.stdout)) == (3, [])

    def test_another_database(self, run: Run, database: Path, tmp_path: Path) -> None:
        other = database.rename(tmp_path / "other.db")
        assert len(lines(run("events", "--db", str(other)))) == 4


class TestOnATerminal:
    @pytest.mark.parametrize("columns", [60, 80, 140])
    def test_a_table_that_fits(self, on_terminal: Show, columns: int) -> None:
        shown = ESCAPE.sub("", on_terminal("events", columns=columns))
        assert max(map(cell_len, shown.splitlines())) <= columns
        assert shown.split()[:3] == ["id", "date", "type"]
        assert "2021-09-16/2021-09-17" in shown

    def test_a_wide_one_has_more_columns(self, on_terminal: Show) -> None:
        assert "participants" not in on_terminal("events", columns=80)
        assert "participants" in on_terminal("events", columns=140)

    def test_where_the_next_page_is(self, on_terminal: Show, run: Run) -> None:
        last = lines(run("events"))[1][0]
        shown = ESCAPE.sub("", on_terminal("events", "--limit", "2"))
        assert f"the first 2; the next: chronicle events --limit 2 --after {last}\n" in shown
        words = ["events", "--after", "x", "--limit", "2", "--after=y", "--actor", "northman or pretoria"]
        assert next_page(words, "z") == "chronicle events --limit 2 --actor 'northman or pretoria' --after z"
        assert "the next" not in on_terminal("events", "--limit", "4")

    def test_data_is_printed_as_data(self, on_terminal: Show) -> None:
        assert "=Joint drill [north](#) of the Cape" in on_terminal("events", columns=140)

    def test_colour(self, on_terminal: Show) -> None:
        assert ESCAPE.search(on_terminal("events"))
        assert not ESCAPE.search(on_terminal("events", NO_COLOR="1"))
        assert not ESCAPE.search(on_terminal("events", TERM="dumb"))

    def test_bars(self, on_terminal: Show) -> None:
        shown = ESCAPE.sub("", on_terminal("count", "--by", "year"))
        bars = {line.split()[0]: line.count("█") for line in shown.splitlines()[2:] if line.strip()}
        assert bars["2021"] == 2 * bars["2022"] > 0

    def test_show_wraps(self, on_terminal: Show) -> None:
        shown = on_terminal("events", "--columns", "id", "--limit", "1", "--sort", "-date")
        key = ESCAPE.sub("", shown).split()[-1]
        assert max(map(cell_len, on_terminal("show", key, columns=50).splitlines())) <= 50

    def test_the_first_fifty_and_where_the_rest_is(self, on_terminal: Show, database: Path) -> None:
        from dataclasses import replace

        from samples import TALKS, coded, document

        from chronicle.storing import connect
        from chronicle.storing.store import store_document

        many = [replace(TALKS, headline=f"Talks {n}.", text=f"Talks {n}.", links=()) for n in range(60)]
        one = document(*many, file="many.txt")
        db = connect(str(database))
        store_document(db, one, coded(one, *many))
        db.close()
        shown = on_terminal("events")
        assert "the first 50; more with --limit N, all with --limit 0" in shown
        assert shown.count("Talks ") == 48
        assert "the first" not in on_terminal("events", "--limit", "0")


class TestShow:
    def test_everything_of_an_event(self, run: Run) -> None:
        key = lines(run("events", "--columns", "id", "--on", "2021-09-03"))[0][0]
        result = run("show", key[:6])
        assert result.exit_code == 0
        for expected in (
            key,
            "printed “Sept. 3, 2021”; day",
            "Anna Northman, Foreign Minister, NO",
            "Union of Seas; Rivers",
            "Oslo, NO, city",
            "https://example.org/talks?a=1;b=2",
            "actor_unknown",
            "“A Year of Talks”",
            "north-south.txt:3, entry 1, characters 15-",
        ):
            assert expected in result.stdout

    def test_the_documents_own_text(self, run: Run) -> None:
        key = lines(run("events", "--columns", "id", "--on", "2021-09-16"))[0][0]
        assert "  | Sept. 16-17, 2021: =Joint drill" in run("show", key, "--context", "0").stdout
        assert "  | Sept. 31, 2021" in run("show", key, "--context", "20").stdout

    def test_several_as_records(self, run: Run) -> None:
        keys = [row[0] for row in lines(run("events", "--columns", "id"))]
        assert [one["id"] for one in json.loads(run("show", *keys, "--format", "json").stdout)] == keys

    def test_an_unknown_one(self, run: Run) -> None:
        result = run("show", "nope")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: event 'nope': ")


class TestLists:
    def test_actors(self, run: Run) -> None:
        assert lines(run("actors")) == [
            ["South Africa", "state", "ZA", "3", "2021-09-03", "2022-01-05"],
            ["Anna Northman", "person", "NO", "2", "2021-09-03", "2022-01-05"],
            ["Union of Seas; Rivers", "organization", "", "2", "2021-09-03", "2022-01-05"],
        ]

    def test_venues(self, run: Run) -> None:
        [oslo, sea] = csv.DictReader(io.StringIO(run("venues", "--format", "csv").stdout))
        assert (oslo["name"], oslo["country"], oslo["events"]) == ("Oslo", "NO", "2")
        assert (sea["kind"], sea["latitude"]) == ("water", "-35.5")

    def test_documents(self, run: Run) -> None:
        found = json.loads(run("documents", "--format", "json").stdout)
        assert [(one["file"], one["events"], one["flagged"]) for one in found] == [
            ("north-south.txt", 3, 2),
            ("later.md", 1, 0),
        ]
        assert found[0]["authors"] == ["Ada Example", "Ben Sample"]

    @pytest.mark.parametrize("name", ["actors", "venues", "documents"])
    def test_filters_and_limit(self, run: Run, name: str) -> None:
        assert len(lines(run(name, "--limit", "1"))) == 1
        result = run(name, "--during", "1999")
        assert (result.exit_code, result.stderr) == (3, "nothing found\n")

    def test_a_profile(self, run: Run) -> None:
        result = run("actors", "northman")
        assert result.exit_code == 0
        text = result.stdout
        assert text.startswith("actor      Anna Northman, NO, person\nevents     2, 2021-09-03 to 2022-01-05\n")
        assert "Анна Нортман" in text
        assert "term       Foreign Minister, NO (2019-10 to now)" in text
        assert "With whom\n  South Africa" in text
        assert "Where\n  Oslo" in text
        assert "When\n  2021  1\n  2022  1\n" in text

    def test_a_profile_as_a_record(self, run: Run) -> None:
        found = json.loads(run("actors", "northman", "--format", "jsonl").stdout)
        assert (found["name"], found["events"], found["wikidata"]) == ("Anna Northman", 2, "Q1")
        assert found["terms"][0]["start"] == "2019-10"
        assert {"name": "2022", "events": 1} in found["years"]

    def test_a_profile_as_a_table_of_counts(self, run: Run) -> None:
        rows = list(csv.reader(io.StringIO(run("actors", "northman", "--format", "csv").stdout)))
        assert rows[0] == ["what", "name", "events"]
        assert ["partners", "South Africa", "2"] in rows
        assert ["months", "2022-01", "1"] in rows


class TestCount:
    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            (["year"], [["", "1"], ["2021", "2"], ["2022", "1"]]),
            (["type"], [["meeting", "2"], ["exercise", "1"], ["other", "1"]]),
            (["country", "--type", "meeting"], [["NO", "2"], ["ZA", "2"]]),
            (["quarter,mode", "--since", "2021-09-10"], [["2021-Q3", "", "1"], ["2022-Q1", "in_person", "1"]]),
        ],
    )
    def test_by(self, run: Run, by: list[str], expected: list[list[str]]) -> None:
        assert sorted(lines(run("count", "--by", *by))) == sorted(expected)

    def test_two_keys_may_be_given_one_by_one(self, run: Run) -> None:
        assert run("count", "--by", "type", "--by", "year").stdout == run("count", "--by", "type,year").stdout

    def test_no_key_at_all(self, run: Run) -> None:
        assert run("count", "--by", "").stderr.startswith("error: --by '': one key or two different ones; take of year")

    @pytest.mark.parametrize("by", ["year,type,mode", "type,type", ","])
    def test_one_or_two_keys(self, run: Run, by: str) -> None:
        result = run("count", "--by", by)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: --by {by}: one key or two different ones; take of year")

    def test_an_unknown_key_suggests_the_nearest(self, run: Run) -> None:
        assert run("count", "--by", "yaer").stderr == "error: yaer: no such key to count by; did you mean year?\n"

    def test_shares_and_running_totals_are_columns(self, run: Run) -> None:
        assert lines(run("count", "--by", "year", "--share", "total", "--running")) == [
            ["2021", "2", "50.0", "2"],
            ["2022", "1", "25.0", "3"],
            ["", "1", "25.0", "4"],
        ]

    def test_a_table_of_one_key_against_the_other(self, run: Run) -> None:
        table = ["count", "--by", "year,type", "--cross"]
        assert lines(run(*table)) == [
            ["year", "meeting", "exercise", "other"],
            ["2021", "1", "1", "0"],
            ["2022", "1", "0", "0"],
            ["none", "0", "0", "1"],
        ]
        assert json.loads(run(*table, "--format", "json", "--share", "row").stdout)[0] == {
            "year": "2021", "meeting": 50.0, "exercise": 50.0, "other": 0.0,
        }  # fmt: skip
        assert lines(run(*table, "--running", "--limit", "2"))[-1] == ["2022", "2", "1", "0"]

    def test_on_a_terminal_two_keys_are_a_table_with_totals_where_it_fits(self, on_terminal: Show) -> None:
        words = ["count", "--by", "year,type"]
        shown = ESCAPE.sub("", on_terminal(*words)).splitlines()
        assert shown[0].split() == ["year", "meeting", "exercise", "other", "total"]
        assert shown[2].split() == ["2021", "1", "1", "2"]
        assert shown[-1].split() == ["total", "2", "1", "1", "4"]
        assert "█" in on_terminal(*words, columns=30)
        assert "█" in on_terminal(*words, "--long")

    def test_the_first_rows_of_a_table_keep_its_totals(self, on_terminal: Show) -> None:
        shown = ESCAPE.sub("", on_terminal("count", "--by", "year,type", "--limit", "1")).splitlines()
        assert [line.split() for line in shown[2:]] == [
            ["2021", "1", "1", "2"],
            ["total", "2", "1", "1", "4"],
            "the first 1 of 3; more with --limit N, all with --limit 0".split(),
        ]

    def test_a_table_too_wide_for_the_terminal_has_the_columns_that_fit(self, on_terminal: Show) -> None:
        shown = ESCAPE.sub("", on_terminal("count", "--by", "year,type", "--cross", columns=25))
        assert "the first 1 of 3 columns; all with --long" in shown

    def test_of_times_the_latest_columns_fit(self, on_terminal: Show) -> None:
        shown = ESCAPE.sub("", on_terminal("count", "--by", "type,year", "--cross", columns=24)).splitlines()
        assert shown[0].startswith("the latest 1 of 3 columns; all with --long")
        assert shown[1].split() == ["type", "2022", "total"]
        assert shown[-1].split() == ["total", "1", "4"]

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["year", "--cross"], "--cross: takes two keys, and --by year is one; add another"),
            (["year,type", "--cross", "--share", "row", "--running"], "--cross: its cells hold one number"),
            (["year", "--share", "row"], "--share row: of two keys only; with one take total"),
            (["year", "--role", "mentioned"], "role 'mentioned': is of which actor? name one"),
            (["type,mode", "--spread"], "--spread: is for times, and there is none in --by type,mode"),
        ],
    )
    def test_what_does_not_go_together(self, run: Run, words: list[str], message: str) -> None:
        result = run("count", "--by", *words)
        assert (result.exit_code, result.stderr.startswith(f"error: {message}")) == (2, True), result.stderr

    def test_formats(self, run: Run) -> None:
        found = json.loads(run("count", "--by", "type", "--format", "json").stdout)
        assert found[0] == {"type": "meeting", "events": 2}


class TestExport:
    def test_csv_by_position_option_or_suffix(self, run: Run, tmp_path: Path) -> None:
        for number, words in enumerate((["csv"], ["--format", "csv"], [])):
            path = tmp_path / f"{number}.csv"
            result = run("export", *words, "-o", str(path))
            assert (result.exit_code, result.stdout) == (0, "")
            assert result.stderr == f"4 events written to {path}\n"
        assert (tmp_path / "0.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()
        assert list(tmp_path.glob(".*")) == []

    def test_the_csv_has_all_events_and_columns(self, run: Run) -> None:
        found = list(csv.reader(io.StringIO(run("export", "csv").stdout_bytes.decode(), newline="")))
        assert found[0] == [column.name for column in EVENT_COLUMNS]
        assert len(found) == 1 + 4

    def test_long(self, run: Run) -> None:
        found = list(csv.DictReader(io.StringIO(run("export", "csv", "--long").stdout)))
        assert tuple(found[0]) == LONG_NAMES
        assert len(found) == 8

    def test_for_a_spreadsheet(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "events.csv"
        run("export", "csv", "--excel", "-o", str(path))
        assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
        assert b"'=Joint drill" in path.read_bytes()

    @pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "jsonl", "md"])
    def test_the_suffix_says_the_format(self, run: Run, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"events.{suffix}"
        assert run("export", "-o", str(path)).exit_code == 0
        format = "markdown" if suffix == "md" else suffix
        assert path.read_bytes() == run("export", format).stdout_bytes

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["csv", "--format", "json"], "csv and --format json: two formats; say one"),
            (["json", "--long"], "--long: not for json; take csv or tsv"),
            (["csv", "--role", "mentioned"], "role 'mentioned': is of which actor? name one, or leave the role out"),
            (["tsv", "--excel"], "--excel: not for tsv; take csv"),
        ],
    )
    def test_wrong_use(self, run: Run, words: list[str], message: str) -> None:
        result = run("export", *words)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"error: {message}\n")

    def test_nothing_found(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "none.csv"
        result = run("export", "-o", str(path), "--during", "1999")
        assert (result.exit_code, result.stderr) == (3, "nothing found\n")
        assert len(path.read_text().splitlines()) == 1

    def test_nothing_found_leaves_the_file_that_is_there(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "events.csv"
        path.write_text("of yesterday")
        result = run("export", "-o", str(path), "--during", "1999")
        assert (result.exit_code, result.stderr) == (3, f"{path} is left as it was\nnothing found\n")
        assert path.read_text() == "of yesterday"

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("events", "the name says no format; say one, or end it in one of .csv .tsv "),
            ("events.xyz", "the name says no format; "),
            ("events.csv.zip", "the name says no format; "),
        ],
    )
    def test_a_name_that_says_no_format(self, run: Run, tmp_path: Path, name: str, message: str) -> None:
        result = run("export", "-o", str(tmp_path / name))
        assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
        assert f"{name}: {message}" in result.stderr

    def test_a_packing_that_is_not_written(self, run: Run, tmp_path: Path) -> None:
        result = run("export", "csv", "-o", str(tmp_path / "events.csv.zip"))
        assert result.exit_code == 2
        assert "events.csv.zip: is not packed like that; end it in .gz, or pack it afterwards" in result.stderr

    @pytest.mark.parametrize("format", ["csv", "jsonl"])
    def test_packed(self, run: Run, tmp_path: Path, format: str) -> None:
        path = tmp_path / f"events.{format}.gz"
        assert run("export", "-o", str(path)).exit_code == 0
        packed = path.read_bytes()
        assert gzip.decompress(packed) == run("export", format).stdout_bytes
        assert run("export", "-o", str(path)).exit_code == 0
        assert path.read_bytes() == packed  # without a time

    def test_the_database_is_not_overwritten(self, run: Run, database: Path) -> None:
        before = database.read_bytes()
        result = run("export", "csv", "-o", str(database))
        assert (result.exit_code, database.read_bytes()) == (2, before)
        assert result.stderr == f"error: {database}: is the database itself; name another file\n"

    @pytest.mark.parametrize("name", ["copy.db", "copy.sqlite", "copy.csv"])
    def test_a_database_that_no_export_wrote_is_not_replaced(self, run: Run, tmp_path: Path, name: str) -> None:
        copy = tmp_path / name
        run("db", "backup", str(copy))
        before = copy.read_bytes()
        result = run("export", "-o", str(copy))
        assert (result.exit_code, copy.read_bytes()) == (2, before)
        assert result.stderr == (
            f"error: {copy}: is there already, a database that `export` did not write; name a new file\n"
        )

    def test_a_database_of_another_program_is_not_replaced(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "own.db"
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE events (id)")
        db.close()
        assert run("export", "-o", str(path)).exit_code == 2
        assert run("correct", "export", "-o", str(path)).exit_code == 2

    def test_what_export_wrote_is_replaced(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "extract.db"
        run("export", "-o", str(path), "--during", "2022")
        before = path.read_bytes()
        result = run("export", "-o", str(path))
        assert (result.exit_code, result.stderr) == (0, f"4 events written to {path}\n")
        assert path.read_bytes() != before


class TestDb:
    def test_path(self, run: Run, database: Path) -> None:
        assert run("db", "path").stdout == f"{database}\n"
        assert run("db", "path", "--db", "elsewhere.db").stdout == "elsewhere.db\n"

    def test_info(self, run: Run, database: Path) -> None:
        text = run("db", "info").stdout
        assert f"target     {database}\n" in text
        assert "events     4\n" in text
        assert json.loads(run("db", "info", "--format", "json").stdout)[0]["documents"] == 2

    def test_check(self, run: Run) -> None:
        result = run("db", "check")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "sound\n")

    def test_check_finds_damage(self, run: Run, database: Path) -> None:
        with sqlite3.connect(database) as db:
            db.execute("PRAGMA foreign_keys = off")
            db.execute("DELETE FROM sections WHERE id = (SELECT min(id) FROM sections)")
        db.close()
        result = run("db", "check")
        assert result.exit_code == 1
        assert result.stdout

    def test_backup(self, run: Run, tmp_path: Path) -> None:
        copy = tmp_path / "copy.db"
        assert run("db", "backup", str(copy)).exit_code == 0
        assert run("events", "--db", str(copy)).stdout == run("events").stdout
        again = run("db", "backup", str(copy))
        assert again.exit_code == 1
        assert again.stderr.startswith("error: ")

    def test_upgrade_of_a_new_database(self, run: Run) -> None:
        result = run("db", "upgrade")
        assert (result.exit_code, result.stderr) == (0, "nothing to do\n")


class TestRoot:
    def test_version(self, run: Run) -> None:
        from chronicle import __version__

        assert run("--version").stdout == f"chronicle {__version__}\n"

    def test_no_command_is_wrong_use(self, run: Run) -> None:
        result = run()
        assert result.exit_code == 2
        assert "Usage: chronicle [OPTIONS] COMMAND" in result.output

    def test_a_slip_suggests_the_command(self, run: Run) -> None:
        result = run("evnts")
        assert result.exit_code == 2
        assert result.stderr == "error: evnts: no such command; did you mean events?\n"

    @pytest.mark.parametrize("words", [["events", "--nope"], ["events", "--type", "party"], ["ingest"]])
    def test_wrong_use(self, run: Run, words: list[str]) -> None:
        result = run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: ")
