"""What was exported and imported is exported again to the letter."""

import io
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import DRILL, EVENTS, SOURCE, TALKS, coded, document

from chronicle.importing import import_rows, rows_of
from chronicle.ingest import ingest
from chronicle.model import (
    ActorKind,
    Event,
    EventDate,
    EventType,
    Link,
    Location,
    Mode,
    Participation,
    Precision,
    Role,
    Venue,
    VenueKind,
)
from chronicle.presenting import format_named
from chronicle.querying import Query, events
from chronicle.storing import Database, connect
from chronicle.storing.store import store_document

SEEDS = Path(__file__).parents[2] / "seeds"
FORMATS = ("jsonl", "csv")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    connect(str(path), create=True).close()
    return path


@contextmanager
def copied(empty: Path, path: Path) -> Iterator[Database]:
    shutil.copy(empty, path)
    with closing(connect(str(path))) as db:
        yield db


def text_of(listed: Any, format: str) -> str:
    file = io.StringIO(newline="")
    format_named(format).write(listed, file)
    return file.getvalue()


def exported(db: Database, format: str) -> str:
    return text_of(events(db, Query()), format)


def again(db: Database, folder: Path, text: str, format: str, tables: Sequence[Path] | None = ()) -> str:
    """What the database exports after it took in the text; without the reference tables, if not asked for."""
    path = folder / f"events.{format}"
    path.write_bytes(text.encode())
    done = import_rows(db, rows_of(str(path)), tables)
    assert done.refused == ()
    return exported(db, format)


@pytest.mark.parametrize("format", FORMATS)
def test_samples(empty: Path, tmp_path: Path, format: str) -> None:
    """The events whose lists, signs and dates are hard; in the order of an export, without a date first."""
    consistent = [replace(event, source=SOURCE) for event in (EVENTS[2], *EVENTS[:2])]
    text = text_of(consistent, format)
    with copied(empty, tmp_path / "other.db") as db:
        assert again(db, tmp_path, text, format) == text


@pytest.mark.parametrize("format", FORMATS)
def test_real_documents(empty: Path, tmp_path: Path, format: str) -> None:
    path = tmp_path / "one.db"
    assert [report.error for report in ingest([str(SEEDS)], str(path)) if report.status == "failed"] == []
    with closing(connect(str(path), readonly=True)) as db:
        text = exported(db, format)
    with copied(empty, tmp_path / "other.db") as db:
        assert again(db, tmp_path, text, format, None) == text


def test_what_went_through_pandas(empty: Path, tmp_path: Path) -> None:
    """Truth values with capitals, whole numbers with a point where one is missing in the column."""
    listed = [
        replace(TALKS, location=Location(1, 2, page=3), source=replace(SOURCE, number=None)),
        replace(DRILL, location=Location(4, 5), source=replace(SOURCE, id="d2", volume="12", number="1")),
    ]
    text, path = text_of(listed, "csv"), tmp_path / "of-pandas.csv"
    pandas.read_csv(io.StringIO(text)).to_csv(path, index=False, lineterminator="\r\n")
    changed = path.read_text(encoding="utf-8")
    assert {",False,", ",3.0,", ",1.0,"} <= set(re.findall(r",(?:False|3\.0|1\.0),", changed))
    with copied(empty, tmp_path / "other.db") as db:
        assert again(db, tmp_path, changed, "csv") == text


def words(least: int) -> st.SearchStrategy[str]:
    signs = st.characters(exclude_categories=("Cs",))
    return st.one_of(
        st.text(signs, min_size=least, max_size=12), st.sampled_from(["a; b", "x\\;y", '"', "\r\n", "é", "e"])
    )


def days() -> st.SearchStrategy[EventDate]:
    def ranged(first: date, last: date, precision: Precision, approximate: bool, printed: str) -> EventDate:
        start, end = sorted((first, last))
        if precision is Precision.INVALID:
            return EventDate(printed, None, None, precision, approximate)
        return EventDate(printed, start, end, precision, approximate)

    return st.builds(ranged, st.dates(), st.dates(), st.sampled_from(Precision), st.booleans(), words(0))


def maybe(least: int) -> st.SearchStrategy[str | None]:
    return st.none() | words(least)


def degrees(most: int) -> st.SearchStrategy[float | None]:
    # SQLite knows no zero below zero.
    return st.none() | st.floats(-most, most).map(lambda value: value + 0.0)


def names() -> st.SearchStrategy[str]:
    return words(1).filter(str.strip)


def countries() -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(["CN", "RU", "EU"])


def any_events(least: int) -> st.SearchStrategy[list[Event]]:
    """Events of two documents and any sections; `least` is the length of a text that is there."""
    actors = st.builds(
        Participation, names(), st.sampled_from(ActorKind), st.sampled_from(Role), countries(), maybe(least),
        st.booleans(), maybe(least), st.none() | st.sampled_from(["Q7747", "Q1"]),
    )  # fmt: skip
    venues = st.builds(
        Venue, names(), st.sampled_from(VenueKind), countries(), degrees(90), degrees(180), maybe(least),
        maybe(least),
    )  # fmt: skip
    links = st.builds(Link, words(least), words(least))
    number = st.integers(0, 10_000)
    ends = st.tuples(number, number).map(sorted)
    place = st.builds(lambda ends, *rest: Location(*ends, *rest), ends, st.none() | number, st.none() | number)
    titled = st.builds(
        lambda base, section, relation: replace(base, section=section, relation=relation),
        st.sampled_from([SOURCE, replace(SOURCE, id="d2", file="", authors=(), title="é; b", url=None)]),
        maybe(least),
        maybe(least),
    )
    untitled = st.builds(
        lambda relation: replace(SOURCE, id="d3", title=None, section=None, volume=None, relation=relation),
        maybe(least),
    )
    source = titled | untitled
    event = st.builds(
        Event, st.integers(0, 3), place, days(), words(0), words(0), st.sampled_from(EventType),
        st.none() | st.sampled_from(Mode), st.lists(actors, max_size=3).map(tuple),
        st.lists(venues, max_size=3).map(tuple), st.lists(links, max_size=2).map(tuple),
        st.lists(words(least), max_size=2).map(tuple), st.from_regex(r"[0-9a-z]{1,10}", fullmatch=True), source,
        maybe(least),
    )  # fmt: skip
    return st.lists(event, max_size=6, unique_by=lambda one: one.id).map(in_order)


def in_order(listed: list[Event]) -> list[Event]:
    return sorted(listed, key=lambda event: (event.date.start is not None, event.date.start or date.min))


quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Callable[..., str]:
    """What a database exports after it took in an export of these events."""
    folder = tmp_path_factory.mktemp("desk")

    def there_and_back(text: str, format: str) -> str:
        with copied(empty, folder / "other.db") as db:
            return again(db, folder, text, format)

    return there_and_back


@quick
@given(any_events(0))
def test_json_lines_are_carried_to_the_letter(desk: Callable[..., str], listed: list[Event]) -> None:
    text = text_of(listed, "jsonl")
    assert desk(text, "jsonl") == text


@quick
@given(any_events(1))
def test_csv_carries_all_but_empty_texts(desk: Callable[..., str], listed: list[Event]) -> None:
    """An empty text that might be absent is absent there; a list of one empty item is an empty list."""
    listed = [replace(event, source=replace(event.source, file="f")) for event in listed if event.source]
    text = text_of(listed, "csv")
    assert desk(text, "csv") == text


@quick
@given(any_events(0))
def test_twice_is_once(tmp_path_factory: pytest.TempPathFactory, empty: Path, listed: list[Event]) -> None:
    folder = tmp_path_factory.mktemp("twice")
    text = text_of(listed, "jsonl")
    with copied(empty, folder / "twice.db") as db:
        assert again(db, folder, text, "jsonl") == text
        done = import_rows(db, rows_of(str(folder / "events.jsonl")), ())
        assert (done.added, done.changed, done.unchanged) == (0, 0, len(listed))
        assert exported(db, "jsonl") == text


def test_a_document_without_a_title_is_called_by_its_first_heading(empty: Path, tmp_path: Path) -> None:
    """As it is where the document itself is stored; databases of an earlier state exported none."""
    untitled = [
        replace(event, id=f"e{at}", source=replace(SOURCE, title=None, section=f"Chronology {at}"))
        for at, event in enumerate(EVENTS[:2], 1)
    ]
    with copied(empty, tmp_path / "other.db") as db:
        text = again(db, tmp_path, text_of(untitled, "jsonl"), "jsonl")
        assert [json.loads(line)["source"]["title"] for line in text.splitlines()] == ["Chronology 1"] * 2
        assert again(db, tmp_path, text, "jsonl") == text


class TestWithTheDocuments:
    """Events that came first, and their document later, or the other way round."""

    def stored(self, db: Database, listed: Sequence[Event], file: str = "north-south.txt") -> list[str]:
        one = document(*listed, file=file)
        store_document(db, one, coded(one, *listed))
        return ids(db)

    def test_a_document_that_comes_later_finds_its_events(self, empty: Path, tmp_path: Path) -> None:
        with copied(empty, tmp_path / "one.db") as db:
            self.stored(db, EVENTS)
            text = exported(db, "jsonl")
        with copied(empty, tmp_path / "other.db") as db:
            assert again(db, tmp_path, text, "jsonl") == text
            assert list(db.rows("SELECT text, sha256 FROM documents")) == [("", "")]
            one = document(*EVENTS)
            change = store_document(db, one, coded(one, *EVENTS))
            assert (change.is_new, change.added, change.removed, len(change.unchanged)) == (False, (), (), 3)
            assert exported(db, "jsonl") == text
            assert list(db.rows("SELECT text FROM documents")) == [(one.text,)]

    def test_also_under_another_name_of_its_file(self, empty: Path, tmp_path: Path) -> None:
        with copied(empty, tmp_path / "one.db") as db:
            self.stored(db, EVENTS)
            text = exported(db, "jsonl")
        with copied(empty, tmp_path / "other.db") as db:
            again(db, tmp_path, text, "jsonl")
            before = ids(db)
            assert self.stored(db, EVENTS, file="renamed.txt") == before
            assert next(db.rows("SELECT text <> '', file FROM documents")) == (1, "renamed.txt")

    def test_some_of_the_events_and_then_the_document(self, empty: Path, tmp_path: Path) -> None:
        """The others get the ids that they have where the document was ingested."""
        with copied(empty, tmp_path / "one.db") as db:
            everywhere = self.stored(db, EVENTS)
            [*_, last] = exported(db, "jsonl").splitlines(keepends=True)
        with copied(empty, tmp_path / "other.db") as db:
            again(db, tmp_path, last, "jsonl")
            assert len(ids(db)) == 1
            assert self.stored(db, EVENTS) == everywhere

    def test_the_document_first_and_then_its_events(self, empty: Path, tmp_path: Path) -> None:
        """The text here says where they stand: another place in another copy of it changes nothing."""
        with copied(empty, tmp_path / "one.db") as db:
            self.stored(db, EVENTS)
            before = exported(db, "jsonl")
            records = [json.loads(line) for line in before.splitlines()]
            for record in records:
                record["location"] = {"start": 1, "end": 2, "page": 7, "line": None}
            records[-1]["type"] = "aid"
            path = tmp_path / "events.jsonl"
            path.write_text("".join(f"{json.dumps(record)}\n" for record in records))
            done = import_rows(db, rows_of(str(path)), ())
            assert (done.added, done.changed, done.unchanged) == (0, 1, 2)
            assert exported(db, "jsonl") == before.replace('"exercise"', '"aid"')

    def test_recode_leaves_alone_what_was_coded_elsewhere(self, empty: Path, tmp_path: Path) -> None:
        from chronicle.storing.entries import documents

        with copied(empty, tmp_path / "one.db") as db:
            self.stored(db, EVENTS)
            text = exported(db, "jsonl")
            assert len(documents(db)) == 1
        with copied(empty, tmp_path / "other.db") as db:
            again(db, tmp_path, text, "jsonl")
            assert documents(db) == []


def ids(db: Database) -> list[str]:
    return sorted(row[0] for row in db.rows("SELECT key FROM events"))
