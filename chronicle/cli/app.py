"""The command `chronicle` put together: its commands in the order of the work."""

from collections.abc import Callable
from typing import Annotated

from typer import Exit, Option, Typer, echo

from chronicle import __version__
from chronicle.cli import count, db, events, export, ingest, lists
from chronicle.cli.edge import MEANINGS
from chronicle.cli.help import Command, Root, examples

EXAMPLES = examples("""
    chronicle ingest issues/
    chronicle events --actor lavrov --since 2021
    chronicle count --by month --actor china --actor russia
    chronicle export csv -o events.csv
""")


def _statuses() -> str:
    lines = "\n".join(f"  {status:<4} {meaning}" for status, meaning in MEANINGS.items())
    return f"Exit status:\n{lines}"


app = Typer(
    name="chronicle",
    cls=Root,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=f"{EXAMPLES}\n\n{_statuses()}",
)


def _version(asked: bool) -> None:
    if asked:
        echo(f"chronicle {__version__}")
        raise Exit


@app.callback()
def root(
    version: Annotated[
        bool, Option("--version", help="Say the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read chronologies of international relations into a database of dated events, and ask it.

    Every command explains itself: chronicle COMMAND --help. Data goes to stdout, everything else to
    stderr.
    """


def _add(command: Callable[..., None], in_short: str, epilog: str) -> None:
    app.command(cls=Command, short_help=in_short, epilog=epilog)(command)


_add(ingest.ingest, "Read chronologies into the database.", ingest.EXAMPLES)
_add(events.events, "List the events that fit all filters.", events.EVENTS_EXAMPLES)
_add(events.show, "Show everything of an event.", events.SHOW_EXAMPLES)
_add(lists.actors, "List actors, or show the profile of one.", lists.ACTORS_EXAMPLES)
_add(lists.venues, "List venues.", lists.VENUES_EXAMPLES)
_add(lists.documents, "List documents with their citation.", lists.DOCUMENTS_EXAMPLES)
_add(count.count, "Count events by time, type, actor, country, venue.", count.EXAMPLES)
_add(export.export, "Write all events that fit to a file.", export.EXAMPLES)
app.add_typer(db.app)
