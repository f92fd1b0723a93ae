"""`same`: events that may be one, told by several chronologies."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option, echo

from chronicle.cli import completing
from chronicle.cli.desk import Author, Note
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import OUTPUT, Database, Format, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.cli.output import Screen
    from chronicle.model import Event
    from chronicle.presenting.columns import Rows
    from chronicle.querying import Query
    from chronicle.querying.same import Likely

    Told = tuple[Likely, Event, Event]

EXAMPLES = examples("""
    chronicle same
    chronicle same 4f2a
    chronicle same --type meeting --since 2021 --min 80
    chronicle same --confirm --min 85
    chronicle same --groups
""")
NAMES = (
    "score", "first", "second", "reasons", "first_date", "second_date", "first_source", "second_source",
    "first_headline", "second_headline",
)  # fmt: skip
DRAWN = ("score", "id", "date", "headline")
GROUPS = ("group", "id", "date", "source", "headline")


@with_filters
def same(
    query: "Query",
    id: Annotated[
        str | None,
        Argument(
            metavar="[ID]",
            help="Only pairs of this event: its id, or the beginning of it.",
            show_default=False,
            autocompletion=completing.events,
        ),
    ] = None,
    least: Annotated[
        int | None,
        Option(
            "--min",
            metavar="SCORE",
            min=0,
            max=100,
            help="From this score on, of 100. Otherwise 60.",
            rich_help_panel=OUTPUT,
            show_default=False,
        ),
    ] = None,
    confirm: Annotated[
        bool, Option("--confirm", help="Say of all these pairs that they are one; needs --min.")
    ] = False,
    groups: Annotated[
        bool, Option("--groups", help="The events that were confirmed to be one, instead.", rich_help_panel=OUTPUT)
    ] = False,
    limit: Limit = None,
    format: FormatOption = None,
    note: Note = None,
    author: Author = None,
    db: Database = None,
) -> None:
    """List pairs of events that may be one, told by two chronologies, the likeliest first, with reasons.

    Both events have to fit the filters; of one event those that were confirmed come first. Nothing is one
    event by its score: `correct same ID ID` says that it is, `correct different ID ID` that it is not and shall
    not be proposed again. With --unique all commands count what was confirmed once. What the score is made of:
    `chronicle docs corrections`.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, say_more, screen, shown_limit
    from chronicle.querying.same import with_events

    to = screen()
    most = shown_limit(limit, to.draws(format))
    if confirm:
        _confirm(query, id, least, author, note, db)
        return
    found: Tally[Any]
    with reading(db) as database:
        if groups:
            found = Tally(_groups(database), limit or None)
            print_rows(_rows(GROUPS, found), format, to)
        else:
            certain = _confirmed(database, id)
            known = {pair.ids for pair in certain}
            pairs = certain + [pair for pair in _likely(database, query, id, least) if pair.ids not in known]
            found = Tally(with_events(database, pairs), most)
            _print(found, format, to)
    if not found.number:
        nothing_found()
    say_more(found)


def _likely(database: Any, query: "Query", id: str | None, least: int | None) -> "list[Likely]":
    from chronicle.querying.same import LEAST, likely_same

    return likely_same(database, query, LEAST if least is None else least, id)


def _confirmed(database: Any, id: str | None) -> "list[Likely]":
    """Of one event, what is certain already."""
    from chronicle.querying.same import confirmed_with

    return confirmed_with(database, id) if id is not None else []


def _print(told: "Iterable[Told]", format: Format | None, to: "Screen") -> None:
    from chronicle.cli.output import print_rows

    if to.draws(format):
        print_rows(_rows(DRAWN, (row for one in told for row in _drawn(one))), format, to)
    else:
        print_rows(_rows(NAMES, map(_flat, told)), format, to)


def _rows(names: tuple[str, ...], body: "Iterable[Sequence[Any]]") -> "Rows":
    from chronicle.presenting.columns import Rows

    return Rows(names, body)


def _flat(told: "Told") -> tuple[Any, ...]:
    from chronicle.presenting.columns import short_date

    pair, *events = told
    sources = (event.source.file if event.source else None for event in events)
    return (
        pair.score, *pair.ids, pair.reasons, *map(short_date, events), *sources, *(event.headline for event in events)
    )  # fmt: skip


def _drawn(told: "Told") -> Iterator[tuple[Any, ...]]:
    """Three rows for a pair: what the one says, what the other, and why they may be one."""
    from chronicle.presenting.columns import short_date

    pair, first, second = told
    yield pair.score, first.id, short_date(first), first.headline
    yield None, second.id, short_date(second), second.headline
    yield None, None, None, f"({'; '.join(pair.reasons)})"


def _groups(database: Any) -> Iterator[tuple[Any, ...]]:
    from chronicle.presenting.columns import short_date
    from chronicle.querying.same import confirmed

    for place, events in enumerate(confirmed(database), start=1):
        for event in events:
            file = event.source.file if event.source else None
            yield place, event.id, short_date(event), file, event.headline


def _confirm(
    query: "Query", id: str | None, least: int | None, author: str | None, note: str | None, db: str | None
) -> None:
    """Keeps a correction for each pair; their ids on stdout, so that they can be taken back."""
    from chronicle.cli.desk import at_work
    from chronicle.errors import UsageError
    from chronicle.querying.same import with_events

    if least is None:
        raise UsageError("--confirm: say from which score on, as --min 85")
    with at_work(note, author, db) as work:
        pairs = with_events(work.db, _likely(work.db, query, id, least))
        made = [work.desk.same(first, second) for _, first, second in pairs]
        outcome = work.keep(made)
    for one in outcome.corrections:
        echo(one.id)
    if not made:
        nothing_found()
    say(f"{len(outcome.corrections)} pairs confirmed; `chronicle correct undo ID` takes one back")
