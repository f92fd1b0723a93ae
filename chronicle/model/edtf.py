"""A date as a person writes it down, in EDTF (ISO 8601-2), to the date of an event: `EventDate.edtf` undone."""

import re
from calendar import monthrange
from datetime import date

from chronicle.model.dates import EventDate, Precision

_END = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")


class Backwards(ValueError):
    """A date that ends before it starts."""


def dated(edtf: str, text: str) -> EventDate:
    """The date of `2021-09-03`, `2021-09-16/2021-09-17`, `2013-12`, `1873`, `2013-10-01~/2013-10-10~`.

    `text` is what is printed. ValueError for what is no such expression or no day, Backwards for `2023/2021`.
    """
    ends = [_END.fullmatch(end) for end in edtf.strip().split("/")]
    if len(ends) > 2 or not all(ends):
        raise ValueError(edtf)
    parts = [end.groups() for end in ends if end]
    sizes = {sum(part is not None for part in each[:3]) for each in parts}
    if len(sizes) > 1 or len({each[3] for each in parts}) > 1:
        raise ValueError(edtf)
    start, end = _first(*parts[0][:3]), _last(*parts[-1][:3])
    if start > end:
        raise Backwards(edtf)
    about = parts[0][3] == "~"
    return EventDate(text, start, end, _precision(sizes.pop(), len(parts), about), about)


def _first(year: str, month: str | None, day: str | None) -> date:
    return date(int(year), int(month or 1), int(day or 1))


def _last(year: str, month: str | None, day: str | None) -> date:
    last_month = int(month or 12)
    return date(int(year), last_month, int(day or monthrange(int(year), last_month)[1]))


def _precision(size: int, ends: int, about: bool) -> Precision:
    """By how much each end states (a year, a month, a day) and how many there are."""
    if size < 3:
        return Precision.SPAN if ends == 2 else (Precision.YEAR, Precision.MONTH)[size - 1]
    if ends == 1:
        return Precision.DAY
    return Precision.PART if about else Precision.RANGE
