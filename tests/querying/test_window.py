"""What a person types for a time."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.errors import BadFilter
from chronicle.querying import Query
from chronicle.querying.window import Window, during, since, until, window

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-09", "2021-09-01", "2021-09-30"),
        ("2021-9", "2021-09-01", "2021-09-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-09-03", "2019-09-03", "2019-09-03"),
        ("2019/9/3", "2019-09-03", "2019-09-03"),
        ("sept 2019", "2019-09-01", "2019-09-30"),
        ("Sept. 2019", "2019-09-01", "2019-09-30"),
        ("September 2019", "2019-09-01", "2019-09-30"),
        ("2019 sep", "2019-09-01", "2019-09-30"),
        ("March 2015", "2015-03-01", "2015-03-31"),
        ("Sept. 3, 2019", "2019-09-03", "2019-09-03"),
        ("3 September 2019", "2019-09-03", "2019-09-03"),
        ("3rd sept 2019", "2019-09-03", "2019-09-03"),
        ("13/10/2019", "2019-10-13", "2019-10-13"),
        ("10/13/2019", "2019-10-13", "2019-10-13"),
        ("5.5.2019", "2019-05-05", "2019-05-05"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020q1", "2020-01-01", "2020-03-31"),
        ("Q4 2020", "2020-10-01", "2020-12-31"),
        ("2020-H2", "2020-07-01", "2020-12-31"),
        ("2019-W36", "2019-09-02", "2019-09-08"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("spring 2020", "2020-03-01", "2020-05-31"),
        ("winter 2020", "2020-12-01", "2021-02-28"),
        ("fall of 2020", "2020-09-01", "2020-11-30"),
        ("early oct 2013", "2013-10-01", "2013-10-10"),
        ("mid-October 2013", "2013-10-11", "2013-10-20"),
        ("late feb 2013", "2013-02-21", "2013-02-28"),
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this quarter", "2026-10-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last 3 weeks", "2026-11-01", "2026-11-22"),
        ("the past 2 years", "2024-11-22", "2026-11-22"),
        ("3 weeks ago", "2026-10-26", "2026-11-01"),
        ("a month ago", "2026-10-01", "2026-10-31"),
        ("two weeks ago", "2026-11-02", "2026-11-08"),
        ("last friday", "2026-11-20", "2026-11-20"),
        ("in march 2015", "2015-03-01", "2015-03-31"),
        ("2019..2021", "2019-01-01", "2021-12-31"),
        ("sept 2019 to 2020-Q1", "2019-09-01", "2020-03-31"),
        ("2019-2020", "2019-01-01", "2020-12-31"),
        ("2019–2020", "2019-01-01", "2020-12-31"),
        ("2021-09-16/2021-09-17", "2021-09-16", "2021-09-17"),
        ("2021-09-16 - 2021-10-03", "2021-09-16", "2021-10-03"),
        ("2019/2020", "2019-01-01", "2020-12-31"),
        ("2019-11 - 2020-02", "2019-11-01", "2020-02-29"),
        ("2020-Q1 - 2020-Q3", "2020-01-01", "2020-09-30"),
        ("third quarter 2020", "2020-07-01", "2020-09-30"),
        ("the third quarter of 2020", "2020-07-01", "2020-09-30"),
        ("4th quarter 2020", "2020-10-01", "2020-12-31"),
        ("H2 2020", "2020-07-01", "2020-12-31"),
        ("first half of 2020", "2020-01-01", "2020-06-30"),
        ("early 2020", "2020-01-01", "2020-04-30"),
        ("mid-2020", "2020-05-01", "2020-08-31"),
        ("late 2020", "2020-09-01", "2020-12-31"),
        ("Sept. 16–Oct. 3, 2021", "2021-09-16", "2021-10-03"),
        ("Sept. 16-17, 2021", "2021-09-16", "2021-09-17"),
        ("Dec. 30-Jan. 2, 2013", "2012-12-30", "2013-01-02"),
        ("Dec. 30, 2012 - Jan. 2, 2013", "2012-12-30", "2013-01-02"),
        ("16 sept to 3 oct 2021", "2021-09-16", "2021-10-03"),
        ("sept - nov 2021", "2021-09-01", "2021-11-30"),
        ("sept to nov 2021", "2021-09-01", "2021-11-30"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 90s", "1990-01-01", "1999-12-31"),
        ("’90s", "1990-01-01", "1999-12-31"),
        ("1990s and 2000s", "1990-01-01", "2009-12-31"),
        ("the 1990s and the 2000s", "1990-01-01", "2009-12-31"),
        ("april and may 2019", "2019-04-01", "2019-05-31"),
        ("between 2019 and 2021", "2019-01-01", "2021-12-31"),
        ("from 2019 to 2020", "2019-01-01", "2020-12-31"),
        ("16-18 Sept 2021", "2021-09-16", "2021-09-18"),
        ("16–18 September, 2021", "2021-09-16", "2021-09-18"),
        ("3-5 april", "2026-04-03", "2026-04-05"),
        ("5 dec 2019 - 3 jan", "2019-12-05", "2020-01-03"),
        ("last decade", "2010-01-01", "2019-12-31"),
        ("this decade", "2020-01-01", "2029-12-31"),
        ("winter 2018-2019", "2018-12-01", "2019-02-28"),
        ("winter of 2018/19", "2018-12-01", "2019-02-28"),
        ("the summer of 2019", "2019-06-01", "2019-08-31"),
        ("April '19", "2019-04-01", "2019-04-30"),
        ("April ’19", "2019-04-01", "2019-04-30"),
        ("3 apr 99", "1999-04-03", "1999-04-03"),
        ("in 2019", "2019-01-01", "2019-12-31"),
        ("the 3rd of april, 2019", "2019-04-03", "2019-04-03"),
        ("wednesday, 3 april 2019", "2019-04-03", "2019-04-03"),
        ("3 april", "2026-04-03", "2026-04-03"),
        ("december", "2025-12-01", "2025-12-31"),
        ("29 feb", "2024-02-29", "2024-02-29"),
        ("friday 3 april", "2026-04-03", "2026-04-03"),
        ("monday", "2026-11-16", "2026-11-16"),
        ("sunday", "2026-11-22", "2026-11-22"),
        ("last sunday", "2026-11-15", "2026-11-15"),
        ("last two years", "2024-11-22", "2026-11-22"),
        ("the day before yesterday", "2026-11-20", "2026-11-20"),
        ("in 3 days", "2026-11-25", "2026-11-25"),
    ],
)
def test_a_time_is_the_whole_of_what_it_says(typed: str, first: str, last: str) -> None:
    assert during(typed, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("3 weeks ago", "2026-11-01", "2026-11-01"),
        ("2 months ago", "2026-09-22", "2026-09-22"),
        ("a year ago", "2025-11-22", "2025-11-22"),
    ],
)
def test_as_a_bound_it_is_the_first_or_the_last_day(typed: str, first: str, last: str) -> None:
    assert (since(typed, TODAY), until(typed, TODAY)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "12", "99999", "0000", "2021-13", "2021-02-30", "sept 31 2020", "13/13/2019",
        "2020-Q5", "banana", "banana 2021", "💥", "third half 2020",
        "sept 31-oct 2 2020", "2021/", "early 1990s", "mid-90s", "early", "2018-19", "7 days",
        "half a year ago", "last few years", "april 2019 in kazan", "yesterday evening", "3 april 2019 at noon",
        "two to three weeks ago", "2 april 2019 5 april 2019", "april or may 2019", "20th century", "the 4th",
        "-" * 10_000, "x" * 10_000, "9" * 400, "2021; DROP TABLE",
    ],
)  # fmt: skip
def test_what_means_nothing_is_refused(typed: str) -> None:
    with pytest.raises(BadFilter, match="is no time; write 2021"):
        during(typed, TODAY)


@pytest.mark.parametrize("typed", ["..", "2021..", ".. 2021"])
def test_a_time_with_one_end_is_quoted(typed: str) -> None:
    with pytest.raises(BadFilter, match=re.escape(f"during {typed!r}: needs both ends; write them, or use since")):
        during(typed, TODAY)


@pytest.mark.parametrize("typed", ["3/9/2019", "3.9.2019"])
def test_numbers_that_are_one_day_or_another(typed: str) -> None:
    with pytest.raises(BadFilter, match="is 9 March or 3 September; write 2019-03-09 or 2019-09-03"):
        during(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("after 2019", "has no end; use --since 2020-01-01"),
        ("since march 2019", "has no end; use --since 2019-03-01"),
        ("2019 onwards", "has no end; use --since 2019-01-01"),
        ("before 2019", "has no beginning; use --until 2018-12-31"),
        ("until 2019", "has no beginning; use --until 2019-12-31"),
        ("about 2019", "is vague, and times are exact; write 2019, or a range"),
        ("c. 2019", "is vague, and times are exact; write 2019, or a range"),
        ("2019?", "is vague, and times are exact; write 2019, or a range"),
        ("sept 2018-2019", "is one time of two years or a range; write sept 2018..2019 for the range"),
        ("2015 and 2019", "leaves out what is between the two; write 2015..2019 for all of it"),
        ("sunday 3 april 2019", "2019-04-03 is a Wednesday, no Sunday; leave one of the two out"),
    ],
)
def test_what_is_more_than_a_time_is_refused_with_what_to_write(typed: str, said: str) -> None:
    with pytest.raises(BadFilter, match=re.escape(f"during {typed!r}: {said}")):
        during(typed, TODAY)


def test_a_bound_that_is_open_itself() -> None:
    with pytest.raises(BadFilter, match="since 'after 2019': has no end; write 2020-01-01"):
        since("after 2019", TODAY)


@pytest.mark.parametrize("typed", ["2021..2019", "2021-2019", "2021 to 2019", "2021-09-17/2021-09-16"])
def test_a_range_that_ends_before_it_begins(typed: str) -> None:
    with pytest.raises(BadFilter, match="begins after it ends"):
        during(typed, TODAY)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_time_or_a_plain_word(typed: str) -> None:
    try:
        first, last = during(typed, TODAY)
    except BadFilter:
        return
    assert first <= last


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        (Query(), None, None),
        (Query(since="2021"), "2021-01-01", None),
        (Query(until="2021"), None, "2021-12-31"),
        (Query(since="2019", until="sept 2020"), "2019-01-01", "2020-09-30"),
        (Query(on="2021-09-03"), "2021-09-03", "2021-09-03"),
        (Query(during="2021", since="2021-06"), "2021-06-01", "2021-12-31"),
        (Query(during="last month", today=TODAY), "2026-10-01", "2026-10-31"),
    ],
)
def test_all_that_is_given_holds(query: Query, first: str | None, last: str | None) -> None:
    assert window(query) == Window(
        date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None
    )


def test_since_after_until() -> None:
    with pytest.raises(BadFilter, match=r"since '2022' \(2022-01-01\) is after until '2021' \(2021-12-31\)"):
        window(Query(since="2022", until="2021"))


def test_times_without_a_day_in_common() -> None:
    with pytest.raises(BadFilter, match="have no day in common"):
        window(Query(during="2020", on="2021-09-03"))
