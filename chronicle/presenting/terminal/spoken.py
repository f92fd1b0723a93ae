"""What pictures of time show, in sentences: for a screen reader and for whoever would rather read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from chronicle.presenting.cells import plain
from chronicle.presenting.drawing.periods import MONTHS, said
from chronicle.presenting.terminal.calendar import Days
from chronicle.presenting.terminal.timeline import Lane, Span
from chronicle.presenting.wording import counted


def between(first: str, last: str) -> str:
    """`in September 2019`, `on 3 September 2019`, `from the 2010s to the 2020s`."""
    if first != last:
        return f"from {_called(first)} to {_called(last)}"
    return f"{'on' if first.count('-') == 2 else 'in'} {_called(first)}"


def _called(period: str) -> str:
    name = said(period)
    return f"the {name}" if name.endswith("s") else name


def whole(periods: Sequence[str], unit: str, lane: Lane, spans: Sequence[Span]) -> Iterator[str]:
    """How many events begin in each period that has one, and what lasts over several."""
    yield from summary(periods, unit, lane.events)
    yield from (f"{said(period)}: {lane.events[period]}" for period in periods if lane.events.get(period))
    if spans:
        yield ""
        yield f"Events that last over several {unit}s:"
    for span in spans:
        yield f"{said(span.first)} to {said(span.last)}: {plain(span.label)}"


def summary(periods: Sequence[str], unit: str, events: Mapping[str, int]) -> Iterator[str]:
    """Where most begin, and how many periods are empty."""
    if not events:
        return
    busiest = max(periods, key=lambda period: events.get(period, 0))
    empty = sum(1 for period in periods if not events.get(period))
    most = counted(events[busiest], "event")
    yield f"Busiest: {said(busiest)}, {most}. None in {empty} of {counted(len(periods), unit)}."


def lanes(periods: Sequence[str], each: Sequence[Lane]) -> Iterator[str]:
    """A sentence for every lane with the periods in which one of its events begins."""
    return (row(lane.name, lane.total, periods, lane.events) for lane in each)


def row(name: str, events: int, periods: Sequence[str], begun: Mapping[str, int]) -> str:
    """So many events, and in which periods those with a date begin."""
    listed = ", ".join(f"{said(period)} {begun[period]}" for period in periods if begun.get(period))
    return f"{plain(name)}: {counted(events, 'event')}{f'. {listed}' if listed else ', none with a date'}."


def calendar(days: Days) -> Iterator[str]:
    """A line for every year that has events, and one for every month of it with their days."""
    for year in range(days.first.year, days.last.year + 1):
        of_year = days.of_year(year)
        if not of_year.events and not of_year.ongoing:
            continue
        yield f"{year}: {counted(sum(of_year.events.values()), 'event')}."
        yield from _months(of_year)


def _months(days: Days) -> Iterator[str]:
    for month, name in enumerate(MONTHS, 1):
        begun = [day for day in sorted(days.events) if day.month == month]
        lasting = [day.day for day in sorted(days.ongoing) if day.month == month]
        parts = [", ".join(_day(day, days.events[day]) for day in begun)] if begun else []
        parts += [f"going on {_runs(lasting)}"] if lasting else []
        if parts:
            yield f"{name}: {'; '.join(parts)}."


def _day(day: date, events: int) -> str:
    return str(day.day) if events == 1 else f"{day.day} ({counted(events, 'event')})"


def _runs(numbers: Sequence[int]) -> str:
    """`3 to 5, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
