"""No test touches the user's own files or is touched by the user's settings."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test; the default database is in it."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    monkeypatch.setenv("CHRONICLE_DB", str(folder / "chronicle.db"))
    for name in ("CHRONICLE_DATA", "CHRONICLE_TRACEBACK", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "FORMAT", "LIMIT", "SORT", "COLUMNS", "AUTHOR", "QUERIES", "PAGER"):
        monkeypatch.delenv(f"CHRONICLE_{name}", raising=False)
    monkeypatch.delenv("PAGER", raising=False)
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected files instead of comparing")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten: `pytest --update`, and the review is the diff."""
    return bool(request.config.getoption("--update"))
