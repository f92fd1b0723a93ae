"""The grammar of printed dates: what is printed, the year in force, and the date that is meant."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from growth import in_step
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import EventDate, Precision
from chronicle.reading import match_date, parse_date
from chronicle.reading.dateparts import MONTHS
from chronicle.reading.resolving import resolve

SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

# printed, year in force, EDTF, precision
VALID = [
    # one day
    ("Sept. 3, 2021", None, "2021-09-03", "day"),
    ("Sept 3, 2021", None, "2021-09-03", "day"),
    ("Sep. 3, 2021", None, "2021-09-03", "day"),
    ("September 3, 2021", None, "2021-09-03", "day"),
    ("SEPTEMBER 3, 2021", None, "2021-09-03", "day"),
    ("May 3, 2021", None, "2021-05-03", "day"),
    ("Feb. 29, 2012", None, "2012-02-29", "day"),
    ("Nov.8, 2012", None, "2012-11-08", "day"),
    ("Feb. 23 2008", None, "2008-02-23", "day"),
    ("1948 (August)-1949 (March)", None, "1948-08/1949-03", "span"),
    ("1948 (3 August) to 1949 (5 March)", None, "1948-08-03/1949-03-05", "range"),
    ("August 9. 2006", None, "2006-08-09", "day"),
    ("Sept. 3,2021", None, "2021-09-03", "day"),
    ("Sept. 3rd, 2021", None, "2021-09-03", "day"),
    ("March 1st 2021", None, "2021-03-01", "day"),
    ("Sept 5", 2020, "2020-09-05", "day"),
    ("Jan. 4", 2002, "2002-01-04", "day"),
    ("Monday, Sept. 5, 2011", None, "2011-09-05", "day"),
    ("Mon. Sept. 5, 2011", None, "2011-09-05", "day"),
    ("Sept. 5, 2011 (Mon.)", None, "2011-09-05", "day"),
    ("11 May 1998", None, "1998-05-11", "day"),
    ("11 May, 1998", None, "1998-05-11", "day"),
    ("11 MAY 1998", None, "1998-05-11", "day"),
    ("01 Jan 2014", None, "2014-01-01", "day"),
    ("1st of May 1998", None, "1998-05-01", "day"),
    ("5. May 1998", None, "1998-05-05", "day"),
    ("26 March 2010", None, "2010-03-26", "day"),
    ("26 March", 2010, "2010-03-26", "day"),
    ("11-May-1998", None, "1998-05-11", "day"),
    ("1998 May 11", None, "1998-05-11", "day"),
    ("2014-09-01", None, "2014-09-01", "day"),
    ("2014/09/01", None, "2014-09-01", "day"),
    ("2014.09.01", None, "2014-09-01", "day"),
    ("10/25/02", None, "2002-10-25", "day"),
    ("10/25/98", None, "1998-10-25", "day"),
    ("25/10/2002", None, "2002-10-25", "day"),
    ("18 Sep '49", None, "1949-09-18", "day"),
    ("May 3 ’04", None, "2004-05-03", "day"),
    ("10/25/36", None, "1936-10-25", "day"),
    ("10/25/35", None, "2035-10-25", "day"),
    ("06.06.2014", None, "2014-06-06", "day"),
    ("6.6.2014", None, "2014-06-06", "day"),
    ("23. 12. 1999", None, "1999-12-23", "day"),
    ("about May 3, 2004", None, "2004-05-03~", "day"),
    ("on or about May 3, 2004", None, "2004-05-03~", "day"),
    ("since May 3, 2004", None, "2004-05-03", "day"),
    # two days
    ("16, 18 May 1967", None, "1967-05-16/1967-05-18", "range"),
    ("3, 4 and 7 June 1967", None, "1967-06-03/1967-06-07", "range"),
    ("Night of 22-23 May 1967", None, "1967-05-22/1967-05-23", "range"),
    ("Sept. 16-17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16–17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16 – 17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16—17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16‑17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16 to 17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16 and 17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16 & 17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 16/17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 5, 12 and 19, 2020", None, "2020-09-05/2020-09-19", "range"),
    ("Sept. 16-17", 2021, "2021-09-16/2021-09-17", "range"),
    ("Sept. 21-Oct. 4, 2021", None, "2021-09-21/2021-10-04", "range"),
    ("Sept. 21 - Oct. 4, 2021", None, "2021-09-21/2021-10-04", "range"),
    ("Jan. 30- Feb. 1, 2021", None, "2021-01-30/2021-02-01", "range"),
    ("Sept. 21, 2021-Oct. 4, 2021", None, "2021-09-21/2021-10-04", "range"),
    ("May 9 to July 12", 1999, "1999-05-09/1999-07-12", "range"),
    ("April 25/May 12", 2015, "2015-04-25/2015-05-12", "range"),
    ("Dec. 30-Jan. 2, 2013", None, "2012-12-30/2013-01-02", "range"),
    ("Dec. 30, 2012-Jan. 2, 2013", None, "2012-12-30/2013-01-02", "range"),
    ("Dec. 30-Jan. 2", 2012, "2012-12-30/2013-01-02", "range"),
    ("Dec. 30, 2012 – Jan. 2", None, "2012-12-30/2013-01-02", "range"),
    ("5-7 March 2003", None, "2003-03-05/2003-03-07", "range"),
    ("5 to 7 March 2003", None, "2003-03-05/2003-03-07", "range"),
    ("30 June-2 July 2010", None, "2010-06-30/2010-07-02", "range"),
    ("31 Dec-2 Jan 2010", None, "2009-12-31/2010-01-02", "range"),
    ("31 Dec 2009 – 2 Jan 2010", None, "2009-12-31/2010-01-02", "range"),
    ("16-17.10.2014", None, "2014-10-16/2014-10-17", "range"),
    ("30.09.-02.10.2014", None, "2014-09-30/2014-10-02", "range"),
    ("30.09.2014-02.10.2014", None, "2014-09-30/2014-10-02", "range"),
    ("10/25-26/02", None, "2002-10-25/2002-10-26", "range"),
    ("10/25/02-10/27/02", None, "2002-10-25/2002-10-27", "range"),
    ("2014-09-01/2014-09-03", None, "2014-09-01/2014-09-03", "range"),
    ("1998 Apr 1-2", None, "1998-04-01/1998-04-02", "range"),
    ("Sept. 16~17, 2021", None, "2021-09-16/2021-09-17", "range"),
    ("16～17 September 2021", None, "2021-09-16/2021-09-17", "range"),
    ("Sept. 30 ~ Oct. 2, 2021", None, "2021-09-30/2021-10-02", "range"),
    ("June～August 1994", None, "1994-06/1994-08", "span"),
    # a month
    ("June 1994", None, "1994-06", "month"),
    ("June, 1994", None, "1994-06", "month"),
    ("Sept. 1994", None, "1994-09", "month"),
    ("JUNE 1994", None, "1994-06", "month"),
    ("June of 1994", None, "1994-06", "month"),
    ("June", 1994, "1994-06", "month"),
    ("11.2016", None, "2016-11", "month"),
    ("10/2014", None, "2014-10", "month"),
    ("2014-09", None, "2014-09", "month"),
    ("1951. 4. 23 - 25", None, "1951-04-23/1951-04-25", "range"),
    ("12/Sep/1963", None, "1963-09-12", "day"),
    ("TUESDAY 8 – WEDNESDAY 9 JUNE", 2004, "2004-06-08/2004-06-09", "range"),
    ("2011, around 15 January", None, "2011-01-15~", "day"),
    ("1992-05-08/09", None, "1992-05-08/1992-05-09", "range"),
    ("1992-05-30/06-02", None, "1992-05-30/1992-06-02", "range"),
    ("1992-05-08–09", None, "1992-05-08/1992-05-09", "range"),
    ("1993-04 to 1993-10", None, "1993-04/1993-10", "span"),
    ("1993-11/1994-02", None, "1993-11/1994-02", "span"),
    ("1993-04/10", None, "1993-04/1993-10", "span"),
    ("1981 early", None, "1981-01-01~/1981-04-30~", "part"),
    ("circa 1200", None, "1200~", "year"),
    ("circa June 1994", None, "1994-06~", "month"),
    ("since June 1994", None, "1994-06", "month"),
    # a part of a month, a week, a season
    ("early October 2013", None, "2013-10-01~/2013-10-10~", "part"),
    ("Early October", 2013, "2013-10-01~/2013-10-10~", "part"),
    ("mid-June 2008", None, "2008-06-11~/2008-06-20~", "part"),
    ("Mid June 2008", None, "2008-06-11~/2008-06-20~", "part"),
    ("MID-JUNE 2008", None, "2008-06-11~/2008-06-20~", "part"),
    ("late February 2012", None, "2012-02-21~/2012-02-29~", "part"),
    ("Late Feb. 2011", None, "2011-02-21~/2011-02-28~", "part"),
    ("the end of June 2008", None, "2008-06-21~/2008-06-30~", "part"),
    ("beginning of June 2008", None, "2008-06-01~/2008-06-10~", "part"),
    ("late June-early July 2010", None, "2010-06-21~/2010-07-10~", "part"),
    ("first half of May 2010", None, "2010-05-01/2010-05-15", "part"),
    ("first week of May 2010", None, "2010-05-01/2010-05-07", "part"),
    ("last week of May 2010", None, "2010-05-25/2010-05-31", "part"),
    ("1st week of May 2010", None, "2010-05-01/2010-05-07", "part"),
    ("2nd week May", 2010, "2010-05-08/2010-05-14", "part"),
    ("final week of May 2010", None, "2010-05-25/2010-05-31", "part"),
    ("2nd half of May 2010", None, "2010-05-16/2010-05-31", "part"),
    ("1st half of 2010", None, "2010-01-01/2010-06-30", "part"),
    ("H2 2010", None, "2010-07-01/2010-12-31", "part"),
    ("2010-H1", None, "2010-01-01/2010-06-30", "part"),
    ("3rd quarter of 2010", None, "2010-07-01/2010-09-30", "part"),
    ("last quarter of 2010", None, "2010-10-01/2010-12-31", "part"),
    ("2010-Q3", None, "2010-07-01/2010-09-30", "part"),
    ("2010Q3", None, "2010-07-01/2010-09-30", "part"),
    ("Q3/2010", None, "2010-07-01/2010-09-30", "part"),
    ("3Q 2010", None, "2010-07-01/2010-09-30", "part"),
    ("Q1-Q2 2010", None, "2010-01-01/2010-06-30", "part"),
    ("2010-W23", None, "2010-06-07/2010-06-13", "part"),
    ("Week of Sept. 5, 2010", None, "2010-09-05/2010-09-11", "part"),
    ("Spring 2009", None, "2009-03-01/2009-05-31", "part"),
    ("summer of 2009", None, "2009-06-01/2009-08-31", "part"),
    ("Fall 2009", None, "2009-09-01/2009-11-30", "part"),
    ("Winter 2009", None, "2009-12-01/2010-02-28", "part"),
    ("Late 2011", None, "2011-09-01~/2011-12-31~", "part"),
    ("early 2011", None, "2011-01-01~/2011-04-30~", "part"),
    # a year
    ("1873", None, "1873", "year"),
    ("2010", None, "2010", "year"),
    ("Around 1960", None, "1960~", "year"),
    ("c. 1960", None, "1960~", "year"),
    ("ca. 1960", None, "1960~", "year"),
    # months or years without days
    ("September – December 2019", None, "2019-09/2019-12", "span"),
    ("Sept.-Dec. 2019", None, "2019-09/2019-12", "span"),
    ("Nov.-Jan. 2013", None, "2012-11/2013-01", "span"),
    ("Oct. 2009 – Jan. 2010", None, "2009-10/2010-01", "span"),
    ("Jan 2011 to May 2011", None, "2011-01/2011-05", "span"),
    ("March-April", 2015, "2015-03/2015-04", "span"),
    ("1910-12", None, "1910/1912", "span"),
    ("1910–1912", None, "1910/1912", "span"),
    ("1947/48", None, "1947/1948", "span"),
    ("1999/00", None, "1999/2000", "span"),
    ("1970s", None, "1970/1979", "span"),
    ("1970's", None, "1970/1979", "span"),
    ("1970’s", None, "1970/1979", "span"),
    # months in Roman numerals
    ("12.VI.2010", None, "2010-06-12", "day"),
    ("20-21.VIII.1991", None, "1991-08-20/1991-08-21", "range"),
    ("20.–21. VIII 1991", None, "1991-08-20/1991-08-21", "range"),
    ("30.VIII.-2.IX.1991", None, "1991-08-30/1991-09-02", "range"),
    # each end begins with its year
    ("1957, 1 July, to 1958, 31 December", None, "1957-07-01/1958-12-31", "range"),
    ("1957 July 1 – 1958 Dec. 31", None, "1957-07-01/1958-12-31", "range"),
    # weekdays and small words within a range
    ("Mon 22 – Wed 24 Oct 1956", None, "1956-10-22/1956-10-24", "range"),
    ("Monday, Oct. 29 to Friday, Nov. 2", 1956, "1956-10-29/1956-11-02", "range"),
    ("From the 13th to the 17th of September 1961", None, "1961-09-13/1961-09-17", "range"),
    ("Apr. 17 (Tue.) - 20 (Fri.)", 2007, "2007-04-17/2007-04-20", "range"),
    ("Feb. 26 (Mon.) - Mar. 1 (Thu.)", 2007, "2007-02-26/2007-03-01", "range"),
    ("17 (Tue) to 20 April (Fri)", 2007, "2007-04-17/2007-04-20", "range"),
    ("17 April 2007 (Tue) – 20 April 2007 (Fri)", None, "2007-04-17/2007-04-20", "range"),
    ("Apr. 17-20 (Tue.-Fri.)", 2007, "2007-04-17/2007-04-20", "range"),
]

IMPOSSIBLE = [
    ("Sept. 31, 2021", None),
    ("Sept. 31", 2021),
    ("Feb. 29, 2011", None),
    ("Feb. 30, 2012", None),
    ("June 45, 2012", None),
    ("May 0, 2012", None),
    ("31 April 2012", None),
    ("Sept. 17-16, 2021", None),
    ("Sept. 29-31, 2021", None),
    ("Q3-Q1 2010", None),
    ("Oct. 4, 2021-Sept. 21, 2021", None),
    ("13/13/2010", None),
    ("32.01.2010", None),
    ("2014-13-01", None),
    ("1912–1910", None),
]

NO_DATE = [
    "",
    "may 3, 2004",
    "Marching on",
    "Mayor",
    "Decent 3, 2004",
    "On June 22",
    "Sept.",
    "Jan. 4 - 12 people",
    "45.3",
    "100",
    "3,000",
    "12345",
    "Figure 1",
    "Monday",
    "The 3rd of the month",
    "May Day",
    "5",
    "1",
    "2,010",
    "20100",
    "Augustine 3, 2004",
    "Octave",
    "early",
    "around the port",
    "Junevia 3",
    "XIII.2010",
    "From the 1st floor",
    "Q5 2010",
    "2010-W54",
    "3rd half of 2010",
    "last half of May 2010",
    "2010 H1N1",
    "5Q 2010",
    "1st floor of 2010",
]


def in_force(words: str, year: int | None) -> EventDate | None:
    """The date that all of the words print where a year is in force."""
    printed = match_date(words)
    return resolve(printed, words, year) if printed and printed.end == len(words) else None


@pytest.mark.parametrize(("printed", "year", "edtf", "precision"), VALID)
def test_a_printed_date(printed: str, year: int | None, edtf: str, precision: str) -> None:
    found = in_force(printed, year)
    assert found is not None
    assert (found.edtf, found.precision) == (edtf, precision)
    assert found.text == printed
    assert found.approximate == ("~" in edtf)
    parse_edtf(edtf)


@pytest.mark.parametrize(("printed", "year"), IMPOSSIBLE)
def test_a_date_that_cannot_exist_is_kept_and_never_invented(printed: str, year: int | None) -> None:
    found = in_force(printed, year)
    assert found is not None
    assert (found.start, found.end, found.edtf) == (None, None, None)
    assert found.precision is Precision.INVALID
    assert found.text == printed


@pytest.mark.parametrize("words", NO_DATE)
def test_what_is_no_date(words: str) -> None:
    found = in_force(words, 2004)
    assert found is None or words == "Sept."


@pytest.mark.parametrize("printed", ["Sept. 5", "May", "Sept. 5-6", "Early October", "26 March"])
def test_without_a_year_in_force_there_is_no_date(printed: str) -> None:
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Sept. 3, 2021: Ministers meet", 13),
        ("Sept. 3, 2021 - 12 people meet", 13),
        ("Jan. 4 - 12 people meet", 6),
        ("Jan. 4 — 12 people meet", 6),
        ("Jan. 4 and 5: people meet", 12),
        ("Jan. 4 to 6 Talks are held", 11),
        ("Jan. 4 until 6 Talks are held", 14),
        ("April 4 through 9 NATO ships sail", 17),
        ("Jan. 4 to 6 people meet", 6),
        ("Jan. 4 ~ 40 boats meet", 6),
        ("Sept. 16-17, 2021: x", 17),
        ("11 May 1998 - 12 tests", 11),
        ("June 1994: text", 9),
        ("1994: text", 4),
        ("1994 - 12 people", 4),
        ("10/25/02 -- text", 8),
        ("Sept. 15 saw the", 8),
        ("May 2007 brought", 8),
        ("Apr. 17 (Tue.) - 20 people meet", 14),
        ("Apr. 17 (Tue.) - 20 (or 30) meet", 14),
        ("1995 ■ July 11: Ministers meet", 14),
        ("1995 • April: Ministers meet", 12),
        ("1995 – Early April: Ministers meet", 18),
        ("1995 ■ April saw ministers meet", 4),
        ("1995 – April, when ministers meet", 4),
        ("1995 – May Day: ministers meet", 4),
    ],
)
def test_the_date_at_the_head_of_a_text(text: str, length: int) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == (0, length)


def test_the_search_begins_at_an_offset() -> None:
    found = match_date("On Sept. 3, 2021, they met", 3)
    assert found is not None
    assert (found.start, found.end) == (3, 16)
    assert match_date("On Sept. 3, 2021, they met") is None


@given(st.dates(date(1400, 1, 1), date(2099, 12, 31)), st.sampled_from(range(6)))
def test_a_printed_day_parses_back(day: date, form: int) -> None:
    name = MONTHS[day.month - 1].title()
    printed = (
        f"{SHORT[day.month - 1]} {day.day}, {day.year}",
        f"{name} {day.day} {day.year}",
        f"{day.day} {name.upper()} {day.year}",
        day.isoformat(),
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.year} {name[:3]} {day.day}",
    )[form]
    found = parse_date(printed)
    assert found is not None
    assert (found.start, found.end, found.precision) == (day, day, "day")


@given(st.dates(date(1400, 1, 2), date(2099, 1, 1)), st.integers(1, 300), st.sampled_from("-–—"), st.booleans())
def test_a_printed_range_parses_back(start: date, length: int, dash: str, day_first: bool) -> None:
    end = start + timedelta(days=length)

    def form(day: date, year: bool, month: bool) -> str:
        words = [str(day.day), SHORT[day.month - 1]] if day_first else [SHORT[day.month - 1], str(day.day)]
        if not month:
            words = [str(day.day)]
        return " ".join(words) + ((f" {day.year}" if day_first else f", {day.year}") if year else "")

    one_month = (start.year, start.month) == (end.year, end.month)
    if day_first:
        printed = f"{form(start, start.year != end.year, not one_month)}{dash}{form(end, True, True)}"
    else:
        printed = f"{form(start, start.year != end.year, True)}{dash}{form(end, True, not one_month)}"
    found = parse_date(printed)
    assert found is not None, printed
    assert (found.start, found.end, found.precision) == (start, end, "range")


@given(st.text(alphabet="JanSeptMay. ,-–0123456789/:the ofearlymid", max_size=60))
def test_any_words_give_a_date_or_none(words: str) -> None:
    found = match_date(words, bare_days=True)
    assert found is None or 0 <= found.start < found.end <= len(words)
    in_force(words, 2004)


@pytest.mark.parametrize(
    ("start", "piece"), [("Sept. ", "1, "), ("", "5-"), ("Jan. 4", " "), ("1998", "-"), ("", "mid-to-")]
)
def test_hostile_words_cost_no_more_than_their_length(start: str, piece: str) -> None:
    assert in_step(lambda count: match_date(start + piece * count, bare_days=True), 20_000, 200_000)
