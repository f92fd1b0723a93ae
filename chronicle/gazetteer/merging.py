"""Terms of a list beside those that the tables have: the tables win, and an office of one has one holder."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from chronicle.gazetteer.dates import Span, certain, days_of
from chronicle.gazetteer.listed import Listed
from chronicle.gazetteer.tables import Row, Tables
from chronicle.gazetteer.titles import Office, Title

# How long a term with a blank end is believed to run. In Wikidata's list of 49,000 terms three of four that have an
# end are over within four years, while three in ten of the blank ends stand at an older start: stale, most of them.
BELIEVED = timedelta(days=4 * 365 + 1)

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Term:
    person: str
    office: str
    country: str
    to: str
    start: str
    end: str

    @property
    def key(self) -> Key:
        return self.person, self.office, self.country, self.to

    @property
    def span(self) -> Span:
        return certain(self.start, self.end)

    @classmethod
    def of(cls, row: Row) -> "Term":
        return cls(row["person"], row["office"], row["country"], row["to"], row["start"], row["end"])


def with_ends(listed: list[tuple[Listed, Title]], offices: dict[str, Office]) -> Iterator[tuple[Listed, Title]]:
    """Blank ends judged.

    In an exclusive office the next holder's start is the end, if it comes within the time BELIEVED. Else the
    term is left open if it began within that time before the newest start of the list; else it ends where it
    began, for the list vouches for no more.
    """
    newest = max((each.since() for each, _ in listed), default=date.min)
    starts = _starts(listed)
    for each, title in listed:
        if each.end:
            yield each, title
            continue
        office = offices.get(title.office)
        held = starts[title.office, title.to, each.country] if office and office.exclusive else []
        after = (next_one for next_one in held if each.since() < next_one.since() <= each.since() + BELIEVED)
        follower = next((one for one in after if one.person != each.person), None)
        if follower:
            yield replace(each, end=follower.start), title
        elif each.since() + BELIEVED < newest:
            yield replace(each, end=each.start), title
        else:
            yield each, title


def _starts(listed: list[tuple[Listed, Title]]) -> dict[tuple[str, str, str], list[Listed]]:
    held: dict[tuple[str, str, str], list[Listed]] = defaultdict(list)
    for each, title in listed:
        held[title.office, title.to, each.country].append(each)
    for terms in held.values():
        terms.sort(key=Listed.since)
    return held


@dataclass(slots=True)
class Terms:
    """What is held by whom; `made` is what comes into the own table, `ended` the ends filled in there."""

    offices: dict[str, Office]
    shipped: set[Key] = field(default_factory=set)
    own: dict[Key, list[Term]] = field(default_factory=lambda: defaultdict(list))
    taken: dict[tuple[str, str, str], list[Term]] = field(default_factory=lambda: defaultdict(list))
    made: list[Term] = field(default_factory=list)
    ended: dict[tuple[str, ...], str] = field(default_factory=dict)
    known: int = 0

    @classmethod
    def of(cls, tables: Tables, shipped: Path, offices: dict[str, Office]) -> "Terms":
        terms = cls(offices)
        for row in tables.rows("terms.csv"):
            term = Term.of(row)
            if row.path.parent == shipped:
                terms.shipped.add(term.key)
            else:
                terms.own[term.key].append(term)
            terms._take(term)
        return terms

    def _take(self, term: Term) -> None:
        office = self.offices.get(term.office)
        if office and office.exclusive:
            self.taken[office.function, term.country, term.to].append(term)

    def bring(self, term: Term) -> Term | None:
        """One term of the list, the most trusted title first; tells whose term it contradicts and stays out for."""
        if term.key in self.shipped or self._is_own(term):
            self.known += 1
            return None
        taken = self._taken_of(term)
        fitting = _fitted(term, taken)
        if fitting is None:
            return next(other for other in taken if _is_at_odds(term, other))
        self.made.append(fitting)
        self.own[term.key].append(fitting)
        self._take(fitting)
        return None

    def _is_own(self, term: Term) -> bool:
        """Whether the own table has it, be it without its end, which is then filled in."""
        for own in self.own.get(term.key, ()):
            if own.start == term.start:
                if term.end and not own.end and own not in self.made:
                    self.ended[*own.key, own.start] = term.end
                return True
            if own.span.overlaps(term.span):
                return True
        return False

    def _taken_of(self, term: Term) -> list[Term]:
        """The terms in the same office, if it is an exclusive one."""
        office = self.offices.get(term.office)
        if office is None or not office.exclusive:
            return []
        return self.taken.get((office.function, term.country, term.to), [])


def _fitted(term: Term, taken: list[Term]) -> Term | None:
    """The part of a term that leaves the holders of an exclusive office alone.

    None where less than half remains: a list that is wrong about most of a term is not believed in the rest.
    """
    if any(_is_unsure_within(term, other) for other in taken):
        return None
    part: Term | None = term
    for other in taken:
        if part is not None and other.span.overlaps(part.span):
            part = _beside(part, other)
    if part is term:
        return term
    return part if part is not None and part.span.days * 2 >= term.span.days else None


def _is_at_odds(term: Term, other: Term) -> bool:
    return other.span.overlaps(term.span) or _is_unsure_within(term, other)


def _beside(term: Term, other: Term) -> Term | None:
    """The days before or after the other's; None for none of them or for both."""
    if term.span.first < other.span.first and term.span.last <= other.span.last:
        return replace(term, end=other.start)
    if other.span.first <= term.span.first and other.span.last < term.span.last:
        return replace(term, start=other.end)
    return None


def _is_unsure_within(term: Term, other: Term) -> bool:
    """A term without a sure day, at a time when somebody else surely is in office."""
    if term.span.first < term.span.last:
        return False
    starts, ends = days_of(term.start), days_of(term.end)
    first, last = (starts or (date.min,))[0], (ends or (date.max, date.max))[1]
    return other.span.first < last and first < other.span.last
