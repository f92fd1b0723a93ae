"""The pages of our own, made of values: what they show, without Datasette. Each opens the database for itself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

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
        """Figures, a bar for each year, and the choices of the form."""
        with self.reading() as database:
            years = [(one.keys[0], one.events) for one in count(database, Query(), ["year"]) if one.keys[0]]
            found = list(documents(database, Query()))
            return {
                "events": total(database, Query()),
                "documents": len(found),
                "bars": _bars([(int(year), number) for year, number in years if year]),
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
            about = About(heading(query), "", date.today(), f"chronicle {__version__}")
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


def _bars(years: list[tuple[int, int]]) -> list[dict[str, float]]:
    """Years with their events, and how high a bar is, in percent; the years between as well."""
    if not years:
        return []
    counts = dict(years)
    most = max(counts.values())
    span = range(min(counts), max(counts) + 1)
    return [{"year": year, "events": counts.get(year, 0), "high": 100 * counts.get(year, 0) / most} for year in span]


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
