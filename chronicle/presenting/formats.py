"""The formats of `export`: what each is called, what it is for, and what its file needs.

Help, docs/formats.md and the choice by a file's name come from `FORMATS`; a module is imported when its format
is written.
"""

from enum import StrEnum
from importlib import import_module
from typing import Any, NamedTuple


class Form(StrEnum):
    """What a format is written to: an open text file, an open binary one, or a path where it makes its own."""

    TEXT = "text"
    BYTES = "bytes"
    PATH = "path"


class Format(NamedTuple):
    """`module` has `write(events, to)`, which takes the options of `takes` and the tables of `needs` by name.

    `meaning` is one line of the help. `extra` is the extra that brings its library.
    """

    name: str
    suffixes: tuple[str, ...]
    meaning: str
    module: str
    form: Form = Form.TEXT
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    extra: str | None = None

    def load(self) -> Any:
        """Raises ModuleNotFoundError where the extra is not installed."""
        return import_module(f"chronicle.presenting.{self.module}")


FORMATS = (
    Format(
        "csv", (".csv",), "a row per event, or per event and actor with --long", "csv", takes=("long", "excel")
    ),
    Format("tsv", (".tsv",), "the same, parted by tabs", "tsv", takes=("long",)),
    Format("json", (".json",), "the records as one array", "json"),
    Format("jsonl", (".jsonl", ".ndjson"), "a record a line; `import` reads it back", "jsonl"),
    Format("markdown", (".md", ".markdown"), "pages to read, everything of each event", "pages"),
    Format("html", (".html", ".htm"), "one page with a table of all columns", "html"),
    Format("xlsx", (".xlsx",), "a workbook for Excel and LibreOffice, days as days", "xlsx", Form.BYTES),
    Format(
        "parquet", (".parquet", ".pq"), "typed columns, for DuckDB, pandas, R; a folder with --partition", "parquet",
        Form.BYTES, takes=("partition",), extra="parquet",
    ),
    Format(
        "sqlite", (".sqlite", ".sqlite3", ".db"), "a database in one file, for Datasette and SQL", "sqlite", Form.PATH
    ),
    Format("ics", (".ics",), "a calendar: all-day events, uncertain dates said", "ics"),
    Format("geojson", (".geojson",), "a map: a point for each event and venue", "geojson"),
    Format("timelinejs", (".timeline.json",), "a timeline of slides for TimelineJS3", "timelinejs"),
    Format(
        "graphml", (".graphml",), "a network: actors joined by the events they share", "graphml", takes=("bipartite",)
    ),
    Format("gexf", (".gexf",), "the same with its dates, for Gephi", "gexf", takes=("bipartite",)),
    Format("dyads", (".dyads.csv",), "a row for each ordered pair of states in an event", "dyads", needs=("states",)),
    Format("jsonld", (".jsonld",), "events of schema.org, linked data", "jsonld"),
    Format("bibtex", (".bib",), "the documents that the events cite", "bibtex", needs=("family_first",)),
    Format("csl-json", (".csl.json",), "the same, for Zotero and pandoc", "csljson", needs=("family_first",)),
)  # fmt: skip

NAMED = {format.name: format for format in FORMATS}

# How a text format is packed, and the packings that are not written.
GZIP = ".gz"
NOT_PACKED = (".zip", ".bz2", ".xz", ".zst", ".7z", ".zz", ".tgz")


def format_of(file: str) -> Format | None:
    """The format of a file's name by its longest suffix, packed or not; None where none fits."""
    name = file.lower().removesuffix(GZIP)
    fitting = [(len(suffix), format) for format in FORMATS for suffix in format.suffixes if name.endswith(suffix)]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def listed() -> str:
    """One line a format, for the help."""
    width = max(len(format.name) for format in FORMATS)
    return "\n".join(f"  {format.name:<{width}}  {format.meaning}" for format in FORMATS)
