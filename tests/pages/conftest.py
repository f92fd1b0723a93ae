"""Pages in a real browser: Debian's Chromium, with every request and every word of its console kept."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from samples import EVENTS, coded, document

from chronicle.storing import connect
from chronicle.storing.store import store_document

CHROMIUM = shutil.which("chromium")


@dataclass
class Visits:
    """Opens pages; what they ask the network for and complain about is listed."""

    browser: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def __call__(self, address: Path | str, **options: Any) -> Any:
        given = {"viewport": {"width": 1280, "height": 900}, **options}
        context = self.browser.new_context(**given)
        self.contexts.append(context)
        tab = context.new_page()
        tab.set_default_timeout(20_000)
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", self._heard)
        tab.goto(address.as_uri() if isinstance(address, Path) else address)
        return tab

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page; at the end nothing may have left the page's own machine, and nobody may have complained."""
    visits = Visits(chromium)
    yield visits
    for context in visits.contexts:
        context.close()
    assert not [url for url in visits.requests if not url.startswith(("file:", "data:", "http://127.0.0.1:"))]
    assert not visits.complaints


@pytest.fixture
def database(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The events of `samples` in the default database, which lies in the current folder."""
    monkeypatch.chdir(home)
    db = connect(str(home / "chronicle.db"), create=True)
    one = document(*EVENTS)
    store_document(db, one, coded(one, *EVENTS))
    db.close()
