"""What is usual: an option beats the environment, that the file, that what the program does by itself."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from typer.testing import Result

from chronicle import config
from chronicle.errors import UsageError

Run = Callable[..., Result]
PAGE = Path(__file__).parents[2] / "docs" / "using.md"


@pytest.fixture
def write() -> Callable[[str], Path]:
    """Writes the configuration file."""

    def write(text: str) -> Path:
        path = config.settings_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


Write = Callable[[str], Path]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("named", [None, "", "/somewhere/else"])
def test_the_folder_is_that_of_platformdirs(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    if named is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", named)
    assert config.settings_path().parent == Path(platformdirs.user_config_dir("chronicle", appauthor=False))


def test_where_the_file_is(run: Run, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    assert run("config", "path").stdout == f"{home / 'xdg_config_home' / 'chronicle' / 'chronicle.toml'}\n"
    monkeypatch.setenv("CHRONICLE_CONFIG", "mine.toml")
    assert run("config", "path").stdout == "mine.toml\n"


def shown(run: Run) -> dict[str, tuple[object, str]]:
    rows = json.loads(run("config", "--format", "json").stdout)
    return {row["setting"]: (row["value"], row["from"]) for row in rows}


def test_what_is_in_force_and_from_where(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    before = shown(run)
    assert before["limit"] == (50, "default")
    assert before["database"] == (str(home / "chronicle.db"), "CHRONICLE_DB")
    path = write('database = "mine/own.db"\nlimit = 3\nsort = "-date"\ncolumns = ["id", "type"]\ncolour = false\n')
    monkeypatch.delenv("CHRONICLE_DB")
    monkeypatch.setenv("CHRONICLE_SORT", "document")
    after = shown(run)
    assert after["database"] == (str(path.parent / "mine" / "own.db"), str(path))
    assert after["limit"] == (3, str(path))
    assert after["sort"] == ("document", "CHRONICLE_SORT")
    assert after["columns"] == (["id", "type"], str(path))
    assert after["colour"] == (False, str(path))


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("postgresql://ann:secret@example.org/events", "postgresql://ann:secret@example.org/events"),
        ("~/events.db", "{home}/events.db"),
        ("/data/events.db", "/data/events.db"),
    ],
)
def test_databases(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, home: Path, written: str, target: str
) -> None:
    monkeypatch.delenv("CHRONICLE_DB")
    write(f'database = "{written}"\n')
    assert config.default_database() == target.format(home=home)
    assert "secret" not in run("config").stdout


@pytest.mark.usefixtures("database")
def test_format_and_order_of_lists(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write('format = "csv"\nsort = "-date"\n')
    newest = run("events", "--columns", "start").stdout.splitlines()
    assert newest[:2] == ["start", "2022-01-05"]
    assert (
        run("events", "--columns", "start", "--format", "table", "--sort", "date").stdout.splitlines()[-1]
        == "2022-01-05"
    )
    monkeypatch.setenv("CHRONICLE_FORMAT", "jsonl")
    assert json.loads(run("venues", "--limit", "1").stdout)["name"] == "Oslo"


@pytest.mark.usefixtures("database")
def test_an_export_and_an_event_have_their_own_format(run: Run, write: Write) -> None:
    write('format = "markdown"\n')
    assert run("export").stdout.startswith("id,start,")
    key = run("events", "--limit", "1", "--format", "tsv", "--columns", "id").stdout.split()[-1]
    assert run("show", key).stdout.startswith("id ")


@pytest.mark.usefixtures("database")
def test_columns_are_those_of_tables(run: Run, write: Write) -> None:
    write('columns = ["type", "date"]\n')
    assert run("events", "--limit", "1", "--type", "meeting").stdout == "meeting\t2021-09-03\n"
    assert run("events", "--limit", "1", "--format", "csv").stdout.startswith("id,start,")


@pytest.mark.usefixtures("database")
def test_the_limit_is_that_of_a_terminal(run: Run, write: Write, on_terminal: Callable[..., str]) -> None:
    write("limit = 2\n")
    assert "the first 2; more with --limit N" in on_terminal("events")
    assert run("events").stdout.count("\n") == 4


@pytest.mark.usefixtures("database")
def test_who_corrects(run: Run, write: Write) -> None:
    write('author = "Ann"\n')
    key = run("events", "--limit", "1").stdout.split()[0]
    run("correct", "accept", key)
    assert "\tAnn\t" in run("correct", "list").stdout


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('frmat = "csv"', "frmat: no such setting; did you mean format?"),
        ("xyz = 1", "xyz: no such setting; one of database, format"),
        ('limit = "3"', "limit: '3' does not fit; give a whole number, 0 for all"),
        ("limit = -3", "limit: -3 does not fit"),
        ("limit = true", "limit: True does not fit"),
        ('columns = "id"', "columns: 'id' does not fit; give a list of names"),
        ("columns = [1]", "columns: [1] does not fit"),
        ('colour = "no"', "colour: 'no' does not fit; give true or false"),
        ("format = ", "is no TOML: Invalid value (at line 1, column 10)"),
        ('format = "xml"', "format: 'xml' is not one of"),
        ('columns = ["idd"]', "idd: no such column"),
        ('sort = "foo"', ": sort 'foo': is none; write one or more of date, document,"),
        ('sort = "date,-date"', ": sort 'date,-date': has a key twice"),
    ],
)
@pytest.mark.usefixtures("database")
def test_what_is_no_setting(run: Run, write: Write, text: str, word: str) -> None:
    path = write(f"{text}\n")
    refused = run("events")
    assert refused.exit_code == 2
    assert str(path) in refused.stderr
    assert word in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_help_and_the_path_need_no_sound_file(run: Run, write: Write) -> None:
    path = write("= nonsense")
    assert run("events", "--help").exit_code == 0
    assert run("config", "path").stdout == f"{path}\n"


def test_help_says_what_holds_without_a_file(run: Run, write: Write) -> None:
    before = run("events", "--help").stdout
    write('sort = "-date"\n')
    assert run("events", "--help").stdout == before


def test_a_file_that_is_named_has_to_be_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_CONFIG", "/nowhere/mine.toml")
    assert run("config").stderr == ("error: /nowhere/mine.toml: there is no such file; CHRONICLE_CONFIG names it\n")


def test_a_limit_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_LIMIT", "many")
    with pytest.raises(UsageError, match="CHRONICLE_LIMIT: 'many' is no limit"):
        config.in_force("limit")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", ["events", "actors", "count", "map", "timeline"])
def test_a_limit_that_is_none_is_refused_in_a_pipe_too(run: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_LIMIT", "abc")
    refused = run(name)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "error: CHRONICLE_LIMIT: 'abc' is no limit; give a whole number, 0 for all\n"
    assert run(name, "--help").exit_code == 0
    if name != "timeline":
        assert run(name, "--limit", "1").exit_code == 0


@pytest.mark.usefixtures("database")
def test_a_limit_beyond_all_counting_is_none(on_terminal: Callable[..., str]) -> None:
    shown = on_terminal("events", CHRONICLE_LIMIT="9" * 30)
    assert "2022-01-05" in shown
    assert "error" not in shown


def test_a_pager_that_all_programs_share_is_told_by_its_own_variable(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(run)["pager"] == ("less -R", "default")
    monkeypatch.setenv("PAGER", "most")
    assert shown(run)["pager"] == ("most", "PAGER")
    path = write('pager = "less -S"\n')
    assert shown(run)["pager"] == ("less -S", str(path))
    monkeypatch.setenv("CHRONICLE_PAGER", "cat")
    assert shown(run)["pager"] == ("cat", "CHRONICLE_PAGER")


def test_the_page_has_every_setting() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for setting in config.SETTINGS:
        assert f"| `{setting.name}` | `{setting.variable}` |" in text
