"""The signs that pictures are made of: block elements and Braille, or ASCII."""

from typing import NamedTuple


class Signs(NamedTuple):
    """`bar` fills whole cells; `heights` and `shades` rise from nothing to the most; `none` is a visible nothing."""

    bar: str
    dot: str
    line: str
    left_end: str
    right_end: str
    heights: str
    none: str
    shades: str
    axis: str
    tick: str
    corner: str
    branch: str
    last_branch: str
    cut: str
    has_braille: bool


UNICODE = Signs("█", "●", "─", "├", "┤", " ▁▂▃▄▅▆▇█", "·", "·░▒▓█", "─", "┬", "└", "├", "└", "…", True)
ASCII = Signs("#", "o", "-", "[", "]", " .:|#", "_", ".:+%#", "-", "+", "+", "|", "`", "~", False)


def signs_for(encoding: str | None) -> Signs:
    """Those that the encoding can print; a text that has none takes every sign."""
    if encoding is None:
        return UNICODE
    try:
        f"{''.join(sign for sign in UNICODE if isinstance(sign, str))}\N{BRAILLE PATTERN DOTS-1}".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return UNICODE


def level(value: float, most: float, steps: str) -> str:
    """The step for a value between 0 and `most`: the first for 0 alone, the last for the most alone."""
    if value <= 0 or most <= 0:
        return steps[0]
    return steps[max(1, min(len(steps) - 1, int(value / most * (len(steps) - 1))))]
