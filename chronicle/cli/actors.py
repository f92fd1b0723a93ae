"""`actors`: a list with counts, or the profile of one."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context

from chronicle.cli import completing
from chronicle.cli.help import examples
from chronicle.cli.lists import print_list
from chronicle.cli.options import Database, FormatOption, Limit, with_filters
from chronicle.cli.pictures import Canvas, Plain, canvas
from chronicle.cli.sparks import Spark, check, sparks

if TYPE_CHECKING:
    from chronicle.cli.lists import Columns
    from chronicle.querying import Query
    from chronicle.storing import Database as Opened

NAMES = ("name", "kind", "country", "events", "first", "last")

EXAMPLES = examples("""
    chronicle actors
    chronicle actors --country india --since 2020 --limit 10
    chronicle actors --type meeting --spark
    chronicle actors --type meeting --plain
    chronicle actors lavrov
    chronicle actors 'wang yi' --during 2021 --format json
""")


@with_filters
def actors(
    ctx: Context,
    query: "Query",
    name: Annotated[
        str | None,
        Argument(
            metavar="[NAME]",
            help="One actor: its profile.",
            show_default=False,
            autocompletion=completing.actors,
        ),
    ] = None,
    limit: Limit = None,
    spark: Spark = False,
    plain: Plain = False,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """List the actors of the events that fit, the most frequent first; or show the profile of one.

    The profile is that of `chronicle profile NAME`. With --plain a sentence for each: how many events, and when.
    """
    from chronicle.querying import actors as matching

    if name is None:
        check(spark, format, "chronicle count --by actor,year")
        if plain:
            _tell(query, limit, canvas(ctx, plain, format=format), db)
            return
        more = partial(_activity, query) if spark else None
        print_list(matching, query, NAMES, len(NAMES), limit, format, db, more, spare=("first", "last"))
    else:
        from chronicle.cli.profile import show_profile

        _check_of_list(name, limit, spark)
        show_profile(name, query, canvas(ctx, plain, format=format), db)


def _tell(query: "Query", limit: int | None, to: Canvas, db: str | None) -> None:
    """A sentence for each actor: how many events, and when."""
    from chronicle.cli.database import reading
    from chronicle.exporting.drawings.actors import drawn

    with reading(db) as database:
        told = drawn(database, query, to.paper, limit)
    to.show(told)


def _check_of_list(name: str, limit: int | None, spark: bool) -> None:
    from chronicle.errors import UsageError

    given = "--limit" if limit is not None else "--spark"
    if limit is not None or spark:
        raise UsageError(f"{given}: is of the list, and {name} asks for a profile; leave one of them out")


def _activity(query: "Query", database: "Opened") -> "Columns":
    """The column of small bars."""
    from chronicle.exporting.sparks import COLUMN
    from chronicle.querying.activity import ACTOR_KEYS

    drawn = sparks(database, query, ACTOR_KEYS)
    return {COLUMN: lambda actor: drawn(actor.key)}
