"""Filters saved under a name: taken as @NAME by every command with filters, kept in a text file."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

import chronicle
from chronicle.cli.app import app
from chronicle.cli.options import FILTERS
from chronicle.cli.saved import expanded, filters_of
from chronicle.queries import queries_path, with_query, without_query

Run = Callable[..., Result]


@pytest.fixture
def talks(run: Run) -> Path:
    assert run("query", "save", "talks", "--type", "meeting", "--actor", "northman").exit_code == 0
    return queries_path()


def test_the_file_is_text_that_one_can_read(talks: Path) -> None:
    assert talks.read_text(encoding="utf-8") == '[talks]\nactor = ["northman"]\ntype = ["meeting"]\n'
    assert talks.name == "queries.toml"


def test_where_the_file_is(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run("query", "path").stdout == f"{queries_path()}\n"
    monkeypatch.setenv("CHRONICLE_QUERIES", str(tmp_path / "new" / "ours.toml"))
    run("query", "save", "all", "--since", "1900")
    assert (tmp_path / "new" / "ours.toml").read_text() == '[all]\nsince = "1900"\n'


def test_a_file_that_cannot_be_written_is_told_by_its_own_name(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / f"{'q' * 250}.toml"
    monkeypatch.setenv("CHRONICLE_QUERIES", str(path))
    refused = run("query", "save", "all", "--since", "1900")
    assert (refused.exit_code, refused.stderr) == (1, f"error: {path}: file name too long\n")


@pytest.mark.usefixtures("database", "talks")
@pytest.mark.parametrize("command", ["events", "actors", "venues", "documents", "export", "count", "review"])
def test_a_saved_query_is_its_filters(run: Run, command: str) -> None:
    typed = run(command, "--type", "meeting", "--actor", "northman")
    assert run(command, "@talks").output == typed.output
    assert typed.exit_code == (3 if command == "review" else 0) or typed.stdout


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("filters", "warned"),
    [
        (("--actor", "nortman"), ["warning: actor 'nortman': not known here; did you mean Anna Northman?"]),
        (("--actor", "northman"), []),
    ],
)
def test_a_name_that_is_not_in_the_database_is_saved_with_a_warning(
    run: Run, filters: tuple[str, ...], warned: list[str]
) -> None:
    saved = run("query", "save", "it", *filters)
    assert saved.exit_code == 0
    assert saved.stderr.splitlines()[1:] == warned
    assert run("query", "show", "it").stdout.split() == list(filters)


def test_before_there_is_a_database_no_name_is_warned_of(run: Run) -> None:
    assert run("query", "save", "it", "--actor", "nobody").stderr == f"saved in {queries_path()}\n"


@pytest.mark.usefixtures("database", "talks")
def test_what_is_typed_is_added_and_replaces_what_there_can_be_one_of(run: Run) -> None:
    run("query", "save", "late", "@talks", "--since", "2022")
    assert run("query", "show", "late").stdout == "--actor northman --type meeting --since 2022\n"
    assert run("events", "@late").stdout.count("\n") == 1
    assert run("events", "--since", "2021", "@late").stdout.count("\n") == 2
    assert run("events", "@late", "--since", "2021", "--country", "south africa").stdout.count("\n") == 2
    assert run("events", "@late", "@talks", "--until", "2022").stdout.count("\n") == 1


@pytest.mark.usefixtures("database", "talks")
def test_beside_an_argument(run: Run) -> None:
    assert run("actors", "@talks", "northman").stdout == run("actors", "northman", "@talks").stdout
    assert run("export", "@talks", "jsonl").stdout.count("\n") == 2


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("filters", [("--with", "norway", "south africa"), ("--document", "-talks")])
def test_filters_of_two_words_and_values_like_options(run: Run, filters: tuple[str, ...]) -> None:
    assert run("query", "save", "it", *filters).exit_code == 0
    assert run("events", "@it").output == run("events", *filters[:1], *filters[1:]).output


def command(name: str) -> Any:
    from typer.main import get_command

    return get_command(app).get_command(None, name)  # type: ignore[attr-defined]


@pytest.mark.usefixtures("talks")
@pytest.mark.parametrize(
    "words",
    [
        ["--text", "@talks"],
        ["--text=@talks"],
        ["-f", "csv", "--actor", "@talks", "--with", "@talks", "@talks"],
        ["--", "@talks"],
        ["@"],
    ],
)
def test_a_value_with_the_sign_is_a_value(words: list[str]) -> None:
    assert expanded(command("events").params, words) == words


def test_commands_without_filters_keep_their_words() -> None:
    assert expanded(command("sql").params, ["@talks"]) == ["@talks"]


def test_every_filter_can_be_saved() -> None:
    parameters = command("events").params
    assert len(filters_of(parameters)) == sum(each.rich_help_panel == FILTERS for each in parameters)


@pytest.mark.usefixtures("talks")
def test_list_and_remove(run: Run) -> None:
    run("query", "save", "last", "--since", "last year")
    assert run("query", "list").stdout == "talks\t--actor northman --type meeting\nlast\t--since 'last year'\n"
    assert json.loads(run("query", "list", "-f", "json").stdout)[1]["name"] == "last"
    assert run("query", "remove", "@talks").exit_code == 0
    assert run("query", "remove", "last").exit_code == 0
    assert run("query", "list").exit_code == 3


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("events", "@tlaks"), "query 'tlaks': there is none; did you mean talks?"),
        (("query", "show", "other"), "query 'other': there is none; `chronicle query list` lists them"),
        (("query", "remove", "other"), "query 'other': there is none"),
        (("query", "save", "talks", "--mode", "video"), "query 'talks': there is one already; --replace"),
        (("query", "save", "two words", "--mode", "video"), "query 'two words': is no name"),
        (("query", "save", "empty"), "query 'empty': has no filters"),
        (("query", "save", "when", "--since", "someday"), "someday"),
    ],
)
@pytest.mark.usefixtures("talks", "database")
def test_errors(run: Run, words: tuple[str, ...], word: str) -> None:
    refused = run(*words)
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: ")
    assert word in refused.stderr


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("talks = 3", "talks: is no query"),
        ("[talks]\nactor = 3", "talks: actor: 3 is no filter"),
        ("[talks]\nactor = []", "talks: actor: [] is no filter"),
        ("[talks]\nactor = [['xi']]", 'talks: actor: [["xi"]] is no filter; write a text, texts, or true'),
        ("[talks]\nunique = false", "talks: unique: false is no filter"),
        ("[talks]\nwith = 'xi'", 'talks: with: "xi" is no filter; write two names, as ["russia", "china"], or a list'),
        ("[talks]\nsince = 10:00:00", 'talks: since: "10:00:00" is no filter'),
        ("[talks]\nactr = 'xi'", "talks: actr: no such filter; one of actor"),
        ("[talks]\nactr = 1", "talks: actr: no such filter; one of actor"),
        ("[talks]\nactr = {}", "talks: actr: no such filter; one of actor"),
        ("[talks", "is no TOML"),
    ],
)
@pytest.mark.usefixtures("database")
def test_a_file_written_by_hand(run: Run, text: str, word: str) -> None:
    queries_path().parent.mkdir(parents=True, exist_ok=True)
    queries_path().write_text(text)
    refused = run("events", "@talks")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert word in refused.stderr


ODD = """\
unwritten = 3
[talks]
with = ["norway", "south africa"]
[late]
since = 2020
until = 2021-12-31
[numbered]
actor = 3
[slip]
actr = "xi"
[misspelt]
type = "meting"
[someday]
since = "1999 sometime"
"""


@pytest.mark.usefixtures("database")
def test_what_is_no_query_leaves_the_others(run: Run) -> None:
    queries_path().parent.mkdir(parents=True, exist_ok=True)
    queries_path().write_text(ODD)
    assert run("events", "@talks").stdout == run("events", "--with", "norway", "south africa").stdout
    assert run("events", "@late").stdout == run("events", "--since", "2020", "--until", "2021-12-31").stdout
    listed = [line.split("\t") for line in run("query", "list").stdout.splitlines()]
    assert [(name, shown.partition("; ")[0]) for name, shown in listed] == [
        ("unwritten", "cannot be used: is no query"),
        ("talks", "--with norway 'south africa'"),
        ("late", "--since 2020 --until 2021-12-31"),
        ("numbered", "cannot be used: actor: 3 is no filter"),
        ("slip", "cannot be used: actr: no such filter"),
        ("misspelt", "cannot be used: --type 'meting': is none"),
        ("someday", "cannot be used: since '1999 sometime': is no time"),
    ]
    assert run("query", "show", "numbered").stderr.startswith(f"error: {queries_path()}: numbered: actor: 3 is no")
    assert run("query", "save", "more", "--since", "2020").exit_code == 0
    assert run("query", "remove", "numbered").exit_code == 0
    assert (
        "unwritten: stands below no line [unwritten]; take it out of the file"
        in run("query", "remove", "unwritten").stderr
    )
    assert list(chronicle.saved_queries()) == ["talks", "late", "misspelt", "someday", "more"]


BY_HAND = """\
# Ours.

[talks]  # who meets
actor = ["xi"]
with = [
    ["a", "b"],
]

# For the paper.
[drills]
type = ["exercise"]
"""


def test_what_is_written_by_hand_stays() -> None:
    new = with_query(BY_HAND, "talks", {"type": ["meeting"]})
    assert new == BY_HAND.replace(
        BY_HAND[BY_HAND.index("[talks]") : BY_HAND.index("\n\n# For")], '[talks]\ntype = ["meeting"]'
    )
    assert without_query(new, "talks") == '# Ours.\n\n# For the paper.\n[drills]\ntype = ["exercise"]\n'
    assert without_query(new, "drills") == '# Ours.\n\n[talks]\ntype = ["meeting"]\n\n# For the paper.\n'
    added = with_query(BY_HAND, "more", {"since": "2020"})
    assert added == f'{BY_HAND}\n[more]\nsince = "2020"\n'


@pytest.mark.parametrize("value", ['a "quoted" word', "Лавров 王毅", "back\\slash", "two\nlines", "[brackets] # sign"])
def test_values_come_back(value: str) -> None:
    text = with_query(
        with_query("", "one", {"text": value}), "two", {"with": [["a", value]], "since-last-ingest": True}
    )
    assert tomllib.loads(text) == {"one": {"text": value}, "two": {"with": [["a", value]], "since-last-ingest": True}}
    assert tomllib.loads(without_query(text, "one")) == {"two": {"with": [["a", value]], "since-last-ingest": True}}
