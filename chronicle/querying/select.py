"""From a `Query` to the SQL that finds the numbers of its events, quick on a million of them.

Every filter is a condition in two forms: sources that yield the numbers of its events in order, and a
test for one number. The rarest condition drives and the others test (SQLite keeps no statistics that
would tell it so). An event's number begins with its first day, so a time is a range of numbers; those
that began before it and reach into it are few, and come from an index over events of several days.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from chronicle.errors import BadFilter, remedy
from chronicle.model import EventType, Mode, Role
from chronicle.querying import fulltext, names
from chronicle.querying.query import Query
from chronicle.querying.window import Window, window
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY, day_number

# A condition with this many events is not rare; so far they are counted to find the rarest.
_MANY = 10_000
# More sources than this are not worth merging in order.
_MOST_SOURCES = 8

_LAST_INGEST = "SELECT max(id) FROM ingests"
_LONGEST = "SELECT max(days) FROM events WHERE days > 1"


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that name events in the column `key`; in `where`, `{}` stands for the row.

    `in_order`: each event once, by its number. `index` is the one by which SQLite is to look an event up,
    where it would choose another.
    """

    table: str
    key: str
    where: str
    in_order: bool = True
    index: str | None = None

    def of(self, row: str) -> str:
        """The condition for the row that goes by this name."""
        return self.where.replace("{}", row)

    def holds(self, number: str, dialect: str) -> str:
        """Whether the event of this number is among them."""
        by = f" INDEXED BY {self.index}" if self.index and dialect == "sqlite" else ""
        return f"EXISTS (SELECT 1 FROM {self.table} y{by} WHERE y.{self.key} = {number} AND {self.of('y')})"


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of the sources has the event, or none of them if it is `negated`; `scans` if no index tells."""

    sources: tuple[Source, ...]
    negated: bool = False
    scans: bool = False

    @property
    def can_drive(self) -> bool:
        return not self.negated and not self.scans and 0 < len(self.sources) <= _MOST_SOURCES

    @property
    def is_in_order(self) -> bool:
        return all(source.in_order for source in self.sources)

    def test(self, number: str, dialect: str) -> str:
        any_of_them = " OR ".join(source.holds(number, dialect) for source in self.sources) or "1 = 0"
        return f"{'NOT ' if self.negated else ''}({any_of_them})"


@dataclass(frozen=True, slots=True)
class Selection:
    """All that a query asks for, resolved. `parameters` are those of all conditions."""

    conditions: tuple[Condition, ...]
    days: Window
    parameters: dict[str, object]

    @property
    def is_everything(self) -> bool:
        return not self.conditions and self.days == Window(None, None)


@dataclass(frozen=True, slots=True)
class Range:
    """Event numbers: `first` inclusive, `end` exclusive, None where it is open."""

    first: int | None = None
    end: int | None = None

    def sql(self, column: str) -> str:
        bounds = [f"{column} >= {self.first}"] if self.first is not None else []
        bounds += [f"{column} < {self.end}"] if self.end is not None else []
        return " AND ".join(bounds) or "1 = 1"

    def behind(self, number: int) -> "Range":
        return replace(self, first=max(number + 1, self.first or 0))

    def before(self, number: int) -> "Range":
        return replace(self, end=number if self.end is None else min(number, self.end))


def select(db: Database, query: Query, *more: Condition) -> Selection:
    """The query with its names looked up, and with conditions of one's own; BadFilter or UnknownName where that fails.

    Of events that are one `unique` takes the first that fits all of it.
    """
    build = _Builder(db, query)
    if query.role and not query.actors:
        raise BadFilter(f"role {query.role!r}: is of which actor? name one, or leave the role out")
    selection = Selection((*build.conditions(), *more), window(query), build.parameters)
    return _once(db, selection) if query.unique else selection


def of_events(query: Query) -> Query:
    """The query for an answer that has actors of its own: where none is named the role narrows those, and no events."""
    return query if query.actors else replace(query, role=None)


def _once(db: Database, selection: Selection) -> Selection:
    """Of events that are one only the first that is selected."""
    from chronicle.storing.sames import groups

    together = groups(db)
    members = Source("events", "id", f"{{}}.id IN ({_numbers(number for group in together for number in group)})")
    found = parts(db, _narrowed(selection, Condition((members,)))) if together else []
    chosen = {row[0] for part in found for row in db.rows(part, selection.parameters)}
    again = [number for group in together for number in [each for each in group if each in chosen][1:]]
    if not again:
        return selection
    return _narrowed(selection, Condition((replace(members, where=f"{{}}.id IN ({_numbers(again)})"),), negated=True))


def _narrowed(selection: Selection, condition: Condition) -> Selection:
    return replace(selection, conditions=(*selection.conditions, condition))


def _numbers(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids))


def _linked(table: str, where: str) -> Source:
    return Source(table, "event_id", where)


_BY_ACTOR = "ix_participations_actor_id_event_id_role"
_BY_VENUE = "ix_event_venues_venue_id_event_id"


def actor_condition(found: names.Actors, role: str | None) -> Condition:
    """Any of the actors; a country's part is taken by whoever acts for it, its state is only mentioned."""
    part = f" AND {{}}.role = '{role}'" if role else ""
    sources = [
        Source("participations", "event_id", f"{{}}.actor_id = {number}{part}", index=_BY_ACTOR) for number in found.ids
    ]
    if role != Role.MENTIONED:
        sources += [_country(code) for code in found.countries]
    return Condition(tuple(sources))


def _country(code: str) -> Source:
    return _linked("event_countries", f"{{}}.country = '{code}'")


class _Builder:
    """Makes the conditions of one query and collects their parameters."""

    def __init__(self, db: Database, query: Query) -> None:
        self.db = db
        self.query = query
        self.parameters: dict[str, object] = {}
        self.role = one_of("role", query.role, Role) if query.role else None

    def conditions(self) -> Iterator[Condition]:
        query = self.query
        if query.text is not None:
            yield self._text(query.text)
        yield from (actor_condition(names.find_actors(self.db, typed), self.role) for typed in query.actors)
        yield from (
            actor_condition(names.find_actors(self.db, typed), Role.PARTICIPANT.value) for typed in query.participants
        )
        yield from (self._country(typed) for typed in query.countries)
        yield from self._any(query.venues, self._venues)
        yield from self._any(query.documents, self._documents)
        yield from self._any(query.relations, self._relations)
        yield from self._any(query.flags, self._flags)
        if query.since_last_ingest:
            yield Condition((Source("events", "id", f"{{}}.ingest_id = ({_LAST_INGEST})"),))
        yield from self._any(query.types, self._types)
        yield from self._any(query.modes, self._modes)
        yield from (self._without(typed) for typed in query.not_actors)

    def _any(
        self, typed: tuple[str, ...], sources: Callable[[tuple[str, ...]], Iterable[Source]]
    ) -> Iterator[Condition]:
        if typed:
            yield Condition(tuple(sources(typed)))

    def _bind(self, value: object) -> str:
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    def _text(self, typed: str) -> Condition:
        asked = fulltext.parse(typed)
        if any(term.is_unspaced for term in fulltext.terms(asked)):
            where = fulltext.as_condition(asked, self._term)
            return Condition((Source("events", "id", where),), scans=True)
        if self.db.dialect == "sqlite":
            where = f"{{}}.events_fts MATCH {self._bind(fulltext.for_sqlite(asked))}"
            return Condition((Source("events_fts", "rowid", where),))
        return Condition((Source("events", "id", self._matching(asked)),))

    def _term(self, term: fulltext.Term) -> str:
        """One word of a text: by the index, or looked for anywhere in it."""
        is_sqlite = self.db.dialect == "sqlite"
        if term.is_unspaced:
            words = self._bind(term.words)
            return f"instr({{}}.text, {words}) > 0" if is_sqlite else f"strpos({{}}.text, {words}) > 0"
        if not is_sqlite:
            return self._matching(term)
        found = self._bind(fulltext.for_sqlite(term))
        return f"{{}}.id IN (SELECT rowid FROM events_fts WHERE events_fts MATCH {found})"

    def _matching(self, asked: fulltext.Part) -> str:
        words = self._bind(fulltext.for_postgresql(asked))
        return f"to_tsvector('simple', {{}}.headline || ' ' || {{}}.text) @@ to_tsquery('simple', {words})"

    def _country(self, typed: str) -> Condition:
        codes = names.find_countries(typed)
        return Condition(tuple(map(_country, codes)))

    def _without(self, typed: str) -> Condition:
        return replace(actor_condition(names.find_actors(self.db, typed), None), negated=True)

    def _venues(self, typed: tuple[str, ...]) -> Iterator[Source]:
        ids = {number for each in typed for number in names.find_venues(self.db, each)}
        if len(ids) <= _MOST_SOURCES:
            return (
                Source("event_venues", "event_id", f"{{}}.venue_id = {number}", index=_BY_VENUE)
                for number in sorted(ids)
            )
        where = f"{{}}.venue_id IN ({_numbers(sorted(ids))})"
        return iter([replace(_linked("event_venues", where), in_order=False)])

    def _documents(self, typed: tuple[str, ...]) -> list[Source]:
        ids = {number for each in typed for number in names.find_documents(self.db, each)}
        return [_sections(f"s.document_id IN ({_numbers(sorted(ids))})")]

    def _relations(self, typed: tuple[str, ...]) -> list[Source]:
        printed = {relation for each in typed for relation in names.find_relations(self.db, each)}
        listed = ", ".join(self._bind(relation) for relation in sorted(printed))
        return [_sections(f"coalesce(s.relation, d.relation) IN ({listed})")]

    def _flags(self, typed: tuple[str, ...]) -> Iterator[Source]:
        for each in typed:
            flag = self._bind(names.find_flag(self.db, each))
            yield replace(_linked("flags", f"{{}}.flag = {flag}"), in_order=False)

    def _types(self, typed: tuple[str, ...]) -> Iterator[Source]:
        return (_column("type", each) for each in any_of("type", typed, EventType))

    def _modes(self, typed: tuple[str, ...]) -> Iterator[Source]:
        return (_column("mode", each) for each in any_of("mode", typed, Mode))


def _column(name: str, value: str) -> Source:
    return Source("events", "id", f"{{}}.{name} = '{value}'")


def _sections(where: str) -> Source:
    inside = f"SELECT s.id FROM sections s JOIN documents d ON d.id = s.document_id WHERE {where}"
    return Source("events", "id", f"{{}}.section_id IN ({inside})", in_order=False)


def one_of(name: str, typed: str, values: Iterable[str]) -> str:
    """The value that is typed, whatever its case; BadFilter for none."""
    wanted = typed.strip().lower().replace("-", "_").replace(" ", "_")
    allowed = [str(value) for value in values]
    if wanted not in allowed:
        raise BadFilter(f"{name} {typed!r}: is none; {remedy(wanted, allowed)}")
    return wanted


def any_of(name: str, typed: Iterable[str], values: Iterable[str]) -> Iterator[str]:
    """The values that are typed, with commas between or one by one."""
    allowed = list(values)
    return (one_of(name, word, allowed) for each in typed for word in each.split(","))


_EVERYTHING = Condition((Source("events", "id", "1 = 1"),))


def parts(db: Database, selection: Selection, after: int | None = None, *, back: bool = False) -> list[str]:
    """SELECTs of `id` that hold the numbers of all events, each in order and one after the other.

    The first holds the events that began before the time asked for and reach into it. `back` turns all
    round; `after` is the number of the last event that is not wanted any more.
    """
    inside = _inside(selection.days)
    found = [_ordered(db, selection, _onward(inside, after, back), back)]
    reaching = selection.days.first and _reaching(db, selection.days.first)
    if reaching:
        driven = _sql(db, reaching, selection.conditions, _onward(Range(), after, back), by_number=False)
        found.insert(0, f"{driven} ORDER BY id{' DESC' if back else ''}")
    return found[::-1] if back else found


def _onward(numbers: Range, after: int | None, back: bool) -> Range:
    if after is None:
        return numbers
    return numbers.before(after) if back else numbers.behind(after)


def _inside(days: Window) -> Range:
    """Events that begin in the time; those without a date only where no time is asked for."""
    if days == Window(None, None):
        return Range()
    first = day_number(days.first) if days.first else PER_DAY
    return Range(first, day_number(days.last) + PER_DAY if days.last else None)


def _reaching(db: Database, day: date) -> Source | None:
    """Events that began before the day and reach it, from the index over events of several days."""
    longest = next(db.rows(_LONGEST))[0]
    if longest is None:
        return None
    earliest = date.fromordinal(max(1, day.toordinal() - longest))
    return Source(
        "events",
        "id",
        f"{{}}.days > 1 AND {{}}.start_date >= '{earliest}' AND {{}}.start_date < '{day}' AND {{}}.end_date >= '{day}'",
    )


def _ordered(db: Database, selection: Selection, numbers: Range, back: bool) -> str:
    driver, tests = _driven(db, selection, numbers)
    merged = " UNION ".join(_sql(db, source, tests, numbers) for source in driver.sources)
    return f"{merged} ORDER BY id{' DESC' if back else ''}"


def _sql(db: Database, source: Source, tests: Iterable[Condition], numbers: Range, *, by_number: bool = True) -> str:
    """The plus in front of a number keeps SQLite from going by numbers instead of by the condition."""
    number = f"x.{source.key}"
    held = (test.test(number, db.dialect) for test in tests)
    bounds = numbers.sql(number if by_number else f"+{number}")
    which = "SELECT" if source.in_order else "SELECT DISTINCT"
    return f"{which} {number} AS id FROM {source.table} x WHERE {' AND '.join([source.of('x'), bounds, *held])}"


def _driven(db: Database, selection: Selection, numbers: Range) -> tuple[Condition, list[Condition]]:
    """The condition that drives and those that test, the rarest first."""
    able = [each for each in selection.conditions if each.can_drive]
    others = [each for each in selection.conditions if not each.can_drive]
    if len(able) == 1 and able[0].is_in_order:
        return able[0], others
    sizes = [_size(db, each, numbers, selection.parameters) for each in able]
    ranked = [each for _, each in sorted(zip(sizes, able, strict=True), key=lambda pair: pair[0])]
    if not ranked or (min(sizes) >= _MANY and not ranked[0].is_in_order):
        return _EVERYTHING, [*ranked, *others]
    return ranked[0], [*ranked[1:], *others]


def _size(db: Database, condition: Condition, numbers: Range, parameters: dict[str, object]) -> int:
    """How many events it has in the range, counted to _MANY for each source."""
    return sum(_source_size(db, source, numbers, parameters) for source in condition.sources)


def _source_size(db: Database, source: Source, numbers: Range, parameters: dict[str, object]) -> int:
    bounds = numbers.sql(f"x.{source.key}")
    few = f"SELECT 1 FROM {source.table} x WHERE {source.of('x')} AND {bounds} LIMIT {_MANY}"
    return int(next(db.rows(f"SELECT count(*) FROM ({few}) AS few", parameters))[0])
