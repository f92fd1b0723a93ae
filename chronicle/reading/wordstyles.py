"""What the styles of a Word file make of its paragraphs and words."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Element = Any

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])$")
_BESIDE = re.compile(r"(?:caption|toc \d|toc heading|table of figures|header|footer|footnote text|endnote text)$")
_DEEPEST = 20  # styles based on each other
_OFF = frozenset(("0", "false", "off", "none"))


def tag(name: str) -> str:
    return _SPACE + name


_STYLE, _NAME, _BASED_ON = tag("style"), tag("name"), tag("basedOn")
_PPR, _RPR, _PSTYLE, _RSTYLE = tag("pPr"), tag("rPr"), tag("pStyle"), tag("rStyle")
_NUMPR, _NUM_ID, _OUTLINE = tag("numPr"), tag("numId"), tag("outlineLvl")
_B, _VANISH, _RAISED = tag("b"), tag("vanish"), tag("vertAlign")


def value(element: "Element", name: str = "val") -> str:
    return str(element.get(tag(name), ""))


def is_on(element: "Element | None") -> bool:
    """A switch is on if it is there and does not say otherwise."""
    return element is not None and value(element) not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """`level` of a heading, 0 for none; `is_beside`: a caption, a line of contents, no part of the text."""

    level: int = 0
    is_listed: bool = False
    is_bold: bool = False
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """How a run of words is shown."""

    is_bold: bool = False
    is_hidden: bool = False
    is_raised: bool = False


class Styles:
    """A file's styles by their ids; what a paragraph or run says itself goes before its style."""

    def __init__(self, element: "Element") -> None:
        self._elements = {value(style, "styleId"): style for style in element.iterchildren(_STYLE)}
        self._found: dict[str, Style] = {}

    def of_paragraph(self, paragraph: "Element") -> Style:
        own = paragraph.find(_PPR)
        if own is None:
            return Style()
        named = own.find(_PSTYLE)
        style = self._named(value(named)) if named is not None else Style()
        return _over(style, own)

    def of_run(self, run: "Element") -> Shown:
        own = run.find(_RPR)
        if own is None:
            return Shown()
        bold, named = own.find(_B), own.find(_RSTYLE)
        if bold is not None:
            is_bold = is_on(bold)
        else:
            is_bold = named is not None and self._named(value(named)).is_bold
        raised = own.find(_RAISED)
        return Shown(is_bold, is_on(own.find(_VANISH)), raised is not None and value(raised) == "superscript")

    def _named(self, key: str, depth: int = 0) -> Style:
        if key not in self._found:
            self._found[key] = self._read(key, depth)
        return self._found[key]

    def _read(self, key: str, depth: int) -> Style:
        element = self._elements.get(key)
        if element is None or depth > _DEEPEST:
            return Style()
        based = element.find(_BASED_ON)
        style = self._named(value(based), depth + 1) if based is not None else Style()
        style = _by_name(style, element.find(_NAME))
        if (own := element.find(_PPR)) is not None:
            style = _over(style, own)
        if (bold := element.find(f"{_RPR}/{_B}")) is not None:
            style = replace(style, is_bold=is_on(bold))
        return style


def _by_name(style: Style, element: "Element | None") -> Style:
    name = "" if element is None else value(element).lower()
    found = _HEADING.match(name)
    if found or name == "title":
        return replace(style, level=min(int(found[1]), 6) if found else 1)
    if _BESIDE.match(name):
        return replace(style, is_beside=True)
    return replace(style, is_listed=True) if name.startswith("list ") and name != "list paragraph" else style


def _over(style: Style, own: "Element") -> Style:
    """A style with what paragraph properties say over it."""
    numbered, outline = own.find(f"{_NUMPR}/{_NUM_ID}"), own.find(_OUTLINE)
    if numbered is not None:
        style = replace(style, is_listed=is_on(numbered))
    if outline is not None and value(outline).isdecimal():
        level = int(value(outline)[:2]) + 1
        style = replace(style, level=level if level <= 6 else 0)
    return style
