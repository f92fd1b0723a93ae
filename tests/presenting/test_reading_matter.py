"""What is made for people: the table, the bars, the detail of an event, the profile, the reference."""

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rich.cells import cell_len
from samples import DRILL, EVENTS, NEVER, SOURCE, TALKS

from chronicle.model import Source
from chronicle.presenting import detail, profile, table
from chronicle.presenting.citation import reference
from chronicle.presenting.columns import NARROW, OVERVIEW, Rows, rows


def written(write: Callable[..., None], *values: Any, **options: Any) -> str:
    file = io.StringIO()
    write(*values, file, **options)
    return file.getvalue()


REFERENCE = "Ada Example and Ben Sample, “A Year of Talks”, Journal of Examples 23, no. 3 (2022-01)"


class TestTable:
    @pytest.mark.parametrize("names", [NARROW, OVERVIEW])
    @pytest.mark.parametrize("width", [40, 80, 120, 200])
    def test_fits(self, width: int, names: tuple[str, ...]) -> None:
        lines = written(table.write_rows, rows(EVENTS, names), width=width, colour=False).splitlines()
        assert max(map(cell_len, lines)) <= width

    def test_nothing_is_lost_in_a_roomy_one(self) -> None:
        text = written(table.write_rows, rows(EVENTS, OVERVIEW), width=250, colour=False)
        assert text.splitlines()[2].rstrip().endswith(TALKS.headline)
        assert all(event.headline in text for event in EVENTS)

    def test_data_is_no_markup(self) -> None:
        table_of = Rows(("a",), [["[bold]x[/bold] [talks](#) [/b] :smile:"]])
        text = written(table.write_rows, table_of, width=80, colour=True)
        assert "[bold]x[/bold] [talks](#) [/b] :smile:" in text

    def test_control_signs_do_not_reach_the_terminal(self) -> None:
        text = written(table.write_rows, Rows(("a",), [["\x1b[31mred\x07\r\n"]]), width=80, colour=False)
        assert "\x1b" not in text
        assert "\x07" not in text

    def test_without_colour_there_is_no_escape_sequence(self) -> None:
        assert "\x1b" not in written(table.write_rows, rows(EVENTS, NARROW), width=80, colour=False)

    WORDY = Rows(
        ("name", "note", "number"),
        [["Shanghai Cooperation Organization", "established in 2001", 17], ["Китай (中国)", None, 3]],
    )

    @pytest.mark.parametrize("width", [30, 34, 40, 60])
    def test_words_are_not_broken(self, width: int) -> None:
        shown = written(table.write_rows, self.WORDY, width=width, colour=False)
        assert max(map(cell_len, shown.splitlines())) <= width
        assert {"Shanghai", "Cooperation", "Organization", "established", "Китай", "(中国)"} <= set(shown.split())

    def test_where_words_do_not_fit_beside_each_other_a_row_is_a_block(self) -> None:
        assert written(table.write_rows, self.WORDY, width=30, colour=False) == (
            "name    Shanghai Cooperation\n        Organization\nnote    established in 2001\nnumber  17\n\n"
            "name    Китай (中国)\nnote\nnumber  3\n"
        )

    def test_ids_and_dates_stay_whole(self) -> None:
        text = written(table.write_rows, rows(EVENTS, NARROW), width=60, colour=False)
        assert all(str(event.id) in text for event in EVENTS)
        assert "2021-09-16/2021-09-17" in text


class TestBars:
    COUNTS = Rows(("year", "events"), [("2020", 10), ("2021", 40), ("2022", 0), (None, 1)])

    def test_lengths_follow_the_counts(self) -> None:
        text = written(table.write_bars, self.COUNTS, width=60, colour=False)
        lengths = [line.count("█") for line in text.splitlines()[2:]]
        assert lengths == [5, 20, 0, 1]

    def test_fits(self) -> None:
        text = written(table.write_bars, self.COUNTS, width=40, colour=False)
        assert max(map(cell_len, text.splitlines())) <= 40

    def test_nothing_to_count(self) -> None:
        assert "year" in written(table.write_bars, Rows(("year", "events"), []), width=40, colour=False)


class TestDetail:
    def test_everything_of_an_event(self) -> None:
        assert written(detail.write, [TALKS]).splitlines() == [
            "id         a1b2c3d4",
            "date       2021-09-03 (printed “Sept. 3, 2021”; day)",
            "type       meeting, in_person",
            "plover     CONSULT",
            f"headline   {TALKS.headline}",
            f"text       {TALKS.text}",
            "actor      Anna Northman, Foreign Minister, NO, person (printed “FM Northman”; Q1)",
            "           South Africa, ZA, state (printed “Pretoria”; inferred from the office and the date)",
            "mentioned  Union of Seas; Rivers, organization (printed “the Union”)",
            "venue      Oslo, NO, city (printed “in Oslo”; 59.9127, 10.7461; GeoNames 3143244)",
            "link       talks <https://example.org/talks?a=1;b=2>",
            "           the Union <#>",
            "flags      actor_unknown",
            f"source     {REFERENCE}",
            "section    Chronology of North - South Relations",
            "relation   North - South",
            "place      north-south.txt:9, entry 1, characters 120-210",
            "url        https://example.org/23/3",
        ]

    def test_a_headline_that_is_all_is_said_once(self) -> None:
        assert written(detail.write, [DRILL]).count(DRILL.headline) == 1

    def test_an_impossible_date_and_a_page(self) -> None:
        text = written(detail.write, [NEVER])
        assert "no day known (printed “Sept. 31, 2021”; invalid, approximate)" in text
        assert "north-south.txt, page 4, entry 3, characters 301-340" in text
        assert "section    without a heading" in text

    def test_several_are_parted_by_a_blank_line(self) -> None:
        assert written(detail.write, EVENTS).count("\n\n") == 2

    @pytest.mark.parametrize("width", [40, 60, 80])
    def test_wraps_to_the_terminal(self, width: int) -> None:
        lines = written(detail.write, [TALKS], width=width).splitlines()
        assert max(map(len, lines)) <= width
        assert all(line[:10].strip() or line.startswith(" " * 11) for line in lines)

    def test_the_documents_own_text(self) -> None:
        text = written(detail.write, [DRILL, NEVER], passages=["one\n\ttwo\x1b", None])
        assert text.count("  | ") == 2
        assert "  | one\n  |  two \n" in text


class TestProfile:
    def test_facts_then_tables(self) -> None:
        tables = [
            ("With whom", Rows(("name", "events"), [("Ben", 12), ("Anna Northman", 3)])),
            ("Where", Rows((), [])),
        ]
        assert written_profile([("actor", "Cleo"), ("alias", "C."), ("alias", "К.")], tables) == (
            "actor      Cleo\nalias      C.\n           К.\n\nWith whom\n  Ben            12\n  Anna Northman  3\n"
        )


def written_profile(facts: Any, tables: Any) -> str:
    file = io.StringIO()
    profile.write(facts, tables, file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (SOURCE, REFERENCE),
        (replace(SOURCE, authors=(), number=None), "“A Year of Talks”, Journal of Examples 23 (2022-01)"),
        (
            replace(SOURCE, authors=("A", "B", "C"), title=None, section=None, published=None),
            "A, B and C, Journal of Examples 23, no. 3",
        ),
        (
            replace(SOURCE, authors=(), title=None, published=None),
            "“Chronology of North - South Relations”, Journal of Examples 23, no. 3",
        ),
        (
            replace(SOURCE, publication=None, volume=None, number=None),
            "Ada Example and Ben Sample, “A Year of Talks” (2022-01)",
        ),
        (Source(id="d", file="notes.md"), "notes.md"),
    ],
)
def test_reference(source: Source, text: str) -> None:
    assert reference(source) == text
