"""The one place that reads the environment and the configuration file: where things are, what is usual.

An option beats the environment, the environment the file, the file what the program does by itself.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NamedTuple

from chronicle.errors import UsageError, remedy

PACKAGE = Path(__file__).parent


def default_database() -> str:
    """A path or an SQLAlchemy URL: as set, or else `chronicle.db` in the user's data folder."""
    return str(in_force("database").value)


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


def docs_folder() -> Path:
    return _shipped("docs")


def author() -> str:
    """Who corrects: as set, or else the user's name on this machine."""
    return str(in_force("author").value)


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "unknown"


def wants_traceback() -> bool:
    """`CHRONICLE_TRACEBACK`: a fault shows where it happened instead of one line."""
    return bool(os.environ.get("CHRONICLE_TRACEBACK"))


def wants_colour() -> bool:
    """No colour where `NO_COLOR` is set to anything (no-color.org), the terminal has none or the file says so."""
    return os.environ.get("TERM") != "dumb" and bool(in_force("colour").value)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in. Each can be set by a number in `CHRONICLE_MAX_` and its name in capitals.

    `file_mb` a file, packed or not; `archive_files` and `archive_mb` what an archive holds, `archive_ratio`
    how much larger it may get; `pages` a PDF, `page_parts` the pieces of text and drawing on one of its pages,
    `part_mb` any packed part of it; `table_depth` tables within tables of a web page; `page_mb`, `seconds` and
    `redirects` a page from the web; `cache_mb` the copies kept of such pages.
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
    cache_mb: int = 500


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
    return _user_cache() / "pages"


def gazetteer_cache() -> Path:
    """Where the reference tables are kept as they were read: in the user's cache folder."""
    return _user_cache() / "gazetteer"


def _user_cache() -> Path:
    import platformdirs

    return Path(platformdirs.user_cache_dir("chronicle", appauthor=False))


# --- what is usual, by the configuration file


class Setting(NamedTuple):
    """A key of the configuration file. `variable` of the environment beats it; `usual` is the value without both.

    `shared` is a variable that other programs read too, and that the file beats.
    """

    name: str
    kind: type
    variable: str
    usual: Callable[[], Any]
    shared: str = ""


SETTINGS = (
    Setting("database", str, "CHRONICLE_DB", lambda: str(_user_folder() / "chronicle.db")),
    Setting("format", str, "CHRONICLE_FORMAT", lambda: "table"),
    Setting("limit", int, "CHRONICLE_LIMIT", lambda: 50),
    Setting("sort", str, "CHRONICLE_SORT", lambda: "date"),
    Setting("columns", list, "CHRONICLE_COLUMNS", lambda: None),
    Setting("author", str, "CHRONICLE_AUTHOR", _user),
    Setting("colour", bool, "NO_COLOR", lambda: True),
    Setting("pager", str, "CHRONICLE_PAGER", lambda: "less -R", "PAGER"),
    Setting("queries", str, "CHRONICLE_QUERIES", lambda: str(settings_path().with_name("queries.toml"))),
)
_NAMED = {setting.name: setting for setting in SETTINGS}
_PATHS = ("database", "queries")
_KINDS = {str: "a text", int: "a whole number, 0 for all", list: "a list of names", bool: "true or false"}


class InForce(NamedTuple):
    """A value and where it is from: the name of a variable, the path of the file, or `default`."""

    value: Any
    origin: str


def in_force(name: str) -> InForce:
    """What holds for a key as long as no option says otherwise. Raises UsageError for a value that is none."""
    setting = _NAMED[name]
    written = os.environ.get(setting.variable, "").strip()
    if written:
        return InForce(_parsed(setting, written), setting.variable)
    said = settings()
    if name in said:
        return InForce(said[name], str(settings_path()))
    if common := os.environ.get(setting.shared, "").strip():
        return InForce(_parsed(setting, common), setting.shared)
    return InForce(setting.usual(), "default")


def _parsed(setting: Setting, written: str) -> Any:
    if setting.kind is bool:
        return False
    if setting.kind is list:
        return [name.strip() for name in written.split(",") if name.strip()]
    if setting.kind is int:
        if not written.isdecimal():
            raise UsageError(f"{setting.variable}: {written!r} is no limit; give a whole number, 0 for all")
        return int(written)
    return written


def settings_path() -> Path:
    """The configuration file: `CHRONICLE_CONFIG`, or else `chronicle.toml` in the user's folder of settings."""
    named = os.environ.get("CHRONICLE_CONFIG")
    return Path(named) if named else _settings_folder() / "chronicle.toml"


def _settings_folder() -> Path:
    """As platformdirs has it; on Linux without loading it, because every command asks."""
    if sys.platform == "linux":
        named = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(named or Path.home() / ".config") / "chronicle"
    import platformdirs

    return Path(platformdirs.user_config_dir("chronicle", appauthor=False))


def settings() -> dict[str, Any]:
    """What the configuration file says; nothing where there is none.

    UsageError for a file that `CHRONICLE_CONFIG` names and that is not there, and for what is no setting.
    """
    path = settings_path()
    try:
        written = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if os.environ.get("CHRONICLE_CONFIG"):
            raise UsageError(f"{path}: there is no such file; CHRONICLE_CONFIG names it") from None
        return {}
    return {name: _said(path, name, value) for name, value in _toml(path, written).items()}


def _toml(path: Path, written: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(written.decode("utf-8-sig").replace("\r\n", "\n"))
    except ValueError as error:
        raise UsageError(f"{path}: is no TOML: {error}; mend it or move it away") from error


def _said(path: Path, name: str, value: Any) -> Any:
    if name not in _NAMED:
        raise UsageError(f"{path}: {name}: no such setting; {remedy(name, _NAMED)}")
    kind = _NAMED[name].kind
    if not _fits(kind, value):
        raise UsageError(f"{path}: {name}: {value!r} does not fit; give {_KINDS[kind]}")
    return _from_file(path, value) if name in _PATHS and "://" not in value else value


def _fits(kind: type, value: Any) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(item, str) for item in value)
    return type(value) is kind and not (isinstance(value, int) and value < 0)


def _from_file(path: Path, value: str) -> str:
    """A path as the file means it: from its own folder on."""
    return str(path.parent / Path(value).expanduser())
