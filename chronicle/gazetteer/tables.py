"""The CSV tables as rows that know their file and line, the user's own over the shipped ones."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronicle.errors import GazetteerError
from chronicle.reference import KEYS

COLUMNS = {
    "people.csv": ("id", "name", "family", "country", "aliases", "native", "wikidata"),
    "offices.csv": ("id", "name", "function", "country", "forms", "weight", "exclusive"),
    "terms.csv": ("person", "office", "country", "to", "start", "end"),
    "states.csv": (
        "code", "name", "official", "aliases", "demonyms", "people", "capital", "metonyms", "leader", "family_first",
    ),
    "organizations.csv": ("id", "name", "kind", "country", "aliases", "wikidata", "function"),
    "generic_bodies.csv": ("form", "kind", "function", "default"),
    "notbodies.csv": ("name", "aliases", "kind"),
    "venues.csv": ("id", "name", "kind", "country", "within", "latitude", "longitude", "aliases", "geonames"),
    "verbs.csv": ("lemma", "forms", "type", "plover", "by", "object", "marks"),
    "nouns.csv": ("noun", "type"),
    "words.csv": ("word", "class"),
    "classes.csv": ("class", "holds", "what"),
    "kinds.csv": ("rule", "subject", "object", "type"),
    "short_names.csv": ("form", "country", "sort", "within"),
    "spellings.csv": ("country", "pattern", "spelling"),
    "native_names.csv": ("name", "native"),
    "cow.csv": ("code", "cow", "start", "end"),
}  # fmt: skip

LISTS = {
    "people.csv": ("family", "aliases", "native"),
    "offices.csv": ("country", "forms"),
    "states.csv": ("aliases", "demonyms", "people", "capital", "metonyms"),
    "organizations.csv": ("aliases",),
    "notbodies.csv": ("aliases",),
    "venues.csv": ("aliases",),
    "verbs.csv": ("forms", "marks"),
    "kinds.csv": ("subject", "object"),
    "native_names.csv": ("native",),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. A cell that the table or the line lacks is empty."""

    path: Path
    line: int
    cells: dict[str, str]
    width: int

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def items(self, column: str) -> list[str]:
        return items(self[column])


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its columns as they stand, and its rows."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        return self.path.name


def items(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def read_table(path: Path) -> Table:
    """A table that is not there is empty; GazetteerError for one that is not CSV in UTF-8."""
    if not path.is_file():
        return Table(path, (), ())
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            columns = tuple(next(lines, ()))
            return Table(path, columns, tuple(_rows(path, columns, lines)))
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except csv.Error as error:
        raise GazetteerError(f"{path}: not CSV: {error}; quote cells that hold a comma or a quote") from error


def _rows(path: Path, columns: tuple[str, ...], lines: Iterable[list[str]]) -> Iterator[Row]:
    reader = iter(lines)
    before = 1
    for cells in reader:
        line, before = before + 1, getattr(reader, "line_num", before + 1)
        if cells:
            yield Row(path, line, dict(zip(columns, (cell.strip() for cell in cells), strict=False)), len(cells))


def key_of(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in KEYS.get(table, COLUMNS[table]))


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables: `files` as they stand, and `rows` of one table with the own rows over the shipped."""

    files: tuple[Table, ...]

    def named(self, name: str) -> list[Table]:
        return [table for table in self.files if table.name == name]

    def rows(self, name: str) -> list[Row]:
        shipped, *own = self.named(name)
        over = [row for table in own for row in table.rows]
        replaced = {key_of(name, row) for row in over}
        return [row for row in shipped.rows if key_of(name, row) not in replaced] + over


def read_tables(folder: Path, own: Path | None = None) -> Tables:
    for each in (folder, own):
        if each is not None and not each.is_dir():
            raise GazetteerError(f"{each}: no such folder of reference tables; check CHRONICLE_DATA")
    folders = [folder] if own is None else [folder, own]
    return Tables(tuple(read_table(each / name) for each in folders for name in COLUMNS))
