"""Rows of an exported file into the database: all that are events of ours, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from chronicle.config import data_folders
from chronicle.importing.files import Given, Row
from chronicle.importing.making import opened
from chronicle.importing.records import RefusedRow, event_of
from chronicle.importing.tables import Tables
from chronicle.model import Event, Source
from chronicle.storing import Database
from chronicle.storing.facts import load_facts
from chronicle.storing.taken import Fate, Taking

_BATCH = 500


class Refused(NamedTuple):
    """A row that was left out: its line and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events were added, changed, unchanged, and the rows refused."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[Refused, ...] = ()


def import_files(target: str, taken: Iterable[Given]) -> Iterator[tuple[str, Imported]]:
    """Each file with what became of its rows. The database is made with the first event that is taken in."""
    for file, rows in taken:
        with opened(target) as db:
            done = import_rows(db, rows)
        yield file, done


def import_rows(db: Database, rows: Iterable[Row], folders: Sequence[Path] | None = None) -> Imported:
    """Everything is taken in that can be, or nothing at all if something fails on the way.

    `folders` hold the reference tables, those of `config` if None.
    """
    listed = data_folders() if folders is None else folders
    refused: list[Refused] = []
    counts = dict.fromkeys(Fate, 0)
    with db.transaction():
        taking = Taking(db, load_facts(listed))
        for batch in _batches(_events(rows, Tables(listed), refused)):
            elsewhere = taking.elsewhere([event for _, event in batch])
            refused += [Refused(line, elsewhere[event.id]) for line, event in batch if event.id in elsewhere]
            for fate in taking.take([event for _, event in batch if event.id not in elsewhere]):
                counts[fate] += 1
        taking.finish()
    return Imported(counts[Fate.ADDED], counts[Fate.CHANGED], counts[Fate.UNCHANGED], tuple(sorted(refused)))


def _batches(events: Iterator[tuple[int, Event]]) -> Iterator[list[tuple[int, Event]]]:
    while batch := list(islice(events, _BATCH)):
        yield batch


def _events(rows: Iterable[Row], tables: Tables, refused: list[Refused]) -> Iterator[tuple[int, Event]]:
    """The events of the rows, each with its line; what is none is added to `refused`."""
    checked = _Checked()
    for row in rows:
        try:
            if isinstance(row.record, RefusedRow):
                raise row.record
            event = event_of(row.record)
            checked.check(row.line, event)
        except RefusedRow as why:
            refused.append(Refused(row.line, str(why)))
        else:
            yield row.line, tables.identified(event)


class _Checked:
    """What the rows before have said, which a row may not gainsay."""

    def __init__(self) -> None:
        self.events: dict[str, int] = {}
        self.sources: dict[str, tuple[Source, int]] = {}

    def check(self, line: int, event: Event) -> None:
        if event.id is None or event.source is None:
            raise RefusedRow("id, source: are not there")
        before = self.events.setdefault(event.id, line)
        if before != line:
            raise RefusedRow(f"id: {event.id} stands in line {before} already")
        document = replace(event.source, section=None, relation=None)
        told, first = self.sources.setdefault(document.id, (document, line))
        if told != document:
            raise RefusedRow(f"source: {document.id} is told otherwise in line {first}")
