"""Values to the text of one cell, the same for every flat format, and back."""

import re
from collections.abc import Iterable, Sequence

from chronicle.directing import undirected

Scalar = str | int | float | bool | None
Value = Scalar | tuple[Scalar, ...]

SEPARATOR = "; "


def cell(value: Value) -> str:
    """One value as text: nothing for None, `true` and `false`, a list joined by `; `."""
    return join(value) if isinstance(value, tuple) else scalar(value)


def cells(row: Iterable[Value]) -> list[str]:
    """A row as text. Most values are text already, and an export is millions of them."""
    return [value if value.__class__ is str else cell(value) for value in row]


def scalar(value: Scalar) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def join(items: Sequence[Scalar]) -> str:
    r"""A list as one cell. An item's own `;` becomes `\;`, its `\` becomes `\\`: `split` undoes it."""
    if not items:
        return ""
    texts = [item if item.__class__ is str else scalar(item) for item in items]
    joined = SEPARATOR.join(texts)
    if joined.count(";") == len(texts) - 1 and "\\" not in joined:
        return joined
    return SEPARATOR.join(map(escape, texts))


def escape(item: str) -> str:
    """An item as it stands in a list."""
    return item.replace("\\", "\\\\").replace(";", "\\;")


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
    if text.isprintable():
        return text
    return undirected(_CONTROL.sub(" ", text))
