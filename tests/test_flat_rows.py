"""The flat formats by the short way, from rows to cells, are to the byte what they are by way of events."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ANNA, EVENTS, OSLO, SEA, SOURCE, SOUTH, TALKS, UNION, coded, document

from chronicle.ingest import ingest
from chronicle.model import EventDate, Link, Participation, Precision, Role
from chronicle.presenting import columns, format_named, xlsx
from chronicle.presenting.cells import cells, escape
from chronicle.presenting.columns import Rows
from chronicle.presenting.csv import lines, write_excel
from chronicle.querying import Query, events, flat
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document

SEEDS = Path(__file__).parent.parent / "seeds"

HOSTILE = (
    'a "quoted" word', "two\nlines", "a\r\nb", "a; b", ";", "\\", "a\\; b", "a/2", "/", "=1+1", "@SUM(A1)", "-2+3",
    "tab\there", "comma, comma", "unit\x1fseparator", "nul\x00sign", '["json"]', "\u2028", "南方 Лавров é", " edge ",
)  # fmt: skip
DATES = (
    EventDate("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
    EventDate("2021 or so", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR, True),
    EventDate("May, 2021", date(2021, 5, 1), date(2021, 5, 31), Precision.MONTH),
    EventDate("mid-May", date(2021, 5, 11), date(2021, 5, 20), Precision.PART, True),
    EventDate("May-June", date(2021, 5, 1), date(2021, 6, 30), Precision.SPAN),
    EventDate("about May 3", date(2021, 5, 3), date(2021, 5, 3), Precision.DAY, True),
    EventDate("May 3-4", date(2021, 5, 3), date(2021, 5, 4), Precision.RANGE),
    EventDate("[May 32; 2021]", None, None, Precision.INVALID),
)


def hostile(sign: str, number: int) -> Iterator[Participation]:
    """Actors in another order than that of their rows: those of the samples come first in the database."""
    yield replace(SOUTH, name=f"{sign} {number}", key=None, office=sign, mention=sign, role=Role.PARTICIPANT)
    yield replace(UNION, name=sign, key=None, mention=None, wikidata=sign)
    yield SOUTH
    yield ANNA


def hostile_events() -> Iterator[columns.Event]:
    for number, sign in enumerate(HOSTILE):
        yield replace(
            TALKS,
            date=replace(DATES[number % len(DATES)], text=sign),
            headline=sign,
            text=f"{sign} {sign}",
            actors=tuple(hostile(sign, number)),
            venues=(replace(SEA, name=sign, mention=sign, geonames=sign), OSLO),
            links=(Link(sign, sign), Link("", sign)),
            flags=("date_invalid", "actor_unknown"),
        )


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("flat") / "seeds.db"
    assert sum(len(report.added) for report in ingest([str(SEEDS)], str(path))) == 115
    return path


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("flat") / "odd.db"
    with closing(connect(str(path), create=True)) as db:
        for number, many in enumerate((EVENTS, tuple(hostile_events()))):
            one = document(*many, file=f"{number}.txt", relation=f"North {number} - South; East")
            citation = replace(one.citation, title='A "title", long', authors=("A; B", "C\\D", SOURCE.authors[0]))
            one = replace(one, citation=citation)
            store_document(db, one, coded(one, *many))
    return path


@pytest.fixture(params=["seeds", "odd"])
def db(request: pytest.FixtureRequest) -> Iterator[Database]:
    with closing(connect(str(request.getfixturevalue(request.param)), readonly=True)) as opened:
        yield opened


def written(write: Callable[..., None], rows: Rows) -> str:
    file = io.StringIO(newline="")
    write(rows, file)
    return file.getvalue()


QUERIES = [
    Query(),
    Query(sort="-date"),
    Query(sort="document"),
    Query(limit=7),
    Query(sort="-date", limit=3),
    Query(sort="document", limit=5),
    Query(since="2021-01-05", until="2021-09-10"),
    Query(types=("meeting", "visit"), limit=9),
]


def asked(query: Query) -> str:
    given = {name: getattr(query, name) for name in ("sort", "limit", "since", "types")}
    return " ".join(f"{name}={value}" for name, value in given.items() if value)


def test_a_workbook(db: Database) -> None:
    rows = Rows(columns.WIDE_NAMES, flat.wide(db, Query(), escape), is_text=True)
    by_rows, by_events = io.BytesIO(), io.BytesIO()
    xlsx.write_rows(rows, by_rows)
    xlsx.write(events(db, Query()), by_events)
    assert sheet(by_rows) == sheet(by_events)


def sheet(book: io.BytesIO) -> bytes:
    with zipfile.ZipFile(book) as packed:
        return packed.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("query", QUERIES, ids=asked)
def test_all_columns(db: Database, query: Query) -> None:
    found = list(flat.wide(db, query, escape))
    assert found == list(map(cells, columns.wide(events(db, query)).body))
    assert found


@pytest.mark.parametrize("query", QUERIES, ids=asked)
def test_a_few_columns(db: Database, query: Query) -> None:
    names = sorted(flat.OVERVIEW)
    assert columns.NAMED.keys() >= flat.OVERVIEW
    found = list(flat.overview(db, query, names, escape))
    assert found == list(map(cells, columns.rows(events(db, query), names).body))


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_bytes(db: Database, name: str) -> None:
    short = Rows(columns.WIDE_NAMES, flat.wide(db, Query(), escape), is_text=True)
    assert written(format_named(name).write_rows, short) == written(format_named(name).write, events(db, Query()))


def test_bytes_for_a_spreadsheet(db: Database) -> None:
    short = Rows(columns.WIDE_NAMES, flat.wide(db, Query(), escape), is_text=True)
    assert written(write_excel, short) == written(write_excel, columns.wide(events(db, Query())))


def test_a_page_behind_an_event(db: Database) -> None:
    first = list(flat.overview(db, Query(limit=4), ["id"], escape))
    page = flat.overview(db, Query(limit=3, after=first[0][0]), ["id"], escape)
    assert list(page) == first[1:]


def test_a_bad_question_is_told_before_the_first_row(db: Database) -> None:
    from chronicle.errors import UnknownName

    with pytest.raises(UnknownName):
        flat.wide(db, Query(actors=("nobody at all",)), escape)
    with pytest.raises(UnknownName):
        flat.overview(db, Query(actors=("nobody at all",)), ["id"], escape)


@given(st.lists(st.lists(st.text(alphabet='a,";\n\r\t é', max_size=5), min_size=3, max_size=3), max_size=4))
def test_csv_is_that_of_the_standard_library(rows: list[list[str]]) -> None:
    assert "".join(lines(rows)) == by_the_library(rows)


@pytest.mark.parametrize("row", [[""], ["", ""], ["a"], ['"'], ["\n", ""], ["\r"], [","]])
def test_csv_of_odd_rows_is_that_of_the_standard_library(row: list[str]) -> None:
    assert "".join(lines([row])) == by_the_library([row])


def by_the_library(rows: list[list[str]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue()
