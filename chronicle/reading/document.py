"""One file to one `Document`: decode, clean, find the chronologies, split them into dated entries."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from chronicle.errors import NoChronology, ReadError, UsageError
from chronicle.model import (
    AS_FOUND,
    Citation,
    DateOrder,
    Document,
    Entry,
    EventDate,
    Language,
    Location,
    Precision,
    Problem,
    ReadingOptions,
    Section,
)
from chronicle.reading.about import with_said
from chronicle.reading.columnnames import without_keywords, without_names_of_columns
from chronicle.reading.dateparts import A_YEAR, DASHES, YEAR
from chronicle.reading.docx import Docx
from chronicle.reading.doubting import with_doubts
from chronicle.reading.epub import Epub
from chronicle.reading.formats import advice, kind_of
from chronicle.reading.frontmatter import FrontMatter, contradiction, front_matter
from chronicle.reading.furniture import without_footers, without_notes, without_paragraph_numbers, without_ways_on
from chronicle.reading.headings import Period, period_within
from chronicle.reading.html import Html
from chronicle.reading.languages import in_english
from chronicle.reading.lines import lines_of
from chronicle.reading.mapped import Mapped
from chronicle.reading.markup import folded, plain
from chronicle.reading.odt import Odt
from chronicle.reading.openings import Opening, ends_sentence
from chronicle.reading.order import ordered
from chronicle.reading.passages import Passage, Vocabulary, passages
from chronicle.reading.pdf import Pdf
from chronicle.reading.plaintext import PlainText
from chronicle.reading.published import last_day, published_on, year_up_to
from chronicle.reading.reader import Places, Reader, Reading
from chronicle.reading.resolving import resolve
from chronicle.reading.rtf import Rtf
from chronicle.reading.runtogether import cuts_in
from chronicle.reading.sections import Found, find_sections, prepared
from chronicle.reading.surveying import Survey, surveyed
from chronicle.reading.titleyears import with_years_of_titles
from chronicle.reading.weekdays import year_by_weekdays
from chronicle.reading.years import InForce, Step, first_year, years_in_force

READERS: tuple[Reader, ...] = (PlainText(), Pdf(), Html(), Docx(), Odt(), Rtf(), Epub())
_NEAR_HEADING = 3  # lines between a heading and the sentence that opens the list: its authors
_YEAR_LONG = 11  # months from January to December
# `EVENTS OF 1979` at the head of each page; the year of an issue stands there too.
_OF_YEAR = re.compile(
    rf"\b(?:events|chronology|chronicle|diary|calendar|record)(?:\s(?:of|in|for))?,?\s(?P<year>{YEAR})(?!\s?[{DASHES}/]\s?\d)",
    re.IGNORECASE,
)
# `2010 in Norland`, `Events in 2010`: what a page of one year is called, be a site's name behind it or not.
_PAGE_OF_YEAR = re.compile(
    rf"(?:(?P<in>{YEAR}) in (?:the )?[A-Z][^.,:;!?|]{{1,60}}?"
    rf"|[Ee]vents (?:in|of) (?P<of>{YEAR})(?: in [^.,:;!?|]{{1,60}}?)?)"
    rf"(?:\s[|{DASHES}]\s.{{1,60}})?"
)


def identify(data: bytes, file: str) -> Reader:
    """The one reader that claims a file. Raises ReadError if none does, or if two do."""
    kind = kind_of(data, file)
    claims = [reader for reader in READERS if reader.claims(kind, file)]
    if len(claims) == 1:
        return claims[0]
    if not claims:
        raise ReadError(f"{file}: {advice(data, file)}")
    raise ReadError(f"{file}: claimed by {' and '.join(r.name for r in claims)}; rename the file")


def read_document(data: bytes, file: str, options: ReadingOptions = AS_FOUND) -> Document:
    """A file as a document with its chronologies. Raises ReadError, and NoChronology where there is none."""
    return document_of(reading_of(data, file), file, hashlib.sha256(data).hexdigest(), options)


def reading_of(data: bytes, file: str) -> Reading:
    """A file as text, whatever stands in it. Raises ReadError."""
    return identify(data, file).read(data, file)


def document_of(reading: Reading, file: str, sha256: str, options: ReadingOptions = AS_FOUND) -> Document:
    """What any reader made of a file, as a document. Raises UsageError for options that say nothing."""
    _check(options)
    clean = without_ways_on(without_footers(without_notes(in_english(reading.clean, options.language))))
    clean = without_keywords(without_names_of_columns(without_paragraph_numbers(clean)))
    survey = prepared(surveyed(lines_of(clean, cuts_in(clean.text)), clean))
    found = [_in_order(_related(_with_years(survey, item), options), options) for item in find_sections(survey)]
    if not found:
        raise NoChronology(_why_none(reading, file))
    front = front_matter(survey.lines, _first_line(found[0]), found[0].dated[0].opening.line, found[0].relation)
    source = _Source(reading, clean, options.language not in (None, Language.ENGLISH))
    asked = _asked_for(found, options.section, file)
    sections = tuple(_section(survey, item, front, source, clean, options) for item in asked)
    relation = options.relation or front.citation.relation or sections[0].relation
    problems = (*reading.problems, *_problems(front.citation, found, front))
    said = replace(reading.about, published=reading.about.published or front.dated)
    about = with_said(front.citation, said, is_cited=front.is_cited)
    citation = replace(about, relation=relation, url=reading.url)
    document = Document(PurePath(file).name, sha256, reading.text, citation, sections, problems, options)
    return replace(document, problems=with_doubts(document))


def _why_none(reading: Reading, file: str) -> str:
    remedy = "give a file with dated entries, one date before each text"
    return f"no chronology found in {file}; {'; '.join(each.message for each in reading.problems) or remedy}"


def _check(options: ReadingOptions) -> None:
    for name in ("relation", "section"):
        said = getattr(options, name)
        if said is not None and not said.strip():
            raise UsageError(f"{name} {said!r}: says nothing; give one, or leave it out")


def _asked_for(found: Sequence[Found], section: str | None, file: str) -> Sequence[Found]:
    """The sections that are to be read. Raises ReadError where none is what was asked for."""
    if section is None:
        return found
    chosen = [item for number, item in enumerate(found, 1) if _is_called(section, number, item)]
    if not chosen:
        there = ", ".join(f"{number} ({_title(item)})" for number, item in enumerate(found, 1))
        raise ReadError(f"{file}: no section {section!r}; say one of {there}")
    return chosen


def _is_called(section: str, number: int, found: Found) -> bool:
    if section.strip().isdecimal():
        return int(section) == number
    return folded(section).casefold() in _title(found).casefold()


def _title(found: Found) -> str:
    """Its heading, or else what is known of it."""
    return folded(found.heading_text or found.relation or "without a heading")


def _with_years(survey: Survey, found: Found) -> Found:
    """A list without a period of its own, its days in the years that titles between them tell."""
    return found if found.period else replace(found, dated=with_years_of_titles(survey, found.dated))


def _related(found: Found, options: ReadingOptions) -> Found:
    return replace(found, relation=options.relation) if options.relation else found


def _in_order(found: Found, options: ReadingOptions) -> Found:
    """The section with its open numeric dates read in the order that is asked for or that the section decides."""
    asked = options.date_order is DateOrder.DAY if options.date_order else None
    return replace(found, dated=ordered(found.dated, asked))


def _first_line(found: Found) -> int:
    return found.heading if found.heading is not None else found.dated[0].opening.line


class _Source:
    """Clean offsets as locations in the reader's text."""

    def __init__(self, reading: Reading, clean: Mapped, translated: bool) -> None:
        self._clean = clean
        self._text = reading.text
        self._translated = translated
        self._places = Places(reading.text, reading.pages)
        self.year = _year_of_heads(reading.heads)
        self.about = reading.about

    def printed(self, start: int, words: str) -> str:
        """A date as it is printed, before it was put into English."""
        if not self._translated:
            return words
        end = self._clean.source(start + len(words))
        return folded(plain(self._text[self._clean.source(start) : end]).text)

    def location(self, start: int, end: int) -> Location:
        return self._places.location(self._clean.source(start), self._clean.source_end(end))


def _section(
    survey: Survey, found: Found, front: FrontMatter, source: _Source, clean: Mapped, options: ReadingOptions
) -> Section:
    period = found.period or front.period
    bodies = passages(survey, found.dated, found.end, clean, Vocabulary(clean.text).knows)
    steps = _steps(found)
    inferred = False
    of_page = None if period else _page_of_year(survey, found, source.about.title)
    if options.year:
        in_force = years_in_force(steps, None, options.year)
    elif of_page:
        in_force = years_in_force(steps, of_page, None)
    else:
        hint = _year_hint(survey, found, front, source.year)
        issue = _year_by_issue(survey, found, front, source.about) if hint is None and period is None else None
        inferred = issue is not None
        in_force = years_in_force(steps, period, year_by_weekdays(found.dated, issue if inferred else hint))
    entries: list[Entry] = []
    for item, body, force in zip(found.dated, bodies, in_force, strict=True):
        if not item.context and body.text:
            entry = _entry(len(entries) + 1, item.opening, body, force, found.period, source, clean)
            is_inferred = inferred and entry.date.start is not None and not item.opening.has_year
            entries.append(replace(entry, flags=(*entry.flags, "date_year_inferred")) if is_inferred else entry)
    if found.period is not None and _is_no_period(found.period, entries):
        return _section(survey, replace(found, period=None), replace(front, period=None), source, clean, options)
    relation = found.relation or front.citation.relation
    start = survey.lines[_first_line(found)].start
    return Section(
        folded(found.heading_text) if found.heading_text else None, relation, period.text if period else None,
        (period.start, period.end) if period else None, tuple(entries), source.location(start, bodies[-1].end),
    )  # fmt: skip


def _is_no_period(period: Period, entries: Sequence[Entry]) -> bool:
    """A month, a year or a decade above a list that lies mostly outside of it is no period of the list.

    Several months are one, printed with a slip.
    """
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    outside = sum("date_out_of_period" in entry.flags for entry in entries)
    return (months == 0 or months >= _YEAR_LONG) and outside * 2 > len(entries)


def _entry(
    ordinal: int,
    opening: Opening,
    body: Passage,
    force: InForce,
    period: Period | None,
    source: _Source,
    clean: Mapped,
) -> Entry:
    start = opening.start
    words = source.printed(start if opening.date_at is None else opening.date_at, opening.date_text)
    when = resolve(opening.printed, words, force.year, force.month)
    flags = []
    if when is None:
        when = EventDate(words, None, None, Precision.INVALID)
        flags.append("date_year_unknown")
    elif when.precision is Precision.INVALID:
        flags.append("date_invalid")
    elif period is not None and _is_outside(when, period):
        flags.append("date_out_of_period")
    if opening.printed.numbers:
        flags.append("date_order_unknown")
    links = clean.links(start, body.end)
    return Entry(ordinal, when, body.text, source.location(start, body.end), links, tuple(flags))


def _is_outside(when: EventDate, period: Period) -> bool:
    return when.start is not None and when.end is not None and (when.start > period.end or when.end < period.start)


def _year_hint(survey: Survey, found: Found, front: FrontMatter, of_pages: int | None) -> int | None:
    """A year printed above the list: in a heading, at the heads of its pages, before its first date, in the title;
    else the issue's."""
    first = found.dated[0].opening.line
    start = found.heading if found.heading is not None else max(0, first - 4)
    above = max(0, start - _NEAR_HEADING)
    heads = [line.text for line in survey.lines[above:first] if line.heading]
    if year := next(filter(None, (_year_of_heading(head, found) for head in reversed(heads))), None):
        return year
    if of_pages is not None:
        return of_pages
    if near := _year_near(survey, found, start, first):
        return near
    top = " ".join(line.text for line in survey.lines[:3] if published_on(line.text) is None)
    if years := A_YEAR.findall(front.citation.title or ""):
        return int(years[-1])
    issued = _year_before_issue(found, front.citation.published)
    years = A_YEAR.findall(top) if issued is None else []
    return int(years[-1]) if years else issued


def _page_of_year(survey: Survey, found: Found, title: str | None) -> Period | None:
    """The year that a page is called after (`2010 in Norland`): a part that begins anew is of it too."""
    first = min(item.opening.line for item in found.dated)
    heads = (n for n in range(first - 1, -1, -1) if survey.lines[n].heading or n == 0)
    dated = (text for text in (*(survey.lines[n].text for n in heads), title or "") if A_YEAR.search(text))
    named = _PAGE_OF_YEAR.fullmatch(next(dated, ""))
    year = int(named["in"] or named["of"]) if named else None
    below = (line.text for line in survey.lines[first : found.end] if line.heading)
    if year is None or any(int(other) != year for text in below for other in A_YEAR.findall(text)):
        return None
    return Period(str(year), date(year, 1, 1), date(year, 12, 31))


def _year_by_issue(survey: Survey, found: Found, front: FrontMatter, about: Citation) -> int | None:
    """Where nothing else tells: by the day of issue on a line of its own, the nearest above the list or else below, or
    in the page's head.

    Not where the list prints a year lower down, or the page's title or a heading above prints one.
    """
    dated = {item.opening.line for item in found.dated}
    first = min(dated)
    heads = (line.text for n, line in enumerate(survey.lines[:first]) if line.heading and n not in dated)
    if any(d.opening.has_year for d in found.dated) or any(map(A_YEAR.search, (about.title or "", *heads))):
        return None
    around = [*range(first - 1, -1, -1), *range(first, len(survey.lines))]
    stamps = (published_on(survey.lines[n].text) for n in around if n not in dated)
    said = about.published or front.dated
    issued = next(filter(None, stamps), last_day(said) if said else None)
    return year_up_to(found.dated, issued) if issued else None


def _year_near(survey: Survey, found: Found, start: int, first: int) -> int | None:
    """The last year printed between two lines, but for a day of publication."""
    for line in reversed(survey.lines[start:first]):
        if (years := A_YEAR.findall(line.text)) and published_on(line.text) is None:
            told = None if ends_sentence(line.text) else _year_of_heading(line.text, found)
            return told or int(years[-1])
    return None


def _year_of_heading(head: str, found: Found) -> int | None:
    """The year of a list's first date under a heading: the only one, or by the period at its end."""
    if len(set(years := A_YEAR.findall(head))) == 1:
        return int(years[0])
    period = period_within(head)
    return first_year(_steps(found), period) if period else None


def _steps(found: Found) -> list[Step]:
    return [Step(d.opening.printed, d.context) for d in found.dated]


def _year_of_heads(heads: Sequence[str]) -> int | None:
    """The one year whose events all pages say they tell."""
    told = {m["year"] for head in heads if (m := _OF_YEAR.search(head))}
    return int(told.pop()) if len(told) == 1 else None


def _year_before_issue(found: Found, published: str | None) -> int | None:
    """A chronology is issued after its first entry: one of September, issued in January, tells of the year before."""
    if published is None:
        return None
    year, month = int(published[:4]), int(published[5:])
    first = next((m for d in found.dated if (m := d.opening.printed.first.month)), month)
    return year if first <= month else year - 1


def _problems(citation: Citation, found: Sequence[Found], front: FrontMatter) -> tuple[Problem, ...]:
    period = found[0].period or front.period
    problem = contradiction(citation, period)
    return (problem,) if problem else ()
