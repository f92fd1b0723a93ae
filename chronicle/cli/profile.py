"""`profile`: everything about one actor. `actors NAME` is the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument

from chronicle.cli.help import examples
from chronicle.cli.lists import plain_value
from chronicle.cli.options import Database, Format, with_filters
from chronicle.cli.pictures import Canvas, with_canvas

if TYPE_CHECKING:
    from chronicle.model import Event
    from chronicle.presenting.columns import Rows
    from chronicle.presenting.terminal.lines import Line
    from chronicle.presenting.terminal.timeline import Span
    from chronicle.querying import Count, Profile, Query, Term

FACTS = ("name", "kind", "country", "events", "first", "last", "wikidata")
COUNTED = {
    "partners": "With whom",
    "countries": "Countries that took part",
    "venues": "Where",
    "types": "What",
    "offices": "Offices as printed",
    "years": "When",
}
TOP = 10
LATEST = 5

EXAMPLES = examples("""
    chronicle profile lavrov
    chronicle profile 'wang yi' --during 2021
    chronicle profile china --country russia --width 120
    chronicle profile lavrov --format json
""")


@with_filters
@with_canvas
def profile(
    query: "Query",
    to: Canvas,
    name: Annotated[str, Argument(metavar="NAME", help="One person, state or body.", show_default=False)],
    db: Database = None,
) -> None:
    """Show one actor: who it is, when there were events, with whom, where, what, and the latest.

    In a pipe and with --plain: lists instead of bars. --format json gives all of it as data, csv and the other
    tables the counts.
    """
    show_profile(name, query, to, db)


def show_profile(name: str, query: "Query", to: Canvas, db: str | None) -> None:
    from chronicle.cli.database import reading
    from chronicle.querying import events
    from chronicle.querying import profile as of_one

    asked = replace(query, actors=(*query.actors, name), sort="-date", limit=LATEST)
    with reading(db) as database:
        found = of_one(database, name, query)
        latest = list(events(database, asked))
    if to.width is not None and not to.is_plain:
        to.draw(found.actor.name, _drawn(found, latest, to))
    elif to.is_plain or to.format in (None, Format.TABLE):
        from chronicle.presenting import profile as page

        page.write(_facts(found), _tables(found, latest), to.file, to.width)
    elif to.format in (Format.JSON, Format.JSONL):
        from chronicle.presenting import objects_named

        objects_named(to.format.value).write_objects([_record(found, latest)], to.file)
    else:
        to.give(_rows(found))


def _record(found: "Profile", latest: "Iterable[Event]") -> dict[str, Any]:
    """The profile as plain values; the counts as pairs of a name and a number of events."""
    return {
        **{name: plain_value(getattr(found.actor, name)) for name in FACTS},
        "aliases": list(found.aliases),
        "terms": [
            {name: getattr(term, name) for name in ("office", "country", "addressee", "start", "end")}
            for term in found.terms
        ],
        **{name: _counts(getattr(found, name)) for name in (*COUNTED, "months")},
        "latest": [dict(zip(("id", "date", "type", "headline"), _brief(event), strict=True)) for event in latest],
    }


def _counts(counts: "Iterable[Count]") -> list[dict[str, Any]]:
    return [{"name": count.keys[0], "events": count.events} for count in counts]


def _brief(event: "Event") -> tuple[str, str, str, str]:
    from chronicle.presenting.columns import short_date

    return event.id or "", short_date(event), event.type.value, event.headline


def _rows(found: "Profile") -> "Rows":
    """All counts below each other, each with what it counts."""
    from chronicle.presenting.columns import Rows

    body = ((name, count.keys[0], count.events) for name in (*COUNTED, "months") for count in getattr(found, name))
    return Rows(("what", "name", "events"), body)


def _facts(found: "Profile") -> Iterator[tuple[str, str]]:
    actor = found.actor
    yield "actor", ", ".join(part for part in (actor.name, actor.country, actor.kind) if part)
    yield "events", f"{actor.events}, {actor.first} to {actor.last}" if actor.first else str(actor.events)
    if actor.wikidata:
        yield "wikidata", actor.wikidata
    if found.aliases:
        yield "aliases", "; ".join(found.aliases)
    yield from (("term", _term(term)) for term in found.terms)


def _term(term: "Term") -> str:
    office = _office(term)
    return f"{office} ({term.start or '?'} to {term.end or 'now'})" if term.start or term.end else office


def _office(term: "Term") -> str:
    return ", ".join(part for part in (term.office, term.country, term.addressee) if part)


def _tables(found: "Profile", latest: "Iterable[Event]") -> "Iterator[tuple[str, Rows]]":
    from chronicle.presenting.columns import Rows

    for name, heading in COUNTED.items():
        counts: Sequence[Count] = getattr(found, name)
        shown = counts if name == "years" else counts[:TOP]
        yield f"{heading}{_rest(shown, counts)}", Rows(("name", "events"), _named(shown))
    yield "Latest", Rows(("id", "date", "type", "headline"), [_brief(event) for event in latest])


def _rest(shown: Sequence[Any], counts: Sequence[Any]) -> str:
    return f" (the first {len(shown)} of {len(counts)})" if len(shown) < len(counts) else ""


def _named(counts: "Iterable[Count]") -> list[tuple[str, int]]:
    return [(count.keys[0] or "none", count.events) for count in counts]


def _drawn(found: "Profile", latest: "Sequence[Event]", to: Canvas) -> "Iterator[Line]":
    from chronicle.presenting.terminal import portrait
    from chronicle.presenting.terminal.bars import headed_blocks

    yield from portrait.facts(_facts(found), to.room)
    yield from _over_time(found, to)
    yield from headed_blocks(_blocks(found), to.room, to.signs)
    yield from portrait.latest([_brief(event) for event in latest], to.room, to.signs)


def _blocks(found: "Profile") -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The lists without the years, which are drawn, each under its heading; countries by their names."""
    from chronicle.querying import states

    called = states.names()
    for name, heading in COUNTED.items():
        counts: Sequence[Count] = getattr(found, name) if name != "years" else ()
        shown = _named(counts[:TOP])
        if name == "countries":
            shown = [(called.get(code, code), events) for code, events in shown]
        if shown:
            yield f"{heading}{_rest(shown, counts)}", shown


def _over_time(found: "Profile", to: Canvas) -> "Iterator[Line]":
    """The events by month, or by year where the months are too many, over the terms in office."""
    from chronicle.presenting.terminal import timeline
    from chronicle.presenting.terminal.lines import line

    actor = found.actor
    if actor.first is None or actor.last is None:
        return
    from chronicle.presenting.drawing.periods import SIZES, periods

    months = list(periods(actor.first, actor.last, "month"))
    unit = "month" if len(months) <= to.room * 3 // 4 else "year"
    counts = found.months if unit == "month" else found.years
    lane = timeline.Lane("", {count.keys[0]: count.events for count in counts if count.keys[0]})
    spans = [span for term in found.terms if (span := _in_office(term, SIZES[unit]))]
    yield line()
    yield from timeline.whole(list(periods(actor.first, actor.last, unit)), lane, spans, to.room, to.signs)


def _in_office(term: "Term", size: int) -> "Span | None":
    """A term as a span; one of which neither end is known is none."""
    from chronicle.presenting.terminal.timeline import Span

    if not term.start and not term.end:
        return None
    first, last = (term.start or "0001") + "-01-01", (term.end or "9999") + "-12-31"
    years = int(last[:4]) - int(first[:4])
    return Span(first[:size], last[:size], 366 * years, _office(term))
