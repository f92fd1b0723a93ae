"""What a file says about itself outside of its text: the head of a web page, the lines of YAML above Markdown, the
properties of a Word file. The text's own words are frontmatter.py's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronicle.model import Citation
from chronicle.reading.dateparts import CENTURY, DASHES
from chronicle.reading.grammar import match_date
from chronicle.reading.headings import is_chronology_heading
from chronicle.reading.markup import folded

_TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHOR = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author")
_PUBLISHED = (
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "article:published_time",
    "datepublished", "dc.date", "pubdate", "parsely-pub-date", "date",
)  # fmt: skip
_JOURNAL, _VOLUME, _NUMBER = ("citation_journal_title",), ("citation_volume",), ("citation_issue",)
_SITE = ("og:site_name", "application-name")
NAMES = frozenset((*_TITLE, *_AUTHOR, *_PUBLISHED, *_JOURNAL, *_VOLUME, *_NUMBER, *_SITE))
_ISO = re.compile(rf"({CENTURY}\d\d)(?:[-/](0?[1-9]|1[0-2])(?!\d)(?:[-/](0?[1-9]|[12]\d|3[01])(?!\d))?)?")
_FRONT = re.compile(r"\ufeff?---[^\S\n]*\n(?P<fields>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[^\S\n]*(?:\n|$)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]{2,30}):[^\S\n]*(?P<value>[^\n]*)")
_ITEM = re.compile(r"\s*-\s+(?:name:\s*)?(?P<value>[^\n]+)")
_AND = re.compile(r"\s*(?:;|,(?!\s(?:Jr|Sr|II)\b)|\s(?:and|&)\s)\s*")
# What programs write where nobody has said anything.
_NOBODY = re.compile(
    r"(?:python-docx|microsoft.*|(?:windows|office|home|default)? ?user|(?:site |web)?admin(?:istrator)?|owner|editor"
    r"|staff|anonymous|unknown|author|none|null|https?:.*|.*@.*)",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:untitled.*|document ?\d*|word document|title|template|new page|home(?: ?page)?|microsoft word\b.*"
    r"|.{1,80}\.(?:docx?|pdf|html?|indd|rtf))",
    re.IGNORECASE,
)
_LONGEST = 300


def of_page(said: Mapping[str, Sequence[str]], title: str, heading: str) -> Citation:
    """Of a web page's meta elements by their names, its title and its first heading."""
    name = _first(said, _TITLE) or title
    return Citation(
        title=_title(_without_site(folded(name), heading, _first(said, _SITE))),
        authors=_authors([value for key in _AUTHOR if not _is_named(said, key) for value in said.get(key, ())]),
        publication=_first(said, _JOURNAL), volume=_first(said, _VOLUME), number=_first(said, _NUMBER),
        published=_published(_first(said, _PUBLISHED)),
    )  # fmt: skip


def _is_named(said: Mapping[str, Sequence[str]], name: str) -> bool:
    """Whether an earlier name has told the authors."""
    return any(_authors(said.get(key, ())) for key in _AUTHOR[: _AUTHOR.index(name)])


def of_markdown(text: str) -> Citation:
    """Of the fields between two lines of dashes at the head of a text."""
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    authors = [*fields.get("author", ()), *fields.get("authors", ())]
    return Citation(
        title=_title(next(iter(fields.get("title", ())), "")),
        authors=_authors(authors),
        published=_published(next(iter(fields.get("date", ())), None)),
    )


def front_of(text: str) -> int:
    """Where the text behind these fields begins; 0 if it has none."""
    front = _FRONT.match(text)
    return front.end() if front and _fields(front["fields"]) else 0


def _fields(lines: str) -> dict[str, list[str]]:
    """The values of each field, whether in its line, in brackets or as items below it."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in lines.splitlines():
        item, field = _ITEM.match(line), _FIELD.match(line)
        if field is not None:
            name = field["name"].lower()
            values = field["value"].strip()
            listed = values[1:-1].split(",") if values.startswith("[") else [values]
            found[name] = [value for value in map(_unquoted, listed) if value]
        elif item is not None and name:
            found[name].append(_unquoted(item["value"]))
    return found


def _unquoted(value: str) -> str:
    return value.strip().strip("\"'“”").strip()


def of_properties(title: str | None, author: str | None) -> Citation:
    """Of the properties of a Word file."""
    return Citation(title=_title(title or ""), authors=_authors([author or ""]))


def with_said(printed: Citation, said: Citation, *, is_cited: bool) -> Citation:
    """What is printed, with what is said in its place; a reference that the text prints as such beats both."""
    if is_cited:
        return printed
    title = printed.title if _is_told_at_end(printed, said) else said.title or printed.title
    return replace(
        printed,
        title=title, authors=said.authors or printed.authors,
        publication=printed.publication or said.publication, volume=printed.volume or said.volume,
        number=printed.number or said.number, published=printed.published or said.published,
    )  # fmt: skip


def _is_told_at_end(printed: Citation, said: Citation) -> bool:
    """`Norland-Sudland Relations: Slow Thaw` where the text prints relation and title one below the other."""
    if not (printed.relation and printed.title and said.title) or printed.relation in printed.title:
        return False
    return said.title.endswith(printed.title)


def _first(said: Mapping[str, Sequence[str]], names: Sequence[str]) -> str | None:
    return next((folded(value) for name in names for value in said.get(name, ()) if value.strip()), None)


def _title(words: str) -> str | None:
    words = folded(words)
    return words if words and len(words) <= _LONGEST and not _NO_TITLE.fullmatch(words) else None


def _without_site(title: str, heading: str, site: str | None) -> str:
    """`Timeline: two states - The Star` without the site behind it: what the first heading says, or the site's name."""
    heading = folded(heading)
    if heading and title.startswith(heading) and re.match(rf"\s*[|{DASHES}:·»]", title[len(heading) :]):
        return heading
    if site:
        title = re.sub(rf"\s*[|{DASHES}·»]+\s*{re.escape(site)}$", "", title, flags=re.IGNORECASE)
    parts = [part.strip() for part in title.split(" | ")]
    told = [part for part in parts if part == heading or is_chronology_heading(part)]
    return told[0] if told else max(parts, key=len) if len(parts) > 2 else parts[0]


def _authors(values: Sequence[str]) -> tuple[str, ...]:
    """The names; `Author, Ann` of a single value stays one."""
    names: list[str] = []
    for value in map(folded, values):
        parts = [value] if len(values) > 1 and value.count(",") == 1 else _AND.split(value)
        names += (name for part in parts if (name := re.sub(r"^by\s+", "", part.strip(), flags=re.IGNORECASE)))
    return tuple(name for name in dict.fromkeys(names) if len(name) > 2 and not _NOBODY.fullmatch(name))


def _published(words: str | None) -> str | None:
    """The day of issue, the month or the year, as much as is said: EDTF."""
    words = (words or "").strip()
    iso = _ISO.match(words)
    if iso:
        return "-".join(f"{int(part):02}" for part in iso.groups() if part)
    printed = match_date(words)
    point = printed.first if printed is not None else None
    if point is None or point.year is None:
        return None
    return "-".join(f"{part:02}" for part in (point.year, point.month, point.month and point.day) if part)
