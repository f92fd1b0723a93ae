"""Values to the text of one cell, the same for every flat format, and back."""

import re
from collections.abc import Sequence

Scalar = str | int | float | bool | None
Value = Scalar | tuple[Scalar, ...]

SEPARATOR = "; "


def cell(value: Value) -> str:
    """One value as text: nothing for None, `true` and `false`, a list joined by `; `."""
    if value.__class__ is str:
        return value
    if isinstance(value, tuple):
        return join(value)
    return scalar(value)


def scalar(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def join(items: Sequence[Scalar]) -> str:
    r"""A list as one cell. An item's own `;` becomes `\;`, its `\` becomes `\\`: `split` undoes it."""
    return SEPARATOR.join(_escape(scalar(item)) for item in items)


def _escape(text: str) -> str:
    if "\\" in text or ";" in text:
        return text.replace("\\", "\\\\").replace(";", "\\;")
    return text


_PIECE = re.compile(r"\\(?P<escaped>.)|(?P<separator>; )|(?P<text>[^\\;]+)", re.DOTALL)


def split(text: str) -> tuple[str, ...]:
    """The items that `join` put together; an empty cell is an empty list."""
    items = [""]
    for piece in _PIECE.finditer(text):
        if piece["separator"]:
            items.append("")
        else:
            items[-1] += piece["escaped"] or piece["text"]
    return tuple(items) if text else ()


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def plain(text: str) -> str:
    """The text on one line and without control signs, so that data cannot break a row or steer a terminal."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text
