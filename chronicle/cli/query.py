"""`query`: filters saved under a name, which every command that has filters takes as @NAME."""

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Option, Typer, echo

from chronicle.cli.completing import queries
from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import FormatOption, filter_names, query_of, with_filters
from chronicle.cli.saved import SIGN, typed_filters, words_of

if TYPE_CHECKING:
    from chronicle.queries import Filters, Unfit
    from chronicle.querying import Query

app = Typer(
    name="query",
    cls=Group,
    help="Save filters under a name, to be taken as @NAME.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    epilog=examples("""
        chronicle query save talks --type meeting --actor lavrov
        chronicle query list
    """),
)

Name = Annotated[
    str, Argument(metavar="NAME", help="Name of a saved query, with @ before it or without.", autocompletion=queries)
]


@app.command(
    "save",
    cls=Command,
    epilog=examples("""
        chronicle query save calls --mode phone --actor xi --actor putin
        chronicle query save summits @summits --since 2020 --replace
    """),
)
@with_filters
def save(
    ctx: Context,
    query: "Query",
    name: Annotated[str, Argument(metavar="NAME", help="Letters, digits, - and _.")],
    replace: Annotated[bool, Option("--replace", help="Put it in the place of one of that name.")] = False,
) -> None:
    """Save filters under a name.

    `chronicle events @NAME` has them again, and so has every other command that takes filters; those
    typed beside it are added. A name that is not in the database is saved with a warning. Times as
    `last year` are saved as words and count from the day of asking.
    """
    from chronicle.errors import UsageError
    from chronicle.queries import save_query
    from chronicle.querying.checking import check

    filters = typed_filters(ctx)
    if not filters:
        raise UsageError(f"query {name!r}: has no filters; say some, as --type meeting")
    check(query)
    path = save_query(name, filters, replace=replace)
    say(f"saved in {path}")
    _warn_of_names(query)


def _warn_of_names(query: "Query") -> None:
    """A name that the usual database does not know may be misspelt, or stand in documents to come."""
    from chronicle.cli.database import reading
    from chronicle.errors import DatabaseError, UnknownName
    from chronicle.querying.select import select

    try:
        with reading(None) as database:
            select(database, query)
    except UnknownName as error:
        say(f"warning: {error}")
    except DatabaseError:
        pass  # Filters can be saved before there is a database.


@app.command("list", cls=Command, epilog=examples("chronicle query list"))
def listed(format: FormatOption = None) -> None:
    """List the saved queries, and why one cannot be used."""
    from chronicle.cli.output import print_rows, screen
    from chronicle.presenting.columns import Rows
    from chronicle.queries import written_queries

    found = written_queries(filter_names())
    body = [(name, _listed(name, filters)) for name, filters in found.items()]
    print_rows(Rows(("name", "filters"), body), format, screen())
    if not found:
        nothing_found()


def _listed(name: str, found: "Filters | Unfit") -> str:
    from chronicle.errors import UsageError
    from chronicle.queries import Unfit
    from chronicle.querying.checking import check

    if isinstance(found, Unfit):
        return f"cannot be used: {found.why}"
    try:
        check(query_of([word for key, value in found.items() for word in words_of(key, value)], name))
    except UsageError as error:
        return f"cannot be used: {error}"
    return said(found)


def said(filters: "Filters") -> str:
    """The filters as one types them."""
    from shlex import quote

    return " ".join(quote(word) for key, value in filters.items() for word in words_of(key, value))


@app.command("show", cls=Command, epilog=examples("chronicle query show summits"))
def show(name: Name) -> None:
    """Print the filters of a saved query as one types them."""
    from chronicle.queries import saved_query

    echo(said(saved_query(name.removeprefix(SIGN), filter_names())))


@app.command("remove", cls=Command, epilog=examples("chronicle query remove summits"))
def remove(name: Name) -> None:
    """Remove a saved query."""
    from chronicle.queries import remove_query

    remove_query(name.removeprefix(SIGN))


@app.command("path", cls=Command, epilog=examples("chronicle query path"))
def path() -> None:
    """Say where the file of saved queries is, or where it would be."""
    from chronicle.queries import queries_path

    echo(str(queries_path()))
