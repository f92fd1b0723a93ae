"""What no entry claims is shown in words, without the signs of markup around them and within."""

from entries import read_text

from chronicle.reading.leftover import left_out

TEXT = """# Timeline

An **introduction** with a [link](https://example.org).

## 1995
* **May 3**: Talks open.
* **June 4**: Talks end.

## 1996
* **May 3**: Talks open again.

**_Photo: the pier_**

* **June 4**: Talks end * for good.
"""


def test_a_paragraph_that_begins_with_a_day_and_opens_no_entry() -> None:
    days = ["May 3: Talks open.", "May 9: They go on.", "Oct. 2: They end.", "Oct. 4 Ships meet.", "May 2 Ships sail."]
    document = read_text("\n\n".join(["Timeline 1995", *days, "Oct. 9: Ships sail home."]))
    assert [(each.why, each.text) for each in left_out(document)] == [
        ("begins with a date, but opens no entry", "May 2 Ships sail."),
    ]
    assert [entry.text for entry in document.sections[0].entries][2:4] == ["They end.", "Ships meet. May 2 Ships sail."]


def test_the_words_that_are_left_out() -> None:
    document = read_text(TEXT, "a.md")
    found = left_out(document)
    assert [each.text for each in found] == ["An introduction with a link.", "1995", "1996", "Photo: the pier"]
    assert [each.lines for each in found] == [1, 1, 1, 1]
    places = [each.location for each in found]
    assert [document.text[where.start : where.end] for where in places[1:]] == ["1995", "1996", "Photo: the pier"]
    assert [where.line for where in places] == [3, 5, 9, 12]
