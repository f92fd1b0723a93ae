"""Reading order from geometry: columns side by side, full lines between them, and tables with a date column.

A column's left edge is a place where many runs begin. A run that lies across it belongs to no column; such
runs cut the page into bands, and within a band the left side is read before the right one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronicle.reading.openings import starts_text
from chronicle.reading.pdf.between import Parted, parted
from chronicle.reading.pdf.heads import is_date, is_year
from chronicle.reading.pdf.runs import Run, Span, lines_of
from chronicle.reading.pdf.tables import Table, are_rows, beside, is_alone, is_table, table_of, titles_in

_STEP = 2.0  # points: edges nearer than this are one
_GUTTER = 5.0  # points: the least white between two columns
_FEWEST = 3  # lines that a column needs to be one
_EDGES = 12  # places that are tried, the most frequent ones
_NEXT = 3.0  # sizes: so near stand a heading and what it heads
_INDENT = 20.0  # points: so far in may the lines of a hanging paragraph begin
_MOST = 0.9  # of the runs: no other edge needs to be tried then
_GUESSED = 1.4  # sizes: so far off may a guess be where a word within a line begins
_DEPTH = 6  # columns within columns


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one column, from the top down."""

    lines: tuple[Run, ...]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)


def blocks_of(pages: Sequence[Sequence[Run]]) -> Iterator[Block | Table]:
    """The blocks and tables of all pages in the order in which they are read."""
    ordered = [sorted(runs, key=lambda run: run.base) for runs in pages]
    found = [_best_edge(runs) for runs in ordered]
    usual = [edge for edge, count in Counter(filter(None, found)).most_common(_EDGES) if count >= 2 or len(pages) < 4]
    for runs, edge in zip(ordered, found, strict=True):
        around = parted(runs)
        if around is None:
            yield from _blocks(runs, _DEPTH, edge or _known_edge(runs, usual))
        else:
            yield from _around_dates(around)


def _around_dates(found: Parted) -> Iterator[Block | Table]:
    """A page with tables whose dates stand in the middle."""
    yield from _within(found.head, _DEPTH + 1)
    yield found.table
    further = parted(found.foot)
    yield from _within(found.foot, _DEPTH + 1) if further is None else _around_dates(further)


def _known_edge(runs: Sequence[Run], usual: Sequence[float]) -> float | None:
    """The edge that other pages have, if this one's second column is only too short to tell."""
    return next((edge for edge in usual if any(_is_begun(band, edge) for band in _bands(runs, edge))), None)


def _is_begun(band: Sequence[Run], edge: float) -> bool:
    """Whether a long column stands beside a few lines that begin at the edge."""
    left, right = _sides(band, edge)
    if len(left) < 2 * _FEWEST or not right or _crosses(band[0], edge):
        return False
    return _is_prose(left) and all(edge - _STEP <= run.left < edge + 10 * _STEP for run in right)


def _blocks(runs: Sequence[Run], depth: int, edge: float | None) -> Iterator[Block | Table]:
    if not runs:
        return
    if edge is None:
        yield Block(tuple(lines_of(runs)))
        return
    runs = _with_dates_apart(runs, edge)
    whole: list[Run] = []
    for band in _with_tails(list(_bands(runs, edge)), edge):
        if not (_is_parted(band, edge) or _is_begun(band, edge)):
            whole += band
            continue
        yield from _within(whole, depth)
        whole = []
        yield from _parted(band, edge, depth)
    yield from _within(whole, depth)


def _with_dates_apart(runs: Sequence[Run], edge: float) -> Sequence[Run]:
    """Runs in which a month so long that it touches the text beside it is cut from that, as shorter months are."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for run in runs:
        if run.left < edge and is_date(run.text):
            columns[round(run.left / _STEP)].append(run.text)
    if all(len(dates) < _FEWEST for dates in columns.values()):
        return runs
    found: list[Run] = []
    for run in runs:
        date, _, text = run.text.partition(" ")
        dates = columns[round(run.left / _STEP)]
        in_column = len(dates) >= _FEWEST and _crosses(run, edge) and len(date) >= max(map(len, dates))
        if in_column and _is_month_before(date, text) and abs(_begin_of(text, run) - edge) < _GUESSED * run.size:
            found.append(run._replace(text=date, right=edge - _GUTTER, bold=min(run.bold, len(date)), links=()))
            shift = len(date) + 1
            links = tuple(Span(s.start - shift, s.end - shift, s.url) for s in run.links if s.start >= shift)
            found.append(run._replace(text=text, left=edge, bold=max(0, run.bold - shift), links=links))
        else:
            found.append(run)
    return found


def _is_month_before(date: str, text: str) -> bool:
    """Whether a word is a month, and what follows is neither the rest of its date nor of its sentence."""
    return date.isalpha() and is_date(date) and starts_text(text) and not text[0].isdigit()


def _begin_of(text: str, run: Run) -> float:
    """About where the last words of a run begin."""
    return run.right - len(text) / len(run.text) * (run.right - run.left)


def _within(runs: Sequence[Run], depth: int) -> Iterator[Block | Table]:
    """A part of a page, which can have columns of its own."""
    yield from _blocks(runs, depth - 1, _best_edge(runs) if depth > 1 and runs else None)


def _parted(band: Sequence[Run], edge: float, depth: int) -> Iterator[Block | Table]:
    left, right = _sides(band, edge)
    head, labels, foot = beside(left, right)
    if is_table(labels, right):
        yield from _within(head, depth)
        yield from _in_parts(labels, right, edge)
        yield from _within(foot, depth)
        return
    yield from _within(left, depth)
    yield from _within(right, depth)


def _in_parts(labels: Sequence[Run], right: Sequence[Run], edge: float) -> Iterator[Block | Table]:
    """A table in parts, where titles stand between its dates, or years between its rows, beside no date, set in from
    the text's edge or in bold.
    """
    bold = sum(run.is_bold for run in right) * 2 > len(right)
    years = [
        run
        for run in right
        if is_year(run.text)
        and (run.left > edge + _INDENT or (run.is_bold and not bold))
        and is_alone(run, labels, right)
    ]
    heads = sorted((*years, *titles_in(labels, right)), key=lambda run: run.base)
    for head, following in pairwise([None, *heads, None]):
        if head is not None:
            yield Block((head,))
        top = head.base if head else float("-inf")
        stop = following.base if following else float("inf")
        dates, text = ([run for run in side if top < run.base < stop] for side in (labels, right))
        if dates and text:
            yield table_of(dates, text)
        elif dates or text:
            yield Block(tuple(lines_of(dates or text)))


def _best_edge(runs: Sequence[Run]) -> float | None:
    """The left edge that parts the most runs into two columns, the wider gutter first among equals."""
    best: tuple[int, float] = (0, 0.0)
    found = _second_dates(runs)
    if found is not None:
        return found
    for edge in _edges(runs) if runs else ():
        bands = [band for band in _bands(runs, edge) if _is_parted(band, edge)]
        if bands:
            score = (sum(map(len, bands)), min(_gutter(band, edge) for band in bands))
            if score > best:
                best, found = score, edge
            if score[0] > _MOST * len(runs):
                break
    return found


def _second_dates(runs: Sequence[Run]) -> float | None:
    """Where the dates of a second column of the page stand, if both columns have dates beside their text."""
    dates = [run for run in runs if is_date(run.text)]
    counts = Counter(round(run.left / _STEP) for run in dates)
    columns = sorted(step * _STEP for step, count in counts.items() if count >= _FEWEST)
    for first, second in pairwise(columns):
        one = [run for run in runs if abs(run.left - first) < _STEP], _between(runs, first, second)
        other = [run for run in runs if abs(run.left - second) < _STEP], _between(runs, second, float("inf"))
        if all(len(text) >= _FEWEST and _is_prose(text) and is_table(at, text) for at, text in (one, other)):
            return second
    return None


def _between(runs: Sequence[Run], left: float, right: float) -> list[Run]:
    """The runs that begin behind one place and end before another."""
    return [run for run in runs if left + _GUTTER < run.left and run.right < right]


def _edges(runs: Sequence[Run]) -> list[float]:
    """Places where several runs begin, but for the leftmost, the most frequent first."""
    counts = Counter(round(run.left / _STEP) for run in runs)
    leftmost = min(run.left for run in runs) + 4 * _GUTTER
    near = {step: count + counts[step - 1] + counts[step + 1] for step, count in counts.items()}
    steps = [step for step, count in near.items() if count >= 2 and step * _STEP > leftmost]
    return [step * _STEP for step in sorted(steps, key=lambda s: (-near[s], s))[:_EDGES]]


def _crosses(run: Run, edge: float) -> bool:
    return run.left < edge - _STEP and run.right > edge - _GUTTER


def _bands(runs: Sequence[Run], edge: float) -> Iterator[list[Run]]:
    """Runs between those that lie across the edge; these make bands of their own."""
    band: list[Run] = []
    was_across = False
    for run in runs:
        is_across = _crosses(run, edge)
        if band and is_across != was_across:
            yield band
            band = []
        band.append(run)
        was_across = is_across
    if band:
        yield band


def _with_tails(bands: Sequence[list[Run]], edge: float) -> Iterator[list[Run]]:
    """The bands; a short line at the foot of one, set off by white, heads the full lines that follow."""
    for number, band in enumerate(bands):
        cut = len(band)
        if number + 1 < len(bands) and not _crosses(band[0], edge) and _is_near(band[-1], bands[number + 1][0]):
            cut = _tail(band, edge)
        yield band[:cut]
        if cut < len(band):
            yield band[cut:]


def _is_near(above: Run, below: Run) -> bool:
    """Whether what stands below belongs to a line, as no foot of a page does."""
    return below.base - above.base <= _NEXT * max(above.size, below.size)


def _tail(band: Sequence[Run], edge: float) -> int:
    last_right = max((at for at, run in enumerate(band) if run.left >= edge - _STEP), default=len(band))
    first = max(last_right, 0) + 1
    for at in range(len(band) - 1, first - 1, -1):
        if _is_set_off(band, at):
            return at - 1 if at > first and _is_set_off(band, at - 1) and _heads(band, at - 1) else at
    return len(band)


def _is_set_off(band: Sequence[Run], at: int) -> bool:
    return band[at].base - band[at - 1].base > 1.6 * band[at].size


def _heads(band: Sequence[Run], at: int) -> bool:
    """Whether a line is nearer to the one below it than to the one above."""
    return band[at + 1].base - band[at].base < band[at].base - band[at - 1].base


def _sides(band: Sequence[Run], edge: float) -> tuple[list[Run], list[Run]]:
    left = [run for run in band if run.left < edge - _STEP]
    return left, [run for run in band if run.left >= edge - _STEP]


def _gutter(band: Sequence[Run], edge: float) -> float:
    left, _ = _sides(band, edge)
    return edge - max(run.right for run in left)


def _is_parted(band: Sequence[Run], edge: float) -> bool:
    """Whether a band has text on both sides of the edge, side by side: columns, or dates and what they date."""
    if len(band) < 4 or _crosses(band[0], edge):
        return False
    left, right = _sides(band, edge)
    if len(left) < 2 or len(right) < 2:
        return False
    return is_table(beside(left, right)[1], right) or _is_columns(left, right, edge)


def _is_columns(left: Sequence[Run], right: Sequence[Run], edge: float) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    starts = sum(edge - 1.5 * _STEP <= run.left <= edge + _INDENT for run in right)
    if are_rows(left, right):
        return False
    side_by_side = min(left[-1].base, right[-1].base) > max(left[0].base, right[0].base)
    return starts * 3 >= len(right) and side_by_side and _is_prose(left) and _is_prose(right)


def _is_prose(runs: Sequence[Run]) -> bool:
    """Whether runs could be a column of text, not figures or labels."""
    return sum(len(run.text) for run in runs) >= 10 * len(runs)
