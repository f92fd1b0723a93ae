"""Whatever a page holds, a document or a clear error comes out, in time and memory in step with its length."""

import random
import tracemalloc

import pytest
from entries import check
from growth import in_step
from hypothesis import given, settings
from hypothesis import strategies as st

from chronicle.errors import ReadError
from chronicle.reading.html import Html

PAGE = """<!doctype html><html><head><meta charset=utf-8><title>T 2012</title></head><body><nav><a href=/>x</a></nav>
<main><h1>Chronology of Norland - Sudland Relations</h1><p><b>May 4, 2012:</b> Talks <a href="/a?b&amp;c">open</a>.</p>
<ul><li>May 5, 2012: A list.<li>May 6, 2012: An &eacute;nd.</ul><table><tr><td rowspan=2 colspan="3">May 7, 2012<td>
A drill is held in the strait.<tr><td>A second drill.</table><pre>
May 8, 2012: Typed</pre><dl><dt>May 9, 2012<dd>Named</dl><!-- c --><aside>x</aside><sup>1</sup></main>"""


PIECES = [
    *PAGE.replace("<", " <").split(" "),
    *"< > & &# &#x110000; &#0; \" ' = /> --> <!-- <![CDATA[ </ <td> </table> <tr> <table> <b> </b> \ud7ff \x00".split(),
]


@given(st.lists(st.sampled_from(PIECES), max_size=120))
@settings(deadline=None)
def test_any_order_of_the_pieces_of_a_page(words: list[str]) -> None:
    check(("<!doctype html>" + " ".join(words)).encode(), "a.html")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes(data: bytes) -> None:
    check(data, "a.html")
    check(b"<!doctype html>" + data, "a.html")


def test_mutated_copies() -> None:
    chance = random.Random(7)
    for _ in range(200):
        data = bytearray(PAGE.encode())
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 5)] = chance.choice((b"<", b">", b"</", b'"', b"\xff", b" ", b"&", b""))
        check(bytes(data), "a.html")


DEEP = ["<div>", "<b>", "<p><b>", "<a href=x><div>", "<ul><li>", "<font size=1><p>", "<span style='font-weight:700'>",
        "<nav>", "<header>", "<pre>", "<sup>", "<dl><dt>", "<h1>", "<svg>", "<aside><nav>"]  # fmt: skip


@pytest.mark.parametrize("piece", DEEP)
def test_nested_a_hundred_thousand_deep(piece: str) -> None:
    def read(depth: int) -> None:
        page = f"<!doctype html>{piece * depth}<p>The word</p>"
        assert "The word" in Html().read(page.encode(), "a.html").text

    assert in_step(read, 10_000, 100_000)


def test_tables_may_be_nested_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    page = ("<!doctype html>" + "<table><td>" * 60 + "x").encode()
    with pytest.raises(ReadError, match=r"nested more than 50 deep; .* CHRONICLE_MAX_TABLE_DEPTH"):
        Html().read(page, "a.html")
    monkeypatch.setenv("CHRONICLE_MAX_TABLE_DEPTH", "60")
    assert Html().read(page, "a.html").text == "x\n"


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", '<a b="', "<a b='", "<a =", "<a b=\"'>", "<!--", "<!-->", "<!", "</", "<script>", "<script", "<title>",
     "&", "&#", "&amp", "&#x", "<p>x", "x ", "\n", "<br>", "<td>x", "<tr><td>x", "<table></table>", "<nav>", "</nav>",
     "<nav></nav>", "<b>x", "</b>", "<b>x</i>", "<sup>x", "<sup>", "<a href=x>y", "<li><a href=x>y</a>", "<h1>x",
     "<td rowspan=9 colspan=9>", "<tr><td rowspan=65534>May 4, 2012</td>", "<q>", "<p role=search>", "<x a=b c=d>",
     "<p>May 4, 2012: A.", "May 4, 2012: A. ", "x\u00ad", "<main>", "</main>x", "<pre>\n\nx"],
)  # fmt: skip
def test_time_grows_in_step_with_repetition(piece: str) -> None:
    def read(count: int) -> None:
        Html().read(f"<!doctype html><table><tr><td>May 4, 2012</td>{piece * count}".encode(), "a.html")

    assert in_step(read, 1_600, 16_000)


def test_attributes_without_end() -> None:
    def read(count: int) -> None:
        page = "<!doctype html><p " + " ".join(f"role{n}=1" for n in range(count)) + ">x"
        assert Html().read(page.encode(), "a.html").text == "x\n"

    assert in_step(read, 10_000, 100_000)


def test_memory_is_bounded_by_the_page() -> None:
    """A cell that spans rows is not repeated without measure."""
    page = "<!doctype html><table><tr><td rowspan=65534>" + "May 4, 2012 " * 1_000 + "<td>x" + "<tr><td>x" * 20_000
    tracemalloc.start()
    Html().read(page.encode(), "a.html")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100 * len(page)


def test_one_long_line() -> None:
    def read(count: int) -> None:
        page = "<!doctype html><p>" + "word " * count
        assert len(Html().read(page.encode(), "a.html").text) == 5 * count

    assert in_step(read, 200_000, 2_000_000)
