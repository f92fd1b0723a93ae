"""`plot`: a picture of the events that fit, for a paper or a slide."""

from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, cast, get_args

from typer import Argument, Option

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, with_filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chronicle.querying import DocumentRow, Key, Query
    from chronicle.storing import Database as Opened


class Kind(StrEnum):
    TIMELINE = "timeline"
    COUNT = "count"
    NETWORK = "network"
    MAP = "map"


class Drawn(NamedTuple):
    """A chart, what it shows in words, and of what."""

    chart: Any
    about: str
    events: int
    works: tuple[str, ...]


EXAMPLES = examples("""
    chronicle plot timeline -o timeline.svg --country china --country russia
    chronicle plot count --by year,type -o types.png
    chronicle plot count --by country,mode -o modes.svg --since 2020
    chronicle plot network -o network.svg --type meeting
    chronicle plot map -o map.html --actor lavrov
""")


@with_filters
def plot(
    query: "Query",
    kind: Annotated[Kind, Argument(metavar="KIND", help=f"One of: {', '.join(Kind)}.", show_default=False)],
    output: Annotated[
        str,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File whose name ends in .svg, .png or .html.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ],
    by: Annotated[
        list[str] | None,
        Option(
            "--by",
            metavar="KEY[,KEY]",
            help="count: one or two keys, as `count` has them; year if left out.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None,
        Option(
            "--title",
            metavar="TEXT",
            help="Instead of the query; the number of events stays.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    db: Database = None,
) -> None:
    """Draw the events that fit: when, how many, who with whom, or where; with the sources below.

    Needs the extra `plot` (pip install 'chronicle-of-states[plot]'), and no network. A page of HTML
    holds all that it needs.
    """
    from chronicle import __version__
    from chronicle.cli.database import reading
    from chronicle.cli.placing import opened_bytes
    from chronicle.querying.telling import told

    format = _format(output)
    keys = _keys(kind, by)
    _check_extra()
    from chronicle.presenting.plots.framing import Heading, framed
    from chronicle.presenting.plots.saving import saved

    with reading(db) as database:
        drawn = _drawn(kind, database, query, keys)
    if not drawn.events:
        nothing_found()
    heading = Heading(title or told(query), drawn.events, drawn.works, f"chronicle {__version__}")
    picture = saved(framed(drawn.chart, heading, drawn.about), format, heading.title)
    with opened_bytes(output) as file:
        file.write(picture)
    say(f"{kind.value} of {drawn.events} event{'' if drawn.events == 1 else 's'} written to {output}")


def _format(output: str) -> str:
    from chronicle.errors import UsageError

    suffix = Path(output).suffix.lower().removeprefix(".")
    if suffix not in ("svg", "png", "html"):
        raise UsageError(f"{output}: the name says no picture; end it in .svg, .png or .html")
    return suffix


def _keys(kind: Kind, by: list[str] | None) -> "list[Key]":
    from chronicle.cli.output import one_of, words
    from chronicle.errors import UsageError
    from chronicle.querying import Key

    if by and kind is not Kind.COUNT:
        raise UsageError(f"--by: not for {kind.value}; take `plot count`")
    keys = [one_of(word, get_args(Key), "key to count by") for part in by or ["year"] for word in words(part)]
    if not 1 <= len(keys) <= 2 or len(set(keys)) < len(keys):
        raise UsageError(
            f"--by {','.join(by or [])}: one key or two different ones; take of {', '.join(get_args(Key))}"
        )
    return cast("list[Key]", keys)


def _check_extra() -> None:
    from importlib.util import find_spec

    from chronicle.errors import UsageError

    if not (find_spec("altair") and find_spec("vl_convert")):
        raise UsageError("plot: needs altair and vl-convert; pip install 'chronicle-of-states[plot]'")


def _drawn(kind: Kind, database: "Opened", query: "Query", keys: "list[Key]") -> Drawn:
    from chronicle import coastline
    from chronicle.presenting.plots import network, timeline, worldmap
    from chronicle.presenting.plots.cited import Cited
    from chronicle.querying import events
    from chronicle.querying.states import names

    if kind is Kind.COUNT:
        return _counted(database, query, keys)
    found = Cited(events(database, replace(query, sort="date")))
    if kind is Kind.TIMELINE:
        chart, about = timeline.chart(found)
    elif kind is Kind.NETWORK:
        chart, about = network.chart(found, names())
    else:
        chart, about = worldmap.chart(found, coastline.rings())
    return Drawn(chart, about, found.events, found.works)


def _counted(database: "Opened", query: "Query", keys: "list[Key]") -> Drawn:
    from chronicle.presenting.plots.count import Counted, chart
    from chronicle.querying import count, documents, total
    from chronicle.querying.states import names

    countries = names()
    counts = [
        Counted(tuple(map(partial(_said, countries), keys, one.keys)), one.events)
        for one in count(database, query, keys)
    ]
    works = dict.fromkeys(map(_work, documents(database, query)))
    return Drawn(*chart(keys, counts), total(database, query), tuple(works))


def _said(countries: "Mapping[str, str]", key: str, value: str | None) -> str | None:
    """A country by its name."""
    return countries.get(value, value) if value and key in ("country", "venue_country") else value


def _work(row: "DocumentRow") -> str:
    from chronicle.model import Source
    from chronicle.presenting.citation import reference

    return reference(
        Source(row.id, row.file, row.title, row.authors, row.publication, row.volume, row.number, row.published)
    )
