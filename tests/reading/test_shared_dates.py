"""Several entries under one date: items of a list, rows of a table, hours of a day."""

import re

import pytest
from entries import dates, read_text, rows

from chronicle.errors import NoChronology


def test_same_day_beneath_a_date_with_the_same_sign() -> None:
    text = """Chronology

Nov. 9, 2020 - A plane is shot down over the strait.

Nov. 10, 2020 - Guns fall silent under a statement of nine points.

Same day - Crowds break into the parliament of Orr.

The same day the envoys leave for Lind.

Nov. 20, 2020 - Troops enter Brill.
"""
    assert rows(read_text(text))[1:3] == [
        ("2020-11-10", "Guns fall silent under a statement of nine points."),
        ("2020-11-10", "Crowds break into the parliament of Orr. The same day the envoys leave for Lind."),
    ]


ALONE = """# How the case was fought

April 8, 2012

A plane sights eight boats in the lagoon of Orr.

January 22, 2013

Norland serves a notification on the ambassador in Lind.

February 19, 2013

- Sudland returns the papers.
- The minister says in Brill that the case will go on.

October 2015

- The tribunal holds that it can hear seven points.
- A destroyer sails past the reef.

July 12, 2016

The award finds no basis for the claim.
"""


def test_items_of_a_list_under_one_date_where_single_entries_are_paragraphs() -> None:
    assert rows(read_text(ALONE, "case.md"))[2:6] == [
        ("2013-02-19", "Sudland returns the papers."),
        ("2013-02-19", "The minister says in Brill that the case will go on."),
        ("2015-10", "The tribunal holds that it can hear seven points."),
        ("2015-10", "A destroyer sails past the reef."),
    ]


def test_items_of_a_list_under_each_date() -> None:
    text = (
        ALONE.replace("\nA plane", "\n- A plane")
        .replace("\nNorland", "\n- Norland")
        .replace("\nThe award", "\n- The award")
    )
    edtf = ["2012-04-08", "2013-01-22", "2013-02-19", "2013-02-19", "2015-10", "2015-10", "2016-07-12"]
    assert dates(read_text(text, "case.md")) == edtf
    assert dates(read_text(text.replace("2013\n", "2013:\n"), "case.md")) == edtf


def test_items_that_are_no_sentences_are_one_entry() -> None:
    text = ALONE.replace("Sudland returns the papers.", "Sudland agrees to:").replace("- A destroyer", "- a destroyer")
    assert dates(read_text(text, "case.md")) == ["2012-04-08", "2013-01-22", "2013-02-19", "2015-10", "2016-07-12"]


NESTED = """# The march on the capital

## 2011

### April

- **1** – The state of emergency is declared.
- **3**
  - All ministers but one leave their offices.
  - Telephones are cut for the night.
- **9** – Tents go up on the common.

### May

- **9**
  - A crowd is beaten back at the bridge.
  - The prime minister resigns.
- **12** – His rival takes the oath.
"""


def test_nested_items_under_a_day_of_the_month_above() -> None:
    assert rows(read_text(NESTED, "march.md")) == [
        ("2011-04-01", "The state of emergency is declared."),
        ("2011-04-03", "All ministers but one leave their offices."),
        ("2011-04-03", "Telephones are cut for the night."),
        ("2011-04-09", "Tents go up on the common."),
        ("2011-05-09", "A crowd is beaten back at the bridge."),
        ("2011-05-09", "The prime minister resigns."),
        ("2011-05-12", "His rival takes the oath."),
    ]


def test_few_dates_over_many_items_are_no_chronology() -> None:
    minutes = """# Working group

3 May 2014

- The minutes of the last meeting are approved.
- The chair reports on the budget of the year.
- Members ask for a list of the rooms.

7 June 2014

- The chair thanks the members for their work.
- The next meeting is left open.

5 July 2014

- The budget is put off to the autumn.
- The rooms are given to another group.
"""
    with pytest.raises(NoChronology):
        read_text(minutes, "minutes.md")


def test_items_that_have_days_of_their_own_are_read_by_these() -> None:
    text = """# Timeline

### In 2017

- On October 31, the two agree to put their trade in order.
- On September 7, four more ships come into the bay.
- On March 15, the shops of Lind stop their sale.

### In 2016

- On July 8, the two announce that ships will come.
- On March 4, talks on them begin in Lind.
- On February 7, a missile is fired over the strait.

### In 2014

- On June 3, the commander in Orr asks for ships.
"""
    assert dates(read_text(text, "ships.md")) == [
        "2017-10-31",
        "2017-09-07",
        "2017-03-15",
        "2016-07-08",
        "2016-03-04",
        "2016-02-07",
        "2014-06-03",
    ]


BELOW = """Calendar of the first half of 2003

MARCH

12: The prime minister is murdered in Lind.

20: The invasion begins shortly before dawn.

• Oil falls by ten dollars within a day of trading.

• The council opens in Orr in what its chair calls
a heavy mood.

APRIL

9: Troops enter the centre of the capital.

16: The treaty is signed in Brill.
"""


def test_sentences_with_bullets_below_an_entry() -> None:
    assert rows(read_text(BELOW))[1:4] == [
        ("2003-03-20", "The invasion begins shortly before dawn."),
        ("2003-03-20", "Oil falls by ten dollars within a day of trading."),
        ("2003-03-20", "The council opens in Orr in what its chair calls a heavy mood."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("before dawn.", "before dawn:"),
        ("• Oil falls", "• to let oil fall"),
        ("day of trading.", "day of trading"),
        ("•", "—"),
        ("• ", ""),
    ],
    ids=["after a colon", "what goes on", "no sentence", "paragraphs with dashes", "paragraphs"],
)
def test_what_goes_on_with_an_entry_below_it(old: str, new: str) -> None:
    assert dates(read_text(BELOW.replace(old, new))) == ["2003-03-12", "2003-03-20", "2003-04-09", "2003-04-16"]


def test_notes_with_stars_behind_the_last_entry_are_none_of_it() -> None:
    text = f"{BELOW}\n* The treaty of Brill ran out after ten years.\n"
    assert len(dates(read_text(text))) == 6


ROWS = """# Chronology of the blockade

| Date | What happened |
| --- | --- |
| 9 May 2014 | The envoys meet in Lind. |
| | A bomb goes off in the harbour of Orr. |
| 11 May 2014 | Both sides call the meeting useful. |
| 3 June 2014 | The blockade is lifted after a vote in |
| | Parliament. |
| 5 June 2014 | Ships leave Orr. |
| | Source: harbour office. |
"""


def test_rows_of_a_table_without_a_date_of_their_own() -> None:
    assert rows(read_text(ROWS, "blockade.md")) == [
        ("2014-05-09", "The envoys meet in Lind."),
        ("2014-05-09", "A bomb goes off in the harbour of Orr."),
        ("2014-05-11", "Both sides call the meeting useful."),
        ("2014-06-03", "The blockade is lifted after a vote in Parliament."),
        ("2014-06-05", "Ships leave Orr."),
    ]


CELLS = """<h1>Timeline of the blockade</h1><table><tr><th>Date</th><th>Event</th></tr>
<tr><td>9 May 2014</td><td><ul><li>The envoys meet in Lind.</li><li>A bomb goes off in Orr.</li></ul></td></tr>
<tr><td rowspan="2">11 May 2014</td><td>Both sides call the meeting useful.</td></tr>
<tr><td>Ships wait off the harbour.</td></tr>
<tr><td>3 June 2014</td><td>The two agree:<ul><li>The blockade is lifted.</li><li>Ships may leave.</li></ul></td></tr>
<tr><td>5 June 2014</td><td>Ships leave Orr.</td></tr><tr><td></td><td>The envoys go home.</td></tr></table>"""


def test_items_of_a_list_beside_a_date_and_rows_that_share_one() -> None:
    assert rows(read_text(CELLS, "blockade.html")) == [
        ("2014-05-09", "The envoys meet in Lind."),
        ("2014-05-09", "A bomb goes off in Orr."),
        ("2014-05-11", "Both sides call the meeting useful."),
        ("2014-05-11", "Ships wait off the harbour."),
        ("2014-06-03", "The two agree: The blockade is lifted. Ships may leave."),
        ("2014-06-05", "Ships leave Orr."),
        ("2014-06-05", "The envoys go home."),
    ]


LOG = """Coordination office. Event log, most recent entry at top

2011-03-15
  20:30  Norland orders its seven oldest reactors off the grid.
  06:14  A noise like a blast is heard at unit 4; smoke is
         seen shortly after.

2011-03-14
  11:01  An explosion wrecks the building of unit 3.

2011-03-11
  19:03  The government declares an emergency.
  14:46  An earthquake strikes the coast of Orr.

Distribution: A, B, D. Next exercise of this office: 2011-09-01.
"""


def test_hours_under_days_in_a_log() -> None:
    assert rows(read_text(LOG)) == [
        ("2011-03-15", "Norland orders its seven oldest reactors off the grid."),
        ("2011-03-15", "A noise like a blast is heard at unit 4; smoke is seen shortly after."),
        ("2011-03-14", "An explosion wrecks the building of unit 3."),
        ("2011-03-11", "The government declares an emergency."),
        ("2011-03-11", "An earthquake strikes the coast of Orr."),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"(\d\d):\d\d", r"\1:30"),
        (r"(\d\d:\d\d)", r"\1–23:59"),
        (r"\.\n", "\n"),
        (r"(\d\d:\d\d)", r"\1 Panel:"),
        (r"\d\d:\d\d", "Then"),
        (r"(\d\d:\d\d  ).*\n(         .*\n)?", r"\1A train leaves for Orr.\n"),
    ],
    ids=["round hours", "from one hour to another", "no sentences", "a programme", "no hours", "a timetable"],
)
def test_hours_that_are_no_log(old: str, new: str) -> None:
    log = LOG.partition("Distribution")[0]
    with pytest.raises(NoChronology):
        read_text(re.sub(old, new, log))


def test_hours_under_the_heading_of_a_chronology_may_be_round() -> None:
    log = re.sub(r"(\d\d):\d\d", r"\1:30", LOG).replace("Coordination office. Event log", "Timeline")
    assert len(dates(read_text(log))) == 5
