"""`actors`, `venues`, `documents`: lists with counts, and the profile of an actor."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument

from chronicle.cli.edge import nothing_found, say
from chronicle.cli.help import examples
from chronicle.cli.options import Database, Format, FormatOption, Limit, with_filters

if TYPE_CHECKING:
    from chronicle.querying import Count, Profile, Query, Term
    from chronicle.storing import Database as Connection

ACTOR_NAMES = ("name", "kind", "country", "events", "first", "last")
VENUE_NAMES = ("name", "kind", "country", "events", "first", "last", "latitude", "longitude")
DOCUMENT_NAMES = (
    "id",
    "events",
    "first",
    "last",
    "file",
    "title",
    "relations",
    "authors",
    "publication",
    "volume",
    "number",
    "published",
    "flagged",
    "problems",
    "url",
)
VENUES_DRAWN = 6
DOCUMENTS_DRAWN = 6

ACTORS_EXAMPLES = examples("""
    chronicle actors
    chronicle actors --country india --since 2020 --limit 10
    chronicle actors lavrov
    chronicle actors 'wang yi' --during 2021 --format json
""")
VENUES_EXAMPLES = examples("""
    chronicle venues --actor china --actor russia
    chronicle venues --type meeting --format csv
""")
DOCUMENTS_EXAMPLES = examples("""
    chronicle documents
    chronicle documents --actor sco --format markdown
""")


@with_filters
def actors(
    query: "Query",
    name: Annotated[
        str | None, Argument(metavar="[NAME]", help="One actor: its profile.", show_default=False)
    ] = None,
    limit: Limit = None,
    format: FormatOption = None,
    db: Database = None,
) -> None:
    """List the actors of the events that fit, the most frequent first; or show the profile of one.

    The profile has aliases, offices with terms, with whom, where and when. It is text; --format json
    or jsonl gives it as data.
    """
    from chronicle.querying import actors as matching

    if name is None:
        _list(matching, query, ACTOR_NAMES, len(ACTOR_NAMES), limit, format, db)
    else:
        _profile(name, query, format, db)


@with_filters
def venues(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List the venues of the events that fit, the most frequent first."""
    from chronicle.querying import venues as matching

    _list(matching, query, VENUE_NAMES, VENUES_DRAWN, limit, format, db)


@with_filters
def documents(query: "Query", limit: Limit = None, format: FormatOption = None, db: Database = None) -> None:
    """List the documents of the events that fit, by first day, with their citation.

    `flagged` counts events to review, `problems` what was found wrong with the document itself.
    """
    from chronicle.querying import documents as matching

    _list(matching, query, DOCUMENT_NAMES, DOCUMENTS_DRAWN, limit, format, db)


def _list(
    matching: Callable[["Connection", "Query"], list[Any]],
    query: "Query",
    names: Sequence[str],
    drawn: int,
    limit: int | None,
    format: Format | None,
    db: str | None,
) -> None:
    """A list in the format asked for; a table on a terminal has the first `drawn` columns."""
    from chronicle.cli.database import reading
    from chronicle.cli.output import Tally, print_rows, screen, shown_limit

    to = screen()
    draws = to.draws(format)
    most = shown_limit(limit, draws)
    with reading(db) as database:
        found = Tally(matching(database, replace(query, limit=most + 1 if most else None)), most)
        print_rows(_rows(found, names[:drawn] if draws else names), format, to)
    if not found.number:
        nothing_found()
    if found.more:
        say(f"the first {found.number}; more with --limit, all with --limit 0")


def _rows(values: Iterable[Any], names: Sequence[str]) -> Any:
    from chronicle.presenting.columns import Rows

    return Rows(tuple(names), ([_plain(getattr(value, name)) for name in names] for value in values))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _profile(name: str, query: "Query", format: Format | None, db: str | None) -> None:
    from chronicle.cli.database import reading
    from chronicle.cli.output import screen
    from chronicle.errors import UsageError
    from chronicle.querying import profile

    if format not in (None, Format.TABLE, Format.JSON, Format.JSONL):
        raise UsageError(f"--format {format.value}: a profile is no list; take json or jsonl")
    to = screen()
    with reading(db) as database:
        found = profile(database, name, query)
    if format in (Format.JSON, Format.JSONL):
        from chronicle.presenting import objects_named

        objects_named(format.value).write_objects([profile_record(found)], to.file)
    else:
        from chronicle.presenting import profile as page

        page.write(_facts(found), _tables(found), to.file, to.width)


def profile_record(profile: "Profile") -> dict[str, Any]:
    """The profile as plain values; the counts as pairs of a name and a number of events."""
    actor = profile.actor
    return {
        **{name: _plain(getattr(actor, name)) for name in (*ACTOR_NAMES, "wikidata")},
        "aliases": list(profile.aliases),
        "terms": [
            {name: getattr(term, name) for name in ("office", "country", "addressee", "start", "end")}
            for term in profile.terms
        ],
        **{name: _counts(getattr(profile, name)) for name in _COUNTED},
    }


_COUNTED = ("offices", "partners", "countries", "venues", "types", "years")


def _counts(counts: Iterable["Count"]) -> list[dict[str, Any]]:
    return [{"name": count.keys[0], "events": count.events} for count in counts]


def _facts(profile: "Profile") -> Iterable[tuple[str, str]]:
    actor = profile.actor
    yield "actor", ", ".join(part for part in (actor.name, actor.country, actor.kind) if part)
    yield "events", f"{actor.events}, {actor.first} to {actor.last}" if actor.first else str(actor.events)
    if actor.wikidata:
        yield "wikidata", actor.wikidata
    if profile.aliases:
        yield "aliases", "; ".join(profile.aliases)
    yield from (("term", _term(term)) for term in profile.terms)


def _term(term: "Term") -> str:
    office = ", ".join(part for part in (term.office, term.country, term.addressee) if part)
    return f"{office} ({term.start or '?'} to {term.end or 'now'})" if term.start or term.end else office


_HEADINGS = {
    "offices": "Offices as printed",
    "partners": "With whom",
    "countries": "Countries that took part",
    "venues": "Where",
    "types": "What",
    "years": "When",
}


def _tables(profile: "Profile") -> Iterable[tuple[str, Any]]:
    from chronicle.presenting.columns import Rows

    for name, heading in _HEADINGS.items():
        counts: Iterable[Count] = getattr(profile, name)
        yield heading, Rows(("name", "events"), [(count.keys[0] or "none", count.events) for count in counts])
