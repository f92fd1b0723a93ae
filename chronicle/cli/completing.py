"""What the shell offers behind Tab: names from the database, quickly, and nothing at all where that fails.

A name is offered without blanks, `wang-yi`, which every shell takes as one word and which is looked up like the name.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from typer import Context

from chronicle.model import EventType, Mode

if TYPE_CHECKING:
    from chronicle.storing import Database

Offer = tuple[str, str]
Find = Callable[["Database", str], Iterable[Offer]]

MOST = 200
_PATIENCE = 0.3
_LAST = "\U0010ffff"

_ACTORS = """
    SELECT l.folded, a.name, coalesce(a.country, a.kind) FROM aliases l JOIN actors a ON a.id = l.actor_id
    WHERE l.folded >= :first AND l.folded < :last ORDER BY l.folded"""
_STATES = _ACTORS.replace("WHERE", "WHERE a.kind = 'state' AND")
_VENUES = """
    SELECT l.folded, v.name, coalesce(v.country, v.kind) FROM venue_aliases l JOIN venues v ON v.id = l.venue_id
    WHERE l.folded >= :first AND l.folded < :last ORDER BY l.folded"""
_DOCUMENTS = "SELECT file, key, coalesce(title, file) FROM documents ORDER BY file"
_RELATIONS = """
    SELECT DISTINCT coalesce(s.relation, d.relation) FROM sections s JOIN documents d ON d.id = s.document_id
    WHERE coalesce(s.relation, d.relation) IS NOT NULL"""
_EVENTS = "SELECT key, date_text, headline FROM events WHERE key >= :first AND key < :last ORDER BY key LIMIT 50"


def _offering(find: Find) -> Callable[[Context, str], list[Offer]]:
    """A function that Typer asks; whatever goes wrong, the shell offers nothing and says nothing."""

    def offer(ctx: Context, incomplete: str) -> list[Offer]:
        try:
            with closing(_opened(ctx.params.get("db"))) as db:
                return list(dict(find(db, incomplete)).items())[:MOST]
        except Exception:
            return []

    return offer


def _opened(db: str | None) -> "Database":
    """The database, if it answers soon."""
    from chronicle.cli.database import target
    from chronicle.storing import connect
    from chronicle.storing.database import is_url

    asked = target(db)
    if is_url(asked):
        asked += f"{'&' if '?' in asked else '?'}connect_timeout=2"
    return connect(asked, readonly=True, patience=_PATIENCE)


def _named(sql: str) -> Find:
    """Names by a table of folded forms: of each actor or venue the one that it is called, or else the first."""

    def find(db: "Database", incomplete: str) -> Iterator[Offer]:
        from chronicle.storing.names import fold

        begun = _folded(incomplete)
        forms: dict[str, tuple[str, str]] = {}
        for form, name, more in db.rows(sql, {"first": begun, "last": begun + _LAST}):
            if name not in forms or form == fold(name):
                forms[name] = form, more
        for name, (form, more) in forms.items():
            yield _continued(incomplete, begun, form), f"{name}, {more}"

    return find


def _folded(incomplete: str) -> str:
    """The beginning of a name as names are looked up; a blank or hyphen at its end counts."""
    from chronicle.storing.names import fold

    return fold(f"{incomplete}x")[:-1]


def _continued(incomplete: str, begun: str, form: str) -> str:
    """What was typed, as it was typed, and the rest of the name."""
    rest = form[len(begun) :]
    return incomplete + (rest if " " in incomplete else rest.replace(" ", "-"))


def _documents(db: "Database", incomplete: str) -> Iterator[Offer]:
    """File names; ids where a file name has blanks or an id was begun."""
    for file, key, title in db.rows(_DOCUMENTS):
        for name in (file, key):
            if name.startswith(incomplete) and " " not in name:
                yield name, title
                break


def _relations(db: "Database", incomplete: str) -> Iterator[Offer]:
    from chronicle.storing.names import fold

    begun = _folded(incomplete)
    for (printed,) in db.rows(_RELATIONS):
        if fold(printed).startswith(begun):
            yield _continued(incomplete, begun, fold(printed)), printed


def _events(db: "Database", incomplete: str) -> Iterator[Offer]:
    for key, day, headline in db.rows(_EVENTS, {"first": incomplete, "last": incomplete + _LAST}):
        yield key, f"{day}: {headline}"


def _cited(db: "Database", incomplete: str) -> Iterator[Offer]:
    """Documents, and once something is typed events."""
    yield from _documents(db, incomplete)
    if incomplete:
        yield from _events(db, incomplete)


actors = _offering(_named(_ACTORS))
states = _offering(_named(_STATES))
venues = _offering(_named(_VENUES))
documents = _offering(_documents)
relations = _offering(_relations)
events = _offering(_events)
cited = _offering(_cited)


def queries(incomplete: str) -> list[Offer]:
    """Names of saved queries."""
    from chronicle.cli.saved import SIGN

    try:
        from chronicle.cli.options import filter_names
        from chronicle.queries import saved_queries

        sign = SIGN if incomplete.startswith(SIGN) else ""
        return [(f"{sign}{name}", ", ".join(filters)) for name, filters in saved_queries(filter_names()).items()]
    except Exception:
        return []


def pages(incomplete: str) -> list[Offer]:
    """Names of the documentation's pages."""
    from chronicle.cli.docs import pages_by_name, title

    return [(name, title(path)) for name, path in pages_by_name().items()]


def _count_keys() -> Iterable[str]:
    from typing import get_args

    from chronicle.querying import Key

    return get_args(Key)


def _lane_keys() -> Iterable[str]:
    from chronicle.exporting.periods import LANE_KEYS

    return LANE_KEYS


def _sort_keys() -> Iterable[str]:
    from chronicle.querying.ordering import SORT_KEYS

    return SORT_KEYS


def _columns() -> Iterable[str]:
    from chronicle.cli.events import SOURCE_TEXT
    from chronicle.presenting.columns import NAMED

    return *NAMED, SOURCE_TEXT


def _differences() -> Iterable[str]:
    from chronicle.cli.compare import COURSES

    return COURSES


def _words_of(known: Callable[[], Iterable[str]], reverse: str = "") -> Callable[[str], list[str]]:
    """Offers each of the known words behind the commas of what is typed; `reverse` may stand before one."""

    def offer(incomplete: str) -> list[str]:
        typed, comma, begun = incomplete.rpartition(",")
        sign = reverse if reverse and begun.startswith(reverse) else ""
        named = [word.removeprefix(reverse) for word in typed.split(",")]
        return [f"{typed}{comma}{sign}{word}" for word in known() if word not in named]

    return offer


types = _words_of(lambda: EventType)
modes = _words_of(lambda: Mode)
count_keys = _words_of(_count_keys)
lane_keys = _words_of(_lane_keys)
sort_keys = _words_of(_sort_keys, reverse="-")
columns = _words_of(_columns)
courses = _words_of(_differences)


def flags(incomplete: str) -> list[Offer]:
    from chronicle.model.flags import FLAGS

    return [(flag.name, flag.meaning) for flag in FLAGS]
