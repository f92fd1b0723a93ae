"""The page put together: head, figures, filters, the list's data, and what a reader without scripts gets."""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import TextIO

from chronicle.directing import undirected
from chronicle.model import Event
from chronicle.presenting.drawing.periods import said, timeline
from chronicle.presenting.drawing.ties import Actor
from chronicle.presenting.page.digest import Digest, Record, digest
from chronicle.presenting.page.figures import COLOURS, Rings, bars, mark, web, world
from chronicle.presenting.page.markup import Markup, joined, tag, text

SCRIPTS = ("events.js", "search.js", "list.js", "filters.js", "figures.js", "print.js", "start.js")
# So many events are also listed in the page itself, for a browser that runs no scripts.
PLAIN = 1_000
_TOP_ACTORS, _TOP_ROWS = 12, 40


@dataclass(frozen=True, slots=True)
class About:
    """What the page says of itself: a title, the query in words where the title is none, the day, the program."""

    title: str
    query: str
    made: date
    program: str


def write(events: Iterable[Event], about: About, names: Mapping[str, str], rings: Rings, file: TextIO) -> int:
    """Writes the page and returns its number of events. `names`: countries by code; `rings`: the land, for the map."""
    found = digest(events, names)
    file.writelines(_pieces(found, about, names, rings))
    return len(found.records)


def _pieces(found: Digest, about: About, names: Mapping[str, str], rings: Rings) -> Iterator[str]:
    """The page in pieces, so that the data of many events is not held twice."""
    style, script = asset("page.css"), "".join(asset(name) for name in SCRIPTS)
    before, after = asset("page.html").split("$data")
    yield Template(before).substitute(
        policy=_policy(style, script),
        title=text(_window_title(found, about)),
        style=style,
        head=_head(found, about),
        figures=joined(_sections(found, names, rings)),
        plain=_plain(found),
        works=_works(found),
        made=text(f"Made on {said(about.made.isoformat())} with {about.program}."),
    )
    yield from _data(found)
    yield Template(after).substitute(script=script)


@cache
def asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is fetched, and no other style or script runs than those of the page."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPES = str.maketrans(_UNSAFE)


def encoded(value: object) -> str:
    """JSON that can stand in a script element: no sign in it can end that or begin another, or turn what is shown."""
    return undirected(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).translate(_ESCAPES)


def _data(found: Digest) -> Iterator[str]:
    tables = {
        "actors": [actor._asdict() for actor in found.actors],
        "parts": [_told(part._asdict()) for part in found.parts],
        "places": [{"name": place.name, "country": place.country} for place in found.places],
        "works": [_told(work._asdict()) for work in found.works],
    }
    yield "{" + ",\n".join(f'"{name}":{encoded(rows)}' for name, rows in tables.items()) + ',\n"events":['
    for number, record in enumerate(found.records):
        yield f"{',' if number else ''}\n{encoded(record)}"
    yield "]}"


def _told(row: Record) -> Record:
    """Without what is empty or false."""
    return {key: value for key, value in row.items() if value is not False and value != ""}


def _window_title(found: Digest, about: About) -> str:
    return f"{about.title}: {_number(len(found.records), 'event')}"


def _number(many: int, what: str) -> str:
    return f"{many:,} {what if many == 1 else _plural(what)}"


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _head(found: Digest, about: About) -> Markup:
    told = [_number(len(found.records), "event"), *_period(found), *([about.query] if about.query else [])]
    return joined(
        [
            tag("p", text("Chronicle of events"), class_="kicker"),
            tag("h1", text(about.title)),
            tag("p", text(" · ".join(told)), class_="query", data_query=about.query),
            tag("dl", joined(_headline_figures(found)), class_="numbers"),
        ]
    )


def _period(found: Digest) -> list[str]:
    """From the first event's first day to the last event's."""
    if not found.days:
        return []
    first, last = (said(day.isoformat()) for day in (min(found.days), max(found.days)))
    return [first if first == last else f"{first} – {last}"]


def _headline_figures(found: Digest) -> Iterator[Markup]:
    figures = (
        (len(found.records), "event"),
        (len(found.busiest), "participant"),
        (found.countries, "country"),
        (len(found.places), "venue"),
        (len(found.works), "source"),
    )
    for many, what in figures:
        yield tag("div", tag("dt", text(what if many == 1 else _plural(what))), tag("dd", text(f"{many:,}")))


def _sections(found: Digest, names: Mapping[str, str], rings: Rings) -> Iterator[Markup]:
    if found.days:
        yield _timeline(found)
    if found.busiest:
        yield _actors(found, names)
    if found.seats:
        yield _map(found, rings)
    if found.network.ties:
        yield _network(found, names)


def _section(name: str, heading: str, about: str, *body: Markup) -> Markup:
    title = tag("h2", text(heading), id=f"h-{name}")
    note = tag("p", text(about), class_="note")
    return tag("section", title, note, *body, aria_labelledby=f"h-{name}", class_=f"figure {name}")


def _timeline(found: Digest) -> Markup:
    line = timeline(found.days)
    note = f"Events by {line.unit}, each at its first day."
    if found.undated:
        note += f" {_number(found.undated, 'event')} without a possible date not shown."
    label = f"Bar chart of {_number(len(found.days), 'event')} by {line.unit}; the table below has its figures."
    busy = [bar for bar in line.bars if bar.events]
    table = _table((line.unit.capitalize(), "Events"), ((said(bar.period), bar.events) for bar in busy))
    return _section("time", "Timeline", note, bars(line, label), table)


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]], summary: str = "Figures") -> Markup:
    """The figures of a picture as a table that opens."""
    header = tag("tr", *(tag("th", text(name), scope="col") for name in head))
    body = joined(tag("tr", *(tag("td", text(_cell(value))) for value in row)) for row in rows)
    table = tag("table", tag("thead", header), tag("tbody", body))
    return tag("details", tag("summary", text(summary)), tag("div", table, class_="scroll"), class_="numbers-table")


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _actors(found: Digest, names: Mapping[str, str]) -> Markup:
    most = found.busiest[0][1]
    rows = joined(
        _actor(number, found.actors[number], events, most, names) for number, events in found.busiest[:_TOP_ACTORS]
    )
    note = "Who takes part in the most events."
    return _section("actors", "Top actors", note, tag("ol", rows, class_="ranking"))


def _actor(number: int, actor: Actor, events: int, most: int, names: Mapping[str, str]) -> Markup:
    country = names.get(actor.country, actor.country) if actor.kind != "state" else ""
    share = 100 * events / most
    bar = tag(
        "svg",
        tag("rect", class_="all", width=share, height=1),
        tag("rect", class_="chosen", width=share, height=1),
        class_="share",
        viewbox="0 0 100 1",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    name = tag("span", text(actor.name), class_="who")
    whose = tag("span", text(country or actor.kind), class_="whose")
    return tag(
        "li", name, whose, tag("span", text(f"{events:,}"), class_="many"), bar, data_actor=number, data_events=events
    )


def _map(found: Digest, rings: Rings) -> Markup:
    seats = [(number, found.places[number], events) for number, events in found.seats]
    missing = sum(place.latitude is None for _, place, _ in seats)
    note = "Where events took place; the larger the circle, the more events."
    if missing:
        note += f" {_number(missing, 'venue')} without coordinates not shown."
    label = f"Map of {_number(len(seats) - missing, 'venue')}; the table below has the busiest."
    rows = ((place.name, place.country, events) for _, place, events in seats[:_TOP_ROWS])
    table = _table(("Venue", "Country", "Events"), rows, _first("venues", len(seats)))
    return _section("places", "Map", note, _scrolled("Map", world(seats, rings, label)), table)


def _first(what: str, many: int) -> str:
    return f"Figures of the first {_TOP_ROWS} {what}" if many > _TOP_ROWS else "Figures"


def _network(found: Digest, names: Mapping[str, str]) -> Markup:
    nodes, ties = found.network
    by_country = Counter(node.actor.country for node in nodes if node.actor.country)
    ranked = sorted(by_country, key=lambda code: (-by_country[code], code))[:COLOURS]
    colours = {code: at for at, code in enumerate(ranked, start=1)}
    numbers = {actor: at for at, actor in enumerate(found.actors)}
    note = f"Who takes part in events together: the {len(nodes)} busiest; the thicker the line, the more events."
    label = (
        f"Network of {_number(len(nodes), 'actor')} and the events that they share; the table below has its figures."
    )
    strongest = sorted(ties, key=lambda tie: (-tie.events, tie))
    pairs = ((nodes[tie.one].actor.name, nodes[tie.other].actor.name, tie.events) for tie in strongest[:_TOP_ROWS])
    table = _table(("Actor", "With", "Events"), pairs, _first("pairs", len(ties)))
    drawn = _scrolled("Network", web(found.network, numbers, colours, label))
    return _section("web", "Network", note, _legend(colours, names), drawn, table)


def _scrolled(name: str, picture: Markup) -> Markup:
    """A picture that is wider than a narrow window."""
    return tag("div", picture, class_="wide", tabindex="0", role="group", aria_label=f"{name}, can be scrolled")


def _legend(colours: Mapping[str, int], names: Mapping[str, str]) -> Markup:
    shapes = [("person", "Person"), ("state", "State"), ("organization", "Organization")]
    items = [_key(kind, 0, name) for kind, name in shapes]
    items += [_key("person", at, names.get(code, code)) for code, at in colours.items()]
    return tag("ul", *items, class_="legend")


def _key(kind: str, colour: int, name: str) -> Markup:
    sign = tag("path", class_=f"mark c{colour}", d=mark(kind, 8, 8, 5))
    return tag("li", tag("svg", sign, viewbox="0 0 16 16", aria_hidden="true"), text(name))


def _plain(found: Digest) -> Markup:
    """The list for a browser without scripts: all of a small query, a word about a large one."""
    if len(found.records) > PLAIN:
        return tag("p", text(f"The list of {_number(len(found.records), 'event')} needs a browser that runs scripts."))
    return tag("ol", joined(_plain_event(record, found) for record in found.records), class_="plain")


def _plain_event(record: Record, found: Digest) -> Markup:
    whole = f"{record['headline']} {record.get('rest', '')}".strip()
    source = [text(found.works[record["work"]].reference)] if "work" in record else []
    return tag(
        "li",
        tag("h3", text(record["when"])),
        tag("p", text(whole)),
        tag("p", *source, text(f" {record.get('place', '')}"), class_="source"),
        id=record.get("id"),
    )


def _works(found: Digest) -> Markup:
    items = joined(tag("li", _work_name(work.reference, work.url)) for work in found.works)
    return tag("ul", items, class_="works")


def _work_name(reference: str, url: str) -> Markup:
    return tag("a", text(reference), href=url, rel="noopener noreferrer") if url else text(reference)
