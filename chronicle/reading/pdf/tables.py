"""Tables with a column of dates: which lines belong to which row, told by where the dates stand."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronicle.reading.pdf.heads import date_sign, is_date, opens_entry
from chronicle.reading.pdf.runs import Run, lines_of

_LONGEST_DATE = 40
_WIDE = 1.25  # times the least line height: more white than that parts two rows
_COLUMN = 3.0  # points: cells of one column begin so near to each other
_ORDINAL = re.compile(r"\d{1,4}[.)]?\s+(?=\S)")

Lines = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with its lines; the rest of a row that a page break cut has an empty first cell."""

    rows: tuple[tuple[Lines, ...], ...]


def is_table(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the left side holds dates and the right side what happened."""
    if sum(len(run.text) <= _LONGEST_DATE for run in left) * 2 < len(left):
        return False
    labels = [_text(label) for label in _labels(lines_of(left))]
    dates = sum(is_date(without_ordinal(label)) for label in labels)
    if dates < 2 or dates * 3 < len(labels) * 2 or len(right) < dates:
        return False
    return not all(label.isdigit() for label in labels) or not _are_dated(right)


def beside(left: Sequence[Run], right: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run]]:
    """The left side's runs above the right side's first line, beside its lines, and below its last one."""
    top, bottom = right[0].base, right[-1].base
    above = [run for run in left if run.base < top - run.size]
    below = [run for run in left if run.base > bottom + run.size and not is_date(run.text)]
    apart = {*map(id, above), *map(id, below)}
    return above, [run for run in left if id(run) not in apart], below


def are_rows(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether both sides are one table: beside every date on the left begins a line on the right, which has none."""
    dated = [run.base for run in left if date_sign(run.text) is not None]
    if len(dated) < 2 or any(date_sign(run.text) is not None for run in right):
        return False
    bases = [run.base for run in right]
    return all(any(abs(base - other) < 3 for other in bases) for base in dated)


def _are_dated(right: Sequence[Run]) -> bool:
    """Whether the dates stand in the second column, so that the first one only counts the rows."""
    return sum(is_date(run.text) or opens_entry(run.text) for run in right) >= 2


def without_ordinal(text: str) -> str:
    """`3. Sept. 5, 2021` without the number of its row; `3 September` stays."""
    lead = _ORDINAL.match(text)
    return text[lead.end() :] if lead and not is_date(text) else text


def _text(lines: Sequence[Run]) -> str:
    return " ".join(line.text for line in lines)


def _labels(lines: Sequence[Run]) -> list[list[Run]]:
    """The lines of a date column as its cells: a date can run over several lines."""
    labels: list[list[Run]] = []
    for line in lines:
        if labels and _goes_on(labels[-1], line):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _goes_on(label: list[Run], line: Run) -> bool:
    near = line.base - label[-1].base < 1.6 * line.size
    whole = without_ordinal(f"{_text(label)} {line.text}")
    return near and len(whole) <= _LONGEST_DATE and is_date(whole) and not _is_whole(line.text)


def _is_whole(text: str) -> bool:
    """Whether a line is a date by itself, with a month and a day or a year."""
    return is_date(text) and any(c.isalpha() for c in text) and any(c.isdigit() for c in text)


def table_of(left: Sequence[Run], right: Sequence[Run]) -> Table:
    labels, lines = _labels(lines_of(left)), lines_of(right)
    starts = _starts_by_gaps(labels, lines) or [label[0].base for label in labels]
    starts = [start - lines[0].size / 2 for start in starts]
    edges = _edges(right)
    cells: list[list[Run]] = [[] for _ in range(len(labels) + 1)]
    for run in right:
        cells[bisect_right(starts, run.base)].append(run)
    rest = [((), *_split(cells[0], edges))] if cells[0] else []
    rows = [(tuple(label), *_split(cell, edges)) for label, cell in zip(labels, cells[1:], strict=True)]
    return Table((*rest, *rows))


def _starts_by_gaps(labels: Sequence[list[Run]], lines: Sequence[Run]) -> list[float] | None:
    """Where white parts the rows and the paragraphs in them, and each date stands beside one: at its top, in its
    middle or at its foot.
    """
    heights = [b.base - a.base for a, b in pairwise(lines)]
    groups: list[list[Run]] = [[lines[0]]]
    for line, height in zip(lines[1:], heights, strict=True):
        if height > _WIDE * min(heights):
            groups.append([])
        groups[-1].append(line)
    tops = [group[0].base for group in groups]
    found = [bisect_right(tops, label[0].base + label[0].size / 2) - 1 for label in labels]
    if len(set(found)) < len(labels) or min(found) < 0:
        return None
    if not all(_is_beside(label, groups[at]) for label, at in zip(labels, found, strict=True)):
        return None
    return [tops[at] for at in found]


def _is_beside(label: Sequence[Run], group: Sequence[Run]) -> bool:
    slack = label[0].size / 2
    return group[0].base - slack <= label[0].base and label[-1].base <= group[-1].base + slack


def _edges(runs: Sequence[Run]) -> list[float]:
    """The left edges of the columns behind the dates: several runs begin there, and none lies across."""
    counts = Counter(round(run.left / _COLUMN) for run in runs)
    edges: list[float] = []
    for step in sorted(counts):
        edge = step * _COLUMN
        begun = counts[step] + counts[step + 1]
        if begun >= 2 and (not edges or edge - edges[-1] > 3 * _COLUMN) and not _is_crossed(runs, edge):
            edges.append(edge)
    return edges


def _is_crossed(runs: Sequence[Run], edge: float) -> bool:
    return any(run.left < edge - _COLUMN and run.right > edge for run in runs)


def _split(runs: Sequence[Run], edges: Sequence[float]) -> list[Lines]:
    """The cells of one row."""
    if len(edges) < 2:
        return [tuple(lines_of(runs))]
    cells: list[list[Run]] = [[] for _ in edges]
    for run in runs:
        cells[max(0, bisect_right(edges, run.left + _COLUMN) - 1)].append(run)
    return [tuple(lines_of(cell)) for cell in cells]
