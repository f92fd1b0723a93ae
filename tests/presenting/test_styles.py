"""References as they are printed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pybtex.database import parse_string
from samples import NEVER, SOURCE, TALKS

from chronicle.model import EventDate, Precision
from chronicle.presenting.styles import STYLES, apa, as_bibtex, chicago
from chronicle.presenting.works import FamilyFirst, Name, author

KNOWN = FamilyFirst(frozenset({"Yu", "Kim", "Chen"}), frozenset({"Bin", "Chen", "Yu", "Jong-un"}))


@pytest.mark.parametrize(
    ("change", "reference"),
    [
        (
            {},
            "Example, Ada, and Ben Sample. “A Year of Talks.” Journal of Examples 23, no. 3 (January 2022)."
            " https://example.org/23/3.",
        ),
        (
            {"authors": ("Ada Example", "Yu Bin", "Ben Sample"), "url": None},
            "Example, Ada, Yu Bin, and Ben Sample. “A Year of Talks.” Journal of Examples 23, no. 3 (January 2022).",
        ),
        ({"authors": ("Yu Bin",), "publication": None, "volume": None, "number": None, "url": None},
         "Yu, Bin. “A Year of Talks.” January 2022."),
        ({"authors": (), "published": None, "title": "What Now?", "url": None},
         "“What Now?” Journal of Examples 23, no. 3."),
        ({"authors": ("The Example developers",), "number": None, "published": "2022", "url": None},
         "The Example developers. “A Year of Talks.” Journal of Examples 23 (2022)."),
    ],
)  # fmt: skip
def test_chicago(change: dict[str, Any], reference: str) -> None:
    assert chicago(replace(SOURCE, **change), None, KNOWN) == reference


@pytest.mark.parametrize(
    ("change", "reference"),
    [
        (
            {},
            "Example, A., & Sample, B. (2022, January). A Year of Talks. Journal of Examples, 23(3)."
            " https://example.org/23/3",
        ),
        ({"authors": ("Jean-Luc B. Example",), "published": "2022-01-15", "url": None},
         "Example, J.-L. B. (2022, January 15). A Year of Talks. Journal of Examples, 23(3)."),
        ({"authors": (), "published": None, "url": None}, "A Year of Talks. (n.d.). Journal of Examples, 23(3)."),
        ({"authors": ("Yu Bin",), "publication": None, "volume": None, "number": None, "url": None},
         "Yu, B. (2022, January). A Year of Talks."),
    ],
)  # fmt: skip
def test_apa(change: dict[str, Any], reference: str) -> None:
    assert apa(replace(SOURCE, **change), None, KNOWN) == reference


def test_an_event_is_named_behind_its_document() -> None:
    entry = "Entry of Sept. 3, 2021, in “Chronology of North - South Relations”."
    assert f"(January 2022). {entry} https://" in chicago(SOURCE, TALKS)
    assert f"23(3). {entry} https://" in apa(SOURCE, TALKS)
    [(key, found)] = parse_string(as_bibtex(SOURCE, TALKS), "bibtex").entries.items()
    assert (key, found.fields["note"]) == ("example2022-d1-a1b2c3d4", entry.rstrip("."))


@pytest.mark.parametrize(
    ("printed", "start", "end", "precision", "cited"),
    [
        ("Sept. 3, 2021", (2021, 9, 3), (2021, 9, 3), Precision.DAY, "Sept. 3, 2021"),
        ("Dec. 30-Jan. 2, 2018", (2017, 12, 30), (2018, 1, 2), Precision.RANGE, "Dec. 30-Jan. 2, 2018"),
        ("23", (2019, 1, 23), (2019, 1, 23), Precision.DAY, "23 January 2019"),
        ("March 8", (2018, 3, 8), (2018, 3, 8), Precision.DAY, "8 March 2018"),
        ("10–13 July", (2017, 7, 10), (2017, 7, 13), Precision.RANGE, "10–13 July 2017"),
        ("July", (1969, 7, 1), (1969, 7, 31), Precision.MONTH, "July 1969"),
        ("Late July", (1989, 7, 21), (1989, 7, 31), Precision.PART, "Late July 1989"),
        ("late", (1989, 7, 21), (1989, 7, 31), Precision.PART, "21–31 July 1989"),
        ("31", None, None, Precision.INVALID, "31"),
    ],
)
def test_the_entry_is_dated_with_its_year(
    printed: str, start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, precision: Precision, cited: str
) -> None:
    day = EventDate(printed, start and date(*start), end and date(*end), precision)
    assert f" Entry of {cited}, in “" in chicago(SOURCE, replace(TALKS, date=day))


def test_a_section_called_as_its_document_is_not_named_twice() -> None:
    event = replace(TALKS, source=replace(SOURCE, section="A YEAR OF TALKS"))
    assert "Entry of Sept. 3, 2021. https" in chicago(SOURCE, event)


def test_an_event_on_a_page() -> None:
    assert NEVER.source is not None
    assert "Entry of Sept. 31, 2021, p. 4." in chicago(NEVER.source, NEVER)


@pytest.mark.parametrize("style", STYLES)
def test_a_document_that_says_nothing_goes_by_its_file(style: str) -> None:
    bare = replace(SOURCE, title=None, authors=(), publication=None, volume=None, number=None, published=None,
                   section=None, url=None)  # fmt: skip
    assert "north-south.txt" in STYLES[style](bare, None, KNOWN)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Yu Bin", Name("Yu", "Bin", True)),
        ("Kim Jong-un", Name("Kim", "Jong-un", True)),
        ("Kim Beazley", Name("Beazley", "Kim")),
        ("Bin Yu", Name("Yu", "Bin")),
        ("Chen Yu", Name("Yu", "Chen")),
        ("Yu", Name("Yu")),
    ],
)
def test_who_is_printed_family_first(printed: str, name: Name) -> None:
    """Only where all words are known as such, and not the other way round as well."""
    assert author(printed, KNOWN) == name
