"""Links of Markdown whose addresses stand apart from them, mostly below the list."""

import pytest
from entries import read_text, rows

from chronicle.model import Link

LIST = """# Timeline of the strait

- **3 May 2004**: Talks open in {talks}.
- **5 June 2004**: A pact is signed.
- **9 July 2005**: A visit, told by the {star}, ends.

{below}
"""
TOLD = [
    ("2004-05-03", "Talks open in Lind."),
    ("2004-06-05", "A pact is signed."),
    ("2005-07-09", "A visit, told by the Star, ends."),
]
LIND, STAR = Link("Lind", "https://example.org/lind"), Link("Star", "https://example.org/star?a=1")
FORMS = {
    "numbers": ("[Lind][1]", "[Star][2]", "[1]: {lind}\n[2]: {star}"),
    "names": ("[Lind][port]", "[Star][The Star]", "[the star]: {star}\n[port]: {lind}"),
    "their own words": ("[Lind][]", "[Star]", "[Lind]: {lind}\n\n[star]: {star}"),
    "titles": ("[Lind][1]", "[Star][2]", '[1]: {lind} "The port"\n[2]: <{star}> (The Star)'),
}


@pytest.mark.parametrize(("talks", "star", "below"), FORMS.values(), ids=FORMS)
def test_addresses_below_the_list(talks: str, star: str, below: str) -> None:
    below = below.format(lind=LIND.url, star=STAR.url)
    document = read_text(LIST.format(talks=talks, star=star, below=below), "strait.md")
    assert rows(document) == TOLD
    assert [e.links for e in document.sections[0].entries] == [(LIND,), (), (STAR,)]


def test_addresses_between_the_entries() -> None:
    text = LIST.format(talks="[Lind][1]", star="[Star][2]", below="")
    text = text.replace("- **5 June", f"\n[1]: {LIND.url}\n[2]: {STAR.url}\n\n- **5 June")
    assert rows(read_text(text, "strait.md")) == TOLD


def test_a_link_behind_an_entry_names_its_source() -> None:
    text = LIST.format(talks="Lind", star="Star", below=f"[1]: {LIND.url}").replace("signed.", "signed. ([Star][1])")
    document = read_text(text, "strait.md")
    assert rows(document)[1] == ("2004-06-05", "A pact is signed. (Star)")
    assert document.sections[0].entries[1].links == (Link("Star", LIND.url),)


def test_the_numbers_of_notes_are_no_links() -> None:
    text = LIST.format(talks="Lind", star="Star", below=f"[1]: {LIND.url}").replace("signed.", "signed.[1]")
    document = read_text(text, "strait.md")
    assert rows(document) == TOLD
    assert document.sections[0].entries[1].links == ()


@pytest.mark.parametrize("words", ["the [first] pact", "the [first][4] pact", "[sic] pact"])
def test_words_in_brackets_without_an_address_stay(words: str) -> None:
    text = LIST.format(talks="Lind", star="Star", below=f"[1]: {LIND.url}").replace("A pact is", f"Of {words} one is")
    assert "pact one is signed." in rows(read_text(text, "strait.md"))[1][1]
