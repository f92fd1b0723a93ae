"""The pages of our own, made of values: what they show, without Datasette. Each opens the database for itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

from chronicle import __version__, coastline
from chronicle.errors import UsageError
from chronicle.model import Event, EventType, Mode, Role
from chronicle.presenting.citation import reference
from chronicle.presenting.drawing.dates import when
from chronicle.presenting.page import About, write
from chronicle.presenting.page.markup import web_address
from chronicle.presenting.record import Record, record
from chronicle.querying import Query, count, documents, event, events, passage, total
from chronicle.querying.states import names
from chronicle.querying.telling import heading
from chronicle.storing import Database, connect

# A report is one page with all its events; of more than these it would be slow to open.
MOST = 20_000
# So many bars stand side by side in a window of a common width; the steps that they may stand for, in years.
WIDEST = 30
STEPS = (("year", 1), ("decade", 10), ("century", 100))


class Bar(NamedTuple):
    """The events of some years; `during` is how the filter says them, `high` percent of the highest bar."""

    label: str
    during: str
    events: int
    high: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one database."""

    target: str

    @contextmanager
    def reading(self) -> Iterator[Database]:
        database = connect(self.target, readonly=True)
        try:
            yield database
        finally:
            database.close()

    def home(self) -> dict[str, Any]:
        """Figures, a bar for each year, or decade, and the choices of the form."""
        with self.reading() as database:
            years = {int(one.keys[0]): one.events for one in count(database, Query(), ["year"]) if one.keys[0]}
            unit, drawn = bars(years)
            found = list(documents(database, Query()))
            return {
                "events": total(database, Query()),
                "documents": len(found),
                "unit": unit,
                "bars": drawn,
                "types": [kind.value for kind in EventType],
                "modes": [mode.value for mode in Mode],
                "program": f"chronicle {__version__}",
            }

    def report(self, query: Query) -> str:
        """The report of a question as a page; UsageError where it would be too large."""
        with self.reading() as database:
            number = total(database, query)
            if number > MOST:
                raise UsageError(f"{number:,} events: more than a page takes ({MOST:,}); narrow the question down")
            about = About(heading(database, query), "", date.today(), f"chronicle {__version__}")
            file = StringIO()
            write(events(database, query), about, names(), coastline.rings(), file)
            return file.getvalue()

    def event(self, key: str) -> dict[str, Any]:
        """All of an event, and the document's own words; UnknownName where there is none."""
        with self.reading() as database:
            found = event(database, key)
            return _shown(found, passage(database, found), names())

    def record(self, key: str) -> Record:
        with self.reading() as database:
            return record(event(database, key))


def bars(years: Mapping[int, int]) -> tuple[str, list[Bar]]:
    """The step in which years fit side by side, and a bar for each from the first to the last, empty ones too."""
    if not years:
        return "year", []
    first, last = min(years), max(years)
    unit, step = next((each for each in STEPS if last // each[1] - first // each[1] < WIDEST), STEPS[-1])
    events = Counter[int]()
    for year, number in years.items():
        events[year // step * step] += number
    most = max(events.values())
    return unit, [_bar(at, step, events[at], most) for at in range(first // step * step, last + 1, step)]


def _bar(first: int, step: int, events: int, most: int) -> Bar:
    last = first + step - 1
    label = {1: f"{first}", 10: f"{first}s"}.get(step, f"{first}–{last}")
    during = {1: f"{first:04d}", 10: f"{first:04d}s"}.get(step, f"{first:04d}-{last:04d}")
    return Bar(label, during, events, 100 * events / most)


def _shown(found: Event, printed: str, name: Mapping[str, str]) -> dict[str, Any]:
    source = found.source
    return {
        "event": found,
        "when": when(found.date),
        "rest": found.text.removeprefix(found.headline).strip(),
        "actors": [
            {"it": actor, "country": _country(actor.country, name), "mentioned": actor.role is Role.MENTIONED}
            for actor in found.actors
        ],
        "venues": [{"it": venue, "country": _country(venue.country, name)} for venue in found.venues],
        "links": [(link.text, web_address(link.url)) for link in found.links],
        "reference": reference(source) if source else "",
        "source_url": web_address(source.url) if source else None,
        "passage": printed,
    }


def _country(code: str | None, name: Mapping[str, str]) -> str:
    return name.get(code, code) if code else ""
