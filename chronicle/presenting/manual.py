"""A page of the documentation set for a terminal, by Rich; it is our own text, so its markup is meant."""

import re
from typing import TextIO

from rich.markdown import Markdown

from chronicle.presenting.terminal.lines import console

# Wider lines of prose are hard to read.
_WIDEST = 110
_LINK = re.compile(r"(?<!!)\[(?P<text>[^]\n]*)\]\((?P<to>[^)\s]+)\)")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)


def write_page(text: str, file: TextIO, width: int, colour: bool) -> None:
    """Headings, lists and tables as they are meant, and lines no longer than the terminal is wide."""
    page = Markdown(_for_a_terminal(text, colour), hyperlinks=False, code_theme="ansi_dark")
    console(file, min(width, _WIDEST), colour).print(page)


def _for_a_terminal(text: str, colour: bool) -> str:
    """Links in words; without colour the words of code keep the signs that tell them apart. Blocks of code stay."""
    parts = _FENCED.split(text)
    return "".join(part if part.startswith("```") else _told(part, colour) for part in parts)


def _told(text: str, colour: bool) -> str:
    """`[pages](report.md)` is `pages (report.md)`, by which `chronicle docs` finds the page."""
    text = _LINK.sub(_in_words, text)
    return text if colour else _CODE.sub(r"`` `\1` ``", text)


def _in_words(link: re.Match[str]) -> str:
    text, to = link["text"], link["to"].removeprefix("../")
    return text if to.partition("#")[0] in ("", text) else f"{text} ({to})"
