"""Words put into lines of a terminal, where a sign of Chinese, Japanese or Korean takes two columns."""

import re

from rich.cells import cell_len

_CHUNK = re.compile(r"\s+|\S+")


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """The text in lines of at most so many columns, all but the first indented.

    Blanks between words of a line stay as they are; only a word that is longer than a line is broken.
    """
    lines, line = [], ""
    for chunk in _CHUNK.findall(text):
        room = width - indent
        while cell_len(line + chunk) > width and not chunk.isspace():
            fits = _fitting(chunk, width - cell_len(line)) if cell_len(chunk) > room else 0
            if not fits and not line.strip():
                fits = 1
            lines.append((line + chunk[:fits]).rstrip())
            line, chunk = " " * indent, chunk[fits:]
        line += chunk if line.strip() or not lines else chunk.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(word: str, room: int) -> int:
    """How many of its signs there is room for."""
    fits = 0
    for sign in word:
        room -= cell_len(sign)
        if room < 0:
            break
        fits += 1
    return fits
