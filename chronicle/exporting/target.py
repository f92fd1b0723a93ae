"""What may not stand in the place of the file that is asked for."""

from pathlib import Path

from chronicle.errors import UsageError
from chronicle.placing import STDOUT, is_device
from chronicle.storing.database import as_path, is_url


def check_not_the_database(output: str, database: str) -> None:
    """UsageError where the file is the database that is asked, by whatever name."""
    if output != STDOUT and not is_url(database) and Path(output).resolve() == as_path(database).resolve():
        raise UsageError(f"{output}: is the database itself; name another file")


def check_is_page(output: str) -> None:
    """UsageError for the name of something that is no page of HTML."""
    endings = (".html", ".htm", ".html.gz", ".htm.gz")
    if output not in ("", STDOUT) and not output.lower().endswith(endings) and not is_device(Path(output)):
        raise UsageError(f"{output}: the name says no page; end it in .html")
