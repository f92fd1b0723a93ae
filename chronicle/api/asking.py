"""Questions to a database: events, lists, counts, comparisons, profiles, doubts, SQL, references."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, Unpack, cast

from chronicle.api.events import Events
from chronicle.api.filters import SIGN, Asked, Filters, query_of, sorted_by
from chronicle.api.opening import Opening
from chronicle.api.tables import Listed, Table, listed
from chronicle.errors import UsageError
from chronicle.model import Event
from chronicle.querying import Query

if TYPE_CHECKING:
    from chronicle.correcting.doubts import Doubt
    from chronicle.exporting.drawings import Drawing
    from chronicle.exporting.periods import Period
    from chronicle.querying import ActorRow, Comparison, Count, Cross, DocumentRow, Key, Profile, VenueRow
    from chronicle.querying.activity import Unit
    from chronicle.querying.network import Circle, Network
    from chronicle.querying.same import Likely
    from chronicle.storing import Info
    from chronicle.why import Why

By = str | Sequence[str]
Sort = str | Sequence[str]


class Asking(Opening):
    """Every question takes the same filters: `Filters`, saved queries as `"@NAME"` and `Query` values before them."""

    # --- events

    def events(
        self,
        *asked: Asked,
        sort: Sort | None = None,
        limit: int | None = None,
        after: str | None = None,
        **filters: Unpack[Filters],
    ) -> Events:
        """The events that fit, by date, read as they are taken.

        `sort` are keys as of the command, `-` before one for the reverse; `after` is the id of the last event of
        the page before. BadFilter or UnknownName at once where the question makes no sense.
        """
        from chronicle.querying.stream import plan

        query = query_of(asked, filters, sort=sorted_by(sort), limit=limit, after=after)
        with self._reading() as database:
            plan(database, query)
        return Events(self._reading, query)

    def total(self, *asked: Asked, **filters: Unpack[Filters]) -> int:
        """How many events fit."""
        return self.events(*asked, **filters).total()

    def show(self, id: str) -> Event:
        """The event with this id or unambiguous beginning of one; UnknownName for none or several."""
        from chronicle.querying import event

        with self._reading() as database:
            return event(database, id)

    def passage(self, event: Event | str, around: int = 0) -> str:
        """The document's own text where the event stands, with so many characters on both sides."""
        from chronicle.querying import event as found
        from chronicle.querying import passage

        with self._reading() as database:
            return passage(database, found(database, event) if isinstance(event, str) else event, around)

    def why(self, id: str) -> "Why":
        """For each value of the event the words it came from, the rule and the row of the reference tables."""
        from chronicle.querying import event
        from chronicle.why import why

        with self._reading() as database:
            return why(database, event(database, id))

    # --- lists

    def actors(self, *asked: Asked, limit: int | None = None, **filters: Unpack[Filters]) -> "Listed[ActorRow]":
        """The actors of the events that fit, the most frequent first."""
        from chronicle.querying import ActorRow, actors

        query = query_of(asked, filters, limit=limit)
        with self._reading() as database:
            return listed(actors(database, query), ActorRow)

    def venues(self, *asked: Asked, limit: int | None = None, **filters: Unpack[Filters]) -> "Listed[VenueRow]":
        """The venues of the events that fit, the most frequent first."""
        from chronicle.querying import VenueRow, venues

        query = query_of(asked, filters, limit=limit)
        with self._reading() as database:
            return listed(venues(database, query), VenueRow)

    def documents(self, *asked: Asked, limit: int | None = None, **filters: Unpack[Filters]) -> "Listed[DocumentRow]":
        """The documents of the events that fit, by their first day, with their citation."""
        from chronicle.querying import DocumentRow, documents

        query = query_of(asked, filters, limit=limit)
        with self._reading() as database:
            return listed(documents(database, query), DocumentRow)

    def profile(self, name: str, *asked: Asked, **filters: Unpack[Filters]) -> "Profile":
        """All about one actor in the events that fit; UnknownName if the name fits none or several."""
        from chronicle.querying import profile

        query = query_of(asked, filters)
        with self._reading() as database:
            return profile(database, name, query)

    # --- counts

    def count(
        self,
        *asked: Asked,
        by: By = "year",
        spread: bool = False,
        share: Literal["total", "row", "column"] | None = None,
        running: bool = False,
        limit: int | None = None,
        **filters: Unpack[Filters],
    ) -> "Listed[Count]":
        """Events by one or two keys of the command: a name, or two as a list or as `"year,type"`.

        As a table it has a column for each key, `events`, and with `share` and `running` a column of each.
        """
        from chronicle.querying import count

        keys, query = keys_of(by), query_of(asked, filters, limit=limit)
        with self._reading() as database:
            counts = count(database, query, keys, spread=spread)
            more = _columns(database, query, keys, counts, spread=spread, share=share, running=running)
        numbers = dict(zip(map(id, counts), zip(*more.values(), strict=True), strict=True)) if more else {}
        return Listed(
            counts[:limit], (*keys, "events", *more), lambda each: (*each.keys, each.events, *numbers.get(id(each), ()))
        )

    def cross(self, *asked: Asked, by: By, spread: bool = False, **filters: Unpack[Filters]) -> "Cross":
        """The events by two keys as a table of one against the other, with the events of each row and column."""
        from chronicle.querying import cross

        keys, query = keys_of(by), query_of(asked, filters)
        if len(keys) != 2:
            raise UsageError(f"cross by {','.join(keys)}: takes two keys; name two")
        with self._reading() as database:
            return cross(database, query, keys, spread=spread)

    def compare(
        self,
        first: Asked,
        second: Asked,
        *,
        by: By = ("type", "country", "actor", "venue"),
        **filters: Unpack[Filters],
    ) -> "Comparison":
        """Two questions side by side: what is new, rose, fell, is gone. `filters` hold on both sides."""
        from chronicle.querying import compare

        one, other = query_of([first], filters), query_of([second], filters)
        with self._reading() as database:
            return compare(database, one, other, keys_of(by))

    # --- when, who with whom

    def timeline(
        self,
        *asked: Asked,
        by: "Unit" = "month",
        lanes: str | None = None,
        limit: int | None = None,
        **filters: Unpack[Filters],
    ) -> "Listed[Period]":
        """How many events begin in each day, month, year or decade and how many go on; by lanes of a key of `count`.

        Events dated less precisely than to a period are left out, and so are periods without events.
        """
        from chronicle.exporting.periods import Period, rows
        from chronicle.querying.activity import SIZES, activity

        if by not in SIZES:
            raise UsageError(f"timeline by {by}: is no unit of time; one of {', '.join(SIZES)}")
        lane = keys_of(lanes)[0] if lanes else None
        query = query_of(asked, filters, limit=limit)
        with self._reading() as database:
            return listed(rows(activity(database, query, by, lane), limit), Period)

    def calendar(self, *asked: Asked, **filters: Unpack[Filters]) -> "Listed[Period]":
        """How many events begin on each day and how many go on; what is dated to no day is left out."""
        return self.timeline(*asked, by="day", **filters)

    def network(
        self, *asked: Asked, by: Literal["actor", "country"] = "actor", within: bool = False, **filters: Unpack[Filters]
    ) -> "Network":
        """Who takes part with whom. Two who act for one country are no pair, unless `within`."""
        from chronicle.querying.network import network

        _check_side(by)
        query = query_of(asked, filters)
        with self._reading() as database:
            return network(database, query, by, within=within)

    def partners(
        self,
        name: str,
        *asked: Asked,
        by: Literal["actor", "country"] = "actor",
        within: bool = False,
        **filters: Unpack[Filters],
    ) -> "Circle":
        """With whom one actor takes part."""
        from chronicle.querying.network import circle

        _check_side(by)
        query = query_of(asked, filters)
        with self._reading() as database:
            return circle(database, name, query, by, within=within)

    def draw(
        self,
        kind: str,
        *asked: Asked,
        name: str | None = None,
        by: str | None = None,
        lanes: str | None = None,
        within: bool = False,
        world: bool = False,
        limit: int | None = None,
        width: int = 80,
        plain: bool = False,
        ascii: bool = False,
        **filters: Unpack[Filters],
    ) -> "Drawing":
        """What the command draws on a terminal: a `timeline`, `calendar`, `network`, `map` or `profile`; `actors` and
        `count` are those lists with their bars of `--spark`.

        `print` shows it without colour, Rich with it. `plain` is for sentences in place of a picture, `ascii` for
        signs that every font has. `name` is the one of a profile, or whose partners a network has; `by` and `lanes`
        are of a timeline, `by` of a count, `by` and `within` of a network, `world` of a map. `limit` 0 draws all.
        """
        from chronicle.exporting.drawings import Drawing, Paper, draw
        from chronicle.presenting.terminal import NARROWEST, WIDEST
        from chronicle.presenting.terminal.signs import ASCII, UNICODE

        if not NARROWEST <= width <= WIDEST:
            raise UsageError(f"width {width}: is not from {NARROWEST} to {WIDEST}")
        paper = Paper(width, ASCII if ascii else UNICODE, plain)
        options = {"name": name, "by": by, "lanes": lanes, "within": within, "world": world}
        query = query_of(asked, filters)
        with self._reading() as database:
            drawn = draw(database, query, kind, paper, limit, **options)
        return drawn or Drawing("Nothing found", (), width=width)

    # --- doubts

    def review(self, *asked: Asked, limit: int | None = None, **filters: Unpack[Filters]) -> "Listed[Doubt]":
        """What is doubtful, the worst first, each with the command that settles it.

        First come corrections that do not fit any more, if no filter is given.
        """
        from chronicle.correcting.doubts import Doubt, doubts

        query = query_of(asked, filters, limit=limit)
        with self._reading() as database:
            return listed(islice(doubts(database, query), limit), Doubt)

    def same(
        self, *asked: Asked, id: str | None = None, least: int = 60, **filters: Unpack[Filters]
    ) -> "list[tuple[Likely, Event, Event]]":
        """Pairs of events that may be one, told by two chronologies, the likeliest first, with score and reasons.

        With `id` pairs of that event alone. `correct.same` and `correct.different` decide on them.
        """
        from chronicle.querying.same import likely_same, with_events

        query = query_of(asked, filters)
        with self._reading() as database:
            return list(with_events(database, likely_same(database, query, least, id)))

    def groups(self) -> list[list[Event]]:
        """The events that were confirmed to be one."""
        from chronicle.querying.same import confirmed

        with self._reading() as database:
            return list(confirmed(database))

    # --- the rest

    def sql(self, statement: str) -> Table:
        """What one statement of SQL answers, which can only read (docs/sql.md)."""
        from chronicle.storing.statement import ask

        with self._reading() as database:
            answer = ask(database, statement)
            return Table(answer.names, list(answer.rows))

    def cite(self, id: str, style: str = "chicago") -> list[str]:
        """The reference to an event, or to the documents of that id, file name, glob or words of the title.

        `@NAME` is for the documents of the events of a saved query. `style` is `chicago`, `apa` or `bibtex`.
        """
        from chronicle.exporting.citing import references, references_of

        with self._reading() as database:
            saved = id.startswith(SIGN)
            found = references_of(database, query_of([id], {}), style) if saved else references(database, id, style)
            return [each.text for each in found]

    def info(self) -> "Info":
        """What the database is and holds."""
        from chronicle.storing import info

        with self._reading() as database:
            return info(database)

    def check(self) -> list[str]:
        """What is damaged, one line each; nothing if it is sound."""
        from chronicle.storing import check

        with self._reading() as database:
            return check(database)


def _check_side(by: str) -> None:
    if by not in ("actor", "country"):
        raise UsageError(f"by {by}: is neither; take actor or country")


def keys_of(by: By) -> "list[Key]":
    """The keys of `count` that are named, as a list or with commas between; BadFilter for what is none."""
    from typing import get_args

    from chronicle.errors import BadFilter
    from chronicle.querying import Key

    named = [word.strip() for word in by.split(",")] if isinstance(by, str) else list(by)
    unknown = [name for name in named if name not in get_args(Key)]
    if unknown:
        raise BadFilter(f"by {unknown[0]!r}: is no key; write of {', '.join(get_args(Key))}")
    return cast("list[Key]", named)


def _columns(
    database: Any,
    query: Query,
    keys: "list[Key]",
    counts: "Iterable[Count]",
    *,
    spread: bool,
    share: Literal["total", "row", "column"] | None,
    running: bool,
) -> dict[str, Sequence[float]]:
    """What is asked for beside the counts."""
    from chronicle.querying import running as added_up
    from chronicle.querying import shares

    if share not in (None, "total", "row", "column") or (share in ("row", "column") and len(keys) == 1):
        raise UsageError(f"share of {share}: takes total, or with two keys row or column")
    more: dict[str, Sequence[float]] = {}
    if share:
        more["share"] = shares(database, query, keys, counts, share, spread=spread)
    if running:
        more["running"] = added_up(counts, keys)
    return more
