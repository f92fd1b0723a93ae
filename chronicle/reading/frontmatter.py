"""What a document prints about itself before its chronology: a citation, and where it contradicts itself."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from chronicle.model import Citation, Problem
from chronicle.reading.bylines import authors_in, authors_said
from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import Period, is_chronology_heading, is_trail, of_sides, pair_in, period_in
from chronicle.reading.lines import Line
from chronicle.reading.markup import folded, squeezed
from chronicle.reading.mastheads import is_annex, publication_in
from chronicle.reading.pairs import is_one_name, sides_named
from chronicle.reading.titling import RELATIONS, is_bare, line_on, title_in


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`is_cited` where the text prints a reference to itself; `dated` is the month beside the author's name."""

    citation: Citation
    period: Period | None
    is_cited: bool = False
    dated: str | None = None


_CITED = re.compile(
    r"(?:preferred citation:?\s*|\()\s*(?P<authors>[A-Z][^“\"()]{2,120}?),?\s*"
    r"[“\"](?P<title>[^”\"]{3,200}?)[,.]?[”\"]?[”\"],?\s*"
    r"(?P<publication>[A-Z][^,()]{3,80}),\s*Vol\.?\s*(?P<volume>\d{1,3})",
    re.IGNORECASE,
)
_EXTRACTED = re.compile(r"extracted from\s+(?P<publication>[A-Z][^:,.]{3,60})", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"\bpublished\s+(?P<date>(?:{MONTH})\s+{YEAR})(?:\s+in\s+(?P<publication>[A-Z][^·|,(]{{3,60}}?)\s*[·|,(])?",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\bVol(?:ume|\.)?\s*(?P<volume>\d{1,3})\s*[,:]?\s*(?:No\.?|Number|Issue|Nr\.?)\s*(?P<number>\d{1,2})",
    re.IGNORECASE,
)
_ISSUED = re.compile(rf"\bNo\.?\s*\d{{1,2}}\s*,\s*(?P<date>(?:{MONTH})\s+{YEAR})", re.IGNORECASE)
_DATED = re.compile(r"^by:?\s+[^|·•–—]{3,140}\s[|·•–—]\s(?P<date>[^|]{4,40})$", re.IGNORECASE)
# What explains the rest has no title, journal or author behind it.
_EXPLAINING = re.compile(
    r"(?:list of )?(?:abbreviations|acronyms)(?: and (?:abbreviations|acronyms|sources))?\W*", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|\s*&\s*|;\s*)\s*", re.IGNORECASE)
_HEAD_LINES = 60
_FEWEST_IN_MENU, _MENU_WORDS = 8, 5
_MASTHEAD, _LONGEST_PAIR = 12, 60


def front_matter(lines: Sequence[Line], stop: int, first: int, covered: str | None = None) -> FrontMatter:
    """`lines` up to `stop`, where the first chronology begins, whose sides are `covered`.

    Its heading may be the title, with the authors before the date at `first`; later lines tell whether a name with a
    hyphen is one.
    """
    top = list(takewhile(lambda line: not _EXPLAINING.fullmatch(line.text.strip()), lines[: min(stop, _HEAD_LINES)]))
    head = [folded(squeezed(line.text)) for line in top]
    joined = " ".join(h for h in head if len(h) < 1500)
    cited = _CITED.search(joined)
    relation = _relation(head, _menus(top), _printed_in(lines[stop:]))
    about = line_on(head, relation or covered)
    period = _period(head)
    title, below = title_in(head, [n for n, line in enumerate(top) if line.heading], about)
    title = _unless_below(title, head, lines[stop].text if stop < len(lines) else "")
    named = authors_in(_without(head, title), below) or authors_said([line.text for line in lines[stop + 1 : first]])
    authors = _cited_authors(cited) if cited else named
    issue = _ISSUE.search(joined)
    volume = issue["volume"] if issue else None
    citation = Citation(
        title=_cited_title(cited) if cited else title,
        authors=authors,
        publication=_publication(head, cited, about if authors or volume else None),
        volume=volume,
        number=issue["number"] if issue else None,
        published=_issued(joined),
        relation=relation,
    )
    return FrontMatter(citation, period, cited is not None, _dated_beside_author(head))


def _unless_below(title: str | None, head: Sequence[str], heading: str) -> str | None:
    """None where the heading of the chronology tells more: below `Appendix B`. A bare `Chronology` at the very top is a
    title where the parts of the list have headings of their own.
    """
    if is_chronology_heading(heading):
        return None if title is not None and is_annex(title) and not is_bare(heading) else title
    return title or next((line for line in head[:1] if is_bare(line)), None)


def _group(pattern: re.Pattern[str], text: str, name: str) -> str | None:
    found = pattern.search(text)
    return found[name].strip() if found and found[name] else None


def _menus(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of many short lines right below each other: what a site has, no title of this page."""
    found: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(lines):
        short = len(line.text.split()) <= _MENU_WORDS and not line.heading
        joined = run and (line.bullet or not line.gap)
        run = [*run, number] if short and joined else [number] if short else []
        found.update(run if len(run) >= _FEWEST_IN_MENU else ())
    return frozenset(found)


def _printed_in(lines: Sequence[Line]) -> Callable[[str], bool]:
    """Whether a name stands by itself in the lines of a list."""

    def is_printed(name: str) -> bool:
        by_itself = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
        return any(by_itself.search(line.text) for line in lines)

    return is_printed


def _relation(head: Sequence[str], menus: frozenset[int], is_printed: Callable[[str], bool]) -> str | None:
    for line in head:
        if (sides := _sides_in(line)) is not None and not is_chronology_heading(line):
            return sides
    own = (pair_in(line) for n, line in enumerate(head[:12]) if n not in menus and len(line) < _LONGEST_PAIR)
    return next((sides for sides in own if sides is not None and not is_one_name(sides, is_printed)), None)


def _sides_in(line: str) -> str | None:
    """`Norland-Sudland` out of `Norland-Sudland Relations: Slow Thaw`."""
    found = None if is_trail(line) else RELATIONS.match(line)
    return sides_named(of_sides(found["relation"].strip())) if found else None


def _period(head: Sequence[str]) -> Period | None:
    return next((period for line in head[:15] if len(line) < 60 and (period := period_in(line))), None)


def _cited_title(cited: re.Match[str]) -> str:
    return cited["title"].split(": ", 1)[-1].strip(" ,")


def _cited_authors(cited: re.Match[str]) -> tuple[str, ...]:
    return tuple(a.strip(" ,") for a in _AND.split(cited["authors"]) if a.strip(" ,"))


def _without(head: Sequence[str], title: str | None) -> list[str]:
    """The lines with nothing in place of the title's, so that its words are nobody's name."""
    return ["" if title is not None and title.endswith(line) else line for line in head]


def _publication(head: Sequence[str], cited: re.Match[str] | None, about: int | None) -> str | None:
    if cited:
        return cited["publication"].strip()
    joined = " ".join(line for line in head if len(line) < 1500)
    said = _group(_PUBLISHED, joined, "publication") or _group(_EXTRACTED, joined, "publication")
    return said or publication_in(head[:_MASTHEAD], about)


def _issued(joined: str) -> str | None:
    """The month of issue, EDTF; as the reference to volume and number says it, else as `Published ...`."""
    words = _group(_ISSUED, joined, "date") or _group(_PUBLISHED, joined, "date")
    printed = match_date(words) if words else None
    if printed is None or printed.first.year is None or printed.first.month is None:
        return None
    return f"{printed.first.year:04d}-{printed.first.month:02d}"


def _dated_beside_author(head: Sequence[str]) -> str | None:
    """The day of `By Jane Example | March 2, 2021`, as the month of issue."""
    by = next(filter(None, map(_DATED.match, head[:20])), None)
    printed = match_date(by["date"]) if by else None
    if printed is None or printed.first.year is None or printed.first.month is None:
        return None
    return f"{printed.first.year:04d}-{printed.first.month:02d}"


def contradiction(citation: Citation, period: Period | None) -> Problem | None:
    """A chronology is issued in the months behind its period: half a year later at most, never before its end."""
    if citation.published is None or period is None:
        return None
    year, month = (int(part) for part in citation.published.split("-"))
    late = (year - period.end.year) * 12 + month - period.end.month
    if -1 <= late <= 6:
        return None
    message = f"cited as published {citation.published}, but its chronology covers {period.text}"
    return Problem("citation_contradicts_period", message)
