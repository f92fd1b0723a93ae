"""`actors`: a list with counts, or the profile of one."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context

from chronicle.cli.help import examples
from chronicle.cli.lists import plain_value, print_list
from chronicle.cli.options import Database, Format, FormatOption, Limit, with_filters
from chronicle.cli.usual import is_typed

if TYPE_CHECKING:
    from chronicle.querying import Count, Profile, Query, Term

NAMES = ("name", "kind", "country", "events", "first", "last")
DATA = (Format.JSON, Format.JSONL)

EXAMPLES = examples("""
    chronicle actors
    chronicle actors --country india --since 2020 --limit 10
    chronicle actors lavrov
    chronicle actors 'wang yi' --during 2021 --format json
""")


@with_filters
def actors(
    ctx: Context,
    query: "Query",
    name: Annotated[str | None, Argument(metavar="[NAME]", help="One actor: its profile.", show_default=False)] = None,
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
        print_list(matching, query, NAMES, len(NAMES), limit, format, db)
    else:
        _profile(name, query, format if is_typed(ctx, "format") or format in DATA else None, db)


def _profile(name: str, query: "Query", format: Format | None, db: str | None) -> None:
    from chronicle.cli.database import reading
    from chronicle.cli.output import screen
    from chronicle.errors import UsageError
    from chronicle.querying import profile

    if format not in (None, Format.TABLE, *DATA):
        raise UsageError(f"--format {format.value}: a profile is no list; take json or jsonl")
    to = screen()
    with reading(db) as database:
        found = profile(database, name, query)
    if format in DATA:
        from chronicle.presenting import objects_named

        objects_named(format.value).write_objects([profile_record(found)], to.file)
    else:
        from chronicle.presenting import profile as page

        page.write(_facts(found), _tables(found), to.file, to.width)


def profile_record(profile: "Profile") -> dict[str, Any]:
    """The profile as plain values; the counts as pairs of a name and a number of events."""
    actor = profile.actor
    return {
        **{name: plain_value(getattr(actor, name)) for name in (*NAMES, "wikidata")},
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


TOP = 10
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
        counts: Sequence[Count] = getattr(profile, name)
        shown = counts if name == "years" else counts[:TOP]
        rest = f" (the first {TOP} of {len(counts)})" if len(shown) < len(counts) else ""
        rows = [(count.keys[0] or "none", count.events) for count in shown]
        yield f"{heading}{rest}", Rows(("name", "events"), rows)
