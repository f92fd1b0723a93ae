"""Where else dates stand: behind small words, behind their entries, in sentences, as months or hours alone."""

import re

import pytest
from entries import dates, read_text, rows

from chronicle.errors import NoChronology


def test_small_words_before_the_date_and_a_sign_behind_it() -> None:
    text = """Norland's helmets

- On the 4th of June 1950 ▸ Norland is admitted to the League.
- Late in May 1951 ▸ Forty officers go to Orr to watch the truce.
- From the 3rd to the 9th of July 1952 ▸ A company is besieged in Brill.
- On 8 August 1953 ▸ Half the town lines the quay for the funeral.
- In March 1954 ▸ The first battalion comes home to Lind.
"""
    assert rows(read_text(text)) == [
        ("1950-06-04", "Norland is admitted to the League."),
        ("1951-05-21~/1951-05-31~", "Forty officers go to Orr to watch the truce."),
        ("1952-07-03/1952-07-09", "A company is besieged in Brill."),
        ("1953-08-08", "Half the town lines the quay for the funeral."),
        ("1954-03", "The first battalion comes home to Lind."),
    ]


def test_small_words_before_a_date_in_a_sentence_open_nothing() -> None:
    text = """Chronology

3 May 1950: The envoys meet in Lind.

On the 4th of May 1950 they meet once more, and part.

5 June 1950: The envoys meet in Orr.

9 June 1950: The envoys sign a truce.
"""
    assert dates(read_text(text)) == ["1950-05-03", "1950-06-05", "1950-06-09"]


def test_a_year_and_a_day_with_a_dash_between_and_a_sign_behind() -> None:
    text = """Chronology

1975 – February 14th, at Brill, the premier tells envoys that he will not trade an inch of land.

March 5th, the town board asks for a garrison.

November 2nd, troops are sent to the river.

1976 – April 26th: Talks are taken up again in Orr.

1977 – 12 ministers meet in Lind.
"""
    assert dates(read_text(text)) == ["1975-02-14", "1975-03-05", "1975-11-02", "1976-04-26", "1977"]


def test_a_month_with_a_blank_within() -> None:
    text = """Calendar of events

1981

27 June

A charter of rights is adopted in Lind.

1984

12 Novem ber

Norland leaves the league over a seat.

1991

3 June

A treaty is signed at Orr by forty states.
"""
    assert dates(read_text(text)) == ["1981-06-27", "1984-11-12", "1991-06-03"]


def test_a_first_entry_behind_the_dateline_of_its_report() -> None:
    text = """Norland: chronology of events in 2002

LIND, 22 January (Wire) - 11 January - The agency warns that its food runs out in March.

22 February - The leader of the rebels is shot dead in the east.

13 March - The government orders its forces to stop.

30 March - Generals of both armies put their names to a truce.
"""
    assert dates(read_text(text)) == ["2002-01-11", "2002-02-22", "2002-03-13", "2002-03-30"]


def test_months_cut_short_and_years_about_which_end_no_sentence() -> None:
    text = """Key dates of the case

- May 2012 - The court in Orr takes up the case.

- Sept. 2013 - He calls off a trip to the assembly.

- c. 2014 - The papers of the case are lost.

- June 2015 - He leaves Lind before a judge can rule.
"""
    assert dates(read_text(text)) == ["2012-05", "2013-09", "2014~", "2015-06"]


def test_days_that_follow_each_other_in_the_paragraph_of_their_year() -> None:
    text = """Chronology

1945 22 March: The pact of the league is signed. Sudland adds its name on 10 May. 2 December: The council bans a trade.

1948 15 May: The secretary tells the union of the march.

1961 20 July: Orr is admitted. 10 September: A force of five states takes the place of the

old one and stays. 12 November: The last guards leave.

1964 13–17 January: The first summit sets up a command.
"""
    assert dates(read_text(text)) == [
        "1945-03-22",
        "1945-12-02",
        "1948-05-15",
        "1961-07-20",
        "1961-09-10",
        "1961-11-12",
        "1964-01-13/1964-01-17",
    ]


def test_dates_with_dashes_run_together_of_days_months_and_years() -> None:
    text = (
        "# Timeline of the bay\n\nDecember 1972 – The government recognizes the republic. 31 October – 4 November "
        "1973 – The premier visits Lind. 1979 – Two provinces become sisters. 16 June 1989 – The premier weeps in "
        "the assembly. Four are held until March. 17 November 2014 – A treaty is concluded. Mid-November 2020 – A "
        "list is handed over."
    )
    assert dates(read_text(text, "bay.md")) == [
        "1972-12",
        "1973-10-31/1973-11-04",
        "1979",
        "1989-06-16",
        "2014-11-17",
        "2020-11-11~/2020-11-20~",
    ]


def test_items_that_count_below_months_are_no_days() -> None:
    items = "1. Orr. A treaty is signed.\n\n2. Lind. The council meets.\n\n3. Brill. A vote is held."
    text = "# The year 1987\n\n" + "\n\n".join(f"## {month}\n\n{items}" for month in ("May", "June", "July"))
    with pytest.raises(NoChronology):
        read_text(text, "year.md")


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


TOLD = [
    "On 25 May 1963, thirty states sign a charter in Lind. It says little about herring.",
    "In July 1964 the assembly in Orr resolves that the borders shall stay.",
    "On 10 September 1969 the assembly adopts a convention of its own.",
    "On 12 November 1984 Norland leaves over the strait.",
    "From 8 to 10 July 2002 the last summit is held in Brill.",
    "On 21 March 2018, forty states sign another charter.",
    "On the same day thirty of them sign a protocol on free movement.",
]
SINCE = ["1963-05-25", "1964-07", "1969-09-10", "1984-11-12", "2002-07-08/2002-07-10", "2018-03-21", "2018-03-21"]
LAW = "The charter gave a year for the passage of its offices, which the assembly of 9 July 2002 made longer."


@pytest.mark.parametrize("title", ["## I. From charter to charter", "## Order of events"])
@pytest.mark.parametrize("bullet", ["", "- "])
def test_sentences_one_after_the_other_with_their_dates(title: str, bullet: str) -> None:
    text = "\n\n".join(["# Norland and the charter", title, *(bullet + told for told in TOLD), "## II. The law", LAW])
    assert dates(read_text(text, "charter.md")) == SINCE


@pytest.mark.parametrize(
    "told",
    [
        [part for each in TOLD for part in (each, LAW)],
        TOLD[::-1],
        TOLD[:5],
        [f"{number}. {each}" for number, each in enumerate(TOLD, 11)],
        [f"{each} {LAW * 4}" for each in TOLD],
        [each.replace("Norland", "the applicant").replace("the assembly", "the appellant") for each in TOLD],
        [each.replace(" 25 May", "").replace(" 10 September", "").replace(" 12 November", "") for each in TOLD[:6]],
    ],
    ids=["prose between", "out of order", "few", "numbered", "a judgment", "long paragraphs", "hardly a day"],
)
def test_prose_that_begins_its_paragraphs_with_dates(told: list[str]) -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["# Norland and the charter", "## The story", *told, "## The law", LAW]), "charter.md")


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


MONTHLY = [
    "JANUARY.  Talks between the two open in Lind, the first in decades.",
    "FEBRUARY.  Members of the council meet in Orr. They part without a word.",
    "MARCH.  Floods leave thirty dead in the north.",
    "APRIL.  The presidents meet at the summit of Brill.",
    "MAY.  The council ends the spraying of the hills.",
    "JUNE.  An envoy is named for the drought.",
    "JULY.  Embassies reopen in both towns.",
]


def test_months_with_a_full_stop_over_a_paragraph_each() -> None:
    text = "\n\n".join(
        ["THE REGION IN 2015: A MONTHLY DIGEST", *MONTHLY, "SENIOR APPOINTMENTS", "Head: since 31 May 2013."]
    )
    found = rows(read_text(text))
    assert [edtf for edtf, _ in found] == [f"2015-0{month}" for month in range(1, 8)]
    assert found[1] == ("2015-02", "Members of the council meet in Orr. They part without a word.")


@pytest.mark.parametrize(
    ("title", "months"),
    [
        ("THE GARDEN MONTH BY MONTH", MONTHLY),
        ("GARDEN CALENDAR 2015", MONTHLY),
        ("THE REGION IN 2015", MONTHLY[:5]),
        ("THE REGION IN 2015", MONTHLY[:3] * 3),
    ],
    ids=["no year", "a calendar", "few", "the same months again"],
)
def test_months_that_head_no_entries(title: str, months: list[str]) -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join([title, *months]))


SLASHED = """<h1>{title}</h1><p>Dates are given as month/day.</p>
<div><span>01/04</span> -- Leaders of seven states meet in Lind.</div>
<div><span>01/25</span> -- Norland tests a missile. [AP]</div>
<div><span>05/24-28</span> -- Sudland answers with three tests.</div>
<div><span>06/06-07</span> -- An envoy visits both capitals.</div>
<div><span>06/10</span> -- The airspace is opened again.</div>
<div><span>10/31-11/03</span> -- A second round of talks sets up three committees.</div>
<div><span>12/05</span> -- The parties agree to explore a federal solution.</div>"""


def test_month_and_day_in_figures_under_a_title_with_their_year() -> None:
    assert dates(read_text(SLASHED.format(title="Log of the straits 2002"), "log.html")) == [
        "2002-01-04",
        "2002-01-25",
        "2002-05-24/2002-05-28",
        "2002-06-06/2002-06-07",
        "2002-06-10",
        "2002-10-31/2002-11-03",
        "2002-12-05",
    ]


def test_figures_under_a_title_without_a_year() -> None:
    with pytest.raises(NoChronology):
        read_text(SLASHED.format(title="Log of the straits"), "log.html")


def test_fractions_under_a_title_with_a_year() -> None:
    shares = "\n\n".join(f"{share} - Of the members said yes." for share in ("1/3", "2/3", "3/4", "5/16", "7/20"))
    with pytest.raises(NoChronology):
        read_text(f"# Report 2002\n\n{shares}\n", "report.md")


def test_a_heading_above_the_opening_sentence_tells_the_year() -> None:
    text = """# Annex B. Chronology 2010

A. AUTHOR

This chronology lists events of 2010 that concern the coast.

Earlier chronologies covered January 2009 to December 2009 and are kept by the library.

25 Jan. Norland and Sudland exchange notes.

9 Feb. A ship sails past the reef.

8 Apr. Ministers meet in Lind.

12 Nov. The papers are returned.
"""
    assert dates(read_text(text, "annex.md")) == ["2010-01-25", "2010-02-09", "2010-04-08", "2010-11-12"]


DAYS_UNDER_MONTHS = (
    "Chronology of 1915\n\nFebruary\n\n19. The fleet opens fire.\n\n25. Fire is renewed.\n\n"
    "March\n\n4. Parties land.\n\nGuns are brought up at night.\n\n10. Trawlers fail.\n\n"
    "April\n\n23. Transports leave.\n\n25. Troops go ashore.\n"
)


def test_days_under_months_go_on_behind_a_paragraph_without_a_day() -> None:
    assert rows(read_text(DAYS_UNDER_MONTHS, "case.txt"))[2:4] == [
        ("1915-03-04", "Parties land. Guns are brought up at night."),
        ("1915-03-10", "Trawlers fail."),
    ]


def test_items_numbered_through_under_months_are_no_days() -> None:
    text = "Chronology of 1915\n\nJanuary\n\n1. One.\n\n2. Two.\n\n3. Three.\n\nFebruary\n\n4. Four.\n\n5. Five.\n\n"
    document = read_text(text + "March\n\n6. Six meet.\n\n7. Seven leave.\n", "case.txt")
    assert [edtf for edtf, _ in rows(document)] == ["1915-01", "1915-02", "1915-03"]


def test_a_number_behind_a_date_and_a_dash_is_no_day() -> None:
    text = "Chronology\n\n2012/09/14 - 15 ships enter the waters.\n\n2012/09/18 - 20 towns see protests.\n"
    assert rows(read_text(text, "case.txt")) == [
        ("2012-09-14", "15 ships enter the waters."),
        ("2012-09-18", "20 towns see protests."),
    ]


DAYS_WITHOUT_STOPS = (
    "Chronology of 1915\n\nFebruary\n\n19 The fleet opens fire.\n\n25-26 Fire is renewed.\n\n"
    "March\n\n4 Parties land.\n\n10 Trawlers fail.\n\nApril\n\n23 Transports leave.\n\n25 Troops go ashore.\n"
)
DAYS_FOUND = ["1915-02-19", "1915-02-25/1915-02-26", "1915-03-04", "1915-03-10", "1915-04-23", "1915-04-25"]


@pytest.mark.parametrize("parted", ["\n\n", "\n"])
def test_days_with_a_blank_behind_them_under_months(parted: str) -> None:
    text = re.sub(r"\n\n(?=(?:25|10)\b)", parted, DAYS_WITHOUT_STOPS)
    assert dates(read_text(text)) == DAYS_FOUND


def test_a_number_at_the_head_of_a_line_that_goes_on_is_no_day() -> None:
    text = DAYS_WITHOUT_STOPS.replace("opens fire.\n\n25-26 Fire is renewed.", "loses\n25 Ships.")
    assert rows(read_text(text))[0] == ("1915-02-19", "The fleet loses 25 Ships.")


def test_numbers_under_months_that_count_what_follows() -> None:
    with pytest.raises(NoChronology):
        read_text(DAYS_WITHOUT_STOPS.replace("19 The", "19 ships of the").replace("4 P", "4 p").replace("23 T", "23 t"))


DAYS_BEHIND_MONTHS = [
    "October 2. Ships sail from Lind.",
    "4. They are seen off Orr.",
    "7. Envoys meet.",
    "9. An offer is made.",
    "12. It is refused.",
    "November 1. Planes are moved.",
    "3. A second offer is made.",
    "5. A truce begins.",
]


def test_days_behind_the_first_of_their_month() -> None:
    found = rows(read_text("\n\n".join(["Chronology of 1962", *DAYS_BEHIND_MONTHS])))
    assert found == [
        ("1962-10-02", "Ships sail from Lind."),
        ("1962-10-04", "They are seen off Orr."),
        ("1962-10-07", "Envoys meet."),
        ("1962-10-09", "An offer is made."),
        ("1962-10-12", "It is refused."),
        ("1962-11-01", "Planes are moved."),
        ("1962-11-03", "A second offer is made."),
        ("1962-11-05", "A truce begins."),
    ]


def test_few_numbers_behind_a_day_are_no_days() -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["Chronology of 1962", *DAYS_BEHIND_MONTHS[:4], *DAYS_BEHIND_MONTHS[5:]]))


def test_parts_of_years_and_months_in_figures_open_entries() -> None:
    text = """Timeline: an export dispute

May 3, 2019: Envoys meet in Lind.
1st week of June 2019: Norland warns of controls.
2019-Q3: Norland restricts exports.
2nd half of October 2019: Talks open in Orr.
4Q 2019: Orr lodges a complaint.
H1 2020: A panel is set up.
"""
    assert rows(read_text(text)) == [
        ("2019-05-03", "Envoys meet in Lind."),
        ("2019-06-01/2019-06-07", "Norland warns of controls."),
        ("2019-07-01/2019-09-30", "Norland restricts exports."),
        ("2019-10-16/2019-10-31", "Talks open in Orr."),
        ("2019-10-01/2019-12-31", "Orr lodges a complaint."),
        ("2020-01-01/2020-06-30", "A panel is set up."),
    ]


def test_a_quarter_within_a_sentence_opens_none() -> None:
    text = (
        "Timeline\n\nMay 3, 2019: Envoys meet.\n\nJune 4, 2019: Sales fall, though not as in\n2019 Q3 figures told.\n"
    )
    assert dates(read_text(f"{text}\nJuly 5, 2019: They part.\n")) == ["2019-05-03", "2019-06-04", "2019-07-05"]
