"""Where else dates stand: behind small words, behind their entries, in sentences, as months or hours alone."""

from entries import dates, read_text, rows


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
