"""Whether `03/04/2002` is the 3rd of April or the 4th of March: decided once for a document."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from chronicle.reading.accepting import Dated
from chronicle.reading.printed import Point, Printed

_PAIR = re.compile(r"(?<![\d/-])(\d{1,2})(?:[/-](\d{1,2})[/-](?:\d{4}|\d\d)|/(\d{1,2}))(?![\d/-])")


def ordered(dated: Sequence[Dated], asked: bool | None = None) -> tuple[Dated, ...]:
    """A list's dates with the open numeric ones read day first if that is `asked`, else as the list decides."""
    printed = [d.opening.printed for d in dated]
    if not any(p.numbers for p in printed):
        return tuple(dated)
    order = day_first(printed, [d.opening.date_text for d in dated]) if asked is None else asked
    return tuple(dated) if order is None else tuple(_decided(d, order) for d in dated)


def _decided(item: Dated, order: bool) -> Dated:
    printed = item.opening.printed
    if not printed.numbers:
        return item
    printed = (swapped(printed) if order else printed)._replace(numbers=False)
    return item._replace(opening=item.opening._replace(printed=printed))


def day_first(printed: Sequence[Printed], texts: Sequence[str]) -> bool | None:
    """From the dates that only one order allows, else from the order that keeps the list in order; else None."""
    pairs = [(int(m[1]), int(m[2] or m[3])) for text in texts for m in _PAIR.finditer(text)]
    days, months = sum(a > 12 for a, _ in pairs), sum(b > 12 for _, b in pairs)
    if days != months:
        return days > months
    return _by_sequence([p for p in printed if p.numbers])


def _by_sequence(unclear: Sequence[Printed]) -> bool | None:
    if len(unclear) < 4:
        return None
    as_printed, other = _disorder(unclear), _disorder([swapped(p) for p in unclear])
    if min(as_printed, other) == 0 and max(as_printed, other) > 1:
        return other == 0
    return None


def _disorder(printed: Sequence[Printed]) -> int:
    """How many steps go against the list's direction."""
    days = [date(p.first.year or 1, p.first.month or 1, p.first.day or 1) for p in printed]
    return min(sum(a > b for a, b in pairwise(days)), sum(a < b for a, b in pairwise(days)))


def swapped(printed: Printed) -> Printed:
    """The same date with the two numbers read the other way round."""
    last = _swapped(printed.last) if printed.last else None
    return printed._replace(first=_swapped(printed.first), last=last)


def _swapped(point: Point) -> Point:
    return point._replace(month=point.day, day=point.month)
