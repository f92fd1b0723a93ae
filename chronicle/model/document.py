"""A document as read: its text, its citation, its chronology sections and their dated entries."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronicle.model.dates import EventDate

BAR = "|"
"""Parts what is printed apart in an entry's text: the cells of a table's row, a title and the text under it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a document prints about itself; `published` is EDTF (`2022-01`), the rest as printed."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    volume: str | None = None
    number: str | None = None
    published: str | None = None
    relation: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something found wrong that does not stop the run: what, and where (`line` is 1-based)."""

    code: str
    message: str
    line: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an entry stands: character offsets into the reader's text, its line there, the page of a PDF; 1-based."""

    start: int
    end: int
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link that an entry carries; `url` may be empty or `#` as printed."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry as printed: `text` without markup and without the date; `ordinal` is 1-based in its section."""

    ordinal: int
    date: EventDate
    text: str
    location: Location
    links: tuple[Link, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One chronology. `relation` is the pair of sides as printed in the heading (`China - Russia`).

    `period` is the stated time covered, inclusive days. `period_text` as printed.
    """

    heading: str | None
    relation: str | None
    period_text: str | None
    period: tuple[date, date] | None
    entries: tuple[Entry, ...]
    location: Location


class DateOrder(StrEnum):
    """What stands first in `03/04/2002`."""

    DAY = "day"
    MONTH = "month"


class Language(StrEnum):
    """In which months are named (ISO 639-1)."""

    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"
    FRENCH = "fr"
    INDONESIAN = "id"
    ITALIAN = "it"
    JAPANESE = "ja"
    DUTCH = "nl"
    POLISH = "pl"
    PORTUGUESE = "pt"
    RUSSIAN = "ru"
    TURKISH = "tr"
    UKRAINIAN = "uk"
    VIETNAMESE = "vi"
    CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What somebody says of a document, in place of what reading finds; None is as found.

    `year` is that of the first entry where the list prints none, `relation` that of all sections. `section` is
    the only one to be read: its number from 1, or words of its heading or its relation.
    """

    date_order: DateOrder | None = None
    relation: str | None = None
    year: int | None = None
    section: str | None = None
    language: Language | None = None


AS_FOUND = ReadingOptions()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as a work. `text` is what the reader made of it; all offsets point into it."""

    file: str
    sha256: str
    text: str
    citation: Citation
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = ()
    options: ReadingOptions = AS_FOUND

    @property
    def title(self) -> str | None:
        """What it calls itself, or else the heading of its first chronology that has one."""
        return self.citation.title or next((section.heading for section in self.sections if section.heading), None)
