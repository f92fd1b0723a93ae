"""`serve`: the database in the browser, on this machine, read-only."""

from typing import Annotated

from typer import Option

from chronicle.cli.edge import say
from chronicle.cli.help import examples
from chronicle.cli.options import Database

EXAMPLES = examples("""
    chronicle serve
    chronicle serve --port 0
    chronicle serve --host 192.168.1.5 --allow-remote
""")


def serve(
    host: Annotated[str, Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, Option("--port", min=0, max=65535, metavar="N", help="Port; 0 takes a free one.")] = 8765,
    allow_remote: Annotated[
        bool, Option("--allow-remote", help="Also an address that other machines reach. Everybody there can read.")
    ] = False,
    db: Database = None,
) -> None:
    """Show the database in the browser until Ctrl-C: questions, reports, events, tables, SQL; read-only.

    Needs the extra `serve` (pip install 'chronicle-of-states[serve]'). Listens on this machine alone
    unless --allow-remote is given.
    """
    from chronicle.cli.database import target
    from chronicle.serving.starting import serve as served

    name = target(db)
    served(
        name,
        host,
        port,
        allow_remote=allow_remote,
        ready=lambda address: say(f"{name} at {address} (read-only; Ctrl-C stops)"),
    )
    say("stopped")
