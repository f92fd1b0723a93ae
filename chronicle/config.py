"""The one place that reads the environment: where the database, the data and the migrations are."""

import os
from dataclasses import dataclass, fields
from pathlib import Path

from chronicle.errors import UsageError

PACKAGE = Path(__file__).parent


def default_database() -> str:
    """A path or an SQLAlchemy URL: `CHRONICLE_DB`, or else `chronicle.db` in the user's data folder."""
    named = os.environ.get("CHRONICLE_DB")
    if named:
        return named
    return str(_user_folder() / "chronicle.db")


def _user_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("chronicle", appauthor=False))


def _shipped(name: str) -> Path:
    """A folder inside the installed package, or else beside it in a checkout or an editable install."""
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name


def data_folder() -> Path:
    return _shipped("data")


def own_data_folder() -> Path | None:
    """The user's own tables, which add to the shipped ones or override them.

    `CHRONICLE_DATA`, or else `gazetteer` in the user's data folder where there is one.
    """
    folder = own_data_folder_for_writing()
    return folder if folder.is_dir() or os.environ.get("CHRONICLE_DATA") else None


def own_data_folder_for_writing() -> Path:
    """Where the user's own tables go, whether the folder is there or not."""
    named = os.environ.get("CHRONICLE_DATA")
    return Path(named) if named else _user_folder() / "gazetteer"


def data_folders() -> list[Path]:
    """The folders of the reference tables: the shipped one and, over it, the user's own where there is one."""
    own = own_data_folder()
    return [data_folder(), *([own] if own else [])]


def migrations_folder() -> Path:
    return _shipped("migrations")


def author() -> str:
    """Who corrects: `CHRONICLE_AUTHOR`, or else the user's name on this machine."""
    named = os.environ.get("CHRONICLE_AUTHOR", "").strip()
    if named:
        return named
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "unknown"


def wants_traceback() -> bool:
    """`CHRONICLE_TRACEBACK`: a fault shows where it happened instead of one line."""
    return bool(os.environ.get("CHRONICLE_TRACEBACK"))


def wants_colour() -> bool:
    """No colour where `NO_COLOR` is set to anything (no-color.org) or the terminal has none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in. Each can be set by a number in `CHRONICLE_MAX_` and its name in capitals.

    `file_mb` a file, packed or not; `archive_files` and `archive_mb` what an archive holds, `archive_ratio`
    how much larger it may get; `pages` a PDF, `page_parts` the pieces of text and drawing on one of its pages,
    `part_mb` any packed part of it; `table_depth` tables within tables of a web page; `page_mb`, `seconds` and
    `redirects` a page from the web.
    """

    file_mb: int = 100
    archive_files: int = 10_000
    archive_mb: int = 1_000
    archive_ratio: int = 200
    pages: int = 10_000
    page_parts: int = 50_000
    part_mb: int = 64
    table_depth: int = 50
    page_mb: int = 50
    seconds: int = 30
    redirects: int = 5


def limits() -> Limits:
    """The limits in force. Raises UsageError for a setting that is no whole number above 0."""
    found: dict[str, int] = {}
    for field in fields(Limits):
        written = os.environ.get(limit_name(field.name), "").strip()
        if written:
            if not written.isdecimal() or not int(written):
                raise UsageError(f"{limit_name(field.name)}: {written!r} is no limit; give a whole number above 0")
            found[field.name] = int(written)
    return Limits(**found)


def limit_name(name: str) -> str:
    """The environment variable of a limit."""
    return f"CHRONICLE_MAX_{name.upper()}"


def allows_local_addresses() -> bool:
    """`CHRONICLE_LOCAL_ADDRESSES`: pages from this machine and its own network may be fetched."""
    return bool(os.environ.get("CHRONICLE_LOCAL_ADDRESSES"))


def page_cache() -> Path:
    """Where pages from the web are kept: `CHRONICLE_CACHE`, or else the user's cache folder."""
    named = os.environ.get("CHRONICLE_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("chronicle", appauthor=False)) / "pages"
