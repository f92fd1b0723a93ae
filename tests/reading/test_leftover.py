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


def test_the_words_that_are_left_out() -> None:
    document = read_text(TEXT, "a.md")
    found = left_out(document)
    assert [each.text for each in found] == ["An introduction with a link.", "1995", "1996", "Photo: the pier"]
    assert [each.lines for each in found] == [1, 1, 1, 1]
    places = [each.location for each in found]
    assert [document.text[where.start : where.end] for where in places[1:]] == ["1995", "1996", "Photo: the pier"]
    assert [where.line for where in places] == [3, 5, 9, 12]
