"""Dates printed behind the words of their entries, and what bears dates at its end and is no chronology."""

import pytest
from entries import check, dates, read_text, rows
from growth import in_step

from chronicle.errors import NoChronology
from chronicle.reading import read_document

LEADERS = """Orr Friendship Society. Newsletter no. 7

   Table A.  How the islands became free

Armed revolt begins on the main island with an attack
on the barracks ............................... 4 Feb. 1961
Troops land at Brill in the night and take the fort
in two days .............................. 18-19 Dec. 1961
Captains overthrow the governor in Lind ... 25 April 1974
The flag of Norland is taken down for good . . . . . 5 July 1975
Ministers of the islands agree on a common bank .... Feb. 1994

   Notices

Lessons start again on 11 January 2022, Tuesdays at seven.
"""

BRACKETS = """A note on the herring disputes

2. What happened

   Norland announces by regulation a limit of 12 miles, to
   take effect in two months. (30.6.1958)

   The limit enters into force and trawlers fish inside it.
   (1.9.1958)

RN 14                     2                         Library

   An exchange of notes ends the first dispute. (11.3.1961)

   A limit of fifty miles comes into force. (1.9.1972)

   A cutter is used for the first time (5 September 1972).

3. What came after

   The arrangement lapsed and the ships left on 1 December 1976.
"""


def test_behind_leaders() -> None:
    assert rows(read_text(LEADERS)) == [
        ("1961-02-04", "Armed revolt begins on the main island with an attack on the barracks"),
        ("1961-12-18/1961-12-19", "Troops land at Brill in the night and take the fort in two days"),
        ("1974-04-25", "Captains overthrow the governor in Lind"),
        ("1975-07-05", "The flag of Norland is taken down for good"),
        ("1994-02", "Ministers of the islands agree on a common bank"),
    ]


def test_in_brackets_behind_sentences() -> None:
    document = read_text(BRACKETS)
    assert rows(document) == [
        ("1958-06-30", "Norland announces by regulation a limit of 12 miles, to take effect in two months."),
        ("1958-09-01", "The limit enters into force and trawlers fish inside it."),
        ("1961-03-11", "An exchange of notes ends the first dispute."),
        ("1972-09-01", "A limit of fifty miles comes into force."),
        ("1972-09-05", "A cutter is used for the first time."),
    ]
    first = document.sections[0].entries[0].location
    assert document.text[first.start : first.end].split() == (
        "Norland announces by regulation a limit of 12 miles, to take effect in two months. (30.6.1958)".split()
    )


@pytest.mark.parametrize("form", ["- {} ({})", "{} — {}", "{} [{}]"])
def test_under_the_heading_of_a_chronology_no_full_stop_is_needed(form: str) -> None:
    told = [
        ("Treaty signed at Lind", "3 May 1955"),
        ("Envoys exchanged with Orr", "9 June 1958"),
        ("Border opened to traders", "1 July 1961"),
    ]
    for order in (told, told[::-1]):
        lines = [form.format(*each) for each in order]
        found = rows(read_text("\n\n".join(["Key dates", *lines])))
        assert [text for _, text in found] == [text for text, _ in order]


NONE = {
    "the news of a site, newest first": "The minister receives the envoy of Orr. ({} May 2012)",
    "quotations": "“Nobody will ever take the fort from us again, number {}.” ({} May 1955)",
    "titles of documents": "Resolution of the assembly on the herring of the bank, no. {} ({} May 1955)",
    "years alone": "The novel tells of a fisherman and his herring. (19{})",
    "letters": "My dear mother, we are off the coast for the {}th day. ({} May 1955)",
    "a guest book": "The rooms are lovely, and we stayed for {} nights. ({} May 1955)",
    "dated letters": "{} May 1955: dear brother, the fort has fallen. (4 May 1955)",
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_chronology(name: str) -> None:
    numbers = range(11, 19) if "newest" not in name else range(19, 11, -1)
    form = NONE[name]
    text = "\n\n".join(form.format(*[n] * form.count("{}")) for n in numbers)
    with pytest.raises(NoChronology):
        read_text(f"The fort\n\n{text}\n")


def test_prose_with_dates_in_brackets_here_and_there() -> None:
    told = "The fort fell in a night of rain, and nobody knew why. (4 May 19{})"
    prose = "The town had been rich once. Its ships went as far as Lind and came home with cloth."
    text = "\n\n".join(part for n in range(30, 60, 5) for part in (told.format(n), prose, prose))
    with pytest.raises(NoChronology):
        read_text(f"The fort\n\n{text}\n")


def test_a_date_before_the_entry_counts_where_both_are_printed() -> None:
    text = "\n\n".join(f"{n} May 1955: The envoys meet in Lind once more. (3 June 19{n})" for n in range(11, 19))
    assert dates(read_text(f"Chronology\n\n{text}")) == [f"1955-05-{n}" for n in range(11, 19)]


@pytest.mark.parametrize("piece", ["." * 40, " .", "(", "A (3 May 1955)\n", "Ab cd. (3.5.1955)\n\n"])
def test_hostile_text_costs_no_more_than_its_length(piece: str) -> None:
    assert in_step(lambda n: check((piece * n).encode(), "list.txt"), 300, 3000)


def test_in_a_web_page() -> None:
    told = [
        "The envoys meet in Lind.",
        "Nobody comes.",
        "They sign.",
        "A storm takes the pier of Brill.",
        "Peace holds.",
    ]
    items = "".join(f"<li>{text} ({n} May 1955)</li>" for n, text in enumerate(told, 11))
    page = f"<html><body><h1>The envoys</h1><ul>{items}</ul></body></html>"
    assert rows(read_document(page.encode(), "envoys.html"))[1:3] == [
        ("1955-05-12", "Nobody comes."),
        ("1955-05-13", "They sign."),
    ]


@pytest.mark.parametrize("title", ["List of plates", "Club calendar"])
def test_leaders_under_what_is_named_a_list(title: str) -> None:
    with pytest.raises(NoChronology):
        read_text(LEADERS.replace("   Table A.  How the islands became free", title))
