"""Tables with a column of dates: which lines belong to which row, told by where the dates stand."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from chronicle.reading.openings import ends_sentence, starts_text
from chronicle.reading.pdf.heads import date_sign, is_date, is_year, opens_entry
from chronicle.reading.pdf.runs import Run, lines_of

_LONGEST_DATE = 40
_WIDE = 1.25  # times the least line height: more white than that parts two rows
_AS_WIDE = 0.95  # of the white between two rows with dates: so much parts another row
_LARGER = 1.05  # times the size of the dates
_LEADING = 0.8  # sizes: less than the lines of any text are apart
_NEAR, _SPACED = 1.6, 2.0  # sizes between the lines of a date, as a rule and where all lines stand far apart
_COLUMN = 3.0  # points: cells of one column begin so near to each other
_ORDINAL = re.compile(r"\d{1,4}[.)]?\s+(?=\S)")

Lines = tuple[Run, ...]
Begun = tuple[float, list[Run]]  # where a row begins, and its date


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with its lines.

    The first cell is empty in a row that has the date of the one above, and in the rest of a row that a page break cut.
    """

    rows: tuple[tuple[Lines, ...], ...]


def is_table(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the left side holds dates and the right side what happened."""
    if sum(len(run.text) <= _LONGEST_DATE for run in left) * 2 < len(left):
        return False
    apart = {*map(id, titles_in(left, right))}
    labels = [_text(label) for label in _labels(lines_of(run for run in left if id(run) not in apart))]
    dates = sum(is_date(without_ordinal(label)) for label in labels)
    if dates < 2 or dates * 3 < len(labels) * 2 or len(right) < dates:
        return False
    return not all(label.isdigit() for label in labels) or not _are_dated(right)


def titles_in(left: Sequence[Run], right: Sequence[Run]) -> list[Run]:
    """What parts the rows of a table by countries, say: words in the column of dates that are none, larger than these,
    in bold where these are not or in capitals, with nothing beside them.
    """
    dates = [run for run in left if is_date(run.text)]
    size, bold = max((run.size for run in dates), default=0.0), any(run.is_bold for run in dates)
    words = (run for run in left if dates and run.text[0].isupper() and not is_date(run.text))
    set_apart = (run for run in words if run.size > _LARGER * size or (run.is_bold and not bold) or run.text.isupper())
    return [run for run in set_apart if is_alone(run, left, right, _LEADING)]


def is_alone(run: Run, left: Sequence[Run], right: Sequence[Run], within: float = 0.5) -> bool:
    """Whether nothing stands beside a run on its line, `within` so many sizes up and down."""
    return sum(abs(other.base - run.base) < within * run.size for side in (left, right) for other in side) == 1


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


def _uncounted(labels: Sequence[list[Run]]) -> list[list[Run]]:
    """Dates without the numbers of their rows, where these count up: `11 March 2008` above `12 July 1–3, 2008`."""
    dated = [at for at, label in enumerate(labels) if is_date(without_ordinal(_text(label)))]
    leads = {at: lead for at in dated if (lead := _ORDINAL.match(labels[at][0].text))}
    rest = {at: [labels[at][0]._replace(text=lead.string[lead.end() :]), *labels[at][1:]] for at, lead in leads.items()}
    if len(leads) < max(2, len(dated)) or not _count_up([int(lead[0].strip(" .)")) for lead in leads.values()]):
        return list(labels)
    if all(is_date(_text(labels[at])) for at in dated) or not all(is_date(_text(label)) for label in rest.values()):
        return list(labels)  # `11 March`, `12 March`
    return [rest.get(at, label) for at, label in enumerate(labels)]


def _count_up(numbers: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


def _text(lines: Sequence[Run]) -> str:
    return " ".join(line.text for line in lines)


def _labels(lines: Sequence[Run], near: float = _NEAR) -> list[list[Run]]:
    """The lines of a date column as its cells: a date can run over several lines, each `near` the one above."""
    labels: list[list[Run]] = []
    for line in lines:
        if labels and _is_cut(labels[-1], line, near):
            labels[-1][-1] = labels[-1][-1]._replace(text=labels[-1][-1].text + line.text)
        elif labels and _goes_on(labels[-1], line, near):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _is_cut(label: list[Run], line: Run, near: float) -> bool:
    """`y` below `January–Februar`: the end of a word for which the cell was too narrow."""
    above = label[-1].text
    fragment = line.text.isalpha() and line.text.islower() and above[-1].isalpha()
    return (
        fragment and _is_below(label, line, near) and is_date(above + line.text) and not is_date(f"{above} {line.text}")
    )


def _is_below(label: list[Run], line: Run, near: float) -> bool:
    return line.base - label[-1].base < near * line.size


def _goes_on(label: list[Run], line: Run, near: float) -> bool:
    if label[-1].text.isdigit() and line.text.isdigit() and is_date(label[-1].text):
        return False  # `20` and `24` below the month of both
    whole = without_ordinal(f"{_text(label)} {line.text}")
    another = _is_whole(line.text) and not _needs_month(_text(label))
    return len(whole) <= _LONGEST_DATE and is_date(whole) and not another and _is_below(label, line, near)


def _needs_month(text: str) -> bool:
    """`12–13`, above `August 2019`: days without their month; not a year."""
    return not any(c.isalpha() for c in text) and not is_year(text)


def _is_whole(text: str) -> bool:
    """Whether a line is a date by itself, with a month and a day or a year."""
    return is_date(text) and any(c.isalpha() for c in text) and any(c.isdigit() for c in text)


def table_of(left: Sequence[Run], right: Sequence[Run]) -> Table:
    labels, lines = _labels(lines_of(left)), lines_of(right)
    begun = _rows_by_gaps(labels, lines)
    if begun is None and _are_spaced(lines):
        begun = _rows_by_middles(_labels(lines_of(left), _SPACED), lines)
    begun = (
        begun
        or _rows_by_tops(labels, lines)
        or _rows_by_middles(labels, lines)
        or [(label[0].base, label) for label in labels]
    )
    return _table(begun, right, _edges(right))


def table_around(dates: Sequence[Run], texts: Sequence[Run], right: float, *, named: bool) -> Table | None:
    """A table with text on both sides of its dates, on the second behind `right`; None if it has no plain rows.

    `named` says that a name heads the column of dates, so that a date may show by itself where its row begins.
    """
    labels, lines = _labels(lines_of(dates)), lines_of(texts)
    begun = _rows_by_gaps(labels, lines) or _rows_by_middles(labels, lines)
    begun = begun or (_rows_by_tops(labels, lines) if named else None)
    return _table(begun, texts, [float("-inf"), right]) if begun is not None else None


def _table(begun: Sequence[Begun], right: Sequence[Run], edges: Sequence[float]) -> Table:
    labels = _uncounted([label for _, label in begun])
    starts = [start - right[0].size / 2 for start, _ in begun]
    cells: list[list[Run]] = [[] for _ in range(len(labels) + 1)]
    for run in right:
        cells[bisect_right(starts, run.base)].append(run)
    rest = [((), *_split(cells[0], edges))] if cells[0] else []
    rows = [(tuple(label), *_split(cell, edges)) for label, cell in zip(labels, cells[1:], strict=True)]
    return Table((*rest, *rows))


def _rows_by_gaps(labels: Sequence[list[Run]], lines: Sequence[Run]) -> list[Begun] | None:
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
    dated = dict(zip(found, labels, strict=True))
    rows = {**dict.fromkeys(_undated(groups, found)), **dated}
    return [(tops[at], label or []) for at, label in sorted(rows.items(), key=itemgetter(0))]


def _undated(groups: Sequence[list[Run]], dated: Sequence[int]) -> list[int]:
    """The groups of lines that are rows without a date of their own: parted from what stands above as the dated ones
    are, where one sentence ends and another begins.
    """
    white = [below[0].base - above[-1].base for above, below in pairwise(groups)]
    between = min((white[at - 1] for at in dated if at), default=None)
    if between is None:
        return []
    apart = (at for at in range(min(dated) + 1, len(groups)) if white[at - 1] > _AS_WIDE * between)
    told = (at for at in apart if starts_text(groups[at][0].text) and ends_sentence(groups[at][-1].text))
    return [at for at in told if ends_sentence(groups[at - 1][-1].text)]


def _rows_by_middles(labels: Sequence[list[Run]], lines: Sequence[Run]) -> list[Begun] | None:
    """Where no white parts the rows, but each date stands beside the very middle of its lines, above and below."""
    found: list[Begun] = []
    at = 0
    for label in labels:
        if at == len(lines):
            return None
        last = (label[0].base + label[-1].base) - lines[at].base
        end = bisect_right(lines, last + _COLUMN, key=_base_of)
        if end <= at or abs(lines[end - 1].base - last) > _COLUMN:
            return None
        found.append((lines[at].base, label))
        at = end
    return found if at == len(lines) else None


def _rows_by_tops(labels: Sequence[list[Run]], lines: Sequence[Run]) -> list[Begun] | None:
    """Where each date stands beside the first line of its row, one sentence ended and another begun."""
    found: list[Begun] = []
    for label in labels:
        at = next((n for n, line in enumerate(lines) if abs(line.base - label[0].base) < _COLUMN), None)
        if at is None or not starts_text(lines[at].text) or (at and not ends_sentence(lines[at - 1].text)):
            return None
        found.append((lines[at].base, label))
    return found if found[0][0] == lines[0].base else None


def _are_spaced(lines: Sequence[Run]) -> bool:
    return all(below.base - above.base > _NEAR * above.size for above, below in pairwise(lines))


def _base_of(run: Run) -> float:
    return run.base


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
