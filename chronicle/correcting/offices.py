"""Which office somebody of the reference tables held on the day of an event, as coding takes it for a bare name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from chronicle.model import EventDate
from chronicle.reference import table_rows

# The weight of an office for which offices.csv says none.
_USUAL = 2


def office_on(folders: Sequence[Path], person: str | None, day: EventDate) -> str | None:
    """The weightiest, of several the first begun; None for whom no table knows, and for a day that cannot be."""
    if person is None or day.start is None or day.end is None:
        return None
    first, last = day.start.isoformat(), day.end.isoformat()
    held = [row["office"] for row in _terms(folders, person) if _covers(row, first, last)]
    offices = {row["id"]: row for row in table_rows(folders, "offices.csv") if row["id"] in held}
    known = [offices[office] for office in held if office in offices]
    return max(known, key=lambda office: int(office["weight"] or _USUAL))["name"] if known else None


def _terms(folders: Sequence[Path], person: str) -> Iterable[dict[str, str]]:
    found = (row for row in table_rows(folders, "terms.csv") if row["person"] == person)
    return sorted(found, key=lambda row: row["start"])


def _covers(term: dict[str, str], first: str, last: str) -> bool:
    """Whether days of a term lie between these; it may say a month or a year for its own."""
    start, end = term["start"], term["end"]
    return start <= last and (not end or first[: len(end)] <= end)
