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
    from chronicle.cli.database import reading, target
    from chronicle.errors import UsageError
    from chronicle.serving.address import bound, hosts, url
    from chronicle.storing.database import as_path, is_url

    name = target(db)
    if is_url(name):
        raise UsageError(f"{name}: is a server; `serve` shows SQLite files, `chronicle export sqlite` makes one")
    _check_extra()
    with reading(db):
        pass
    at = bound(host, port, allow_remote)
    from chronicle.serving.running import run

    address = url(at)
    run(
        as_path(name),
        at,
        None if allow_remote else hosts(at),
        lambda: say(f"{name} at {address} (read-only; Ctrl-C stops)"),
    )
    say("stopped")


def _check_extra() -> None:
    from importlib.util import find_spec

    from chronicle.errors import UsageError

    if not find_spec("datasette"):
        raise UsageError("serve: needs datasette; pip install 'chronicle-of-states[serve]'")
