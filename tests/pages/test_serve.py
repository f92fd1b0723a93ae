"""The database in the browser: only for this machine, only to read, and gone after Ctrl-C."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from samples import DRILL, NEVER, TALKS, coded, day, document
from typer.testing import CliRunner

from chronicle.cli.app import app
from chronicle.presenting.record import record
from chronicle.querying import Query, event, events
from chronicle.querying.window import window
from chronicle.serving.address import hosts, is_loopback, url
from chronicle.serving.asking import LISTS, SWITCHES, WORDS, asked
from chronicle.serving.pages import WIDEST, Bar, bars
from chronicle.storing import connect
from chronicle.storing.store import store_document

Visit = Callable[..., Any]

ATTACK = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
HOSTILE = replace(
    TALKS,
    headline=f"{ATTACK} is said.",
    text=f"{ATTACK} is said.",
    actors=(replace(TALKS.actors[0], name=ATTACK, key=None), TALKS.actors[1]),
    links=(replace(TALKS.links[0], text=ATTACK, url="javascript:window.hacked=1"),),
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "chronicle.db"
    db = connect(str(path), create=True)
    one = document(TALKS, DRILL, NEVER, HOSTILE)
    store_document(db, one, coded(one, TALKS, DRILL, NEVER, HOSTILE))
    db.close()
    return path


@pytest.fixture(scope="module")
def served(stored: Path) -> Iterator[str]:
    with serving(stored) as address:
        yield address


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address that the command says; at the end Ctrl-C stops it, and it leaves no word of a fault."""
    process = subprocess.Popen(
        [sys.executable, "-m", "chronicle", "serve", "--port", "0", "--db", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    match = re.fullmatch(r".*chronicle\.db at (http://127\.0\.0\.1:\d+/) \(read-only; Ctrl-C stops\)\n", line)
    assert match, line + process.stderr.read()
    try:
        yield match[1]
    finally:
        process.send_signal(signal.SIGINT)
        said, told = process.communicate(timeout=30)
    assert (process.returncode, said, told) == (0, "", "stopped\n")


def ids(path: Path) -> list[str]:
    db = connect(str(path), readonly=True)
    found = [str(each.id) for each in events(db, Query())]
    db.close()
    return found


def get(address: str, path: str, **headers: str) -> tuple[int, str]:
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=30)) as connection:
        connection.request("GET", path, headers={"Connection": "close", **headers})
        with connection.getresponse() as response:
            return response.status, response.read().decode()


# In a browser


def test_from_the_start_page_to_a_report(served: str, visit: Visit) -> None:
    tab = visit(served)
    assert tab.title() == "Chronicle: 4 events"
    tab.get_by_label("Type").select_option("exercise")
    tab.get_by_role("button", name="Show the report").click()
    tab.locator("#count", has_text=re.compile("^1 event$")).wait_for(state="attached")
    assert tab.title() == "Events of type exercise: 1 event"
    assert tab.inner_text("#list h3") == DRILL.headline


def test_a_year_of_the_timeline_leads_to_its_report(served: str, visit: Visit) -> None:
    tab = visit(served)
    tab.locator(".years a").click()
    assert tab.title() == "Events during 2021: 3 events"


@pytest.mark.parametrize(
    ("years", "unit", "first", "last"),
    [
        ({1995: 2, 2021: 4}, "year", Bar("1995", "1995", 2, 50.0), Bar("2021", "2021", 4, 100.0)),
        ({1739: 1, 2021: 2, 2025: 2}, "decade", Bar("1730s", "1730s", 1, 25.0), Bar("2020s", "2020s", 4, 100.0)),
        ({750: 1, 2021: 1}, "century", Bar("700–799", "0700-0799", 1, 100.0), Bar("2000–2099", "2000-2099", 1, 100.0)),
    ],
)
def test_the_timeline_has_bars_that_fit_a_window(years: dict[int, int], unit: str, first: Bar, last: Bar) -> None:
    found, drawn = bars(years)
    assert (found, drawn[0], drawn[-1]) == (unit, first, last)
    assert len(drawn) <= WIDEST
    assert sum(bar.events for bar in drawn) == sum(years.values())
    assert [window(Query(during=bar.during)) for bar in drawn]


def test_an_empty_period_of_the_timeline_is_no_link(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "old" / "chronicle.db"
    path.parent.mkdir()
    old = replace(TALKS, date=day("3 May 1739", date(1739, 5, 3)))
    with closing(connect(str(path), create=True)) as db:
        its = document(old, DRILL)
        store_document(db, its, coded(its, old, DRILL))
    with serving(path) as address:
        tab = visit(address)
        assert tab.locator(".years li").count() == 30
        assert tab.locator(".years a .year").all_inner_texts() == ["1730s", "2020s"]
        assert tab.evaluate("(list => list.scrollWidth <= list.clientWidth)(document.querySelector('.years'))")
        tab.locator(".years a").first.click()
        tab.wait_for_load_state()
        assert tab.title() == "Events during 1730s: 1 event"


def test_an_event_has_a_page_of_its_own(served: str, stored: Path, visit: Visit) -> None:
    drill = next(key for key in ids(stored) if f"{key}" and get(served, f"/event/{key}")[1].count("Joint drill"))
    tab = visit(f"{served}event/{drill}")
    assert tab.inner_text("h1") == DRILL.headline
    said = tab.inner_text("main")
    assert "16–17 September 2021 · exercise" in said
    assert "South Atlantic" in said
    assert "Sept. 16-17, 2021: =Joint drill" in said
    assert "north-south.txt" in said


def test_events_are_searched_and_divided_and_lead_to_their_page(served: str, visit: Visit) -> None:
    tab = visit(f"{served}chronicle/event_view?_search=envoys")
    assert "1 row" in tab.inner_text("main")
    tab = visit(f"{served}chronicle/event_view")
    tab.get_by_role("link", name="exercise", exact=True).first.click()
    assert '1 row where type = "exercise"' in tab.inner_text("main")
    tab.locator("td.col-id a").click()
    assert tab.inner_text("h1") == DRILL.headline


@pytest.mark.parametrize("typed", ["H-6K", "SCO's", '"', "a AND", "NEAR(", "*"])
def test_no_search_is_an_error(served: str, typed: str) -> None:
    assert get(served, f"/chronicle/event_view?_search={quote(typed)}")[0] == 200


@pytest.mark.parametrize("path", ["", "chronicle", "chronicle/participation_view", "chronicle/documents"])
def test_every_page_has_landmarks_and_asks_nobody_else(served: str, path: str, visit: Visit) -> None:
    tab = visit(f"{served}{path}")
    for role in ("banner", "main", "contentinfo"):
        assert tab.get_by_role(role).count() == 1
    assert tab.evaluate("document.documentElement.lang") == "en"
    assert tab.get_by_role("navigation", name="Site").get_by_role("link", name="Events").is_visible()


def test_no_document_can_steer_the_site(served: str, stored: Path, visit: Visit) -> None:
    for path in [f"event/{key}" for key in ids(stored)] + [
        "chronicle/event_view",
        "report",
        f"report?text={quote(ATTACK)}",
    ]:
        tab = visit(f"{served}{path}")
        assert tab.evaluate("window.hacked") is None
        assert tab.locator("main img, a[href^='javascript']").count() == 0


# Only to read, only for this machine


@pytest.mark.parametrize(
    "statement", ["delete from actors", "update events set type = 'other'", "drop table events", "attach 'x.db' as x"]
)
def test_sql_only_reads(served: str, stored: Path, statement: str) -> None:
    before = stored.read_bytes()
    assert get(served, f"/chronicle.json?sql={quote(statement)}")[0] == 400
    assert stored.read_bytes() == before


def test_sql_asks_the_views(served: str) -> None:
    status, found = get(served, f"/chronicle.json?_shape=array&sql={quote('select count(*) as n from event_view')}")
    assert (status, json.loads(found)) == (200, [{"n": 4}])


def test_an_event_as_json_is_its_record(served: str, stored: Path) -> None:
    [key, *_] = ids(stored)
    status, found = get(served, f"/event/{key}.json")
    db = connect(str(stored), readonly=True)
    assert (status, json.loads(found)) == (200, json.loads(json.dumps(record(event(db, key)))))
    db.close()


@pytest.mark.parametrize(
    ("path", "status", "title", "said"),
    [
        ("/event/zzzzzz", 404, "Not found", "zzzzzz"),
        ("/event/zzzzzz.json", 404, None, "zzzzzz"),
        ("/nowhere", 404, "Not found", "Ask anew"),
        ("/report?actor=nobody", 404, "This cannot be asked so", "nobody"),
        ("/report?since=soonish", 400, "This cannot be asked so", "soonish"),
        ("/report?actr=lavrov", 400, "This cannot be asked so", "actr: no such filter; did you mean actor?"),
        (f"/report?venue={quote('<b>')}", 404, "This cannot be asked so", "&lt;b&gt;"),
    ],
)
def test_what_cannot_be_shown_says_why(served: str, path: str, status: int, title: str | None, said: str) -> None:
    found = get(served, path)
    assert found[0] == status
    assert said in found[1]
    assert title is None or f"<title>{title}</title>" in found[1]
    assert "<b>" not in found[1]


@pytest.mark.parametrize(("host", "status"), [("localhost", 200), ("127.0.0.1", 200), ("elsewhere.example", 421)])
def test_a_page_elsewhere_cannot_ask_under_its_own_name(served: str, host: str, status: int) -> None:
    assert get(served, "/", Host=f"{host}:{urlsplit(served).port}")[0] == status


@pytest.mark.parametrize(
    ("host", "inside"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("LOCALHOST", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("localhost.example", False), ("", False)],
)  # fmt: skip
def test_what_is_this_machine(host: str, inside: bool) -> None:
    assert is_loopback(host) is inside


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["serve", *words], prog_name="chronicle")
    return result.exit_code, result.stderr


def test_it_listens_elsewhere_only_on_a_word(stored: Path) -> None:
    said = "error: 0.0.0.0: is reached from other machines; add --allow-remote if that is meant\n"
    assert run("--db", str(stored), "--host", "0.0.0.0") == (2, said)


def test_a_port_that_is_taken(stored: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = f"error: 127.0.0.1:{port}: address already in use; name another one with --port, 0 takes a free one\n"
        assert run("--db", str(stored), "--port", str(port)) == (1, said)


def test_what_cannot_be_served(tmp_path: Path) -> None:
    assert run("--db", "postgresql://h/d")[1].startswith("error: postgresql://h/d: is a server; ")
    assert "there is no database yet" in run("--db", str(tmp_path / "none.db"))[1]


def test_without_the_extra_it_says_which(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert run("--db", str(stored)) == (2, "error: serve: needs datasette; pip install 'chronicle-of-states[serve]'\n")


def test_an_address_is_said_as_a_browser_takes_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as at:
        port = at.getsockname()[1]
        assert url(at) == f"http://127.0.0.1:{port}/"
        assert f"localhost:{port}" in hosts(at)
        assert "localhost" not in hosts(at)


def test_a_question_in_an_address() -> None:
    values = {"actor": ["lavrov ", "putin"], "type": ["", "meeting"], "since": ["2021"], "text": [" "], "unique": ["1"]}
    found = asked(values, lambda name: values.get(name, []))
    assert found == Query(actors=("lavrov", "putin"), types=("meeting",), since="2021", unique=True)


@pytest.mark.parametrize(
    ("typed", "search"),
    [
        ("joint drill", '"joint" "drill"'),
        ('"joint drill" cape*', '"joint drill" "cape"*'),
        ("H-6K SCO's", '"H-6K" "SCO\'s"'),
        ('"', '""'),
        ("* - (", '""'),
        ('a "b', '"a" "b"'),
        ("Gomułka", '"Gomulka"'),
    ],
)
def test_what_is_typed_becomes_a_search_that_cannot_be_wrong(typed: str, search: str) -> None:
    from chronicle.serving.site import searchable

    assert searchable(typed) == search


def test_every_filter_can_stand_in_an_address() -> None:
    from dataclasses import fields

    told = {*LISTS.values(), *WORDS, *SWITCHES.values()}
    assert {each.name for each in fields(Query)} - told <= {
        "sort",
        "limit",
        "after",
        "today",
    }
