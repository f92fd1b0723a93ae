"""A date typed in EDTF is the date of an event, and back again."""

from datetime import date

import pytest

from chronicle.model import EventDate, Precision
from chronicle.model.edtf import dated

CASES = [
    ("2021-09-03", "2021-09-03", "2021-09-03", Precision.DAY, False),
    ("2021-09-03~", "2021-09-03", "2021-09-03", Precision.DAY, True),
    ("2021-09-16/2021-09-17", "2021-09-16", "2021-09-17", Precision.RANGE, False),
    ("2013-12", "2013-12-01", "2013-12-31", Precision.MONTH, False),
    ("2020-02", "2020-02-01", "2020-02-29", Precision.MONTH, False),
    ("1873", "1873-01-01", "1873-12-31", Precision.YEAR, False),
    ("1947/1948", "1947-01-01", "1948-12-31", Precision.SPAN, False),
    ("2021-09/2021-10", "2021-09-01", "2021-10-31", Precision.SPAN, False),
    ("2013-10-01~/2013-10-10~", "2013-10-01", "2013-10-10", Precision.PART, True),
]


@pytest.mark.parametrize(("edtf", "start", "end", "precision", "approximate"), CASES)
def test_there_and_back(edtf: str, start: str, end: str, precision: Precision, approximate: bool) -> None:
    when = dated(edtf, "as printed")
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert when == EventDate("as printed", *days, precision, approximate)
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "typed",
    ["", "yesterday", "2021-09-31", "2021-13", "21-09-03", "2021-9-3", "2021-09-17/2021-09-16", "2021/2021-09",
     "2021-09-03~/2021-09-04", "2021-09-03/", "1/2/3"],
)  # fmt: skip
def test_no_date(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        dated(typed, "")
