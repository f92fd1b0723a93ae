"""A saved web page to its entries, against a bare parse of the same bytes by lexbor (selectolax) and libxml2 (lxml).

The page is made from a chronology in `seeds/` and what sites put around one: styles, scripts, menus, cards of
related articles. A second one has nothing around its text. Mark: the whole way in at most four bare parses.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path

import lxml.html
from measuring import here, in_turns
from selectolax.lexbor import LexborHTMLParser

from chronicle.reading import read_document
from chronicle.reading.html import Html

SEED = Path(__file__).resolve().parents[1] / "seeds" / "china-russia-2021-q3.txt"
ROUNDS = 15


def text() -> str:
    paragraphs = (escape(block) for block in SEED.read_text().split("\n\n"))
    return "".join(f"<p>{_dated(words)}</p>\n" for words in paragraphs)


def _dated(words: str) -> str:
    date, colon, rest = words.partition(":")
    return f"<strong>{date}:</strong>{rest}" if colon and len(date) < 30 else words


def saved() -> bytes:
    """About a quarter of a million bytes, a tenth of it text, as sites send them."""
    style = "".join(f".block-{n} > .inner{{margin:0 {n}px;color:#{n:06x}}}\n" for n in range(2_000))
    script = "".join(f"window.data[{n}]={{id:{n},name:'item {n}'}};\n" for n in range(1_500))
    menu = "".join(
        f'<li id="menu-{n}" class="menu-item item-{n}"><a href="https://notes.example/c/{n}/">Item {n}</a></li>'
        for n in range(250)
    )
    card = '<article class="card"><img src="x.jpg"><h3><a href="/a/{0}">Story {0}</a></h3><p>Told.</p></article>'
    cards = "".join(card.format(n) for n in range(20))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>An Issue</title><style>{style}</style>'
        f"<script>{script}</script></head><body><header><nav><ul>{menu}</ul></nav></header><main><article>"
        f"<h1>An Issue</h1>{text()}</article></main><aside>{cards}</aside><footer><ul>{menu}</ul></footer></html>"
    ).encode()


def bare() -> bytes:
    return f"<!DOCTYPE html><meta charset=utf-8><title>An Issue</title><h1>An Issue</h1>{text()}".encode()


def main() -> None:
    for name, page in (("saved page", saved()), ("text alone", bare())):
        assert read_document(page, "page.html").sections[0].entries
        print(f"HTML, {name}, {len(page) // 1000} kB")
        for what, ours in (("to text", _to_text), ("to document", _to_document)):
            for parser, theirs in (("lexbor", LexborHTMLParser), ("lxml", lxml.html.document_fromstring)):
                print(f"  {what}: {_ratio(page, ours, theirs):.2f} x {parser}")


def _to_text(page: bytes) -> object:
    return Html().read(page, "page.html")


def _to_document(page: bytes) -> object:
    return read_document(page, "page.html")


def _ratio(page: bytes, ours: Callable[[bytes], object], theirs: Callable[[bytes], object]) -> float:
    return in_turns(lambda: here(lambda: ours(page)), lambda: here(lambda: theirs(page)), ROUNDS).ratio


if __name__ == "__main__":
    main()
