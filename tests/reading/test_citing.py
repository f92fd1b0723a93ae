"""Dated bullets below an entry that only cites them, and those that are entries."""

import pytest
from entries import dates, read_text, rows

ABOVE = ["3 May 2004: Talks open in Orr.", "2 June 2004: They fail."]
BELOW = ["12 December 2004: The premier comes.", "14 January 2005: Ships sail."]
CITED = ["- 1 August 1998: The treaty of Lind.", "- 3 September 1999: The pact of Brill."]
DAYS = ["2004-05-03", "2004-06-02", "2004-07-09", "2004-12-12", "2005-01-14"]


def listed(entry: str, bullets: list[str], *, backwards: bool = False) -> str:
    above, below = (BELOW[::-1], ABOVE[::-1]) if backwards else (ABOVE, BELOW)
    return "\n\n".join(["# Timeline of the strait", *above, entry, "\n".join(bullets), *below])


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    "entry",
    ["9 July 2004: The accord is signed. It cites:", "### 9 July 2004\n\nThe accord is signed. It cites:"],
    ids=["on one line", "under a heading"],
)
def test_bullets_with_dates_from_before_their_entry_belong_to_it(entry: str, backwards: bool) -> None:
    text = listed(entry, CITED, backwards=backwards)
    found = rows(read_text(text, "strait.md"))
    told = "The accord is signed. It cites: 1 August 1998: The treaty of Lind. 3 September 1999: The pact of Brill."
    assert found[2] == ("2004-07-09", told)
    assert [edtf for edtf, _ in found] == (DAYS[::-1] if backwards else DAYS)


@pytest.mark.parametrize(
    ("entry", "bullets"),
    [
        ("9 July 2004: The accord is signed.", CITED),
        ("9 July 2004: The accord is signed. Then:", ["- 1 August 2004: A vote.", "- 3 September 2004: A pact."]),
        (
            "9 July 2004: The accord is signed. Then:",
            ["- 1 August: A vote is held.", "- 3 September: A pact is sealed."],
        ),
    ],
    ids=["behind no colon", "later days", "days without a year"],
)
def test_bullets_with_dates_that_are_entries(entry: str, bullets: list[str]) -> None:
    assert len(rows(read_text(listed(entry, bullets), "strait.md"))) == len(DAYS) + len(bullets)


def test_a_list_of_bullets_below_the_day_of_its_page() -> None:
    bullets = [f"- 1 August {year}: Talks are held in Orr." for year in range(1991, 1999)]
    text = "\n".join(["12 May 2004: Here is a look at key events:", *bullets, "13 May 2004"])
    assert dates(read_text(text, "strait.txt"))[-8:] == [f"{year}-08-01" for year in range(1991, 1999)]
