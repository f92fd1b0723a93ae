"""`chronicle read`: what would be read, without a database; and what is said about reading, kept at ingest."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

SEEDS = Path(__file__).parents[2] / "seeds"
ISSUE = """\
Talks in the North

By Ada Example

An essay above it.

Chronology of Northland - Southland Relations
January - June 2002

These dates were gathered by hand.

2002

Jan. 3: Foreign ministers of China and Russia meet in Moscow.

Feb. 6-8: Chinese and Russian navies hold an exercise.

ECONOMIC RELATIONS

Feb. 31: A date that cannot exist.

Notes

May 4, 2002: Retrieved from the archive.
"""
NUMBERS = """\
Chronology of Northland - Southland Relations

03/04/2002: Foreign ministers of China and Russia meet in Moscow.

05/06/2002: Chinese and Russian navies hold an exercise.

07/08/2002: Xi Jinping sends a telegram to Vladimir Putin.
"""
YEARLESS = NUMBERS.replace("03/04/2002", "Nov. 3").replace("05/06/2002", "Dec. 5").replace("07/08/2002", "Jan. 7")


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return written(tmp_path / "issue.txt", ISSUE)


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    return written(tmp_path / "numbers.txt", NUMBERS)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def starts(result: Result) -> list[str]:
    """The first days of what `read --entries` shows."""
    assert result.exit_code == 0, result.stderr
    return [line.split("\t")[2] for line in result.stdout.splitlines()]


class TestWhatIsShown:
    def test_citation_section_entries(self, run: Run, issue: Path, home: Path) -> None:
        result = run("read", str(issue))
        assert result.exit_code == 0, result.stderr
        shown = result.stdout.partition("\nleft out\n")[0]
        assert shown.splitlines() == [
            "file       issue.txt",
            "citation   Ada Example, “Talks in the North”",
            "",
            "section    Chronology of Northland - Southland Relations",
            "relation   Northland - Southland",
            "period     2002-01-01 to 2002-06-30 (printed “January - June 2002”)",
            "entries    3, 2002-01-03 to 2002-02-08, 1 flagged",
            "in doubt   1 entry without a possible date",
            "    line 14  2002-01-03             day      Foreign ministers of China and Russia meet in Moscow.",
            "    line 16  2002-02-06/2002-02-08  range    Chinese and Russian navies hold an exercise.",
            "    line 20  “Feb. 31”              invalid  [date_invalid] A date that cannot exist.",
        ]
        assert not (home / "chronicle.db").exists()

    def test_what_was_left_out_and_why(self, run: Run, issue: Path) -> None:
        left = run("read", str(issue)).stdout.partition("\nleft out\n")[2]
        assert left.splitlines() == [
            "     line 1  3 lines, before the chronology: Talks in the North By Ada Example An essay above it.",
            "    line 10  1 line, above the first date: These dates were gathered by hand.",
            "    line 12  1 line, heads the dates below it: 2002",
            "    line 18  1 line, a title, a page number, a running head or a caption: ECONOMIC RELATIONS",
            "    line 22  2 lines, behind the chronology: Notes May 4, 2002: Retrieved from the archive.",
            "    line 24  1 line, begins with a date, but opens no entry: May 4, 2002: Retrieved from the archive.",
        ]

    def test_the_seeds_leave_nothing_out_between_their_entries(self, run: Run) -> None:
        left = run("read", str(SEEDS / "china-russia-2021-q3.txt")).stdout.partition("\nleft out\n")[2]
        assert [line.split(":")[0].split(", ")[-1] for line in left.splitlines()] == ["before the chronology"]

    def test_a_problem_of_the_document(self, run: Run) -> None:
        assert "\nproblem    " in run("read", str(SEEDS / "china-russia-2020-q3.md")).stdout

    def test_sections_that_are_not_asked_for_are_told_as_such(self, run: Run, tmp_path: Path) -> None:
        lists = ["Chronology of North - South Relations\n\nMay 3, 2001: Envoys dine.\n\nMay 5, 2001: They part.\n"]
        lists.append(lists[0].replace("North", "East").replace("South", "West"))
        two = written(tmp_path / "two.txt", "A report.\n\n" + "\n".join(lists) + "\nNotes\n\nMay 9, 2001: a note.\n")
        shown = run("read", str(two), "--section", "2").stdout
        left = shown.partition("left out\n")[2].splitlines()
        assert [line.partition(",")[2].partition(":")[0].strip() for line in left] == [
            "before the chronology",
            "section 1, which is not asked for",
            "behind the chronology",
            "begins with a date, but opens no entry",
        ]
        assert "May 3, 2001: Envoys dine." in left[1]

    def test_a_document_without_a_chronology_shows_the_dates_that_it_has(self, run: Run, tmp_path: Path) -> None:
        essay = written(tmp_path / "essay.txt", "An essay.\n\nMay 3, 2001: a day of note.\n\nNothing more.\n")
        result = run("read", str(essay))
        assert result.exit_code == 1
        assert result.stderr.startswith(f"error: no chronology found in {essay}; ")
        assert "line 3  1 line, begins with a date, but opens no entry: May 3, 2001: a day of note.\n" in result.stdout

    def test_the_text(self, run: Run, issue: Path) -> None:
        assert run("read", str(issue), "--text").stdout == ISSUE

    def test_the_text_does_not_steer_a_terminal(self, on_terminal: Callable[..., str], tmp_path: Path) -> None:
        path = written(tmp_path / "steering.txt", "A \x1b[2Jtext.\n")
        assert on_terminal("read", str(path), "--text") == "A  [2Jtext.\n"

    def test_entries_alone_are_lines_for_other_programs(self, run: Run, issue: Path) -> None:
        lines = [line.split("\t") for line in run("read", str(issue), "--entries").stdout.splitlines()]
        assert lines[1] == [
            "1", "2", "2002-02-06", "2002-02-08", "range", "", "16", "", "Feb. 6-8",
            "Chinese and Russian navies hold an exercise.",
        ]  # fmt: skip
        assert [line[7] for line in lines] == ["", "", "date_invalid"]

    def test_a_terminal_cuts_lines_at_its_width(self, on_terminal: Callable[..., str], issue: Path) -> None:
        lines = on_terminal("read", str(issue), columns=80).splitlines()
        assert max(map(len, lines)) <= 80
        assert any(line.endswith("…") for line in lines)

    def test_one_bad_file_does_not_stop_the_rest(self, run: Run, issue: Path, tmp_path: Path) -> None:
        result = run("read", str(tmp_path / "none.txt"), str(issue), "--entries")
        assert result.exit_code == 1
        assert "no such file" in result.stderr
        assert len(result.stdout.splitlines()) == 3

    def test_two_outputs_at_once_are_refused(self, run: Run, issue: Path) -> None:
        assert run("read", str(issue), "--text", "--entries").exit_code == 2


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_the_records_are_those_of_an_export(run: Run, home: Path, format: str) -> None:
    read = run("read", str(SEEDS), "--format", format)
    assert not (home / "chronicle.db").exists()
    run("ingest", str(SEEDS))
    exported = run("export", format, "--sort", "document").stdout
    assert records(read.stdout, format) == records(exported, format)
    assert len(records(exported, format)) == 115


def records(text: str, format: str) -> dict[str, object]:
    listed = json.loads(text) if format == "json" else map(json.loads, text.splitlines())
    return {each["id"]: each for each in listed}


class TestWhatIsSaid:
    """--date-order, --relation, --year."""

    @pytest.mark.parametrize(
        ("order", "days"),
        [
            ("day", ["2002-04-03", "2002-06-05", "2002-08-07"]),
            ("month", ["2002-03-04", "2002-05-06", "2002-07-08"]),
        ],
    )
    def test_the_order_of_numbers(self, run: Run, numbers: Path, order: str, days: list[str]) -> None:
        result = run("read", str(numbers), "--date-order", order, "--entries")
        assert starts(result) == days
        assert "date_order_unknown" not in result.stdout
        assert "date_order_unknown" in run("read", str(numbers), "--entries").stdout

    def test_a_date_that_one_order_alone_allows_is_that(self, run: Run, tmp_path: Path) -> None:
        path = written(tmp_path / "a.txt", NUMBERS.replace("05/06", "25/06"))
        assert starts(run("read", str(path), "--date-order", "month", "--entries"))[1] == "2002-06-25"

    def test_the_year_of_the_first_entry(self, run: Run, tmp_path: Path) -> None:
        path = written(tmp_path / "yearless.txt", YEARLESS)
        assert starts(run("read", str(path), "--entries")) == ["", "", ""]
        told = starts(run("read", str(path), "--year", "1997", "--entries"))
        assert told == ["1997-11-03", "1997-12-05", "1998-01-07"]

    def test_the_relation(self, run: Run, numbers: Path) -> None:
        shown = run("read", str(numbers), "--relation", "China - Russia").stdout
        assert "said       the relation is China - Russia\n" in shown
        assert "\nrelation   China - Russia\n" in shown

    def test_an_unknown_order_is_refused(self, run: Run, numbers: Path) -> None:
        assert run("read", str(numbers), "--date-order", "year").exit_code == 2


class TestWhatIsKept:
    """What is said at an ingest holds at the next one."""

    def days(self, run: Run) -> list[str]:
        return run("events", "--columns", "start").stdout.split()

    def test_unchanged_bytes_are_read_again_where_something_new_is_said(self, run: Run, numbers: Path) -> None:
        run("ingest", str(numbers))
        assert run("ingest", str(numbers), "--date-order", "day").stdout.startswith("changed\t")
        assert self.days(run) == ["2002-04-03", "2002-06-05", "2002-08-07"]

    @pytest.mark.parametrize("words", [[], ["--force"], ["--jobs", "2", "--force"], ["--date-order", "day"]])
    def test_it_holds_without_being_said_again(self, run: Run, numbers: Path, words: list[str]) -> None:
        run("ingest", str(numbers), "--date-order", "day")
        assert run("ingest", str(numbers), *words).stdout.startswith("unchanged\t")
        assert self.days(run) == ["2002-04-03", "2002-06-05", "2002-08-07"]

    def test_it_holds_for_the_next_state_of_the_file(self, run: Run, numbers: Path) -> None:
        run("ingest", str(numbers), "--date-order", "day", "--relation", "China - Russia")
        written(numbers, NUMBERS.replace("telegram", "letter"))
        assert run("ingest", str(numbers)).stdout.split("\t")[2:6] == ["0", "1", "0", "2"]
        assert self.days(run) == ["2002-04-03", "2002-06-05", "2002-08-07"]
        assert len(run("events", "--relation", "china-russia").stdout.splitlines()) == 3

    def test_one_thing_said_later_leaves_the_others(self, run: Run, numbers: Path) -> None:
        run("ingest", str(numbers), "--date-order", "day")
        run("ingest", str(numbers), "--relation", "China - Russia")
        assert self.days(run) == ["2002-04-03", "2002-06-05", "2002-08-07"]

    def test_as_found_drops_it(self, run: Run, numbers: Path) -> None:
        run("ingest", str(numbers), "--date-order", "day")
        assert run("ingest", str(numbers), "--as-found").stdout.startswith("changed\t")
        assert self.days(run) == ["2002-03-04", "2002-05-06", "2002-07-08"]

    def test_a_dry_run_keeps_nothing(self, run: Run, numbers: Path) -> None:
        run("ingest", str(numbers))
        run("ingest", str(numbers), "--date-order", "day", "--dry-run")
        assert run("ingest", str(numbers)).stdout.startswith("unchanged\t")
        assert self.days(run)[0] == "2002-03-04"
