"""The report of 10,000 events opened in Chromium, against a static page of the same events and the same size.

Open is a page when its load event is over and two frames of it were drawn. The static page is plain HTML as
somebody writes it who wants no scripts: a heading, paragraphs and the source for each event, no style; words are
added to its last paragraph, or events left out, until it has the report's bytes.
"""

import json
import subprocess
import sys
from html import escape
from pathlib import Path

from measuring import CHRONICLE, MADE, database, in_turns, told

CHROMIUM = "/usr/bin/chromium"
EVENTS, MARK, ROUNDS = 10_000, 1.5, 7
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def static(report: Path, records: list[str]) -> Path:
    """A page of as many bytes as the report."""
    size = report.stat().st_size
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Events</title><h1>Events</h1>'
    body = [_article(json.loads(line)) for line in records]
    page = head + "".join(body)
    page += f"<p>{'word ' * ((size - len(page.encode())) // 5)}</p>"
    path = MADE / "static.html"
    path.write_bytes(page.encode()[:size])
    return path


def _article(record: dict) -> str:
    names = "; ".join(actor["name"] for actor in record["actors"])
    venues = "; ".join(venue["name"] for venue in record["venues"])
    said = (record["text"], names, venues, f"{record['source']['title']}, {record['source']['publication']}")
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in said)
    title = f"{escape(record['date']['text'])}: {escape(record['headline'])}"
    return f'<article id="{record["id"]}"><h2>{title}</h2>{paragraphs}</article>'


def main() -> None:
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        print("report in Chromium: no chromium here, not measured", file=sys.stderr)
        return
    path = str(database(EVENTS))
    report = MADE / "report.html"
    subprocess.run([CHRONICLE, "report", "--db", path, "-o", report], check=True, stderr=subprocess.DEVNULL)
    found = subprocess.run([CHRONICLE, "export", "jsonl", "--db", path], check=True, capture_output=True, text=True)
    plain = static(report, found.stdout.splitlines())
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

        def opening(page: Path) -> float:
            context = browser.new_context()
            tab = context.new_page()
            tab.goto(page.as_uri(), wait_until="load")
            seconds = tab.evaluate(DRAWN) / 1000
            context.close()
            return float(seconds)

        pair = in_turns(lambda: opening(report), lambda: opening(plain), ROUNDS)
        browser.close()
    print(told("report of 10,000 events opens in Chromium", pair, MARK, "a static page"))


if __name__ == "__main__":
    main()
