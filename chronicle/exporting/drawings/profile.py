"""One actor: who it is, when there were events, with whom, where, what, and the latest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

from chronicle.errors import UsageError
from chronicle.exporting.drawings import Drawing, Paper
from chronicle.model import Event
from chronicle.presenting import profile as page
from chronicle.presenting.columns import Rows, short_date
from chronicle.presenting.drawing.periods import SIZES, periods
from chronicle.presenting.terminal import portrait, timeline
from chronicle.presenting.terminal.bars import headed_blocks
from chronicle.presenting.terminal.lines import Line, line
from chronicle.presenting.terminal.timeline import Span
from chronicle.querying import Count, Profile, Query, Term, events, profile, states
from chronicle.storing import Database

COUNTED = {
    "partners": "With whom",
    "countries": "Countries that took part",
    "venues": "Where",
    "types": "What",
    "offices": "Offices in these events",
    "years": "When",
}
TOP = 10
LATEST = 5


def drawn(database: Database, query: Query, paper: Paper, name: str | None = None, limit: int | None = None) -> Drawing:
    """A limit has nothing to cut."""
    if not name:
        raise UsageError("profile: of whom? say the name of one actor")
    found, last = of_one(database, query, name)
    if paper.is_plain:
        text = StringIO()
        page.write(facts(found), tables(found, last), text, paper.width)
        return Drawing(found.actor.name, tuple(text.getvalue().splitlines()), width=paper.width)
    return picture(found, last, paper)


def picture(found: Profile, latest: Sequence[Event], paper: Paper) -> Drawing:
    return Drawing(found.actor.name, tuple(_drawn(found, latest, paper)), width=paper.width)


def of_one(database: Database, query: Query, name: str) -> tuple[Profile, list[Event]]:
    """The profile and the latest events."""
    asked = replace(query, actors=(*query.actors, name), sort="-date", limit=LATEST)
    return profile(database, name, query), list(events(database, asked))


def brief(event: Event) -> tuple[str, str, str, str]:
    return event.id or "", short_date(event), event.type.value, event.headline


def facts(found: Profile) -> Iterator[tuple[str, str]]:
    actor = found.actor
    yield "actor", ", ".join(part for part in (actor.name, actor.country, actor.kind) if part)
    yield "events", f"{actor.events}, {actor.first} to {actor.last}" if actor.first else str(actor.events)
    if actor.wikidata:
        yield "wikidata", actor.wikidata
    if found.aliases:
        yield "aliases", "; ".join(found.aliases)
    yield from (("term", _term(term)) for term in found.terms)


def _term(term: Term) -> str:
    office = _office(term)
    return f"{office} ({term.start or '?'} to {term.end or 'now'})" if term.start or term.end else office


def _office(term: Term) -> str:
    return ", ".join(part for part in (term.office, term.country, term.addressee) if part)


def tables(found: Profile, latest: Iterable[Event]) -> Iterator[tuple[str, Rows]]:
    for name, heading in COUNTED.items():
        counts: Sequence[Count] = getattr(found, name)
        shown = counts if name == "years" else counts[:TOP]
        yield f"{heading}{_rest(shown, counts)}", Rows(("name", "events"), _named(shown))
    yield "Latest", Rows(("id", "date", "type", "headline"), [brief(event) for event in latest])


def _rest(shown: Sequence[Any], counts: Sequence[Any]) -> str:
    return f" (the first {len(shown)} of {len(counts)})" if len(shown) < len(counts) else ""


def _named(counts: Iterable[Count]) -> list[tuple[str, int]]:
    return [(count.keys[0] or "none", count.events) for count in counts]


def _drawn(found: Profile, latest: Sequence[Event], paper: Paper) -> Iterator[Line]:
    yield from portrait.facts(facts(found), paper.width)
    yield from _over_time(found, paper)
    yield from headed_blocks(_blocks(found), paper.width, paper.signs)
    yield from portrait.latest([brief(event) for event in latest], paper.width, paper.signs)


def _blocks(found: Profile) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The lists without the years, which are drawn, each under its heading; countries by their names."""
    called = states.names()
    for name, heading in COUNTED.items():
        counts: Sequence[Count] = getattr(found, name) if name != "years" else ()
        shown = _named(counts[:TOP])
        if name == "countries":
            shown = [(called.get(code, code), events) for code, events in shown]
        if shown:
            yield f"{heading}{_rest(shown, counts)}", shown


def _over_time(found: Profile, paper: Paper) -> Iterator[Line]:
    """The events by month, or by year where the months are too many, over the terms in office."""
    actor = found.actor
    if actor.first is None or actor.last is None:
        return
    months = list(periods(actor.first, actor.last, "month"))
    unit = "month" if len(months) <= paper.width * 3 // 4 else "year"
    counts = found.months if unit == "month" else found.years
    lane = timeline.Lane("", {count.keys[0]: count.events for count in counts if count.keys[0]})
    spans = [span for term in found.terms if (span := _in_office(term, SIZES[unit]))]
    yield line()
    yield from timeline.whole(list(periods(actor.first, actor.last, unit)), lane, spans, paper.width, paper.signs)


def _in_office(term: Term, size: int) -> Span | None:
    """A term as a span; one of which neither end is known is none."""
    if not term.start and not term.end:
        return None
    first, last = (term.start or "0001") + "-01-01", (term.end or "9999") + "-12-31"
    years = int(last[:4]) - int(first[:4])
    return Span(first[:size], last[:size], 366 * years, _office(term))
