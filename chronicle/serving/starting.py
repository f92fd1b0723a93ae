"""A database served from what somebody typed: checked before anything is promised."""

from collections.abc import Callable

from chronicle.errors import UsageError
from chronicle.serving.address import bound, hosts, url
from chronicle.storing import connect
from chronicle.storing.database import as_path, is_url


def serve(target: str, host: str, port: int, *, allow_remote: bool, ready: Callable[[str], None]) -> None:
    """Serves until Ctrl-C; `ready` is given the address when it answers.

    Raises UsageError for a database that is no file, an address that others reach unless `allow_remote`, and
    where the extra is not installed.
    """
    if is_url(target):
        raise UsageError(f"{target}: is a server; `serve` shows SQLite files, `chronicle export sqlite` makes one")
    _check_extra()
    connect(target, readonly=True).close()
    at = bound(host, port, allow_remote)
    from chronicle.serving.running import run

    address = url(at)
    run(as_path(target), at, None if allow_remote else hosts(at), lambda: ready(address))


def _check_extra() -> None:
    from importlib.util import find_spec

    if not find_spec("datasette"):
        raise UsageError("serve: needs datasette; pip install 'chronicle-of-states[serve]'")
