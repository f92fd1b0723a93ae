"""`plot`: a picture of the events that fit, for a paper or a slide."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Key, Query


class Kind(StrEnum):
    TIMELINE = "timeline"
    COUNT = "count"
    NETWORK = "network"
    MAP = "map"


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
            autocompletion=completing.count_keys,
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
    from chronicle.cli.database import reading
    from chronicle.exporting.picture import check_extra, format_of
    from chronicle.exporting.picture import plot as draw
    from chronicle.presenting.wording import counted

    format_of(output)
    keys = _keys(kind, by)
    check_extra()
    with reading(db) as database:
        drawn = draw(database, query, kind.value, output, keys, title)
    if not drawn:
        nothing_found()
    say(f"{kind.value} of {counted(drawn, 'event')} written to {output}")


def _keys(kind: Kind, by: list[str] | None) -> "list[Key]":
    from chronicle.cli.count import keys_of
    from chronicle.errors import UsageError

    if by and kind is not Kind.COUNT:
        raise UsageError(f"--by: not for {kind.value}; take `plot count`")
    return keys_of(by or ["year"])
