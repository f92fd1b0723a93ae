"""The one place that reads the environment: where the database, the data and the migrations are."""

import os
from pathlib import Path

PACKAGE = Path(__file__).parent


def default_database() -> str:
    """A path or an SQLAlchemy URL: `CHRONICLE_DB`, or else `chronicle.db` in the user's data folder."""
    named = os.environ.get("CHRONICLE_DB")
    if named:
        return named
    import platformdirs

    return str(Path(platformdirs.user_data_dir("chronicle", appauthor=False)) / "chronicle.db")


def _shipped(name: str) -> Path:
    """A folder inside the installed package, or else beside it in a checkout or an editable install."""
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name


def data_folder() -> Path:
    return _shipped("data")


def own_data_folder() -> Path | None:
    """The user's own tables, which add to the shipped ones or override them: `CHRONICLE_DATA`."""
    named = os.environ.get("CHRONICLE_DATA")
    return Path(named) if named else None


def migrations_folder() -> Path:
    return _shipped("migrations")


def wants_traceback() -> bool:
    """`CHRONICLE_TRACEBACK`: a fault shows where it happened instead of one line."""
    return bool(os.environ.get("CHRONICLE_TRACEBACK"))


def wants_colour() -> bool:
    """No colour where `NO_COLOR` is set to anything (no-color.org) or the terminal has none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
