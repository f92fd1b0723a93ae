"""`db`: where the database is, what it holds, whether it is sound, a newer schema, a copy."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Typer, echo

from chronicle.cli.edge import Status, leave, say
from chronicle.cli.help import Command, Group, examples
from chronicle.cli.options import Database, Format, FormatOption

app = Typer(
    name="db",
    cls=Group,
    help="Look after the database.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    epilog=examples("""
        chronicle db info
        chronicle db backup before-the-update.db
    """),
)


@app.command(cls=Command, epilog=examples("chronicle db path"))
def path(db: Database = None) -> None:
    """Say where the database is, whether it exists or not."""
    from chronicle.cli.database import target

    echo(target(db))


INFO = ("target", "revision", "size", "documents", "events", "actors", "venues", "ingests", "first", "last")


@app.command(cls=Command, epilog=examples("chronicle db info\nchronicle db info --format json"))
def info(format: FormatOption = None, db: Database = None) -> None:
    """Say what the database holds.

    Schema revision, size in bytes, documents, events, actors, venues, first and last day.
    """
    from chronicle.cli.database import reading
    from chronicle.cli.output import print_rows, screen
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.detail import write_lines
    from chronicle.storing import info as facts_of

    to = screen()
    with reading(db) as database:
        found = facts_of(database)
    values = [getattr(found, name) for name in INFO]
    if format in (None, Format.TABLE):
        lines = zip(INFO, values, strict=True)
        write_lines([(name, str(value)) for name, value in lines if value is not None], to.file, to.width)
    else:
        print_rows(Rows(INFO, [values]), format, to)


@app.command(cls=Command, epilog=examples("chronicle db upgrade"))
def upgrade(db: Database = None) -> None:
    """Bring the schema up to date.

    The file is copied first; the copy is named on stderr.
    """
    from chronicle.cli.database import target
    from chronicle.storing import upgrade as to_this_version
    from chronicle.storing.database import is_url

    name = target(db)
    copy = to_this_version(name)
    if copy:
        say(f"upgraded; the database as it was: {copy}")
    else:
        say("up to date; a server keeps its own backups" if is_url(name) else "nothing to do")


@app.command(cls=Command, epilog=examples("chronicle db check && echo sound"))
def check(db: Database = None) -> None:
    """Look for damage. Exit status 1 for any.

    Integrity, foreign keys, the full-text index against its table.
    """
    from chronicle.cli.database import reading
    from chronicle.storing import check as faults_of

    with reading(db) as database:
        faults = faults_of(database)
    for fault in faults:
        echo(fault)
    if faults:
        leave(Status.FAILED)
    say("sound")


@app.command(cls=Command, epilog=examples("chronicle db backup events-2021.db"))
def backup(
    file: Annotated[Path, Argument(metavar="FILE", help="The copy; it must not exist yet.")],
    db: Database = None,
) -> None:
    """Copy the database, even while others write."""
    from chronicle.cli.database import reading
    from chronicle.storing import backup as copy

    with reading(db) as database:
        echo(copy(database, file))
