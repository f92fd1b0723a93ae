"""Pages from the web, out of a server on this machine: limits, redirects, the kept copy, and what is refused."""

import gzip
import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from chronicle.errors import ReadError
from chronicle.fetching import fetch, is_address
from chronicle.ingest import ingest
from chronicle.sources import page

PAGE = b"""<!doctype html><title>T</title><h1>Chronology of Norland - Sudland Relations</h1>
<p>May 4, 2012: Ministers of Norland and Sudland meet.</p><p>May 6, 2012: Talks on fish begin.</p>
<p>May 9, 2012: The talks end without a result.</p>"""


@dataclass
class Site:
    """What a server answers by path, and what it was asked."""

    address: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stop: Callable[[], None] = lambda: None

    def put(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)
        return self.address + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CHRONICLE_LOCAL_ADDRESSES", "1")
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers)))
            status, headers, body = found.answers.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    stopped = threading.Event()

    def stop() -> None:
        if not stopped.is_set():
            stopped.set()
            server.shutdown()
            server.server_close()
            thread.join()

    found.address, found.stop = f"http://127.0.0.1:{server.server_port}", stop
    yield found
    stop()


def refusal(address: str) -> str:
    with pytest.raises(ReadError) as caught:
        fetch(address)
    return str(caught.value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("https://a.example/b", True), ("HTTP://a.example", True), ("a.html", False), ("ftp://a.example", False)],
)
def test_what_is_an_address(typed: str, expected: bool) -> None:
    assert is_address(typed) is expected


def test_a_page(site: Site) -> None:
    address = site.put("/a", PAGE)
    assert fetch(address).data == PAGE
    (_, headers), *_ = site.asked
    assert headers["Host"] == site.address.removeprefix("http://")
    assert headers["User-Agent"].startswith("chronicle/")


def test_it_is_ingested_with_its_address(site: Site, tmp_path: Path) -> None:
    address = site.put("/2012/thaw", PAGE, Content_Type="text/html")
    db = str(tmp_path / "events.db")
    (report,) = ingest([f"{address}#may"], db)
    assert (report.status, len(report.added), report.error) == ("added", 3, None)
    (again,) = ingest([address], db)
    assert (again.status, again.unchanged) == ("unchanged", 3)


def test_without_the_network_the_copy_is_read(site: Site, tmp_path: Path) -> None:
    address = site.put("/a", PAGE)
    db = str(tmp_path / "events.db")
    list(ingest([address], db))
    site.stop()
    (report,) = ingest([address], db, force=True)
    assert (report.status, report.unchanged) == ("unchanged", 3)
    assert "cannot be reached; the copy of 20" in report.problems[0]


def test_a_page_is_not_sent_again_if_it_has_not_changed(site: Site) -> None:
    address = site.put("/a", PAGE, ETag='"1"')
    assert fetch(address).kept is None
    assert fetch(address).data == PAGE
    assert site.asked[1][1]["If-None-Match"] == '"1"'
    site.put("/a", b"<html>new", ETag='"2"')
    assert fetch(address).data == b"<html>new"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_in_trouble_is_as_good_as_none(site: Site, status: int) -> None:
    address = site.put("/a", PAGE)
    fetch(address)
    site.put("/a", b"", status)
    assert fetch(address).kept is not None
    assert f"the server answers {status}; " in refusal(site.put("/b", b"", status))


def test_a_page_that_is_gone_is_gone(site: Site) -> None:
    address = site.put("/a", PAGE)
    fetch(address)
    site.put("/a", b"", 404)
    assert "the server answers 404 Not Found; check the address" in refusal(address)


def test_a_damaged_copy_is_none(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_CACHE", str(tmp_path / "cache"))
    address = site.put("/a", PAGE)
    fetch(address)
    (copy,) = (tmp_path / "cache").iterdir()
    copy.write_bytes(copy.read_bytes()[:-1])
    site.stop()
    assert "no answer" in refusal(address)


def test_a_page_that_cannot_be_kept_is_read_all_the_same(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CHRONICLE_CACHE", str(tmp_path / "file"))
    assert fetch(site.put("/a", PAGE)).data == PAGE


def test_the_oldest_copies_make_room(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("CHRONICLE_CACHE", str(cache))
    monkeypatch.setenv("CHRONICLE_MAX_CACHE_MB", "1")
    large = PAGE + b"<!-- -->" * 50_000
    for number, name in enumerate(("/a", "/b", "/c")):
        fetch(site.put(name, large))
        newest = max(cache.glob("*.page"), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (number, number))
    addresses = [json.loads(path.read_bytes().partition(b"\n")[0])["address"] for path in cache.glob("*.page")]
    assert sorted(address.rpartition("/")[2] for address in addresses) == ["b", "c"]


def test_redirects_are_followed_up_to_a_limit(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("/3", PAGE)
    site.put("/2", b"", 301, Location="3")
    address = site.put("/1", b"", 302, Location=f"{site.address}/2")
    assert fetch(address).data == PAGE
    monkeypatch.setenv("CHRONICLE_MAX_REDIRECTS", "1")
    assert "redirected more than 1 times; " in refusal(address)
    assert "redirected more than 1 times; " in refusal(site.put("/loop", b"", 302, Location="/loop"))


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.example/b", "gopher://a.example/x"])
def test_redirects_lead_nowhere_but_to_the_web(site: Site, to: str) -> None:
    assert "only http and https are fetched" in refusal(site.put("/a", b"", 302, Location=to))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://10.1.2.3/a",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://224.0.0.1/",
    ],
)
def test_this_machine_and_its_network_are_not_fetched_unasked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHRONICLE_LOCAL_ADDRESSES", raising=False)
    assert "belongs to this machine or its own network; set CHRONICLE_LOCAL_ADDRESSES=1" in refusal(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost/", "http://printer.local/"])
def test_not_by_way_of_a_proxy_either(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHRONICLE_LOCAL_ADDRESSES", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert "belongs to this machine" in refusal(address)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https://", "only http and https are fetched"),
        ("http://[", "not an address"),
        ("http://a.example:99999/", "not an address"),
        ("http://me:secret@a.example/b", "http://a.example/b: an address with a password is not stored"),
        ("http://nosuch.invalid/", "no server of the name nosuch.invalid"),
        ("http://a\x00b/", "not an address"),
        (f"http://{'a' * 70_000}/", "not an address"),
    ],
)
def test_addresses_that_are_none(address: str, message: str) -> None:
    assert message in refusal(address)


def test_a_page_that_is_too_large(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_MAX_PAGE_MB", "1")
    assert "is larger than 1 MB; save it, or raise CHRONICLE_MAX_PAGE_MB" in refusal(site.put("/a", b"x" * 1_000_001))


def test_a_page_that_grows_when_it_is_unpacked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_MAX_PAGE_MB", "1")
    bomb = gzip.compress(bytes(50_000_000))
    assert "is larger than 1 MB" in refusal(site.put("/a", bomb, Content_Encoding="gzip"))
    assert fetch(site.put("/b", gzip.compress(PAGE), Content_Encoding="gzip")).data == PAGE
    assert "packed and damaged" in refusal(site.put("/c", b"no gzip", Content_Encoding="gzip"))


def test_a_server_that_is_silent(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setenv("CHRONICLE_MAX_SECONDS", "1")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "no answer in time" in refusal(f"http://127.0.0.1:{silent.getsockname()[1]}/")


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize("head", [OK, OK + b"Content-Length: 90\r\n\r\n", OK + b"\r\n"], ids=["head", "body", "open"])
def test_a_server_that_drips(monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    import socket
    import time

    monkeypatch.setenv("CHRONICLE_LOCAL_ADDRESSES", "1")
    monkeypatch.setenv("CHRONICLE_MAX_SECONDS", "1")
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            peer, _ = server.accept()
            with peer:
                peer.recv(1000)
                try:
                    peer.sendall(head)
                    for _ in range(60):
                        peer.sendall(b"x")
                        time.sleep(0.1)
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        assert "takes longer than 1 s" in refusal(f"http://127.0.0.1:{server.getsockname()[1]}/")
        thread.join()


NAME = "<p>Jürgen – „ja“"


@pytest.mark.parametrize(
    ("content_type", "head", "encoding"),
    [
        ("text/html; charset=windows-1250", "<!doctype html>", "cp1250"),
        ("text/html; charset=utf-8", "<!doctype html><meta charset=iso-8859-1>", "utf-8"),
        ("text/html", "<!doctype html><meta charset=windows-1250>", "cp1250"),
        ("text/html; charset=nosuch", "<!doctype html>", "utf-8"),
        ("", "<!doctype html>", "utf-8"),
    ],
)
def test_the_code_that_the_server_names(site: Site, content_type: str, head: str, encoding: str) -> None:
    from chronicle.reading.html import Html

    data = page(site.put("/a", f"{head}{NAME}".encode(encoding), Content_Type=content_type)).data
    assert Html().read(data, "a").text == f"{NAME[3:]}\n"
