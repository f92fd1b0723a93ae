"""Where else dates stand: behind small words, behind their entries, in sentences, as months or hours alone."""

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
        [each.replace(" 25 May", "").replace(" 10 September", "").replace(" 12 November", "") for each in TOLD[:6]],
    ],
    ids=["prose between", "out of order", "few", "a judgment", "long paragraphs", "hardly a day"],
)
def test_prose_that_begins_its_paragraphs_with_dates(told: list[str]) -> None:
    with pytest.raises(NoChronology):
        read_text("\n\n".join(["# Norland and the charter", "## The story", *told, "## The law", LAW]), "charter.md")
