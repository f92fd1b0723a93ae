"""The names of a table's columns, printed anew where the table goes on on another page: `Date | Event`, `1999 | Event`.

A year among them stays in force without being printed again, so nothing is lost with such a row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from chronicle.reading.openings import ends_sentence
from chronicle.reading.pdf.between import NAMES_OF_DATES
from chronicle.reading.pdf.heads import is_date, is_year
from chronicle.reading.pdf.runs import Run, Sheet, rows_of

_NUMBERS = frozenset(("no", "nr", "number", "#", "s/n", "s/no"))
_DEPTH = 3  # rows at the top of a page among which the names can stand, and lines that they can take
_NEAR = 3.0  # points: so near to each other stand the cells of one column on two pages

Row = list[Run]


def without_repeated_names(pages: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the rows at their tops that name the columns as the last such row of the document did."""
    seen: dict[tuple[str, ...], list[Row]] = {}
    return [_cleared(sheet, seen) for sheet in pages]


def _cleared(sheet: Sheet, seen: dict[tuple[str, ...], list[Row]]) -> Sheet:
    if not any(_heads_dates(run) for run in sheet.runs):
        return sheet
    rows = list(rows_of(sheet.runs))
    dropped: set[int] = set()
    for at, row in enumerate(rows):
        if _names_columns(row):
            names = tuple(run.text for run in row[1:])
            if at < _DEPTH and names in seen:
                dropped.update(id(run) for again in _repeated(rows[at:], seen[names]) for run in again)
            seen[names] = rows[at : at + _DEPTH]
    return replace(sheet, runs=tuple(run for run in sheet.runs if id(run) not in dropped)) if dropped else sheet


def _heads_dates(run: Run) -> bool:
    return is_year(run.text) or run.text.strip(" :.").casefold() in NAMES_OF_DATES


def _names_columns(row: Row) -> bool:
    """`Date | Event`, `No. | Date | Event`, `1999 | Event`; not `North | Date | South`, whose dates need their name."""
    if len(row) < 2 or any(ends_sentence(run.text) for run in row[1:]):
        return False
    counted = row[0].text.strip(" :.").casefold() in _NUMBERS and len(row) > 2
    return _heads_dates(row[1] if counted else row[0])


def _repeated(rows: Sequence[Row], before: Sequence[Row]) -> Iterator[Row]:
    """The lines of the names, as far as both pages have them alike."""
    for row, above in zip(islice(rows, _DEPTH), before, strict=False):
        if not _is_same(row, above) or (row is not rows[0] and is_date(row[0].text)):
            return
        yield row


def _is_same(row: Row, other: Row) -> bool:
    """Whether two rows have the same cells in the same columns, wherever the margin of their page is."""
    if [run.text for run in row] != [run.text for run in other]:
        return False
    apart = (one.left - row[0].left - (two.left - other[0].left) for one, two in zip(row, other, strict=True))
    return all(abs(each) < _NEAR for each in apart)
