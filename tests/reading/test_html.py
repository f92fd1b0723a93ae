"""Web pages of our own words, beside the entries that are read from them."""

from textwrap import dedent

import pytest
from entries import rows

from chronicle.errors import NoChronology
from chronicle.model import Document, Link
from chronicle.reading import read_document
from chronicle.reading.html import Html


def read(page: str, file: str = "page.html") -> Document:
    return read_document(dedent(page).strip().encode(), file)


def text(body: str) -> str:
    """The reader's text of a page."""
    return Html().read(f"<!doctype html><body>{dedent(body).strip()}".encode(), "page.html").text


HEAD = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'

ARTICLE = f"""
{HEAD}
<title>Slow Thaw on the Strait | Northern Notes</title>
<link rel="canonical" href="https://notes.example/2012/09/slow-thaw/">
<script>if (a < b) document.write("<p>Jan. 1, 2012: Never said.</p>");</script>
<style>p::before {{ content: "Jan. 2, 2012: Never shown." }}</style>
</head>
<body class="single">
<header class="top"><a href="/"><h1>Northern Notes</h1></a>
  <nav><ul><li><a href="/a">Articles</a><li><a href="/c">Chronologies</a></ul></nav></header>
<main>
<article>
  <h5>Articles</h5>
  <h4>Norland - Sudland</h4>
  <p>May — Aug 2012</p>
  <h1>Slow Thaw on the Strait</h1>
  <p>By Ann Author and Ben Writer</p>
  <p>Published September 2012 in Northern Notes &middot; Volume 14, Issue 2</p>
  <p>Relations warmed. On May 4, 2012, the ministers spoke twice.<sup><a href="#n1">1</a></sup></p>
  <figure><img src="x.jpg" alt="May 5, 2012: A picture."><figcaption>May 5, 2012: The ministers.</figcaption></figure>
  <p>May 9, 2011 saw the last such call.</p>
  <h2>Chronology of Norland - Sudland Relations</h2>
  <h3>May &ndash; August 2012</h3>
  <p><strong>May 4, 2012:</strong> Foreign ministers <a href="/call?a=1&amp;b=2">speak by
     telephone</a> twice.</p>
  <p><b>May&nbsp;8-10, 2012: </b>Navies hold a d<i>ri</i>ll.</p>
  <p>On May 9, a second drill was announced for June 3, 2012.</p>
  <aside><h3>Read next</h3><p>May 11, 2012: A fact box about the drill.</p></aside>
  <p><strong>June 2, 2012</strong>: &ldquo;Trade talks&rdquo; resume.</p>
  <div><h4>Related articles</h4><ul>
    <li><a href="/1">An Older Thaw</a></li><li><a href="/2">Ice in the Strait</a></li><li><a href="/3">Two Ports</a></li>
  </ul></div>
  <p><strong>Aug. 31, 2012:</strong> Leaders meet in the old port.</p>
</article>
</main>
<div role="complementary"><p>Sept. 1, 2012: An advertisement.</p></div>
<footer><p>Sept. 2, 2012: The page was changed.</p></footer>
</body></html>
"""  # noqa: E501


def test_an_article() -> None:
    document = read(ARTICLE)
    assert rows(document) == [
        ("2012-05-04", "Foreign ministers speak by telephone twice."),
        ("2012-05-08/2012-05-10", "Navies hold a drill. On May 9, a second drill was announced for June 3, 2012."),
        ("2012-06-02", "“Trade talks” resume."),
        ("2012-08-31", "Leaders meet in the old port."),
    ]
    assert document.sections[0].period_text == "May – August 2012"
    assert document.citation.title == "Slow Thaw on the Strait"
    assert document.citation.authors == ("Ann Author", "Ben Writer")
    assert document.citation.published == "2012-09"
    assert document.citation.relation == "Norland - Sudland"


def test_a_link_with_its_whole_address() -> None:
    document = read(ARTICLE)
    assert document.citation.url == "https://notes.example/2012/09/slow-thaw/"
    assert document.sections[0].entries[0].links == (Link("speak by telephone", "https://notes.example/call?a=1&b=2"),)


LISTING = f"""
{HEAD}<title>Norland - Sudland Chronologies</title></head><body>
<div><ul><li><a href="/">Home</a><li><a href="/a">Articles</a><li><a href="/c">Chronologies</a></ul></div>
<div><h1>Chronologies</h1><h2>Norland - Sudland</h2>
<p>Chronology from May 2012 to Aug 2012</p>
<div><div>Aug. 31, 2012</div><div><p>Leaders meet in the old port.</p></div></div>
<div><div>June 2, 2012</div><div><p>Trade talks resume.</p><p>Both sides name envoys.</p></div></div>
<div><div>May 8-10, 2012</div><div><p>Navies hold a drill.</p></div></div>
<div><div>May 4, 2012</div><div><p>Foreign ministers speak.</p></div></div>
</div>
<div><a href="?page=2">Older</a></div>
</body></html>
"""


def test_a_listing_newest_first() -> None:
    assert rows(read(LISTING)) == [
        ("2012-08-31", "Leaders meet in the old port."),
        ("2012-06-02", "Trade talks resume. Both sides name envoys."),
        ("2012-05-08/2012-05-10", "Navies hold a drill."),
        ("2012-05-04", "Foreign ministers speak."),
    ]


TALKS = [
    ("2012-05-04", "Ministers open talks on fish."),
    ("2012-05-06", "The talks are broken off in anger."),
    ("2012-06-01", "A ferry line is opened again."),
]
AND_MORE = [*TALKS, ("2012-06-01", "A bridge is closed for repairs.")]

LAYOUTS = {
    "a list": (
        """<h1>Timeline of the talks</h1>
        <ul><li>May 4, 2012: Ministers open talks on fish.<li>May 6, 2012: The talks are broken off in anger.
        <li><p>June 1, 2012: A ferry line is opened again.</p></li></ul>""",
        TALKS,
    ),
    "a numbered list": (
        """<h1>Timeline of the talks</h1>
        <ol><li>4 May 2012 - Ministers open talks on fish.</li><li>6 May 2012 - The talks are broken off in anger.</li>
        <li>1 June 2012 - A ferry line is opened again.</li></ol>""",
        TALKS,
    ),
    "lists within a list": (
        """<h1>Timeline of the talks, 2012</h1>
        <ul><li>May<ul><li>4: Ministers open talks on fish.</li><li>6: The talks are broken off in anger.</li></ul>
        <li>June<ul><li>1: A ferry line is opened again.</li></ul></ul>""",
        TALKS,
    ),
    "a definition list": (
        """<h1>Timeline of the talks</h1>
        <dl><dt>May 4, 2012</dt><dd>Ministers open talks on fish.</dd>
        <dt>May 6, 2012<dd>The talks are broken off in anger.
        <dt>June 1, 2012<dd>A ferry line is opened again.</dl>""",
        TALKS,
    ),
    "a table": (
        """<h1>Timeline of the talks</h1>
        <table><thead><tr><th>Date</th><th>Event</th></tr></thead>
        <tr><td>May 4, 2012</td><td><p>Ministers open talks on fish.</p></td></tr>
        <tr><td>May 6, 2012</td><td>The talks are broken off in anger.</td></tr>
        <tr><td rowspan="2">June 1, 2012</td><td>A ferry line is opened again.</td></tr>
        <tr><td>A bridge is closed for repairs.</td></tr></table>""",
        AND_MORE,
    ),
    "a table without end tags": (
        """<h1>Timeline of the talks</h1>
        <table><tr><td>Date<td>Event<tr><td>May 4, 2012<td>Ministers open talks on fish.
        <tr><td>May 6, 2012<td>The talks are broken off in anger.
        <tr><td>June 1, 2012<td>A ferry line is opened again.</table>""",
        TALKS,
    ),
    "a table whose dates stand last": (
        """<h1>Timeline of the talks</h1>
        <table><tr><th>Event<th>When</tr>
        <tr><td>Ministers open talks on fish.<td>May 4, 2012</tr>
        <tr><td>The talks are broken off in anger.<td>May 6, 2012</tr>
        <tr><td>A ferry line is opened again.<td>June 1, 2012</tr></table>""",
        TALKS,
    ),
    "a table with a column of years": (
        """<h1>Timeline of the talks</h1>
        <table><tr><th>Year<th>Day<th>What</tr>
        <tr><td rowspan=3>2012<td>May 4<td>Ministers open talks on fish.</tr>
        <tr><td>May 6<td>The talks are broken off in anger.</tr>
        <tr><td>June 1<td>A ferry line is opened again.</tr></table>""",
        TALKS,
    ),
    "a table that lays out the page": (
        """<table><tr><td><ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Three</a></ul></td>
        <td><h1>Timeline of the talks</h1><p>May 4, 2012: Ministers open talks on fish.</p>
        <p>May 6, 2012: The talks are broken off in anger.</p>
        <table><tr><td>June 1, 2012<td>A ferry line is opened again.</table></td></tr></table>""",
        TALKS,
    ),
    "headings that carry year and month": (
        """<h1>Timeline of the talks</h1><h2>2012</h2><h3>May</h3>
        <p>4: Ministers open talks on fish.</p><p>6: The talks are broken off in anger.</p>
        <h3>June</h3><p>1: A ferry line is opened again.</p>""",
        TALKS,
    ),
    "headings that are the dates": (
        """<h1>Timeline of the talks</h1><h3>May 4, 2012</h3><p>Ministers open talks on fish.</p>
        <h3>May 6, 2012</h3><p>The talks are broken off in anger.</p>
        <h3>June 1, 2012</h3><p>A ferry line is opened again.</p>""",
        TALKS,
    ),
    "strong dates without a sign": (
        """<h1>Timeline of the talks</h1><p><strong>May 4, 2012</strong> Ministers open talks on fish.</p>
        <p><strong>May 6, 2012</strong> The talks are broken off in anger.</p>
        <p><span style="font-weight: 700">June 1, 2012</span> A ferry line is opened again.</p>""",
        TALKS,
    ),
    "an encyclopedia's headings": (
        """<h1>Timeline of the talks</h1><h2><span id=y>2012</span><span>[</span><a href=e>edit</a><span>]</span></h2>
        <h3>May<span> [<a href=e>edit</a>]</span></h3><ul><li><a href=m>May 4</a> – Ministers open talks on fish.
        <li><a href=m>May 6</a> – The talks are broken off in anger.<sup><a href=r>[3]</a></sup></ul>
        <h3>June<span> [<a href=e>edit</a>]</span></h3>
        <ul><li><a href=m>June 1</a> – A ferry line is opened again.</ul>""",
        TALKS,
    ),
    "an article for each entry": (
        """<header><a href=/>Notes</a></header><h1>The talks of 2012</h1>
        <article><h3>May 4</h3><p>Ministers open talks on fish.</p></article>
        <article><h3>May 6</h3><p>The talks are broken off in anger.</p></article>
        <article><h3>May 9</h3><p>Nothing is heard of them.</p></article>
        <article><h3>June 1</h3><p>A ferry line is opened again.</p></article>""",
        [*TALKS[:2], ("2012-05-09", "Nothing is heard of them."), TALKS[2]],
    ),
    "no blank behind the date": (
        """<h1>Timeline of the talks</h1><p><b>May 4, 2012</b>Ministers open talks on fish.</p>
        <p><b>May 6, 2012</b>The talks are broken off in anger.</p>
        <p><span>June 1, 2012</span><span>A ferry line is opened again.</span></p>""",
        TALKS,
    ),
    "lines parted by breaks": (
        """<h1>Timeline of the talks</h1><div><b>May 4, 2012:</b> Ministers open talks on fish.<br><br>
        <b>May 6, 2012:</b> The talks are broken off<br>in anger.<br/>
        <b>June 1, 2012:</b> A ferry line is opened again.</div>""",
        TALKS,
    ),
    "typed text": (
        """<pre>
        TIMELINE OF THE TALKS

        May 4, 2012: Ministers open
        talks on fish.

        May 6, 2012: The talks are
        broken off in anger.

        June 1, 2012: A ferry line is opened again.</pre>""",
        TALKS,
    ),
    "the year in the page's title alone": (
        """<title>The talks of 2012</title><h1>Timeline of the talks</h1>
        <p>May 4: Ministers open talks on fish.</p><p>May 6: The talks are broken off in anger.</p>
        <p>June 1: A ferry line is opened again.</p>""",
        TALKS,
    ),
    "a chronology outside the article": (
        """<article><p>The talks on fish were long and cold, and few had hoped for more.</p></article>
        <section><h2>Chronology</h2><p>May 4, 2012: Ministers open talks on fish.</p>
        <p>May 6, 2012: The talks are broken off in anger.</p>
        <p>June 1, 2012: A ferry line is opened again.</p></section>""",
        TALKS,
    ),
    "each entry with a link to more": (
        """<h1>Timeline of the talks</h1>
        <div><h4>May 4, 2012</h4><p><a href=1>Ministers open talks on fish.</a></p><a href=1>Read more</a></div>
        <div><h4>May 6, 2012</h4><p><a href=2>The talks are broken off in anger.</a></p><a href=2>Read more</a></div>
        <div><h4>June 1, 2012</h4><p><a href=3>A ferry line is opened again.</a></p><a href=3>Read more</a></div>
        <div><a href="?page=2">Older</a></div>""",
        TALKS,
    ),
    "a contents list of the months": (
        """<h1>Timeline of the talks</h1>
        <ul><li><a href="#m5">May 2012</a><li><a href="#m6">June 2012</a><li><a href="#n">Notes</a></ul>
        <h2 id=m5>May 2012</h2><p>May 4: Ministers open talks on fish.</p>
        <p>May 6: The talks are broken off in anger.</p>
        <h2 id=m6>June 2012</h2><p>June 1: A ferry line is opened again.</p>""",
        TALKS,
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    page, expected = LAYOUTS[layout]
    assert rows(read(f"{HEAD}{page}")) == expected


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    page = """
        <h1>Timeline of the talks</h1><p>May 4, 2012: <b>Ministers</i> open talks</b> on <a href=x'>fish.</a></p>
        </div></td><p>May 6, 2012: The talks are broken off in anger.<div><!-- -- ><p>June 9, 2012: No.</p>-->
        <p align=center">June 1, 2012: A ferry<wbr> line is <o:p>opened</o:p> again.</section></p
        """
    assert rows(read(HEAD + page)) == TALKS


@pytest.mark.parametrize(
    "page",
    [
        "<h1>On fish</h1><p>Fish swim. In 2012 they swam north.</p><p>May 4, 2012 was a good day.</p>",
        """<h1>Books</h1><ul><li>2010: Doe, <i>On Fish</i>, Coastal University Press, 2010, pp. 3-9.
        <li>2011: Roe, <i>On Ships</i>, Coastal University Press, pp. 1-8.
        <li>2012: Poe, <i>On Ice</i>, Coastal University Press, pp. 2-6.</ul>""",
        "<h1>News</h1><nav><ul><li>May 4, 2012: One.<li>May 5, 2012: Two.<li>May 6, 2012: Three.</ul></nav><p>Welcome.",
        "<h1>Search</h1><aside>" + "".join(f"<p>May {d}, 2012: A box.</p>" for d in range(1, 9)) + "</aside><p>None.",
    ],
)
def test_nothing_is_read_out_of_a_page_without_a_chronology(page: str) -> None:
    with pytest.raises(NoChronology):
        read(HEAD + page)


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p>One\n  two</p><p>three", "One two\n\nthree\n"),
        ("a<span> b </span>c", "a b c\n"),
        ("a<b>b</b>c", "abc\n"),
        ("<p>Tom &amp; Jo &lt;3 caf&#233; &#x2014; &nosuch; R&D", "Tom & Jo <3 café — &nosuch; R&D\n"),
        ("so&shy;lid zero\u200bwidth it\u201fs", "solid zerowidth it’s\n"),
        ("<h2>Two <em>words</em></h2>text", "## Two words\n\ntext\n"),
        ("<ul><li>a</li><li>b</ul>c", "- a\n- b\n\nc\n"),
        ("<ul><li>a<br>b</ul>", "- a b\n"),
        ("x<sup>2</sup> 5<sup>th</sup> y<sup>[12]</sup>", "x 5th y\n"),
        ("<q>Yes</q>, he said", "“Yes”, he said\n"),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3\n"),
        ('<a title="a > b" href=x>y</a> z', "y z\n"),
        ("<SCRIPT>x</scriptx></SCRIPT >y", "y\n"),
        ("<textarea><p>x</textarea>y", "y\n"),
        ("a<!-- <p>b -->c<!---->d<?php x ?>e<![CDATA[f]]>g", "acdeg\n"),
        ("<nav>a<nav>b</nav>c</nav>d", "d\n"),
        ("<nav>a<p>d", "a\n\nd\n"),
        ("<button>Share</button><p>d", "d\n"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n\nc\n"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "| a | b |\n\nc\n"),
        ("<td>a</td></table><li>b", "a\n\n- b\n"),
        ("<table><tr><th>May 2, 2012<td>x</table>", "| May 2, 2012 | x |\n"),
    ],
)
def test_text(body: str, printed: str) -> None:
    assert text(body) == printed


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ('<link rel=canonical href="https://a.example/b">', "https://a.example/b"),
        ('<meta property="og:url" content="https://a.example/c">', "https://a.example/c"),
        ('<link rel=canonical href="/b">', None),
        ('<link rel=canonical href="javascript:x">', None),
        ('<link rel=canonical href="http://[">', None),
        ("", None),
    ],
)
def test_the_address_that_a_page_gives_itself(page: str, url: str | None) -> None:
    assert Html().read(f"<!doctype html>{page}<p>x".encode(), "a.html").url == url


@pytest.mark.parametrize(
    ("head", "href", "address"),
    [
        ("", "/b", "/b"),
        ("", "", ""),
        ('<base href="https://a.example/x/">', "b?c=1&amp;d", "https://a.example/x/b?c=1&d"),
        ('<base href="https://a.example/x/">', "#", "#"),
        ('<base href="https://a.example/x/">', "http://[", "http://["),
        ("", "javascript:void(0)", ""),
    ],
)
def test_addresses_of_links(head: str, href: str, address: str) -> None:
    clean = Html().read(f'<!doctype html>{head}<p>x <a href="{href}"><b>y</b></a>'.encode(), "a.html").clean
    assert clean.links(0, len(clean.text)) == (Link("y", address),)


NAME = "Jürgen spricht – „ja“"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "cp1250"),
        ('<meta charset="gb2312">', "gb18030"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=nosuch>", "utf-8"),
        ("<meta charset=zip>", "utf-8"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    page = f"<!doctype html>{head}<p>{NAME}"
    assert Html().read(page.encode(encoding), "a.html").text == f"{NAME}\n"


def test_an_encoding_named_before_the_root() -> None:
    page = f'<?xml version="1.0" encoding="windows-1251"?><html><p>Норланд {NAME[:0]}</html>'
    assert Html().read(page.encode("cp1251"), "a.xhtml").text == "Норланд\n"
