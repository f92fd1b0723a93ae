"""References as they are printed."""

from dataclasses import replace
from typing import Any

import pytest
from pybtex.database import parse_string
from samples import NEVER, SOURCE, TALKS

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
