"""`count`: events by one or two keys, as a list or as a table of one key against the other."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, cast, get_args

from typer import Context, Option

from chronicle.cli import completing
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Format, FormatOption, limit_option, with_filters
from chronicle.cli.pictures import Canvas, Plain, canvas
from chronicle.cli.sparks import Spark, check, sparks

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.presenting.cells import Scalar, Value
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Count, Cross, Key, Query
    from chronicle.storing import Database as Opened

EXAMPLES = examples("""
    chronicle count --by month --during 2021
    chronicle count --by actor --type meeting --limit 10
    chronicle count --by year,type --country china --country russia
    chronicle count --by quarter,country --share row --format csv
    chronicle count --by country_pair --since 2020 --share total
    chronicle count --by month --spread --running
    chronicle count --by type --spark --plain
""")
KEYS = (
    "year, quarter, month, weekday, type, mode, plover, actor, pair, country, country_pair, venue,"
    " venue_country, document, relation"
)
TIMES = ("year", "quarter", "month", "weekday")


Of = Literal["total", "row", "column"]


class Share(StrEnum):
    TOTAL = "total"
    ROW = "row"
    COLUMN = "column"


def _output(*names: str, help: str, **more: Any) -> Any:
    return Option(*names, help=help, rich_help_panel=OUTPUT, **more)


@with_filters
def count(
    ctx: Context,
    query: "Query",
    by: Annotated[
        list[str],
        _output("--by", metavar="KEY[,KEY]", help=f"One or two of: {KEYS}.", autocompletion=completing.count_keys),
    ] = ["year"],  # noqa: B006 (Typer reads it and never changes it)
    spread: Annotated[
        bool,
        _output("--spread", help="Count an event once in each period that it touches, not only at its first day."),
    ] = False,
    share: Annotated[
        Share | None,
        _output(
            "--share",
            metavar="OF",
            help="Also percent: of the total of events, or of two keys of the row or column: total, row, column.",
            show_default=False,
        ),
    ] = None,
    running: Annotated[bool, _output("--running", help="Also running totals, along the time if there is one.")] = False,
    cross: Annotated[
        bool | None,
        _output(
            "--cross/--long",
            help="Two keys as a table of one against the other, or one line for each two values. If left out, a"
            " table on a terminal where it fits.",
            show_default=False,
        ),
    ] = None,
    spark: Spark = False,
    plain: Plain = False,
    limit: Annotated[int | None, limit_option("At most so many rows; 0, or left out: all.")] = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """Count the events that fit by one or two keys, with bars on a terminal.

    An event counts at its first day, and once for each of its actors, countries and venues, so these
    counts add up to more than the number of events. A pair is two actors or countries that both take part.
    Actors and venues of one name are told apart by country.
    Shares are percent of events, so they can add up to more than 100 as well. With --plain each count
    is a sentence, which also tells when its events were (--spark).
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_rest, screen

    asked = _Asked(query, keys_of(by), spread, share.value if share else None, running, spark)
    _check(asked, cross)
    check(spark, format, f"chronicle count --by {asked.keys[0]},year")
    if plain:
        _tell(asked, cross, limit, canvas(ctx, plain, format=format), db)
        return
    to = screen()
    with reading(db) as database:
        counts = asked.counts(database)
        rows, every = None, len(counts)
        if cross or (cross is None and asked.may_cross and to.draws(format)):
            table = asked.table(database, counts)
            first = replace(table, rows=table.rows[: limit or None])
            rows = _fitting(asked, first, format, to, is_asked=bool(cross))
            every = len(table.rows) if rows else every
        is_table = rows is not None
        bars = not is_table and not (share or running or spark)
        rows = rows or asked.rows(database, counts)
    found = Tally(rows.body, None if is_table else limit or None)
    if cross and format is None and not to.is_terminal:
        format = Format.TSV
    print_rows(rows._replace(body=found), format, to, bars=bars)
    if not found.number:
        nothing_found()
    say_rest(limit, every)


class _Asked(NamedTuple):
    """What is to be counted, and what is to be told of it."""

    query: "Query"
    keys: "list[Key]"
    spread: bool
    share: Of | None
    running: bool
    spark: bool

    @property
    def may_cross(self) -> bool:
        """Whether a cell of a table would hold one number."""
        return len(self.keys) == 2 and not (self.share and self.running)

    def counts(self, db: "Opened") -> "list[Count]":
        from chronicle.querying import count as counted

        return counted(db, self.query, self.keys, spread=self.spread)

    def table(self, db: "Opened", counts: "list[Count]") -> "Cross":
        from chronicle.querying import cross as crossed

        return crossed(db, self.query, self.keys, spread=self.spread, counts=counts)

    def rows(self, db: "Opened", counts: "list[Count]") -> "Rows":
        """A row for each count, with its share and running total where they are asked for."""
        from chronicle.presenting.columns import Rows
        from chronicle.querying import running, shares

        names = [*self.keys, "events"]
        columns: list[Sequence[Any]] = [[each.events for each in counts]]
        if self.share:
            names.append("share")
            columns.append(shares(db, self.query, self.keys, counts, self.share, spread=self.spread))
        if self.running:
            names.append("running")
            columns.append(running(counts, self.keys))
        if self.spark:
            from chronicle.exporting.sparks import COLUMN

            names.append(COLUMN)
            drawn = sparks(db, self.query, self.keys[0])
            columns.append([drawn(each.keys[0]) for each in counts])
        numbers = zip(*columns, strict=True)
        return Rows(tuple(names), ((*each.keys, *row) for each, row in zip(counts, numbers, strict=True)))


def _tell(asked: _Asked, cross: bool | None, limit: int | None, to: Canvas, db: str | None) -> None:
    """A sentence for each count."""
    from chronicle.cli.database import reading
    from chronicle.cli.output import say_rest
    from chronicle.errors import UsageError
    from chronicle.exporting.drawings.count import drawn

    if cross:
        raise UsageError("--cross: is a table, and --plain tells its counts one by one; leave one of them out")
    with reading(db) as database:
        if asked.spark:
            to.show(drawn(database, asked.query, to.paper, asked.keys[0], limit or 0))
            return
        rows = asked.rows(database, asked.counts(database))
    sentences = [_sentence(rows.names, row, len(asked.keys)) for row in rows.body]
    if not sentences:
        nothing_found()
    to.tell(f"Events by {' and '.join(asked.keys).replace('_', ' ')}", sentences[: limit or None])
    say_rest(limit, len(sentences))


def _sentence(names: Sequence[str], row: "Sequence[Value]", keys: int) -> str:
    """`2019, meeting: 27 events, share 12.5 percent, running 30`, as a sentence."""
    from chronicle.presenting.wording import counted

    events, *others = row[keys:]
    numbers = [
        f"{name} {number}{' percent' if name == 'share' else ''}"
        for name, number in zip(names[keys + 1 :], others, strict=True)
    ]
    values = ", ".join(str(key or NONE) for key in row[:keys])
    return f"{values}: {', '.join([counted(int(str(events)), 'event'), *numbers])}."


NONE = "none"
TOTAL = "total"


def _fitting(asked: _Asked, table: "Cross", format: Format | None, to: "Screen", *, is_asked: bool) -> "Rows | None":
    """The table as rows; on a screen with totals and as many columns as fit, or none if it was not asked for.

    Of years, quarters and months the latest fit.
    """
    if not to.draws(format):
        return _crossed(asked, table, range(len(table.columns)), with_totals=False)
    from chronicle.presenting.table import width

    which = "latest" if asked.keys[1] in ("year", "quarter", "month") else "first"
    order = sorted(range(len(table.columns)), key=lambda at: (table.columns[at].keys[0] is None, -at))
    for many in range(len(table.columns), 0, -1):
        shown = sorted(order[:many]) if which == "latest" else range(many)
        rows = _crossed(asked, table, shown, with_totals=not (asked.share or asked.running))
        if width(rows) <= (to.width or 0):
            break
        if not is_asked:
            return None
    if many < len(table.columns):
        say(f"the {which} {many} of {len(table.columns)} columns; all with --long, --format csv or a wider terminal")
    return rows


def _crossed(asked: _Asked, table: "Cross", shown: Sequence[int], *, with_totals: bool) -> "Rows":
    """With the columns of those places."""
    from chronicle.presenting.columns import Rows

    columns = [table.columns[at] for at in shown]
    heads = [column.keys[0] or NONE for column in columns]
    body: list[list[Scalar]] = []
    for row, cells in zip(table.rows, _cells(asked, table), strict=True):
        numbers = [cells[at] for at in shown]
        with_total = [*(number or None for number in numbers), row.events] if with_totals else numbers
        body.append([row.keys[0] or NONE, *with_total])
    if with_totals:
        heads.append(TOTAL)
        body.append([TOTAL, *(column.events for column in columns), table.events])
    return Rows((asked.keys[0], *heads), body)


def _cells(asked: _Asked, table: "Cross") -> "Sequence[Sequence[int | float]]":
    from chronicle.querying.crossing import running_cells, share_cells

    if asked.running:
        return running_cells(table, asked.keys)
    return share_cells(table, asked.share) if asked.share else [table.row(row) for row in table.rows]


def _check(asked: _Asked, cross: bool | None) -> None:
    from chronicle.errors import UsageError

    if cross and len(asked.keys) == 1:
        raise UsageError(f"--cross: takes two keys, and --by {asked.keys[0]} is one; add another")
    if cross and not asked.may_cross:
        raise UsageError("--cross: its cells hold one number; leave out --share or --running, or take --long")
    if asked.share in (Share.ROW, Share.COLUMN) and len(asked.keys) == 1:
        raise UsageError(f"--share {asked.share}: of two keys only; with one take total")
    if asked.spread and not any(key in TIMES for key in asked.keys):
        raise UsageError(f"--spread: is for times, and there is none in --by {','.join(asked.keys)}; leave it out")
    if asked.spark and (len(asked.keys) == 2 or asked.keys[0] in TIMES):
        raise UsageError(f"--spark: tells when, of one key that is no time; take `timeline` for {','.join(asked.keys)}")


def keys_of(by: Sequence[str]) -> "list[Key]":
    """One or two keys as typed; UsageError for others."""
    from chronicle.cli.output import words
    from chronicle.errors import UsageError, one_of
    from chronicle.querying import Key

    keys = [one_of(word, get_args(Key), "key to count by") for part in by for word in words(part)]
    if not 1 <= len(keys) <= 2 or len(set(keys)) < len(keys):
        raise UsageError(f"--by {','.join(by) or repr('')}: one key or two different ones; take of {KEYS}")
    return cast("list[Key]", keys)
