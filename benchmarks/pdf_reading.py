"""A PDF read into a document, against PDFium's bare extraction of its text by pypdfium2.

The files are a seed's article with its chronology as often as needed, set in one column, in two, and in two with
the lines written across them; or those named on the command line. What comes after the reader, the search for
entries in the text, is in our time as well; its share is printed.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from measuring import HERE, here, in_turns, told
from pypdfium2 import PdfDocument

from chronicle.reading import document_of
from chronicle.reading.markup import plain
from chronicle.reading.pdf import Pdf

MARK = 3
COPIES = 25
SEED = "china-russia-2021-q3.txt"


def files() -> Iterator[tuple[str, bytes]]:
    if len(sys.argv) > 1 and Path(sys.argv[0]).name == Path(__file__).name:
        yield from ((Path(name).name, Path(name).read_bytes()) for name in sys.argv[1:])
        return
    sys.path.insert(0, str(HERE.parent / "tests"))
    from printed import article, hyphenated

    paragraphs = list(article_and_list())
    head = {"head": "CHINA-RUSSIA RELATIONS | JANUARY 2022", "foot": "{page}"}
    yield "one column", article(paragraphs, columns=1, **head)
    yield "two columns", article(paragraphs, columns=2, justified=True, **head)
    yield "two columns, written in rows", hyphenated(paragraphs, columns=2, in_rows=True)


def article_and_list() -> Iterator[str]:
    text = plain((HERE.parent / "seeds" / SEED).read_text(encoding="utf-8")).text
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    first = next(n for n, words in enumerate(paragraphs) if words.startswith("Chronology of")) + 2
    yield from (*paragraphs[:first], *paragraphs[first:] * COPIES)


def bare(data: bytes) -> None:
    with closing(PdfDocument(data)) as pdf:
        for number in range(len(pdf)):
            with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
                text.get_text_range()


def main() -> None:
    reader = Pdf()
    for name, data in files():

        def ours(data: bytes = data) -> float:
            return here(lambda: document_of(reader.read(data, "a.pdf"), "a.pdf", ""))

        def theirs(data: bytes = data) -> float:
            return here(lambda: bare(data))

        print(told(f"PDF to document, {name}", in_turns(ours, theirs, 7), MARK, "bare text"))
        reading = reader.read(data, "a.pdf")
        after = in_turns(lambda reading=reading: here(lambda: document_of(reading, "a.pdf", "")), theirs, 3)
        print(f"{'':44} {after.ratio:7.3f} x of it behind the reader; {len(reading.pages)} pages")


if __name__ == "__main__":
    main()
