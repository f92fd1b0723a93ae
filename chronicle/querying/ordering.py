"""In which order events come: `date`, `-date` or several keys, as in `type,-date`; and what comes after one of them."""

from dataclasses import dataclass

from chronicle.errors import BadFilter
from chronicle.storing import Database
from chronicle.storing.identity import PER_DAY, PER_DOCUMENT
from chronicle.storing.load import numbered

Parameters = dict[str, object]

_NUMBER = "e.id"
_DOCUMENT = f"documents d WHERE d.id = e.section_id / {PER_DOCUMENT}"
# What an event `e` is put in order by; never NULL, so that one can be compared with another.
_KEYS = {
    "date": (f"e.id / {PER_DAY}",),
    "document": ("e.section_id", "e.ordinal"),
    "source": (f"(SELECT d.file FROM {_DOCUMENT})",),
    "relation": (
        f"(SELECT coalesce(s.relation, d.relation, '') FROM sections s, {_DOCUMENT} AND s.id = e.section_id)",
    ),
    "type": ("e.type",),
    "mode": ("coalesce(e.mode, '')",),
    "added": ("e.ingest_id",),
}
SORT_KEYS = tuple(_KEYS)


@dataclass(frozen=True, slots=True)
class Order:
    """Expressions of an event `e` and whether each runs back; together they are different for every event."""

    steps: tuple[tuple[str, bool], ...]

    @property
    def by_number(self) -> bool:
        """Whether events come in the order of their numbers, or in the opposite one."""
        return len(self.steps) == 1

    @property
    def back(self) -> bool:
        return self.steps[0][1]

    @property
    def sql(self) -> str:
        return ", ".join(f"{expression}{' DESC' if back else ''}" for expression, back in self.steps)

    def after(self, db: Database, number: int) -> tuple[str, Parameters]:
        """The condition for the events behind that of this number."""
        columns = ", ".join(expression for expression, _ in self.steps)
        values = next(db.rows(numbered(f"SELECT {columns} FROM events e WHERE e.id IN ({{}})", [number])))
        bound = {f"s{at}": value for at, value in enumerate(values)}
        return (self._in_one() if len({back for _, back in self.steps}) == 1 else self._one_by_one()), bound

    def _in_one(self) -> str:
        """All steps in one direction: what an index in their order finds."""
        columns = ", ".join(expression for expression, _ in self.steps)
        values = ", ".join(f":s{at}" for at in range(len(self.steps)))
        return f"({columns}) {'<' if self.back else '>'} ({values})"

    def _one_by_one(self) -> str:
        same: list[str] = []
        ways = []
        for at, (expression, back) in enumerate(self.steps):
            ways.append(" AND ".join([*same, f"{expression} {'<' if back else '>'} :s{at}"]))
            same.append(f"{expression} = :s{at}")
        return f"({' OR '.join(ways)})"


def order(typed: str) -> Order:
    """BadFilter for a key that there is not, or twice."""
    names = [name.strip() for name in typed.split(",")]
    bare = [name.removeprefix("-") for name in names]
    unknown = [name for name, key in zip(names, bare, strict=True) if key not in _KEYS]
    if unknown:
        known = ", ".join(SORT_KEYS)
        raise BadFilter(f"sort {unknown[0]!r}: is none; write one or more of {known}, with - before it for the reverse")
    if len(set(bare)) < len(bare):
        raise BadFilter(f"sort {typed!r}: has a key twice; leave one out")
    steps = [(part, name.startswith("-")) for name, key in zip(names, bare, strict=True) for part in _KEYS[key]]
    if bare[-1] == "date":
        return Order((*steps[:-1], (_NUMBER, steps[-1][1])))
    return Order((*steps, (_NUMBER, False)))
