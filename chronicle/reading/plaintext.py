"""The reader of plain text and Markdown: both meet in one file, so one reader takes both."""

from chronicle.reading.about import of_markdown
from chronicle.reading.bars import with_dates_first
from chronicle.reading.decoding import decode
from chronicle.reading.formats import Kind
from chronicle.reading.margins import edits_of_columns
from chronicle.reading.markup import plain
from chronicle.reading.reader import Page, Reading


class PlainText:
    """Text of any name, `.txt`, `.md`, `issue vol.3`, such as standard input (`-`)."""

    name = "text"

    def claims(self, kind: Kind, file: str) -> bool:
        return kind is Kind.TEXT

    def read(self, data: bytes, file: str) -> Reading:
        text = decode(data, file)
        return Reading(
            text, with_dates_first(plain(text, edits_of_columns(text))), _pages(text), about=of_markdown(text)
        )


def _pages(text: str) -> tuple[Page, ...]:
    """Form feeds part pages; a text without any has none."""
    if "\f" not in text:
        return ()
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\f")]
    return tuple(Page(start, number) for number, start in enumerate(starts, 1))
