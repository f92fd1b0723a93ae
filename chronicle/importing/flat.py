"""A row of the CSV export to the record that it was made of (docs/csv.md)."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from chronicle.importing.records import RefusedRow
from chronicle.presenting.cells import split
from chronicle.presenting.csv import FORMULA

Cells = Mapping[str, str]

_ACTORS = {
    "name": "actors", "kind": "actor_kinds", "country": "actor_countries", "office": "actor_offices",
    "role": "actor_roles", "inferred": "actor_inferences", "mention": "actor_mentions",
    "wikidata": "actor_wikidata_ids",
}  # fmt: skip
_VENUES = {
    "name": "venues", "country": "venue_countries", "kind": "venue_kinds", "latitude": "venue_latitudes",
    "longitude": "venue_longitudes", "geonames": "venue_geonames", "mention": "venue_mentions",
}  # fmt: skip
_LINKS = {"text": "link_texts", "url": "link_urls"}
_LOCATION = ("start", "end", "page", "line")
_SOURCE = (
    "id", "file", "title", "authors", "publication", "volume", "number", "published", "relation", "section", "url",
)  # fmt: skip


def from_row(cells: Cells, is_excel: bool = False) -> dict[str, Any]:
    """An empty cell is an absent value. `is_excel`: an apostrophe that was put before a formula is taken away."""
    row = {name: _unmarked(cell) for name, cell in cells.items()} if is_excel else cells
    if row["approximate"] not in _TRUTHS:
        row = _as_exported(row)
    return {
        "id": row["id"],
        "source": {key: _source(row, key) for key in _SOURCE},
        "ordinal": _number("ordinal", row["ordinal"]),
        "location": {key: _number(f"location_{key}", row[f"location_{key}"]) for key in _LOCATION},
        "date": {
            "text": row["date_text"],
            "start": row["start"] or None,
            "end": row["end"] or None,
            "precision": row["precision"],
            "approximate": _truth("approximate", row["approximate"]),
            "edtf": row["edtf"] or None,
        },
        "headline": row["headline"],
        "text": row["text"],
        "type": row["type"],
        "plover": row["plover"] or None,
        "mode": row["mode"] or None,
        "actors": _objects(row, _ACTORS),
        "venues": _objects(row, _VENUES),
        "links": [{key: value or "" for key, value in link.items()} for link in _objects(row, _LINKS)],
        "flags": list(split(row["flags"])),
    }  # fmt: skip


_TRUTHS = {"true": True, "false": False}
# Texts that may be nothing but digits, which other programs take for numbers.
_DIGITS = ("source_volume", "source_number", "source_published", "venue_geonames")
_WHOLE = re.compile(r"([0-9]+)\.0+")


def _as_exported(row: Cells) -> Cells:
    """A row that another program wrote, as its truth values show: a volume `12.0` is `12` again."""
    return {name: _whole(cell) if name in _DIGITS else cell for name, cell in row.items()}


def _whole(cell: str) -> str:
    """`12.0` is `12`: pandas makes such of a column of whole numbers in which one is missing."""
    found = _WHOLE.fullmatch(cell)
    return found[1] if found else cell


def _unmarked(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _source(row: Cells, key: str) -> Any:
    cell = row[f"source_{key}"]
    return list(split(cell)) if key == "authors" else cell or None


def _number(column: str, cell: str) -> int | None:
    if not cell:
        return None
    whole = _whole(cell)
    if not (whole.isascii() and whole.isdecimal()):
        raise RefusedRow(f"{column}: {cell!r} is no number")
    return int(whole)


def _truth(column: str, cell: str) -> bool:
    """In any case: pandas writes `True`, Excel `TRUE`."""
    told = cell.lower()
    if told not in _TRUTHS:
        raise RefusedRow(f"{column}: {cell!r} is neither true nor false")
    return _TRUTHS[told]


def _degrees(column: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise RefusedRow(f"{column}: {cell!r} is no number") from None


_READ: dict[str, Callable[[str, str], Any]] = {"inferred": _truth, "latitude": _degrees, "longitude": _degrees}


def _objects(row: Cells, columns: Mapping[str, str]) -> list[dict[str, Any]]:
    """The objects whose values stand in parallel lists; a list of one empty item looks like an empty list."""
    lists = {key: split(row[column]) for key, column in columns.items()}
    size = max(map(len, lists.values()))
    for key, items in lists.items():
        if len(items) not in (0, size) or (not items and size > 1):
            raise RefusedRow(f"{columns[key]}: has {len(items)} items where others have {size}")
    return [{key: _item(columns[key], key, items, at) for key, items in lists.items()} for at in range(size)]


def _item(column: str, key: str, items: tuple[str, ...], at: int) -> Any:
    item = items[at] if items else ""
    return _READ.get(key, _as_it_is)(column, item) if item else None


def _as_it_is(column: str, item: str) -> str:
    return item
