"""References as they are printed, in Chicago (bibliography) and APA style, for a document or for one of its events.

Plain text: titles of journals stand without italics, titles of articles in the capitals of their print.
"""

import re
from collections.abc import Callable, Iterable

from chronicle.model import Event, EventDate, Precision, Source
from chronicle.presenting import bibtex
from chronicle.presenting.cells import plain
from chronicle.presenting.drawing.dates import when
from chronicle.presenting.works import MONTHS, NOBODY, FamilyFirst, Name, author, published

_YEAR = re.compile(r"\d{4}")


def chicago(source: Source, event: Event | None = None, family_first: FamilyFirst = NOBODY) -> str:
    """`Example, Ada, and Ben Sample. “A Year of Talks.” Journal of Examples 23, no. 3 (January 2022). URL.`"""
    names = [author(printed, family_first) for printed in source.authors]
    issue = _joined(", ", _joined(" ", source.publication, source.volume), source.number and f"no. {source.number}")
    when = _month_and_year(source)
    work = _joined(" ", issue, when and (f"({when})" if issue else when))
    parts = (_chicago_names(names), f"“{_ended(source.called)}”", work, _entry(event), source.url)
    return plain(" ".join(_ended(part) for part in parts if part))


def apa(source: Source, event: Event | None = None, family_first: FamilyFirst = NOBODY) -> str:
    """`Example, A., & Sample, B. (2022, January). A Year of Talks. Journal of Examples, 23(3). URL`"""
    names = _apa_names([author(printed, family_first) for printed in source.authors])
    issue = _joined("", source.volume, source.number and f"({source.number})")
    parts = [source.called, _joined(", ", source.publication, issue), _entry(event)]
    parts.insert(1 if not names else 0, f"({_apa_day(source)})")
    sentences = " ".join(_ended(part) for part in (names, *parts) if part)
    return plain(_joined(" ", sentences, source.url))


def as_bibtex(source: Source, event: Event | None = None, family_first: FamilyFirst = NOBODY) -> str:
    """An entry; of an event, with a key of its own and a note that says which it is."""
    return bibtex.entry(source, family_first, event.id if event else None, _entry(event)).rstrip()


STYLES: dict[str, Callable[[Source, Event | None, FamilyFirst], str]] = {
    "chicago": chicago,
    "apa": apa,
    "bibtex": as_bibtex,
}


def _entry(event: Event | None) -> str:
    """Where in the document: `Entry of Sept. 3, 2021, in “Chronology of North - South Relations”, p. 4`."""
    if event is None:
        return ""
    page = f"p. {event.location.page}" if event.location.page else None
    return _joined(", ", f"Entry of {_dated(event.date)}", _section(event.source), page)


def _dated(day: EventDate) -> str:
    """As printed, where that names the year; `23` below the heading `January` in full: `23 January 2019`."""
    if day.start is None or day.end is None or {str(day.start.year), str(day.end.year)} & set(_YEAR.findall(day.text)):
        return day.text
    is_part_of_its_month = day.precision is Precision.PART and MONTHS[day.start.month - 1] in day.text
    return f"{day.text} {day.start.year}" if is_part_of_its_month else when(day)


def _section(source: Source | None) -> str:
    """Nothing where its heading is that of the document."""
    if source is None or not source.section or source.section.casefold() == source.called.casefold():
        return ""
    return f"in “{source.section}”"


def _joined(sign: str, *parts: str | None) -> str:
    return sign.join(part for part in parts if part)


def _ended(sentence: str) -> str:
    """With its full stop, if no other sign ends it."""
    return sentence if sentence.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{sentence}."


def _month_and_year(source: Source) -> str:
    parts = published(source)
    if len(parts) < 2:
        return str(parts[0]) if parts else source.published or ""
    return f"{MONTHS[parts[1] - 1]} {parts[0]}"


def _apa_day(source: Source) -> str:
    parts = published(source)
    if not parts:
        return source.published or "n.d."
    month = MONTHS[parts[1] - 1] if len(parts) > 1 else None
    return _joined(", ", str(parts[0]), _joined(" ", month, str(parts[2]) if len(parts) > 2 else None))


def _chicago_names(names: list[Name]) -> str:
    """The first by the family's name, the others as they are said."""
    first = [_joined(", ", names[0].family, names[0].given)] if names else []
    return _listed([*first, *(name.said() for name in names[1:])], ", and ")


def _apa_names(names: Iterable[Name]) -> str:
    return _listed([_joined(", ", name.family, _initials(name.given)) for name in names], ", & ")


def _listed(names: list[str], last: str) -> str:
    return last.join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _initials(given: str | None) -> str:
    """`Jean-Luc B.` is `J.-L. B.`"""
    return re.sub(r"(\w)[^\s-]*", lambda name: f"{name[1].upper()}.", given or "")
