"""A picture of the events of a query, with its title and the sources below."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from chronicle import __version__, coastline
from chronicle.errors import UsageError
from chronicle.exporting.periods import TIMES
from chronicle.exporting.target import check_not_the_database
from chronicle.model import Source
from chronicle.placing import opened_bytes
from chronicle.presenting.citation import reference
from chronicle.querying import DocumentRow, Key, Query, count, documents, events, total
from chronicle.querying.select import of_events
from chronicle.querying.states import names
from chronicle.querying.telling import told
from chronicle.storing import Database

KINDS = ("timeline", "count", "network", "map")
FORMATS = ("svg", "png", "html")


class Drawn(NamedTuple):
    """A chart, what it shows in words, and of what."""

    chart: Any
    about: str
    events: int
    works: tuple[str, ...]


def plot(
    database: Database, query: Query, kind: str, output: str, by: Sequence[Key] = ("year",), title: str | None = None
) -> int:
    """How many events the picture shows; nothing is written where none fit. `by` is for `count` alone.

    Raises UsageError for a name that says no picture or is the database, and where the extra is not installed.
    """
    format = format_of(output)
    check_not_the_database(output, database.target)
    check_extra()
    from chronicle.presenting.plots.framing import Heading, framed
    from chronicle.presenting.plots.saving import saved

    drawn = _drawn(kind, database, query, by)
    if drawn.events:
        heading = Heading(title or told(database, query), drawn.events, drawn.works, f"chronicle {__version__}")
        picture = saved(framed(drawn.chart, heading, drawn.about), format, heading.title)
        with opened_bytes(output) as file:
            file.write(picture)
    return drawn.events


def format_of(output: str) -> str:
    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise UsageError(f"{output}: the name says no picture; end it in .svg, .png or .html")
    return suffix


def check_extra() -> None:
    from importlib.util import find_spec

    if not (find_spec("altair") and find_spec("vl_convert")):
        raise UsageError("plot: needs altair and vl-convert; pip install 'chronicle-of-states[plot]'")


def _drawn(kind: str, database: Database, query: Query, by: Sequence[Key]) -> Drawn:
    from chronicle.presenting.plots import network, timeline, worldmap
    from chronicle.presenting.plots.cited import Cited

    if kind == "count":
        return _counted(database, query, by)
    found = Cited(events(database, replace(query, sort="date")))
    if kind == "timeline":
        chart, about = timeline.chart(found)
    elif kind == "network":
        chart, about = network.chart(found, names())
    elif kind == "map":
        chart, about = worldmap.chart(found, coastline.rings())
    else:
        raise UsageError(f"{kind}: no such picture; one of {', '.join(KINDS)}")
    return Drawn(chart, about, found.events, found.works)


def _counted(database: Database, query: Query, by: Sequence[Key]) -> Drawn:
    from chronicle.presenting.plots.count import Counted, chart

    countries = names()
    counts = [
        Counted(tuple(map(partial(_said, countries), by, one.keys)), one.events) for one in count(database, query, by)
    ]
    whole = of_events(query)
    works = dict.fromkeys(map(_work, documents(database, whole)))
    return Drawn(*chart(by, counts, _undated(database, whole, by)), total(database, whole), tuple(works))


def _undated(database: Database, query: Query, by: Sequence[Key]) -> int:
    """Events that have no place on the axis, if one of the keys is a time."""
    times = [key for key in by if key in TIMES][:1]
    return sum(one.events for one in count(database, query, times) if one.keys[0] is None) if times else 0


def _said(countries: Mapping[str, str], key: str, value: str | None) -> str | None:
    """A country by its name."""
    return countries.get(value, value) if value and key in ("country", "venue_country") else value


def _work(row: DocumentRow) -> str:
    return reference(
        Source(row.id, row.file, row.title, row.authors, row.publication, row.volume, row.number, row.published)
    )
