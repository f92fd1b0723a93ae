"""What a document prints about itself before its chronology: a citation, and where it contradicts itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronicle.model import Citation, Problem
from chronicle.reading.dateparts import MONTH, YEAR
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import Period, is_chronology_heading, is_trail, of_sides, pair_in, period_in
from chronicle.reading.lines import Line
from chronicle.reading.markup import folded, squeezed
from chronicle.reading.published import published_on


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
_BY = re.compile(
    r"^by:?\s+(?P<authors>[A-Z](?:[^.,;:|·•–—]|(?<=\b[A-Z])\.){2,80}(?:,(?:[^.;:|·•–—]|(?<=\b[A-Z])\.){2,60})?)(?:\s[|·•–—]\s(?P<date>[^|]{4,40}))?$",
    re.IGNORECASE,
)
# `U.S.-Japan Relations:` may have its title on the next line.
_RELATIONS = re.compile(
    r"^(?P<relation>[^.:;?!]{3,80}?|(?:[^.:;?!]|(?<=\b[A-Z])\.){3,40}?)\s+relations\b(?:\s*:\s*(?P<title>.{3,150})?)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|\s*&\s*|;\s*)\s*", re.IGNORECASE)
_BYLINE = re.compile(r"^(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){1,4}),\s+(?P<where>[A-Z].{3,90})$")
_WORKPLACE = re.compile(
    r"\b(?:universit|college|school|institut|cent(?:er|re)\b|foundation|forum|council|academy|society|corporation"
    r"|department|program|studies|affairs|bureau|group\b|fund\b)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:articles?|chronolog(?:y|ies)|download .*|published .*|connect with .*|share.*|home|menu|search|\W*"
    r"|(?:skip|go|jump) to (?:\w+ )?(?:content|text|navigation|search)\b.*|accessibility links|site search\W*"
    r"|related (?:topics|articles|stories)|(?:[^|·]{1,30}[|·]\s?){2,}[^|·]{1,30})$",
    re.IGNORECASE,
)
_HEAD_LINES = 60
_FEWEST_IN_MENU, _MENU_WORDS = 8, 5


def front_matter(lines: Sequence[Line], stop: int) -> FrontMatter:
    """`lines` up to `stop`, where the first chronology begins; later lines are read for nothing."""
    head = [folded(squeezed(line.text)) for line in lines[: min(stop, _HEAD_LINES)]]
    joined = " ".join(h for h in head if len(h) < 1500)
    cited, issue = _CITED.search(joined), _ISSUE.search(joined)
    relation, period = _relation(head, _menus(lines[: min(stop, _HEAD_LINES)])), _period(head)
    title = _title(head, cited, relation)
    citation = Citation(
        title=title,
        authors=_authors([line for line in head if title is None or not title.endswith(line)], cited),
        publication=_publication(joined, cited),
        volume=issue["volume"] if issue else None,
        number=issue["number"] if issue else None,
        published=_issued(joined),
        relation=relation,
    )
    return FrontMatter(citation, period, cited is not None, _dated_beside_author(head))


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


def _relation(head: Sequence[str], menus: frozenset[int]) -> str | None:
    for line in head:
        found = None if is_trail(line) else _RELATIONS.match(line)
        if found and not is_chronology_heading(line) and re.search(r"[-–—/&]|\band\b", found["relation"]):
            return of_sides(found["relation"].strip())
    own = (line for number, line in enumerate(head[:12]) if number not in menus and len(line) < 60)
    return next(filter(None, map(pair_in, own)), None)


def _period(head: Sequence[str]) -> Period | None:
    return next((period for line in head[:15] if len(line) < 60 and (period := period_in(line))), None)


def _title(head: Sequence[str], cited: re.Match[str] | None, relation: str | None) -> str | None:
    if cited:
        return cited["title"].split(": ", 1)[-1].strip(" ,")
    for number, line in enumerate(head):
        found = _RELATIONS.match(line)
        if found and found["title"] and not found["title"].endswith("."):
            return found["title"]
        if found or (relation is not None and line == relation):
            return _next_title(head[number + 1 :])
    return _next_title(head)


def _next_title(head: Sequence[str]) -> str | None:
    for number, line in enumerate(head[:8]):
        dated = period_in(line) or match_date(line) or published_on(line)
        if dated or _NOISE.match(line) or is_trail(line) or _BY.match(line):
            continue
        whole = f"{line} {head[number + 1]}" if line.endswith(":") and number + 1 < len(head) else line
        return whole if len(whole) < 160 and not is_chronology_heading(whole) else None
    return None


def _authors(head: Sequence[str], cited: re.Match[str] | None) -> tuple[str, ...]:
    if cited:
        return tuple(a.strip(" ,") for a in _AND.split(cited["authors"]) if a.strip(" ,"))
    for line in head[:20]:
        by = _BY.match(line)
        if by:
            return tuple(_names(by["authors"]))
    for line in head[:20]:
        byline = _BYLINE.match(line.title() if line.isupper() else line)
        if byline and len(line) < 120 and not line.endswith(".") and match_date(byline["where"].title()) is None:
            return (re.sub(r"^[Bb]y\s", "", byline["name"]),)
    return ()


def _names(words: str) -> Iterator[str]:
    """The names in `Ann Author and Ben Writer, Coastal University`, without where they work."""
    for part in re.split(r",\s+", words):
        if _WORKPLACE.search(part):
            return
        yield from (name.strip() for name in _AND.split(part) if name.strip())


def _publication(joined: str, cited: re.Match[str] | None) -> str | None:
    if cited:
        return cited["publication"].strip()
    return _group(_PUBLISHED, joined, "publication") or _group(_EXTRACTED, joined, "publication")


def _issued(joined: str) -> str | None:
    """The month of issue, EDTF; as the reference to volume and number says it, else as `Published ...`."""
    words = _group(_ISSUED, joined, "date") or _group(_PUBLISHED, joined, "date")
    printed = match_date(words) if words else None
    if printed is None or printed.first.year is None or printed.first.month is None:
        return None
    return f"{printed.first.year:04d}-{printed.first.month:02d}"


def _dated_beside_author(head: Sequence[str]) -> str | None:
    """The day of `By Jane Example | March 2, 2021`, as the month of issue."""
    by = next(filter(None, map(_BY.match, head[:20])), None)
    printed = match_date(by["date"]) if by and by["date"] else None
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
