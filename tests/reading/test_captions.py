"""What is said under pictures within an entry is no part of it; what stands beside a picture is."""

import pytest
from entries import read_text, rows

WORDS = "Envoys at the pier in Orr"
REST = "The pact runs for ten years."


def first_text(between: str) -> str:
    """The text of an entry of two paragraphs with something between them."""
    entries = [
        f"<p><b>3 May 2004:</b> The envoys meet.</p>{between}<p>{REST}</p>",
        "<p><b>4 June 2004:</b> The pact is read out.</p><p><b>9 July 2004:</b> It is in force.</p>",
    ]
    page = f"<html><body><h1>Chronology of the strait</h1>{''.join(entries)}</body></html>"
    return rows(read_text(page, "page.html"))[0][1]


@pytest.mark.parametrize(
    "picture",
    [
        f"<figure><img src=a.jpg><figcaption>{WORDS}</figcaption></figure>",
        f"<figure><a href=b.jpg><img src=a.jpg></a><p>{WORDS}</p></figure>",
        f"<figure><iframe src=a></iframe><div>{WORDS}</div></figure>",
        f'<div><img src=a.jpg aria-describedby="caption-7"><p id="caption-7">{WORDS}</p></div>',
        f'<div><img src=a.jpg aria-describedby="x caption-7"><span id="caption-7">{WORDS}</span></div>',
        f'<div><img src=a.jpg><span itemprop="caption">{WORDS}</span></div>',
        f"<dl><dt><a href=b.jpg><img src=a.jpg></a></dt><dd>{WORDS}</dd></dl>",
        f"<table align=right><tr><td><img src=a.jpg></td></tr><tr><td>{WORDS}</td></tr></table>",
        f"<table><tr><td><img src=a.jpg><br>{WORDS}</td></tr></table>",
        f'<div class="cap"><img src=a.jpg><div class="caption">{WORDS}</div></div>',
        f'<div class="wp-caption"><a href=b.jpg><img src=a.jpg></a><p class="wp-caption-text">{WORDS}</p></div>',
        f'<img src=a.jpg alt="x"><br><p class="photo-caption small">{WORDS}</p>',
        f"<p>{WORDS}. Photo by A. Osk</p>",
        f"<p>{WORDS}. (Photo: Coast Press)</p>",
        f"<p>{WORDS} | Image courtesy of Coast Press</p>",
        f"<p>{WORDS} (file photo)</p>",
        f"<p>{WORDS} (file photo) (Coast Wire)</p>",
    ],
)
def test_what_a_picture_shows_is_left_out(picture: str) -> None:
    assert first_text(picture) == f"The envoys meet. {REST}"


@pytest.mark.parametrize(
    "markup",
    [
        f"<p><img src=a.jpg> {WORDS}</p>",
        f"<figure><blockquote>{WORDS}</blockquote></figure>",
        f"<figure><p>{WORDS}</p></figure>",
        f"<p id=caption-7>{WORDS}</p>",
        f'<div class="caption">{WORDS}</div>',
        f'<img src=a.jpg> In Orr.<div class="caption">{WORDS}</div>',
        f'<img src=a.jpg><div class="captions">{WORDS}</div>',
        f"<p>{WORDS}, where a photograph by A. Osk was shown</p>",
        f"<p>{WORDS} (file photo) are three</p>",
        f"<dl><dt>Orr</dt><dd>{WORDS}</dd></dl>",
    ],
)
def test_other_words_stay(markup: str) -> None:
    assert WORDS in first_text(markup)


PICTURE = "![Two men at a table](pact.jpg)"


@pytest.mark.parametrize(
    "caption", ["*Envoys in Orr on May 9, 2004. (Press)*", "_Envoys in Orr_", "\n*Envoys in Orr.*"]
)
def test_italics_below_a_picture_in_markdown_are_left_out(caption: str) -> None:
    first = f"{PICTURE}\n{caption}\n\nThe envoys meet."
    text = f"Timeline\n\n## 2004\n\n{first}\n\n## 2005\n\nThe pact holds.\n\n## 2006\n\nIt ends.\n"
    assert rows(read_text(text, "list.md")) == [
        ("2004", "The envoys meet."),
        ("2005", "The pact holds."),
        ("2006", "It ends."),
    ]


@pytest.mark.parametrize("words", ["*Orr* sees *envoys.*", "**They meet in Orr.**", "They meet in *Orr.*"])
def test_other_words_below_a_picture_in_markdown_stay(words: str) -> None:
    text = f"Timeline\n\n3 May 2004: Talks.\n\n{PICTURE}\n{words}\n\n4 June 2004: A pact.\n\n9 July 2004: A visit.\n"
    assert rows(read_text(text, "list.md"))[0][1] == f"Talks. {words.replace('*', '')}"


def test_tables_in_figures_and_entries_beside_pictures_are_read() -> None:
    days = ("3 May 2004", "4 June 2004", "9 July 2004", "8 May 2005")
    figure = "".join(f"<tr><td>{day}</td><td>The envoys of both sides meet.</td></tr>" for day in days)
    apart = "".join(f"<table><tr><td><img src=a.jpg><p>{day}: The envoys meet.</p></td></tr></table>" for day in days)
    for body in (f"<figure><img src=a.jpg><table>{figure}</table></figure>", apart):
        page = f"<html><body><h1>Chronology</h1>{body}</body></html>"
        assert len(rows(read_text(page, "page.html"))) == 4
