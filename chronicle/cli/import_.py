"""`import`: events that another database exported, without their documents."""

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from chronicle.cli.edge import Status, leave, say
from chronicle.cli.help import examples
from chronicle.cli.options import Database

if TYPE_CHECKING:
    from chronicle.importing import Imported

EXAMPLES = examples("""
    chronicle import events.jsonl
    chronicle import events.csv.gz --db shared.db
    ssh office chronicle export jsonl | chronicle import - --format jsonl
""")
FORMATS = ("jsonl", "csv")


def import_(
    files: Annotated[
        list[str],
        Argument(metavar="FILE...", help="What `export jsonl` or `export csv` wrote, also as .gz; or -."),
    ],
    format: Annotated[
        str | None,
        Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{' or '.join(FORMATS)}. Left out: by the name of the file.",
            show_default=False,
        ),
    ] = None,
    db: Database = None,
) -> None:
    """Take in events that another database exported; their documents need not be here.

    Events are merged by their ids: what is not here is added, what is here otherwise is changed.
    Corrections made here hold on. A row that is no event is left out and told with its line; a file
    that fails on the way leaves nothing, not even a new database. When a document is ingested later,
    its events are these.
    """
    from chronicle.cli.database import target
    from chronicle.errors import one_of
    from chronicle.importing import given, import_files

    chosen = one_of(format, FORMATS, "format to import") if format else None
    failed = False
    taken = given(files, chosen)
    for file, done in import_files(target(db), taken):
        _tell("stdin" if file == "-" else file, done)
        failed = failed or bool(done.refused)
    if failed:
        leave(Status.FAILED)


def _tell(file: str, done: "Imported") -> None:
    for line, why in done.refused:
        say(f"{file}:{line}: {why}")
    counts = f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged"
    say(f"{file}: {counts}{f', {len(done.refused)} refused' if done.refused else ''}")
