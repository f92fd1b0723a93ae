"""One version everywhere: in the package, in CITATION.cff and where docs/limits-and-citing.md shows how to cite it."""

import re

from terminal import ROOT

from chronicle import __version__

CITATION = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "limits-and-citing.md").read_text(encoding="utf-8")


def test_the_citation_names_this_version() -> None:
    assert re.findall(r"^version: (.+)$", CITATION, re.MULTILINE) == [__version__]


def test_the_page_cites_this_version() -> None:
    assert f"Version {__version__}." in PAGE
    assert f"version = {{{__version__}}}" in PAGE


def test_every_page_stands_in_the_index() -> None:
    docs = ROOT / "docs"
    index = (docs / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in docs.glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\(([\w-]+\.md)\)", index))
